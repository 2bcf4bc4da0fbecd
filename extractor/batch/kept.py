"""The pages of a story read to what the store keeps of it: facts, metadata, its address, what looks like it.

The workers do all that takes time, so that the process that writes only writes.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from extractor.article import Article, Page
from extractor.batch.story import extract_story
from extractor.clean.addresses import read_address
from extractor.facts import Extraction
from extractor.outlets import outlets
from extractor.sources.discovery.canonical import canonical
from extractor.sources.places import outlet_at, outlet_name
from extractor.store.tokens import words_of

PIPELINE = "extractor.batch.kept:keep_story"
"""The function that reads pages for the store, by module and name."""
_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,20}", re.IGNORECASE)


class Kept(NamedTuple):
    """What was read of a story, when the server sent the last of its pages, and from which address the first."""

    extraction: Extraction
    fetched: str | None
    own: str | None = None

    @property
    def article(self) -> Article:
        """The story."""
        return self.extraction.article

    def to_dict(self) -> dict[str, Any]:
        """The object of the annotation guideline; its article has what else the store keeps of it."""
        article = self.article
        told = {
            **article.to_dict(),
            "published": article.published,
            "canonical": _canonical(article.url, self.own),
            "hearsay": self.own is None,
            "site": outlet_name(article.url) if article.url else _site(article.outlet),
            "section": article.section,
            "tags": list(article.tags),
            "language": article.language,
            "conflicts": list(article.conflicts),
            "pages": {**article.pages._asdict(), "missing": list(article.pages.missing)} if article.pages else None,
            "title_span": list(article.title_span) if article.title_span else None,
            "dateline_span": list(article.dateline_span) if article.dateline_span else None,
            "fetched": self.fetched,
        }
        words = words_of(article.title, article.text)._asdict()
        return {**self.extraction.to_dict(), "article": told, "words": words}


def keep_story(*pages: Page) -> Kept:
    """What the store keeps of a story, of all its pages that are given; `SetAside` where they hold none."""
    sent = max(filter(None, (page.fetched for page in pages)), default=None)
    return Kept(extract_story(*pages), sent, pages[0].url)


def _canonical(said: str | None, own: str | None) -> str | None:
    """The address of a story by which all its inputs meet: the one that its page gives, as far as that is a story's.

    Some sites give all their pages the address of a section, or of some other story: then it is the one that the page
    was fetched from. A front page is no story's address.
    """
    told, at = (read_address(url) if url else None for url in (said, own))
    url = said or own
    if told and at and at.is_slug and not (told.is_slug and told.may_be(at)):
        url = own
    elif told and told.is_front and (at is None or at.is_front):
        url = None
    return canonical(url, outlet_at(url)) if url else None


def _site(outlet: str | None) -> str | None:
    """The outlet's id by the name that a text without an address gives it, "REPUBLIKA.CO.ID" or "Kompas"."""
    if outlet is None:
        return None
    if _DOMAIN.fullmatch(outlet):
        return outlet_name(f"https://{outlet.lower()}/")
    return _by_name().get(outlet.casefold(), outlet)


@cache
def _by_name() -> dict[str, str]:
    return {outlet.name.casefold(): outlet.id for outlet in outlets().all if outlet.name}
