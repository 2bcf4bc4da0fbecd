"""An outlet's lists tried one after the other, as politely as a crawl asks: robots.txt first, a gap between any two."""

import json
import os
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from extractor.cli import DONE, SET_ASIDE, printable
from extractor.cli.crawling import network
from extractor.errors import ExtractorError
from extractor.outlets import Outlet
from extractor.sources.discovery.candidate import Listing
from extractor.sources.discovery.lists import read_list
from extractor.sources.discovery.plan import guesses
from extractor.sources.discovery.wanted import AwardWords, award_words
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.fetching import Fetcher
from extractor.sources.finding import Finder, called
from extractor.sources.hosts import Hosts
from extractor.sources.lock import locked
from extractor.sources.night import made
from extractor.sources.permission import permission
from extractor.sources.places import origin_of, robots_of, site_of
from extractor.sources.settings import read_settings
from extractor.sources.working import Between


class Checked(NamedTuple):
    """What came of a list: whether it works, how many stories it names, the day of the newest, and the reason."""

    url: str
    why: str
    works: bool
    stories: int
    newest: str | None
    said: str


def checking(name: str, contact: str | None, folder: Path, form: str) -> int:
    """Try an outlet's lists and print what works; the exit code."""
    if (outlet := called(name)) is None:
        name = _host(name)
        outlet = called(name)
    made(folder)
    settings = read_settings(folder, os.environ, contact, None)
    fetcher = Fetcher(network(settings))
    found: list[Checked] = []
    closed: set[str] = set()
    with locked(folder, f"extractor sources check {name}", time.time()):
        manners = settings.manners_at(outlet.id if outlet else name)
        asker = _Asker(fetcher, manners.gap)
        for listing in _lists(outlet, name):
            checked = _check(listing, asker.ask(listing), outlet)
            again = checked.said in closed
            closed |= set(asker.hosts.closed().values())
            found.append(checked)
            if form == "text" and not again:  # a host that cannot be reached is told once
                print(_line(checked), flush=True)
    if form == "json":
        print(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=1))
    else:
        print(f"{name}: {sum(one.works for one in found)} of {len(found)} lists work")
    return DONE if all(one.works for one in found) else SET_ASIDE


def _host(name: str) -> str:
    """The host in a name that no file tells of: "koran.example", "https://koran.example/"."""
    try:
        host = urlsplit(name if "//" in name else f"//{name}").hostname or ""
    except ValueError:
        host = ""
    if "." not in host:
        raise ExtractorError(f"no outlet or host is called {name!r}: `extractor sources list` names the outlets")
    return host


def _lists(outlet: Outlet | None, name: str) -> tuple[Listing, ...]:
    """The lists of a night, of one award for all; of a site that no file tells of, the usual places."""
    first = AwardWords(award_words().awards[:1])
    listings = Finder(first).plan(outlet, time.time()) if outlet else ()
    return listings or guesses(name)


class _Asker:
    """Asks one address after the other: robots.txt of a host before it, and a gap between any two on a site."""

    def __init__(self, fetcher: Fetcher, gap: float) -> None:
        self.fetcher, self.gap = fetcher, gap
        self.hosts = Hosts({}, time.time)
        self._ready: dict[str, float] = {}

    def ask(self, listing: Listing) -> Exchange | str:
        """What becomes of a list, or why it is not asked for."""
        origin = origin_of(listing.url)
        if origin is None:
            return "is no address"
        if self.hosts.verdict(listing.url) is None:
            robots = self._fetch(Ask(robots_of(origin), "robots"), self._wait)
            _, delay = self.hosts.learn(origin, permission(robots, time.time()))
            self.gap = max(self.gap, delay or 0.0)
        verdict = self.hosts.verdict(listing.url)
        if verdict is None or not verdict.allowed:
            return verdict.reason if verdict else "its robots.txt cannot be read"
        return self._fetch(Ask(listing.url, "check"), self._follow)

    def _follow(self, url: str) -> str | None:
        verdict = self.hosts.verdict(url)
        if verdict is None or not verdict.allowed:
            return verdict.reason if verdict else f"leads to {url}"
        return self._wait(url)

    def _wait(self, url: str) -> str | None:
        """Wait for a site's turn; nothing stands against asking it then."""
        time.sleep(max(0.0, self._ready.get(site_of(url), 0.0) - time.monotonic()))
        self._ready[site_of(url)] = time.monotonic() + self.gap
        return None

    def _fetch(self, ask: Ask, between: Between) -> Exchange:
        self._wait(ask.url)
        exchange = self.fetcher.fetch(ask, between)
        site = site_of(ask.url)
        self._ready[site] = time.monotonic() + max(self.gap, exchange.retry_after or 0.0)
        return exchange


def _check(listing: Listing, answer: Exchange | str, outlet: Outlet | None) -> Checked:
    if isinstance(answer, str):
        return Checked(listing.url, listing.why, False, 0, None, answer)
    if answer.outcome not in ("ok", "truncated"):
        return Checked(listing.url, listing.why, False, 0, None, answer.reason or answer.outcome)
    listed = read_list(listing, answer.body, answer.url, outlet, answer.charset)
    days = [one.published[:10] for one in listed.candidates if one.published]
    works = bool(listed.candidates or listed.further)
    reason = "; ".join(listed.said) or ("" if works else "names no stories")
    return Checked(listing.url, listing.why, works, len(listed.candidates), max(days, default=None), reason)


def _line(checked: Checked) -> str:
    newest = f", the newest of {checked.newest}" if checked.newest else ""
    found = f"works: {checked.stories} stories{newest}" if checked.works else "does not work"
    reason = f": {checked.said}" if checked.said else ""
    return f"{checked.why:<8} {printable(checked.url)}  {found}{printable(reason)}"
