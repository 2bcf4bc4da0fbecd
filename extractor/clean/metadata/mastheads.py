"""A page's masthead: the names and mottos that a site prints above each of its pages, some of them as headings."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from extractor.clean.metadata.headlines import clean
from extractor.clean.metadata.lines import class_words
from extractor.clean.metadata.markup import Markup, printed
from extractor.clean.metadata.words import words

_FRONTS = frozenset("/ ./ index.php /index.php index.html /index.html home /home beranda /beranda".split())
_BOXES = frozenset(("header", "masthead", "topbar", "navbar", "brand", "branding", "logo", "kop", "banner"))
_PARTS = ("h1", "h2", "h3", "h4", "span", "small", "p")
_NAMED = re.compile("|".join(sorted(_BOXES)))
_LINKS, _AROUND, _HEADINGS = 40, 5, 12
_LOGOS = frozenset(("logo", "brand", "branding", "masthead", "navbar-brand", "navbarbrand", "sitetitle"))
_LONGEST, _NAME = 160, 60  # characters of what a masthead says, and of a site's name


def is_masthead(heading: HtmlElement | None) -> bool:
    """Whether a heading leads to the front page, or stands in a menu or in the box of the page's head that holds it."""
    if heading is None:
        return False
    if len(heading) and any(_is_home(link) for link in islice(heading.iter("a"), 2)):
        return True
    return any(_is_head(box) for box in islice(heading.iterancestors(), _AROUND))


def _is_head(box: HtmlElement) -> bool:
    """Whether an element round a heading is a menu, a link to the front page, or the page's head with its menu."""
    if box.tag == "a":
        return _is_home(box)
    said = f"{box.get('class')} {box.get('id')}".lower()
    is_named = box.tag == "header" or (_NAMED.search(said) is not None and not _BOXES.isdisjoint(class_words(box)))
    return box.tag == "nav" or (is_named and next(box.iter("nav"), None) is not None)


def names(markup: Markup, heading: HtmlElement | None) -> list[str]:
    """What the masthead says: the heading in it, the links to the front page, and the headings in those."""
    said = [printed(heading)] if heading is not None else []
    for link in _homes(markup):
        said += [printed(link), *(printed(node) for node in islice(link.iter(*_PARTS), _HEADINGS))]
    return [name for name in map(clean, said) if 0 < len(name) <= _LONGEST]


def site_name(markup: Markup) -> str | None:
    """The name that the masthead prints as a heading or a logo, which leads to the front page."""
    for link in _homes(markup):
        around = (link, *islice(link.iterancestors(), 2), *islice(link.iter("h1", "h2"), 1))
        said = clean(printed(link)) if any(_is_logo(node) for node in around) else ""
        if " " in said and len(said) <= _NAME and said.casefold() not in words().no_outlet:
            return said
    return None


def _homes(markup: Markup) -> Iterator[HtmlElement]:
    """The first links to the front page."""
    homes = (node for node, _ in markup.elements.having("href") if node.tag == "a" and _is_home(node))
    return islice(homes, _LINKS)


def _is_logo(node: HtmlElement) -> bool:
    return node.tag in ("h1", "h2") or not _LOGOS.isdisjoint(class_words(node))


def _is_home(link: HtmlElement) -> bool:
    """Whether a link leads to a front page."""
    href = (link.get("href") or "").strip().lower()
    path = href.partition("://")[2].partition("/")[2] or "/" if href.startswith("http") else href
    return path in _FRONTS
