"""What brings an older store up: the steps make the tables of tables/, and a step that fails changes nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, inspect, select, text

from extractor.store import Store, StoreError, migrations
from extractor.store.migrations.upgrading import upgrade
from extractor.store.tables import articles, metadata, pattern_sets, runs
from tools.migration import ours

COMPARED = {"include_object": ours, "compare_type": True, "compare_server_default": True}
LATER = f"{int(migrations.NEWEST) + 1:04d}"
STEP = f'''"""A made-up step of a later version."""

import sqlalchemy as sa
from alembic import op

revision = "{LATER}"
down_revision = "{migrations.NEWEST}"


def upgrade():
    with op.batch_alter_table("articles") as batch:
        batch.add_column(sa.Column("stars", sa.Integer(), nullable=False, server_default="3"))
        batch.alter_column("outlet", new_column_name="paper")
    op.execute("UPDATE articles SET stars = 5 WHERE paper = 'Kabar'")
'''
FAILING = "    op.execute('DROP TABLE bands')\n    raise ValueError('in the middle')\n"
ORPHANING = "    op.execute('DELETE FROM runs')\n"


def migrated(url: str) -> Store:
    """A store whose tables the steps have made."""
    store = Store(url, any_version=True)
    if store.file:
        store.file.touch()
    upgrade(store, migrations.NEWEST)
    return store


IN_ITS_OWN_WORDS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' OR name = 'search' ORDER BY name",
    "postgresql": "SELECT tgname, tgtype, proname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
    " WHERE NOT tgisinternal ORDER BY tgname",
}


def schema(connection: Connection) -> dict[str, Any]:
    """Everything that a database says of its tables."""
    found, names = inspect(connection), set(inspect(connection).get_table_names())
    own = connection.execute(text(IN_ITS_OWN_WORDS[connection.dialect.name])).all()
    return {"own": [tuple(row) for row in own]} | {
        name: {
            "columns": [{**column, "type": repr(column["type"])} for column in found.get_columns(name)],
            "indexes": sorted(found.get_indexes(name), key=str),
            "foreign": sorted(found.get_foreign_keys(name), key=str),
            "unique": sorted(found.get_unique_constraints(name), key=str),
            "key": found.get_pk_constraint(name),
        }
        for name in names - {"alembic_version"}
        if not name.startswith("search_")
    }


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A later version of the program, which knows one more step."""
    folder = tmp_path / "versions"
    shutil.copytree(migrations.VERSIONS, folder)
    (folder / f"r{LATER}_made_up.py").write_text(STEP, encoding="utf-8")
    monkeypatch.setattr(migrations, "VERSIONS", folder)
    monkeypatch.setattr(migrations, "NEWEST", LATER)
    migrations.known.cache_clear()
    yield folder / f"r{LATER}_made_up.py"
    migrations.known.cache_clear()


@pytest.fixture
def filled(store: Store) -> Store:
    """A store of this version with an article in it."""
    with store.writing() as connection:
        connection.execute(insert(pattern_sets).values(version="a", files={}))
        connection.execute(insert(runs).values(id=1, command="ingest", patterns="a", started="2026-11-22T03:20:00Z"))
        connection.execute(insert(articles).values(key="https://kabar.example/1", outlet="Kabar", run_id=1))
    return store


def test_the_newest_version_is_the_last_step() -> None:
    assert migrations.known()[-1] == migrations.NEWEST


def test_the_steps_make_the_tables_of_tables_py(empty_url: str) -> None:
    with migrated(empty_url) as store, store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts=COMPARED), metadata)
    assert differences == []


def test_the_steps_make_what_create_makes(empty_url: str, store: Store) -> None:
    with store.reading() as connection:
        made = schema(connection)
    if store.file:  # both are in one file's place
        store.close()
        store.file.unlink()
    with migrated(empty_url) as stepped, stepped.reading() as connection:
        assert schema(connection) == made


def test_the_control_a_column_that_no_step_makes_is_noticed(empty_url: str) -> None:
    with migrated(empty_url) as store, store.altering() as connection:
        assert schema(connection)["own"]
        connection.execute(text("ALTER TABLE articles ADD COLUMN stars INTEGER"))
        assert compare_metadata(MigrationContext.configure(connection, opts=COMPARED), metadata) != []


def test_what_the_steps_made_is_a_store_like_any_other(empty_url: str) -> None:
    migrated(empty_url).close()
    with Store(empty_url) as store, store.reading() as connection:
        assert connection.execute(select(articles)).all() == []


@pytest.mark.usefixtures("filled", "later")
def test_a_newer_program_asks_for_the_upgrade(store_url: str) -> None:
    with Store(store_url) as store, pytest.raises(StoreError, match="an older version of extractor: `extractor db upg"):
        store.create()


@pytest.mark.usefixtures("filled", "later")
def test_an_upgrade_brings_tables_and_rows_up(store_url: str) -> None:
    with Store(store_url, any_version=True) as store:
        assert upgrade(store) == (migrations.known()[-2], LATER)
        assert upgrade(store) == (LATER, LATER)
    with Store(store_url) as store, store.reading() as connection:
        rows = connection.execute(text("SELECT key, paper, stars FROM articles")).all()
    assert rows == [("https://kabar.example/1", "Kabar", 5)]


@pytest.mark.parametrize("fault", [FAILING, ORPHANING])
def test_an_upgrade_that_fails_changes_nothing(filled: Store, store_url: str, later: Path, fault: str) -> None:
    later.write_text(STEP + fault, encoding="utf-8")
    with filled.reading() as connection:
        before = schema(connection)
    with Store(store_url, any_version=True) as store:
        with pytest.raises((ValueError, StoreError)):
            upgrade(store)
        with store.reading() as connection:
            assert (schema(connection), store.revision(connection)) == (before, migrations.known()[-2])
            assert connection.execute(select(articles.c.key)).scalars().all() == ["https://kabar.example/1"]


def test_an_upgrade_leaves_a_newer_store_alone(filled: Store, store_url: str) -> None:
    with filled.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with Store(store_url, any_version=True) as store, pytest.raises(StoreError, match="made by a newer version"):
        upgrade(store)


def test_there_is_nothing_to_upgrade_where_there_is_no_store(empty_url: str) -> None:
    with Store(empty_url, any_version=True) as store, pytest.raises(StoreError, match="no store there yet"):
        upgrade(store)
