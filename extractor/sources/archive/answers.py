"""The answer that a record holds: its head taken apart, its body as sent, and unpacked."""

import re
from typing import NamedTuple

from extractor.sources.archive.recording import RENAMED, SENT
from extractor.sources.exchange import Headers
from extractor.sources.unpacking import Unpacked, unpack

LIMIT = 10_000_000
"""Bytes of an unpacked body, as a live fetch takes them."""


class Answer(NamedTuple):
    """A status line with headers as bytes, taken apart, and the body behind it as the record holds it."""

    head: bytes
    status: int
    headers: Headers
    wire: bytes

    def said(self, name: str) -> str:
        """The value of a header, several joined by commas; empty where there is none."""
        return ", ".join(value for own, value in self.headers if own.lower() == name)

    @property
    def media_type(self) -> str | None:
        """What Content-Type calls the body."""
        return content_type(self.said("content-type"))[0]

    @property
    def charset(self) -> str | None:
        """The charset that Content-Type names."""
        return content_type(self.said("content-type"))[1]

    def body(self, limit: int = LIMIT) -> Unpacked:
        """The body unpacked, as a live fetch unpacks it."""
        encodings = self.said("content-encoding").lower().replace(" ", "")
        return unpack(self.wire, [name for name in encodings.split(",") if name], limit)


def answer_of(block: bytes, *, ours: bool = False) -> Answer | None:
    """The answer in the block of a response record; None where none begins there. `ours` undoes a renamed header."""
    found = re.match(rb"HTTP/\d\S*[ \t]+(\d{3})[^\r\n]*\r?\n", block)
    if not found:
        return None
    end = re.compile(rb"\r?\n\r?\n").search(block, found.end() - 2)
    head, wire = (block, b"") if end is None else (block[: end.end()], block[end.end() :])
    if ours:
        head = re.sub(rb"(?im)^" + RENAMED + rb"(?=[ \t]*:)", SENT, head)
    return Answer(head, int(found[1]), _headers(head), wire)


def _headers(head: bytes) -> Headers:
    lines: list[list[str]] = []
    for line in head.decode("latin-1").replace("\r\n", "\n").split("\n")[1:]:
        if line[:1] in (" ", "\t") and lines:
            lines[-1][1] += f"\r\n{line}"
        elif ":" in line:
            name, _, value = line.partition(":")
            lines.append([name.strip(), value.strip()])
    return tuple((name, value) for name, value in lines)


def content_type(printed: str) -> tuple[str | None, str | None]:
    """The media type and the charset of a Content-Type header."""
    media_type, _, parameters = printed.partition(";")
    charset = parameters.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    return media_type.strip().lower() or None, charset or None


def without_chunks(wire: bytes) -> bytes:
    """A body taken out of its chunks; as it is where it holds none, as much as came where it breaks off."""
    body, at = bytearray(), 0
    while True:
        line = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n").match(wire, at)
        if line is None:
            return bytes(body) if at else wire
        size = int(line[1], 16)
        if not size:
            return bytes(body)
        body += wire[line.end() : line.end() + size]
        at = line.end() + size
        if at >= len(wire):
            return bytes(body)
        at += 2 if wire[at : at + 2] == b"\r\n" else 1 if wire[at : at + 1] == b"\n" else 0
