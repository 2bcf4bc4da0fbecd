"""The archive's folder: exchanges appended to its newest file, read back from any, whole whatever happened between.

A record is appended in one write. What is torn where the program was killed or the disk was full is cut off: at once
where the program lives on, and otherwise before the next record is written.
"""

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from extractor.article import Page
from extractor.sources.archive.answers import answer_of
from extractor.sources.archive.exchanges import Group, captured, groups, original_of, stored_of, wire_of
from extractor.sources.archive.members import Damaged, Member, member_at, members
from extractor.sources.archive.recording import WHY, Recorded, records_of, warcinfo
from extractor.sources.archive.stored import ArchiveError, Captured, Lost, Stored
from extractor.sources.exchange import Exchange
from extractor.wholefiles import sync

GIB = 1024**3
_NAME = re.compile(r"extractor-\d{14}-(\d{5,})\.warc\.gz")
_SYNC = 5.0  # seconds after which what was written is also forced to the disk


class Archive:
    """WARC files in a folder. One writer: whoever opens it must hold the crawl's lock.

    `limit` is in bytes: a file that reaches it is closed. `clock` is the time in seconds UTC. `lost` says what was
    found damaged or cut off by `open`.
    """

    def __init__(self, folder: Path, limit: int = GIB, clock: Callable[[], float] = time.time) -> None:
        self.folder, self.limit, self.clock = folder, limit, clock
        self.lost: tuple[Lost, ...] = ()
        self.file: str | None = None  # the newest one, once there is one
        self._descriptor: int | None = None
        self._offset = 0
        self._info = 0  # where the open file's first record ends
        self._torn = False
        self._synced = 0.0

    def open(self) -> Self:
        """The archive, ready to be written: the end of its newest file is repaired."""
        self.close()
        self.lost, self._torn = (), False
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            names = files(self.folder)
            if names:
                self.lost = tuple(self._repaired(names[-1]))
        except OSError as error:
            raise ArchiveError(f"{self.folder}: the archive cannot be opened: {error.strerror or error}") from error
        return self

    def __enter__(self) -> Self:
        return self.open() if self._descriptor is None else self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Everything is on the disk, and the file closed."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            try:
                os.fsync(descriptor)
            except OSError as error:
                raise ArchiveError(f"{self.file}: cannot be written to the disk: {error.strerror}") from error
            finally:
                os.close(descriptor)

    def write(self, exchange: Exchange, earlier: Stored | None = None) -> tuple[Stored, ...]:
        """Append an exchange; its rows, once all of it is with the system.

        `earlier` is the newest response or revisit from the same address that the index knows: where the body is
        still the same, or the answer is 304, a revisit is written that refers to it. Raises `ArchiveError`, and leaves
        nothing behind, where not all of it can be written.
        """
        if earlier is not None and earlier.kind == "revisit":
            earlier = self._original(earlier)
        records = records_of(exchange, self.clock(), earlier)
        if self._torn:
            raise ArchiveError(f"{self.file}: its end is torn; open the archive again, which repairs it")
        self._make_room(sum(len(record.packed) for record in records))
        assert self._descriptor is not None
        assert self.file is not None
        self._check()
        begin = self._offset
        try:
            rows = tuple(self._append(record) for record in records)
        except OSError as error:
            self._undo(begin)
            raise ArchiveError(f"{self.folder / self.file}: cannot be written: {error.strerror or error}") from error
        except BaseException:
            self._undo(begin)
            raise
        if not 0 <= self.clock() - self._synced < _SYNC:
            self.sync()
        return rows

    def sync(self) -> None:
        """Force what was written to the disk; it is with the operating system before."""
        if self._descriptor is not None:
            try:
                os.fsync(self._descriptor)
            except OSError as error:
                raise ArchiveError(f"{self.file}: cannot be written to the disk: {error.strerror}") from error
            self._synced = self.clock()

    def after(self, file: str | None = None, offset: int = 0) -> Iterator[Captured]:
        """The exchanges behind a place, the oldest first: `offset` is where what is known of `file` ends.

        That is offset plus length of the newest row known; without a file, all exchanges. Damaged ones are passed over.
        """
        names = files(self.folder)
        known = _serial(file) if file else -1
        for name in names:
            if _serial(name) >= known:
                for group in groups(self.folder / name, offset if name == file else 0):
                    if isinstance(group, Group) and group.whole:
                        yield captured(group, self.folder, name)

    def find(self, stored: Stored) -> Page:
        """The page that a response or a revisit holds, as it came; `ArchiveError` where it is not whole there."""
        member = self._member(stored)
        answer = answer_of(member.block, ours=WHY.lower() in member.headers)
        if answer is None:
            raise ArchiveError(f"{stored.file}: the {member.kind} at {stored.offset} holds no page")
        if member.kind == "revisit":
            original = original_of(member, self.folder)
            if original is None:
                raise ArchiveError(f"{stored.file}: what the revisit at {stored.offset} refers to cannot be read")
            return self.find(original)
        url = member.headers.get("warc-target-uri", "")
        whole = answer._replace(wire=wire_of(member, self.folder))
        return Page(url, whole.body().body, url, answer.media_type, answer.charset)

    def exchange(self, stored: Stored) -> Exchange:
        """The exchange whose metadata record this is; `ArchiveError` where it is not whole."""
        found = next(groups(self.folder / stored.file, stored.offset), None)
        if not isinstance(found, Group) or not found.whole or found.records[0].offset != stored.offset:
            raise ArchiveError(f"{stored.file}: no whole exchange begins at {stored.offset}")
        return captured(found, self.folder, stored.file).exchange

    def _member(self, stored: Stored) -> Member:
        try:
            with (self.folder / stored.file).open("rb") as file:
                member = member_at(file, stored.offset)
        except OSError as error:
            raise ArchiveError(f"{stored.file}: cannot be read: {error.strerror or error}") from error
        except Damaged as damaged:
            raise ArchiveError(f"{stored.file}: the record at {stored.offset} is damaged: {damaged}") from None
        if member.headers.get("warc-target-uri") != stored.url:
            raise ArchiveError(f"{stored.file}: the record at {stored.offset} is not that of {stored.url}")
        return member

    def _original(self, revisit: Stored) -> Stored | None:
        """The response behind a revisit; None where it cannot be read any more: the body is then kept anew."""
        with suppress(ArchiveError):
            return original_of(self._member(revisit), self.folder)
        return None

    def _repaired(self, name: str) -> Iterator[Lost]:
        """Open the newest file behind its last whole exchange; what is damaged in it and what was cut off."""
        path = self.folder / name
        end, losses = _end_of(path)
        size = path.stat().st_size
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
        self.file, self._descriptor, self._offset = name, descriptor, end
        yield from (loss for loss in losses if loss.offset < end)
        if end < size:
            os.ftruncate(descriptor, end)
            os.fsync(descriptor)
            torn = "; ".join(loss.reason for loss in losses if loss.offset >= end)
            yield Lost(name, end, size - end, torn or "an exchange that was not written to its end", cut=True)
        if end == 0:  # not even its first record was whole
            self._begin_file()

    def _make_room(self, length: int) -> None:
        """A file that has room for so many bytes: the open one, or a new one where that would outgrow the limit."""
        if self._descriptor is not None and (self._offset + length <= self.limit or not self._holds_exchanges()):
            return
        self.close()
        names = files(self.folder)
        serial = _serial(names[-1]) + 1 if names else 1
        name = f"extractor-{datetime.fromtimestamp(self.clock(), UTC):%Y%m%d%H%M%S}-{serial:05}.warc.gz"
        try:
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL
            self.folder.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(self.folder / name, flags, 0o644)
        except OSError as error:
            raise ArchiveError(f"{self.folder / name}: cannot be made: {error.strerror or error}") from error
        self.file, self._offset = name, 0
        self._begin_file()

    def _holds_exchanges(self) -> bool:
        return self._offset > self._info

    def _begin_file(self) -> None:
        """Write the first record of the open, empty file; the file goes where that fails."""
        assert self.file is not None
        assert self._descriptor is not None
        info = warcinfo(self.file, self.clock())
        try:
            self._put(info)
            self._info = self._offset
            os.fsync(self._descriptor)
            sync(self.folder)  # the file's name is on the disk too
        except OSError as error:
            os.close(self._descriptor)
            self._descriptor = None
            (self.folder / self.file).unlink(missing_ok=True)
            reason = f"{self.folder / self.file}: cannot be written: {error.strerror or error}"
            raise ArchiveError(reason) from error

    def _check(self) -> None:
        """Refuse a file that another has written to, or put in the place of ours."""
        assert self._descriptor is not None
        assert self.file is not None
        path = self.folder / self.file
        try:
            ours, named = os.fstat(self._descriptor), path.stat()
        except OSError as error:
            raise ArchiveError(f"{path}: {error.strerror}, while it was being written to") from error
        if (ours.st_ino, ours.st_dev) != (named.st_ino, named.st_dev) or ours.st_size != self._offset:
            raise ArchiveError(f"{path}: somebody else has written to it; one crawl only may use a folder")

    def _append(self, record: Recorded) -> Stored:
        assert self.file is not None
        row = record.stored(self.file, self._offset)
        self._put(record.packed)
        return row

    def _put(self, content: bytes) -> None:
        assert self._descriptor is not None
        written = os.write(self._descriptor, content)
        while written < len(content):  # a disk that is nearly full takes a part; the next write says why
            written += os.write(self._descriptor, content[written:])
        self._offset += len(content)

    def _undo(self, begin: int) -> None:
        """Take back what was written of an exchange."""
        assert self._descriptor is not None
        try:
            os.ftruncate(self._descriptor, begin)
            self._offset = begin
        except OSError:  # the next start repairs it; until then nothing may be appended behind it
            self._torn = True


def files(folder: Path) -> list[str]:
    """The names of an archive's files, the oldest first."""
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else iter(())
    return sorted((name for name in names if _NAME.fullmatch(name)), key=_serial)


def rebuild_index(folder: Path) -> Iterator[Stored]:
    """All rows of an archive from its files alone, the oldest first; damaged and unfinished exchanges have none."""
    for name in files(folder):
        for group in groups(folder / name):
            if isinstance(group, Group) and group.whole:
                yield from (stored_of(member, name) for member in group.records)


def _serial(name: str) -> int:
    """A file's number: the order of the files, whatever the clock did."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else -1


def _end_of(path: Path) -> tuple[int, list[Lost]]:
    """Where a file's last whole exchange ends, and what is lost in it.

    A whole record behind damage is no torn end: it stays, though its exchange is not whole.
    """
    end, losses = 0, []
    for found in groups(path):
        if isinstance(found, Lost):
            losses.append(found)
            if "without its metadata" in found.reason:
                end = found.offset + found.length
        elif found.whole:
            end = found.records[-1].end
    if end == 0:
        first = next(members(path), None)
        end = first.end if isinstance(first, Member) and first.kind == "warcinfo" else 0
    return end, losses
