"""One page read to its facts, where its story is as long as stories are."""

from extractor.article import Page
from extractor.clean import clean
from extractor.errors import SetAside
from extractor.facts import Extraction
from extractor.pipeline import extract

LONGEST = 1_000_000
"""Characters; a book of 400 pages has fewer, and a longer text would only be given up after its 30 seconds."""


def extract_story(page: Page) -> Extraction:
    """The facts of a page; `SetAside` at once for what is too long to be one article."""
    article = clean(page)
    if len(article.text) > LONGEST:
        raise SetAside(page.source, f"longer than {LONGEST:,} characters, which no article is; split it first")
    return extract(article)
