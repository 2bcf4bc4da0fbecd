"""An HTML page read by BeautifulSoup over lxml.

lxml drops what stands 254 elements deep or deeper, in silence: a page whose tree comes so deep is read again by the
standard library's parser, which is slower and drops nothing.
"""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from extractor.article import Article, Page
from extractor.clean import tree
from extractor.clean.furniture import strip
from extractor.clean.lines import walk
from extractor.clean.metadata import metadata
from extractor.clean.story import story

_LXML_DEPTH = 240
_GAP = re.compile(r"\n{3,}")  # where a line of furniture stood between paragraphs


def read_page(text: str, page: Page) -> Article:
    """The story and the metadata of a page; an empty text where it holds no story."""
    soup = parse(text)
    said = metadata(tree.parse(text), page)
    return Article(
        text=_GAP.sub("\n\n", strip(story(soup))).strip(),
        source=page.source,
        url=page.url or said.url,
        outlet=said.outlet,
        title=said.title,
        author=said.author,
        published=said.published,
        advertorial=said.advertorial,
    )


def parse(text: str) -> BeautifulSoup:
    """The tree of a page. NUL and lone surrogates, which no parser takes, become the replacement character."""
    clean = text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    soup = BeautifulSoup(clean, "lxml")
    return BeautifulSoup(clean, "html.parser") if _depth(soup) >= _LXML_DEPTH else soup


def _depth(soup: BeautifulSoup) -> int:
    """How many elements stand inside each other at the deepest."""
    depth = deepest = 0
    for node, opens in walk(soup, set()):
        if isinstance(node, Tag):
            depth += 1 if opens else -1
            deepest = max(deepest, depth)
    return deepest
