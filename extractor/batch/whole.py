"""The article of a story of which one or several pages are given."""

from collections.abc import Container

from extractor.article import Article, Page
from extractor.clean import clean
from extractor.clean.several import is_same_story, join
from extractor.errors import SetAside


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
