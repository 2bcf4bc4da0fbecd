"""The pages of the demonstration: those articles of the corpus that say at which address they were printed."""

import re
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from extractor import folders
from extractor.clean.addresses import read_address

_HEAD = 60_000  # characters of a page in which its head lies
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]{10,400})"')
_TITLE = re.compile(r'<meta property="og:title" content="([^"]{1,400})"')
_PUBLISHED = re.compile(r'<meta property="article:published_time" content="([^"]{10,40})"')


class DemoPage(NamedTuple):
    """A page and where it lies; `published` is the moment that it prints, as it prints it."""

    url: str
    title: str
    published: str | None
    body: bytes

    @property
    def host(self) -> str:
        """The host whose page it is."""
        return urlsplit(self.url).hostname or ""


def demo_pages() -> tuple[DemoPage, ...]:
    """The pages, each address once; those set apart for measuring are not among them."""
    seen = folders.corpus() / "seen" / "articles", folders.corpus() / "pages" / "seen" / "pages"
    files = (path for folder in seen for path in sorted(folder.glob("*.html")))
    found = (_page(path) for path in files if path.name.count(".") == 1 and not path.stem.endswith("-plain"))
    pages: dict[str, DemoPage] = {}
    for page in found:
        if page is not None:
            pages.setdefault(page.url, page)
    return tuple(pages.values())


def _page(path: Path) -> DemoPage | None:
    body = path.read_bytes()
    head = body[:_HEAD].decode("utf-8", "replace")
    canonical, title, published = (form.search(head) for form in (_CANONICAL, _TITLE, _PUBLISHED))
    address = read_address(unescape(canonical[1])) if canonical else None
    if address is None or title is None or address.is_front:
        return None
    url = address.bare.replace("https://", "http://", 1)  # the demonstration has no certificates
    return DemoPage(url, unescape(title[1]), published[1] if published else None, body)
