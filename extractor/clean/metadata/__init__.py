"""What a page says of itself: title, outlet, author, date, address, and whether it was paid for.

From Open Graph and article meta tags, JSON-LD (schema.org NewsArticle and its kin), and the page's own headings.
"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

from extractor.clean.bylines import byline_date, iso_date

_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AdvertiserContentArticle")
_BYLINE_STRINGS = 60  # texts below the heading among which the byline stands
_PAID = ("advertorial", "advetorial", "sponsored", "pariwara")


class Metadata(NamedTuple):
    """The metadata of a page; None where it does not say."""

    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    url: str | None
    advertorial: bool


def metadata(soup: BeautifulSoup) -> Metadata:
    """What the page says of itself."""
    meta = _meta(soup)
    linked = next(_articles(soup), {})
    title, suffix = _title(soup, meta)
    section = " ".join([meta.get("article:section", ""), _name(linked.get("articleSection")) or ""]).lower()
    return Metadata(
        title=title,
        outlet=meta.get("og:site_name") or _name(linked.get("publisher")) or suffix,
        author=_name(linked.get("author")) or meta.get("article:author_name") or meta.get("author"),
        published=_published(soup, meta, linked),
        url=_address(soup, meta),
        advertorial=any(word in section for word in _PAID),
    )


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    """The page's meta tags, the first of each name."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name, content = _attribute(tag, "property") or _attribute(tag, "name"), _attribute(tag, "content")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _articles(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The articles described in the page's JSON-LD; blocks that are no JSON are passed over."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            read = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        listed = read if isinstance(read, list) else [read]
        for entry in listed:
            graph = entry.get("@graph") if isinstance(entry, dict) else None
            for node in graph if isinstance(graph, list) else [entry]:
                kind = node.get("@type") if isinstance(node, dict) else None
                if any(name in _ARTICLES for name in (kind if isinstance(kind, list) else [kind])):
                    yield node


def _name(node: object) -> str | None:
    """The name in a JSON-LD value: a text, an object with a name, or the first of a list of them."""
    if isinstance(node, list):
        return next((name for name in map(_name, node) if name), None)
    if isinstance(node, dict):
        node = node.get("name")
    return _clean(node) if isinstance(node, str) else None


def _title(soup: BeautifulSoup, meta: dict[str, str]) -> tuple[str | None, str | None]:
    """The title, and the outlet's name that the page's own title ends in: "Judul - Kabar Lontar"."""
    heading = next((text for tag in soup.find_all("h1") if (text := _clean(tag.get_text(" ")))), None)
    named = _clean(soup.title.get_text(" ")) if soup.title else None
    title = meta.get("og:title") or named
    if heading and (title is None or heading.casefold() in title.casefold()):
        title = heading
    rest = named[len(title) :] if title and named and named.casefold().startswith(title.casefold()) else ""
    suffix = rest.strip() if rest.count(" ") <= 6 else ""
    return title, suffix[1:].strip() or None if suffix[:1] in ("-", "|", "–", "—", "»") else None


def _published(soup: BeautifulSoup, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    """The day on which the page appeared: its metadata first, then its `<time>`, then a byline in it."""
    said = [
        meta.get("article:published_time"),
        linked.get("datePublished"),
        meta.get("pubdate"),
        meta.get("publishdate"),
        meta.get("content_publisheddate"),
        meta.get("datepublished"),
        meta.get("date"),
        meta.get("dtk:publishdate"),
    ]
    said += [_attribute(tag, "datetime") or tag.get_text(" ") for tag in soup.find_all("time", limit=3)]
    marked = soup.find_all(itemprop="datePublished", limit=2)
    said += [_attribute(tag, "content") or tag.get_text(" ") for tag in marked]
    in_metadata = next((day for text in said if isinstance(text, str) and (day := iso_date(text))), None)
    return in_metadata or _printed(soup)


def _printed(soup: BeautifulSoup) -> str | None:
    """The date of the first byline below the page's heading."""
    heading = soup.find("h1") or soup.body
    if heading is None:
        return None
    strings = (str(node) for node in islice(heading.find_all_next(string=True), _BYLINE_STRINGS))
    return next((day for text in strings if len(text) < 200 and (day := byline_date(text.strip()))), None)


def _address(soup: BeautifulSoup, meta: dict[str, str]) -> str | None:
    """The page's own address, if it is one of the web."""
    canonical = soup.find("link", rel="canonical")
    for address in (_attribute(canonical, "href") if isinstance(canonical, Tag) else None, meta.get("og:url")):
        if address and address.startswith(("https://", "http://")):
            return address
    return None


def _attribute(tag: Tag, name: str) -> str | None:
    value = tag.get(name)
    return _clean(value) if isinstance(value, str) else None


def _clean(text: str) -> str | None:
    """A value on one line; None where nothing stands in it."""
    return " ".join(text.split()) or None
