"""The night: whose turn it is, who fetches, who writes, and when it is over.

One thread schedules: it alone knows the queues. Workers only fetch; what they bring goes to the writer, and what the
writer has made safe comes back with what it leads to.
"""

import heapq
import queue
import time
from collections import Counter
from collections.abc import Callable
from itertools import count
from random import Random
from typing import Any, NamedTuple

from extractor.sources.archive import Archive
from extractor.sources.discovery.canonical import canonical
from extractor.sources.entering import LISTS, Entry, Finished
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.finding import Finder, conditional
from extractor.sources.hosts import Hosts
from extractor.sources.network import UNKNOWN
from extractor.sources.places import outlet_at, site_of
from extractor.sources.politeness import DAY, Site, Turns
from extractor.sources.settings import Settings
from extractor.sources.state import Run, State
from extractor.sources.state.candidates import Waiting, wanted_urls
from extractor.sources.state.fetches import answers_of_night
from extractor.sources.state.hosts import permissions, timings
from extractor.sources.state.lists import Due
from extractor.sources.working import Between, Fetched, Fetches, Workers
from extractor.sources.writing import Broken, Forbidden, Writer, Written

_MOST_UNWRITTEN = 64
_LONGEST_WAIT = 60.0
_SILENT = 30
"""Sites that are asked in vain before it is clear that it is not they that cannot be reached, where nobody answered."""
_WITHIN = 4.0
"""Seconds of gap that a redirect is waited for within an exchange; behind a longer one it gets a turn of its own."""


class Clocks(NamedTuple):
    """The time that never jumps, for gaps; the wall's, in seconds UTC; and chance, for the pauses between tries."""

    steady: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    chance: Random = Random()


class Stopped(NamedTuple):
    """Why a crawl is to end before its work is done."""

    reason: str


class Bounds(NamedTuple):
    """What a crawl is to be content with: articles, seconds, outlets (ids); None: no bound."""

    articles: int | None = None
    seconds: float | None = None
    outlets: frozenset[str] | None = None


class Told(NamedTuple):
    """How a crawl stands, for people: what is under way, and what became of what is done."""

    requests: int
    waiting: int
    busy: int
    became: Counter[str]
    last: Exchange | None = None


class Crawl:
    """One run over the lists and stories of a data folder whose lock is held.

    `tell` is called with each exchange that is safe. After `work`, `stopped` says why it ended early, `broken` what
    failed, `is_offline` that nobody can be reached from here; `met` counts the stories that it met and `open` those
    that are left waiting, both by outlet.
    """

    def __init__(  # noqa: PLR0913  each is another part of the night
        self,
        settings: Settings,
        archive: Archive,
        state: State,
        run: Run,
        fetcher: Fetches,
        finder: Finder,
        bounds: Bounds = Bounds(),  # noqa: B008  it is frozen
        clocks: Clocks = Clocks(),  # noqa: B008  as above
        tell: Callable[[Told], object] = lambda _: None,
    ) -> None:
        self.settings, self.bounds, self.clocks, self.run, self.tell = settings, bounds, clocks, run, tell
        self.stopped: str | None = None
        self.broken: str | None = None
        self.is_offline = False
        self.met: Counter[str] = Counter()
        self.became: Counter[str] = Counter()
        self.requests = Counter[str]()
        self.open: dict[str, str] = {}
        self._events: queue.SimpleQueue[Fetched | Written | Broken | Stopped] = queue.SimpleQueue()
        self._turns = Turns(settings.manners)
        with state.transaction() as connection:
            known, times = permissions(connection), timings(connection)
            answers = answers_of_night(connection, run.night)
            self._known = {hash(url) for url in wanted_urls(connection)}
        self._hosts = Hosts(known, clocks.wall)
        self._lists: dict[str, Due] = {}
        self._words = finder.words
        self._tries: Counter[str] = Counter()
        self._silent: set[str] | None = set()  # the sites that did not answer; None: somebody did, in this night
        if any(status for _, status in answers):
            self._silent = None
        self._later: list[tuple[float, int, Ask]] = []
        self._numbers = count()
        self._unwritten = 0
        self._articles = 0
        self._began = clocks.steady()
        self._workers = Workers(fetcher, finder, self._events.put, self._between, clocks.steady)
        self._writer = Writer(archive, state, run, self._events.put, clocks.wall)
        self._take_up_sites(times)
        for url, status in answers:  # refusals in a row count on: a block is never worked around
            self._site(url).heard(status)

    def stop(self, reason: str) -> None:
        """Have it end: what is under way is finished. May be called from anywhere, a signal's handler too."""
        self._events.put(Stopped(reason))

    def add_list(self, due: Due) -> None:
        """A list to ask for."""
        self._lists[due.listing.url] = due
        self._offer(conditional(due, self.clocks.wall(), self._words))

    def add_story(self, waiting: Waiting) -> None:
        """A story, or a page of one, to ask for."""
        ask, outlet = waiting
        if ask.why == "article":
            if ask.url in self.open:
                return
            self.open[ask.url] = outlet
            self._known.add(hash(canonical(ask.url, outlet_at(ask.url))))
        if self.bounds.outlets is not None and outlet not in self.bounds.outlets:
            return
        if ask.why == "article":
            if self.bounds.articles is not None and self._articles >= self.bounds.articles:
                return
            self._articles += 1
        self._offer(ask)

    def work(self) -> None:
        """Until there is nothing left to ask for, or it is to end."""
        self._writer.start()
        while not self.broken and not self.stopped:
            wait = self._hand_out()
            if wait is None:
                break
            self._hear(wait)
        self._wind_up()

    def left_alone(self) -> dict[str, str]:
        """The sites that are not asked any more this night, the hosts whose robots.txt cannot be reached, and why."""
        sites = {name: site.closed for name, site in self._turns.sites.items() if site.closed}
        return sites | self._hosts.closed()

    def _take_up_sites(self, rows: list[dict[str, Any]]) -> None:
        """The gaps, budgets and waits of the runs before, on a clock that may have jumped since."""
        now, wall = self.clocks.steady(), self.clocks.wall()
        for row in rows:
            site = self._site(f"http://{row['site']}/")
            site.gap = max(site.gap, min(row["gap"], site.manners.longest_gap))
            if row["night"] == self.run.night:
                site.asked = row["requests"]
            asked = row["asked"]
            wait = row["ready"] - wall if asked <= wall else site.gap
            site.ready = now + min(max(wait, 0.0), max(DAY, site.gap) if row["ready"] > asked else 0.0)
            if self.run.killed:
                site.ready = max(site.ready, now + site.gap)
        for origin, delay in self._hosts.delays().items():
            self._site(origin).slow_down(delay)

    def _site(self, url: str) -> Site:
        name = site_of(url)
        if name in self._turns.sites:
            return self._turns.sites[name]
        outlet = outlet_at(url)
        key = outlet.id if outlet and name not in self.settings.own else name
        hours = self.settings.hours_at(key, outlet.zone if outlet else None)
        site = self._turns.site(name, hours, self.settings.manners_at(key))
        if self.run.killed:  # what it was asked at the last moment is in no book
            site.ready = self._began + site.gap
        return site

    def _offer(self, ask: Ask) -> None:
        """Into its site's queue, or behind the robots.txt of its host."""
        if ask.why != "robots" and self._hosts.verdict(ask.url) is None:
            first = self._hosts.hold(ask)
            if first is None:
                return
            ask = first
        self._site(ask.url)
        self._turns.add(site_of(ask.url), ask)

    def _hand_out(self) -> float | None:
        """Give the workers what has its turn; the seconds until there is more, None where nothing will come."""
        now = self.clocks.steady()
        if self.bounds.seconds is not None and now - self._began >= self.bounds.seconds:
            self.stopped = "its deadline has come"
            return 0.0
        while self._later and self._later[0][0] <= now:
            self._offer(heapq.heappop(self._later)[2])
        wait: float | None = None
        while self._workers.busy < self.settings.workers and self._unwritten < _MOST_UNWRITTEN:
            turn = self._turns.next(now, self.clocks.wall())
            if not isinstance(turn, Ask):
                wait = turn
                break
            self._ask(turn)
        under_way = self._workers.busy or self._unwritten
        if self._later:
            wait = min(self._later[0][0] - now, _LONGEST_WAIT if wait is None else wait)
        if not under_way and (wait is None or wait > self.settings.patience):
            return None
        wait = _LONGEST_WAIT if wait is None else wait
        if self.bounds.seconds is not None:
            wait = min(wait, self._began + self.bounds.seconds - now)
        return min(max(wait, 0.0), _LONGEST_WAIT)

    def _ask(self, ask: Ask) -> None:
        """An address whose turn has come: to a worker, or to the book of what may not be asked."""
        verdict = self._hosts.verdict(ask.url) if ask.why != "robots" else None
        if ask.why != "robots" and (verdict is None or not verdict.allowed):
            self._turns.hold(site_of(ask.url))
            if verdict is None:
                self._offer(ask)
            else:
                self._unwritten += 1
                self._writer.put(Forbidden(ask, verdict.reason))
            return
        self._workers.put(ask, self._lists.get(ask.url) if ask.why in LISTS else None)

    def _hear(self, wait: float) -> None:
        """What workers and writer have to say, for so long at most until something is said."""
        try:
            event = self._events.get(timeout=wait) if wait > 0 else self._events.get_nowait()
            while True:
                self._note(event)
                event = self._events.get_nowait()
        except queue.Empty:
            return

    def _note(self, event: Fetched | Written | Broken | Stopped) -> None:
        match event:
            case Fetched():
                self._fetched(event)
            case Written():
                self._unwritten -= 1
                self._written(event.ask, event.entry)
                self._turns.over(site_of(event.ask.url), event.ask)
            case Broken(reason):
                self.broken = reason
            case Stopped(reason):
                self.stopped = self.stopped or reason

    def _fetched(self, fetched: Fetched) -> None:
        exchange = fetched.exchange
        self._workers.busy -= 1
        ask = exchange.ask
        name = site_of(ask.url)
        site = self._site(ask.url)
        site.asked += max(0, len(exchange.hops) - 1)
        site.done(exchange, fetched.ended)
        self._tries[ask.url] += 1
        last = self._tries[ask.url] >= self.settings.tries or (self.stopped is not None and not self.is_offline)
        wall = self.clocks.wall()
        timing = {
            "site": name,
            "asked": wall,
            "gap": site.gap,
            "ready": wall + max(0.0, site.ready - self.clocks.steady()),
            "night": self.run.night,
            "requests": site.asked,
        }
        self.requests[exchange.outcome] += 1
        self._listen(name, exchange)
        self._unwritten += 1
        self._writer.put(Finished(exchange, fetched.found, timing, last))
        self.tell(Told(self.requests.total(), len(self.open), self._workers.busy, self.became, exchange))

    def _listen(self, site: str, exchange: Exchange) -> None:
        """Whether anybody answers at all: where so many sites are silent and none spoke, it ends."""
        if self._silent is None or exchange.outcome == "forbidden":
            return
        if exchange.hops or not exchange.passing:
            self._silent = None
            return
        self._silent.add(site)
        if len(self._silent) >= _SILENT and not self.is_offline:
            self.is_offline = True
            lost = "no name is resolved" if (exchange.reason or "").endswith(UNKNOWN) else exchange.reason
            nobody = f"none of {_SILENT} sites could be reached ({lost}): this machine has no way to the net"
            self.stopped = self.stopped or nobody

    def _written(self, ask: Ask, entry: Entry) -> None:
        """What is safe now, and what it leads to."""
        if entry.retry:
            pause = self.settings.pause * 2 ** (self._tries[ask.url] - 1) * self.clocks.chance.uniform(0.5, 1.5)
            heapq.heappush(self._later, (self.clocks.steady() + pause, next(self._numbers), ask))
            return
        self._tries.pop(ask.url, None)
        self.met.update(entry.met)
        if ask.why == "article":
            self.open.pop(ask.url, None)
        if entry.became:
            self.became[entry.became] += 1
        if entry.permission:
            origin, allowed = entry.permission
            waiting, delay = self._hosts.learn(origin, allowed)
            if delay:
                self._site(origin).slow_down(delay)
            for held in waiting:
                self._offer(held)
        for due in entry.lists:
            self.add_list(due)
        for asked in entry.asks:
            if asked.ask.why == "robots":
                self._robots_elsewhere(asked.ask)
            else:
                self.add_story(asked)

    def _robots_elsewhere(self, ask: Ask) -> None:
        """A robots.txt that lies elsewhere is asked for there; one that leads on and on cannot be reached."""
        if self._hosts.moved(ask):
            self._offer(ask)
            return
        first = Ask(ask.found_in or ask.url, "robots")
        self._unwritten += 1
        self._writer.put(Finished(Exchange(first, "failed", "more than 5 redirects", first.url, ())))

    def _between(self, ask: Ask) -> Between:
        """What is asked before a redirect is followed; called in a worker's thread."""
        site, name, outlet = self._site(ask.url), site_of(ask.url), outlet_at(ask.url)
        story = canonical(ask.url, outlet)

        def between(url: str) -> str | None:
            if self.stopped or self.broken:
                return "the crawl is ending"
            if site_of(url) != name:
                return "leads to another site"
            there = canonical(url, outlet)
            if ask.why == "article" and there != story and hash(there) in self._known:
                return "leads to a story that is known"
            if ask.why != "robots":
                verdict = self._hosts.verdict(url)
                if verdict is None:
                    return "leads to a host whose robots.txt is not known yet"
                if not verdict.allowed:
                    return f"leads to where it may not be asked: {verdict.reason}"
            if site.gap > _WITHIN:
                return "waits for its turn"
            time.sleep(site.gap)
            return None

        return between

    def _wind_up(self) -> None:
        """What is under way is finished and written, for so long as that takes at most."""
        end = time.monotonic() + self.settings.grace
        while (self._workers.busy or self._unwritten) and not self.broken and time.monotonic() < end:
            self._hear(min(1.0, max(0.01, end - time.monotonic())))
        self._workers.finish()
        if self._writer.is_alive():
            self._writer.finish()
            self._hear(0.0)
