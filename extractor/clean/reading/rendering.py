"""Elements of a page as a draft: lines of text as a reader sees them, and cuts over what names itself no story.

A block is a paragraph, apart from its neighbours by a blank line; `<li>` is one line "- text" (in `<ol>` its number:
"3. text"), `<tr>` one line with " | " between its cells, `<br>` a line end. White space is one space. Scripts and
styles are no text at all. One walk, no recursion.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.drafts import Cut, Draft
from extractor.clean.reading.cards import TAGS as CARD_TAGS
from extractor.clean.reading.cards import Cards
from extractor.clean.reading.lines import Line, Lines, Width
from extractor.clean.reading.markup import Box, box_at

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
_TAGS = {
    "nav": Box("navigation", True), "menu": Box("navigation"), "figcaption": Box("caption", True),
    "form": Box("form"), "button": Box("button", True), "label": Box("form"), "dialog": Box("notice"),
    "footer": Box("footer"), "header": Box("header"), "aside": Box("aside"), "amp-sidebar": Box("navigation", True),
    "amp-social-share": Box("share", True),
}
# fmt: on
_SHARE, _SURE_SHARE = 0.4, 0.85  # of the prose: what names itself a box and holds more is none
_TOGETHER = 0.6  # of the prose: what all boxes of one reason hold at most
_NOTE = 300  # letters outside links: a box of this size is small in any story
_NEVER = ("navigation", "button")
_COLUMN = 600  # letters
_STORY = 300  # letters outside linked lines: with less, the links may be the story
_LINK_WORDS, _ITEM_WORDS, _LINKED = 5, 4, 0.9
_ENDS = (".", "!", "?", ":", ";", ",", '."', ".”", ")")


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


class _Found(NamedTuple):
    """A box: its cut, its letters outside links and in them, and whether its name is a sure one."""

    cut: Cut
    prose: int
    links: int
    sure: bool


def render(elements: Iterable[HtmlElement], drop: Collection[HtmlElement] = (), title: str | None = None) -> Rendering:
    """The draft of elements in the order given; `drop` are those inside that a layout says are no story."""
    lines, cards, found = Lines(), Cards(), list[_Found]()
    for element in elements:
        lines.wants(Width.PARAGRAPH)
        found += _walk(lines, cards, element, drop, title)
    text = lines.text()
    cuts = [*_believed(found, lines.prose), *cards.cuts(lines.prose), *_linked(lines)]
    return Rendering(Draft(text, tuple(cuts)), tuple(lines.lines))


def _walk(
    lines: Lines, cards: Cards, element: HtmlElement, drop: Collection[HtmlElement], title: str | None
) -> list[_Found]:
    """Write one element; the boxes in it."""
    open_boxes, found = list[_Open](), list[_Found]()
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node.tag in SILENT:
                walk.skip_subtree()
                continue
            box = None if node is element else _box(node, drop, title)
            if box is not None:
                open_boxes.append(_Open(node, box, lines.size, lines.prose, lines.links))
            _opens(lines, node)
            if node.tag in CARD_TAGS:
                cards.opens(node, lines)
            if node.text:
                lines.add(node.text) if not lines.in_pre else lines.add_printed(node.text)
            continue
        if node.tag not in SILENT:
            _closes(lines, node)
            if node.tag in CARD_TAGS:
                cards.closes(node, lines)
        if open_boxes and open_boxes[-1].node is node:
            _, box, start, prose, links = open_boxes.pop()
            if lines.size > start:
                cut = Cut(start, lines.size, box.reason)
                found.append(_Found(cut, lines.prose - prose, lines.links - links, box.sure))
        if node.tail and node is not element:
            lines.add(node.tail) if not lines.in_pre else lines.add_printed(node.tail)
    return found


def _box(node: HtmlElement, drop: Collection[HtmlElement], title: str | None) -> Box | None:
    """Why an element is no story; None for one that may be."""
    if drop and node in drop:
        named = box_at(node) or _TAGS.get(node.tag)
        return Box(named.reason if named else "dropped by the layout", True)
    tag = node.tag
    if tag in ("body", "html", "main"):
        return None
    if found := _TAGS.get(tag):
        return found
    if tag == "figure":
        return Box("caption") if next(node.iter("table", "pre"), None) is None else None
    if tag == "h1":
        return Box("title", True) if title is None or _alike(node, title) else None
    if tag == "time":
        return Box("byline") if node.getparent().tag not in ("p", "li", "td", "em", "strong", "b", "span") else None
    if found := box_at(node):
        return found
    style = node.get("style")
    if (style and "display:none" in style.replace(" ", "").lower()) or node.get("aria-hidden") == "true":
        return Box("hidden")
    return None


def _alike(heading: HtmlElement, title: str) -> bool:
    """Whether a heading is the page's title, or most of it."""
    said = {word.strip(".,:;!?\"'“”‘’").casefold() for word in "".join(heading.itertext()).split()}
    known = {word.strip(".,:;!?\"'“”‘’").casefold() for word in title.split()}
    return 2 * len(said & known) >= min(len(said), len(known))


def _opens(lines: Lines, node: HtmlElement) -> None:
    tag = node.tag
    if tag == "a":
        lines.link_opens()
    elif tag == "br":
        lines.line_end()
    elif tag == "li":
        lines.item_opens(node)
    elif tag in ("td", "th"):
        if _is_column(node):
            lines.block(node)
        else:
            lines.cell_opens(node)
    elif tag in _ROWS:
        lines.row(node)
    elif tag in BLOCKS:
        lines.block(node)
        lines.in_pre += tag == "pre"


def _is_column(cell: HtmlElement) -> bool:
    """Whether a cell is a column of the page and no table's cell: it holds more text than anybody reads in a table."""
    letters = 0
    for text in cell.itertext():
        letters += len(text.strip())
        if letters > _COLUMN:
            return True
    return False


def _closes(lines: Lines, node: HtmlElement) -> None:
    tag = node.tag
    if tag == "a":
        lines.link_closes()
    elif tag == "li":
        lines.item_closes()
    elif tag in ("td", "th"):
        lines.cell_closes(node)
    elif tag in _ROWS:
        lines.wants(Width.LINE)
    elif tag in BLOCKS:
        lines.wants(Width.PARAGRAPH)
        lines.in_pre -= tag == "pre"


def _is_small(box: _Found, prose: int) -> bool:
    """Whether a box is small enough beside all the prose to be what its name says.

    Navigation is no story though nothing else stands there. Comments may be longer than the story. "Related" holds
    links, or it is the rest of the story behind a "read more". Of the others a sure name counts in a short text too.
    """
    reason = box.cut.reason
    if not box.prose or reason in _NEVER:
        return True
    if reason == "related" and box.prose > max(_NOTE, 2 * box.links):
        return False
    is_sure = box.sure and (reason in ("comments", "related", "dropped by the layout") or box.prose <= 2 * _NOTE)
    return box.prose <= (_SURE_SHARE if is_sure else _SHARE) * prose


def _believed(found: list[_Found], prose: int) -> list[Cut]:
    """The boxes that are small enough, alone and with others of their reason: a story may stand in a "widget"."""
    small = [box for box in found if _is_small(box, prose)]
    sums, ends = dict[str, int](), dict[str, int]()
    for box in sorted(small, key=lambda box: (box.cut.start, -box.cut.end)):
        reason = box.cut.reason
        if not box.sure and box.cut.end > ends.get(reason, -1):
            sums[reason] = sums.get(reason, 0) + box.prose
            ends[reason] = box.cut.end
    return [box.cut for box in small if box.sure or not box.prose or sums[box.cut.reason] <= _TOGETHER * prose]


def _linked(lines: Lines) -> list[Cut]:
    """Paragraphs that are one link and read like a headline, lists of them, and links glued to the end of a line.

    A heading that is a link, and one item of a list among others that are none, is the story's.
    """
    found, whole = list[int](), Counter[HtmlElement | None]()
    listed = Counter(_list_of(line) for line in lines.lines if line.is_item)
    for number, line in enumerate(lines.lines):
        if line.linked < _LINKED * line.letters or not line.letters or _is_heading(line):
            continue
        said = lines.said(number)
        if said.count(" ") + 1 >= (_ITEM_WORDS if line.is_item else _LINK_WORDS) and not said.endswith(_ENDS):
            found.append(number)
            whole[_list_of(line)] += line.is_item
    cuts, letters = list[Cut](), 0
    for number in found:
        line = lines.lines[number]
        if not line.is_item or whole[_list_of(line)] == listed[_list_of(line)]:
            cuts.append(Cut(line.start, line.end, "related" if line.is_item else "link"))
            letters += line.letters
    total = sum(line.letters for line in lines.lines)
    return [*(cuts if total - letters >= _STORY or letters <= _SHARE * total else ()), *lines.glued]


def _list_of(line: Line) -> HtmlElement | None:
    """The list that an item stands in."""
    node = line.block
    while node is not None and node.tag not in ("ul", "ol"):
        node = node.getparent()
    return node


def _is_heading(line: Line) -> bool:
    return line.block is not None and line.block.tag in ("h2", "h3", "h4", "h5", "h6")
