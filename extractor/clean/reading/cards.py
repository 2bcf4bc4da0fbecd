"""Cards: elements of one kind side by side, each a headline that is a link and a line or two: teasers of other stories.

A story's own sections have longer text or headings that are no links; a page of nothing but cards is an index, and is
left as it is. Below a story's first paragraph one card is enough, where it has a picture and its headline is a heading.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor.clean.drafts import Cut
from extractor.clean.reading.lines import Line, Lines

TAGS = frozenset(("div", "article", "section", "li"))
_LINES, _PROSE = 8, 250  # lines and letters outside links that a card has at most
_HEADLINE, _LINKED = 20, 0.9  # letters of its headline, and the share of that line that is the link
_FEWEST = 3
_BEGUN = 100  # letters of a story above a card that is alone
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_STORY = 300  # letters outside links beside the cards, and at least half as many as in them


class Mark(NamedTuple):
    """Where an element that may be a card starts: in the text, its lines, and the letters before it."""

    node: HtmlElement
    start: int
    line: int
    prose: int


_Card = tuple[Cut, int, Mark, Sequence[Line]]
"""A card: its cut, its letters outside links, its mark and its lines."""


class Cards:
    """The cards among the elements that are being written."""

    def __init__(self) -> None:
        self._open: list[Mark] = []
        self._found: dict[tuple[HtmlElement | None, str, str], list[_Card]] = defaultdict(list)

    def opens(self, node: HtmlElement, lines: Lines) -> None:
        """An element that may be a card opens."""
        self._open.append(Mark(node, lines.size, len(lines.lines), lines.prose))

    def closes(self, node: HtmlElement, lines: Lines) -> None:
        """The element ends: it is a card if it holds a headline that is a link, and little else."""
        mark = self._open.pop()
        prose = lines.prose - mark.prose
        inside = lines.lines[mark.line :] if len(lines.lines) - mark.line <= _LINES else ()
        if prose <= _PROSE and any(line.linked >= max(_HEADLINE, _LINKED * line.letters) for line in inside):
            kind = (node.getparent(), str(node.tag), (node.get("class") or "").partition(" ")[0])
            self._found[kind].append((Cut(mark.start, lines.size, "related"), prose, mark, inside))

    def cuts(self, prose: int) -> list[Cut]:
        """The cards that stand with others of their kind beside a story; `prose` are the letters of the whole."""
        cards = list[_Card]()
        for group in self._found.values():
            cards += group if len(group) >= _FEWEST else filter(_is_sure, group)
        inside = sum(size for _, size, _, _ in cards)
        if prose - inside < max(_STORY, inside / 2):
            return []
        return [cut for cut, _, _, _ in cards]


def _is_sure(card: _Card) -> bool:
    """Whether an element is a card though it stands alone."""
    _, _, mark, lines = card
    return mark.prose >= _BEGUN and any(map(_is_headline, lines)) and mark.node.find(".//img") is not None


def _is_headline(line: Line) -> bool:
    """Whether a line is a heading that is a link as a whole."""
    is_heading = line.block is not None and line.block.tag in _HEADINGS
    return is_heading and line.linked >= max(_HEADLINE, _LINKED * line.letters)
