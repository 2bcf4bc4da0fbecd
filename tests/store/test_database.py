"""The store's database: opened, written, and its failures in one line that says what to do."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, inspect, select, text

from extractor.store import Store, StoreError
from extractor.store.tables import metadata, pattern_sets
from tests.store.postgresql import GUEST, SECRET, Server


def add(store: Store, version: str) -> None:
    with store.writing() as connection:
        connection.execute(insert(pattern_sets).values(version=version, files={}))


def add_in_steps(store: Store, *steps: Callable[[Connection], object]) -> None:
    """Write a row, do the steps, and write another, all in one transaction."""
    with store.writing() as connection:
        connection.execute(insert(pattern_sets).values(version="first", files={}))
        for step in steps:
            step(connection)
        connection.execute(insert(pattern_sets).values(version="last", files={}))


def versions(store: Store) -> set[str]:
    with store.reading() as connection:
        return set(connection.execute(select(pattern_sets.c.version)).scalars())


def failing(where: str | Path) -> str:
    """What is said when a store cannot be read."""
    with Store(where) as store, pytest.raises(StoreError) as caught:
        versions(store)
    return str(caught.value)


def test_a_new_store_has_all_tables_and_no_rows(store: Store) -> None:
    with store.reading() as connection:
        names = set(inspect(connection).get_table_names())
        assert connection.execute(select(func.count()).select_from(pattern_sets)).scalar() == 0
    assert set(metadata.tables) <= names


def test_a_store_that_is_made_again_keeps_its_rows(store: Store) -> None:
    add(store, "a")
    store.create()
    assert versions(store) == {"a"}


def test_two_that_make_it_at_once_both_find_it_made(empty_url: str) -> None:
    failed = []

    def make() -> None:
        try:
            with Store(empty_url) as store:
                store.create()
        except StoreError as error:
            failed.append(error)

    makers = [threading.Thread(target=make) for _ in range(4)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert failed == []
    with Store(empty_url) as store:
        assert versions(store) == set()


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        add_in_steps(store, lambda _: 1 / 0)
    assert versions(store) == set()


def test_a_reader_sees_one_state_whoever_writes_meanwhile(store: Store) -> None:
    with store.reading() as connection:
        before = connection.execute(select(func.count()).select_from(pattern_sets)).scalar()
        add(store, "a")
        assert connection.execute(select(func.count()).select_from(pattern_sets)).scalar() == before == 0


def test_a_reader_on_postgresql_cannot_write(postgresql: Server) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        with pytest.raises(StoreError, match="takes no writes"), store.reading() as connection:
            connection.execute(insert(pattern_sets).values(version="a", files={}))
    postgresql.drop(name)


def test_a_row_that_refers_to_none_is_refused(store: Store) -> None:
    with pytest.raises(StoreError), store.writing() as connection:
        connection.execute(text("INSERT INTO runs (command, patterns, started) VALUES ('ingest', 'none', 'now')"))


def test_a_store_that_was_not_made_is_said_to_be_missing(empty_url: str) -> None:
    assert "no store there yet; `extractor ingest PATH` makes one" in failing(empty_url)


def test_looking_for_a_store_makes_no_file(tmp_path: Path) -> None:
    failing(tmp_path / "none.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none" / "store.sqlite"
    assert failing(path) == f"{path}: the folder {tmp_path / 'none'} is not there"


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert failing(tmp_path).endswith("is a folder: name a file")


def test_another_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "letter.sqlite"
    path.write_bytes(b"Dear Sir or Madam, " * 1000)
    assert failing(path) == f"{path}: is no store: not a database of SQLite"


def test_somebody_elses_tables_are_left_alone(empty_url: str) -> None:
    with Store(empty_url, any_version=True) as store:
        if store.file:
            store.file.touch()
        with store.writing() as connection:
            connection.execute(text("CREATE TABLE articles (price INTEGER)"))
        with pytest.raises(StoreError, match="has a table articles of somebody else's"):
            store.create()
        with store.reading() as connection:
            assert inspect(connection).get_table_names() == ["articles"]


def test_tables_of_a_version_that_is_not_known_are_refused(store: Store, store_url: str) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert failing(store_url).endswith(": made by a newer version of extractor (tables 9999); use that one")


def test_a_damaged_file_is_said_to_be_damaged(store_url: str, backend: str) -> None:
    if backend == "postgresql":
        pytest.skip("a file of SQLite")
    with Store(store_url) as store:
        for number in range(2000):
            add(store, f"{number:0100d}") if number % 100 == 0 else None
    path = Path(store_url)
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(content)
    assert failing(path).startswith(f"{path}: is damaged: `extractor db check` says where; move its file away, ")


def test_a_file_that_may_only_be_read_is_not_written(store_url: str, backend: str) -> None:
    if backend == "postgresql":
        pytest.skip("a file of SQLite")
    with Store(store_url) as store, pytest.raises(StoreError, match="may not be written: give yourself the right"):
        add_in_steps(store, lambda connection: connection.execute(text("PRAGMA query_only=ON")))
    if os.geteuid():
        Path(store_url).chmod(0o400)
        with Store(store_url) as store, pytest.raises(StoreError, match="may not be written"):
            add(store, "a")


def test_a_writer_that_waits_too_long_says_for_whom(
    store: Store, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.store.database.BUSY", 0.3 if not store.is_postgresql else 1.0)
    with Store(store_url) as other, store.writing() as connection:
        connection.execute(insert(pattern_sets).values(version="a", files={}))
        with pytest.raises(StoreError, match="another process has been writing for more than 10 s"):
            add(other, "a")
    assert versions(store) == {"a"}


def test_a_writer_waits_for_another(store: Store, store_url: str) -> None:
    with Store(store_url) as other:
        with store.writing() as connection:
            connection.execute(insert(pattern_sets).values(version="a", files={}))
            waiting = threading.Thread(target=add, args=(other, "b"))
            waiting.start()
            waiting.join(0.2)
        waiting.join()
    assert versions(store) == {"a", "b"}


def test_the_wrong_password_is_not_printed(postgresql: Server) -> None:
    said = failing(postgresql.url("postgres", GUEST, "salah789"))
    assert "the server refuses the password: put it into ~/.pgpass or PGPASSWORD" in said
    assert "salah789" not in said
    assert "guest:***@" in said


def test_a_password_in_the_query_is_not_printed_either(postgresql: Server) -> None:
    said = failing(postgresql.url("postgres", GUEST) + "&password=salah789")
    assert "refuses the password" in said
    assert "salah789" not in said


def test_the_right_password_lets_in(postgresql: Server) -> None:
    assert "no store there yet" in failing(postgresql.url("postgres", GUEST, SECRET))


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("postgresql:///none?host={folder}&user=postgres", "the server has no database of that name: `createdb"),
        ("postgresql:///postgres?host={folder}&user=nemo", "the server knows no such user"),
        ("postgresql:///postgres?host={folder}/none&user=postgres", "no server of PostgreSQL answers there"),
        ("postgresql://127.0.0.1:1/postgres", "no server of PostgreSQL answers there"),
        ("postgresql://nowhere.invalid/postgres", "no server of PostgreSQL answers there"),
    ],
)
def test_what_keeps_a_server_from_being_reached_is_said(postgresql: Server, where: str, said: str) -> None:
    told = failing(where.format(folder=postgresql.folder))
    assert said in told
    assert "\n" not in told


def test_a_user_without_rights_is_told_so(postgresql: Server) -> None:
    name = postgresql.database()
    with pytest.raises(StoreError, match="the user may not do that: GRANT"), Store(
        postgresql.url(name, GUEST, SECRET)
    ) as store:
        store.create()
    postgresql.drop(name)


def test_a_database_that_lacks_letters_is_refused(postgresql: Server) -> None:
    with postgresql.connected() as connection:
        connection.execute("CREATE DATABASE narrow TEMPLATE template0 ENCODING 'LATIN1'")
    with Store(postgresql.url("narrow")) as store, pytest.raises(StoreError, match="is in LATIN1, which lacks letters"):
        store.create()
    postgresql.drop("narrow")


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("postgresql://[::1", "the store's address cannot be read"),
        ("mysql://root:geheim@host/db", "no store can be kept in mysql"),
        ("oracle+thin://x", "no store can be kept in oracle"),
    ],
)
def test_an_address_that_cannot_be_meant_is_refused_without_being_printed(where: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        Store(where)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_a_server_that_was_started_again_between_two_transactions_is_no_failure(postgresql: Server, how: str) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        add(store, "a")
        postgresql.stop(how)
        postgresql.start()
        add(store, "b")
        assert versions(store) == {"a", "b"}
    postgresql.drop(name)


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_a_server_that_stops_within_a_transaction_takes_all_of_it_back(postgresql: Server, how: str) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        with pytest.raises(StoreError, match="the server stopped or the connection broke"):
            add_in_steps(store, lambda _: postgresql.stop(how))
        with pytest.raises(StoreError, match="no server of PostgreSQL answers there"):
            versions(store)
        postgresql.start()
        assert versions(store) == set()
    postgresql.drop(name)


def test_what_a_crashed_server_took_is_told_by_the_next_that_writes(postgresql: Server) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        add(store, "a")
        with store.writing(lasting=False) as connection:
            connection.execute(insert(pattern_sets), {"version": "b", "files": {}})
        postgresql.stop("immediate")
        postgresql.start()
        before = versions(store)  # by a new connection, which the pool made without a word
        with pytest.raises(StoreError, match="the server stopped or the connection broke in the middle"):
            add(store, "c")
        assert "a" in before
        assert versions(store) == before
        add(store, "d")
        assert versions(store) == before | {"d"}
    postgresql.drop(name)


def test_the_control_a_lasting_transaction_owes_nothing(postgresql: Server) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        with store.writing(lasting=False) as connection:
            connection.execute(insert(pattern_sets), {"version": "b", "files": {}})
        add(store, "a")
        postgresql.stop("immediate")
        postgresql.start()
        add(store, "c")
        assert versions(store) == {"a", "b", "c"}
    postgresql.drop(name)


def test_another_connection_goes_on_while_the_one_that_wrote_is_there(postgresql: Server) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        with store.writing(lasting=False) as connection:
            connection.execute(insert(pattern_sets), {"version": "b", "files": {}})
            first = connection.connection.dbapi_connection
        with store.reading(), store.reading(), store.writing(lasting=False) as connection:
            assert connection.connection.dbapi_connection is not first
            connection.execute(insert(pattern_sets), {"version": "c", "files": {}})
        assert versions(store) == {"b", "c"}
    postgresql.drop(name)


def test_every_transaction_of_sqlite_is_on_the_disk_when_it_ends(store_url: str, backend: str) -> None:
    if backend == "postgresql":
        pytest.skip("PostgreSQL does so as it comes")
    with Store(store_url) as store:
        add(store, "a")
        with store.reading() as connection:
            told = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]
        copied = Path(store_url).with_name("killed.sqlite")
        for end in ("", "-wal"):  # as a kill would leave it, with the log beside it
            shutil.copyfile(f"{store_url}{end}", f"{copied}{end}")
    assert told == ["wal", 2]
    with closing(sqlite3.connect(copied)) as connection:
        assert connection.execute("SELECT version FROM pattern_sets").fetchall() == [("a",)]


def test_a_full_store_without_its_version_is_damaged_and_not_new(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        store.create()
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection:
        connection.execute("DELETE FROM alembic_version")
        connection.commit()
    with Store(tmp_path / "store.sqlite") as store:
        with pytest.raises(StoreError, match=r"is damaged: .*move its file away, .*db copy BACKUP STORE"):
            store.create()
        with pytest.raises(StoreError, match=r"is damaged: .*move its file away"), store.reading():
            pass
