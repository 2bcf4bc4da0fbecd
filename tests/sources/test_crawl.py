"""The night: everything wanted is fetched once, what fails is tried again, and the counts add up."""

import os
import time
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.sources.archive import Archive
from extractor.sources.archive.writing import rebuild_index
from extractor.sources.crawl import Bounds, Clocks, Crawl
from extractor.sources.exchange import Ask
from extractor.sources.night import ARCHIVE, STATE, crawl
from extractor.sources.state import State
from extractor.sources.summary import Summary
from tests.sources.press import (
    DAY,
    FIRST,
    QUICK,
    Answer,
    Press,
    counts,
    names,
    night,
    redirect,
    small_press,
    url,
)
from tests.sources.stands import agreement, rows


def test_what_is_wanted_is_fetched_once_and_nothing_else(tmp_path: Path) -> None:
    press = small_press(sites=3, wanted=4, others=3)
    summary = crawl(night(tmp_path, press, 3))
    fetched = [asked for asked in press.asked if "/berita/" in asked]
    assert sorted(fetched) == sorted(url(number, site) for site in names(3) for number in range(4))
    assert (counts(summary), summary.outcome, summary.faults()) == ({"stored": 12, "set aside": 9}, "done", [])
    assert agreement(tmp_path) == []


def test_robots_are_asked_before_anything_else_of_a_host(tmp_path: Path) -> None:
    press = small_press(sites=2)
    crawl(night(tmp_path, press))
    first = {site: next(asked for asked in press.asked if site in asked) for site in names(2)}
    assert list(first.values()) == [f"https://{site}/robots.txt" for site in names(2)]


def test_what_robots_forbids_is_refused_and_never_asked(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(f"https://{FIRST}/robots.txt", "User-agent: *\nDisallow: /berita/kota-1")
    summary = crawl(night(tmp_path, press, 1))
    assert url(1) not in press.asked
    assert counts(summary) == {"stored": 2, "refused": 1, "set aside": 2}
    assert rows(tmp_path, "candidates", "url", url(1))[0]["reason"] == "robots.txt forbids it"


@pytest.mark.parametrize("status", [500, 503, 0])
def test_a_host_whose_robots_cannot_be_reached_is_left_and_the_others_are_not(tmp_path: Path, status: int) -> None:
    press = small_press(sites=2)
    press.put(f"https://{FIRST}/robots.txt", Answer(b"", status, outcome="failed", passing=True))
    summary = crawl(night(tmp_path, press))
    assert [asked for asked in press.asked if FIRST in asked] == [f"https://{FIRST}/robots.txt"] * QUICK.tries
    assert summary.became["koran01.example"]["stored"] == 3


def test_what_fails_is_tried_again_and_no_more_than_allowed(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(url(0), Answer(status=0, outcome="failed"), "sekarang ada")
    press.put(url(1), Answer(status=0, outcome="failed"))
    summary = crawl(night(tmp_path, press, 1))
    assert (press.asked.count(url(0)), press.asked.count(url(1))) == (2, QUICK.tries)
    assert counts(summary) == {"stored": 2, "failed": 1, "set aside": 2}


@pytest.mark.parametrize(("status", "became"), [(404, "failed"), (410, "failed"), (403, "refused")])
def test_what_is_final_is_asked_once_and_never_again(tmp_path: Path, status: int, became: str) -> None:
    press = small_press(sites=1)
    press.put(url(0), Answer(b"", status))
    summary = crawl(night(tmp_path, press, 1))
    crawl(night(tmp_path, press, 1))
    assert press.asked.count(url(0)) == 1
    assert counts(summary) == {"stored": 2, became: 1, "set aside": 2}


def test_a_site_that_refuses_is_left_for_the_night_and_named(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=6)
    for number in range(6):
        press.put(url(number), Answer(b"", 403))
    summary = crawl(night(tmp_path, press, 1))
    assert counts(summary) == {"refused": 3, "waiting": 3, "set aside": 2}
    assert summary.left == {FIRST: "refused 3 requests in a row (403)"}


def test_half_a_page_is_kept_and_read_again_on_another_night(tmp_path: Path) -> None:
    press, wall = small_press(sites=1), [time.time()]
    clocks = Clocks(wall=lambda: wall[0])
    press.put(url(0), Answer(b"setengah", outcome="truncated", passing=True), "semuanya ada")
    assert crawl(night(tmp_path, press, 1, clocks=clocks)).total["stored"] == 3
    wall[0] += DAY
    assert crawl(night(tmp_path, press, 1, clocks=clocks)).total["stored"] == 1
    assert press.asked.count(url(0)) == 2


def test_a_redirect_on_the_same_site_is_followed_in_its_turn(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(url(0), redirect(f"https://{FIRST}/baca/kota-0-baru-raih-paritrana"))
    press.put(f"https://{FIRST}/baca/kota-0-baru-raih-paritrana", "ada")
    assert counts(crawl(night(tmp_path, press, 1))) == {"stored": 3, "set aside": 2}


def test_a_redirect_to_a_story_that_is_listed_too_has_it_asked_for_once(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(url(1), redirect(url(0)))
    press.put(url(2), redirect(f"https://www.{FIRST}/berita/kota-0-raih-paritrana-award/"))
    summary = crawl(night(tmp_path, press, 1))
    assert len([asked for asked in press.asked if "kota-0" in asked]) == 1
    assert (counts(summary), summary.faults()) == ({"stored": 1, "set aside": 4}, [])


def test_a_redirect_to_another_site_waits_in_its_queue_behind_its_robots(tmp_path: Path) -> None:
    press = small_press(sites=1)
    there = "https://lain.example/berita/kota-0-raih-paritrana-award"
    press.put(url(0), redirect(there))
    press.put(there, "ada")
    summary = crawl(night(tmp_path, press, 1))
    assert [asked for asked in press.asked if "lain." in asked] == ["https://lain.example/robots.txt", there]
    assert summary.became["lain.example"] == {"stored": 1}
    assert (summary.became[FIRST]["set aside"], summary.faults()) == (3, [])


def test_a_redirect_to_what_its_robots_forbids_is_not_followed(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(url(0), redirect(f"https://{FIRST}/rahasia/kota-0-raih-paritrana-award"))
    summary = crawl(night(tmp_path, press, 1))
    assert not [asked for asked in press.asked if "/rahasia/" in asked]
    assert (summary.total["refused"], summary.faults()) == (1, [])


def test_redirects_from_site_to_site_end(tmp_path: Path) -> None:
    press = small_press(sites=1)
    ring = [f"https://situs{number}.example/berita/kota-raih-paritrana-award" for number in range(9)]
    press.put(url(0), redirect(ring[0]))
    for here, there in pairwise(ring):
        press.put(here, redirect(there))
    summary = crawl(night(tmp_path, press, 1))
    assert sum("situs" in asked and "robots" not in asked for asked in press.asked) == 5
    assert (summary.total["failed"], summary.faults()) == (1, [])


def test_two_stories_that_lead_to_each_other_are_asked_once_each(tmp_path: Path) -> None:
    press = small_press(sites=2)
    press.put(url(0), redirect(url(0, "koran01.example")))
    press.put(url(0, "koran01.example"), redirect(url(0)))
    summary = crawl(night(tmp_path, press, 2))
    assert (press.asked.count(url(0)), press.asked.count(url(0, "koran01.example"))) == (1, 1)
    assert summary.faults() == []


def test_a_robots_that_lies_on_another_site_is_read_there(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(f"https://{FIRST}/robots.txt", redirect("https://lain.example/aturan.txt"))
    press.put("https://lain.example/aturan.txt", "User-agent: *\nDisallow: /berita/kota-1")
    summary = crawl(night(tmp_path, press, 1))
    assert (summary.total["refused"], summary.total["stored"]) == (1, 2)


def test_robots_that_lead_on_and_on_close_the_host(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(f"https://{FIRST}/robots.txt", redirect("https://situs0.example/robots.txt"))
    ring = [f"https://situs{number}.example/robots.txt" for number in range(9)]
    for here, there in pairwise(ring):
        press.put(here, redirect(there))
    crawl(night(tmp_path, press, 1))
    assert f"https://{FIRST}/feed" not in press.asked
    assert len(press.asked) == 6


def test_a_story_that_leads_to_the_front_page_is_none(tmp_path: Path) -> None:
    press = small_press(sites=1)
    press.put(url(0), redirect(f"https://{FIRST}/"))
    press.put(f"https://{FIRST}/", "halaman muka")
    assert counts(crawl(night(tmp_path, press, 1))) == {"stored": 2, "set aside": 3}


def test_the_pages_of_a_story_are_asked_for_until_it_is_whole(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=1)
    pager = "".join(f'<a href="{url(0)}?page={number}">{number}</a>' for number in (1, 2, 3))
    html = f'<html><article><p>Kota itu menerima piagam.</p></article><div class="paging">{pager}</div></html>'
    for address in (url(0), f"{url(0)}?page=2", f"{url(0)}?page=3"):
        press.put(address, html)
    crawl(night(tmp_path, press, 1))
    assert [asked for asked in press.asked if "kota-0" in asked] == [url(0), f"{url(0)}?page=2", f"{url(0)}?page=3"]


def paged(press: Press, whole: Answer) -> list[str]:
    """A story of three pages whose site has an address for all of them at once; the addresses of its single pages."""
    ways = [*((number, f"{url(0)}?page={number}") for number in (1, 2, 3)), ("Semua", f"{url(0)}?page=all")]
    pager = "".join(f'<a href="{address}">{name}</a>' for name, address in ways)
    html = f'<html><article><p>Kota itu menerima piagam.</p></article><div class="paging">{pager}</div></html>'
    single = [url(0), f"{url(0)}?page=2", f"{url(0)}?page=3"]
    for address in single:
        press.put(address, html)
    press.put(f"{url(0)}?page=all", whole)
    return single


def pages_asked(press: Press) -> list[str]:
    return [asked for asked in press.asked if "kota-0" in asked]


def test_where_all_pages_are_at_one_address_the_single_ones_are_not_asked(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=1)
    paged(press, Answer(b"<html><article><p>Kota itu menerima piagam.</p></article></html>"))
    crawl(night(tmp_path, press, 1))
    crawl(night(tmp_path, press, 1))
    assert pages_asked(press) == [url(0), f"{url(0)}?page=all"]


@pytest.mark.parametrize(
    "whole",
    [Answer(b"", 404), Answer(b"", 410), Answer(b"", 403), redirect("https://koran00.example/rahasia/x")],
    ids=["gone", "gone for ever", "refused", "forbidden"],
)
def test_where_the_address_of_all_pages_fails_the_single_ones_are_asked(tmp_path: Path, whole: Answer) -> None:
    press = small_press(sites=1, wanted=1)
    single = paged(press, whole)
    crawl(night(tmp_path, press, 1))
    crawl(night(tmp_path, press, 1))
    assert pages_asked(press) == [single[0], f"{url(0)}?page=all", *single[1:]]


def test_where_robots_forbids_the_address_of_all_pages_the_single_ones_are_asked(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=1)
    single = paged(press, Answer(b"semua"))
    press.put(f"https://{FIRST}/robots.txt", "User-agent: *\nDisallow: /*page=all")
    crawl(night(tmp_path, press, 1))
    assert pages_asked(press) == single


def test_where_the_address_of_all_pages_leads_to_the_first_the_others_are_asked(tmp_path: Path) -> None:
    press = small_press(sites=1, wanted=1)
    single = paged(press, redirect(url(0)))
    crawl(night(tmp_path, press, 1))
    assert set(pages_asked(press)) == {*single, f"{url(0)}?page=all"}


def test_a_limit_leaves_the_rest_waiting_for_the_next_run(tmp_path: Path) -> None:
    press = small_press(sites=2)
    first = crawl(night(tmp_path, press, bounds=Bounds(articles=4)))
    second = crawl(night(tmp_path, press))
    assert (counts(first), counts(second)) == ({"stored": 4, "waiting": 2, "set aside": 4}, {"stored": 2})
    assert len(press.asked) == len(set(press.asked)) + 2  # the lists, a second time


def test_outlets_that_are_not_named_are_not_asked(tmp_path: Path) -> None:
    press = small_press(sites=2)
    only = night(tmp_path, press)
    crawl(only._replace(outlets=only.outlets[:1], bounds=Bounds(outlets=frozenset([FIRST]))))
    assert not [asked for asked in press.asked if FIRST not in asked]


def test_a_deadline_ends_the_night_and_the_next_run_takes_it_up(tmp_path: Path) -> None:
    press = small_press(sites=2, wanted=20)
    press.takes = 0.02
    first = crawl(night(tmp_path, press, bounds=Bounds(seconds=0.2)))
    second = crawl(night(tmp_path, press))
    assert (first.outcome, first.reason, first.faults()) == ("stopped", "its deadline has come", [])
    assert first.total["stored"] + second.total["stored"] == 40
    assert len(press.asked) == len(set(press.asked))


def test_a_request_to_stop_lets_finish_what_is_under_way(tmp_path: Path) -> None:
    press = small_press(sites=2, wanted=20)
    began: list[Crawl] = []

    def at_the_tenth(_: Ask) -> None:
        if len(press.asked) >= 10:
            began[0].stop("asked to")

    press.before = at_the_tenth
    first = crawl(night(tmp_path, press), begun=began.append)
    press.before = lambda _: None
    assert (first.outcome, first.reason, agreement(tmp_path)) == ("stopped", "asked to", [])
    assert len(rows(tmp_path, "fetches")) == len(press.asked)
    crawl(night(tmp_path, press))
    assert len(press.asked) == len(set(press.asked))


def test_nothing_that_is_ours_to_blame_is_asked_for_again_at_every_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise ValueError("salah")

    press = small_press(sites=1)
    monkeypatch.setattr("extractor.sources.entering._is_front", fault)
    summary = crawl(night(tmp_path, press, 1))
    assert counts(summary) == {"failed": 3, "set aside": 2}
    assert rows(tmp_path, "candidates", "url", url(1))[0]["reason"] == "a fault of ours: ValueError: salah"
    assert (agreement(tmp_path), summary.faults()) == ([], [])


def test_a_fetcher_that_breaks_holds_up_nothing(tmp_path: Path) -> None:
    press = small_press(sites=2)

    def fault(ask: Ask) -> None:
        if ask.url == url(1):
            raise RuntimeError("salah")

    press.before = fault
    assert counts(crawl(night(tmp_path, press))) == {"stored": 5, "failed": 1, "set aside": 4}


def test_counts_that_do_not_add_up_are_faults() -> None:
    summary = Summary(1, 0.0, 60.0, "done", None, {"a": 3}, {"a": {"stored": 1, "waiting": 1}}, {"a": 2}, {}, {})
    assert summary.faults() == [
        "a: discovered 3 is not stored 1 + unchanged 0 + refused 0 + failed 0 + set aside 0 + waiting 1",
        "a: 1 wait in the state, 2 were left",
    ]


def test_the_index_in_the_state_is_that_of_the_files(tmp_path: Path) -> None:
    crawl(night(tmp_path, small_press()))
    index = [record._asdict() for record in rebuild_index(tmp_path / ARCHIVE)]
    kept = [{name: row[name] for name in index[0]} for row in rows(tmp_path, "records")]
    assert kept == index


def test_what_power_took_from_the_archive_is_asked_for_again(tmp_path: Path) -> None:
    press = small_press(sites=1)
    crawl(night(tmp_path, press, 1))
    file = next((tmp_path / ARCHIVE).iterdir())
    os.truncate(file, file.stat().st_size - 10)
    summary = crawl(night(tmp_path, press, 1))
    assert summary.total["stored"] == 1
    assert agreement(tmp_path) == []


def test_a_state_that_is_lost_is_made_again_of_the_archive(tmp_path: Path) -> None:
    press = small_press(sites=1)
    crawl(night(tmp_path, press, 1))
    for name in (STATE, f"{STATE}-wal", f"{STATE}-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    press.asked.clear()
    crawl(night(tmp_path, press, 1))
    assert press.asked == [f"https://{FIRST}/feed"]
    assert agreement(tmp_path) == []


def test_a_state_of_another_version_is_refused(tmp_path: Path) -> None:
    from extractor.sources.state import StateError, set_note

    with State(tmp_path / STATE) as state, state.transaction() as connection:
        set_note(connection, "version", "99")
    with pytest.raises(StateError, match="another version"):
        State(tmp_path / STATE)


def test_an_archive_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / ARCHIVE).write_text("")
    with pytest.raises(Exception, match="archive"):
        crawl(night(tmp_path, small_press()))
    assert not Archive(tmp_path).lost


def test_where_nobody_can_be_reached_it_ends_and_says_so_once(tmp_path: Path) -> None:
    press = Press()
    for site in names(60):
        press.put(f"https://{site}/robots.txt", Answer(status=0, outcome="failed"))
    summary = crawl(night(tmp_path, press, 60))
    assert (summary.outcome, 30 <= len(press.asked) < 60) == ("failed", True)
    lost = "none of 30 sites could be reached (no answer in time): this machine has no way to the net"
    assert (summary.reason, summary.requests["failed"], agreement(tmp_path)) == (lost, len(press.asked), [])
    again = crawl(night(tmp_path, small_press(60, wanted=1, others=0), 60))
    assert (again.outcome, counts(again)) == ("done", {"stored": 60})


def test_where_one_site_answers_the_others_are_tried(tmp_path: Path) -> None:
    press = small_press(1, wanted=1, others=0)
    for site in names(40)[1:]:
        press.put(f"https://{site}/robots.txt", Answer(status=0, outcome="failed"))
    summary = crawl(night(tmp_path, press, 40))
    assert (summary.outcome, summary.requests["failed"]) == ("done", 39 * QUICK.tries)


def test_a_night_in_which_somebody_answered_goes_on_with_those_that_do_not(tmp_path: Path) -> None:
    press = small_press(1, wanted=1, others=0)
    for site in names(40)[1:]:
        press.put(f"https://{site}/robots.txt", Answer(status=0, outcome="failed"))
    began: list[Crawl] = []

    def at_the_last(ask: Ask) -> None:
        if ask.why == "article":
            began[0].stop("asked to")

    press.before = at_the_last
    assert crawl(night(tmp_path, press, 1), begun=began.append).outcome == "stopped"
    press.before = lambda _: None
    press.asked.clear()
    summary = crawl(night(tmp_path, press, 40))
    assert (summary.outcome, summary.requests["failed"]) == ("done", 39 * QUICK.tries)
    assert not [asked for asked in press.asked if FIRST in asked]
