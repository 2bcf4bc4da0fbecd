"""A backup: the whole store as one file of SQLite, read back before it counts; `extractor db copy` brings it back."""

import sqlite3
from contextlib import closing
from operator import gt
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from sqlalchemy import Connection, func, inspect, select, table

from extractor.store.copying import copy, put_in_place
from extractor.store.database import Store
from extractor.store.failures import StoreError
from extractor.store.tables import metadata

_START, _END, _PART = "store-", ".sqlite", ".part"
_LASTING, _FAR = ("articles", "texts", "decisions"), 2
"""Tables of which no row ever goes, in every version; a backup with so many times the rows of one holds far more."""
_NOTHING = ()
"""What is first of a store in which nothing ran."""


class Backup(NamedTuple):
    """The file that was written, how many rows are in it, and the older backups that were removed for it.

    `fuller` are older ones of the same store that would have gone, and stay because they hold far more than this one;
    `others` those of other stores, which nobody counts and removes.
    """

    path: Path
    rows: int
    removed: tuple[Path, ...] = ()
    fuller: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()

    @property
    def remark(self) -> str | None:
        """What a person should know of the older backups, in one line."""
        told = []
        if self.fuller:
            many = f"{len(self.fuller)} older backup{'s'[: len(self.fuller) != 1]}"
            told.append(f"{many} would have gone, but hold more than {_FAR} times as much: is the store whole?")
        if self.others:
            told.append(f"backups of another store are there too ({len(self.others)}), and stay")
        return "; ".join(told) or None


def backup(store: Store, folder: Path, now: str, keep: int | None = None) -> Backup:
    """Write a backup into a folder, named by the time; once it is whole, remove all of its store but the newest `keep`.

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
    return _alone(Backup(file, rows), keep)


def _free(folder: Path, time: str) -> Path:
    """A name for a backup of this time; of a second one of one second with a number behind."""
    names = (f"{_START}{time}{number}{_END}" for number in ("", *(f"_{count}" for count in range(2, 1_000))))
    return next(path for name in names if not (path := folder / name).exists())


def backups(folder: Path) -> list[Path]:
    """The backups in a folder, the newest first."""
    return sorted(folder.glob(f"{_START}*{_END}"), reverse=True)


def _alone(made: Backup, keep: int | None) -> Backup:
    """Remove older backups of the same store, all but the newest; never one that holds more than twice as much."""
    older = [path for path in backups(made.path.parent) if path != made.path]
    mine, held = _first(made.path), {path: _first(path) for path in older}
    others = tuple(path for path, first in held.items() if first not in (mine, _NOTHING))
    spare = [path for path in older if path not in others][max(0, keep - 1) :] if keep is not None else []
    most = [_FAR * rows for rows in _kept(made.path)] if spare else []
    fuller = tuple(path for path in spare if any(map(gt, _kept(path), most)))
    removed = tuple(path for path in spare if path not in fuller)
    for path in removed:
        path.unlink()
    return made._replace(removed=removed, fuller=fuller, others=others)


def _first(path: Path) -> Any:
    """What tells a store from others, wherever it is copied to: its first run. None of a file that is no backup."""
    try:
        with closing(_looked_at(path)) as connection:
            first = connection.execute("SELECT id, command, started FROM runs ORDER BY id LIMIT 1").fetchone()
            return first or _NOTHING
    except sqlite3.Error:
        return None


def _kept(path: Path) -> list[int]:
    """How much a backup has of what no store loses."""
    with closing(_looked_at(path)) as connection:
        return [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _LASTING]


def _looked_at(path: Path) -> sqlite3.Connection:
    """A backup, which nobody writes, opened where nothing may be written."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)


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
    return sum(rows for name, rows in before.items() if name in metadata.tables)  # not those behind the search index


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
