"""A record that a person added counts, is shown and leaves the store like any other."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from extractor.export import export
from extractor.store import Store
from extractor.store.check import faults
from extractor.store.decisions import By, add, seen_entry, undo
from extractor.store.entries import register
from extractor.store.judging import article
from extractor.store.news import printings_of
from extractor.store.proofs import proven
from extractor.store.publishing import Criteria, publication
from extractor.store.tables import added_claims, entries
from tests.store.telling import TEXT, ingested, record, told

NOW, LATER = "2026-11-22T04:00:00Z", "2026-11-22T05:00:00Z"
BY = By("sari", "2026-11-22T04:30:00Z")


def added(store: Store, *others: dict[str, Any]) -> str:
    """An article in which nothing was read, and the record that a person adds; the id of its entry."""
    ingested(store, told("a"), *others)
    with store.writing() as connection:
        held = article(connection, "https://koran.example/a")
        assert held
        add(connection, "records", held, record(spans=[[0, 10], [18, 25]]), BY)
    register(store, NOW)
    with store.reading() as connection:
        return str(connection.execute(select(entries.c.id)).scalar_one())


def rows(store: Store, folder: Path, table: str, criteria: Criteria = Criteria()) -> list[dict[str, Any]]:  # noqa: B008  frozen
    with store.reading() as connection:
        export(publication(connection, criteria), folder, "jsonl", force=True)
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_it_is_an_entry_with_its_words_and_the_store_is_whole(store: Store) -> None:
    entry = added(store)
    with store.reading() as connection:
        shown = proven(connection, entry)
    assert shown is not None
    assert (shown.row["support"], shown.row["articles"]) == (1, 1)
    [proof] = shown.proofs
    assert (proof.words, proof.line, proof.pattern) == ("Kota Jambi … juara 3", f"{TEXT} a", None)
    assert list(faults(store)) == []


def test_its_article_is_among_those_that_speak_of_the_entry(store: Store) -> None:
    entry = added(store, told("b", record()))
    with store.reading() as connection:
        assert [one.outlet for one in printings_of(connection, [entry])[entry]] == ["a", "b"]
        seen = seen_entry(connection, entry)
    assert seen is not None
    assert seen.was is not None
    assert list(seen.was["texts"]) == ["https://koran.example/a", "https://koran.example/b"]
    assert len(seen.was["claims"]) == 2


@pytest.mark.parametrize("criteria", [Criteria(), Criteria(award="Paritrana Award")])
def test_it_leaves_with_its_entry_and_its_claim(store: Store, tmp_path: Path, criteria: Criteria) -> None:
    entry = added(store, told("b"))
    [one] = rows(store, tmp_path / "out", "records", criteria)
    [claim] = rows(store, tmp_path / "out", "claims", criteria)
    assert (one["entry_id"], one["standing"], one["quote"]) == (entry, "added", "Kota Jambi meraih juara 3")
    assert (claim["entry_id"], claim["record_id"], claim["article_id"]) == (entry, one["id"], one["article_id"])
    told_ = json.loads((tmp_path / "out" / "release.json").read_text(encoding="utf-8"))["tables"]
    assert (told_["claims"], told_["records"]) == ({"rows": 1, "of": 1}, {"rows": 1, "of": 1})


def test_a_text_that_changed_leaves_it_with_the_words_that_the_person_saw(store: Store) -> None:
    entry = added(store)
    other = told("a")
    other["article"]["text"] = "Wali kota menerima tamu."
    ingested(store, other)
    register(store, LATER)
    with store.reading() as connection:
        shown = proven(connection, entry)
    assert shown is not None
    assert [(one.words, one.told.claim.standing) for one in shown.proofs] == [("Kota Jambi … juara 3", "stale")]


def test_what_is_undone_speaks_of_nothing(store: Store) -> None:
    added(store)
    with store.writing() as connection:
        undo(connection, 1, BY)
    register(store, LATER)
    with store.reading() as connection:
        assert connection.execute(select(added_claims)).all() == []
        assert connection.execute(select(entries)).all() == []
