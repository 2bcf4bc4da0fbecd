"""Nights that are killed at one of their writes and gone on with, each in a process of its own.

    python -m tests.nightly.killed FOLDER count            how many moments a night has
    python -m tests.nightly.killed FOLDER NUMBER...        for each: killed there, then run to its end in FOLDER/NUMBER

EXTRACTOR_STORE may hold NUMBER, in whose place the number comes. A moment is before, in the middle of or behind a write
of the program, or before a statement or the end of a transaction of a database.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from extractor.cli import group
from tests.nightly.nightly_driver import prepare

NEVER = 10**9


def main() -> None:
    """Run the nights that the command line names."""
    folder, *numbers = sys.argv[1:]
    prepare()
    if numbers == ["count"]:
        sys.exit(_in_a_child(lambda: _night(Path(folder) / "count", NEVER)))
    for number in map(int, numbers):
        own = Path(folder) / str(number)
        killed = _in_a_child(lambda: _night(own, number))  # noqa: B023  it is called at once
        code = _in_a_child(lambda: _night(own, 0))  # noqa: B023  as above
        print(number, killed, code, flush=True)


def _in_a_child(does: Callable[[], int]) -> int:
    """How a child ends: its exit code, or the negative number of its signal."""
    child = os.fork()
    if not child:
        os._exit(does())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _night(folder: Path, number: int) -> int:
    """A night; at its so manieth moment it is killed, 0: it is not."""
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    os.environ["EXTRACTOR_STORE"] = os.environ.get("EXTRACTOR_STORE", "").replace("NUMBER", folder.name)
    output = os.open("output", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    shown = os.dup(1)
    os.dup2(output, 1)
    os.dup2(output, 2)
    left = _die_at(number) if number else [0]
    code = group.main(["nightly"], standalone_mode=False)
    if number == NEVER:
        os.write(shown, f"{NEVER - left[0]}\n".encode())
    return int(code or 0)


def _die_at(number: int) -> list[int]:
    """Have the process kill itself; what is given back counts down to that."""
    left = [number]

    def step(before: Callable[[], object] = lambda: None) -> None:
        left[0] -= 1
        if not left[0]:
            before()
            os.kill(os.getpid(), signal.SIGKILL)

    write, write_at, truncate, sync, rename = os.write, os.pwrite, os.ftruncate, os.fsync, os.rename

    def torn_write(descriptor: int, content: bytes) -> int:
        step()
        step(lambda: write(descriptor, content[: len(content) // 2]))
        return write(descriptor, content)

    def torn_write_at(descriptor: int, content: bytes, at: int) -> int:
        step()
        step(lambda: write_at(descriptor, content[: len(content) // 2], at))
        return write_at(descriptor, content, at)

    def late_truncate(descriptor: int, length: int) -> None:
        step()
        truncate(descriptor, length)

    def late_sync(descriptor: int) -> None:
        step()
        sync(descriptor)

    def late_rename(source: object, target: object, **more: object) -> None:
        step()
        rename(source, target, **more)  # type: ignore[arg-type]

    os.write, os.pwrite = torn_write, torn_write_at  # type: ignore[assignment]
    os.ftruncate, os.fsync, os.rename = late_truncate, late_sync, late_rename  # type: ignore[assignment]
    event.listen(Engine, "before_cursor_execute", lambda *_: step())
    event.listen(Engine, "commit", lambda *_: step())
    return left


if __name__ == "__main__":
    main()
