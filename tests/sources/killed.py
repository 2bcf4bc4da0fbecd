"""A small crawl in a process of its own that is killed: by strace at a system call, or by itself at one of its writes.

    python -m tests.sources.killed FOLDER once           writes in the main thread, which alone strace watches
    python -m tests.sources.killed FOLDER each STRIDE    a crawl for each write, or each so many, in FOLDER/NUMBER
    python -m tests.sources.killed FOLDER backwards STRIDE    as `each`, with the state written first: the control
    python -m tests.sources.killed FOLDER threads SITES  with all its threads, until it is killed from outside
"""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from extractor.sources.night import crawl
from extractor.sources.writing import Writer
from tests.sources.press import QUICK, Press, night, small_press

ONE_BY_ONE = QUICK._replace(workers=1)


def press() -> Press:
    """The press of the small crawl: one site with a feed and two stories that are wanted."""
    return small_press(sites=1, wanted=2, others=1)


class WritingAtOnce(Writer):
    """A writer without a thread: what it is given is written before anything goes on."""

    def start(self) -> None:
        """There is no thread."""

    def put(self, job: Any) -> None:
        """Write it."""
        self._write([job])

    def finish(self) -> None:
        """All is written."""


class WritingBackwards(WritingAtOnce):
    """A writer that enters an exchange before the archive has it."""

    def _write(self, jobs: list[Any]) -> None:
        for job in jobs:
            with self.state.transaction() as connection:
                written = self._enter(connection, job, ())
            with self.state.transaction() as connection:
                self._archive(connection, job)
            self._done(written)


def main() -> None:
    """Crawl as the command line says."""
    folder, how = Path(sys.argv[1]), sys.argv[2]
    if how == "threads":
        sites = int(sys.argv[3])
        big = small_press(sites=sites, wanted=10, others=5)
        big.takes = 0.001
        crawl(night(folder, big, sites))
        return
    import extractor.sources.crawl

    extractor.sources.crawl.Writer = WritingBackwards if how == "backwards" else WritingAtOnce  # type: ignore[misc]
    if how == "once":
        crawl(night(folder, press(), 1, settings=ONE_BY_ONE))
        return
    for number in count(1, int(sys.argv[3])):
        child = os.fork()
        if not child:
            _die_at(number)
            crawl(night(folder / str(number), press(), 1, settings=ONE_BY_ONE))
            os._exit(0)
        if not os.waitpid(child, 0)[1]:
            print(number)
            return


def _die_at(number: int) -> None:
    """Have the process killed at a write: before it, or when half of it is done."""
    left = [number]

    def step(before: Callable[[], object] = lambda: None) -> None:
        left[0] -= 1
        if not left[0]:
            before()
            os.kill(os.getpid(), signal.SIGKILL)

    write, truncate, sync = os.write, os.ftruncate, os.fsync

    def torn_write(descriptor: int, content: bytes) -> int:
        step()
        step(lambda: write(descriptor, content[: len(content) // 2]))
        done = write(descriptor, content)
        step()
        return done

    def late_truncate(descriptor: int, length: int) -> None:
        step()
        truncate(descriptor, length)

    def late_sync(descriptor: int) -> None:
        step()
        sync(descriptor)

    os.write, os.ftruncate, os.fsync = torn_write, late_truncate, late_sync  # type: ignore[assignment]
    event.listen(Engine, "before_cursor_execute", lambda *_: step())
    event.listen(Engine, "commit", lambda *_: step())


if __name__ == "__main__":
    main()
