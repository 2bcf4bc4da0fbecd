"""Inspection: what does nothing, and what forms cost."""

from pathlib import Path

import pytest

from extractor.language import read
from extractor.patterns import Patterns, load
from extractor.patterns.examples import Example
from extractor.workbench.inspection import prices, shadowed, unproved, unused_lists, unused_vocabularies
from extractor.workbench.trials import Outcome, Trial

PATTERN = """\
[[pattern]]
id = "numbered"
forms = ["{laws} nomor {number}", "{laws} {slashed}"]
finds = ["melalui [Perwal Nomor 14], kita"]
"""


@pytest.fixture
def book(tmp_path: Path) -> Patterns:
    (tmp_path / "words").mkdir()
    (tmp_path / "regulations.toml").write_text(PATTERN, encoding="utf-8")
    for name, text in {"laws": "perwal", "xenial": "xa", "guarded": "#! guard\nxb"}.items():
        (tmp_path / "words" / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "xylophones.txt").write_text("xc", encoding="utf-8")
    return load(tmp_path)


def test_a_list_that_nothing_names_is_told_but_not_a_guard(book: Patterns) -> None:
    assert [file for file in unused_lists(book) if file.startswith("words/")] == ["words/xenial.txt"]


def test_a_vocabulary_that_no_reader_names_is_told(book: Patterns, tmp_path: Path) -> None:
    assert book.every
    assert unused_vocabularies(tmp_path) == ["vocabulary/xylophones.txt"]


def test_a_form_that_no_example_of_its_pattern_has_is_told(book: Patterns) -> None:
    assert [form.printed for _, form in unproved(book)] == ["{laws} {slashed}"]


def test_a_form_costs_the_share_of_units_at_which_its_anchor_stands(book: Patterns) -> None:
    found = prices(book, [book.units(read("Perwal nomor 14 itu, perwal baru."))])
    assert {price.form.printed: (price.anchor, round(price.share, 2)) for price in found} == {
        "{laws} {slashed}": ("slashed", 0.0),
        "{laws} nomor {number}": ("=nomor", 0.12),
    }


@pytest.mark.parametrize(
    ("readers", "expected"),
    [
        ({"dates.day"}, {}),
        ({"dates.month"}, {"dates.day": {"dates.month"}}),
        ({"dates.month", "dates.day"}, {}),
        (set(), {}),
    ],
)
def test_a_pattern_whose_examples_others_read_is_shadowed(readers: set[str], expected: dict[str, set[str]]) -> None:
    trial = Trial("dates", "dates.day", "dates.toml", Example("x", (0, 1), {}, 1), True, {})
    assert shadowed([Outcome(trial, True, (), "x", frozenset(readers))]) == expected
