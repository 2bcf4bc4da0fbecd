"""A minute of many hosts asked at once, politely: pages and memory, against Scrapy with the same manners."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.hosts import PAGE, Asked
from bench.measures import Measure

_HOSTS, _SECONDS, _GAP = 200, 60.0, 1.0
_ROOT = Path(__file__).parent.parent


class Crawled(NamedTuple):
    """What a crawler asked for, and what it took: megabytes at the most, seconds of processor time."""

    asked: Asked
    megabytes: float
    busy: float


def crawl_measures() -> Iterator[Measure]:
    """Pages and memory, of a minute each, one after the other; it is long enough for no more than one round."""
    theirs, ours = crawled("scrapy"), crawled("ours")
    of = f"{_HOSTS} hosts for {_SECONDS:.0f} s, a request a second each"
    pages = f"{of}; ours {_told(ours)}; Scrapy {_told(theirs)}"
    yield Measure("Scrapy's pages / a crawl's", pages, theirs.asked.pages / max(1, ours.asked.pages), 1 / 0.9, "x")
    memory = f"{of}; ours {ours.megabytes:.0f} MB with archive and state, Scrapy {theirs.megabytes:.0f} MB with neither"
    yield Measure("a crawl's memory / Scrapy's", memory, ours.megabytes / theirs.megabytes, 1.0, "x")


def _told(one: Crawled) -> str:
    return f"{one.asked.pages:,} pages, {one.busy:.0f} s busy, gaps of {one.asked.gap:.2g} s and more"


def crawled(name: str, hosts: int = _HOSTS, seconds: float = _SECONDS, gap: float = _GAP) -> Crawled:
    """A crawl in a process of its own, of hosts in another; "ours" or "scrapy"."""
    longer = seconds * 1.05  # it goes on behind the seconds that count, so that its end costs it no page
    with TemporaryDirectory() as folder, all_cores(), _serving(hosts, seconds) as (origins, ended):
        each = int(longer / gap) + 2
        urls = [f"{origin}{PAGE}{number}/kabar-daerah" for number in range(each) for origin in origins]
        _prepare(Path(folder), urls)
        command = [sys.executable, "-m", "bench.crawlers", name, folder, str(longer), str(gap)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=_ROOT)
        return Crawled(ended(), **json.loads(done.stdout))


def _prepare(folder: Path, urls: list[str]) -> None:
    """Addresses as both crawlers are given them: as stories that wait in the state, and in a file."""
    from extractor.sources.night import STATE
    from extractor.sources.places import outlet_name
    from extractor.sources.state import State
    from extractor.sources.state.candidates import Met, meet

    (folder / "addresses").write_text("\n".join(urls), encoding="utf-8")
    met = [Met(url, url, outlet_name(url), None, None, None, "by hand", "given by hand") for url in urls]
    with State(folder / STATE) as state, state.transaction() as connection:
        meet(connection, met, 0, 0.0)


@contextmanager
def all_cores() -> Iterator[None]:
    """The bench keeps to one core; crawlers and hosts that are started within have them all."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def _serving(count: int, seconds: float) -> Iterator[tuple[list[str], Callable[[], Asked]]]:
    """The origins of so many hosts, and what ends them and says what they were asked."""
    command = [sys.executable, "-m", "bench.hosts", str(count), str(seconds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, told = process.stdin, process.stdout

        def ended() -> Asked:
            asked.close()
            return Asked(*json.loads(told.readline()))

        yield json.loads(told.readline()), ended
