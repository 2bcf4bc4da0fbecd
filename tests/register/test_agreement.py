"""Agreement: which value holds where articles differ, and who says what."""

from typing import Any

import pytest

from tests.register.made import claim, entry


def test_the_value_that_most_independent_articles_say_holds() -> None:
    found = entry(claim("a", rank=2), claim("b", rank=3), claim("c", rank=3))
    assert (found.rank, found.disputed) == (3, ("rank",))


def test_ten_copies_of_one_release_do_not_outvote_two_articles() -> None:
    copies = [claim(f"copy{at}", cluster="a", rank=2) for at in range(10)]
    assert entry(claim("a", rank=2), *copies, claim("b", rank=3), claim("c", rank=3)).rank == 3


def test_of_two_values_with_as_many_voices_none_holds_whoever_printed_first() -> None:
    found = entry(claim("b", rank=3, published="2024-06-12"), claim("a", rank=2, published="2024-06-13"))
    assert (found.rank, found.disputed, found.support) == (None, ("rank",), 2)


def test_a_third_value_does_not_settle_what_two_have_left_open() -> None:
    assert entry(claim("a", rank=1), claim("b", rank=2), claim("c", rank=3)).rank is None


def test_two_days_of_as_many_articles_leave_the_day_open() -> None:
    found = entry(claim("a"), claim("b", event_date="2024-06-11"))
    assert (found.event_date, [check.check for check in found.checks]) == (None, ["region_under_scope"])


def test_a_nominee_does_not_make_a_winners_place_open() -> None:
    assert entry(claim("a", rank=1), claim("b", rank=2, outcome="nominee")).rank == 1


def test_of_two_spellings_with_as_many_voices_the_first_holds() -> None:
    first = claim("b", category="Pemerintah Kabupaten/Kota", published="2024-06-11")
    assert entry(first, claim("a", category="pemkab", published="2024-06-12")).category == "Pemerintah Kabupaten/Kota"


def test_an_article_that_says_two_things_has_no_voice_between_two_others() -> None:
    assert entry(claim("c", rank=1), claim("c", rank=3), claim("a", rank=3)).rank == 3


def test_a_dispute_tells_who_says_what() -> None:
    found = entry(claim("a", rank=2), claim("a2", rank=2, cluster="a"), claim("b", rank=3))
    assert [(one.value, one.cluster, one.articles) for one in found.agreements["rank"].voices] == [
        (2, "a", ("a", "a2")),
        (3, "b", ("b",)),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"rank": None}, {"rank": 3}),
        ({"event_date": "2024-06"}, {"event_date": "2024-06-10"}),
        ({"event_date": "2024-06-08/2024-06-12"}, {"event_date": "2024-06-10"}),
        ({"category": "Pemerintah Kabupaten/Kota"}, {"category": "pemkab"}),
        ({"recipient": "Kota Jambi"}, {"recipient": "Pemkot Jambi"}),
    ],
    ids=str,
)
def test_what_one_article_leaves_out_or_spells_otherwise_is_no_dispute(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert entry(claim("a", **one), claim("b", **other)).disputed == ()


def test_two_days_of_one_event_are_a_dispute() -> None:
    assert entry(claim("a"), claim("b", event_date="2024-06-11")).disputed == ("event_date",)


def test_the_day_is_told_before_the_month() -> None:
    assert entry(claim("a", event_date="2024-06"), claim("b")).event_date == "2024-06-10"


def test_an_article_that_says_two_things_disputes_with_itself() -> None:
    found = entry(claim("a", rank=2), claim("a", rank=3))
    assert (found.rank, found.disputed) == (None, ("rank",))


def test_a_winner_outranks_a_nominee_and_both_are_kept() -> None:
    nominee = claim("a", outcome="nominee", rank=None, shortlist=6, event_date="2024-05-02", published="2024-05-03")
    found = entry(nominee, claim("b"))
    assert (found.outcome, found.rank, found.shortlist, found.event_date) == ("winner", 3, None, "2024-06-10")
    assert (found.support, found.articles, [one.outcome for one in found.claims]) == (1, 2, ["nominee", "winner"])


def test_shortlists_of_two_stages_are_no_dispute_and_the_shortest_holds() -> None:
    nominee: dict[str, Any] = {"outcome": "nominee", "rank": None}
    long = claim("a", shortlist=13, event_date="2024-05-02", **nominee)
    short = claim("b", shortlist=6, event_date="2024-05-20", **nominee)
    assert (entry(long, short).shortlist, entry(long, short).disputed) == (6, ())


def test_shortlists_of_one_stage_are_a_dispute_and_left_open() -> None:
    nominee: dict[str, Any] = {"outcome": "nominee", "rank": None, "event_date": "2024-05-02"}
    found = entry(claim("a", shortlist=5, **nominee), claim("b", shortlist=6, **nominee))
    assert (found.shortlist, found.disputed) == (None, ("shortlist",))


def test_of_shortlists_of_the_last_stage_that_most_say_holds() -> None:
    nominee: dict[str, Any] = {"outcome": "nominee", "rank": None, "event_date": "2024-05-20"}
    earlier = [claim(f"e{at}", **nominee | {"event_date": "2024-05-02"}, shortlist=13) for at in range(3)]
    late = [claim("a", shortlist=5, **nominee), claim("b", shortlist=6, **nominee), claim("c", shortlist=6, **nominee)]
    assert entry(*earlier, *late).shortlist == 6


def test_two_days_of_one_stage_leave_its_day_open_and_those_of_two_stages_do_not() -> None:
    nominee: dict[str, Any] = {"outcome": "nominee", "rank": None}
    one = entry(claim("a", event_date="2024-05-06", **nominee), claim("b", event_date="2024-05-07", **nominee))
    assert (one.event_date, one.disputed) == (None, ("event_date",))
    two = entry(claim("a", event_date="2024-05-06", **nominee), claim("b", event_date="2024-05-20", **nominee))
    assert (two.event_date, two.disputed) == ("2024-05-20", ())


def test_an_entry_tells_when_it_was_first_and_last_told() -> None:
    found = entry(claim("a", published="2024-06-12T08:00:00+07:00"), claim("b", published="2024-06-11"), claim("c"))
    assert (found.first_published, found.last_published) == ("2024-06-11", "2024-06-12T08:00:00+07:00")


def test_a_copy_that_changed_the_value_disputes_it_and_has_no_voice_of_its_own() -> None:
    found = entry(claim("a", rank=1), claim("copy", cluster="a", rank=2, published="2024-06-12"))
    assert (found.rank, found.disputed, found.support) == (1, ("rank",), 1)
