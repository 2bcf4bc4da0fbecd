"""Texts of the store read again: what is due, what is replaced, and that no change of patterns is missed."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, update

from extractor.batch.reread import Rereading, page_of, reread_story
from extractor.batch.results import Result
from extractor.errors import ExtractorError, Locked
from extractor.store import Store, pattern_sets
from extractor.store.alone import alone
from extractor.store.pattern_sets import PatternSet
from extractor.store.readings import ALL
from extractor.store.rerun import CHANGED, SAME, UNTOUCHED, Rerun
from extractor.store.runs import Run
from extractor.store.tables import articles, decisions, records, runs, texts, touched
from tests.store.corpus import LATER, NOW, SOME, fill, kept, told
from tests.store.edited import laid_out, rerun

OLD = PatternSet("0" * 16, {"program": "before"}, {})


def again(store: Store, **how: object) -> tuple[list[Result], dict[str, int]]:
    """The results and counts of a rerun by the patterns of now."""
    job = Rereading(store, lambda: LATER, **how)  # type: ignore[arg-type]
    results = list(job)
    return results, {name: count for name, count in job.work.counts.items() if count}


def test_what_is_read_of_a_stored_text_is_what_was_read_of_its_page(store: Store) -> None:
    fill(store, OLD)
    work = Rerun(store, Run("rerun", pattern_sets.current(), LATER))
    fresh = {one["article"]["text"]: [one[kind] for kind in ALL] for one in kept()}
    read = {article.text: reread_story(page_of(article)).to_dict() for _, article in work.articles()}
    assert {text: [one[kind] for kind in ALL] for text, one in read.items()} == fresh


def test_a_rerun_makes_the_store_what_a_fresh_ingest_makes_it(store: Store) -> None:
    fill(store)
    fresh = told(store)
    with store.writing() as connection:
        pattern_sets.keep(connection, OLD)
        connection.execute(update(texts).values(patterns=OLD.version))
        spoilt = connection.execute(select(texts.c.id).order_by(texts.c.id)).scalars().all()[::3]
    spoil(store, spoilt)
    _, counts = again(store)
    assert counts == {CHANGED: len(spoilt), SAME: SOME - len(spoilt)}
    now = told(store)
    assert {kind: now[kind] for kind in (*ALL, "patterns")} == {kind: fresh[kind] for kind in (*ALL, "patterns")}


def spoil(store: Store, numbers: list[int]) -> None:
    """Have other patterns read nothing in some texts."""
    work = Rerun(store, Run("rerun", OLD, LATER), named=())
    for number in numbers:
        work.write(number, {})


def test_a_rerun_touches_what_the_machine_read_and_nothing_else(store: Store) -> None:
    fill(store, OLD, regions=[], records=[])
    said = {"at": NOW, "who": "Rina", "action": "note", "target": "entry", "name": "x", "why": "lihat lagi"}
    with store.writing() as connection:
        connection.execute(decisions.insert(), said)
    names = [column for column in texts.c if column.name != "patterns"]
    before = rows(store, names), rows(store, list(articles.c)), rows(store, list(decisions.c))
    again(store)
    assert (rows(store, names), rows(store, list(articles.c)), rows(store, list(decisions.c))) == before
    assert told(store)["regions"]


def rows(store: Store, columns: list[object]) -> list[object]:
    with store.reading() as connection:
        return sorted(map(repr, connection.execute(select(*columns))))  # type: ignore[call-overload]


def test_a_rerun_that_has_nothing_to_do_leaves_no_run(store: Store) -> None:
    fill(store)
    assert again(store) == ([], {})
    with store.reading() as connection:
        assert connection.execute(select(runs.c.command)).scalars().all() == ["ingest"]


def test_groups_whose_records_changed_are_touched(store: Store) -> None:
    fill(store, OLD, records=[])
    with store.writing() as connection:
        connection.execute(touched.delete())
    again(store)
    assert told(store)["touched"] == sorted({row.group for row in records_of(store)})


def records_of(store: Store) -> list[object]:
    with store.reading() as connection:
        return list(connection.execute(select(records)))


def test_a_rerun_that_was_stopped_goes_on_where_it_was(store: Store) -> None:
    fill(store, OLD)
    results = iter(Rereading(store, lambda: LATER))
    [next(results) for _ in range(5)]
    results.close()  # type: ignore[attr-defined]
    _, counts = again(store)
    assert sum(counts.values()) == SOME - 5
    with store.reading() as connection:
        made = connection.execute(select(runs).order_by(runs.c.id)).all()
    assert [(run.outcome, run.counts["texts"]) for run in made[1:]] == [("stopped", SOME), ("done", SOME - 5)]


def test_a_named_article_is_read_in_any_case(store: Store) -> None:
    fill(store)
    with store.reading() as connection:
        asked = select(articles.c.key, texts.c.source).join(texts, texts.c.id == articles.c.text_id)
        key, source = connection.execute(asked).first() or ()
    assert [again(store, named=[name])[1] for name in (key, source)] == [{SAME: 1}, {SAME: 1}]


def test_an_article_that_the_store_does_not_have_is_said(store: Store) -> None:
    fill(store)
    with pytest.raises(ExtractorError, match=r"https://x\.example/1: no article of the store is called so"):
        again(store, named=["https://x.example/1"])


def test_a_text_that_cannot_be_read_keeps_what_was_read_in_it(store: Store) -> None:
    fill(store, OLD)
    before = told(store)
    work = Rerun(store, Run("rerun", pattern_sets.current(), LATER))
    for number, _ in work.articles():
        work.write(number, None)
    assert told(store) == before
    assert len(Rerun(store, Run("rerun", pattern_sets.current(), LATER)).due) == SOME


def test_two_reruns_at_once_are_one(store: Store) -> None:
    fill(store, OLD)
    with alone(store, "ingest", NOW), pytest.raises(Locked):
        again(store)


def test_with_two_jobs_the_same_is_read(store: Store) -> None:
    fill(store, OLD)
    results, counts = again(store, jobs=2)
    assert counts == {SAME: SOME}
    with store.reading() as connection:
        by_number = connection.execute(select(texts.c.source).order_by(texts.c.id)).scalars().all()
    assert [result.source for result in results] == by_number


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus in a store of SQLite, by the patterns of now."""
    path = tmp_path_factory.mktemp("filled") / "store.sqlite"
    with Store(path) as store:
        store.create()
        fill(store)
    return path


EDITS = (
    ("words/nominee_cues.txt", "\nmasuk nominasi\n", "\n", 0.5),  # a phrase less
    ("words/crown.txt", "\nmenobatkan\n", "\nmenobatkan\nmenjadi\n", 0.7),  # a word more
    ("vocabulary/count_cues.txt", "\ndidaftarkan = covered\n", "\n", 0.9),  # a word less in a vocabulary
    ("ranks.toml", '    "{rank_heads} {number}",\n', "", 0.95),  # a form less
    ("records.toml", 'id = "nominee"', 'id = "running"', 0.9),  # another name of a pattern
    ("awards/paritrana.toml", 'name = "Paritrana Award"', 'name = "Paritrana"', 0.7),  # another name of an award
)


@pytest.mark.parametrize(("name", "old", "new", "most"), EDITS)
def test_a_rerun_of_what_changed_is_as_good_as_one_of_everything(
    filled: Path, tmp_path: Path, name: str, old: str, new: str, most: float
) -> None:
    folder = laid_out(tmp_path / "patterns", name, old, new)
    whole, changed = tmp_path / "whole.sqlite", tmp_path / "changed.sqlite"
    for path in (whole, changed):
        shutil.copyfile(filled, path)
    everything, some = rerun(folder, all=str(whole), changed=str(changed))
    with Store(whole) as one, Store(changed) as other:
        assert told(other) == told(one)
    assert some[CHANGED] == everything[CHANGED] > 0
    assert everything[UNTOUCHED] == 0
    assert some[UNTOUCHED] >= SOME * (1 - most)
