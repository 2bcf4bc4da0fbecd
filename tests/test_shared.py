"""The articles that the project was given, by the scores that it must reach; skipped where they are not beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import Page, extract
from tools.scoring import KINDS, STRICT, Scores, score
from tools.splits import ROOT

SHARED = ROOT.parent / "shared"
MANY = 10

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there: its articles cannot be scored")


def scores_of(texts: Path, golds: Path) -> Scores:
    """The scores of the articles of a folder by the gold of another."""
    annotated = [loaded(path) for path in sorted(golds.glob("*.json"))]
    return score([(gold, found(texts / gold["article"]["source"])) for gold in annotated])


def loaded(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def found(path: Path) -> dict[str, Any]:
    return extract(Page(path.name, path.read_bytes())).to_dict()


@pytest.fixture(scope="module")
def seeds() -> Scores:
    return scores_of(SHARED / "seeds", SHARED / "gold")


@pytest.fixture(scope="module")
def dev() -> Scores:
    return scores_of(SHARED / "dev" / "text", SHARED / "dev" / "gold")


def below(shares: dict[str, float], least: float) -> dict[str, float]:
    return {name: round(share, 3) for name, share in shares.items() if share < least}


@pytest.mark.parametrize(("kind", "least"), [("all", 0.97), (STRICT, 0.95)])
def test_the_seeds_are_read(seeds: Scores, kind: str, least: float) -> None:
    assert seeds.kinds[kind].gold > 0
    assert seeds.kinds[kind].f1 >= least


def test_the_attributes_of_the_seeds_are_right(seeds: Scores) -> None:
    assert below(seeds.attributes, 0.95) == {}


@pytest.mark.parametrize(("kind", "least"), [("all", 0.92), ("records", 0.84), (STRICT, 0.76)])
def test_the_dev_articles_are_read(dev: Scores, kind: str, least: float) -> None:
    assert dev.kinds[kind].gold > 0
    assert dev.kinds[kind].f1 >= least


def test_each_kind_of_the_dev_articles_is_read(dev: Scores) -> None:
    asked = {kind: dev.kinds[kind] for kind in KINDS if kind != "records" and dev.kinds[kind].gold >= MANY}
    assert len(asked) >= 5
    assert below({kind: share.f1 for kind, share in asked.items()}, 0.88) == {}


def test_the_attributes_of_the_dev_articles_are_right(dev: Scores) -> None:
    assert below(dev.attributes, 0.85) == {}


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_spans_lie_in_their_text_and_at_their_evidence(name: str, request: pytest.FixtureRequest) -> None:
    scores: Scores = request.getfixturevalue(name)
    assert scores.spans_out == 0
    assert scores.spans_apart <= 0.02 * scores.spans
