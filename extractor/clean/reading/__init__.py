"""The story of a page: which element holds it, what in it is no story, and how sure that is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lxml.html import HtmlElement

from extractor.article import Reading
from extractor.clean.drafts import Draft
from extractor.clean.elements import Elements
from extractor.clean.reading.below import cut_below
from extractor.clean.reading.candidates import Candidate, agreement, rendered
from extractor.clean.reading.choice import choose
from extractor.clean.reading.density import densest, densest_elements
from extractor.clean.reading.layouts import by_layouts
from extractor.clean.reading.rivals import is_alone

if TYPE_CHECKING:
    from extractor.clean.metadata import Metadata
    from extractor.outlets import Layout, Outlet, System

_SHORT = 40  # words: what a layout finds and is shorter is checked, whoever verified it
_ALIKE = 0.85  # agreement of a layout that nobody verified with a generic reading


class Story(NamedTuple):
    """The draft of a page's story, how it was found, the layout that fits the page, and whether that was believed.

    `layout` is the one whose selector found a story, None where none did; it was not `trusted` where nobody verified it
    and the generic readings disagree with it: then the draft is theirs.
    """

    draft: Draft
    reading: Reading
    layout: "Layout | None" = None
    trusted: bool = False


def read_story(
    tree: HtmlElement,
    *,
    outlet: "Outlet | None",
    said: "Metadata",
    system: "Callable[[], System | None] | None" = None,
    elements: Elements | None = None,
) -> Story:
    """The story of a page: by the layouts of its outlet, by those of the page system, or by the generic readings.

    `tree` is that of `extractor.clean.tree.parse`, and stays as it is; `elements` are its own, if they are at hand.
    `system` tells the page system, and is asked only where no layout of the outlet finds a story. A page without any
    has an empty draft.
    """
    layouts = outlet.layouts_on(said.published) if outlet is not None else ()
    elements = elements or Elements(tree)
    found = by_layouts(elements, layouts, said.title)
    if found is None and system is not None and (shown := system()) is not None:
        more = (layout for layout in shown.layouts if layout.applies(said.published))
        found = by_layouts(elements, [layout for layout in more if layout not in layouts], said.title)
    if found is None:
        read, reasons = choose(tree, densest(tree, said.title), said.title, said.description)
        return Story(cut_below(read), Reading(read.by, reasons))
    read, layout, selector = found
    if layout.verified and read.size >= _SHORT:
        return Story(cut_below(read), Reading("layout", (_fits(selector), f"verified {layout.verified}")), layout, True)
    return _unverified(tree, found, said)


def _unverified(tree: HtmlElement, found: "tuple[Candidate, Layout, str]", said: "Metadata") -> Story:
    """The layout's story where a generic reading agrees with it, else the generic one."""
    read, layout, selector = found
    if is_alone(tree, read):
        reason = "no other text of the page is as long"
        return Story(cut_below(read), Reading("layout", (_fits(selector), reason)), layout, trusted=True)
    elements = densest_elements(tree)
    if elements == read.elements:
        return Story(cut_below(read), Reading("layout", (_fits(selector), "the densest element")), layout, trusted=True)
    cheap = rendered("density", elements, title=said.title)
    if agreement(read.words, cheap.words) >= _ALIKE:
        return Story(cut_below(read), Reading("layout", (_fits(selector), "density agrees")), layout, trusted=True)
    other, reasons = choose(tree, cheap, said.title, said.description)
    if agreement(read.words, other.words) >= _ALIKE:
        return Story(cut_below(read), Reading("layout", (_fits(selector), f"{other.by} agrees")), layout, trusted=True)
    differs = f"the layout's `{selector}` was not verified and finds another text"
    return Story(cut_below(other), Reading(other.by, (differs, *reasons)), layout)


def _fits(selector: str) -> str:
    return f"`{selector}` finds it"
