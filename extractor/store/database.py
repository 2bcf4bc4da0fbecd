"""The store's database: opened by a path or an address, its transactions, and what its failures are called."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from extractor.errors import ExtractorError
from extractor.store.tables import metadata

FILE = "store.sqlite"
"""The store's name in a data folder."""
BUSY = 10.0
"""Seconds for which one writer waits for another."""


class StoreError(ExtractorError):
    """The store cannot be opened, read or written; what was to be written last is not in it."""


class Store:
    """A store, in a file of SQLite or in a database of PostgreSQL; several transactions may be open at once."""

    def __init__(self, where: str | Path) -> None:
        self.url = address_of(where)
        self.name = self.url.render_as_string(hide_password=True) if self.is_postgresql else str(self.url.database)
        self.engine = _engine(self.url)

    @property
    def is_postgresql(self) -> bool:
        """Whether it is kept by PostgreSQL; else by SQLite."""
        return self.url.get_backend_name() == "postgresql"

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that may write: all of it is kept, or nothing."""
        return self._transaction({"begin": "BEGIN IMMEDIATE"})

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads: one state of the store, whoever writes meanwhile."""
        own = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if self.is_postgresql else {}
        return self._transaction({"begin": "BEGIN", **own})

    @contextmanager
    def _transaction(self, options: dict[str, Any]) -> Iterator[Connection]:
        with self._named(), self.engine.execution_options(**options).begin() as connection:
            yield connection

    def create(self) -> None:
        """Make the tables where the store is new."""
        with self.writing() as connection:
            if not inspect(connection).has_table("articles"):
                metadata.create_all(connection)

    def close(self) -> None:
        """Give the database back."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """What the database says of a failure, with the store's name before it."""
        try:
            yield
        except DBAPIError as error:
            reason = " ".join(str(error.orig).split())
            raise StoreError(f"{self.name}: {reason}") from error
        except sqlite3.Error as error:
            raise StoreError(f"{self.name}: {error}") from error


def address_of(where: str | Path) -> URL:
    """The address of a store that is named by a path or by "postgresql://user@host/name"."""
    text = os.fspath(where)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise StoreError("the store's address cannot be read: write postgresql://user@host/name, or a path") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise StoreError(f"no store can be kept in {url.get_backend_name()}: name a file, or postgresql://user@host/name")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": int(BUSY)})
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY, "isolation_level": None})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda made: made.exec_driver_sql(made.get_execution_options()["begin"]))
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    """What SQLite needs to be told of each connection."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
