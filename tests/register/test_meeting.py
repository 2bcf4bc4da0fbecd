"""Meeting: which claims speak of one entry, and which must not."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.register.claims import Claim
from extractor.register.settling import settled
from tests.register.made import GROUP, claim, entries, entry


def editions(*claims: Claim) -> list[tuple[int | None, int, bool]]:
    """Of each entry its edition, how many claims it has, whether it is doubtful."""
    return sorted((one.edition or 0, len(one.claims), one.doubtful) for one in entries(*claims))


def test_articles_that_say_the_same_are_one_entry() -> None:
    found = entry(claim("a"), claim("b"))
    assert (found.support, found.articles, found.disputed) == (2, 2, ())


def test_copies_of_one_release_are_two_articles_and_one_voice() -> None:
    found = entry(claim("a"), claim("b", cluster="a"))
    assert (found.support, found.articles) == (1, 2)


@pytest.mark.parametrize(
    "left_out",
    [
        {"level": None, "scope": None},
        {"scope": None},
        {"category": None},
        {"level": None, "scope": None, "category": None},
        {"category": "pemerintah daerah"},
        {"category": "pemerintah kabupaten/kota"},
    ],
    ids=str,
)
def test_a_claim_that_leaves_something_out_joins_the_one_entry_that_it_can_mean(left_out: dict[str, Any]) -> None:
    assert entry(claim("a"), claim("b", **left_out)).support == 2


@pytest.mark.parametrize(
    "other",
    [
        {"edition": 2023},
        {"level": "national", "scope": None},
        {"scope": "16", "code": None},
        {"category": "Peduli Nelayan"},
    ],
    ids=str,
)
def test_another_edition_level_holder_or_category_is_another_entry(other: dict[str, Any]) -> None:
    assert len(entries(claim("a"), claim("b", **other))) == 2


def test_a_claim_that_can_mean_two_entries_stands_alone_and_is_marked() -> None:
    province, nation = claim("a"), claim("b", level="national", scope=None, event_date="2024-09-12")
    vague = claim("c", level=None, scope=None, event_date=None)
    assert editions(province, nation, vague) == [(2024, 1, False), (2024, 1, False), (2024, 1, True)]


def test_the_day_of_the_event_tells_which_of_two_entries_is_meant() -> None:
    province, nation = claim("a"), claim("b", level="national", scope=None, event_date="2024-09-12")
    vague = claim("c", level=None, scope=None, event_date="2024-09-12", published="2024-09-13")
    assert editions(province, nation, vague) == [(2024, 1, False), (2024, 2, False)]


def test_two_claims_of_one_article_that_it_tells_apart_are_never_one_entry() -> None:
    first, second = claim("a", rank=1), claim("a", level=None, scope=None, category=None, rank=2)
    assert len(entries(first, second)) == 2


def test_two_categories_that_hold_a_third_leave_it_alone() -> None:
    firm = {"type": "company", "code": None}
    broad = claim("a", category="usaha besar", **firm)
    farms = claim("b", category="usaha besar sektor perkebunan", **firm)
    banks = claim("c", category="usaha besar sektor keuangan", **firm)
    assert [one.doubtful for one in entries(broad, farms, banks)].count(True) == 1
    assert len(entries(broad, farms)) == 1


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Pemberdaya Masyarakat", "Pemberdaya Masyarkat", 1),
        ("Bintang 4", "Bintang 5", 2),
        ("sektor keuangan", "sektor pendidikan", 2),
    ],
)
def test_a_letter_amiss_in_a_long_word_is_the_same_category(one: str, other: str, count: int) -> None:
    firm = {"type": "company", "code": None}
    assert len(entries(claim("a", category=one, **firm), claim("b", category=other, **firm))) == count


def test_two_grades_of_one_edition_are_one_entry_in_dispute() -> None:
    uhc = {"award": "UHC Award", "level": "national", "scope": None, "rank": None}
    found = entry(claim("a", category="Madya", **uhc), claim("b", category="Utama", **uhc))
    assert (found.disputed, found.category) == (("category",), None)


def test_merits_that_are_given_together_are_two_entries() -> None:
    k3 = {"award": "Penghargaan K3", "level": "national", "scope": None, "rank": None, "type": "company", "code": None}
    assert len(entries(claim("a", category="SMK3", **k3), claim("b", category="Zero Accident", **k3))) == 2


def test_a_claim_without_an_edition_joins_the_event_that_it_tells_of() -> None:
    assert editions(claim("a"), claim("b", edition=None)) == [(2024, 2, False)]


def test_a_claim_without_an_edition_joins_an_event_that_its_day_is_near() -> None:
    assert editions(claim("a"), claim("b", edition=None, event_date=None, published="2024-06-30")) == [(2024, 2, False)]


@pytest.mark.parametrize("other", [{"rank": 1}, {"outcome": "nominee", "rank": None}], ids=str)
def test_another_place_or_a_new_nomination_without_an_edition_is_no_report_of_the_event(other: dict[str, Any]) -> None:
    later = claim("b", edition=None, event_date=None, published="2024-06-30", **other)
    assert [one[:2] for one in editions(claim("a"), later)] == [(0, 1), (2024, 1)]


def test_a_nomination_without_an_edition_that_was_told_before_the_event_belongs_to_it() -> None:
    before = claim("b", edition=None, event_date=None, published="2024-05-30", outcome="nominee", rank=None)
    assert editions(claim("a"), before) == [(2024, 2, False)]


@pytest.mark.parametrize("published", ["2025-06-11", "2024-09-30", None])
def test_a_claim_without_an_edition_and_a_day_that_fits_stands_alone(published: str | None) -> None:
    vague = claim("b", edition=None, event_date=None, published=published)
    assert [one[:2] for one in editions(claim("a"), vague)] == [(0, 1), (2024, 1)]


def test_a_copy_without_an_edition_joins_what_it_copies_whatever_its_day() -> None:
    vague = claim("b", cluster="a", edition=None, event_date=None, published=None)
    assert editions(claim("a"), vague) == [(2024, 2, False)]


def test_claims_without_an_edition_meet_by_their_own_days() -> None:
    vague = {"edition": None, "event_date": None}
    days = ("2024-06-11", "2024-06-14", "2025-08-02", "2025-08-03")
    claims = [claim(f"a{at}", published=day, **vague) for at, day in enumerate(days)]
    assert [len(one.claims) for one in entries(*claims)] == [2, 2]


def test_people_of_one_name_in_two_provinces_are_two_recipients() -> None:
    person = {"type": "person", "code": None, "recipient": "Budi Rahmat"}
    assert len(entries(claim("a", post="15", **person), claim("b", post="32", **person))) == 2
    assert len(entries(claim("a", post="15", **person), claim("b", **person))) == 1


claims_of_any_kind = st.lists(
    st.builds(
        claim,
        article=st.sampled_from("abcdef"),
        cluster=st.sampled_from("abc"),
        published=st.sampled_from(["2024-06-11", "2024-06-25", "2024-09-13", "2025-07-01", None]),
        edition=st.sampled_from([2023, 2024, None]),
        level=st.sampled_from(["province", "national", None]),
        scope=st.sampled_from(["15", None]),
        category=st.sampled_from(["kabupaten/kota", "pemerintah daerah", "Kota Sehat", "Kota Sehat Utama", None]),
        outcome=st.sampled_from(["winner", "nominee"]),
        rank=st.sampled_from([1, 3, None]),
        shortlist=st.sampled_from([3, 6, None]),
        event_date=st.sampled_from(["2024-06-10", "2024-06", "2024-09-12", None]),
    ),
    min_size=1,
    max_size=9,
    unique_by=lambda one: (one.article, one.digest),
)


@settings(max_examples=300, deadline=None)
@given(claims_of_any_kind, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[Claim], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert settled(GROUP, shuffled) == settled(GROUP, claims)


@settings(max_examples=300, deadline=None)
@given(claims_of_any_kind)
def test_every_claim_is_in_one_entry_and_every_entry_has_an_id_of_its_own(claims: list[Claim]) -> None:
    found = settled(GROUP, claims)
    assert sorted(one.order for each in found for one in each.claims) == sorted(one.order for one in claims)
    assert len({each.id for each in found}) == len(found)


@settings(max_examples=300, deadline=None)
@given(claims_of_any_kind)
def test_no_entry_holds_two_editions_or_two_levels(claims: list[Claim]) -> None:
    for each in settled(GROUP, claims):
        assert len({one.edition for one in each.claims} - {None}) <= 1
        assert len({one.level for one in each.claims} - {None}) <= 1
