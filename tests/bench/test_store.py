"""The bench of the store, in small: what is measured is what it says."""

from pathlib import Path

import pytest

from bench.store import _chunks as chunks
from bench.store import exported, pages, prepare, write
from extractor.store import Store
from extractor.store.check import faults
from extractor.store.entries import register
from tests.store.dumps import by_names

COUNT = 40


@pytest.fixture
def written(store: Store, tmp_path: Path) -> Store:
    prepare(tmp_path / "ready.jsonl", COUNT)
    with Store(tmp_path / "young.sqlite") as young:
        young.create()
        took = write(store, young, chunks(tmp_path / "ready.jsonl"), 1)
        assert by_names(young)["records"] == by_names(store)["records"]
    assert 0 < took.each < 1000
    assert 0 < took.slower < 100
    return store


def test_what_is_written_is_a_whole_store(written: Store) -> None:
    held = by_names(written)
    assert len(held["articles"]) == len(held["inputs"]) == COUNT
    assert list(faults(written)) == []


def test_pages_are_asked_for_as_people_do(written: Store) -> None:
    register(written, "2026-11-22T03:20:00Z")
    assert len(pages(written)) > 100


def test_an_export_is_measured_in_a_process_of_its_own(written: Store, store_url: str) -> None:
    seconds, megabytes, size = exported(store_url, "datapackage")
    assert 0 < seconds < 120
    assert 30 < megabytes < 400
    assert size > 10_000
    assert len(by_names(written)["articles"]) == COUNT
