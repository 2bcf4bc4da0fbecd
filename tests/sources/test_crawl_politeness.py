"""Gaps, budgets and clocks: what a night never does to a site, whatever the time does."""

import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extractor.sources.archive import Archive
from extractor.sources.crawl import Bounds, Clocks, Crawl
from extractor.sources.exchange import Ask
from extractor.sources.night import crawl
from extractor.sources.politeness import Manners
from extractor.sources.settings import Own
from tests.sources.press import (
    DAY,
    FIRST,
    QUICK,
    Answer,
    Press,
    feed,
    night,
    outlet,
    redirect,
    small_press,
    story,
    url,
)
from tests.sources.stands import agreement


def test_no_site_is_asked_before_its_gap_has_passed_redirects_too(tmp_path: Path) -> None:
    press = small_press(sites=3, wanted=4)
    press.put(url(0), redirect(f"https://{FIRST}/baca/satu-dua-tiga-empat"))
    press.put(f"https://{FIRST}/baca/satu-dua-tiga-empat", redirect(f"https://{FIRST}/baca/lima-enam-tujuh-delapan"))
    press.put(f"https://{FIRST}/baca/lima-enam-tujuh-delapan", "ada")
    crawl(night(tmp_path, press, 3, settings=QUICK._replace(manners=Manners(gap=0.05))))
    assert closest(press) >= 0.05


def test_the_gap_of_one_run_holds_for_the_next(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=1)
    slow = QUICK._replace(manners=Manners(gap=0.3))
    crawl(night(tmp_path, press, 1, settings=slow))
    crawl(night(tmp_path, press, 1, settings=slow))
    assert closest(press) >= 0.29


def closest(press: Press) -> float:
    """The shortest time between the end of one request to a site and the beginning of the next."""
    gaps = []
    for site in {site for site, _, _ in press.times}:
        mine = sorted((began, ended) for name, began, ended in press.times if name == site)
        gaps += [later[0] - earlier[1] for earlier, later in pairwise(mine)]
    return min(gaps)


def test_an_outlet_has_its_own_gap_and_budget(tmp_path: Path) -> None:
    press = small_press(sites=2, wanted=6)
    own = {FIRST: Own(QUICK.manners._replace(budget=4))}
    summary = crawl(night(tmp_path, press, settings=QUICK._replace(own=own)))
    assert len([asked for asked in press.asked if FIRST in asked]) == 4
    assert summary.left == {FIRST: "its budget of 4 requests for the night is spent"}
    assert summary.became["koran01.example"]["stored"] == 6


def test_a_budget_holds_for_a_night_that_is_taken_up_again(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=6)
    bounded = QUICK._replace(manners=Manners(gap=0.001, budget=5))
    press.before = lambda _: press.asked and time.sleep(0.05)
    crawl(night(tmp_path, press, 1, settings=bounded, bounds=Bounds(seconds=0.12)))
    crawl(night(tmp_path, press, 1, settings=bounded))
    assert len(press.asked) == 5


@pytest.mark.parametrize("jump", [-400 * DAY, -3600.0, 3600.0, 400 * DAY])
def test_a_clock_that_jumps_changes_nothing_but_robots_asked_again(tmp_path: Path, jump: float) -> None:
    press, wall = small_press(sites=2, wanted=5), [time.time()]

    def before(ask: Ask) -> None:
        if ask.url.endswith("feed"):
            wall[0] += jump

    press.before = before
    settings = QUICK._replace(manners=Manners(gap=0.02))
    summary = crawl(night(tmp_path, press, settings=settings, clocks=Clocks(wall=lambda: wall[0])))
    stories = [asked for asked in press.asked if "/berita/" in asked]
    assert (len(stories), len(set(stories)), summary.faults()) == (10, 10, [])
    assert closest(press) >= 0.02
    assert agreement(tmp_path) == []


@pytest.mark.parametrize("jump", [-400 * DAY, 400 * DAY])
def test_a_clock_that_jumps_between_two_nights_stops_no_site(tmp_path: Path, jump: float) -> None:
    press, wall = small_press(sites=1), [time.time()]
    clocks = Clocks(wall=lambda: wall[0])
    crawl(night(tmp_path, press, 1, clocks=clocks))
    wall[0] += jump
    press.put(f"https://{FIRST}/feed", feed(story(FIRST, 9)))
    press.put(url(9), "baru")
    assert crawl(night(tmp_path, press, 1, clocks=clocks)).total["stored"] == 1


def test_a_server_that_asks_for_an_hour_is_left_alone_by_the_next_run_too(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(url(0), Answer(b"", 429, retry_after=3600.0))
    first = crawl(night(tmp_path, press, 1))
    asked = len(press.asked)
    second = crawl(night(tmp_path, press, 1))
    assert (len(press.asked), first.faults(), second.faults()) == (asked, [], [])
    assert second.total["waiting"] == first.total["waiting"] > 0


def test_more_lists_than_a_budget_starve_no_story_and_take_turns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Archive.write

    def slowly(self: Archive, *what: Any) -> Any:
        time.sleep(0.02)  # a disk far slower than the gap
        return written(self, *what)

    monkeypatch.setattr(Archive, "write", slowly)
    press = small_press(sites=1, wanted=3, others=0)
    lists = tuple(f"https://{FIRST}/tag/{letter}" for letter in "abcdefghij")
    one = night(tmp_path, press, 1, settings=QUICK._replace(manners=Manners(gap=0.001, budget=9)))
    bounded = one._replace(outlets=(outlet(FIRST, indexes=lists),))
    crawl(bounded)
    assert {url(number) for number in range(3)} <= set(press.asked)
    crawl(bounded)
    assert set(lists) <= set(press.asked)


def refusing(press: Press, wanted: int) -> None:
    for number in range(wanted):
        press.put(url(number), Answer(b"", 403))


def test_refusals_count_on_in_a_night_that_is_taken_up_again(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=8)
    refusing(press, 8)
    began: list[Crawl] = []

    def before(ask: Ask) -> None:
        if sum("/berita/" in asked for asked in press.asked) == 1 and "/berita/" in ask.url:
            began[-1].stop("asked to")

    press.before = before
    first = crawl(night(tmp_path, press, 1), begun=began.append)
    press.before = lambda _: None
    second = crawl(night(tmp_path, press, 1))
    assert (first.total["refused"], first.left) == (2, {})
    assert (second.total["refused"], second.left) == (1, {FIRST: "refused 3 requests in a row (403)"})


def test_a_site_that_was_left_alone_is_not_asked_when_its_night_is_taken_up_again(tmp_path: Path) -> None:
    press = small_press(sites=2, wanted=8)
    refusing(press, 8)
    press.before = lambda ask: "koran01" in ask.url and time.sleep(0.25)
    crawl(night(tmp_path, press, bounds=Bounds(seconds=1.5)))
    asked = [one for one in press.asked if FIRST in one]
    second = crawl(night(tmp_path, press))
    assert [one for one in press.asked if FIRST in one] == asked
    assert (len(asked), second.left) == (5, {FIRST: "refused 3 requests in a row (403)"})


def test_another_night_asks_a_site_that_refused_again(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=8)
    refusing(press, 8)
    crawl(night(tmp_path, press, 1))
    assert crawl(night(tmp_path, press, 1)).total["refused"] == 3
