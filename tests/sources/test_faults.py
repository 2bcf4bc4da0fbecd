"""Sites that go wrong, all in one night: each ends in its time and memory, with its reason, and holds up no other."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from extractor.article import Page
from extractor.clean import clean
from extractor.errors import SetAside
from extractor.sources.archive import pages_of
from extractor.sources.night import ARCHIVE, crawl
from tests.sources.web import LittleWeb, press_patterns, sources_of_little_web
from tests.sources.web.faults import FAULTS, Faulty
from tests.sources.web.faulty import (
    GAP,
    NIGHT,
    WHOLE,
    Faults,
    Inside,
    astray,
    faulty,
    longest_wait,
    night,
    rows_of,
)
from tests.sources.web.memory import growth
from tests.sources.web.night import Wall

UNREACHABLE = {
    "robots 500", "robots 503", "robots timeout", "robots reset", "robots chain of 8", "robots half gzip",
    "robots unknown coding",
}  # fmt: skip


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faults]:
    sites, own = faulty(list(FAULTS)), Inside()
    folder, wall = tmp_path_factory.mktemp("faults"), Wall(NIGHT)
    (folder / "patterns").mkdir()
    inside = LittleWeb([own], first="127.0.0.1")
    with press_patterns(folder / "patterns", sites.values()), LittleWeb(list(sites.values())) as web, inside:
        with sources_of_little_web(web), growth() as grown:
            summary = crawl(night(folder / "data", web, astray(web, sites, inside), wall))
        logs = {name: web.log(site.domain) for name, site in sites.items()}
        pages = [one for name in (folder / "data" / ARCHIVE).iterdir() for one in pages_of(name)]
        told = [page for page in pages if isinstance(page, Page)]
        yield Faults(sites, summary, logs, rows_of(folder / "data"), list(own.asked), grown.bytes, told)


@pytest.mark.parametrize(
    ("fault", "state", "reason"),
    [
        ("robots 404", "stored", None),
        ("robots 401", "stored", None),
        ("robots HTML", "stored", None),
        ("robots 1 MB", "stored", None),
        ("robots late rules", "stored", None),
        ("robots chain of 4", "stored", None),
        ("429 seconds", "stored", None),
        ("429 date", "stored", None),
        ("503 date", "stored", None),
        ("403", "refused", "403 Forbidden"),
        ("404", "failed", "404 Not Found"),
        ("500", "failed", "500 Internal"),
        ("reset", "failed", "reset|broke off|closed"),
        ("reset in the body", "stored", "reset|broke off"),
        ("wrong length", "stored", "broke off"),
        ("one byte a second", "stored", "in time"),
        ("silent", "failed", "in time"),
        ("100 Continue", "failed", "in time"),
        ("endless", "stored", "in time|longer than"),
        ("flood", "stored", "longer than|in time"),
        ("bomb 10 MB", "stored", "longer than"),
        ("bomb 4 MB", "stored", "unpack|longer|10"),
        ("heavy redirect", "failed", "404"),
        ("redirect loop", "failed", "more than 5 redirects"),
        ("to 127.0.0.1", "set aside", "leads to http://127.0.0.1"),
        ("to decimal", "set aside", "leads to http://2130706433"),
        ("to metadata", "set aside", "leads to http://169.254"),
        ("to [::1]", "set aside", r"leads to http://\[::1\]"),
        ("to file", "failed", "leads to file:"),
        ("to ftp", "failed", "leads to ftp:"),
        ("rebinding", "refused", "127.0.0.1 is an inner address, which extractor never asks"),
        ("soft 404", "stored", None),
        ("login", "stored", None),
        ("front page", "set aside", "front page"),
        ("feed broken", "stored", None),
        ("feed in UTF-16", "stored", None),
        ("feed of 100,000", "stored", None),
        ("calendar", "stored", None),
        ("sessions", "stored", None),
        ("own sitemap", "stored", None),
        ("robots elsewhere", "stored", None),
        ("robots empty", "stored", None),
        ("well", "stored", None),
        ("to a user's name", "set aside", "leads to http://nama"),
        ("to another port", "set aside", "leads to http://www.*:8080"),
        ("there", "set aside", "leads to"),
        ("and back", "set aside", "leads to"),
        ("cookies", "failed", "more than 5 redirects"),
        ("crawl delay", "stored", None),
        ("no HTTP", "failed", "220 surat siap"),
        ("empty", "failed", "an empty page"),
        ("204", "failed", "an empty page"),
        ("304 unasked", "failed", "304 Not Modified"),
        ("PDF", "stored", None),
        ("unknown coding", "stored", "rot13|coding"),
        ("half gzip", "stored", "gzip|unpack|broke"),
        ("sitemaps without end", "stored", None),
        ("sitemap bomb", "stored", None),
    ],
)
def test_a_story_ends_with_its_reason(faults: Faults, fault: str, state: str, reason: str | None) -> None:
    row = faults.story(fault)
    assert row.state == state
    assert row.reason is None if reason is None else re.search(reason, row.reason)


@pytest.mark.parametrize("fault", sorted(UNREACHABLE))
def test_a_robots_txt_that_cannot_be_reached_forbids_the_host(faults: Faults, fault: str) -> None:
    (host,), (listed,) = faults.of("hosts", fault), faults.of("lists", fault)
    assert (host.robots_kind, listed.outcome) == ("closed", "forbidden")
    assert {seen.path for seen in faults.logs[fault] if not seen.path.startswith("/r/")} == {"/robots.txt"}
    assert listed.reason.startswith("robots.txt cannot be reached: ")


@pytest.mark.parametrize("fault", ["refused", "unknown name", "slow name", "robots loop"])
def test_a_site_that_cannot_be_reached_is_told_with_its_reason(faults: Faults, fault: str) -> None:
    (listed,) = faults.of("lists", fault)
    assert re.search("refused|not known|no answer in time|more than 5 redirects", listed.reason)


@pytest.mark.parametrize("fault", ["robots 1 MB", "robots chain of 4", "robots elsewhere", "robots later 500"])
def test_the_rules_of_an_odd_robots_txt_hold(faults: Faults, fault: str) -> None:
    forbidden = faults.story(fault, 0)
    assert (forbidden.state, forbidden.reason) == ("refused", "robots.txt forbids it")
    assert faults.sites[fault].path(faults.sites[fault].stories[0]) not in {seen.path for seen in faults.logs[fault]}


def test_rules_behind_500_kib_are_not_read(faults: Faults) -> None:
    assert faults.story("robots late rules", 0).state == "stored"


@pytest.mark.parametrize(("fault", "seconds"), [("429 seconds", 1.0), ("429 date", 1.0), ("503 date", 1.0)])
def test_a_site_is_left_alone_for_as_long_as_it_asks(faults: Faults, fault: str, seconds: float) -> None:
    log = faults.logs[fault]
    refused = next(at for at, seen in enumerate(log) if seen.path == faults.sites[fault].wrong)
    assert log[refused + 1].came - log[refused].came >= seconds


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_every_exchange_ends_in_its_time(faults: Faults, fault: str) -> None:
    assert max(row.seconds for row in faults.of("fetches", fault)) < WHOLE + 0.5


@pytest.mark.parametrize(
    "fault",
    sorted(
        set(FAULTS)
        - UNREACHABLE
        - {"robots loop", "robots 1 MB", "robots chain of 4", "robots elsewhere", "refused", "unknown name"}
        - {"slow name", "rebinding", "blocked", "robots later 500"}
    ),
)
def test_the_neighbours_of_a_fault_are_stored(faults: Faults, fault: str) -> None:
    assert (faults.story(fault, 0).state, faults.story(fault, 2).state) == ("stored", "stored")


@pytest.mark.parametrize("name", ["well", "well too"])
def test_other_hosts_are_not_held_up(faults: Faults, name: str) -> None:
    assert longest_wait(faults, name) < WHOLE
    assert faults.logs[name][-1].came < faults.logs["silent"][-1].came


def test_nothing_inside_is_asked_for(faults: Faults) -> None:
    assert faults.inside == []


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "169.254.169.254", "::1"])
def test_where_a_redirect_leads_inside_is_recorded(faults: Faults, host: str) -> None:
    (row,) = (row for row in faults.rows["candidates"] if row.outlet == host)
    assert (row.state, row.reason.endswith("is an inner address, which extractor never asks")) == ("refused", True)


def test_no_faulty_site_is_asked_before_its_gap(faults: Faults) -> None:
    came = [[seen.came for seen in log] for log in faults.logs.values()]
    assert min(later - before for times in came for before, later in pairwise(times)) >= GAP


def test_a_crawl_delay_holds_from_the_robots_txt_on_that_asks_for_it(faults: Faults) -> None:
    came = [seen.came for seen in faults.logs["crawl delay"]]
    assert len(came) == 5
    assert min(later - before for before, later in pairwise(came)) >= 0.6


def test_what_may_pass_is_to_be_asked_for_again_another_night_and_what_is_final_is_not(faults: Faults) -> None:
    passing = {"500", "reset", "silent", "half gzip", "unknown coding", "wrong length", "empty", "204", "304 unasked"}
    final = {"403", "404", "redirect loop", "flood", "bomb 4 MB", "bomb 10 MB", "PDF", "cookies", "front page"}
    assert {fault for fault in passing | final if faults.story(fault).again is not None} == passing


def test_two_sites_that_lead_to_each_other_end(faults: Faults) -> None:
    asked = [seen.target for name in ("there", "and back") for seen in faults.logs[name] if "/77/" in seen.target]
    assert len(asked) <= 5


def test_sitemaps_without_end_are_followed_four_deep(faults: Faults) -> None:
    asked = [seen.path for seen in faults.logs["sitemaps without end"] if seen.path.startswith("/peta/")]
    assert len(asked) == len(set(asked)) == 15


@pytest.mark.parametrize("name", ["cookie", "referer", "authorization"])
def test_nothing_is_sent_that_tells_visits_apart(faults: Faults, name: str) -> None:
    assert [seen for log in faults.logs.values() for seen in log if name in seen.request.headers] == []


def test_every_request_says_who_asks_and_how_to_reach_them(faults: Faults) -> None:
    agents = {seen.request.headers["user-agent"] for log in faults.logs.values() for seen in log}
    assert len(agents) == 1
    assert re.fullmatch(r"extractor/\S+ \(\+mailto:redaksi@peneliti\.example\)", agents.pop())


def test_a_calendar_without_end_is_left_after_fifty_days(faults: Faults) -> None:
    days = [seen for seen in faults.logs["calendar"] if seen.path == "/kalender"]
    assert len(days) == 50


def test_session_ids_make_no_story_twice(faults: Faults) -> None:
    asked = [seen.target for seen in faults.logs["sessions"] if seen.path.startswith("/read/")]
    assert len(asked) == len(set(asked)) == 3
    assert [target for target in asked if "sid" in target.lower()] == []


@pytest.mark.parametrize(("fault", "most"), [("sessions", 2), ("same page", 2)])
def test_a_list_that_repeats_itself_is_left(faults: Faults, fault: str, most: int) -> None:
    assert sum(seen.path in ("/terkini", "/indeks") for seen in faults.logs[fault]) <= most


def test_a_sitemap_that_names_itself_is_asked_for_once(faults: Faults) -> None:
    asked = [seen.path for seen in faults.logs["own sitemap"] if seen.path.startswith("/peta")]
    assert sorted(asked) == ["/peta-2.xml", "/peta.xml"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [("feed broken", "broken"), ("feed of 100,000", "only the first"), ("login list", "a login wall")],
)
def test_what_is_wrong_with_a_list_is_said(faults: Faults, fault: str, said: str) -> None:
    reasons = [row.reason for row in faults.of("lists", fault) if row.reason]
    assert [reason for reason in reasons if said in reason]


def test_a_site_that_refuses_is_left_for_the_night_and_reported(faults: Faults) -> None:
    sites = [left for left in faults.summary.left if "://" not in left]  # others are hosts without a robots.txt
    assert sites == [faults.sites["blocked"].domain]
    assert sum(seen.path.startswith("/read/") for seen in faults.logs["blocked"]) == 3


def test_a_night_of_faults_adds_up(faults: Faults) -> None:
    assert faults.summary.faults() == []
    assert faults.summary.outcome == "done"


@pytest.mark.parametrize(("fault", "reason"), [("soft 404", "not there"), ("login", "log in|login")])
def test_a_page_that_is_no_story_is_set_aside_when_it_is_read(faults: Faults, fault: str, reason: str) -> None:
    site = faults.sites[fault]
    with pytest.raises(SetAside, match=reason):
        clean(next(page for page in faults.pages if page.url and page.url.split("?")[0].endswith(place(site, fault))))


def place(site: Faulty, fault: str) -> str:
    """Where the page of a fault lies in the archive: the end of its redirects."""
    return f"{site.domain}/masuk" if fault == "login" else site.domain + site.wrong
