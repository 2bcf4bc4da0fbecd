"""The pages of one story cleaned: its article, as `extractor clean` prints it."""

from typing import Any, NamedTuple

from extractor.article import Article, Page
from extractor.batch.whole import clean_story
from extractor.errors import SetAside


class Cleaned(NamedTuple):
    """An article with all that is known of how it was read; `set_aside` says why it is none, where it is none."""

    article: Article
    set_aside: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The fields of `Article`, what is said of a story before the story itself."""
        article = self.article
        told = {
            **article.to_dict(),
            "published": article.published,
            "section": article.section,
            "tags": list(article.tags),
            "language": article.language,
            "pages": article.pages._asdict() if article.pages else None,
            "charset": article.charset,
            "reading": article.reading._asdict() if article.reading else None,
            "set_aside": self.set_aside,
            "missed": list(article.missed),
            "conflicts": list(article.conflicts),
            "told": [told._asdict() for told in article.told],
            "removed": [removed._asdict() for removed in article.removed],
        }
        return {**told, "text": told.pop("text")}


def clean_pages(*pages: Page) -> Cleaned:
    """The article of Indonesian pages; `SetAside` where they hold none."""
    return Cleaned(clean_story(*pages))


def clean_any(*pages: Page) -> Cleaned:
    """The article of pages in whatever language."""
    return Cleaned(clean_story(*pages, languages=None))


def clean_all(*pages: Page) -> Cleaned:
    """What was read of pages, also where it is no article; `SetAside` where nothing was."""
    try:
        return clean_pages(*pages)
    except SetAside as error:
        if error.article is None or not error.article.text:
            raise
        return Cleaned(error.article, error.code or error.reason)
