"""The reading by an outlet's or a page system's own layouts: CSS selectors that say where the story stands."""

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from extractor.clean.reading.candidates import Candidate, rendered

if TYPE_CHECKING:
    from extractor.outlets import Layout

_ENOUGH = 15  # words: what a selector finds is at least a short story


@functools.lru_cache(maxsize=4_000)
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def selected(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements that a CSS selector finds, in the page's order."""
    found: Any = _compiled(selector)(tree)
    return list(found)


def by_layouts(
    tree: HtmlElement, layouts: Iterable["Layout"], title: str | None
) -> "tuple[Candidate, Layout, str] | None":
    """The first layout of which a selector finds a story, what it finds, and that selector."""
    for layout in layouts:
        for selector in layout.story:
            found = _outermost(selected(tree, selector))
            if not found:
                continue
            drop = {node for each in layout.drop for element in found for node in selected(element, each)}
            read = rendered("layout", found, drop, title)
            if read.size >= _ENOUGH:
                return read, layout, selector
    return None


def _outermost(found: list[HtmlElement]) -> tuple[HtmlElement, ...]:
    """The elements in order, without those inside another; all of one parent, for other parents hold other stories."""
    if len(found) < 2:
        return tuple(found)
    first = found[0]
    return tuple(node for node in found if node is first or node.getparent() is first.getparent())
