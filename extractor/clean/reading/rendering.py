"""Elements of a page as a draft: lines of text as a reader sees them, and cuts over what names itself no story.

A block is a paragraph, apart from its neighbours by a blank line; `<li>` is one line "- text" (in `<ol>` its number:
"3. text"), `<tr>` one line with " | " between its cells, `<br>` a line end. White space is one space. Scripts and
styles are no text at all. One walk, no recursion.
"""

from collections.abc import Collection, Iterable
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.drafts import Cut, Draft
from extractor.clean.reading.boxes import Found, believed, box_in
from extractor.clean.reading.cards import TAGS as CARD_TAGS
from extractor.clean.reading.cards import Cards
from extractor.clean.reading.lines import Line, Lines, Width
from extractor.clean.reading.links import linked
from extractor.clean.reading.markup import Box
from extractor.clean.reading.spans import Spans

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
))
SILENT = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "math", "select",
    "textarea", "input", "head", "audio", "video", "map", "title", "link", "meta", "frameset", "applet", "progress",
    "amp-ad", "amp-iframe", "amp-video", "amp-analytics", "amp-auto-ads", "noframes", "datalist", "img", "picture",
    "source",
))
_ROWS = ("tr", "thead", "tbody", "tfoot")
# fmt: on
_PARENTS = ("div", "section", "article", "main", "body")
_QUOTES = ("“", '"', "‘", "'")
_SENTENCE = 25  # letters of a span that is more than a few words of its paragraph
_COLUMN = 600  # letters of a cell that is a column of the page
_FEW, _PARTS = 200, 4  # letters of one that holds so many paragraphs


class Rendering(NamedTuple):
    """The draft of elements, and its lines with what they stand in."""

    draft: Draft
    lines: tuple[Line, ...]


class _Open(NamedTuple):
    """A box that is open: its element, why it would go, and what stood before it."""

    node: HtmlElement
    box: Box
    start: int
    prose: int
    links: int


def render(elements: Iterable[HtmlElement], drop: Collection[HtmlElement] = (), title: str | None = None) -> Rendering:
    """The draft of elements in the order given; `drop` are those inside that a layout says are no story."""
    lines, cards, found = Lines(), Cards(), list[Found]()
    spans = Spans(lines)
    for element in elements:
        lines.wants(Width.PARAGRAPH)
        found += _walk(lines, spans, cards, element, drop, title)
    text = lines.text()
    cuts = [*believed(found, lines.prose), *cards.cuts(lines.prose), *linked(lines)]
    return Rendering(Draft(text, tuple(cuts)), tuple(lines.lines))


def _walk(
    lines: Lines, spans: Spans, cards: Cards, element: HtmlElement, drop: Collection[HtmlElement], title: str | None
) -> list[Found]:
    """Write one element; the boxes in it."""
    open_boxes, found = list[_Open](), list[Found]()
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        if event == "start":
            if tag in SILENT:
                walk.skip_subtree()
                continue
            box = None if node is element else box_in(node, drop, title)
            if box is not None:
                open_boxes.append(_Open(node, box, lines.size, lines.prose, lines.links))
            _opens(lines, spans, node, tag)
            if tag in CARD_TAGS:
                cards.opens(node, lines)
            if text := node.text:
                lines.add(text) if not lines.in_pre else lines.add_printed(text)
            continue
        if tag not in SILENT:
            _closes(lines, spans, node, tag)
            if tag in CARD_TAGS:
                cards.closes(node, lines)
        if open_boxes and open_boxes[-1].node is node:
            _, box, start, prose, links = open_boxes.pop()
            if lines.size > start:
                cut = Cut(start, lines.size, box.reason)
                found.append(Found(cut, lines.prose - prose, lines.links - links, box.sure))
        if (tail := node.tail) and node is not element:
            lines.add(tail) if not lines.in_pre else lines.add_printed(tail)
    return found


def _opens(lines: Lines, spans: Spans, node: HtmlElement, tag: str) -> None:
    if tag in BLOCKS:
        lines.block(node)
        lines.in_pre += tag == "pre"
    elif tag == "a":
        lines.link_opens()
    elif tag == "br":
        lines.line_end()
    elif tag == "span":
        _span(lines, node)
    elif tag == "li":
        lines.item_opens(node)
    elif tag in ("td", "th"):
        is_column = _is_column(node)
        spans.cell_opens(is_column=is_column)
        if is_column:
            lines.block(node)
        else:
            lines.cell_opens(node)
    elif tag in _ROWS:
        lines.row(node)
        if tag == "tr":
            spans.row_opens(node)


def _span(lines: Lines, node: HtmlElement) -> None:
    """A span right behind one of its class; outside a paragraph such spans are shown as paragraphs of their own."""
    before = node.getprevious()
    if before is None or before.tag != "span" or before.get("class") != node.get("class"):
        return
    if (before.tail and before.tail.strip()) or lines.in_link:
        return
    said = "".join(islice(node.itertext(), _PARTS)).strip()
    if len(said) >= _SENTENCE and (said[0].isupper() or said[0] in _QUOTES):
        is_block = bool(node.get("class")) or "block" in (node.get("style") or "")
        lines.span(is_paragraph=is_block and node.getparent().tag in _PARENTS)


def _is_column(cell: HtmlElement) -> bool:
    """Whether a cell is a column of the page and no table's: it holds paragraphs, or more text than any table's."""
    letters = 0
    for text in cell.itertext():
        letters += len(text.strip())
        if letters > _COLUMN:
            return True
    if letters <= _FEW:
        return False
    return len(list(islice(cell.iter("p", "h2", "h3", "h4", "div", "blockquote", "br"), _PARTS))) == _PARTS


def _closes(lines: Lines, spans: Spans, node: HtmlElement, tag: str) -> None:
    if tag in BLOCKS:
        lines.wants(Width.PARAGRAPH)
        lines.in_pre -= tag == "pre"
    elif tag == "a":
        lines.link_closes()
    elif tag == "li":
        lines.item_closes()
    elif tag in ("td", "th"):
        spans.cell_closes(node)
        lines.cell_closes(node)
    elif tag in _ROWS:
        if tag == "tr":
            spans.row_closes()
        lines.wants(Width.LINE)
