"""Files that are whole or not there: written beside their place, and put there when everything is on the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


class Partial:
    """A file on its way to `target`: `stream` takes its bytes. A kill leaves it behind, as `.NAME.PID.partial`."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self._path = target.with_name(f".{target.name}.{os.getpid()}.partial")
        try:
            self.stream: IO[bytes] = self._path.open("wb")
        except OSError as error:
            error.filename = str(target)  # of the name beside it nobody knows
            raise

    def sync(self) -> None:
        """Everything so far is on the disk."""
        self.stream.flush()
        os.fsync(self.stream.fileno())

    def keep(self) -> None:
        """It takes its place, and that of an older file there."""
        self._path.replace(self.target)

    def close(self) -> None:
        """What was not kept goes."""
        with suppress(OSError):  # what could not be written is not wanted any more
            self.stream.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """What a file holds, or which names a folder has, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose bytes are the file at `path` once all went well; a reader sees the older one until then."""
    partial = Partial(path)
    try:
        yield partial.stream
        partial.sync()
        partial.keep()
    except OSError as error:
        error.filename = error.filename or str(path)  # a disk that is full does not say whose bytes it lacks room for
        raise
    finally:
        partial.close()
