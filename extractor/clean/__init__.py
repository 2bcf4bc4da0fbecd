"""From a page as it came to the story and its metadata, with every removal on record."""

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from extractor.article import Article, Page
from extractor.clean.encoding import decode
from extractor.clean.plain import read_text
from extractor.cycles import unsearched
from extractor.errors import SetAside

if TYPE_CHECKING:
    from extractor.outlets import Outlet

_COMMENTS = r"\s*+(?><!--.{0,2000}?-->\s*+){0,9}+"
_HTML = re.compile(_COMMENTS + r"<(?:!doctype html|html|head|body|\?xml)", re.IGNORECASE | re.DOTALL)


@unsearched()
def clean(
    source: str | Page, outlet: "Outlet | None" = None, *, languages: Container[str] | None = ("id",)
) -> Article:
    """The article of a page, given as it came or as its HTML, or of a text as it stands; pure.

    `outlet` is whose page it is, where the page's address does not say it. A text keeps every character but its lines
    of furniture. Raises `SetAside` where the bytes are no text, or where a page is no article in one of `languages`
    (None: in any); what was read of it is then in the exception.
    """
    if isinstance(source, str):
        if not _is_html(None, source):
            return _story(read_text(_said(source, "-"), Page("-", b"")))
        source = Page("-", source.encode(errors="replace"), media_type="text/html", charset="utf-8")
    decoded = decode(source.content, source.source, source.charset)
    text = _said(decoded.text, source.source)
    if source.media_type == "application/json":
        from extractor.clean.given import read_given

        return _story(read_given(text, source))
    if _is_html(source.media_type, text):
        from extractor.clean.page import read_page  # lxml and what reads pages: a text needs none of it

        return read_page(decoded, source, outlet, languages)
    return _story(read_text(text, source)._replace(charset=str(decoded)))


def _said(text: str, source: str) -> str:
    """The text, where it holds more than white space."""
    if not text.strip():
        raise SetAside(source, "empty" if not text else "holds nothing but white space")
    return text


def _story(article: Article) -> Article:
    """The article, where furniture is not all that it holds."""
    if not article.text.strip():
        raise SetAside(article.source, "holds nothing but a page's furniture", article=article)
    return article


def _is_html(media_type: str | None, text: str) -> bool:
    """What the sender says, or what the text starts with: pages are saved under any name."""
    if media_type in ("text/html", "application/xhtml+xml"):
        return True
    return _HTML.match(text.removeprefix("\ufeff")) is not None
