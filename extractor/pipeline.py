"""The way of one page: clean, annotate, assemble."""

import gc

from extractor.annotate import annotate
from extractor.article import Article, Page
from extractor.assemble import assemble
from extractor.clean import clean
from extractor.facts import Extraction
from extractor.patterns import Patterns


def extract(source: str | Page | Article, book: Patterns | None = None) -> Extraction:
    """All facts and award records of a text, a page or an article; `book` are other patterns than the project's.

    Python's search for cycles of objects is put off until what the text was read with is gone: it runs the more often,
    over the more objects, the longer a text is, with little to find.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        return _read(source, book)
    finally:
        if enabled:
            gc.enable()


def _read(source: str | Page | Article, book: Patterns | None) -> Extraction:
    article = source if isinstance(source, Article) else clean(source)
    story, facts = annotate(article, book)
    return Extraction(article, facts, assemble(story, facts))
