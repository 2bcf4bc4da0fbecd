"""A demonstration of the whole way from a feed to records: pages of the corpus, served on the machine and crawled.

Nothing leaves the machine: the crawl knows the names of the demonstration and no others.
"""

import time
from pathlib import Path

from extractor.sources.demo.serving import Demo, serve_demo
from extractor.sources.summary import Summary

__all__ = ["Demo", "crawl_demo", "serve_demo"]

CONTACT = "nobody@extractor.example"
GAP = 0.05
"""Seconds between two requests to a host: it is the reader's own machine."""


def crawl_demo(folder: Path) -> Summary:
    """Crawl the demonstration into a data folder, as `extractor crawl` would: lists, then the stories on awards."""
    from extractor.sources.discovery.wanted import award_words
    from extractor.sources.fetching import Fetcher
    from extractor.sources.finding import Finder
    from extractor.sources.network import Network
    from extractor.sources.night import Night, crawl
    from extractor.sources.politeness import Manners
    from extractor.sources.settings import Settings

    settings = Settings(CONTACT, manners=Manners(gap=GAP), pause=1.0, patience=5.0)
    with serve_demo() as demo:
        _keep_feeds(folder, demo)
        network = Network(settings.user_agent, inside=True, resolve=demo.resolve)
        night = Night(folder, settings, Fetcher(network), Finder(award_words()), (), command="extractor run")
        return crawl(night)


def _keep_feeds(folder: Path, demo: Demo) -> None:
    """Keep the feeds as `extractor sources add` would."""
    from extractor.sources.night import STATE
    from extractor.sources.places import outlet_name
    from extractor.sources.state import State
    from extractor.sources.state.lists import add_source

    folder.mkdir(parents=True, exist_ok=True)
    with State(folder / STATE) as state, state.transaction() as connection:
        for feed in demo.feeds:
            add_source(connection, feed, "feed", outlet_name(feed), time.time())
