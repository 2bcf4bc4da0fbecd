"""The store's database: opened by a path or an address, and its transactions."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from extractor.store import migrations
from extractor.store.failures import BRING_BACK, BUSY, GONE, StoreError, named
from extractor.store.readonly import Unlocked, is_read_only, mode, unwritten
from extractor.store.tables import metadata

__all__ = ["FILE", "VERSION_TABLE", "Store", "StoreError", "address_of"]

FILE = "store.sqlite"
"""The store's name in a data folder."""
VERSIONS = "alembic_version"
VERSION_TABLE = "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
"""Where Alembic keeps the version of the tables."""
_READ, _WRITE = "BEGIN", "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; BEGIN IMMEDIATE"
_WRITE_AGAIN = _WRITE.replace("FULL", "NORMAL")
_ALTER = _WRITE.replace("foreign_keys=ON", "foreign_keys=OFF")
"""What begins a transaction of SQLite: whether rows must refer to what is there cannot be changed within one."""
_ROOM = ("PRAGMA cache_size=-32768", "PRAGMA wal_autocheckpoint=8192")
"""Pages of SQLite's that are held, 32 MiB of them, and written anew before they go from the log to the file: a page of
an index is met by many articles, and goes there once."""
_BACKEND = "SELECT pid, backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()"
_IS_THERE = "SELECT 1 FROM pg_stat_activity WHERE (pid, backend_start) = (%s, %s)"
"""Which process of PostgreSQL's serves a connection, and whether it still does."""
_NOT_AT_ONCE = "SET LOCAL synchronous_commit = off"
_STATEMENT = 900
"""Seconds after which PostgreSQL gives a statement up: nothing of ours takes minutes, whatever hangs must end."""


class Store:
    """A store, in a file of SQLite or in a database of PostgreSQL; several transactions may be open at once."""

    def __init__(self, where: str | Path, *, any_version: bool = False) -> None:
        """`any_version`: tables of older and newer versions are not refused, for what only copies or brings them up."""
        self.url = address_of(where)
        self.file = None if self.is_postgresql else Path(str(self.url.database))
        self.name = str(self.file or _without_password(self.url))
        self.engine = _engine(self.url)
        self._is_ready = any_version
        self._owing: tuple[Any, ...] | None = None  # PostgreSQL's process whose commits may not be on the disk yet

    @property
    def is_postgresql(self) -> bool:
        """Whether it is kept by PostgreSQL; else by SQLite."""
        return self.url.get_backend_name() == "postgresql"

    @property
    def is_read_only(self) -> bool:
        """Whether it is a file that this user, or anybody, may only read."""
        return self.file is not None and is_read_only(self.file)

    def writing(self, *, lasting: bool = True) -> AbstractContextManager[Connection]:
        """A transaction that may write: all of it is kept, or nothing; once it has ended, a power cut takes none of it.

        One that is not `lasting` does not wait for the disk: a power cut may take it until the next lasting one has
        ended, but takes its process too, before that could say that it was done. A server of PostgreSQL may crash and
        come back while a process goes on: the next that would write is refused then. What is taken is the latest
        always: no transaction is kept without those before it. A second transaction waits until the first has ended,
        ten seconds at the most.
        """
        return self._writing(lasting=lasting)

    @contextmanager
    def _writing(self, *, lasting: bool) -> Iterator[Connection]:
        with self._transaction({"begin": _WRITE if lasting else _WRITE_AGAIN}) as connection:
            if self.is_postgresql and not (lasting and self._owing is None):
                self._owe(connection, lasting=lasting)
            yield connection
        if lasting:
            self._owing = None

    def _owe(self, connection: Connection, *, lasting: bool) -> None:
        """Go on only where no crash can have taken what was committed before and was not on the disk yet.

        A crash ends all processes of a server. While the one that committed is there, all is there that it committed,
        and the next lasting commit takes it to the disk before it ends.
        """
        if "backend" not in connection.info:
            connection.info["backend"] = tuple(connection.exec_driver_sql(_BACKEND).one())
        mine = connection.info["backend"]
        if self._owing not in (None, mine) and not connection.exec_driver_sql(_IS_THERE, self._owing).first():
            raise StoreError(f"{self.name}: {GONE}")
        if not lasting:
            connection.exec_driver_sql(_NOT_AT_ONCE)
            self._owing = mine

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads: one state of the store, whoever writes meanwhile."""
        own = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if self.is_postgresql else {}
        return self._transaction({"begin": _READ, **own})

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """A transaction that may make tables anew; what they refer to each other by is looked at when it ends."""
        with self._transaction({"begin": _ALTER}) as connection:
            yield connection
            if not self.is_postgresql and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise StoreError(f"{self.name}: rows would be left that refer to none: nothing was changed")

    def analyse(self, *names: str) -> None:
        """Have PostgreSQL count what is in tables, of which much is new: it plans by that; SQLite plans without."""
        if self.is_postgresql:
            with self.writing() as connection:
                connection.exec_driver_sql(f"ANALYZE {', '.join(names)}")

    @contextmanager
    def _transaction(self, options: dict[str, Any]) -> Iterator[Connection]:
        with self.failing(), self.engine.connect() as connection, unwritten(connection, options):
            if not self._is_ready:
                self._refuse_other_versions(connection)
            yield connection

    def revision(self, connection: Connection) -> str | None:
        """The version of the tables, None where there are none."""
        if not inspect(connection).has_table(VERSIONS):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()

    def _refuse_other_versions(self, connection: Connection) -> None:
        found = self.revision(connection)
        if found is None:
            self._refuse_nameless(connection)
            raise StoreError(f"{self.name}: no store there yet; `extractor ingest PATH` makes one")
        if found not in migrations.known():
            raise StoreError(f"{self.name}: made by a newer version of extractor (tables {found}); use that one")
        if found != migrations.NEWEST:
            raise StoreError(f"{self.name}: made by an older version of extractor: `extractor db upgrade` brings it up")
        self._is_ready = True

    def _refuse_nameless(self, connection: Connection) -> None:
        """Refuse a store of which only the row with its version is lost: it is full, and not a new one."""
        names = set(inspect(connection).get_table_names())
        if VERSIONS in names and names & set(metadata.tables):
            raise StoreError(f"{self.name}: is damaged: it does not say which version its tables are; {BRING_BACK}")

    def is_there(self) -> bool:
        """Whether there is a store, of whichever version; a file or a database without tables is none yet."""
        if self.file is not None and not self.file.exists():
            return False
        with self.failing(), self.engine.connect() as connection, connection.execution_options(begin=_READ).begin():
            return inspect(connection).has_table(VERSIONS)

    def create(self) -> None:
        """Make the tables where the store is new; those of another version are refused."""
        with self.failing():
            if self.file is not None:
                _make_file(self.file)
            with self.engine.connect() as connection, connection.execution_options(begin=_WRITE).begin():
                if self.is_postgresql:
                    self._begin_on_server(connection)
                if self.revision(connection) is None:
                    self._make_tables(connection)
                self._refuse_other_versions(connection)

    def _begin_on_server(self, connection: Connection) -> None:
        """One maker at a time, and in a database that can hold every letter."""
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('extractor tables'))"))
        encoding = connection.execute(text("SHOW server_encoding")).scalar()
        if encoding != "UTF8":
            how = "createdb --encoding UTF8 --template template0 NAME"
            raise StoreError(f"{self.name}: the database is in {encoding}, which lacks letters; make one with `{how}`")

    def _make_tables(self, connection: Connection) -> None:
        self._refuse_nameless(connection)
        if others := set(inspect(connection).get_table_names()) & set(metadata.tables):
            raise StoreError(f"{self.name}: has a table {min(others)} of somebody else's; name an empty database")
        metadata.create_all(connection)
        connection.execute(text(VERSION_TABLE))
        connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": migrations.NEWEST})

    def close(self) -> None:
        """Give the database back."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def failing(self) -> Iterator[None]:
        """What the database says of a failure, as a `StoreError` that says what to do."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            self._owing = None
            raise named(error, self.name, self.file) from error
        except StoreError:
            self._owing = None  # whoever counted on what was committed has been told that something broke
            raise


def address_of(where: str | Path) -> URL:
    """The address of a store that is named by a path or by "postgresql://user@host/name"."""
    name = os.fspath(where)
    if "://" not in name:
        return URL.create("sqlite", database=name)
    try:
        url = make_url(name)
    except (ArgumentError, ValueError) as error:
        raise StoreError("the store's address cannot be read: write postgresql://user@host/name, or a path") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database:
        return url
    raise StoreError(f"no store can be kept in {url.get_backend_name()}: name a file, or postgresql://user@host/name")


def _without_password(url: URL) -> str:
    shown = url.set(drivername="postgresql")
    if "password" in shown.query:
        shown = shown.update_query_dict({"password": "***"})
    return shown.render_as_string(hide_password=True)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        settings = f"-c lock_timeout={BUSY:.0f}s -c statement_timeout={_STATEMENT}s"
        own = {"connect_timeout": int(BUSY), "application_name": "extractor", "options": settings}
        alive = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 60_000}
        return create_engine(url, pool_pre_ping=True, connect_args=own | alive)
    engine = create_engine(url, poolclass=QueuePool, creator=_opener(str(url.database)))
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    *settings, begin = connection.get_execution_options()["begin"].split("; ")
    if settings and connection.info.get("settings") != settings:
        for setting in settings:
            connection.exec_driver_sql(setting)
        connection.info["settings"] = settings
    connection.exec_driver_sql(begin)


def _opener(path: str) -> Callable[[], sqlite3.Connection]:
    """What opens a file of SQLite that is there; one that is not is never made by a mere look at it.

    WAL: readers and the writer do not wait for each other, and a kill at any write leaves a whole store. Synchronous
    FULL, as SQLite has it: each transaction is on the disk when it ends, for a person's decision cannot be read again
    from anywhere; an article can, and NORMAL takes it to the disk with the next lasting transaction.
    """

    def opened() -> sqlite3.Connection:
        address = f"file:{quote(path)}?{mode(Path(path))}"
        unlocked = address.endswith("immutable=1")
        connection = sqlite3.connect(
            address, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False,
            factory=Unlocked if unlocked else sqlite3.Connection,
        )  # fmt: skip
        try:
            if isinstance(connection, Unlocked):
                connection.guard(Path(path))
            for setting in _ROOM:
                connection.execute(setting)
        except BaseException:
            connection.close()
            raise
        return connection

    return opened


def _make_file(file: Path) -> None:
    """An empty file of SQLite in WAL mode, where there is none; the mode stays with the file."""
    address = f"file:{quote(str(file))}?mode=rwc"
    with closing(sqlite3.connect(address, uri=True, timeout=BUSY, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
