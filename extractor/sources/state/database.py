"""The database itself: opened, its transactions, and the runs that worked on it."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, create_engine, event, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from extractor.errors import ExtractorError
from extractor.sources.state.tables import metadata, notes, runs

VERSION = "1"
_RESUMED = 20 * 3600.0
"""Seconds after its beginning within which a night that did not come to its end is taken up again."""


class StateError(ExtractorError):
    """The database cannot be read or written; what was to be written last is not in it."""


class Run(NamedTuple):
    """A crawl: its number, and the night that it works on, by the time of that night's beginning (seconds UTC).

    `killed` is true where the run before it did not come to its end by itself.
    """

    id: int
    night: float
    started: float
    resumed: bool = False
    killed: bool = False


class State:
    """One connection to the database; used by one thread at a time."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
        self._engine = create_engine("sqlite://", creator=lambda: _connection(path, read_only), poolclass=StaticPool)
        event.listen(self._engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        try:
            self._take(read_only)
        except StateError:
            self.close()
            raise

    def _take(self, read_only: bool) -> None:
        """Make the tables where they are new; those of another version are refused."""
        with self.transaction() as connection:
            if not read_only:
                metadata.create_all(connection)
                connection.execute(upsert(notes).values(name="version", value=VERSION).on_conflict_do_nothing())
            version = connection.execute(select(notes.c.value).where(notes.c.name == "version")).scalar()
        if version != VERSION:
            raise StateError(f"{self.path}: made by another version of extractor ({version}); use that one")

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing; `StateError` where the database fails."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise StateError(f"{self.path}: {_said(error.orig)}") from error
        except sqlite3.Error as error:
            raise StateError(f"{self.path}: {_said(error)}") from error

    def close(self) -> None:
        """Give the database back; what is in its log goes into the file."""
        self._engine.dispose()

    def __enter__(self) -> "State":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _connection(path: Path, read_only: bool) -> sqlite3.Connection:
    """A connection whose transactions are begun by name; what is committed is in the log before anything goes on."""
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    if read_only and not os.access(path.parent, os.W_OK) and not _has_log(path):
        uri += "&immutable=1"  # or SQLite would want to write its log's index beside it
    made = sqlite3.connect(uri, uri=True, timeout=10.0, check_same_thread=False, isolation_level=None)
    try:
        made.execute("PRAGMA busy_timeout=10000")
        if not read_only:
            made.execute("PRAGMA journal_mode=WAL")
            made.execute("PRAGMA synchronous=NORMAL")  # a log that power cuts short is made up for from the archive
    except sqlite3.Error:
        made.close()
        raise
    return made


def _has_log(path: Path) -> bool:
    """Whether something is in the database's log: a crawl is at work, or was killed."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def begin_run(connection: Connection, now: float, command: str) -> Run:
    """A new run. It takes up the night of the one before where that did not come to its end, and not long ago."""
    before = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(1)).first()
    resumed = before is not None and before.outcome != "done" and 0 <= now - before.night < _RESUMED
    night = before.night if before is not None and resumed else now
    result = connection.execute(insert(runs).values(night=night, started=now, command=command))
    key = result.inserted_primary_key
    assert key is not None
    return Run(key[0], night, now, resumed, killed=before is not None and before.ended is None)


def end_run(connection: Connection, run: Run, now: float, outcome: str, more: dict[str, Any]) -> None:
    """How a run ended: "done", "stopped" or "failed"; `more` has its `reason` and its `counts`."""
    told = {"reason": more.get("reason"), "counts": json.dumps(more.get("counts"))}
    connection.execute(update(runs).where(runs.c.id == run.id).values(ended=now, outcome=outcome, **told))


def note(connection: Connection, name: str) -> str | None:
    """A single fact by its name."""
    value: str | None = connection.execute(select(notes.c.value).where(notes.c.name == name)).scalar()
    return value


def set_note(connection: Connection, name: str, value: str) -> None:
    """Keep a single fact."""
    row = upsert(notes).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def _said(error: BaseException | None) -> str:
    """What SQLite says of a failure, and what to do where the file is damaged."""
    if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        do = "the next crawl begins it anew, and archive/ keeps what was fetched"
        return f"is damaged ({error}): move it away, with -wal and -shm beside it; {do}"
    return str(error)
