"""A database that is handed on is as new: no row, no number used, nobody in it; else it is none."""

from collections.abc import Iterator

import pytest
from psycopg import OperationalError
from sqlalchemy import select

from extractor.store import Store
from extractor.store.tables import texts
from tests.store.conftest import server_or_skip
from tests.store.handed_on import HandedOn
from tests.store.telling import ingested, record, told


@pytest.fixture
def databases() -> Iterator[HandedOn]:
    server = server_or_skip()
    name = server.database()
    with Store(server.url(name)) as made:
        made.create()
    yield HandedOn(server, name)
    server.drop(name)


def filled(databases: HandedOn, name: str) -> list[int]:
    """The numbers of the texts in a database into which an article was ingested."""
    with Store(databases.server.url(name)) as store:
        ingested(store, told("a", record()))
        with store.reading() as connection:
            return list(connection.scalars(select(texts.c.id)))


def test_the_next_test_gets_it_without_rows_and_numbers_its_own_from_one(databases: HandedOn) -> None:
    first = databases.taken()
    assert filled(databases, first) == [1]
    databases.given_back(first)
    second = databases.taken()
    assert (second, filled(databases, second)) == (first, [1])
    databases.server.drop(second)


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX ix_texts_hash",
        "DROP TABLE bands",
        "ALTER TABLE texts ADD COLUMN more integer",
        "ALTER TABLE texts ALTER COLUMN text DROP NOT NULL",
        "CREATE TABLE more (id integer)",
        "CREATE FUNCTION more() RETURNS integer LANGUAGE SQL AS 'SELECT 1'",
        "CREATE SCHEMA more",
        "GRANT SELECT ON texts TO guest",
        "UPDATE alembic_version SET version_num = 'r9999'",
        "DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = 64', current_database()); END$$",
    ],
)
def test_one_that_is_not_as_it_was_made_is_removed(databases: HandedOn, change: str) -> None:
    name = databases.taken()
    with databases.server.connected(name) as connection:
        connection.execute(change)
    databases.given_back(name)
    with pytest.raises(OperationalError, match="does not exist"):
        databases.server.connected(name)


def test_who_is_still_in_it_is_out(databases: HandedOn) -> None:
    name = databases.taken()
    left = databases.server.connected(name)
    left.execute("SELECT pg_advisory_lock(1)")
    databases.given_back(name)
    with pytest.raises(OperationalError):
        left.execute("SELECT 1")
    databases.server.drop(name)
