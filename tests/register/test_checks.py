"""Checks: what cannot be true of an entry, and sums of the figures that its articles give."""

from typing import Any

import pytest

from extractor.register.checks import first_places
from extractor.register.claims import Check, Claim
from extractor.register.sums import figures, parts_below_totals, sums
from tests.register.made import claim, entries


def passed(*claims: Claim) -> dict[str, bool]:
    return {check.check: check.ok for one in entries(*claims) for check in one.checks}


@pytest.mark.parametrize(
    ("day", "ok"), [("2024-06-10", True), ("2026-01-10", True), ("2023-12-30", False), ("2027-01-01", False)]
)
def test_an_award_is_given_in_its_edition_or_soon_after(day: str, ok: bool) -> None:
    assert passed(claim(event_date=day, published="2027-01-02"))["dates_within_edition"] is ok


def test_an_award_that_was_told_before_it_was_given_fails() -> None:
    assert passed(claim(published="2024-06-09"))["told_after_event"] is False
    assert passed(claim(published="2024-06-10"))["told_after_event"] is True


def test_who_lies_elsewhere_cannot_win_in_a_province() -> None:
    assert passed(claim())["region_under_scope"] is True
    assert passed(claim(scope="16"))["region_under_scope"] is False


def test_one_event_of_two_editions_fails() -> None:
    assert passed(claim("a"), claim("b", edition=2023))["one_edition_an_event"] is False
    assert "one_edition_an_event" not in passed(claim("a"), claim("b", edition=2023, event_date="2023-07-01"))


def test_the_other_entry_of_one_event_is_named() -> None:
    one, other = sorted(entries(claim("a"), claim("b", edition=2023)), key=lambda entry: entry.edition or 0)
    told = {check.told for check in one.checks if check.check == "one_edition_an_event"}
    assert told == {f"the event of 2024-06-10 is told of edition 2024 (entry {other.id[:8]}) too"}


@pytest.mark.parametrize(
    ("outcome", "rank", "fails"), [("nominee", 1, True), ("nominee", None, False), ("winner", 1, False)]
)
def test_a_nominee_has_no_place(outcome: str, rank: int | None, fails: bool) -> None:
    assert ("place_is_won" in passed(claim(outcome=outcome, rank=rank))) is fails


def test_two_first_places_of_one_contest_fail_and_one_does_not() -> None:
    both = first_places([("1", "g", "Kota Jambi"), ("2", "h", "Kabupaten Bungo")])
    assert both["1"] == Check("one_first_place", False, "also first: Kabupaten Bungo")
    assert first_places([("1", "g", "Kota Jambi")])["1"].ok


def test_of_many_first_places_some_are_named_and_none_at_length() -> None:
    found = first_places([(f"{at}", f"g{at}", f"Kota {'Panjang' * 100} {at}") for at in range(12)])
    assert found["0"].told.endswith("…, … +3")
    assert len(found["0"].told) < 700


def counts(text: str, *values: int, bound: str = "exact") -> list[dict[str, Any]]:
    """Worker counts whose figures stand in a text as the press prints them."""
    found, at = [], 0
    for value in values:
        figure = f"{value:,}".replace(",", ".")
        at = text.index(figure, at)
        found.append({"count": value, "bound": bound, "spans": [[at, at + len(figure)]]})
        at += len(figure)
    return found


def told(text: str, *values: int, **more: Any) -> list[tuple[bool, str]]:
    return [(one.ok, one.told) for _, one in sums(figures(counts(text, *values, **more), "count"), text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3.000 pekerja rentan dan 1.316 petugas keagamaan, total 4.316 orang", (3000, 1316, 4316)),
        ("4.316 orang, terdiri atas 3.000 pekerja rentan dan 1.316 petugas", (4316, 3000, 1316)),
    ],
)
def test_parts_that_make_their_total_are_told(text: str, values: tuple[int, ...]) -> None:
    assert told(text, *values) == [(True, "3.000 + 1.316 = 4.316")]


def test_parts_that_miss_their_total_by_little_fail_where_they_are_said_to_be_all() -> None:
    text = "4.361 orang, terdiri atas 3.000 pekerja rentan dan 1.316 petugas"
    assert told(text, 4361, 3000, 1316) == [(False, "3.000 + 1.316 = 4.316, told as 4.361")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4.361 orang, di antaranya 3.000 pekerja rentan dan 1.316 petugas", (4361, 3000, 1316)),
        ("4.361 orang, terdiri atas 900 pekerja rentan dan 1.316 petugas", (4361, 900, 1316)),
        ("Total 4.361 orang. Ada 3.000 pekerja rentan dan 1.316 petugas", (4361, 3000, 1316)),
        ("3.000 pekerja dan 1.316 petugas", (3000, 1316)),
    ],
)
def test_figures_that_are_not_said_to_be_all_parts_make_no_check(text: str, values: tuple[int, ...]) -> None:
    assert told(text, *values) == []


@pytest.mark.parametrize(
    ("regions", "of"),
    [
        (("15.71", "15.71", "15.71"), "15.71"),
        (("15.71", None, None), "15.71"),
        (("15", "15.71", "15.08"), None),
        ((None, None, None), None),
    ],
)
@pytest.mark.parametrize("total", [4316, 4361])
def test_a_sum_is_of_the_one_region_that_its_figures_are_of(
    regions: tuple[str | None, ...], of: str | None, total: int
) -> None:
    text = f"{total:,} orang, terdiri atas 3.000 pekerja rentan dan 1.316 petugas".replace(",", ".", 1)
    facts = [one | {"region": region} for one, region in zip(counts(text, total, 3000, 1316), regions, strict=True)]
    assert [region for region, _ in sums(figures(facts, "count"), text)] == [of]


def test_rounded_figures_are_not_added() -> None:
    text = "3.000 pekerja rentan dan 1.316 petugas keagamaan, total 4.316 orang"
    assert told(text, 3000, 1316, 4316, bound="about") == []


def test_more_workers_covered_than_there_are_fail() -> None:
    def count(number: int, status: str) -> dict[str, Any]:
        return {"count": number, "status": status, "group": "Nelayan", "region": "15.71"}

    assert [one.ok for one in parts_below_totals([count(900, "total"), count(1000, "covered")])] == [False]
    assert [one.ok for one in parts_below_totals([count(1100, "total"), count(1000, "covered")])] == [True]
    assert parts_below_totals([count(900, "target"), count(1000, "covered")]) == ()
