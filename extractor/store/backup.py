"""A backup: the whole store as one file of SQLite, read back before it counts; `extractor db copy` brings it back."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, func, inspect, select, table

from extractor.store.copying import copy, put_in_place
from extractor.store.database import Store
from extractor.store.failures import StoreError

_START, _END, _PART = "store-", ".sqlite", ".part"


class Backup(NamedTuple):
    """The file that was written, how many rows are in it, and the older backups that were removed for it."""

    path: Path
    rows: int
    removed: tuple[Path, ...]


def backup(store: Store, folder: Path, now: str, keep: int | None = None) -> Backup:
    """Write a backup into a folder, named by the time, and remove all but the newest `keep` there once it is whole.

    Others may write meanwhile: it is the store as it was at one moment. What a kill leaves ends in ".part", and the
    next backup removes it. `now` is ISO text, UTC. The store may be of another version where SQLite keeps it.
    """
    file = _free(folder, now.replace("-", "").replace(":", ""))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{_START}*{_END}{_PART}*"):
            left.unlink()
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error
    if store.file is None:
        with Store(file, any_version=True) as target:
            rows = sum(copy(store, target).values())
    else:
        rows = _copied(store, file)
    return Backup(file, rows, _only(folder, keep, file))


def _free(folder: Path, time: str) -> Path:
    """A name for a backup of this time; of a second one of one second with a number behind."""
    names = (f"{_START}{time}{number}{_END}" for number in ("", *(f"_{count}" for count in range(2, 1_000))))
    return next(path for name in names if not (path := folder / name).exists())


def backups(folder: Path) -> list[Path]:
    """The backups in a folder, the newest first."""
    return sorted(folder.glob(f"{_START}*{_END}"), reverse=True)


def _only(folder: Path, keep: int | None, made: Path) -> tuple[Path, ...]:
    """Remove all but the newest backups; the one just made always stays. What was removed."""
    if keep is None:
        return ()
    older = tuple(path for path in backups(folder) if path != made)[max(0, keep - 1) :]
    for path in older:
        path.unlink()
    return older


def _copied(store: Store, file: Path) -> int:
    """Copy a file of SQLite page by page, look it through and compare how many rows there are; how many in all."""
    part = file.with_name(file.name + _PART)
    try:
        with store.reading() as connection:
            before = _counts(connection)
            held = connection.connection.driver_connection
            assert isinstance(held, sqlite3.Connection)
            with closing(sqlite3.connect(part, isolation_level=None)) as made:
                _fill(held, made, file)
                _look_through(made, file)
        with Store(part, any_version=True) as opened, opened.reading() as connection:
            if _counts(connection) != before:
                raise StoreError(f"{file}: the backup has other rows than the store: it was not kept")
        with store.failing():
            put_in_place(part, file)
    except sqlite3.Error as error:
        raise StoreError(f"{file}: cannot be written: {error}") from error
    except OSError as error:
        raise StoreError(f"{file}: cannot be written: {error.strerror or error}") from error
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            Path(f"{part}{end}").unlink(missing_ok=True)
    return sum(before.values())


def _fill(held: sqlite3.Connection, made: sqlite3.Connection, file: Path) -> None:
    """Copy the pages; what fails is laid to the disk that is written, if it is not the store that is damaged."""
    try:
        held.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            how = "make room there, or name another folder with --to"
            raise StoreError(f"{file}: cannot be written: {error}; {how}") from error
        raise


def _look_through(connection: sqlite3.Connection, file: Path) -> None:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise StoreError(f"{file}: not written: the store is damaged ({found}); `extractor db check` says more")


def _counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has, of whatever version they are."""
    names = inspect(connection).get_table_names()
    return {name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names}
