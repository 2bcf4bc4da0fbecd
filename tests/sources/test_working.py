"""Workers: what they fetch is told once, and nothing of it stays with them."""

import queue
import time
from weakref import ref

from extractor.sources.discovery.wanted import AwardWords
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.finding import Finder
from extractor.sources.working import Between, Fetched, Workers

ASK = Ask("https://warta.example/", "check")


class Reason(str):
    """A reason that can be seen to go."""


class Fetcher:
    def fetch(self, ask: Ask, between: Between | None = None) -> Exchange:  # noqa: ARG002
        return Exchange(ask, "failed", Reason("broken"), ask.url, ())


def goes(seen: "ref[Reason]") -> bool:
    until = time.monotonic() + 2
    while seen() is not None and time.monotonic() < until:
        time.sleep(0.005)
    return seen() is None


def test_a_worker_that_waits_for_work_keeps_nothing_of_its_last_exchange() -> None:
    told: queue.SimpleQueue[Fetched] = queue.SimpleQueue()
    workers = Workers(Fetcher(), Finder(AwardWords(())), told.put, lambda _: lambda _: None, time.monotonic)
    workers.put(ASK, None)
    fetched = told.get(timeout=5)
    assert isinstance(fetched.exchange.reason, Reason)
    seen = ref(fetched.exchange.reason)
    del fetched
    try:
        assert goes(seen)
    finally:
        workers.finish()
