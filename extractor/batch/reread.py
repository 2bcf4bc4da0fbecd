"""Stored texts read again: no page is needed, for the store keeps all of an article that a reading asks for."""

import json
from collections import deque
from collections.abc import Iterable, Iterator

from extractor.article import Article, Page
from extractor.batch.pool import MEMORY, SECONDS, Pool
from extractor.batch.reader import load, read_input
from extractor.batch.results import Result
from extractor.facts import Extraction
from extractor.pipeline import extract

PIPELINE = "extractor.batch.reread:reread_story"
"""The function that reads them, by module and name."""
_MEDIA_TYPE = "application/json"
_SMALL = 256 * 1024  # bytes that are read in this process
_AHEAD = 32  # texts that may wait, for each worker, for a slow one before them
_SPANS = ("title_span", "dateline_span")
_TOLD = ("text", "source", "url", "outlet", "title", "author", "published", "dateline", "advertorial", *_SPANS)


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
