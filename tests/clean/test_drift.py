"""Drift: an outlet is reported once, where several of its pages in a row miss what is expected."""

import pytest

from extractor.clean.drift import Drift, Watch


def drifts(*pages: tuple[str, list[str]]) -> list[Drift]:
    watch = Watch()
    return [drift for outlet, missed in pages if (drift := watch.see(outlet, missed))]


def test_three_pages_in_a_row_are_drift_and_told_once() -> None:
    row = [("a.example", ["words", "author"]), *[("a.example", ["words"])] * 4]
    assert drifts(*row) == [Drift("a.example", 3, ("words", "author"))]


@pytest.mark.parametrize(
    "pages",
    [
        [("a.example", ["words"])] * 2,
        [("a.example", ["words"]), ("a.example", ["words"]), ("a.example", []), ("a.example", ["words"])],
        [("a.example", ["words"]), ("b.example", ["words"]), ("a.example", ["words"]), ("b.example", ["words"])],
    ],
)
def test_an_odd_page_is_no_drift(pages: list[tuple[str, list[str]]]) -> None:
    assert drifts(*pages) == []


def test_another_outlets_page_between_ends_no_row() -> None:
    pages = [("a.example", ["words"]), ("b.example", []), ("a.example", ["words"]), ("a.example", ["words"])]
    assert [drift.outlet for drift in drifts(*pages)] == ["a.example"]


def test_a_drift_says_what_to_do() -> None:
    assert str(Drift("a.example", 3, ("words",))) == (
        "a.example: 3 pages in a row miss words; its layout may have changed: check its file"
    )
