"""Whose turn it is: addresses wait by site, and no site is asked before its gap has passed.

A site is a registrable domain: all its hosts share one gap, one connection, one budget for the night. The gap grows
where a server asks for it (Crawl-delay, Retry-After, 429, 503) or does not answer, and shrinks again slowly. A site
that refuses several requests in a row is left for the night: a block is recorded and never worked around. Its turn
ends when what the answer leads to is known: the stories that a feed names come before other lists.

Times are arguments: gaps run on a clock that never jumps, hours of the day on the wall's.
"""

import heapq
from collections import deque
from typing import NamedTuple

from extractor.sources.exchange import Ask, Exchange

_ORDER = ("robots", "feed", "sitemap", "article", "page", "api", "index", "check")
"""Tag pages and searches may be more than a site's budget: they come behind the stories that are known already."""
_GROWS, _SHRINKS = 2.0, 0.9
DAY = 86_400.0


class Manners(NamedTuple):
    """How a site is asked: seconds between two requests and the most they grow to, requests for the night, refusals."""

    gap: float = 2.0
    longest_gap: float = 300.0
    budget: int = 2_000
    refusals: int = 3


class Hours(NamedTuple):
    """The hours of the day, `start` to `end` (0 to 24, over midnight too), in which a site may be asked.

    `offset` is its zone's distance from UTC in seconds.
    """

    start: float
    end: float
    offset: float = 7 * 3600.0

    def wait(self, wall: float) -> float:
        """Seconds until the hours begin, at a time (seconds UTC); 0 within them."""
        hour = (wall + self.offset) % DAY / 3600
        within = self.start <= hour < self.end if self.start <= self.end else not self.end <= hour < self.start
        return 0.0 if within else (self.start - hour) % 24 * 3600


class Site:
    """A site's queue and its manners: when it may be asked again, what is left of its budget, why it is left alone."""

    def __init__(self, manners: Manners, hours: Hours | None) -> None:
        self.manners, self.hours = manners, hours
        self.waiting: dict[str, deque[Ask]] = {}
        self.floor = self.gap = manners.gap
        self.ready = 0.0
        self.asked = self.refused = 0
        self.turn: Ask | None = None
        self.closed: str | None = None

    def add(self, ask: Ask) -> None:
        """One more address, behind those of its kind."""
        self.waiting.setdefault(ask.why, deque()).append(ask)

    def take(self) -> Ask:
        """The next address: robots.txt first, then feeds and sitemaps, stories, and other lists."""
        why = min(self.waiting, key=_ORDER.index)
        ask = self.waiting[why].popleft()
        if not self.waiting[why]:
            del self.waiting[why]
        self.turn = ask
        self.asked += 1
        return ask

    def slow_down(self, delay: float) -> None:
        """What its robots.txt asks for holds from now on, where it is more than we leave anyway."""
        self.floor, before = max(self.manners.gap, delay), self.gap
        self.gap = max(self.gap, self.floor)
        if self.asked:
            self.ready += self.gap - before  # behind the robots.txt that says so, too

    def done(self, exchange: Exchange, now: float) -> None:
        """What came of its last request, for the gap and for what is left of the night."""
        if exchange.outcome == "later" or (exchange.outcome == "failed" and exchange.passing):
            self.gap = max(self.floor, min(self.gap * _GROWS, self.manners.longest_gap))
        elif exchange.outcome != "forbidden":
            self.gap = max(self.floor, self.gap * _SHRINKS)
        self.ready = now + max(self.gap, min(exchange.retry_after or 0.0, DAY))
        self.heard(exchange.status)

    def heard(self, status: int | None) -> None:
        """What came of a request, this run's or an earlier one's of the night: a site that refuses is left alone."""
        self.refused = self.refused + 1 if status in (401, 403, 429) else 0
        if self.refused >= self.manners.refusals:
            self.closed = f"refused {self.refused} requests in a row ({status})"
        elif self.asked >= self.manners.budget:
            self.closed = f"its budget of {self.manners.budget} requests for the night is spent"


class Turns:
    """The sites that have addresses waiting, by the time when each may be asked next."""

    def __init__(self, manners: Manners) -> None:
        self.manners = manners
        self.sites: dict[str, Site] = {}
        self._heap: list[tuple[float, int, str]] = []
        self._count = 0

    def site(self, name: str, hours: Hours | None = None, manners: Manners | None = None) -> Site:
        """The site of a registrable domain, made where it is new."""
        if name not in self.sites:
            self.sites[name] = Site(manners or self.manners, hours)
        return self.sites[name]

    def add(self, name: str, ask: Ask) -> None:
        """An address that waits for its site's turn."""
        site = self.site(name)
        idle = not site.waiting and site.turn is None
        site.add(ask)
        if idle:
            self._push(name, site.ready)

    def next(self, now: float, wall: float) -> Ask | float | None:
        """The address whose turn it is; the seconds until there is one; None where only answers can bring one."""
        while self._heap:
            ready, _, name = self._heap[0]
            site = self.sites[name]
            if ready > now:
                return ready - now
            heapq.heappop(self._heap)
            if site.closed or not site.waiting:
                continue
            if site.ready > now:  # it slowed down since
                self._push(name, site.ready)
                continue
            wait = site.hours.wait(wall) if site.hours else 0.0
            if wait:
                self._push(name, now + wait)
                continue
            return site.take()
        return None

    def over(self, name: str, ask: Ask) -> None:
        """What an address leads to is among the waiting: where the turn was its, the site's next one is set."""
        site = self.sites[name]
        if site.turn != ask:
            return
        site.turn = None
        if site.waiting and not site.closed:
            self._push(name, site.ready)

    def hold(self, name: str) -> None:
        """The address that was handed out last is not asked for yet: the site's turn goes to its next one."""
        site = self.sites[name]
        site.turn = None
        site.asked -= 1
        if site.waiting:
            self._push(name, site.ready)

    def left(self) -> list[tuple[str, Ask, str]]:
        """The addresses that a closed site leaves unasked: its name, each of them, and why."""
        return [
            (name, ask, site.closed)
            for name, site in self.sites.items()
            if site.closed
            for queue in site.waiting.values()
            for ask in queue
        ]

    def _push(self, name: str, ready: float) -> None:
        self._count += 1
        heapq.heappush(self._heap, (ready, self._count, name))
