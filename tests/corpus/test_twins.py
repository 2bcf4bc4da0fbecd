"""The articles of corpus/twins that are one release are taken for one, and no others.

Of the held half these tests tell numbers only: who reads them must not learn which pairs are judged wrong there.
"""

import json
from collections import Counter
from typing import Any

import pytest

from tools.score_twins import HALVES, README, SCORES, TWINS, falls, pairs_of, scored, table


@pytest.fixture(scope="module")
def pinned() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SCORES.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def now() -> dict[str, dict[str, Any]]:
    return {half: scored(half) for half in HALVES}


@pytest.mark.parametrize("half", HALVES)
def test_no_score_is_lower_than_pinned(half: str, pinned: dict[str, Any], now: dict[str, dict[str, Any]]) -> None:
    assert falls(half, pinned[half], now[half]) == []


@pytest.mark.parametrize("half", HALVES)
def test_twins_are_found_and_nothing_else(half: str, now: dict[str, dict[str, Any]]) -> None:
    assert now[half]["precision"] == 1
    assert now[half]["recall light"] >= 0.95
    assert now[half]["recall heavy"] >= 0.85


def test_a_score_that_fell_is_told() -> None:
    before = {"fingerprint": "a", "precision": 1.0, "recall light": 1.0, "recall heavy": 0.9}
    assert falls("tune", before, before | {"recall heavy": 0.8}) == ["tune: recall heavy fell from 0.9 to 0.8"]
    assert falls("tune", before, before | {"recall heavy": 0.95}) == []
    assert len(falls("tune", before, before | {"fingerprint": "b"})) == 1


@pytest.mark.parametrize("half", HALVES)
def test_pairs_are_of_articles_that_are_there(half: str) -> None:
    there = {path.stem for path in (TWINS / half / "articles").iterdir()}
    assert {name for pair in pairs_of(half) for name in pair} == there
    counted = Counter(pairs_of(half).values())
    assert counted["light"] >= 10
    assert counted["heavy"] >= 20
    assert counted["distinct"] >= 40


def test_the_readme_has_the_scores_that_are_pinned(pinned: dict[str, Any]) -> None:
    assert table({half: pinned[half] for half in HALVES}) in README.read_text(encoding="utf-8")
