"""Sites that go wrong, all in one night: each ends in its time and memory, with its reason, and holds up no other."""

import re
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest
from sqlalchemy import select

from extractor.article import Page
from extractor.clean import clean
from extractor.errors import SetAside
from extractor.outlets import outlets
from extractor.sources import permission as permission_module
from extractor.sources.archive import pages_of
from extractor.sources.crawl import Clocks
from extractor.sources.exchange import Ask
from extractor.sources.night import ARCHIVE, STATE, Night, crawl
from extractor.sources.state import State
from extractor.sources.state.tables import candidates, fetches, hosts, lists
from extractor.sources.summary import Summary
from tests.sources.scripted import answer
from tests.sources.web import LittleWeb, Seen, press_patterns, sources_of_little_web, story
from tests.sources.web.faults import FAULTS, Faulty
from tests.sources.web.memory import growth
from tests.sources.web.night import Wall, fetcher, finder, settings
from tests.sources.web.serving import Request
from tests.sources.web.stories import WIB

NIGHT = datetime(2026, 11, 22, 21, 0, tzinfo=WIB)
GAP, WHOLE = 0.05, 2.0
MOST_GROWTH = 150_000_000
UNREACHABLE = {
    "robots 500", "robots 503", "robots timeout", "robots reset", "robots chain of 8", "robots half gzip",
    "robots unknown coding",
}  # fmt: skip
Resolve = Callable[[str, int], list[tuple[str, int]]]


class Inside:
    """A server on the machine itself that nobody may reach, and what it was asked."""

    hosts = ("inside.example",)

    def __init__(self) -> None:
        self.asked: list[str] = []

    def respond(self, request: Request) -> Any:
        self.asked.append(f"{request.host}{request.target}")
        return answer(b"<p>rahasia</p>")


class Faults(NamedTuple):
    """A night on all faulty sites: what the state says of each, its log, and what the night took."""

    sites: dict[str, Faulty]
    summary: Summary
    logs: dict[str, list[Seen]]
    rows: dict[str, list[Any]]
    inside: list[str]
    growth: int
    pages: list[Page]

    def story(self, name: str, number: int = 1) -> Any:
        """What became of a story of a site; the second is the one that goes wrong."""
        site = self.sites[name]
        end = f"{site.domain}{site.path(site.stories[number])}"
        return next(row for row in self.rows["candidates"] if row.url.endswith(end))

    def of(self, table: str, name: str) -> list[Any]:
        """The rows of a table that are of a site."""
        column = "origin" if table == "hosts" else "url"
        return [row for row in self.rows[table] if self.sites[name].domain in getattr(row, column)]

    def fetched(self, name: str) -> list[Any]:
        """The exchanges on the story that goes wrong."""
        return [row for row in self.of("fetches", name) if row.url.endswith(self.sites[name].wrong)]


def faulty(names: list[str]) -> dict[str, Faulty]:
    """A site for each fault; the fourth of its stories is on no award."""
    made = {}
    for number, name in enumerate(names):
        told = ("headline", "headline", "headline", None)
        stories = [story(number, at, by, NIGHT - timedelta(hours=at)) for at, by in enumerate(told)]
        made[name] = Faulty(number, stories)
        FAULTS[name](made[name])
    return made


def astray(web: LittleWeb, sites: dict[str, Faulty], inside: LittleWeb) -> Resolve:
    """Names that lead elsewhere than they should: inside, nowhere, to another address each time."""
    (home, port), times = inside.resolve("inside.example", 80)[0], {"asked": 0}

    def resolve(host: str, number: int) -> list[tuple[str, int]]:
        if host in ("127.0.0.1", "2130706433"):
            return [(home, port)]
        if host in ("169.254.169.254", "::1"):
            return [(host, number)]
        if "unknown name" in sites and host == sites["unknown name"].hosts[1]:
            raise socket.gaierror(socket.EAI_NONAME, "not known")
        if "refused" in sites and host == sites["refused"].hosts[1]:
            return [(next(iter(web.addresses)), 9)]
        if "slow name" in sites and host == sites["slow name"].hosts[1]:
            time.sleep(3 * WHOLE)
        if "rebinding" in sites and host == sites["rebinding"].hosts[1]:
            times["asked"] += 1
            return [(home, port)] if times["asked"] in (4, 5) else web.resolve(host, number)
        return web.resolve(host, number)

    return resolve


class Change(NamedTuple):
    """What of the net's limits and of the manners is other than usual."""

    limits: Mapping[str, Any] = {}
    manners: Mapping[str, Any] = {}


def night(folder: Path, web: LittleWeb, resolve: Resolve, wall: Wall, change: Change = Change()) -> Night:  # noqa: B008
    asks = fetcher(web, **{"whole": WHOLE, "resolve": resolve, "connect": 0.8, **change.limits})
    manners = settings(GAP, **{"workers": 80, "patience": 5.0, **change.manners})
    return Night(folder, manners, asks, finder(), outlets().all, clocks=Clocks(wall=wall))


def rows_of(folder: Path) -> dict[str, list[Any]]:
    with State(folder / STATE, read_only=True) as state, state.transaction() as connection:
        return {
            table.name: list(connection.execute(select(table)).all()) for table in (candidates, fetches, hosts, lists)
        }


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
        ("rebinding", "refused", "127.0.0.1 is no address of the open net"),
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


def longest_wait(faults: Faults, name: str) -> float:
    """The longest time between two requests to a site, in seconds."""
    return max(later.came - before.came for before, later in pairwise(faults.logs[name]))


@pytest.mark.parametrize("name", ["well", "well too"])
def test_other_hosts_are_not_held_up(faults: Faults, name: str) -> None:
    assert longest_wait(faults, name) < WHOLE
    assert faults.logs[name][-1].came < faults.logs["silent"][-1].came


def test_with_a_single_worker_they_are(tmp_path: Path) -> None:
    assert longest_wait(one_fault(tmp_path, "silent", manners={"workers": 1}), "well") >= WHOLE


def test_nothing_inside_is_asked_for(faults: Faults) -> None:
    assert faults.inside == []


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "169.254.169.254", "::1"])
def test_where_a_redirect_leads_inside_is_recorded(faults: Faults, host: str) -> None:
    (row,) = (row for row in faults.rows["candidates"] if row.outlet == host)
    assert (row.state, row.reason.endswith("is no address of the open net")) == ("refused", True)


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
    assert list(faults.summary.left) == [faults.sites["blocked"].domain]
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


def one_fault(folder: Path, name: str, *, nights: int = 1, wall: Wall | None = None, **change: Any) -> Faults:
    """Nights on a site with one fault, and on a site that is well."""
    sites, own, wall = faulty(["well", name]), Inside(), wall or Wall(NIGHT)
    (folder / "patterns").mkdir()
    inside = LittleWeb([own], first="127.0.0.1")
    with press_patterns(folder / "patterns", sites.values()), LittleWeb(list(sites.values())) as web, inside:
        with sources_of_little_web(web), growth() as grown:
            for number in range(nights):
                if number:
                    wall.later(timedelta(days=1))
                    sites[name].stories.insert(0, story(99, 900, "headline", NIGHT + timedelta(hours=20)))
                summary = crawl(night(folder / "data", web, astray(web, sites, inside), wall, Change(**change)))
        logs = {name: web.log(site.domain) for name, site in sites.items()}
    return Faults(sites, summary, logs, rows_of(folder / "data"), own.asked, grown.bytes, [])


@pytest.mark.parametrize(
    "fault",
    ["bomb 10 MB", "bomb 4 MB", "flood", "endless", "heavy redirect", "100 Continue", "one byte a second",
     "feed of 100,000", "feed entity bomb", "robots 1 MB"],
)  # fmt: skip
def test_no_fault_takes_150_mb_nor_a_second_connection(tmp_path: Path, fault: str) -> None:
    told = one_fault(tmp_path, fault)
    assert told.growth < MOST_GROWTH
    assert {seen.beside for seen in told.logs[fault]} == {0}
    assert told.story("well").state == "stored"


def test_without_its_limits_a_bomb_takes_more(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "bomb 4 MB", limits={"unpacked": 400_000_000})
    assert told.growth > MOST_GROWTH


def test_without_its_guard_what_is_inside_is_reached(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "to 127.0.0.1", limits={"inside": True})
    assert told.inside == ["127.0.0.1/robots.txt", "127.0.0.1/rahasia"]


def test_without_its_guard_a_name_that_changes_its_address_leads_inside(tmp_path: Path) -> None:
    assert one_fault(tmp_path, "rebinding", limits={"inside": True}).inside


def test_without_the_rule_of_rfc_9309_an_unreachable_robots_txt_opens_a_site(tmp_path: Path) -> None:
    opened = permission_module.Permission("open", "as others have it", 0.0, NIGHT.timestamp() + 80_000)
    with patch("extractor.sources.entering.permission", lambda *_: opened._replace(since=NIGHT.timestamp())):
        told = one_fault(tmp_path, "robots 500")
    assert told.story("robots 500").state == "stored"


def test_a_feed_that_answers_304_for_ever_is_read_whole_once_a_day(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "feed 304", nights=2)
    assert told.story("feed 304", 0).state == "stored"
    assert told.sites["feed 304"].stories[0].number == 900


def test_rules_of_an_earlier_day_hold_where_the_file_cannot_be_reached_any_more(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "robots later 500", nights=2)
    assert [told.story("robots later 500", number).state for number in range(4)] == [
        "stored", "refused", "stored", "stored",
    ]  # fmt: skip
    assert "what it said before holds" in told.of("hosts", "robots later 500")[0].robots_reason


def test_by_its_validators_alone_such_a_feed_goes_silent(tmp_path: Path) -> None:
    def always(due: Any, *_: object) -> Ask:
        return Ask(due.listing.url, due.listing.why, due.found_in, due.etag, due.modified)

    with patch("extractor.sources.crawl.conditional", always), pytest.raises(StopIteration):
        one_fault(tmp_path, "feed 304", nights=2).story("feed 304", 0)


class Jumping(Wall):
    """A wall clock that is put forward and back by hours again and again."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self._jumps = count()

    def __call__(self) -> float:
        return super().__call__() + (next(self._jumps) % 7 - 3) * 5400


@pytest.mark.parametrize("fault", ["well too", "429 date", "500"])
def test_a_clock_that_jumps_costs_no_story_and_no_gap(tmp_path: Path, fault: str) -> None:
    told = one_fault(tmp_path, fault, wall=Jumping(NIGHT))
    log = [seen.came for seen in told.logs["well"]]
    assert min(later - before for before, later in pairwise(log)) >= GAP
    assert Counter(row.state for row in told.of("candidates", "well")) == {"stored": 3, "set aside": 1}
    assert told.summary.faults() == []
    assert sum(seen.path.startswith("/read/") for seen in told.logs["well"]) == 3
