"""The story's element of a page as lines of text, as a reader sees them.

A block is a paragraph, apart from its neighbours by a blank line; `<li>` is one line "- text" (in `<ol>` its number:
"3. text"), `<tr>` one line with " | " between its cells, `<br>` a line end. White space is one space. No recursion.
"""

from collections.abc import Iterator

from bs4.element import CData, NavigableString, Tag

# fmt: off
BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "footer", "hr", "html", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "tfoot", "thead", "ul",
))
# fmt: on
_SPACE, _LINE, _PARAGRAPH = 1, 2, 3


class Lines:
    """Text as it grows, and the break that stands before what comes next."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pending = 0
        self.inside = 0  # list items and cells that are open: blocks in them make no new lines
        self.mark = ""  # what the next text is to be marked with

    def wants(self, width: int) -> None:
        """At least this break before the next text; inside an item a block is a space."""
        self.pending = max(self.pending, _SPACE if self.inside and width == _PARAGRAPH else width)

    def line_end(self) -> None:
        """A `<br>`: two of them end a paragraph."""
        if self.inside:
            self.wants(_SPACE)
        else:
            self.pending = _PARAGRAPH if self.pending >= _LINE else _LINE

    def add(self, text: str) -> None:
        """Text as it stands in the page."""
        words = text.split()
        if not words:
            self.wants(_SPACE if text else 0)
            return
        if text[0].isspace():
            self.wants(_SPACE)
        if self.parts:
            self.parts.append(("", " ", "\n", "\n\n")[self.pending])
        self.parts.append(self.mark + " ".join(words))
        self.mark = ""
        self.pending = _SPACE if text[-1].isspace() else 0


def render(story: Tag, dropped: set[int]) -> str:
    """The text of an element without the elements whose `id()` is in `dropped`."""
    lines, numbers = Lines(), dict[int, int]()
    for node, opens in walk(story, dropped):
        if isinstance(node, NavigableString):
            if type(node) in (NavigableString, CData):  # comments and declarations are other types
                lines.add(str(node))
        elif node.name == "br":
            if opens:
                lines.line_end()
        elif node.name == "li":
            _list_element(lines, node, opens, numbers)
        elif node.name in ("td", "th"):
            _cell(lines, opens)
        elif node.name == "tr":
            lines.wants(_LINE)
        elif node.name in BLOCKS:
            lines.wants(_PARAGRAPH)
    return "".join(lines.parts)


def walk(root: Tag, dropped: set[int]) -> Iterator[tuple[Tag | NavigableString, bool]]:
    """All nodes below an element in order: a string once, a tag when it opens (True) and when it closes (False)."""
    stack = [iter(root.contents)]
    tags: list[Tag] = []
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if tags:
                yield tags.pop(), False
        elif not isinstance(node, Tag):
            if isinstance(node, NavigableString):
                yield node, True
        elif id(node) not in dropped:
            yield node, True
            stack.append(iter(node.contents))
            tags.append(node)


def _list_element(lines: Lines, node: Tag, opens: bool, numbers: dict[int, int]) -> None:
    """An item on its own line, marked with "-" or its number."""
    lines.pending = max(lines.pending, _LINE)
    lines.inside += 1 if opens else -1
    lines.mark = ""
    if not opens:
        return
    around = node.parent
    lines.mark = "- "
    if around is not None and around.name == "ol":
        start = str(around.get("start") or "1")
        number = numbers.get(id(around), int(start) if start.isdecimal() and len(start) < 5 else 1)
        numbers[id(around)] = number + 1
        lines.mark = f"{number}. "


def _cell(lines: Lines, opens: bool) -> None:
    """A cell on its row's line, apart from the one before."""
    lines.inside += 1 if opens else -1
    lines.wants(_SPACE)
    lines.mark = "| " if opens and lines.pending == _SPACE else ""
