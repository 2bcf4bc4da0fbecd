"""What is written of a night, by one thread: first the archive, then the state.

Exchanges that are waiting together are entered in one transaction, behind all of their records. What fails here ends
the crawl: nothing that the archive does not hold is ever in the state, and what the state lacks is read from the
archive at the next start.
"""

import queue
import threading
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection

from extractor.errors import ExtractorError
from extractor.sources.archive import Archive
from extractor.sources.archive.stored import Stored
from extractor.sources.entering import LISTS, Entry, Finished, enter, forbid
from extractor.sources.exchange import Ask
from extractor.sources.state import Run, State
from extractor.sources.state.fetches import answered_before

_TOGETHER = 16


class Forbidden(NamedTuple):
    """An address that robots.txt forbids: nothing was sent, and only the state hears of it."""

    ask: Ask
    reason: str


class Written(NamedTuple):
    """An exchange, or what was not asked for, that is safe; and what it leads to."""

    ask: Ask
    entry: Entry


class Broken(NamedTuple):
    """Nothing more can be written; the reason names what is wrong."""

    reason: str


class Writer(threading.Thread):
    """Writes what it is given, in order, and tells `done` of each; `clock` is the time in seconds UTC."""

    def __init__(
        self,
        archive: Archive,
        state: State,
        run: Run,
        done: Callable[[Written | Broken], object],
        clock: Callable[[], float],
    ) -> None:
        super().__init__(name="writer", daemon=True)
        self.archive, self.state, self.run_, self.clock = archive, state, run, clock
        self._done = done
        self._jobs: queue.SimpleQueue[Finished | Forbidden | None] = queue.SimpleQueue()

    def put(self, job: Finished | Forbidden) -> None:
        """One more to write."""
        self._jobs.put(job)

    def finish(self) -> None:
        """Write what is waiting, and end."""
        self._jobs.put(None)
        self.join()

    def run(self) -> None:
        """Write until told to end, or until something fails."""
        try:
            while jobs := self._next():
                self._write(jobs)
        except ExtractorError as error:
            self._done(Broken(str(error)))
        except Exception as error:  # the crawl must hear of it, or it would wait for ever
            self._done(Broken(f"a fault of ours while writing: {type(error).__name__}: {error}"))

    def _next(self) -> list[Finished | Forbidden]:
        """Those that are waiting together; none at the end."""
        job = self._jobs.get()
        jobs: list[Finished | Forbidden] = []
        while job is not None:
            jobs.append(job)
            if len(jobs) == _TOGETHER:
                return jobs
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return jobs
        if jobs:
            self._jobs.put(None)
        return jobs

    def _write(self, jobs: list[Finished | Forbidden]) -> None:
        archived: list[tuple[Finished | Forbidden, tuple[Stored, ...]]] = []
        failed: ExtractorError | None = None
        with self.state.transaction() as connection:
            for job in jobs:
                try:
                    archived.append((job, self._archive(connection, job)))
                except ExtractorError as error:  # those before it are safe, and entered
                    failed = error
                    break
            written = [self._enter(connection, job, stored) for job, stored in archived]
        for one in written:
            self._done(one)
        if failed is not None:
            raise failed

    def _archive(self, connection: Connection, job: Finished | Forbidden) -> tuple[Stored, ...]:
        if isinstance(job, Forbidden):
            return ()
        ask = job.exchange.ask
        known = ask.why in LISTS or ask.etag or ask.modified
        earlier = answered_before(connection, job.exchange.url) if known else None
        return self.archive.write(job.exchange, earlier)

    def _enter(self, connection: Connection, job: Finished | Forbidden, stored: tuple[Stored, ...]) -> Written:
        if isinstance(job, Forbidden):
            return Written(job.ask, forbid(connection, job.ask, job.reason, self.clock()))
        entry = enter(connection, self.run_, job, stored, self.clock())
        return Written(job.exchange.ask, entry)


def catch_up(archive: Archive, state: State, run: Run, read: Callable[[Connection, Finished], Finished]) -> int:
    """Enter what the archive holds and the state does not; how many exchanges that were.

    `read` reads again what a list or a story names.
    """
    from extractor.sources.state.fetches import last_place

    count = 0
    with state.transaction() as connection:
        file, offset = last_place(connection)
    for captured in archive.after(file, offset):
        with state.transaction() as connection:
            finished = read(connection, Finished(captured.exchange, last=False))
            enter(connection, run, finished, captured.stored, captured.stored[0].at)
        count += 1
    return count


def take_back(archive: Archive, state: State) -> int:
    """Take out of the state what the archive has lost where power failed; files that were moved away are not lost."""
    from extractor.sources.state.fetches import ends, forget_beyond

    count = 0
    with state.transaction() as connection:
        for file, end in ends(connection).items():
            path = archive.folder / file
            size = path.stat().st_size if path.is_file() else end
            if size < end:
                count += forget_beyond(connection, file, size)
    return count
