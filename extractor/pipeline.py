"""The way of one page: clean, annotate, assemble."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from extractor.annotate import annotate
from extractor.article import Article, Page
from extractor.assemble import assemble
from extractor.clean import clean
from extractor.facts import Extraction
from extractor.patterns import Patterns


def extract(source: str | Page | Article, book: Patterns | None = None) -> Extraction:
    """All facts and award records of a text, a page or an article; `book` are other patterns than the project's."""
    with _no_collection():
        article = source if isinstance(source, Article) else clean(source)
        story, facts = annotate(article, book)
        return Extraction(article, facts, assemble(story, facts))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put off Python's search for cycles of objects.

    It runs the more often, over the more objects, the longer a text is, with little to find: a fifth of the time of a
    text of 200,000 words went into it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
