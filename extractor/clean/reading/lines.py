"""Text as it grows out of a page's elements, line by line, with what each line is made of."""

import enum
from dataclasses import dataclass
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor.clean.drafts import Cut

_STOPS = (".", "!", "?", "”", '"')
_SOFT = "\u00ad"  # where a word may be parted; it is not seen
_UNSEEN = " \n\r\t\u00a0\u200b\u200c\u200d\u2060\ufeff"  # of no width: editors leave one in an empty paragraph
_LONE = 8  # characters of a text that may be nothing but these
_SENTENCE = 40  # letters of a line that may be a paragraph without a block of its own
_GLUE = 2  # words of a link's text that was glued to the word before it


class Width(enum.IntEnum):
    """The break that stands between two pieces of text."""

    NONE = 0
    SPACE = 1
    LINE = 2
    PARAGRAPH = 3


_NONE, _SPACE, _LINE, _PARAGRAPH = Width
_BREAKS = ("", " ", "\n", "\n\n")


@dataclass(slots=True, eq=False)
class Line:
    """A line of the text: its offsets, its letters, those in links, the element it stands in, and its kind."""

    start: int
    end: int
    letters: int
    linked: int
    block: HtmlElement | None
    is_item: bool
    in_cells: bool


class _Link(NamedTuple):
    """A link that is open: where it starts, the letter that it is glued to, and its first part."""

    start: int
    above: str
    part: int


class Lines:
    """The text so far, and the break that stands before what comes next."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self.prose = self.links = 0  # letters outside links and in them
        self.lines: list[Line] = []
        self.glued: list[Cut] = []
        self.in_link = 0
        self.in_pre = 0
        self._pending = Width.NONE
        self._inside = 0  # list items and cells that are open: blocks in them make no new lines
        self._mark = ""  # what the next text is to be marked with
        self._numbers: dict[HtmlElement, int] = {}
        self._block: HtmlElement | None = None
        self._items = self._cells = 0
        self._at_corner = False
        self._open_cells: list[HtmlElement] = []
        self._link: _Link | None = None
        self._glue: Cut | None = None

    def wants(self, width: Width) -> None:
        """At least this break before the next text; inside an item a block is a space."""
        if self._inside and width == _PARAGRAPH:
            width = _SPACE
        self._pending = max(self._pending, width)

    def block(self, node: HtmlElement) -> None:
        """A block opens."""
        self.wants(Width.PARAGRAPH)
        self._block = node

    def span(self, *, is_paragraph: bool) -> None:
        """A span behind another, with a sentence: a paragraph where it is shown as one, else at least apart."""
        if self.lines and self.lines[-1].letters >= _SENTENCE and self.parts[-1].endswith(_STOPS):
            self.wants(Width.PARAGRAPH if is_paragraph else Width.SPACE)

    def row(self, node: HtmlElement) -> None:
        """A row of a table opens."""
        self.wants(Width.LINE)
        self._block = node

    def line_end(self) -> None:
        """A `<br>`: two of them end a paragraph."""
        if self._inside:
            self.wants(Width.SPACE)
        else:
            self._pending = Width.PARAGRAPH if self._pending >= Width.LINE else Width.LINE

    def item_opens(self, node: HtmlElement) -> None:
        """A list's item: on its own line, marked with "-" or its number."""
        self._pending = max(self._pending, Width.LINE)
        self._inside += 1
        self._items += 1
        self._block = node
        self._mark = "- "
        around = node.getparent()
        if around is not None and around.tag == "ol":
            start = around.get("start") or "1"
            number = self._numbers.get(around, int(start) if start.isdecimal() and len(start) < 5 else 1)
            self._numbers[around] = number + 1
            self._mark = f"{number}. "

    def item_closes(self) -> None:
        """The item's end, a line end too."""
        self._pending = max(self._pending, Width.LINE)
        self._inside -= 1
        self._items -= 1
        self._mark = ""

    def cell_opens(self, node: HtmlElement) -> None:
        """A cell: on its row's line, apart from the one before."""
        self._open_cells.append(node)
        self._inside += 1
        self._cells += 1
        self.wants(Width.SPACE)
        self._mark = "| " if self._pending == Width.SPACE or self._at_corner else ""
        self._at_corner = False

    def cell_closes(self, node: HtmlElement) -> None:
        """The end of a cell, or of a column of the page."""
        if not self._open_cells or self._open_cells[-1] is not node:
            self.wants(Width.PARAGRAPH)
            return
        self._open_cells.pop()
        self._inside -= 1
        self._cells -= 1
        self.wants(Width.SPACE)
        self._mark = ""

    def cell_says(self, text: str) -> None:
        """A cell of a row above that goes on in this one."""
        self.wants(Width.SPACE)
        self._mark = "| " if self._pending == Width.SPACE else ""
        self.add(text)
        self.wants(Width.SPACE)

    def corner(self) -> None:
        """The empty first cell of a table's head: its bar stands before the next one."""
        self._at_corner = True

    def cell_is_empty(self) -> None:
        """A cell without text, whose bar keeps its column."""
        self.wants(Width.SPACE)
        self._mark = ""
        self.add("|")

    def link_opens(self) -> None:
        """A link; where no space stands before it, it may be a teaser that was glued to the text."""
        self.in_link += 1
        glued = self._pending == Width.NONE and self.parts
        self._link = _Link(self.size, self.parts[-1][-1:], len(self.parts)) if glued else None

    def link_closes(self) -> None:
        """A link's end; a glued one is cut if its line ends with it."""
        self.in_link -= 1
        if self._link is not None and self.size > self._link.start:
            said = "".join(self.parts[self._link.part :])
            teaser = said.count(" ") + 1 >= _GLUE and said[0].isupper() and not said.endswith(_STOPS)
            if teaser and (self._link.above.isalnum() or self._link.above in _STOPS):
                self._glue = Cut(self._link.start, self.size, "link")
        self._link = None

    def add(self, text: str) -> None:
        """Text as it stands in the page."""
        if _SOFT in text:
            text = text.replace(_SOFT, "")
        words = text.split()
        if not words or (len(text) <= _LONE and not text.strip(_UNSEEN)):
            if text and not self._pending:
                self._pending = _SPACE
            return
        if not self._pending and text[0].isspace():
            self._pending = _SPACE
        gap = _BREAKS[self._pending] if self.parts else ""
        said = " ".join(words)
        letters = len(said) - len(words) + 1
        said = self._mark + said
        start = self.size + len(gap)
        if not self.lines or self._pending >= _LINE:
            self._ends_line()
            self.lines.append(Line(start, start, 0, 0, self._block, self._items > 0, self._cells > 0))
        elif self._glue and said.strip("| "):
            self._glue = None  # the line goes on behind the link: it is no teaser
        self.parts.append(gap + said)
        self.size = start + len(said)
        self._grow(letters)
        self._mark = ""
        self._pending = _SPACE if text[-1].isspace() else _NONE

    def add_printed(self, text: str) -> None:
        """Text in a `<pre>`, whose line ends stand."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_end()
            if line.strip():
                self.add(line)

    def _grow(self, letters: int) -> None:
        line = self.lines[-1]
        line.end = self.size
        line.letters += letters
        if self.in_link:
            line.linked += letters
            self.links += letters
        else:
            self.prose += letters

    def _ends_line(self) -> None:
        if self._glue:
            self.glued.append(self._glue)
        self._glue = None

    def said(self, number: int) -> str:
        """The words of a line."""
        line = self.lines[number]
        return self.text()[line.start : line.end]

    def text(self) -> str:
        """All of the text; the parts are joined once."""
        if len(self.parts) > 1:
            self._ends_line()
            self.parts = ["".join(self.parts)]
        return "".join(self.parts)
