"""The day that htmldate finds in a page whose own places name none: a guess, flagged where nothing else agrees."""

import copy
import re
from collections.abc import Callable
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.boxes import is_box
from extractor.clean.metadata.markup import Markup, elements
from extractor.clean.metadata.moments import read
from extractor.clean.metadata.published import PRINT, Dated

_FIRST, _LAST = "1995-01-01", "2049-12-31"
_OTHER_STORIES = etree.XPath(
    "//body//*[self::aside or self::nav or self::footer or self::article[not(.//h1)] or self::li[a or */a]]"
)
_MOST_BOXES = 2_000
_ELEMENTS, _DATES, _DATED = 50_000, 300, (("meta",), ("time", "abbr"))
_TEXT: Callable[..., Any] = etree.XPath("descendant::text() | descendant::*/@datetime | descendant::*/@content")
_NEW_YEAR = re.compile(
    r"\b0?1(?:st|er|[.º])?(?:[ -](?:de )?(?:jan|jän|ene|gen|sty|oca|янв)|[/.-] ?0?1[/.-] ?(?:19|20))"
    r"|(?:19|20)[0-9]{2}(?:[/.-]0?1[/.-]0?1\b|年1月1日)|\bjan[a-z]{0,5}\.? 0?1(?:st)?,",
    re.IGNORECASE,
)


def guess(markup: Markup, heading: HtmlElement | None, address: str | None, *, far: bool) -> list[Dated]:
    """What htmldate finds; `far` lets it search the whole text, and at last the boxes of other stories too.

    Of a bare year, as in an award's name or in a foot, htmldate makes a first of January: that is taken only at last,
    where it may search far. A page made of dates is not shown to it at all, for it takes 10 ms for each that it cannot
    read.
    """
    page = markup.elements
    if len(page.every) > _ELEMENTS or any(sum(len(page.tagged(tag)) for tag in tags) > _DATES for tags in _DATED):
        return []
    own = _without_others(markup, heading)
    day = _found(own, address, far=far)
    if day is not None and day.endswith("-01-01") and not _prints_new_year(own):
        day = None
    if day is None and far:
        day = _found(markup.tree, address, far=True)
    moment = read(day) if day else None
    return [Dated(moment, "htmldate", PRINT, 6)] if moment else []


def is_bare_year(guessed: Dated, markup: Markup) -> bool:
    """Whether of a day no more than the year is printed."""
    day = guessed.moment.day
    return (day.month, day.day) == (1, 1) and not _prints_new_year(markup.tree)


def _found(tree: HtmlElement, address: str | None, *, far: bool) -> str | None:
    from htmldate import find_date  # slow to import, slow to run

    try:
        return find_date(
            tree, extensive_search=far, original_date=True, url=address, min_date=_FIRST, max_date=_LAST
        )
    except (ValueError, TypeError, AttributeError, RecursionError):  # odd trees: a page without a date, no failure
        return None


def _without_others(markup: Markup, heading: HtmlElement | None) -> HtmlElement:
    """A copy of the page without its foot, its sidebars, and its boxes and lists of other stories.

    A box in which the story's heading stands is none of them, whatever it is called.
    """
    titled = [heading] if heading is not None else markup.headings
    around = {box for title in titled for box in title.iterancestors()}
    others = set(elements(_OTHER_STORIES, markup.tree, _MOST_BOXES))
    if not markup.headings:  # without an h1, an article is the story's as well as another's
        others = {box for box in others if box.tag != "article"}
    others |= set(filter(is_box, markup.elements.every))
    copied = copy.deepcopy(markup.tree)
    for node, twin in list(zip(markup.tree.iter(), copied.iter(), strict=True)):
        if node in others and node not in around and twin.getparent() is not None:
            twin.drop_tree()
    return copied


def _prints_new_year(tree: HtmlElement) -> bool:
    return _NEW_YEAR.search(" ".join(_TEXT(tree))) is not None
