"""Lists in a night: asked when they are due, read as far as they are new, their stories judged."""

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractor.sources.crawl import Clocks
from extractor.sources.discovery.wanted import award_words
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.finding import Finder
from extractor.sources.night import Night, crawl
from extractor.sources.working import Between
from tests.sources.press import (
    DAY,
    FIRST,
    Answer,
    Press,
    counts,
    feed,
    names,
    night,
    outlet,
    sitemap_index,
    small_press,
    story,
    url,
    urlset,
)


def test_the_second_night_asks_the_lists_alone_and_conditionally(tmp_path: Path) -> None:
    press = small_press()
    crawl(night(tmp_path, press))
    press.asked.clear()
    summary = crawl(night(tmp_path, press))
    assert sorted(press.asked) == [f"https://{site}/feed" for site in names(2)]
    assert summary.requests == {"unchanged": 2}


def test_a_list_is_asked_whole_once_a_day_for_its_304_may_lie(tmp_path: Path) -> None:
    press, wall = small_press(sites=1), [time.time()]
    clocks = Clocks(wall=lambda: wall[0])
    crawl(night(tmp_path, press, 1, clocks=clocks))
    listed = [story(FIRST, number) for number in range(4)]
    stale = (("ETag", f'"{FIRST}"'),)
    press.put(f"https://{FIRST}/feed", Answer(feed(*listed), headers=stale))
    press.put(url(3), "baru")
    assert crawl(night(tmp_path, press, 1, clocks=clocks)).total["stored"] == 0
    wall[0] += DAY
    assert crawl(night(tmp_path, press, 1, clocks=clocks)).total["stored"] == 1


def test_what_is_new_on_the_second_night_is_fetched_and_what_is_known_is_unchanged(tmp_path: Path) -> None:
    press = small_press(sites=1)
    crawl(night(tmp_path, press, 1))
    press.put(f"https://{FIRST}/feed", feed(*(story(FIRST, number) for number in range(4))))
    press.put(url(3), "baru")
    press.asked.clear()
    summary = crawl(night(tmp_path, press, 1))
    assert press.asked == [f"https://{FIRST}/feed", url(3)]
    assert counts(summary) == {"unchanged": 3, "stored": 1}


def test_a_later_time_in_the_same_list_has_a_story_asked_again_conditionally(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=0, others=0)
    entry = "<item><title>{}</title><link>{}</link><pubDate>{}</pubDate></item>"
    dated = f"<rss version='2.0'><channel>{entry}</channel></rss>"
    address, title = story(FIRST, 1)
    days = ("Mon, 02 Nov 2026 08:00:00 +0700", "Tue, 03 Nov 2026 08:00:00 +0700")
    press.put(f"https://{FIRST}/feed", *(dated.format(title, address, day) for day in days))
    press.put(address, Answer(b"satu", headers=(("ETag", '"1"'),)), Answer(b"satu", headers=(("ETag", '"1"'),)))
    crawl(night(tmp_path, press, 1))
    assert counts(crawl(night(tmp_path, press, 1))) == {"unchanged": 1}
    assert press.asked.count(address) == 2


def test_a_refetch_asks_again_for_what_lists_name(tmp_path: Path) -> None:
    press = small_press(sites=1)
    crawl(night(tmp_path, press, 1))
    press.put(f"https://{FIRST}/feed", feed(*(story(FIRST, number) for number in range(3))))
    again = night(tmp_path, press, 1)
    assert counts(crawl(again._replace(finder=again.finder._replace(refetch=True)))) == {"unchanged": 3}
    assert press.asked.count(url(1)) == 2


def mapped(folder: Path, press: Press, wall: list[float], **told: object) -> Night:
    """A night over one outlet that has a sitemap and no feed."""
    one = night(folder, press, 1, clocks=Clocks(wall=lambda: wall[0]))
    outlets = (outlet(FIRST, feeds=(), sitemaps=(f"https://{FIRST}/sitemap.xml",)),)
    return one._replace(outlets=outlets, **told)  # type: ignore[arg-type]


def day(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()


def test_a_usual_night_reads_sitemaps_no_further_back_than_two_weeks(tmp_path: Path) -> None:
    press, wall = small_press(sites=1, wanted=4), [time.time()]
    days = (wall[0], wall[0] - 10 * DAY, wall[0] - 40 * DAY, wall[0] - 4000 * DAY)
    stories = [(url(number), day(at)) for number, at in enumerate(days)]
    press.put(f"https://{FIRST}/sitemap.xml", urlset(*stories))
    assert counts(crawl(mapped(tmp_path, press, wall))) == {"stored": 2}
    since = Finder(award_words(), date.fromisoformat(day(days[2])))
    assert counts(crawl(mapped(tmp_path / "all", press, wall, finder=since))) == {"stored": 3}


def test_a_month_without_a_night_is_made_up_for(tmp_path: Path) -> None:
    press, wall = small_press(sites=1, wanted=4), [time.time() - 60 * DAY]
    press.put(f"https://{FIRST}/sitemap.xml", urlset())
    crawl(mapped(tmp_path, press, wall))
    wall[0] += 60 * DAY
    days = (wall[0], wall[0] - 40 * DAY, wall[0] - 80 * DAY)
    press.put(f"https://{FIRST}/sitemap.xml", urlset(*((url(number), day(at)) for number, at in enumerate(days))))
    with_wall = press.fetch

    def fetch(ask: Ask, between: Between | None = None) -> Exchange:
        exchange = with_wall(ask, between)
        return exchange._replace(hops=tuple(hop._replace(at=wall[0]) for hop in exchange.hops))

    press.fetch = fetch  # type: ignore[method-assign]
    assert counts(crawl(mapped(tmp_path, press, wall))) == {"stored": 2}


def test_the_sitemaps_of_an_index_that_is_unchanged_are_asked_all_the_same(tmp_path: Path) -> None:
    press, wall = small_press(sites=1, wanted=2), [time.time()]
    part = f"https://{FIRST}/sitemap-1.xml"
    press.put(f"https://{FIRST}/sitemap.xml", Answer(sitemap_index(part), headers=(("ETag", '"1"'),)))
    press.put(part, urlset((url(0), day(wall[0]))))
    crawl(mapped(tmp_path, press, wall))
    wall[0] += 3600.0
    press.put(part, urlset((url(0), day(wall[0])), (url(1), day(wall[0]))))
    summary = crawl(mapped(tmp_path, press, wall))
    assert (summary.requests, counts(summary)) == ({"unchanged": 1, "ok": 2}, {"stored": 1, "unchanged": 1})


def test_a_sitemap_that_names_itself_is_asked_once(tmp_path: Path) -> None:
    press, wall = small_press(sites=1), [time.time()]
    other = f"https://{FIRST}/sitemap-1.xml"
    press.put(f"https://{FIRST}/sitemap.xml", sitemap_index(f"https://{FIRST}/sitemap.xml", other))
    press.put(other, sitemap_index(f"https://{FIRST}/sitemap.xml", other))
    crawl(mapped(tmp_path, press, wall))
    assert [asked.rpartition("/")[2] for asked in press.asked] == ["robots.txt", "sitemap.xml", "sitemap-1.xml"]


def test_new_words_have_lists_judged_anew_though_they_are_unchanged(tmp_path: Path) -> None:
    press = small_press(sites=1)
    other = Finder(award_words().only(["Adipura"]))
    assert counts(crawl(night(tmp_path, press, 1)._replace(finder=other))) == {"set aside": 5}
    assert counts(crawl(night(tmp_path, press, 1))) == {"stored": 3, "set aside": 2}


def test_a_calendar_without_end_is_left(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=0, others=0)

    def page(number: int) -> bytes:
        paths = [f"/berita/{number}-{at}-pasar-murah-di-kota" for at in range(9)]
        links = "".join(f'<li><a href="{path}">Pasar murah di kota</a></li>' for path in paths)
        after = f'<a rel="next" href="/indeks?page={number + 1}">lanjut</a>'
        return f"<html><title>Indeks</title><ul>{links}</ul>{after}</html>".encode()

    for number in range(200):
        press.put(f"https://{FIRST}/indeks?page={number}", page(number))
    outlets = (outlet(FIRST, feeds=(), indexes=(f"https://{FIRST}/indeks?page={{page}}",)),)
    crawl(night(tmp_path, press, 1)._replace(outlets=outlets))
    assert len([asked for asked in press.asked if "/indeks" in asked]) == 50


@pytest.mark.parametrize(("beside", "asked"), [(True, 2), (False, 1)])
def test_known_stories_beside_a_pages_list_end_no_paging_and_at_its_end_they_do(
    tmp_path: Path, beside: bool, asked: int
) -> None:
    press = small_press(sites=1, wanted=6)
    crawl(night(tmp_path, press, 1))
    new = "".join(f'<li><a href="/berita/{at}-pasar-murah-di-kota">Pasar murah di kota</a></li>' for at in range(5))
    known = "".join(f'<li><a href="{url(at)}">Kota {at} raih Paritrana Award</a></li>' for at in range(6))
    popular = f"</ul></main><aside><h3>Terpopuler</h3><ul>{known}" if beside else known
    pages = f"https://{FIRST}/indeks?page="
    press.put(f"{pages}1", f"<html><title>Indeks</title><main><ul>{new}{popular}</ul></html>")
    outlets = (outlet(FIRST, feeds=(), indexes=(f"{pages}{{page}}",)),)
    crawl(night(tmp_path, press, 1)._replace(outlets=outlets))
    assert len([one for one in press.asked if one.startswith(pages)]) == asked


MAPS = f"""User-agent: *
Sitemap: https://{FIRST}/peta.xml
Sitemap: https://lain.example/peta.xml
Sitemap: https://{FIRST}/category-sitemap.xml
Sitemap: //{FIRST}/berita-news.xml
"""


def nameless(folder: Path, press: Press, wall: list[float]) -> Night:
    """A night over one outlet of which no list is known."""
    one = night(folder, press, 1, clocks=Clocks(wall=lambda: wall[0]))
    return one._replace(outlets=(outlet(FIRST, feeds=()),))


def maps(press: Press) -> list[str]:
    """The sitemaps that were asked for which robots.txt alone names."""
    return [asked for asked in press.asked if "peta" in asked or "berita-news" in asked or "category" in asked]


def test_the_sitemaps_that_robots_names_are_asked_of_an_outlet_without_lists_the_news_first(tmp_path: Path) -> None:
    press, wall = small_press(sites=1), [time.time()]
    press.put(f"https://{FIRST}/robots.txt", MAPS)
    press.put(f"https://{FIRST}/peta.xml", urlset((url(0), day(wall[0]))))
    assert counts(crawl(nameless(tmp_path, press, wall))) == {"stored": 1}
    assert maps(press) == [f"https://{FIRST}/berita-news.xml", f"https://{FIRST}/peta.xml"]


def test_they_are_asked_on_a_night_that_knows_the_robots_already(tmp_path: Path) -> None:
    press, wall = small_press(sites=1), [time.time()]
    press.put(f"https://{FIRST}/robots.txt", MAPS)
    press.put(f"https://{FIRST}/peta.xml", urlset())
    crawl(nameless(tmp_path, press, wall))
    press.asked.clear()
    wall[0] += 23 * 3600.0
    crawl(nameless(tmp_path, press, wall))
    assert f"https://{FIRST}/robots.txt" not in press.asked
    assert f"https://{FIRST}/peta.xml" in press.asked


def test_an_outlet_whose_lists_are_known_is_not_asked_for_what_robots_names(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(f"https://{FIRST}/robots.txt", MAPS)
    crawl(night(tmp_path, press, 1))
    assert maps(press) == []


def test_a_sitemap_that_robots_names_and_forbids_is_not_asked(tmp_path: Path) -> None:
    press, wall = small_press(sites=1), [time.time()]
    press.put(f"https://{FIRST}/robots.txt", f"User-agent: *\nDisallow: /peta\nSitemap: https://{FIRST}/peta.xml")
    crawl(nameless(tmp_path, press, wall))
    assert maps(press) == []


def asked_on(nights: list[float], folder: Path, press: Press, wall: list[float]) -> list[int]:
    """How many lists of an outlet without known ones were asked on each night, by days after the first."""
    begun, asked = wall[0], []
    for after in nights:
        wall[0] = begun + after * DAY
        press.asked.clear()
        crawl(nameless(folder, press, wall))
        asked.append(len([one for one in press.asked if "robots" not in one]))
    return asked


def test_lists_that_are_not_there_are_asked_for_again_after_a_week(tmp_path: Path) -> None:
    press, wall = small_press(sites=1), [time.time()]
    assert asked_on([0, 1, 2, 6.9, 7.1, 8], tmp_path, press, wall) == [8, 0, 0, 0, 8, 0]


def test_what_stands_behind_a_dead_list_is_asked_in_its_place(tmp_path: Path) -> None:
    press, wall = small_press(sites=1, wanted=0, others=1), [time.time()]
    press.put(f"https://{FIRST}/rss.xml", feed(story(FIRST, 0, on_award=False)))
    press.put(f"https://{FIRST}/sitemap.xml", urlset((url(0, on_award=False), day(wall[0]))))
    assert asked_on([0, 1, 2, 8], tmp_path, press, wall) == [7, 2, 2, 7]


def test_a_list_that_worked_this_week_is_asked_each_night_though_it_is_gone(tmp_path: Path) -> None:
    press, wall = small_press(sites=1, wanted=0, others=1), [time.time()]
    body = feed(story(FIRST, 0, on_award=False))
    press.put(f"https://{FIRST}/feed", body)
    crawl(night(tmp_path, press, 1, clocks=Clocks(wall=lambda: wall[0])))
    press.put(f"https://{FIRST}/feed", Answer(b"", 404))
    begun, asked = wall[0], []
    for after in (1, 2, 6, 8, 9, 15.5):
        wall[0] = begun + after * DAY
        crawl(night(tmp_path, press, 1, clocks=Clocks(wall=lambda: wall[0])))
        asked.append(press.asked.count(f"https://{FIRST}/feed"))
    assert asked == [2, 3, 4, 4, 4, 5]
