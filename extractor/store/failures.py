"""What a database's failures mean: one line that says what is wrong and what to do."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from extractor.errors import ExtractorError

BUSY = 10.0
"""Seconds for which one writer waits for another."""


class StoreError(ExtractorError):
    """The store cannot be opened, read or written; what was to be written last is not in it."""


_AGAIN = "what was finished before is kept; run it again"
_FULL = f"the disk is full: {_AGAIN} when there is space"
_WAITED = f"another process has been writing for more than {BUSY:.0f} s; run it again when that one is done"
GONE = f"the server stopped or the connection broke in the middle: {_AGAIN}"
_DOWN = f"no server of PostgreSQL answers there: start it, or correct the address; {_AGAIN}"
_SECRET = "put it into ~/.pgpass or PGPASSWORD, or correct it"
BRING_BACK = (
    "move its file away, with -wal and -shm beside it, then `extractor db copy BACKUP STORE` brings the backup back"
)
"""What to do with a store that is damaged: a copy wants an empty place."""
_DAMAGED = f"is damaged: `extractor db check` says where; {BRING_BACK}"
_SQLITE = {
    "SQLITE_BUSY": _WAITED,
    "SQLITE_LOCKED": _WAITED,
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": f"the disk refuses to read or write (full, over a limit, or broken): {_AGAIN}",
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": "is no store: not a database of SQLite",
    "SQLITE_READONLY": "may not be written: give yourself the right to write it and its folder",
    "SQLITE_PERM": "may not be opened: give yourself the right to read and write it",
}
_BY_STATE = {
    "28P01": f"the server refuses the password: {_SECRET}",
    "28000": "the server does not let this user in",
    "3D000": "the server has no database of that name: `createdb --encoding UTF8 NAME` makes one",
    "53100": _FULL,
    "53300": "the server has too many connections: run it again later",
    "57P01": GONE,
    "57P02": GONE,
    "57P03": "the server is starting or stopping: run it again when it is up",
    "57014": "the server took too long over a statement and gave it up; run it again when it has less to do",
    "55P03": _WAITED,
    "40001": _WAITED,
    "40P01": _WAITED,
    "42501": "the user may not do that: GRANT it the rights, or make it the owner of the database",
    "25006": "the server takes no writes (a replica, or set read-only): name the one that does",
    "42P01": "the database is not a store of this version: `extractor db upgrade` makes it one",
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}
"""By the code that PostgreSQL gives an error (SQLSTATE)."""
_BY_WORDS = {
    "password authentication failed": _BY_STATE["28P01"],
    "no password supplied": f"the server wants a password: {_SECRET}",
    "too many clients": _BY_STATE["53300"],
    "no pg_hba.conf entry": _BY_STATE["28000"],
    "the database system is": _BY_STATE["57P03"],
    "terminating connection": GONE,
    "server closed the connection": GONE,
    "connection refused": _DOWN,
    "no such file or directory": _DOWN,
    "could not translate host name": _DOWN,
    "failed to resolve host": _DOWN,
    "connection timeout": _DOWN,
    "timeout expired": _DOWN,
    "the connection is lost": GONE,
    "connection is closed": GONE,
}
"""By what libpq says where it has no code: of connections that were never made, or broke."""


def named(error: DBAPIError | sqlite3.Error, name: str, file: Path | None = None) -> StoreError:
    """A failure of a database under the store's name; `file` is the store's where SQLite keeps it."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    said = " ".join(str(cause).split())
    if isinstance(cause, sqlite3.Error):
        reason = _of_sqlite(cause, said, file)
    else:
        reason = _BY_STATE.get(getattr(cause, "sqlstate", None) or "") or _of_words(said)
    return StoreError(f"{name}: {reason}")


def tells_of_damage(error: StoreError) -> bool:
    """Whether the database opened, and what is in it cannot be read."""
    cause = getattr(error.__cause__, "orig", error.__cause__)
    code = getattr(cause, "sqlite_errorname", "") or getattr(cause, "sqlstate", "") or ""
    return code.startswith(("SQLITE_CORRUPT", "XX001", "XX002"))


def _of_sqlite(error: sqlite3.Error, said: str, file: Path | None) -> str:
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith("SQLITE_CANTOPEN") and file is not None:
        return _unopened(file)
    return next((reason for start, reason in _SQLITE.items() if code.startswith(start)), said)


def _unopened(file: Path) -> str:
    if not file.parent.is_dir():
        return f"the folder {file.parent} is not there"
    if file.is_dir():
        return "is a folder: name a file"
    if not file.exists():
        return "no store there yet; `extractor ingest PATH` makes one"
    return "cannot be opened: give yourself the right to read and write it and its folder"


def _of_words(said: str) -> str:
    small = said.lower()
    if "does not exist" in small and "database " in small:
        return _BY_STATE["3D000"]
    if "does not exist" in small and "role " in small:
        return "the server knows no such user: `createuser NAME` makes one"
    return next((reason for words, reason in _BY_WORDS.items() if words in small), said)
