"""No score of the corpus is lower than corpus/scores.json pins it, and its README tells what is pinned.

Of corpus/held_out these tests tell numbers only: who reads them must not learn which facts are missed there.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tools.pins import falls, pin, pinned_anew
from tools.score_corpus import README, SCORES, scored, tables, with_tables
from tools.scoring import Scores, Share
from tools.splits import SPLITS, Split

Read = dict[str, dict[str, Any]]

COMMAND = 'python -m tools.score_corpus --pin --reason "..."'
ANEW = f"If that is meant, pin anew and say why: {COMMAND}"


def scores(right: int = 90, status: float = 0.95) -> Scores:
    kinds = dict.fromkeys(("records", "records, strict", "all"), Share(100, 100, right))
    return Scores(kinds, {"coverage.status": status}, spans=9, spans_out=0, spans_apart=0)


@pytest.fixture(scope="module")
def pinned() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SCORES.read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("split", SPLITS, ids=lambda split: split.name)
def test_no_score_is_lower_than_pinned(split: Split, pinned: dict[str, Any], corpus_read: Read) -> None:
    fallen = falls(split.name, pinned[split.name], pin(scored(split, corpus_read), split.fingerprint()))
    if fallen:
        pytest.fail("\n".join(fallen), pytrace=False)


@pytest.mark.parametrize("split", SPLITS, ids=lambda split: split.name)
def test_every_kind_and_attribute_is_pinned(split: Split, pinned: dict[str, Any], corpus_read: Read) -> None:
    now = pin(scored(split, corpus_read), split.fingerprint())
    assert pinned[split.name]["kinds"].keys() == now["kinds"].keys()
    assert pinned[split.name]["attributes"].keys() == now["attributes"].keys()


def test_every_pin_has_its_reason(pinned: dict[str, Any]) -> None:
    assert len(pinned["history"]) >= 1
    assert [entry for entry in pinned["history"] if not entry["reason"].strip()] == []


def test_the_readme_has_the_counts_and_scores_that_are_pinned(pinned: dict[str, Any], corpus_read: Read) -> None:
    page = README.read_text(encoding="utf-8")
    stories = {name: article["article"]["text"] for name, article in corpus_read.items()}
    now = tables(stories, pinned)
    old = ", ".join(name for name, table in now.items() if table not in page)
    if old:
        pytest.fail(f"corpus/README.md has old tables of {old}; new ones are written by: {COMMAND}", pytrace=False)
    assert with_tables(page, now) == page


def test_what_fell_is_told_with_both_numbers() -> None:
    lines = falls("seen", pin(scores(right=90), "f"), pin(scores(right=89), "f"))
    assert "seen: recall of records fell from 0.9000 to 0.8900" in lines
    assert lines[-1] == ANEW


def test_an_attribute_that_fell_is_told() -> None:
    lines = falls("held_out", pin(scores(), "f"), pin(scores(status=0.9), "f"))
    assert lines == ["held_out: attribute coverage.status fell from 0.9500 to 0.9000", ANEW]


@pytest.mark.parametrize("status", [0.9496, 0.95, 1.0])
def test_a_score_may_rise_or_be_lower_by_rounding(status: float) -> None:
    assert falls("seen", pin(scores(), "f"), pin(scores(status=status), "f")) == []


def test_a_kind_that_is_gone_has_fallen() -> None:
    now = pin(scores(), "f")
    del now["kinds"]["records"]
    assert falls("seen", pin(scores(), "f"), now)[0] == "seen: precision of records fell from 0.9000 to 0.0000"


def test_scores_of_other_articles_are_not_compared_silently() -> None:
    lines = falls("seen", pin(scores(), "one"), pin(scores(), "other"))
    assert lines == ["seen: its articles or gold are not those that the pinned scores were measured on", ANEW]


def test_the_reasons_of_earlier_pins_are_kept() -> None:
    first = pinned_anew({}, {"seen": pin(scores(right=80), "f")}, "first")
    second = pinned_anew(first, {"seen": pin(scores(right=90), "f")}, "a longer list")
    assert [(one["reason"], one["seen"]["records"]) for one in second["history"]] == [
        ("first", 0.8),
        ("a longer list", 0.9),
    ]


@pytest.fixture
def split(tmp_path: Path) -> Split:
    for name in ("articles/a.txt", "articles/b.txt", "gold/a.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return Split(tmp_path)


@pytest.mark.parametrize("name", ["articles/a.txt", "gold/a.json"])
def test_the_fingerprint_changes_with_a_letter(split: Split, name: str) -> None:
    before = split.fingerprint()
    (split.folder / name).write_text("Another")
    assert split.fingerprint() != before


def test_the_fingerprint_changes_with_a_name(split: Split) -> None:
    before = split.fingerprint()
    (split.folder / "articles" / "b.txt").rename(split.folder / "articles" / "c.txt")
    assert split.fingerprint() != before


def test_the_fingerprint_is_the_same_for_the_same_files(split: Split) -> None:
    assert split.fingerprint() == Split(split.folder).fingerprint()
