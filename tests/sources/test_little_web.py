"""The crawl on the little web: what is wanted is fetched once, in each host's time, and again only when it changes."""

import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from extractor.article import Page
from extractor.clean import clean
from extractor.outlets import outlets
from extractor.sources.archive import pages_of
from extractor.sources.crawl import Clocks
from extractor.sources.night import Night, crawl
from extractor.sources.summary import Summary
from tests.sources.stands import agreement
from tests.sources.web import (
    KINDS,
    LittleWeb,
    Request,
    Seen,
    Site,
    Story,
    apart,
    little_press,
    press_patterns,
    sources_of_little_web,
    story,
)
from tests.sources.web.night import GAP, Wall, fetcher, finder, settings
from tests.sources.web.stories import WIB

ROOT = Path(__file__).parent.parent.parent
EVENING = datetime(2026, 11, 22, 18, 0, tzinfo=WIB)
OUTLETS, STORIES, AWARDED = 50, 40, 20
MOST_LISTS = 16
"""An outlet's requests besides stories: robots.txt of two hosts, its lists and their pages."""
NEW, EDITED = 900, 2
"""The numbers of the story that is new in the second night, and of the one that was changed before it."""


class Nights(NamedTuple):
    """Two nights on the same press, and a look again within the second: what came of each, and each site's log."""

    press: list[Site]
    folder: Path
    first: Summary
    first_log: dict[str, list[Seen]]
    second: Summary
    second_log: dict[str, list[Seen]]
    again: Summary
    again_log: dict[str, list[Seen]]


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    press = little_press(OUTLETS, STORIES, AWARDED, EVENING)
    folder, wall = tmp_path_factory.mktemp("nights"), Wall(EVENING.astimezone(UTC))
    (folder / "patterns").mkdir()
    with press_patterns(folder / "patterns", press), LittleWeb(press) as web, sources_of_little_web(web):
        told = []
        for later in (timedelta(0), timedelta(days=1), timedelta(hours=3)):
            wall.later(later)
            if later == timedelta(days=1):
                _print_more(press)
            web.forget()
            told.append(crawl(night(folder / "data", web, wall)))
            told.append({site.domain: web.log(site.domain) for site in press})
        yield Nights(press, folder / "data", *told)


def night(folder: Path, web: LittleWeb, wall: Wall) -> Night:
    return Night(folder, settings(), fetcher(web), finder(), outlets().all, clocks=Clocks(wall=wall))


def _print_more(press: list[Site]) -> None:
    """What is new a day later: of every tenth outlet two stories, one on an award; of others one was printed anew."""
    newest = EVENING + timedelta(hours=20)
    for site in press[::10]:
        site.stories.insert(0, story(site.number, NEW, "headline", newest))
        site.stories.insert(0, story(site.number, NEW + 1, None, newest))
    for site in press[5::10]:
        edited = site.stories[EDITED]
        more = ("Berita ini sudah dilengkapi dengan keterangan dinas.", *edited.paragraphs)
        site.stories[EDITED] = edited._replace(published=edited.published + timedelta(hours=1), paragraphs=more)


def stories_in(site: Site, log: list[Seen]) -> Counter[int]:
    """How often each story of a site was asked for, whatever its spelling."""
    found = (site.story_at(seen.path) for seen in log)
    return Counter(one.number for one in found if one)


def test_all_wanted_stories_are_fetched_and_no_others(nights: Nights) -> None:
    fetched = {site.domain: set(stories_in(site, nights.first_log[site.domain])) for site in nights.press}
    assert fetched == {site.domain: {one.number for one in site.awarded} - {NEW} for site in nights.press}
    assert nights.first.total["stored"] == OUTLETS * AWARDED


def test_each_story_is_asked_for_once_whatever_its_spellings(nights: Nights) -> None:
    asked = Counter(
        site.story_at(seen.path).number  # type: ignore[union-attr]
        for site in nights.press
        for seen in nights.first_log[site.domain]
        if site.story_at(seen.path) and seen.request.query.get("page", "1") == "1"
    )
    assert set(asked.values()) == {OUTLETS * AWARDED // AWARDED}


@pytest.mark.parametrize("spelling", ["amp", "utm_"])
def test_no_spelling_of_a_list_is_asked_for_as_it_is(nights: Nights, spelling: str) -> None:
    asked = [seen.request for log in nights.first_log.values() for seen in log]
    assert [one for one in asked if f"/{spelling}" in one.target or f"?{spelling}" in one.target] == []


def test_the_rest_is_robots_and_lists(nights: Nights) -> None:
    beside = {
        site.domain: sum(site.story_at(seen.path) is None for seen in nights.first_log[site.domain])
        for site in nights.press
    }
    assert max(beside.values()) <= MOST_LISTS


def test_robots_txt_is_asked_first(nights: Nights) -> None:
    assert {log[0].path for log in nights.first_log.values()} == {"/robots.txt"}


def test_what_robots_txt_forbids_is_not_asked_for(nights: Nights) -> None:
    tribun = [site for site in nights.press if type(site).__name__ == "Tribun"]
    asked = [seen.path for site in tribun for seen in nights.first_log[site.domain]]
    assert [path for path in asked if path.startswith(("/tag/", "/search", "/topic/"))] == []


@pytest.mark.parametrize("which", ["first_log", "second_log", "again_log"])
def test_no_host_is_asked_before_its_gap_by_its_own_log(nights: Nights, which: str) -> None:
    logs = getattr(nights, which).values()
    gaps = [later.came - before.came for log in logs for before, later in pairwise(log)]
    assert min(gaps) >= GAP


def test_no_host_has_two_connections_at_once(nights: Nights) -> None:
    assert {seen.beside for log in nights.first_log.values() for seen in log} == {0}


def test_the_second_night_fetches_only_what_is_new_or_changed(nights: Nights) -> None:
    fetched = {site.domain: stories_in(site, nights.second_log[site.domain]) for site in nights.press}
    changed = {0: Counter([NEW]), 5: Counter([EDITED])}
    assert fetched == {site.domain: changed.get(site.number % 10, Counter()) for site in nights.press}


def test_what_changed_is_asked_for_conditionally(nights: Nights) -> None:
    site = nights.press[5]
    (again,) = (seen for seen in nights.second_log[site.domain] if site.story_at(seen.path))
    assert "if-none-match" in again.request.headers
    assert nights.second.became[site.domain]["stored"] == 1


def test_lists_are_conditional_within_a_day(nights: Nights) -> None:
    seen = [seen.request for log in nights.again_log.values() for seen in log]
    conditional = sum("if-none-match" in request.headers for request in seen)
    assert nights.again.requests == {"unchanged": conditional}  # what is not there is not asked for again this week
    assert conditional > OUTLETS * 3


def test_nothing_is_asked_of_stories_where_no_list_changed(nights: Nights) -> None:
    fetched = {site.domain: stories_in(site, nights.again_log[site.domain]) for site in nights.press}
    assert {domain: counts for domain, counts in fetched.items() if counts} == {}


@pytest.mark.parametrize("which", ["first", "second", "again"])
def test_the_counts_add_up(nights: Nights, which: str) -> None:
    summary: Summary = getattr(nights, which)
    assert summary.faults() == []
    assert (summary.outcome, summary.total["failed"], summary.total["waiting"]) == ("done", 0, 0)


def test_there_are_outlets_of_every_kind(nights: Nights) -> None:
    assert {type(site) for site in nights.press} == set(KINDS)


def test_the_state_agrees_with_the_archive_record_by_record(nights: Nights) -> None:
    assert agreement(nights.folder) == []


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_what_is_read_from_the_archive_is_what_the_site_sent(nights: Nights, number: int) -> None:
    site = nights.press[number + len(KINDS)]
    sent = {site.page(one, request(site, one, number == 1)) for one in site.awarded}
    kept = {page.content for page in archived(nights.folder, site)}
    assert sent <= kept


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_the_article_of_an_archived_page_is_the_story(nights: Nights, number: int) -> None:
    site = nights.press[number + 10]
    page = next(page for page in archived(nights.folder, site) if "page=" not in (page.url or ""))
    printed = next(one for one in site.stories if one.slug in (page.url or ""))
    article = clean(page)
    assert (article.title, article.author) == (printed.headline, printed.author)
    assert article.text.split("\n\n")[0] == printed.paragraphs[0]


def request(site: Site, story: Story, whole: bool) -> Request:
    """The request that is answered with all of a story."""
    return Request(site.hosts[1], site.path(story) + ("?page=all" if whole else ""), {})


def archived(folder: Path, site: Site) -> list[Page]:
    """The pages of a site in the archive."""
    names = sorted((folder / "archive").glob("*.warc.gz"))
    found = [one for name in names for one in pages_of(name)]
    return [one for one in found if isinstance(one, Page) and site.domain in (one.url or "")]


def is_story(site: Site, seen: Seen) -> bool:
    return site.story_at(seen.path) is not None


@pytest.mark.parametrize("requests", [1, 60, 120])
def test_a_crawl_that_is_killed_goes_on_where_it_was_and_keeps_its_gaps(tmp_path: Path, requests: int) -> None:
    press, wall = little_press(8, 20, 10, EVENING), Wall(EVENING)
    (tmp_path / "patterns").mkdir()
    with press_patterns(tmp_path / "patterns", press), LittleWeb(press) as web, sources_of_little_web(web):
        killed = subprocess.Popen(apart.tell(tmp_path, web, press, wall), cwd=ROOT)
        while killed.poll() is None and sum(len(web.log(site.domain)) for site in press) < requests:
            time.sleep(0.01)
        killed.kill()
        assert killed.wait() == -signal.SIGKILL
        summary = crawl(night(tmp_path / "data", web, wall))
        logs = {site.domain: web.log(site.domain) for site in press}
    assert (summary.faults(), agreement(tmp_path / "data")) == ([], [])
    assert [set(stories_in(site, logs[site.domain])) for site in press] == [
        {one.number for one in site.awarded} for site in press
    ]
    asked = Counter((site.number, seen.target) for site in press for seen in logs[site.domain] if is_story(site, seen))
    assert sum(number - 1 for number in asked.values()) <= len(press)  # what was under way
    came = [[seen.came for seen in log] for log in logs.values()]
    assert min(later - before for times in came for before, later in pairwise(times)) >= GAP


def test_without_a_gap_the_log_shows_it(tmp_path: Path) -> None:
    press = little_press(1, 4, 4, EVENING)
    (tmp_path / "patterns").mkdir()
    with press_patterns(tmp_path / "patterns", press), LittleWeb(press) as web, sources_of_little_web(web):
        hasty = night(tmp_path / "data", web, Wall(EVENING))._replace(settings=settings(gap=0.0))
        crawl(hasty)
        log = web.log(press[0].domain)
    assert min(later.came - before.came for before, later in pairwise(log)) < GAP
