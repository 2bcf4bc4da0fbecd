"""The pages of one story read to their facts, where the story is as long as stories are."""

from collections.abc import Container

from extractor.article import Article, Page
from extractor.clean import clean
from extractor.clean.several import is_same_story, join
from extractor.errors import SetAside
from extractor.facts import Extraction
from extractor.pipeline import extract

LONGEST = 1_000_000
"""Characters; a book of 400 pages has fewer, and a longer text would only be given up after its 30 seconds."""


def extract_story(*pages: Page) -> Extraction:
    """The facts of a story, of all its pages that are given; `SetAside` where it is too long to be one article."""
    story = clean_story(*pages)
    if len(story.text) > LONGEST:
        raise SetAside(story.source, f"longer than {LONGEST:,} characters, which no article is; split it first")
    return extract(story)


def clean_story(*pages: Page, languages: Container[str] | None = ("id",)) -> Article:
    """The article of a story, of all its pages that are given.

    `SetAside` names the page that is no article, or that is none of the same story as those before it.
    """
    articles = list[Article]()
    for page in pages:
        article = clean(page, languages=languages)
        if not all(is_same_story(before, article) for before in articles):
            raise SetAside(page.source, f"tells another story than {articles[0].source}")
        articles.append(article)
    return join(articles)
