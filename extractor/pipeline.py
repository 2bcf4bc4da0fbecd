"""The way of one page: clean, annotate, assemble."""

from extractor.annotate import annotate
from extractor.article import Article, Page
from extractor.assemble import assemble
from extractor.clean import clean
from extractor.cycles import unsearched
from extractor.facts import Extraction
from extractor.patterns import Patterns


@unsearched()
def extract(source: str | Page | Article, book: Patterns | None = None) -> Extraction:
    """All facts and award records of a text, a page or an article; `book` are other patterns than the project's."""
    article = source if isinstance(source, Article) else clean(source)
    story, facts = annotate(article, book)
    return Extraction(article, facts, assemble(story, facts))
