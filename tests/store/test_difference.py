"""What two runs read differently."""

import pytest

from extractor.errors import ExtractorError
from extractor.store import Store
from extractor.store.difference import new_between, reread_between, runs_of
from extractor.store.ingest import Brought, Ingest
from extractor.store.pattern_sets import PatternSet
from extractor.store.rerun import Rerun
from extractor.store.runs import Run

TIMES = [f"2026-11-22T03:2{minute}:00Z" for minute in range(6)]
TEXT = "Sebanyak 3.000 pekerja rentan dan 1.316 nelayan terdaftar."


def count(number: int, start: int, end: int, pattern: str = "worker_counts.group") -> dict[str, object]:
    fact = {"count": number, "bound": "exact", "group": "pekerja rentan", "status": "covered", "region": None}
    return fact | {"spans": [[start, end]], "pattern": pattern}


def article(name: str, *facts: dict[str, object]) -> dict[str, object]:
    named = {"source": name, "url": f"https://koran.example/{name}", "outlet": "Koran", "title": name}
    return {"article": {**named, "text": TEXT, "advertorial": False}, "worker_counts": list(facts)}


def patterns(number: int) -> PatternSet:
    return PatternSet(f"{number:016}", {"program": str(number)}, {})


def ingest(store: Store, number: int, *told: dict[str, object]) -> None:
    writer = Ingest(store, Run("ingest", patterns(number), TIMES[number]))
    for one in told:
        writer.article(one, [Brought(str(one["article"]["source"]), "0" * 64)])  # type: ignore[index]
    writer.end(TIMES[number], "done", None, {"inputs": len(told)})


def reread(store: Store, number: int, facts: dict[str, list[dict[str, object]]]) -> None:
    """A rerun by other patterns that read of each article these worker counts."""
    work = Rerun(store, Run("rerun", patterns(number), TIMES[number]))
    for text_id, told in work.articles():
        work.write(text_id, {"worker_counts": facts[str(told.title)]})
    work.end(TIMES[number], "done")


@pytest.fixture
def compared(store: Store) -> Store:
    """Three runs: an ingest, a rerun by which one article differs, an ingest of another article; and one more rerun."""
    ingest(store, 1, article("a", count(3000, 9, 14)), article("b", count(3000, 9, 14)))
    reread(store, 2, {"a": [count(3000, 9, 14), count(1316, 34, 39)], "b": [count(3000, 9, 14)]})
    ingest(store, 2, article("c", count(1, 9, 14)))
    reread(store, 4, {"a": [count(3000, 9, 14)], "b": [count(30, 9, 14)], "c": [count(1, 9, 14)]})
    return store


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (1, 2, {"a": ([3000], [3000, 1316])}),
        (2, 1, {"a": ([3000, 1316], [3000])}),
        (2, 3, {}),
        (2, 2, {}),
        (2, 4, {"a": ([3000, 1316], [3000]), "b": ([3000], [30])}),
        (1, 4, {"b": ([3000], [30])}),  # what was gained and lost again is as it was
    ],
)
def test_texts_that_are_read_otherwise_are_told(
    compared: Store, first: int, second: int, found: dict[str, tuple[list[int], list[int]]]
) -> None:
    with compared.reading() as connection:
        pairs = list(reread_between(connection, first, second))
    counts = {
        one.after["article"]["source"][-1]: tuple([fact["count"] for fact in side["worker_counts"]] for side in one)
        for one in pairs
    }
    assert counts == found


@pytest.mark.parametrize(("first", "second", "new"), [(1, 2, 0), (2, 3, 1), (1, 4, 1), (4, 1, 1), (3, 4, 0)])
def test_texts_that_came_between_are_counted(compared: Store, first: int, second: int, new: int) -> None:
    with compared.reading() as connection:
        assert new_between(connection, first, second) == new


@pytest.mark.parametrize("numbers", [(1, 9), (9, 1), (0, 0)])
def test_a_run_that_is_none_is_said(compared: Store, numbers: tuple[int, int]) -> None:
    said = r"there is no run [09]; `extractor runs`"
    with compared.reading() as connection, pytest.raises(ExtractorError, match=said):
        list(reread_between(connection, *numbers))


def test_runs_are_listed_oldest_first(compared: Store) -> None:
    with compared.reading() as connection:
        made = [(run.id, run.command, run.patterns, run.outcome) for run in runs_of(connection)]
    wanted = [("ingest", 1), ("rerun", 2), ("ingest", 2), ("rerun", 4)]
    assert made == [(at, command, f"{number:016}", "done") for at, (command, number) in enumerate(wanted, start=1)]
