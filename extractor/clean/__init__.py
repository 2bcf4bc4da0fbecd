"""From a page as it came to the story and its metadata."""

from urllib.parse import urlsplit

from extractor.article import Article, Page
from extractor.clean.bylines import byline_date
from extractor.clean.encoding import decode
from extractor.clean.furniture import strip
from extractor.clean.headings import head, is_paid
from extractor.errors import SetAside

_HTML = ("<!doctype html", "<html", "<head", "<body", "<?xml")
_HEAD, _HEAD_LINES, _PARAGRAPH = 4_000, 30, 150  # characters and lines above a story, and how long its paragraphs are


def clean(source: str | Page) -> Article:
    """The article of a page, or of a text as it stands; pure.

    A text keeps every character but its lines of furniture. Raises `SetAside` where the bytes are no text or the page
    holds no story.
    """
    if isinstance(source, str):
        page, text = Page("-", b""), source
    else:
        page, text = source, decode(source.content, source.source, source.charset).text
    if not text.strip():
        raise SetAside(page.source, "empty" if not text else "holds nothing but white space")
    if _is_html(page.media_type, text):
        from extractor.clean.page import read_page  # bs4 and lxml: a text needs neither

        return _with_head(read_page(text, page), page)
    return _with_head(_plain(text, page), page)


def _is_html(media_type: str | None, text: str) -> bool:
    """What the sender says, or what the text starts with: pages are saved under any name."""
    if media_type in ("text/html", "application/xhtml+xml"):
        return True
    return text[:1000].lstrip("\ufeff \t\r\n").lower().startswith(_HTML)


def _plain(text: str, page: Page) -> Article:
    """A text without its furniture and without the byline dates above its first paragraph."""
    published, kept, start = None, list[str](), 0
    for line in text[:_HEAD].split("\n")[:-1][:_HEAD_LINES]:
        if len(line) > _PARAGRAPH:
            break
        end = start + len(line) + 1
        day = byline_date(line.strip())
        published = published or day
        if day is None:
            kept.append(text[start:end])
        start = end
    story = "".join([*kept, text[start:]]) if published else text
    return Article(strip(story), page.source, page.url, published=published)


def _with_head(article: Article, page: Page) -> Article:
    """The article with what its first lines say, where its metadata does not say it."""
    if not article.text.strip():
        raise SetAside(page.source, "no story was found in the page; save its text as .txt")
    title, dateline, named = head(article.text)
    host = urlsplit(article.url or page.url or "").hostname
    return article._replace(
        outlet=article.outlet or named or (host.removeprefix("www.") if host else None),
        title=article.title or (article.text[slice(*title)] if title else None),
        dateline=dateline.place if dateline else None,
        advertorial=article.advertorial or is_paid(article.text),
        title_span=title,
        dateline_span=dateline.span if dateline else None,
    )
