"""What enters a store can be held by both databases, offset for offset."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from extractor.store.storable import LONGEST_NAME, fits, short, storable, storable_object
from extractor.store.tables import records, worker_counts

LETTERS = some.characters(exclude_categories=()) | some.sampled_from("\x00\ud800\udfff\U0001f3c6\\\"'")
TEXTS = some.text(LETTERS, max_size=30)
LEAVES = some.none() | some.booleans() | some.integers() | some.floats() | TEXTS
VALUES = some.recursive(LEAVES, lambda inner: some.lists(inner) | some.dictionaries(TEXTS, inner), max_leaves=12)


@given(TEXTS)
def test_a_text_keeps_its_length_and_all_that_can_be_stored(text: str) -> None:
    stored = storable(text)
    assert len(stored) == len(text)
    assert "\x00" not in stored
    stored.encode("utf-8")
    assert [new for new, old in zip(stored, text, strict=True) if new not in (old, "\ufffd")] == []
    assert storable(stored) == stored


@given(some.dictionaries(TEXTS, VALUES, max_size=5))
@settings(max_examples=200)
def test_the_quick_way_and_the_sure_way_agree(value: dict[str, Any]) -> None:
    quick = storable_object(value)
    assert quick == storable(value)
    printed = json.dumps(quick, ensure_ascii=False, allow_nan=False)
    assert "\\u0000" not in printed.replace("\\\\", "")
    printed.encode("utf-8")


@given(some.text(LETTERS.filter(lambda one: one.isprintable()), max_size=1_500))
def test_a_name_is_short_enough_for_an_index(name: str) -> None:
    stored = storable(name)
    assert len(short(stored).encode()) <= LONGEST_NAME
    assert (short(stored) == stored) == (len(stored.encode()) <= LONGEST_NAME)


def test_long_names_that_differ_at_their_ends_stay_apart() -> None:
    assert short("a" * 2_000 + "b") != short("a" * 2_000 + "c")
    assert len(short("a" * 2_000)) <= LONGEST_NAME


@pytest.mark.parametrize(
    ("count", "fitting"), [(2**63 - 1, True), (2**63, False), (-(2**63), True), (-(2**63) - 1, False)]
)
def test_a_number_that_must_be_there_has_room_or_the_row_has_none(count: int, fitting: bool) -> None:
    assert fits(worker_counts, {"count": count, "group": "x"}) is fitting


@pytest.mark.parametrize(("rank", "stored"), [(2**31 - 1, 2**31 - 1), (2**31, None), (None, None), (1, 1)])
def test_a_number_that_may_be_unknown_is(rank: int | None, stored: int | None) -> None:
    row = {"rank": rank, "award": "x"}
    assert fits(records, row)
    assert row["rank"] == stored
