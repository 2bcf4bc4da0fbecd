"""Ids of entries that changed lead on: in the store, on the command line, in exports and their changelogs."""

import csv
import json
from pathlib import Path
from typing import Any

from sqlalchemy import select

from extractor.export import export
from extractor.store import Store
from extractor.store.decisions import By, undo
from extractor.store.entries import register
from extractor.store.former import former_of, led_on
from extractor.store.named import entry_named
from extractor.store.proofs import entry_ids
from extractor.store.publishing import publication
from extractor.store.tables import entries
from tests.store.telling import ingested, record, told
from tests.store.test_entries import decide

NOW, LATER, LAST = "2026-11-22T04:00:00Z", "2026-11-22T05:00:00Z", "2026-11-22T06:00:00Z"
VAGUE = record(level=None, scope=None, category=None)
LEVEL = record(category=None)
FULL = record(category="daerah terpencil")


def only_id(store: Store) -> str:
    with store.reading() as connection:
        return str(connection.execute(select(entries.c.id)).scalar_one())


def named(store: Store, *articles: dict[str, Any], at: str = NOW) -> str:
    """The id of the only entry, once these articles are there too."""
    ingested(store, *articles)
    register(store, at)
    return only_id(store)


def written(store: Store, folder: Path, **more: Any) -> list[dict[str, Any]]:
    with store.reading() as connection:
        export(publication(connection), folder, "jsonl", **more)
    return [json.loads(line) for line in (folder / "entries.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_id_of_before_leads_to_the_entry_of_which_more_is_known(store: Store) -> None:
    ids = [
        named(store, told("a", VAGUE)),
        named(store, told("b", LEVEL), at=LATER),
        named(store, told("c", FULL), at=LAST),
    ]
    assert len(set(ids)) == 3
    with store.reading() as connection:
        assert [entry_ids(connection, one[:8]) for one in ids] == [[ids[2]]] * 3
        assert entry_named(connection, ids[0][:8]) == ids[2]
        assert former_of(connection) == {ids[2]: sorted(ids[:2])}


def test_an_id_that_is_an_entrys_again_leads_nowhere(store: Store) -> None:
    first = named(store, told("a", VAGUE))
    number = decide(store, "correct", "a", field="level", value="province")
    register(store, LATER)
    second = only_id(store)
    with store.writing() as connection:
        undo(connection, number, By("sari", LATER))
    register(store, LAST)
    assert (only_id(store), first != second) == (first, True)
    with store.reading() as connection:
        assert former_of(connection) == {first: [second]}


def test_records_read_otherwise_lead_the_id_on_where_one_entry_can_be_meant(store: Store) -> None:
    first = named(store, told("a", VAGUE))
    ingested(store, told("a", FULL), patterns="two")
    register(store, LATER)
    with store.reading() as connection:
        assert led_on(connection, first) == {first: only_id(store)}


def test_what_is_withdrawn_leads_nowhere(store: Store) -> None:
    first = named(store, told("a", VAGUE))
    ingested(store, told("a", record(edition=2019)), patterns="two")
    register(store, LATER)
    with store.reading() as connection:
        assert led_on(connection, first) == {}


def test_an_export_has_the_former_ids_and_its_changelog_takes_both_for_one(store: Store, tmp_path: Path) -> None:
    first = named(store, told("a", VAGUE))
    assert [row["former_ids"] for row in written(store, tmp_path / "one")] == [[]]
    second = named(store, told("b", FULL), at=LATER)
    [row] = written(store, tmp_path / "two", since_release=tmp_path / "one")
    assert (row["id"], row["former_ids"]) == (second, [first])
    changes = list(csv.DictReader((tmp_path / "two" / "changes.csv").read_text(encoding="utf-8").splitlines()))
    assert {(one["change"], one["field"]) for one in changes} == {
        ("corrected", name) for name in ("id", "level", "scope", "category")
    }
    assert (changes[0]["before"], changes[0]["after"]) == (first, second)
