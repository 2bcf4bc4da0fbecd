"""The threads that ask the net: each takes an address, fetches it, and reads in the body what it leads to."""

import queue
import threading
from collections.abc import Callable
from typing import NamedTuple, Protocol

from extractor.errors import ExtractorError
from extractor.sources.entering import LISTS, Found
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.finding import Finder, in_story
from extractor.sources.state.lists import Due

Between = Callable[[str], str | None]


class Fetches(Protocol):
    """Whatever fetches: `Fetcher`."""

    def fetch(self, ask: Ask, between: Between | None = None) -> Exchange:
        """What becomes of an address."""


class Fetched(NamedTuple):
    """An exchange that has ended, and when, by the clock of the gaps; what was read in it."""

    exchange: Exchange
    ended: float
    found: Found


class Workers:
    """So many threads as are needed, and no more than allowed; what they bring is told to `done`."""

    def __init__(
        self,
        fetcher: Fetches,
        finder: Finder,
        done: Callable[[Fetched], object],
        between: Callable[[Ask], Between],
        clock: Callable[[], float],
    ) -> None:
        self._fetcher, self._finder = fetcher, finder
        self._done, self._between, self._clock = done, between, clock
        self._jobs: queue.SimpleQueue[tuple[Ask, Due | None] | None] = queue.SimpleQueue()
        self._threads = 0
        self.busy = 0

    def put(self, ask: Ask, due: Due | None) -> None:
        """One more address to fetch; `due` where it is a list."""
        self.busy += 1
        if self.busy > self._threads:
            self._threads += 1
            threading.Thread(target=self._run, name=f"worker {self._threads}", daemon=True).start()
        self._jobs.put((ask, due))

    def finish(self) -> None:
        """Let the threads end when they have nothing to do."""
        for _ in range(self._threads):
            self._jobs.put(None)

    def _run(self) -> None:
        while job := self._jobs.get():
            self._done(self._fetched(*job))

    def _fetched(self, ask: Ask, due: Due | None) -> Fetched:
        """One exchange; in a function of its own, so that a thread that waits keeps no body."""
        try:
            exchange = self._fetcher.fetch(ask, self._between(ask))
        except Exception as error:  # a thread that dies in silence would hold up the night
            reason = f"a fault of ours: {type(error).__name__}: {error}"
            exchange = Exchange(ask, "failed", reason, ask.url, ())
        ended = self._clock()
        return Fetched(exchange, ended, read(self._finder, exchange, due))


def read(finder: Finder, exchange: Exchange, due: Due | None) -> Found:
    """What a body leads to; a list or a page that we cannot read leads nowhere, and says so."""
    if exchange.outcome not in ("ok", "truncated"):
        return Found()
    try:
        if exchange.ask.why in LISTS and due is not None:
            return finder.in_list(due, exchange)
        if exchange.ask.why in ("article", "page"):
            return in_story(exchange)
    except ExtractorError as error:
        return Found(said=(str(error),))
    except Exception as error:  # as above
        return Found(said=(f"cannot be read: {type(error).__name__}: {error}",))
    return Found()
