"""Nights on sites that go wrong: all of them at once, or one beside a site that is well."""

import socket
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select

from extractor.article import Page
from extractor.outlets import outlets
from extractor.sources.crawl import Clocks
from extractor.sources.night import STATE, Night, crawl
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


def longest_wait(faults: Faults, name: str) -> float:
    """The longest time between two requests to a site, in seconds."""
    return max(later.came - before.came for before, later in pairwise(faults.logs[name]))


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
