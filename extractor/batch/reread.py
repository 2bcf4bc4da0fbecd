"""Stored texts read again: no page is needed, for the store keeps all of an article that a reading asks for."""

import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

from extractor.article import Article, Page
from extractor.batch.pool import MEMORY, SECONDS, Pool
from extractor.batch.reader import load, read_input
from extractor.batch.results import Result
from extractor.facts import Extraction
from extractor.pipeline import extract
from extractor.store import Store, pattern_sets
from extractor.store.alone import alone
from extractor.store.rerun import Rerun
from extractor.store.runs import Run, cut_short

PIPELINE = "extractor.batch.reread:reread_story"
"""The function that reads them, by module and name."""
_MEDIA_TYPE = "application/json"
_SMALL = 256 * 1024  # bytes that are read in this process
_AHEAD = 32  # texts that may wait, for each worker, for a slow one before them
_SPANS = ("title_span", "dateline_span")
_TOLD = ("text", "source", "url", "outlet", "title", "author", "published", "dateline", "advertorial", *_SPANS)


class Rereading:
    """A rerun on a store: iterated over once, it reads each text that is due, writes what was read, and hands it on.

    One at a time works on a store: `Locked` where another does. `clock` gives the time as the store prints it; `work`
    knows which texts are due and counts what became of them.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], str],
        *,
        named: Sequence[str] = (),
        changed_only: bool = False,
        jobs: int = 1,
    ) -> None:
        self.store, self.clock, self.jobs = store, clock, jobs
        run = Run("rerun", pattern_sets.current(), clock())
        self.work = Rerun(store, run, changed_only=changed_only, named=named)

    def __iter__(self) -> Generator[Result, None, None]:
        with alone(self.store, "rerun", self.clock()), cut_short(self._end):
            self.work.look()
            yield from self._results()
            self._end("done")

    def _results(self) -> Iterator[Result]:
        """The results of the texts that are to be read, each written before the next is asked for."""
        numbers = deque[int]()

        def articles() -> Iterator[Article]:
            for number, article in self.work.articles():
                numbers.append(number)
                yield article

        for result in reread_all(articles(), self.jobs):
            self.work.write(numbers.popleft(), result.extraction)
            yield result

    def _end(self, outcome: str, reason: str | None = None) -> None:
        self.work.end(self.clock(), outcome, reason)


def page_of(article: Article) -> Page:
    """An article as what a worker takes."""
    told = {name: getattr(article, name) for name in _TOLD}
    return Page(article.source, json.dumps(told).encode(), media_type=_MEDIA_TYPE)


def reread_story(page: Page) -> Extraction:
    """The facts and records of an article that the store holds."""
    told = json.loads(page.content)
    spans = {name: tuple(told[name]) if told[name] else None for name in _SPANS}
    return extract(Article(**told | spans))


def reread_all(articles: Iterable[Article], jobs: int = 1) -> Iterator[Result]:
    """The results of articles, in their order; no more of them are held than workers need."""
    pool = Pool(PIPELINE, SECONDS, MEMORY)
    pages = map(page_of, articles)
    try:
        yield from _alone(pages, pool) if jobs == 1 else _shared(pages, pool, jobs)
    finally:
        pool.close()


def _alone(pages: Iterable[Page], pool: Pool) -> Iterator[Result]:
    read = load(PIPELINE)
    for page in pages:
        if len(page.content) <= _SMALL:
            yield read_input(page, read)
        else:
            pool.give(0, page)
            yield pool.wait()[0][1]


def _shared(pages: Iterator[Page], pool: Pool, jobs: int) -> Iterator[Result]:
    """The texts shared out; the numbers of those that are at work or done wait in `under_way`."""
    under_way, done, given = deque[int](), dict[int, Result](), 0
    while True:
        while len(pool.busy) < jobs and len(under_way) < jobs * _AHEAD and (page := next(pages, None)):
            pool.give(given, page)
            under_way.append(given)
            given += 1
        if not under_way:
            return
        if under_way[0] in done:
            yield done.pop(under_way.popleft())
        else:
            done.update(pool.wait())
