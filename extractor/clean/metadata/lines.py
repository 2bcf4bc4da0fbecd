"""The lines that a page prints round a heading, as a reader sees them; walked only as far as bylines can stand."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, islice, takewhile
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor.clean.metadata.moments import DATED

SILENT = frozenset("script style noscript template svg select option button textarea iframe".split())
"""Elements whose text nobody reads."""
OUTSIDE = ("nav", "aside", "footer")
"""Elements in which other stories stand."""
_BESIDE = ("aside", "nav")
_SENTENCE, _LEAD = 160, 80  # characters: a line that is longer and ends with a full stop is the story's, or its lead
_WIDE_STOPS = "。！？"
_STOPS, _WIDE = "." + _WIDE_STOPS, 3  # what ends a sentence; letters that a Chinese character stands for
_MOST, _LONGEST, _PIECES = 60, 240, 20  # lines below a heading, characters of one, and its pieces
_ABOVE, _BOXES, _SIBLINGS = 6, 3, 4  # lines of one element above a heading, boxes round it, elements above in each
_LINKED = 3  # words of a link; one with more leads to a story
_NEAR = 2  # elements before a heading in which its date may stand
_MENU = 4  # links: a box above the heading that holds more is a menu
_MENUS = frozenset(("menu", "nav", "navbar", "navigation", "navigasi", "mainmenu", "topmenu"))
_LISTS = 12  # lists in a box above the heading that may be menus
_LISTS_OF = frozenset(("div", "section", "ol", "ul"))
_PART = 10  # characters of a part of a date
_COMMENTS = frozenset(("comments", "commentlist", "comment-list", "comments-area", "comment", "kommentare"))
_MARK = re.compile(r"[\s_-]+")
_DASH = re.compile(r"[_-]+")
_BLOCK = frozenset(
    "p div li ul ol dl dd dt section article header footer h1 h2 h3 h4 h5 h6 table tr td th br hr figure main aside "
    "nav form blockquote figcaption center".split()
)


class Line(NamedTuple):
    """A printed line: the pieces of text that its inline elements make of it, and all of them together.

    `dated` is true where it may hold a date.
    """

    pieces: tuple[str, ...]
    text: str
    dated: bool


def lines_below(heading: HtmlElement) -> list[Line]:
    """The lines printed below a heading, to the first paragraph: bylines stand there."""
    printer = _Printer(_MOST, stops=True)
    _print_below(heading, printer)
    return printer.lines


def lines_of(body: HtmlElement, *, without: frozenset[str] = frozenset()) -> list[Line]:
    """The lines at the start of an element, to the first paragraph, but for elements whose class has such a word."""
    printer = _Printer(_MOST, stops=True, without=without)
    _print_in(body, printer)
    return printer.lines


def opening(heading: HtmlElement | None, body: HtmlElement | None, most: int) -> list[str]:
    """The lines below a heading, or at the body's start, and the first paragraph; all but the first `most` are left."""
    printer = _Printer(most, stops=True)
    _print_below(heading, printer) if heading is not None else _print_in(body, printer)
    return [line.text for line in printer.lines] + ([printer.paragraph] if printer.paragraph else [])


def lines_above(heading: HtmlElement) -> list[Line]:
    """The short lines printed above a heading in the boxes that it stands in, the nearest first."""
    found, node = list[Line](), heading
    for _ in range(_BOXES):
        for above in islice(node.itersiblings(preceding=True), _SIBLINGS):
            if above.tag not in OUTSIDE and not _is_menu(above):
                found.extend(_reversed(above))
        node = node.getparent()
        if node is None or node.tag == "body":
            break
    return found


def just_above(heading: HtmlElement, *, without: frozenset[str]) -> list[Line]:
    """The lines of the two elements before a heading, up to a menu or another story; none whose class has such a word.

    Straight in the body every line of the page's top stands before a heading: none of them is taken.
    """
    parent = heading.getparent()
    if parent is None or parent.tag == "body":
        return []
    printer = _Printer(_ABOVE, stops=False, without=without)
    for above in islice(heading.itersiblings(preceding=True), _NEAR):
        if above.tag in OUTSIDE or _is_menu(above) or _is_story(above):
            break
        printer.walk(above)
        printer.end()
    return printer.lines


def leaf(lines: Sequence[Line]) -> str:
    """The first lines that hold no more than a part of a date, together: "17 Aug 2011" of the leaf of a calendar."""
    run = dropwhile(lambda line: len(line.text) > _PART, lines)
    return " ".join(line.text for line in takewhile(lambda line: len(line.text) <= _PART, run))


def class_words(node: HtmlElement) -> tuple[str, ...]:
    """The words of an element's classes and id, and those of several words as one: "live", "clock", "liveclock"."""
    classes, name = node.get("class"), node.get("id")
    if not classes and not name:
        return ()
    said = f"{classes or ''} {name or ''}"
    return _name_words(said) if len(said) < _LONGEST else _name_words.__wrapped__(said)


@lru_cache(maxsize=2_000)  # the pages of a site name their elements alike
def _name_words(said: str) -> tuple[str, ...]:
    said = said.lower()
    if "-" not in said and "_" not in said:
        return tuple(said.split())
    return (*_MARK.split(said), *(_DASH.sub("", name) for name in said.split()))


def _holds_comments(names: str | None) -> bool:
    """Whether classes, or an id, are those of a box of comments."""
    return names is not None and "omment" in names and not _COMMENTS.isdisjoint(names.lower().split())


def _is_menu(node: HtmlElement) -> bool:
    """Whether an element is a menu or holds one: many links, or a list of links that is named so."""
    if len(list(islice(node.iter("a", "nav", "aside"), _MENU + 1))) > _MENU:
        return True
    named = (box for box in islice(node.iter("ul", "ol"), _LISTS) if not _MENUS.isdisjoint(class_words(box)))
    return any(next(box.iter("a"), None) is not None for box in named)


def _is_story(node: HtmlElement) -> bool:
    """Whether an element holds a link with a story's title."""
    return any(len(" ".join(link.itertext()).split()) > _LINKED for link in islice(node.iter("a"), _MENU))


def _reversed(node: HtmlElement) -> Iterator[Line]:
    """The first lines of an element that are no paragraphs, the last of them first."""
    printer = _Printer(_ABOVE, stops=False)
    printer.walk(node)
    printer.end()
    return reversed(printer.lines)


def _print_below(heading: HtmlElement, printer: "_Printer") -> None:
    node: HtmlElement | None = heading
    while node is not None and not printer.full:
        printer.say(node.tail)
        for sibling in node.itersiblings():
            if sibling.tag not in _BESIDE:
                printer.walk(sibling)
            if printer.full:
                return
            printer.say(sibling.tail)
        node = node.getparent()
        printer.end()


def _print_in(node: HtmlElement | None, printer: "_Printer") -> None:
    if node is not None:
        printer.walk(node)
        printer.end()


class _Printer:
    """Puts texts together to lines until there are enough, or until a `paragraph` comes where it `stops` at one.

    It passes over elements one of whose classes has one of the words `without`.
    """

    def __init__(self, most: int, *, stops: bool, without: frozenset[str] = frozenset()) -> None:
        self.lines: list[Line] = []
        self.full = False
        self.paragraph: str | None = None
        self._without = without
        self._pieces: list[str] = []
        self._left, self._stops, self._leads = most, stops, 0

    def walk(self, node: HtmlElement) -> None:
        """Take the texts of an element. By recursion: no tree that `tree.parse` makes is too deep for it."""
        tag = node.tag
        if tag in SILENT or not isinstance(tag, str):
            return
        if tag in _LISTS_OF and self._stops and (_holds_comments(node.get("class")) or _holds_comments(node.get("id"))):
            self.full = True  # comments have days, too
            return
        if self._without and not self._without.isdisjoint(class_words(node)):
            return
        is_block = tag in _BLOCK
        if is_block and self._pieces:
            self.end()
        if (text := node.text) and not text.isspace():
            self.say(text)
        for child in node:
            if self.full:
                return
            self.walk(child)
            if (text := child.tail) and not text.isspace():
                self.say(text)
        if is_block and self._pieces:
            self.end()

    def say(self, text: str | None) -> None:
        """Take a text into the line."""
        if text and len(self._pieces) < _PIECES:
            piece = " ".join(text[: 2 * _LONGEST].split())
            if piece:
                self._pieces.append(piece)

    def end(self) -> None:
        """End the line, if there is any."""
        if not self._pieces or self.full:
            return
        text = " ".join(self._pieces)
        if len(text) < _LONGEST and not (self._stops and self._is_paragraph(text)):
            self.lines.append(Line(tuple(self._pieces), text, DATED.search(text) is not None))
        else:
            self.full = self._stops
            self.paragraph = text
        self._pieces.clear()
        self._left -= 1
        self.full = self.full or self._left <= 0

    def _is_paragraph(self, text: str) -> bool:
        """Whether a line is the story's: a long sentence, or the second of some length, for the first may be a lead."""
        length = len(text) * _WIDE if text[-1] in _WIDE_STOPS else len(text)
        if text[-1] not in _STOPS or length <= _LEAD:
            return False
        self._leads += 1
        return length > _SENTENCE or self._leads > 1
