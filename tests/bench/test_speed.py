"""What the bench measures, in small and with wide margins: it shows what has become slower by its nature."""

import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from bench.clocks import cold, in_turn, ratio
from bench.doubled import COMMON, UNMET, doubled
from bench.measures import run
from bench.texts import corpus, lengths, words_in
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.patterns import patterns

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return list(corpus())


def test_a_word_costs_no_more_in_a_long_text(texts: list[str]) -> None:
    short, long = lengths(texts, 600, 15_000), lengths(texts, 15_000, 15_000)
    seconds = in_turn(1, short=run(short), long=run(long))
    assert ratio(seconds["long"], seconds["short"]) * words_in(short) / words_in(long) < 3


@pytest.mark.parametrize("added", [UNMET, COMMON])
def test_patterns_that_never_match_cost_next_to_nothing(texts: list[str], added: str) -> None:
    chosen, book = texts[:12], patterns()
    seconds = in_turn(3, once=run(chosen, book), twice=run(chosen, doubled(book, added)))
    assert ratio(seconds["twice"], seconds["once"]) < 1.4


@pytest.mark.parametrize("added", [UNMET, COMMON])
def test_patterns_that_never_match_find_nothing(texts: list[str], added: str) -> None:
    story, more = read_story(Article(texts[0])), read_story(Article(texts[0]), doubled(patterns(), added))
    assert {match.pattern.name for matches in more.matches.values() for match in matches} == {
        match.pattern.name for matches in story.matches.values() for match in matches
    }


def test_help_starts_at_once() -> None:
    busy, _ = cold(1, "-m", "extractor", "--help")
    assert busy < 0.6


def test_a_short_article_is_read_from_cold_within_seconds(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Kabupaten Sumenep meraih juara 1 Paritrana Award 2023.", encoding="utf-8")
    busy, _ = cold(1, "-m", "extractor", "extract", str(path), "--format", "json")
    assert busy < 3


def test_the_bench_says_how_it_is_called() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "bench", "--help"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert "--json" in printed


def test_ratios_are_medians_of_rounds() -> None:
    over, under = [1.0, 4.0, 100.0], [1.0, 2.0, 4.0]
    assert ratio(over, under) == median([1.0, 2.0, 25.0])
