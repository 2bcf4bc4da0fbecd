"""The store under load, on both databases: made-up articles written, clustered, registered, shown, exported.

Writing is measured with ready extractions, as workers hand them over, with the clock of the wall: the disk counts.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from bench.crawl import all_cores
from bench.measures import Measure
from bench.synthetic import AWARDS, Extracted, article
from extractor.export.formats import names
from extractor.store import Store
from extractor.store.clusters import cluster
from extractor.store.entries import register
from extractor.store.ingest import Brought, Ingest
from extractor.store.pages import Wanted, page
from extractor.store.pattern_sets import PatternSet
from extractor.store.runs import Run
from extractor.store.search import words_of
from tests.store.postgresql import Missing, Server

FEW, ALL = 5_000, 50_000
"""Articles of the small bench and of the full one, which has 200,000 records."""
_WINDOW, _LAST = 500, 6
"""Articles of one look at the clock, and how many looks tell of the end."""
_YOUNG = 2
"""Looks after which a store has a thousand articles."""
_NOW = "2026-11-22T03:20:00Z"
_SAFE = ("fsync=on", "full_page_writes=on", "shared_buffers=256MB")
"""The server as it comes, and not as the tests have it."""
_EXPORT = """
import sys
from pathlib import Path
from extractor.cli.exporting import exporting
exporting(Path(sys.argv[2]), sys.argv[3], (Path("data"), sys.argv[1]), (None, None))
print(next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
_ROOT = Path(__file__).parent.parent


class Written(NamedTuple):
    """Milliseconds that an article took on the average, and by our processor alone; and how many times as long one took
    at the end as the same one took in a store of a thousand, one some after the other.
    """

    each: float
    busy: float
    slower: float


def store_measures(*, full: bool = False) -> Iterator[Measure]:
    """All measures on SQLite, then on PostgreSQL where it is there."""
    count, forms = (ALL, names()) if full else (FEW, ["datapackage", "xlsx"])
    with TemporaryDirectory() as folder, all_cores():
        ready = Path(folder) / "ready.jsonl"
        prepare(ready, count)
        stores = (str(Path(folder) / "store.sqlite"), str(Path(folder) / "young.sqlite"))
        yield from _on(stores, "SQLite", ready, count, forms)
        try:
            server = Server(*_SAFE)
        except Missing as missing:
            print(f"the store on PostgreSQL was not measured: {missing}", file=sys.stderr)
            return
        try:
            stores = (server.url(server.database()), server.url(server.database()))
            yield from _on(stores, "PostgreSQL", ready, count, forms)
        finally:
            server.remove()


def prepare(path: Path, count: int) -> None:
    """Write made-up articles as workers hand them over: with what words are looked up by."""
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            one = article(number)
            title, story = one["article"]["title"], one["article"]["text"]
            lines.write(json.dumps(one | {"words": words_of(title, story)._asdict()}) + "\n")


def _on(stores: tuple[str, str], name: str, ready: Path, count: int, forms: list[str]) -> Iterator[Measure]:
    where, other = stores
    with Store(where) as store:
        store.create()
        with Store(other) as young:
            young.create()
            written = write(store, young, _chunks(ready), count // _WINDOW)
        of = f"{count:,} articles on {name}, {1000 / written.each:,.0f} a second; {written.busy:.2f} ms of processor"
        yield Measure(f"writing an article, {name}", of, written.each, 1000 / 300, "ms")
        of = f"an article in a store of {count:,} / the same in one of a thousand, in turn"
        yield Measure(f"an article at the end / at the thousandth, {name}", of, written.slower, 1.25, "x")
        steps = {"clusters": lambda: cluster(store), "register": lambda: register(store, _NOW)}
        for step, call in steps.items():
            print(f"{name}: {step} made in {_seconds(call):.0f} s", file=sys.stderr, flush=True)
        took = pages(store)
        of = f"{len(took)} filtered pages of 50 on {name}, half of them {1000 * median(took):.1f} ms and less"
        yield Measure(f"a page of the register, 95 of 100, {name}", of, 1000 * quantiles(took, n=20)[-1], 50, "ms")
    for form in forms:
        seconds, megabytes, size = exported(where, form)
        of = f"everything from {name}, {size / 1e6:.0f} MB, as {form}"
        yield Measure(f"export {form}, {name}", of, seconds, 60, "s")
        yield Measure(f"export {form}, memory, {name}", of, megabytes, 400, "MB")


def _chunks(ready: Path) -> Iterator[list[Extracted]]:
    """The articles, some at a time, so that reading them is not measured."""
    with ready.open(encoding="utf-8") as lines:
        some: list[Extracted] = []
        for line in lines:
            some.append(json.loads(line))
            if len(some) == _WINDOW:
                yield some
                some = []
        if some:
            yield some


def write(store: Store, young: Store, chunks: Iterable[list[Extracted]], count: int) -> Written:
    """Write articles, each in its transaction; of `count` chunks the first and the last into a young store, too."""
    clocks, young_clocks = _Clocks(store), _Clocks(young)
    for number, chunk in enumerate(chunks):
        is_last = number >= max(_YOUNG, count - _LAST)
        if number < _YOUNG or is_last:
            young_clocks.write(chunk)
        clocks.write(chunk)
    clocks.end()
    pairs = zip(clocks.took[-_LAST:], young_clocks.took[-_LAST:], strict=True)
    slower = median(old / new for old, new in pairs)
    return Written(1000 * sum(clocks.took) / clocks.written, 1000 * clocks.busy / clocks.written, slower)


class _Clocks:
    """A store that is written into, and what that takes: seconds of each chunk, and of our processor for all."""

    def __init__(self, store: Store) -> None:
        self.writer = Ingest(store, Run("ingest", PatternSet("a" * 16, {}, {}), _NOW))
        self.took, self.busy, self.written = list[float](), 0.0, 0

    def write(self, chunk: list[Extracted]) -> None:
        """Write articles, each in its transaction."""
        began, worked = time.perf_counter(), time.process_time()
        for one in chunk:
            self.writer.article(one, [Brought(one["article"]["source"], one["article"]["id"])])
        self.took.append(time.perf_counter() - began)
        self.busy += time.process_time() - worked
        self.written += len(chunk)

    def end(self) -> None:
        """Say that all is written."""
        self.writer.end(_NOW, "done", None, {"inputs": self.written, "new": self.written})


def pages(store: Store) -> list[float]:
    """Seconds of each of some hundred pages: by award, year, province, recipient, dispute, words, and deep ones."""
    asked = list(_asked())
    took = []
    for wanted, sort in asked:
        after = None
        for _ in range(3):  # the first page, and two behind it
            with store.reading() as connection:
                began = time.perf_counter()
                found = page(connection, wanted, sort=sort, after=after)
                took.append(time.perf_counter() - began)
            after = found.following
            if after is None:
                break
    return took


def _asked() -> Iterator[tuple[Wanted, str]]:
    provinces = ("11", "15", "32", "35", "51", "64", "73", "91")
    for sort in ("year", "recipient", "published"):
        yield Wanted(), sort
        for number, province in enumerate(provinces):
            award, year = AWARDS[number * 5], 2014 + number
            yield Wanted(award=award), sort
            yield Wanted(award=award, edition=year), sort
            yield Wanted(province=province), sort
            yield Wanted(scope=province, outcome="nominee"), sort
            yield Wanted(province=province, disputed=True), sort
            yield Wanted(recipient=f"{province}.71" if province != "91" else "91.05"), sort
            yield Wanted(since=f"{year}-06-01"), sort
            yield Wanted(text=("sinar", "jambi", "kota ba", "universitas")[number % 4], edition=year), sort


def exported(where: str, form: str) -> tuple[float, float, int]:
    """Seconds and megabytes that an export of everything takes in a process of its own, and its size in bytes."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _EXPORT, where, str(Path(folder) / "out"), form]
        began = time.perf_counter()
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_ROOT)
        seconds = time.perf_counter() - began
        size = sum(path.stat().st_size for path in (Path(folder) / "out").rglob("*") if path.is_file())
    return seconds, float(done.stdout.split()[-1]), size


def _seconds(call: Any) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began
