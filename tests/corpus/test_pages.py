"""The pages of corpus/pages: nothing of a story lost, nothing of other stories let in, the metadata right.

A new page gets its expected article from `extractor clean PAGE --keep corpus/pages/seen/expected`; it fails here once,
so that somebody reads it.
"""

import functools
import json

import pytest

from tools.score_pages import FIELDS, FOLDER, Read, expectations, read

SEEN = dict(expectations("seen"))
HELD_OUT = dict(expectations("held_out"))


@functools.cache
def story(name: str) -> Read:
    return read("seen", name, SEEN[name])


@functools.cache
def held_out() -> tuple[Read, ...]:
    return tuple(read("held_out", name, expected) for name, expected in HELD_OUT.items())


@pytest.mark.parametrize("name", SEEN)
def test_somebody_has_read_what_is_expected(name: str) -> None:
    assert "unread" not in SEEN[name], f"read corpus/pages/seen/expected/{name}.json against its page"


@pytest.mark.parametrize("split", ["seen", "held_out"])
def test_every_page_is_expected_to_give_something(split: str) -> None:
    pages = {path.name for path in (FOLDER / split / "pages").iterdir()}
    assert pages == {page for _, expected in expectations(split) for page in expected["pages"]}


@pytest.mark.parametrize("name", SEEN)
def test_a_page_is_an_article_or_is_none_for_its_reason(name: str) -> None:
    assert story(name).outcome == story(name).expected


@pytest.mark.parametrize("name", [name for name, expected in SEEN.items() if "article" in expected])
def test_every_word_of_a_story_is_kept_and_no_furniture_let_in(name: str) -> None:
    assert story(name).leaked == ()
    assert story(name).f1 >= 0.99


@pytest.mark.parametrize("name", [name for name, expected in SEEN.items() if "article" in expected])
def test_the_metadata_of_a_page_is_right(name: str) -> None:
    assert story(name).wrong == ()


@pytest.mark.parametrize("name", [name for name in SEEN if f"{name}-plain" in SEEN])
def test_noise_changes_nothing_of_a_story(name: str) -> None:
    assert SEEN[name]["article"]["text"] == SEEN[f"{name}-plain"]["article"]["text"]
    assert story(name).f1 == pytest.approx(story(f"{name}-plain").f1, abs=0.005)


def test_pages_that_nobody_tuned_to_are_cleaned_as_well() -> None:
    read_ = [story for story in held_out() if story.expected == story.outcome == "article"]
    assert sum(story.f1 for story in read_) / len(read_) >= PINNED["f1"]
    assert sum(len(story.leaked) for story in read_) <= PINNED["leaked"]
    assert sum(story.outcome == story.expected for story in held_out()) >= PINNED["outcomes"]


@pytest.mark.parametrize("field", [*FIELDS, "conflicts"])
def test_the_metadata_of_pages_that_nobody_tuned_to_is_right(field: str) -> None:
    read_ = [story for story in held_out() if story.expected == story.outcome == "article"]
    assert sum(field not in story.wrong for story in read_) / len(read_) >= PINNED["fields"][field]


PINNED = json.loads((FOLDER / "scores.json").read_text(encoding="utf-8"))["held_out"]
