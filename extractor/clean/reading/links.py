"""Links in a story that lead to other stories: paragraphs and lists that are links, and links glued to a line's end."""

from collections import Counter

from lxml.html import HtmlElement

from extractor.clean.drafts import Cut
from extractor.clean.reading.lines import Line, Lines

_STORY = 300  # letters outside linked lines: with less, the links may be the story
_SHARE = 0.4  # of the letters: as many linked lines go even then
_LINK_WORDS, _ITEM_WORDS, _LINKED = 5, 4, 0.9
_ENDS = (".", "!", "?", ":", ";", ",", '."', ".”", ")")


def linked(lines: Lines) -> list[Cut]:
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
