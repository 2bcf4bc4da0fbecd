"""The records of a WARC file one by one, each verified: packed as one gzip member a record, or not packed.

A record counts as whole where its member ends with the right checksum, its block is as long as it says, the blank
lines after it are there, and the block's digest is right where it has one. Readers that are quicker call a torn record
whole at most places where it can be torn. After a damaged record the next one is searched for.
"""

import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from extractor.sources.archive.stored import Lost, digest_of

LONGEST = 64 * 1024 * 1024
"""Bytes of an unpacked record; a longer one is no page, and passed over."""
_HEAD = b"\x1f\x8b\x08"
_TOO_LONG = f"longer than {LONGEST // 1024**2} MiB"
_MARK = b"WARC/"
_PIECE, _FIRST = 256 * 1024, 16 * 1024  # most records are short
_END = b"\r\n\r\n"
_LONGEST_HEAD = 64 * 1024


class Member(NamedTuple):
    """A whole record: where it stands in its file, its headers (names in small letters), its block."""

    offset: int
    length: int
    headers: dict[str, str]
    block: bytes

    @property
    def end(self) -> int:
        """Where the next one begins."""
        return self.offset + self.length

    @property
    def kind(self) -> str:
        """The record's type."""
        return self.headers.get("warc-type", "")


class Damaged(Exception):
    """No whole record stands there; the text says why. `length` is of a record whose end is known all the same."""

    def __init__(self, reason: str, length: int = 0) -> None:
        super().__init__(reason)
        self.length = length


def members(path: Path, start: int = 0) -> Iterator[Member | Lost]:
    """The records of a file from an offset at which one begins, and what lies between them that is none."""
    with path.open("rb") as file:
        size = path.stat().st_size
        packed = is_packed(file)
        offset = start
        while offset < size:
            try:
                member = member_at(file, offset, packed=packed)
            except Damaged as damaged:
                end = offset + damaged.length if damaged.length else _next(file, offset + 1, size, packed=packed)
                yield Lost(path.name, offset, end - offset, str(damaged))
                offset = end
            else:
                yield member
                offset = member.end


def is_packed(file: BufferedReader) -> bool:
    """Whether a WARC is packed: it begins as gzip, or, where its beginning is damaged, not as a record."""
    file.seek(0)
    first = file.read(len(_MARK))
    return first.startswith(_HEAD) or first != _MARK


def member_at(file: BufferedReader, offset: int, *, packed: bool = True) -> Member:
    """The record that begins at an offset; `Damaged` where no whole one does."""
    file.seek(offset)
    return _packed(file, offset) if packed else _plain(file, offset)


def _packed(file: BufferedReader, offset: int) -> Member:
    reader, content, read = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray(), 0
    while not reader.eof:
        piece = reader.unconsumed_tail
        if not piece:
            piece = file.read(_PIECE if read else _FIRST)
            read += len(piece)
        try:
            made = reader.decompress(piece, _PIECE * 4)
        except zlib.error:
            begun = content or piece.startswith(_HEAD)
            raise Damaged("its packed bytes are damaged" if begun else "no record begins here") from None
        content += made
        if not piece and not made and not reader.eof:
            raise Damaged("the file ends within it")
        if len(content) > LONGEST + _LONGEST_HEAD:
            raise Damaged(_TOO_LONG)
    length = read - len(reader.unused_data)
    headers, begin = _headers(bytes(content[:_LONGEST_HEAD]), length)
    block = bytes(content[begin : begin + _promised(headers, length)])
    rest = bytes(content[begin + len(block) : begin + len(block) + 64])
    if rest != _END and rest.startswith(_END + _MARK):
        raise Damaged("several records are packed as one; unpack the file with gunzip first", length)
    return _verified(Member(offset, length, headers, block), rest, length)


def _plain(file: BufferedReader, offset: int) -> Member:
    head = file.read(_LONGEST_HEAD)
    headers, begin = _headers(head, 0)
    promised = _promised(headers, 0)
    length = begin + promised + len(_END)
    if promised > LONGEST:
        raise Damaged(_TOO_LONG, length)
    file.seek(offset + begin)
    block, rest = file.read(promised), file.read(len(_END))
    return _verified(Member(offset, length, headers, block), rest, 0)


def _verified(member: Member, rest: bytes, length: int) -> Member:
    """The record, where its block is what its headers say; `length` is of a member whose checksum is right."""
    if len(member.block) < _promised(member.headers, length) or rest != _END:
        raise Damaged("shorter or longer than it says", length)
    if has_wrong_digest(member):
        raise Damaged("its digest is not that of its bytes", length)
    return member


def has_wrong_digest(member: Member) -> bool:
    """Whether a record's block has another digest than it says; False where it says none in base32."""
    said = member.headers.get("warc-block-digest", "").lower()
    return said.startswith("sha1:") and len(said) == len("sha1:") + 32 and said != digest_of(member.block).lower()


def _headers(content: bytes, length: int) -> tuple[dict[str, str], int]:
    """The headers of a record, names in small letters, and where its block begins."""
    end = content.find(_END)
    if not content.startswith(_MARK) or end < 0:
        raise Damaged("no record begins here", length)
    headers: dict[str, str] = {}
    name = ""
    for line in content[:end].decode("utf-8", "replace").split("\r\n")[1:]:
        if line[:1] in (" ", "\t"):  # a long value may go on, on the next line
            headers[name] = f"{headers.get(name, '')} {line.strip()}"
            continue
        printed, _, value = line.partition(":")
        name = printed.strip().lower()
        headers[name] = value.strip()
    return headers, end + len(_END)


def _promised(headers: dict[str, str], length: int) -> int:
    printed = headers.get("content-length", "")
    if not (printed.isascii() and printed.isdecimal() and len(printed) < 16):
        raise Damaged("does not say how long it is", length)
    return int(printed)


def _next(file: BufferedReader, start: int, size: int, *, packed: bool) -> int:
    """Where the next record begins, at `start` or behind it; the size of the file where none does."""
    mark = _HEAD if packed else _END + _MARK
    offset, before = start if packed else max(0, start - len(_END)), b""
    while offset < size:
        file.seek(offset)
        piece = before + file.read(_PIECE)
        offset -= len(before)
        at = piece.find(mark)
        while at >= 0:
            found = offset + at if packed else offset + at + len(_END)
            if found >= start and (not packed or _begins(file, found)):
                return found
            at = piece.find(mark, at + 1)
        before = piece[-(len(mark) - 1) :]
        offset += len(piece)
    return size


def _begins(file: BufferedReader, offset: int) -> bool:
    """Whether the gzip head at an offset is that of a record, and not three bytes within another."""
    file.seek(offset)
    try:
        reader = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return reader.decompress(file.read(512), len(_MARK)).startswith(_MARK)
    except zlib.error:
        return False
