"""What belongs to a story beside its element: its other parts where advertisements part it, and a lead above it.

A page may hold the first paragraph in an element of its own ("standfirst", "lead") before the one with all others, or
cut a story into elements of one kind. What merely stands near (a column of the page, cards, comments) has other names.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lxml.html import HtmlElement

from extractor.clean.dateline import dateline
from extractor.clean.reading.boxes import box_in
from extractor.clean.reading.lines import Line
from extractor.clean.reading.markup import names, speaks

_PARAGRAPH = 60  # letters
_LINKED = 0.3
_MOST = 0.8  # of the letters that were kept: the element that holds so many is the story's, others are near it
_DENSE = 0.5  # of these letters: as many in the densest element, and that is the story's
_NEAR = 8  # elements before the story's in which a lead is looked for
_PARTS = 400  # pieces of text of one element that are looked at
_ALL = 0.9  # of the letters of the rest of a story: its paragraphs
_LONGEST_LEAD = 1_200  # letters
_LEADS = frozenset(("p", "div", "section", "blockquote", "h2", "h3", "strong", "b", "em", "span"))
_NO_LEAD = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "img", "iframe", "figure", "ul", "ol", "table", "form", "time")
)
_WRAPPERS, _COMPONENTS = 3, 60  # elements around a component, and components beside it, that are looked at
_CAPTION = 300  # letters of what stands between components with a picture
_NO_PROSE = ("h1", "form", "time", "iframe", "nav", "button", "img", "figure", "picture")
_PICTURES = frozenset(("img", "figure", "picture", "iframe", "video", "amp-img"))
_CAPTIONS = re.compile(r"small|muted|italic|caption|foto|photo|credit|image|gambar", re.IGNORECASE)
_STOPS = (".", "!", "?", "”", '"', ")", ":", "…")
_DIGITS = re.compile(r"\d+")
_LISTS = frozenset(("li", "ul", "ol", "dl", "dt", "dd"))
_TABLES = _LISTS | {"tr", "tbody", "thead", "tfoot", "table", "td", "th"}


def around(line: Line) -> HtmlElement | None:
    """The element that a line's paragraph, quotation, list or table stands in; the outermost list of several.

    A quotation and a table may stand in a figure.
    """
    node = line.block
    if node is None:
        return None
    node, lists = _above(node), _TABLES if line.in_cells else _LISTS
    while node.tag in ("blockquote", "figure") or (node.tag in lists and (line.is_item or line.in_cells)):
        above = _above(node)
        if above is node:
            break
        node = above
    return node


def _above(node: HtmlElement) -> HtmlElement:
    parent = node.getparent()
    return node if parent is None or node.tag == "body" else parent


def kind(node: HtmlElement) -> tuple[HtmlElement | None, str, str]:
    """What elements of one kind have in common: where they stand, their tag and their names without numbers."""
    return node.getparent(), str(node.tag), _DIGITS.sub("", names(node))


def home_of(kept: Iterable[Line], dense: tuple[HtmlElement, ...]) -> tuple[HtmlElement, ...]:
    """The elements of the story, of whose lines another reader kept these; `dense` are the densest of the page.

    They are the densest where these hold most of it, else the smallest that holds nearly all, with what belongs to it.
    """
    letters = _letters(kept)
    total = max(letters.values(), default=0)
    if not total:
        return dense
    chain = [node for node, size in letters.items() if size >= _MOST * total]
    home = max(chain, key=lambda node: sum(1 for _ in node.iterancestors()))
    if sum(letters.get(node, 0) for node in dense) >= _DENSE * total:
        is_inside = len(dense) == 1 and any(node is dense[0] for node in home.iterancestors())
        if not is_inside:
            return dense
    if home.tag not in ("body", "html"):
        return with_surroundings(home, letters)
    inside = [number for number, child in enumerate(home) if child in letters]
    return tuple(home[inside[0] : inside[-1] + 1]) if inside else (home,)


def _letters(kept: Iterable[Line]) -> Counter[HtmlElement]:
    """The letters of the lines that are prose in each element around them."""
    own, letters = Counter[HtmlElement](), Counter[HtmlElement]()
    for line in kept:
        if line.block is not None and line.letters >= _PARAGRAPH and line.linked <= _LINKED * line.letters:
            own[line.block] += line.letters
    for block, size in own.items():
        letters[block] += size
        for node in block.iterancestors():
            letters[node] += size
    return letters


def with_surroundings(home: HtmlElement, letters: Mapping[HtmlElement, int]) -> tuple[HtmlElement, ...]:
    """An element with those beside it that are of its kind and hold a paragraph too, and with its lead."""
    if home.tag in ("body", "html", "td", "main"):
        return (home,)
    parent, own = home.getparent(), kind(home)
    if parent is None:
        return (home,)
    parts = [home]
    if own[2]:
        beside = parent.iterchildren(home.tag)
        parts = [node for node in beside if node is home or (letters.get(node, 0) >= _PARAGRAPH and kind(node) == own)]
    if parts == [home] and (more := _components(home)) != [home]:
        return (*_leads(more[0]), *more, *_rest(more[-1]))
    return (*_leads(parts[0]), *parts, *_rest(parts[-1]))


def _components(home: HtmlElement) -> list[HtmlElement]:
    """The components of a story, of which a page builder wraps each alone, and sets pictures between them.

    From the story's element both ways as far as there is nothing else between; `[home]` where it stands in no wrapper.
    """
    outer = outermost(home)
    if outer is home or not names(outer):
        return [home]
    above = list(_same(outer, preceding=True))
    return [*reversed(above), home, *_same(outer, preceding=False)]


def outermost(node: HtmlElement) -> HtmlElement:
    """The outermost of the wrappers that hold an element and nothing else; itself where there is none."""
    for above in islice(node.iterancestors("div", "section"), _WRAPPERS):
        if len(above) != 1 or (above.text and above.text.strip()) or (node.tail and node.tail.strip()):
            break
        node = above
    return node


def _same(outer: HtmlElement, *, preceding: bool) -> Iterator[HtmlElement]:
    """The elements beside one that are of its kind and read like the story's paragraphs."""
    own = kind(outer)
    for node in islice(outer.itersiblings(preceding=preceding), _COMPONENTS):
        text = _text(node)
        if not text or (len(text) <= _CAPTION and next(node.iter(*_PICTURES), None) is not None):
            continue
        if kind(node) != own or not _is_prose(node, text):
            return
        yield _innermost(node)


def _innermost(node: HtmlElement) -> HtmlElement:
    """The element in the wrappers of a component, in which its paragraphs stand as those of the others do in theirs."""
    for _ in range(_WRAPPERS):
        if len(node) != 1 or node[0].tag not in ("div", "section") or (node.text and node.text.strip()):
            break
        node = node[0]
    return node


def _is_prose(node: HtmlElement, text: str) -> bool:
    """Whether an element holds a paragraph to its stop, few links, and nothing that a card or a box has."""
    if len(text) < _PARAGRAPH or not text.endswith(_STOPS) or next(node.iter(*_NO_PROSE), None) is not None:
        return False
    if next(node.iter("h2", "h3", "h4", "h5"), None) is not None:  # a part of the story under its heading, and no card
        said = [len(_text(part)) >= _PARAGRAPH for part in islice(node.iter("p"), _PARTS)]
        return sum(said) > 1 and next(node.iter("a"), None) is None and box_in(node, (), None) is None
    linked = sum(len(_text(link)) for link in islice(node.iter("a"), _PARTS))
    return 5 * linked < len(text) and box_in(node, (), None) is None


def _rest(home: HtmlElement) -> list[HtmlElement]:
    """The element behind a story's that goes on with it: paragraphs and nothing else, and no text between.

    One paragraph alone may be a notice, or tell of the author: it is the story's where somebody speaks in it.
    """
    for node in islice(home.itersiblings(), _NEAR):
        text = _text(node)
        if not text or node.tag in _PICTURES:
            continue
        said = [_text(part) for part in islice(node.iter("p"), _PARTS)]
        letters = [len(one) for one in said if len(one) >= _PARAGRAPH and one.endswith(_STOPS)]
        is_more = len(letters) > 1 or (next(node.iter("a"), None) is None and speaks(text))
        is_story = is_more and sum(letters) >= _ALL * len(text) and _is_plain(node)
        return [node] if is_story and box_in(node, (), None) is None else []
    return []


def _leads(home: HtmlElement) -> list[HtmlElement]:
    """The elements of the lead above a story's element, as far as the headline; none where the story has its own."""
    start = " ".join("".join(islice(home.itertext("p", "div", "span", "b", "strong", "section"), 12)).split())
    if dateline(start[:400], 0):
        return []
    leads = list[HtmlElement]()
    for node in islice(home.itersiblings(preceding=True), _NEAR):
        if node.tag in ("h1", "td") or node.find(".//h1") is not None:
            break
        if _is_lead(node):
            leads.insert(0, node)
    return leads


def _is_lead(node: HtmlElement) -> bool:
    """Whether an element reads like a paragraph, and is no caption, no teaser and no box."""
    if node.tag not in _LEADS or box_in(node, (), None) is not None or _CAPTIONS.search(names(node)):
        return False
    text = _text(node)
    if not _PARAGRAPH <= len(text) <= _LONGEST_LEAD or not text.endswith(_STOPS):
        return False
    before = node.getprevious()
    is_caption = before is not None and (before.tag in _PICTURES or next(before.iter(*_PICTURES), None) is not None)
    return not is_caption and _is_plain(node)


def _is_plain(node: HtmlElement) -> bool:
    """Whether an element holds nothing but paragraphs, and few links."""
    linked, letters = sum(len(_text(link)) for link in node.iter("a")), len(_text(node))
    return 3 * linked < letters and next(node.iterdescendants(*_NO_LEAD), None) is None


def _text(node: HtmlElement) -> str:
    """The text of an element, of its first parts where it has more than a lead can have."""
    return " ".join("".join(islice(node.itertext(), _PARTS)).split())
