"""`extractor db check`: a store that is whole has no faults, and each fault that is put into one is told."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import JSON, Boolean, Float, Integer, Table, Text, text

from extractor.store import Store
from extractor.store.check import faults
from extractor.store.tables import claims, entries, touched
from tests.store.filled import fill


@pytest.fixture
def whole(store: Store) -> Store:
    """A store of some articles."""
    fill(store, 4)
    return store


def spoil(store: Store, *statements: str) -> None:
    """Change the store behind the back of everything that holds it together."""
    with store.engine.connect().execution_options(begin="PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE") as connection:
        if store.is_postgresql:
            connection.execute(text("SET session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement))
        connection.commit()
        if store.is_postgresql:
            connection.execute(text("SET session_replication_role = origin"))
            connection.commit()


def test_a_store_that_is_whole_has_no_faults(whole: Store) -> None:
    assert list(faults(whole)) == []


def test_two_entries_of_one_key_are_told(whole: Store) -> None:
    for name in ("e1", "e2"):
        spoil(whole, insertion(entries, id=name, group="g", articles=0, edition=2024, doubtful="0"), DONE)
    assert [fault for fault in faults(whole) if "has the key of entry e1" in fault]


def test_an_empty_store_has_no_faults(store: Store) -> None:
    assert list(faults(store)) == []


def insertion(table: Table, **told: object) -> str:
    """What inserts a row that has what is told, and of every other column that needs something, anything."""
    anything = {JSON: "'[]'", Integer: "1", Boolean: "FALSE", Float: "0.5", Text: "'x'"}
    needed = [column for column in table.columns if not column.nullable or column.name in told]
    values = [
        f"'{told[column.name]}'"
        if column.name in told
        else next(value for kind, value in anything.items() if isinstance(column.type, kind))
        for column in needed
    ]
    names = ", ".join(f'"{column.name}"' for column in needed)
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join(values)})".replace(":", "\\:")


ENTRY = insertion(entries, id="e", group="g", articles=1)
CLAIM, ANOTHERS = (insertion(claims, entry_id="e", record_id=1, article_id=number) for number in (1, 2))
DONE = "DELETE FROM touched"
SPOILT = [
    (["DROP TABLE bands"], "table bands is missing"),
    (["DROP INDEX ix_texts_hash"], "table texts: ix_texts_hash is missing"),
    (["DELETE FROM runs"], "articles 1: run_id 1 is not in runs"),
    (["UPDATE articles SET text_id = 99 WHERE id = 2"], "its current text 99 is not there"),
    (["UPDATE articles SET text_id = 1 WHERE id = 2"], "its current text 1 is another's"),
    (["UPDATE articles SET text_id = NULL WHERE id = 2"], "its current text None is not there"),
    (["UPDATE texts SET hash = 'x' WHERE id = 3"], "text 3: its hash is of another text"),
    (["UPDATE texts SET text = 'x' || text WHERE id = 3"], "text 3: its hash is of another text"),
    (["UPDATE texts SET title_span = '[0, 99999]' WHERE id = 3"], "text 3: title_span [0, 99999] is not within its"),
    (["UPDATE records SET spans = '[[0, 99999]]' WHERE id = 2"], "records 2: spans [[0, 99999]] are not within the"),
    (["UPDATE regions SET spans = '[[5, 5]]' WHERE id = 1"], "regions 1: spans [[5, 5]] are not within the"),
    (["UPDATE dates SET spans = '[]' WHERE id = 1"], "dates 1: spans [] are not within the"),
    (["UPDATE dates SET spans = '[[-1, 3]]' WHERE id = 1"], "dates 1: spans [[-1, 3]] are not within the"),
    (["UPDATE officials SET spans = '{\"a\": 1}' WHERE id = 1"], "officials 1: spans {'a': 1} are not within the"),
    (["DELETE FROM officials WHERE id = 1"], "text 1: has 0 officials, and 1 were read in it"),
    (["DELETE FROM readings WHERE id = 1"], "text 1: has facts that no reading brought"),
    (["DELETE FROM readings WHERE id = 1"], "text 1: was never read"),
    (["UPDATE readings SET digest = 'x' WHERE id = 1"], "reading 1 of text 1: is not what its digest says"),
    (["DELETE FROM search WHERE {number} = 2"], "text 2: is not in the search index"),
    (["UPDATE articles SET text_id = 1 WHERE id = 2"], "text 2: is in the search index and holds no more"),
    (["UPDATE inputs SET article_id = NULL"], "neither gave an article nor says why not"),
    (["UPDATE runs SET counts = '{\"inputs\": 9, \"new\": 8}'"], "run 1: 9 inputs, of which 8 are accounted for"),
    (["INSERT INTO clusters (article_id, cluster) VALUES (1, 2)"], "article number 1: its cluster 2 is not one"),
    ([ENTRY, ANOTHERS, DONE], "is said to be of article 2 and is of 1"),
    ([ENTRY, DONE], "entry e: no article speaks of it"),
    (
        [ENTRY, CLAIM, "UPDATE articles SET text_id = 2 WHERE id = 1", DONE],
        "claim on record 1: is of a text that holds no more",
    ),
    (
        [
            "INSERT INTO decisions (id, at, who, action, target, name) VALUES (2, 'now', 'ani', 'note', 'entry', 'e')",
            "INSERT INTO decisions (id, at, who, action, target, name, undoes)"
            " VALUES (1, 'now', 'ani', 'undo', 'entry', 'e', 2)",
        ],
        "decision 1: undoes 2, which came later",
    ),
]


@pytest.mark.parametrize(("statements", "told"), SPOILT)
def test_a_fault_is_told_on_a_line(whole: Store, statements: list[str], told: str) -> None:
    number = "text_id" if whole.is_postgresql else "rowid"
    spoil(whole, *(statement.replace("{number}", number) for statement in statements))
    found = list(faults(whole))
    assert any(told in line for line in found), found
    assert not any("\n" in line for line in found)


def test_a_group_that_waits_for_the_register_is_no_fault(whole: Store) -> None:
    spoil(whole, ENTRY, insertion(touched, group="g"))
    assert list(faults(whole)) == []


def test_many_faults_of_a_kind_are_counted(whole: Store) -> None:
    spoil(whole, "UPDATE regions SET spans = '[]'")
    found = list(faults(whole))
    assert len(found) == 6
    assert found[-1].startswith("... and ")


def test_rows_that_share_a_key_are_told_though_their_index_is_gone(whole: Store) -> None:
    if not whole.is_postgresql:
        pytest.skip("SQLite looks through its own keys")
    spoil(
        whole,
        "ALTER TABLE texts DROP CONSTRAINT uq_texts_article_id_hash",
        "UPDATE texts SET article_id = 1, hash = (SELECT hash FROM texts WHERE id = 1) WHERE id = 2",
    )
    assert any(line.startswith("texts: more than one row has 1, ") for line in faults(whole))


def test_a_page_that_was_overwritten_is_told(whole: Store) -> None:
    if whole.file is None:
        pytest.skip("a file of SQLite")
    with closing(sqlite3.connect(whole.file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_regions_code'").fetchone()
    whole.close()
    with whole.file.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    found = list(faults(whole))
    assert any("the file is damaged" in line or "malformed" in line for line in found), found


def test_a_search_index_that_lost_words_is_told(whole: Store) -> None:
    if whole.file is None:
        pytest.skip("SQLite's")
    spoil(whole, "UPDATE search_content SET c1 = 'lain' WHERE id = 1")
    assert list(faults(whole)) == ["search index: database disk image is malformed"]


def test_looking_changes_nothing(whole: Store, tmp_path: Path) -> None:
    if whole.file is None:
        pytest.skip("a file of SQLite")

    def dump() -> list[str]:
        with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection:
            return list(connection.iterdump())

    before = dump()
    assert list(faults(whole)) == []
    assert dump() == before
