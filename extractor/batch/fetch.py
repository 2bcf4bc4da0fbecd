"""One page whose address was typed: fetched as a crawl fetches, guarded, in its time and within its memory."""

import functools
import os

from extractor import __version__
from extractor.article import Page
from extractor.errors import SetAside
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.fetching import Fetcher
from extractor.sources.network import Network
from extractor.times import utc

INSIDE = "EXTRACTOR_TESTS_INSIDE"
"""The environment variable that lets tests ask servers of their own on this machine."""
_AGENT = f"extractor/{__version__} (reads articles on awards; one page at a time)"
_IN_ALL = 25.0  # seconds: the worker that waits for it is given 30


@functools.cache
def fetcher() -> Fetcher:
    """Who fetches; one for the process."""
    return Fetcher(Network(_AGENT, whole=_IN_ALL, inside=os.environ.get(INSIDE) == "1"))


def fetch(url: str) -> Page:
    """The page at an address; `SetAside` where the server does not give a whole one in time, or may not be asked."""
    exchange = fetcher().fetch(Ask(url, "article"))
    if exchange.outcome == "ok":
        return Page(url, exchange.body, exchange.url, exchange.media_type, exchange.charset, _sent(exchange))
    if exchange.status is not None and exchange.outcome in ("gone", "refused", "later", "failed"):
        raise SetAside(url, f"the server answers {exchange.reason}")
    what = "may not be asked" if exchange.outcome == "forbidden" else "cannot be fetched"
    raise SetAside(url, f"{what}: {exchange.reason}")


def _sent(exchange: Exchange) -> str:
    """When the last of its requests was made, to the second."""
    return utc(exchange.hops[-1].at)
