"""What the layouts of an outlet find of a field: their CSS selectors, asked only where the page has their names.

lxml finds an element by a path that ends in its attribute several times as fast as by a condition on the element, so a
selector that begins with a class or an id is put so. One whose classes and ids no element bears is not asked at all.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cssselect import HTMLTranslator
from lxml import etree

from extractor.clean.metadata.markup import Markup, elements, printed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from extractor.outlets import Outlet

_MOST = 40  # elements of a field
_UNSURE = re.compile(r"\[[^\]]*\]|:[^ ]*")
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_FIRST = re.compile(r"(?P<sign>[.#])(?P<name>[A-Za-z_][\w-]*)(?:\s+(?P<rest>[^\s>+~,|][^,|]*))?")
_BY = {
    ".": "descendant-or-self::*/@class[contains(., '{0}')][contains(concat(' ', normalize-space(.), ' '), ' {0} ')]/..",
    "#": "descendant-or-self::*/@id[. = '{0}']/..",
}


def selected(markup: Markup, outlet: "Outlet | None", field: str) -> list[str]:
    """The texts that the outlet's layouts find for a field: of the first selector that finds any."""
    for layout in outlet.layouts if outlet else ():
        for selector in getattr(layout, field):
            if not all(name in markup.names for name in _names(selector)):
                continue
            found = [value for node in elements(path_of(selector), markup.tree, _MOST) if (value := _value(node))]
            if found:
                return found if field == "tags" else found[:1]
    return []


def _value(node: "HtmlElement") -> str:
    return node.get("content") or node.get("datetime") or printed(node)


@lru_cache(maxsize=2048)
def _names(selector: str) -> tuple[str, ...]:
    """The classes and ids without which a selector finds nothing; none of one with alternatives."""
    if "," in selector or "\\" in selector:
        return ()
    return tuple(_NAME.findall(_UNSURE.sub(" ", selector)))


@lru_cache(maxsize=2048)
def path_of(selector: str) -> etree.XPath:
    """The path that finds what a selector does, through the attribute that it begins with if it does."""
    translator = HTMLTranslator()
    first = _FIRST.fullmatch(selector)
    if first is None:
        return etree.XPath(translator.css_to_xpath(selector))
    rest = f"/{translator.css_to_xpath(first['rest'], prefix='descendant::')}" if first["rest"] else ""
    return etree.XPath(_BY[first["sign"]].format(first["name"]) + rest)
