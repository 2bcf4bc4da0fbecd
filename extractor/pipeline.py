"""The way of one page: clean, annotate, assemble."""

from extractor.annotate import annotate
from extractor.article import Article, Page
from extractor.assemble import assemble
from extractor.clean import clean
from extractor.facts import Extraction


def extract(source: str | Page | Article) -> Extraction:
    """All facts and award records of a text, a page or an article."""
    article = source if isinstance(source, Article) else clean(source)
    story, facts = annotate(article)
    return Extraction(article, facts, assemble(story, facts))
