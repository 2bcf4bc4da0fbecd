"""What the layouts of an outlet find of a field: their CSS selectors, the first that finds any text."""

from itertools import islice
from typing import TYPE_CHECKING

from extractor.clean.metadata.markup import Markup, printed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from extractor.outlets import Outlet

_MOST = 40  # elements of a field


def selected(markup: Markup, outlet: "Outlet | None", field: str) -> list[str]:
    """The texts that the outlet's layouts find for a field: of the first selector that finds any."""
    for layout in outlet.layouts if outlet else ():
        for selector in getattr(layout, field):
            nodes = markup.elements.selected(selector)
            found = [value for node in islice(nodes, _MOST) if (value := _value(node))]
            if found:
                return found if field == "tags" else found[:1]
    return []


def _value(node: "HtmlElement") -> str:
    return node.get("content") or node.get("datetime") or printed(node)
