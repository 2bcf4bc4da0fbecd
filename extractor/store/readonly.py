"""A file of SQLite where nothing may be written: another user's folder, a snapshot, a disk that is mounted read-only.

A reader of a WAL store writes too: it makes the log and its index beside it. Where it cannot, a store without a log is
opened as one that nobody writes, without locks; whether somebody did meanwhile is seen by its time and size.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from extractor.store.failures import StoreError

_WRITTEN = "was written while it was read, which nothing could hold back here; run it again"


class Unlocked(sqlite3.Connection):
    """A connection to a file that is taken to stay as it is."""

    file: Path
    state: tuple[int, int]

    def guard(self, file: Path) -> None:
        """Remember how the file is now."""
        self.file, self.state = file, _state(file)

    @property
    def is_stale(self) -> bool:
        """Whether the file is another than the one that was opened."""
        return _state(self.file) != self.state


def is_read_only(file: Path) -> bool:
    """Whether a file that is there may be read and no more: writing it takes the right to write its folder too."""
    return file.is_file() and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))


def mode(file: Path) -> str:
    """How SQLite is to open a file: the end of its address."""
    if not is_read_only(file):
        return "mode=rw"
    log = Path(f"{file}-wal")
    return "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"


@contextmanager
def unwritten(connection: Connection, options: Mapping[str, Any]) -> Iterator[None]:
    """A transaction of these options in which what nothing guards did not change; else what was read may be torn."""
    held = connection.connection.driver_connection
    try:
        with connection.execution_options(**options).begin():
            yield
    except (DBAPIError, sqlite3.Error):
        _refuse_stale(connection, held)
        raise
    _refuse_stale(connection, held)


def _refuse_stale(connection: Connection, held: object) -> None:
    if isinstance(held, Unlocked) and held.is_stale:
        connection.invalidate()
        raise StoreError(f"{held.file}: {_WRITTEN}")


def _state(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_mtime_ns, found.st_size
