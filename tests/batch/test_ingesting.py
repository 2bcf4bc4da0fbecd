"""An ingest from its names on: what stops it is written down, what it began goes on the next time."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from extractor.batch import ingesting
from extractor.batch.ingesting import Ingesting
from extractor.errors import ExtractorError
from extractor.store import Store
from extractor.store.tables import archives, articles, inputs, runs

TEXT = "AMBON - Pemerintah Kota {} meraih Piala Adipura 2024 dari Kementerian Lingkungan Hidup, Selasa (3/6/2025)."
CITIES = ("Ambon", "Tual", "Sorong", "Jayapura")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, city in enumerate(CITIES):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(city))
    return tmp_path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.sqlite") as made:
        made.create()
        yield made


def clock() -> str:
    return "2026-11-22T03:20:00Z"


def rows(store: Store, table: Any) -> list[Any]:
    with store.reading() as connection:
        return list(connection.execute(select(table)))


def test_whoever_has_had_enough_stops_it_and_the_next_goes_on(store: Store, folder: Path) -> None:
    first = Ingesting(store, [str(folder)], clock)
    with closing(first.__iter__()) as results:
        next(results), next(results)
    (run,) = rows(store, runs)
    assert (run.outcome, run.counts) == ("stopped", {"new": 2})
    second = Ingesting(store, [str(folder)], clock)
    assert len(list(second)) == 2
    assert second.told() == {"inputs": 4, "new": 2, "changed": 0, "unchanged": 2, "set aside": 0, "further pages": 0}
    assert len(rows(store, articles)) == 4


def test_what_makes_it_fail_is_written_down(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ingesting.extract_each

    def breaking(*arguments: Any, **named: Any) -> Iterator[Any]:
        yield next(iter(real(*arguments, **named)))
        raise ExtractorError("dates.toml:3: cannot be meant")

    monkeypatch.setattr(ingesting, "extract_each", breaking)
    with pytest.raises(ExtractorError, match=r"dates\.toml"):
        list(Ingesting(store, [str(folder)], clock))
    (run,) = rows(store, runs)
    assert (run.outcome, run.reason, run.counts) == ("failed", "dates.toml:3: cannot be meant", {"new": 1})


def test_an_input_that_is_counted_by_nobody_is_noticed(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ingesting.extract_each
    monkeypatch.setattr(ingesting, "extract_each", lambda inputs, *rest, **named: real(inputs[1:], *rest, **named))
    with pytest.raises(ExtractorError, match="do not add up"):
        list(Ingesting(store, [str(folder)], clock))


def test_known_inputs_are_passed(store: Store, folder: Path) -> None:
    list(Ingesting(store, [str(folder)], clock))
    again, passed = Ingesting(store, [str(folder)], clock), list[int]()
    again.passed = lambda: passed.append(1)
    assert (list(again), len(passed), again.counts["unchanged"]) == ([], 4, 4)


def test_a_name_given_twice_is_counted_twice_and_stored_once(store: Store, folder: Path) -> None:
    work = Ingesting(store, [str(folder / "0.txt")] * 2, clock)
    assert len(list(work)) == 2
    assert (work.counts["new"], work.counts["unchanged"]) == (1, 1)
    assert (len(rows(store, articles)), len(rows(store, inputs))) == (1, 1)


def test_a_fault_is_tried_again(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: Any) -> None:
        raise ValueError("no such word")

    monkeypatch.setattr("extractor.batch.kept.extract_story", faulty)
    first = list(Ingesting(store, [str(folder / "0.txt")], clock))
    assert (first[0].code, rows(store, inputs)[0].code) == ("fault", "fault")
    monkeypatch.undo()
    assert Ingesting(store, [str(folder / "0.txt")], clock).counts == {}
    work = Ingesting(store, [str(folder / "0.txt")], clock)
    list(work)
    assert work.counts["new"] == 1


def test_an_archive_with_a_fault_in_it_is_looked_into_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.sources.archive import Archive
    from tests.sources.archive.exchanges import article

    def faulty(*_: Any) -> None:
        raise ValueError("no such word")

    with Archive(tmp_path / "archive") as writer:
        writer.write(article(1, f"<p>{TEXT.format('Ambon')}</p>".encode()))
    monkeypatch.setattr("extractor.batch.kept.extract_story", faulty)
    list(Ingesting(store, [str(tmp_path / "archive")], clock))
    assert rows(store, archives) == []
    monkeypatch.undo()
    second = Ingesting(store, [str(tmp_path / "archive")], clock)
    list(second)
    assert (second.counts["new"] + second.counts["set aside"], len(rows(store, archives))) == (1, 1)
    assert Ingesting(store, [str(tmp_path / "archive")], clock).unread != []
