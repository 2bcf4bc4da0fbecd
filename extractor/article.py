"""A page as it was fetched or saved, and the article that cleaning makes of it."""

import hashlib
from typing import Any, NamedTuple

Span = tuple[int, int]
"""Character offsets [start, end) into `Article.text`: Python slicing, Unicode code points."""


class Page(NamedTuple):
    """A page as it came: its bytes, and what is known of where they came from.

    `source` names the input for people and for gold files (a path, an address, "-"); `media_type` is "text/html",
    "text/plain" or None where only the bytes can tell; `charset` is what the server said, if anything. Of a page out of
    an archive, `fetched` is when the server sent it (ISO, UTC, to the second) and `place` where it lies in which file.
    """

    source: str
    content: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    fetched: str | None = None
    place: str | None = None


class Removed(NamedTuple):
    """A piece of a page that is no story: its words, why it went, and the offset in `Article.text` where it stood."""

    at: int
    text: str
    reason: str


GIVEN = "given"
"""The origin of what whoever gathered an article says of it."""


class Told(NamedTuple):
    """What one source says of an article: the `field` it speaks of, its value, and the source, "json-ld" or "url"."""

    field: str
    value: str
    origin: str


class Pages(NamedTuple):
    """How many pages of a story are here, of how many, and the numbers (from 1) of those that are missing."""

    have: int
    of: int
    missing: tuple[int, ...] = ()


class Reading(NamedTuple):
    """How a story was found: by "layout", "trafilatura", "readability", "density" or "text", and the reasons."""

    by: str
    reasons: tuple[str, ...] = ()


class Article(NamedTuple):
    """The story of a page and its metadata; None where the page does not say.

    `text` is the cleaned story: paragraphs apart by blank lines or line ends, a list item on one line, no furniture.
    `published` is an ISO date, or date and time with the zone. `title_span` and `dateline_span` say where in `text` a
    title line and a dateline stand, where the text holds them. `pages` is None where nothing speaks of more than one.
    `told` keeps what each source says of the metadata, the one that was believed first, and `conflicts` names the
    fields on which they disagree. `charset` says how the bytes were read and what was mended, `missed` which of its
    outlet's expectations the page misses.
    """

    text: str
    source: str = "-"
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    dateline: str | None = None
    advertorial: bool = False
    title_span: Span | None = None
    dateline_span: Span | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    pages: Pages | None = None
    reading: Reading | None = None
    removed: tuple[Removed, ...] = ()
    told: tuple[Told, ...] = ()
    conflicts: tuple[str, ...] = ()
    charset: str | None = None
    missed: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits that stand for the text: equal texts have equal ids."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def to_dict(self) -> dict[str, Any]:
        """The article as ANNOTATION.md prints it."""
        return {
            "id": self.id,
            "source": self.source,
            "url": self.url,
            "outlet": self.outlet,
            "title": self.title,
            "author": self.author,
            "published": self.published[:10] if self.published else None,
            "dateline": self.dateline,
            "advertorial": self.advertorial,
            "text": self.text,
        }
