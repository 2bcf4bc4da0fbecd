"""Pages of a list: asked for until the known ones begin, and never without end."""

import pytest

from extractor.sources.discovery import Candidate, Listed, Listing, goes_on, next_listing
from extractor.sources.discovery.paging import MOST_PAGES

AT = "https://kabar.example/indeks"


def stories(*names: str, day: str | None = None) -> tuple[Candidate, ...]:
    return tuple(Candidate(f"https://kabar.example/{name}", "", published=day) for name in names)


def listed(count: int, first: int = 0, **told: object) -> Listed:
    return Listed(stories(*map(str, range(first, first + count))), own=count, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "known", "on"),
    [
        ("abcdef", "", True),
        ("abcdef", "a", True),
        ("abcdef", "def", False),
        ("abcdefgh", "fgh", False),
        ("abcdef", "abc", False),
        ("abcdef", "abcdef", False),
        ("", "", False),
    ],
)
def test_paging_ends_where_the_known_stories_begin(names: str, known: str, on: bool) -> None:
    seen = {f"https://kabar.example/{name}" for name in known}
    assert goes_on(stories(*names), seen.__contains__) is on


@pytest.mark.parametrize(
    ("day", "on"),
    [("2021-09-09", True), ("2020-12-31", True), ("2020-12-25T10:00:00+07:00", False), (None, True)],
)
def test_paging_ends_where_stories_are_older_than_asked_for(day: str | None, on: bool) -> None:
    assert goes_on(stories(*"abcdef", day=day), frozenset[str]().__contains__, "2021-01-01") is on


@pytest.mark.parametrize(
    ("template", "first", "second"),
    [
        (f"{AT}?page={{page}}", f"{AT}?page=1", f"{AT}?page=2"),
        (f"{AT}/{{offset}}/2021", f"{AT}/0/2021", f"{AT}/7/2021"),
    ],
)
def test_the_next_page_is_numbered_as_the_outlet_does(template: str, first: str, second: str) -> None:
    following = next_listing(Listing(first, "index", template), listed(7))
    assert following is not None
    assert (following.url, following.page, following.offset) == (second, 2, 7)


def test_without_a_template_it_is_the_one_that_the_page_names() -> None:
    following = next_listing(Listing(AT, "index"), listed(7, next=f"{AT}?hal=2"))
    assert following is not None
    assert following.url == f"{AT}?hal=2"


@pytest.mark.parametrize(
    "told",
    [
        {}, {"next": AT}, {"next": f"{AT}?PHPSESSID=abc"}, {"next": f"{AT};jsessionid=abc"},
        {"next": f"{AT}?page=2", "ends": True},
    ],
)  # fmt: skip
def test_no_page_follows_one_that_names_none_or_itself(told: dict[str, object]) -> None:
    assert next_listing(Listing(AT, "index"), listed(7, **told)) is None


def test_an_empty_page_is_the_last() -> None:
    assert next_listing(Listing(f"{AT}?page=1", "index", f"{AT}?page={{page}}"), Listed()) is None


def test_a_calendar_without_end_ends() -> None:
    listing: Listing | None = Listing(f"{AT}?bulan=1", "index")
    asked = 0
    while listing:
        asked += 1
        listing = next_listing(listing, listed(7, asked * 7, next=f"{AT}?bulan={asked + 1}"))
    assert asked == MOST_PAGES


PAGED = Listing(f"{AT}?page=1", "index", f"{AT}?page={{page}}")


@pytest.mark.parametrize(
    ("first", "second", "on"),
    [
        (listed(9), listed(9, 9), True),
        (listed(9), listed(9), False),
        (listed(9), listed(5, 9), True),
        (listed(9), listed(4, 9), False),
        (listed(9, next=f"{AT}?page=2"), listed(9, 9, next=f"{AT}?page=3"), True),
        (listed(9, next=f"{AT}?page=2"), listed(9, 9), False),
    ],
    ids=["others", "the same", "few less", "less than half", "names the next", "names no next"],
)
def test_a_page_is_the_last_by_what_it_holds_beside_the_one_before(first: Listed, second: Listed, on: bool) -> None:
    following = next_listing(PAGED, first)
    assert following is not None
    assert (next_listing(following, second) is not None) is on


def test_a_list_that_heeds_no_number_would_be_asked_for_fifty_times() -> None:
    listing: Listing | None = PAGED
    asked = 0
    while listing:
        asked += 1
        listing = next_listing(listing._replace(before=None), listed(9))
    assert asked == MOST_PAGES
