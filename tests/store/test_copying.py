"""`extractor db copy`: every row as it is, on either database, into an empty store, or nothing."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Connection, cast, func, insert, select, text, type_coerce

from bench.synthetic import article
from extractor.store import Store, StoreError, copying
from extractor.store.check import faults
from extractor.store.copying import copy, sums
from extractor.store.tables import articles, decisions, metadata, pattern_sets
from tests.store.filled import fill

HOSTILE = "=1+1 '; DROP TABLE texts; -- <script>\u202e\ttab\\N \\. %s \U0001f600"


@pytest.fixture
def full(store: Store) -> Store:
    """A store of some articles, with hostile titles, and every way in which a JSON column can hold nothing."""
    made = [article(number) for number in range(6)]
    made[0]["article"]["title"] = HOSTILE
    made[0]["article"]["tags"] = [HOSTILE, None, 1.5, {"a": "\u2028"}]
    fill(store, made)
    with store.writing() as connection:
        told = {"at": "now", "who": HOSTILE, "action": "correct", "target": "entry", "name": "e"}
        for value in (0.1, [], None, JSON.NULL, {"b": 1, "a": 2}):
            connection.execute(insert(decisions).values(**told, value=value))
        connection.execute(insert(decisions).values(**told))
    return store


def kept(store: Store) -> dict[str, list[Any]]:
    """Everything that a store holds, JSON as its text."""
    with store.reading() as connection:
        return {table.name: sorted(rows(connection, table.name), key=repr) for table in metadata.sorted_tables}


def rows(connection: Connection, name: str) -> list[Any]:
    as_text = cast if connection.dialect.name == "postgresql" else type_coerce
    string = metadata.tables["runs"].c.command.type
    columns = [
        as_text(column, string) if isinstance(column.type, JSON) else column for column in metadata.tables[name].c
    ]
    found = connection.execute(select(*columns)).all()
    return [tuple(str(value) if isinstance(value, float) else value for value in row) for row in found]


def into(source: Store, url: str) -> dict[str, int]:
    with Store(url, any_version=True) as target:
        return copy(source, target)


def test_a_copy_holds_every_row_as_it_is(full: Store, target_url: str) -> None:
    found = into(full, target_url)
    with Store(target_url) as made:
        assert kept(made) == kept(full)
        assert found == {name: len(of_table) for name, of_table in kept(made).items()}
    assert found["articles"] == 6
    assert found["records"] > 6


def test_a_copy_is_a_whole_store(full: Store, target_url: str) -> None:
    into(full, target_url)
    with Store(target_url) as made:
        assert list(faults(made)) == []


def test_a_copy_is_written_to_as_the_first_was(full: Store, target_url: str) -> None:
    into(full, target_url)
    with Store(target_url) as made:
        fill(made, [article(100)], started="2026-11-23T00:00:00Z")
        fill(full, [article(100)], started="2026-11-23T00:00:00Z")
        assert kept(made) == kept(full)
        assert list(faults(made)) == []


def test_an_empty_store_that_is_there_is_filled(full: Store, target_url: str) -> None:
    with Store(target_url) as made:
        made.create()
    into(full, target_url)
    with Store(target_url) as made:
        assert kept(made) == kept(full)


def test_a_store_with_rows_is_left_alone(full: Store, target_url: str) -> None:
    with Store(target_url) as made:
        made.create()
        fill(made, 1)
        before = kept(made)
    with pytest.raises(StoreError, match=r"has rows .*: a store is copied into an empty one only"):
        into(full, target_url)
    with Store(target_url) as made:
        assert kept(made) == before


def test_a_store_is_not_copied_into_itself(full: Store, store_url: str) -> None:
    with pytest.raises(StoreError, match=r"into itself|has rows"):
        into(full, store_url)
    assert len(kept(full)["articles"]) == 6


def test_another_file_is_left_alone(full: Store, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam", encoding="utf-8")
    with pytest.raises(StoreError, match="not a database of SQLite"):
        into(full, str(letter))
    assert letter.read_text(encoding="utf-8") == "Dear Sir or Madam"


def test_a_source_that_is_not_there_makes_no_target(target_url: str, tmp_path: Path) -> None:
    with Store(tmp_path / "none.sqlite") as source, pytest.raises(StoreError, match="no store there yet"):
        into(source, target_url)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("table", ["pattern_sets", "texts", "records", "search"])
def test_a_copy_that_is_interrupted_leaves_nothing_that_looks_whole(full: Store, target_url: str, table: str) -> None:
    def interrupt(name: str, _: int) -> None:
        if name == table:
            raise KeyboardInterrupt

    with Store(target_url, any_version=True) as target, pytest.raises(KeyboardInterrupt):
        copy(full, target, interrupt)
    assert_nothing_at(target_url)
    into(full, target_url)
    with Store(target_url) as made:
        assert kept(made) == kept(full)


def assert_nothing_at(url: str) -> None:
    """There is no file, or a store of PostgreSQL without rows."""
    with Store(url) as target:
        if target.file:
            assert list(target.file.parent.glob("copy*")) == []
        else:
            assert set(map(len, kept(target).values())) == {0}


def test_a_copy_that_would_differ_is_not_kept(
    full: Store, target_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lossy(connection: Connection, table: Any, some: Any) -> None:
        write(connection, table, some[1:] if table.name == "dates" else some)

    write = copying._write
    monkeypatch.setattr(copying, "_write", lossy)
    with pytest.raises(StoreError, match="the copy differs in dates: nothing was copied"):
        into(full, target_url)
    assert_nothing_at(target_url)


def test_sums_do_not_depend_on_the_order_of_rows_and_tell_a_changed_one(full: Store) -> None:
    with full.reading() as connection:
        before = sums(connection)["texts"]
    with full.writing() as connection:
        connection.execute(text("UPDATE texts SET words = words + 1 WHERE id = 1"))
        changed = sums(connection)["texts"]
        connection.execute(text("UPDATE texts SET words = words - 1 WHERE id = 1"))
        assert sums(connection)["texts"] == before != changed


def test_others_may_write_meanwhile(full: Store, target_url: str, store_url: str) -> None:
    def write(name: str, _: int) -> None:
        if name == "pattern_sets":
            with Store(store_url) as other, other.writing() as connection:
                connection.execute(insert(pattern_sets).values(version="later", files={}))

    before = kept(full)
    with Store(target_url, any_version=True) as target:
        copy(full, target, write)
    with Store(target_url) as made:
        assert kept(made) == before
    with full.reading() as connection:
        assert connection.execute(select(func.count()).select_from(pattern_sets)).scalar() == 2
        assert connection.execute(select(func.count()).select_from(articles)).scalar() == 6
