"""The records of any WARC that may hold pages, read by fastwarc as long as it can, and past damage.

fastwarc stops for good at damage, has handed out the damaged record by then, and calls a record at the end of a file
whole that is torn. So a record is handed on only when the next one was reached; where fastwarc stops, each record is
read and verified by itself until the damage is behind, and fastwarc goes on there.
"""

from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from extractor.sources.archive.members import (
    LONGEST,
    Damaged,
    Member,
    has_wrong_digest,
    is_packed,
    member_at,
    members,
)
from extractor.sources.archive.stored import ArchiveError, Lost

Filter = Callable[[bytes], bool]
"""Says of bytes whether a page that holds them may be wanted, before anything of it is parsed."""
_KINDS = ("response", "resource", "revisit")
_Take = Callable[[Any], Member | None]


def page_records(path: Path, wanted: Filter | None = None) -> Iterator[Member | Lost]:
    """The responses, resources and revisits of a file; those that cannot be wanted may be left out. `length` is 0."""

    def take(record: Any) -> Member | None:
        block = record.reader.read()
        if wanted is None or wanted(block) or _is_coded(block):
            return Member(record.stream_pos, 0, _headers(record), block)
        return None

    yield from _read(path, take)


def response_heads(path: Path) -> Iterator[Member]:
    """The responses and resources of a file, without their blocks."""
    heads = _read(path, lambda record: Member(record.stream_pos, 0, _headers(record), b""), verified=False)
    return (head for head in heads if isinstance(head, Member) and head.kind != "revisit")


def _headers(record: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in record.headers.to_tuples()}


def _is_coded(block: bytes) -> bool:
    """Whether an answer's words do not stand in its bytes: its body is packed, in chunks or elsewhere (a revisit's)."""
    end = block.find(b"\r\n\r\n")
    return b"-encoding:" in block[:end].lower() or end + 4 >= len(block)


def _read(path: Path, take: _Take, *, verified: bool = True) -> Iterator[Member | Lost]:
    from fastwarc import ArchiveIterator
    from fastwarc.warc import WarcRecordType as Type

    kinds = Type.response | Type.resource | Type.revisit
    with path.open("rb") as file:
        size = path.stat().st_size
        _refuse_one_piece(path, file)
        offset = 0
        while offset < size:
            begin, held = offset, None
            file.seek(offset)
            try:
                for record in ArchiveIterator(
                    file, record_types=kinds, parse_http=False, max_content_length=LONGEST, inplace=True
                ):
                    if held is not None:
                        yield _checked(path, held) if verified else held
                    begin = record.stream_pos
                    held = take(record)
            except OSError:  # damage; a disk that cannot be read fails in what follows too
                pass
            offset = size
            for found in members(path, begin):
                if isinstance(found, Lost):
                    yield found
                    offset = found.offset + found.length
                    break
                if found.kind in _KINDS:
                    yield found


def _checked(path: Path, member: Member) -> Member | Lost:
    """The record, or that it is lost: a file that is not packed has no other checksum than its digests."""
    if has_wrong_digest(member):
        return Lost(path.name, member.offset, 0, "its digest is not that of its bytes")
    return member


def _refuse_one_piece(path: Path, file: BufferedReader) -> None:
    """Refuse a file that is packed as one piece: no record of it can be found again."""
    try:
        member_at(file, 0, packed=is_packed(file))
    except Damaged as damaged:
        if "packed as one" in str(damaged):
            raise ArchiveError(f"{path}: {damaged}") from None
