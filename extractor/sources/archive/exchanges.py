"""Exchanges read back from a file of the archive: the records of each, and what they say of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from extractor.sources.archive.answers import Answer, answer_of
from extractor.sources.archive.members import Damaged, Member, member_at, members
from extractor.sources.archive.recording import SAME, WHY
from extractor.sources.archive.stored import Captured, Lost, Stored, read_time
from extractor.sources.exchange import Ask, Exchange, Hop

ANSWERS = ("response", "revisit")


class Group(NamedTuple):
    """The records of one exchange, the metadata record first; `whole` with its last answer."""

    records: tuple[Member, ...]
    whole: bool


def groups(path: Path, start: int = 0) -> Iterator[Group | Lost]:
    """The exchanges of a file from an offset at which one begins; losses where they stand.

    A loss within an exchange leaves it unfinished; records that belong to none (their metadata record is lost) are
    lost too, as parts of an exchange, though their pages can be read.
    """
    open_: list[Member] = []
    for found in members(path, start):
        if isinstance(found, Lost):
            yield found
            continue
        if found.kind == "warcinfo":
            continue
        if found.kind == "metadata":
            if open_:
                yield Group(tuple(open_), whole=False)
            open_ = [found]
        elif open_:
            open_.append(found)
        else:
            yield Lost(path.name, found.offset, found.length, f"a {found.kind} without its metadata record")
            continue
        if sum(member.kind in ANSWERS for member in open_) == _promised(open_[0]):
            yield Group(tuple(open_), whole=True)
            open_ = []
    if open_:
        yield Group(tuple(open_), whole=False)


def stored_of(member: Member, file: str) -> Stored:
    """The row of a record, as it was when it was written."""
    headers = member.headers
    url, at = headers.get("warc-target-uri", ""), read_time(headers.get("warc-date", ""))
    if member.kind not in ANSWERS:
        return Stored(file, member.offset, member.length, member.kind, url, at)
    answer = answer_of(member.block)
    digest = headers.get("warc-payload-digest")
    status = answer.status if answer else None
    return Stored(file, member.offset, member.length, member.kind, url, at, digest, status)


def captured(group: Group, folder: Path, file: str) -> Captured:
    """The exchange that a whole group holds, and its rows."""
    fields = _fields(group.records[0])
    url = group.records[0].headers.get("warc-target-uri", "")
    ask = Ask(url, fields.get("why", ""), fields.get("via"), fields.get("etag"), fields.get("modified"))
    hops = tuple(_hops(group.records[1:], folder))
    rows = tuple(stored_of(member, file) for member in group.records)
    retry_after = fields.get("retryAfter")
    exchange = Exchange(
        ask,
        fields.get("outcome", "failed"),
        fields.get("reason"),
        fields.get("leadsTo", url),
        hops,
        retry_after=float(retry_after) if retry_after else None,
        seconds=int(fields.get("fetchTimeMs", "0")) / 1000,
        passing=fields.get("passing") == "yes",
    )
    if exchange.outcome not in ("ok", "truncated"):
        return Captured(exchange, rows)
    answer = Answer(hops[-1].head, hops[-1].status, hops[-1].headers, hops[-1].wire)
    body = answer.body().body
    return Captured(exchange._replace(body=body, media_type=answer.media_type, charset=answer.charset), rows)


def original_of(revisit: Member, folder: Path) -> Stored | None:
    """The response that a revisit of ours refers to; None where it does not say."""
    headers = revisit.headers
    file, offset = headers.get("warc-refers-to-filename", ""), headers.get("warc-refers-to-file-offset", "")
    if not offset.isdecimal() or Path(file).name != file or not (folder / file).is_file():
        return None
    try:
        with (folder / file).open("rb") as opened:
            member = member_at(opened, int(offset))
    except (Damaged, OSError):
        return None
    return stored_of(member, file) if member.kind == "response" else None


def wire_of(member: Member, folder: Path) -> bytes:
    """The body of an answer as it was sent; of a revisit, that of its original; empty where that is lost."""
    answer = answer_of(member.block)
    if member.kind == "response" or member.headers.get("warc-profile") != SAME:
        return answer.wire if answer else b""
    original = original_of(member, folder)
    if original is None:
        return b""
    with (folder / original.file).open("rb") as opened:
        return wire_of(member_at(opened, original.offset), folder)


def _promised(metadata: Member) -> int:
    """The number of answers that follow a metadata record."""
    printed = _fields(metadata).get("answers", "0")
    return int(printed) if printed.isdecimal() else 0


def _fields(metadata: Member) -> dict[str, str]:
    lines = metadata.block.decode("utf-8", "replace").split("\r\n")
    return {name: value for name, mark, value in (line.partition(": ") for line in lines) if mark}


def _hops(records: tuple[Member, ...], folder: Path) -> Iterator[Hop]:
    request = b""
    for member in records:
        if member.kind == "request":
            request = member.block
        answer = answer_of(member.block, ours=WHY.lower() in member.headers) if member.kind in ANSWERS else None
        if answer is None:
            continue
        url, at = member.headers.get("warc-target-uri", ""), read_time(member.headers.get("warc-date", ""))
        address = member.headers.get("warc-ip-address")
        wire = wire_of(member, folder)
        yield Hop(url, at, address, request, answer.head, answer.status, answer.headers, wire)
        request = b""
