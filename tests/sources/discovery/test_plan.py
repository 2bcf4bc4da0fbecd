"""The lists to ask of an outlet: which, in what order, and what its file forbids."""

from dataclasses import replace
from datetime import date

import pytest

from extractor.outlets import Outlet, outlets
from extractor.sources.discovery import Listing, award_words, plan
from extractor.sources.discovery.plan import guesses

TODAY = date(2021, 9, 9)
PARITRANA = award_words().only(["Paritrana Award"])
WARTA = "https://www.warta.example"


def test_a_usual_night_asks_feeds_news_the_last_two_days_tags_and_a_search(outlet: Outlet) -> None:
    assert [(listing.why, listing.url) for listing in plan(outlet, PARITRANA, None, TODAY)] == [
        ("feed", f"{WARTA}/rss"),
        ("sitemap", f"{WARTA}/sitemap-news.xml"),
        ("sitemap", f"{WARTA}/sitemap.xml"),
        ("index", f"{WARTA}/indeks?date=2021-09-09&page=1"),
        ("index", f"{WARTA}/indeks?date=2021-09-08&page=1"),
        ("feed", f"{WARTA}/tag/paritrana-award/feed/"),
        ("feed", f"{WARTA}/tag/paritrana/feed/"),
        ("api", f"{WARTA}/wp-json/wp/v2/posts?search=paritrana&page=1"),
    ]


def test_a_backfill_asks_every_day_the_newest_first_and_the_tags_own_pages(outlet: Outlet) -> None:
    made = plan(outlet, PARITRANA, date(2021, 1, 1), TODAY)
    days = [listing.day for listing in made if listing.day]
    assert (len(days), days[0], days[-1]) == (252, "2021-09-09", "2021-01-01")
    assert f"{WARTA}/tag/paritrana-award?page=1" in [listing.url for listing in made]


def test_what_robots_txt_forbids_is_not_planned(outlet: Outlet) -> None:
    every = [way.url for listing in plan(outlet, PARITRANA, None, TODAY) for way in (listing, *listing.otherwise)]
    assert [url for url in every if "?s=" in url] == []


def test_without_the_outlets_word_it_would_be(outlet: Outlet) -> None:
    free = replace(outlet, forbidden=())
    every = [way.url for listing in plan(free, PARITRANA, None, TODAY) for way in (listing, *listing.otherwise)]
    assert [url for url in every if "?s=" in url] == [f"{WARTA}/?s=paritrana"]


def test_a_tag_page_knows_its_award(outlet: Outlet) -> None:
    tags = [listing for listing in plan(outlet, PARITRANA, None, TODAY) if listing.tag and not listing.search]
    assert {(listing.award, listing.tag) for listing in tags} == {
        ("Paritrana Award", "paritrana-award"), ("Paritrana Award", "paritrana"),
    }  # fmt: skip


def test_sections_stand_for_channels() -> None:
    detik = outlets().of("news.detik.com")
    assert detik is not None
    assert "https://news.detik.com/sitemap.xml" in [listing.url for listing in plan(detik, PARITRANA, None, TODAY)]


@pytest.mark.parametrize("outlet", outlets().all, ids=lambda outlet: outlet.id)
def test_every_outlets_plan_is_whole_addresses_each_once(outlet: Outlet) -> None:
    urls = [listing.url for listing in plan(outlet, award_words(), None, TODAY)]
    assert urls
    assert len(urls) == len(set(urls))
    assert [url for url in urls if "{" in url or not url.startswith("https://")] == []


def test_an_outlet_whose_file_names_no_lists_is_asked_where_most_have_them_one_place_after_the_other(
    outlet: Outlet,
) -> None:
    bare = replace(outlet, feeds=(), sitemaps=(), indexes=(), tags=(), search=(), forbidden=("/rss$",))
    asked = [[listing.url for listing in chain(first)] for first in plan(bare, PARITRANA, None, TODAY)]
    assert asked == [
        [f"https://warta.example/{path}" for path in ("feed/", "rss.xml", "feed.xml")],
        [f"https://warta.example/{path}.xml" for path in ("news-sitemap", "sitemap-news", "sitemap_index", "sitemap")],
    ]


def test_an_outlet_whose_file_names_awards_tag_pages_alone_is_asked_there_for_what_is_new(outlet: Outlet) -> None:
    bare = replace(outlet, feeds=(), sitemaps=(), indexes=(), search=())
    asked = [(listing.why, listing.award is None) for listing in plan(bare, PARITRANA, None, TODAY)]
    assert asked == [("feed", True), ("sitemap", True), ("feed", False), ("feed", False)]


def chain(listing: Listing) -> list[Listing]:
    """A list and those behind it."""
    return [listing, *(way for other in listing.otherwise for way in chain(other))]


def test_an_unknown_site_is_guessed_at() -> None:
    assert "https://kabar.example/feed/" in [listing.url for listing in guesses("kabar.example")]
