"""Links in a story that lead to other stories: paragraphs and lists that are links, and links glued to a line's end."""

from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from extractor.clean.drafts import Cut
from extractor.clean.reading.lines import Line, Lines

_STORY = 300  # letters outside linked lines: with less, the links may be the story
_SHARE = 0.4  # of the letters: as many linked lines go even then
_LINK_WORDS, _ITEM_WORDS, _LINKED = 5, 4, 0.9
_LABEL = 30  # letters of a line above links
_TITLE, _EXCERPT, _FEWEST = 20, 250, 3  # letters of a heading that is a link, of what stands below, and how many
_BAR = " | "
_ENDS = (".", "!", "?", ":", ";", ",", '."', ".”", ")")


def linked(lines: Lines) -> list[Cut]:
    """Paragraphs that are one link and read like a headline, lists of them, and links glued to the end of a line.

    A heading that is a link, and one item of a list among others that are none, is the story's; so are the rows of a
    table whose head has none, though the names in them are links.
    """
    found, whole, headed = list[int](), Counter[HtmlElement | None](), None
    listed = Counter(_list_of(line) for line in lines.lines if line.is_item)
    for number, line in enumerate(lines.lines):
        if line.linked < _LINKED * line.letters or not line.letters or _is_heading(line):
            continue
        said = lines.said(number)
        if line.in_cells and _BAR in said:
            headed = _headed(lines) if headed is None else headed
            if _table_of(line) in headed:
                continue
        if said.count(" ") + 1 >= (_ITEM_WORDS if line.is_item else _LINK_WORDS) and not said.endswith(_ENDS):
            found.append(number)
            whole[_list_of(line)] += line.is_item
    cuts, letters = list[Cut](), 0
    found += _below(lines, found)
    for number in found:
        line = lines.lines[number]
        if not line.is_item or whole[_list_of(line)] == listed[_list_of(line)]:
            cuts.append(Cut(line.start, line.end, "related" if line.is_item else "link"))
            letters += line.letters
    cuts += _labels(lines, found) if cuts else ()
    pairs = _pairs(lines)
    cuts, letters = [*cuts, *pairs], letters + sum(cut.end - cut.start for cut in pairs)
    total = sum(line.letters for line in lines.lines)
    return [*(cuts if total - letters >= _STORY or letters <= _SHARE * total else ()), *lines.glued]


def _below(lines: Lines, found: list[int]) -> Iterator[int]:
    """The shorter links that follow line on line on one that was found, under a label: "Baca juga:"."""
    known = set(found)
    for number in found:
        label = lines.lines[number - 1] if number else None
        if label is None or label.linked or label.letters > _LABEL or not lines.said(number - 1).endswith(":"):
            continue
        for after in range(number + 1, len(lines.lines)):
            line, above = lines.lines[after], lines.lines[after - 1]
            if line.start - above.end != 1 or line.linked < _LINKED * line.letters or lines.said(after).endswith(_ENDS):
                break
            if after not in known:
                yield after


def _headed(lines: Lines) -> set[HtmlElement | None]:
    """The tables with a row of several cells in which there is no link: that which tells what the columns are."""
    rows = ((number, line) for number, line in enumerate(lines.lines) if line.in_cells and not line.linked)
    return {_table_of(line) for number, line in rows if _BAR in lines.said(number)}


def _table_of(line: Line) -> HtmlElement | None:
    return next(line.block.iterancestors("table"), None) if line.block is not None else None


def _labels(lines: Lines, found: list[int]) -> Iterator[Cut]:
    """Short lines above links, in a box that holds nothing else: "Terkait"."""
    for number in found:
        label = lines.lines[number - 1] if number else None
        if label is None or label.block is None or label.linked or label.letters > _LABEL or number - 1 in found:
            continue
        box, after = label.block.getparent(), number
        while after in found and _is_in(lines.lines[after].block, box):
            after += 1
        is_all = after > number and (after == len(lines.lines) or not _is_in(lines.lines[after].block, box))
        if is_all and (number == 1 or not _is_in(lines.lines[number - 2].block, box)):
            yield Cut(label.start, label.end, "related")


def _is_in(node: HtmlElement | None, box: HtmlElement | None) -> bool:
    return node is not None and any(around is box for around in node.iterancestors())


def _pairs(lines: Lines) -> list[Cut]:
    """Headings that are links, each with a short text below it, from the heading above them on: other stories."""
    found = [
        number
        for number, line in enumerate(lines.lines)
        if _is_heading(line) and line.letters >= _TITLE and line.linked >= _LINKED * line.letters
    ]
    beside = {_beside(line) for line in map(lines.lines.__getitem__, found)}
    if len(found) < _FEWEST or len(beside) > 1:
        return []
    behind = [*found[1:], min(found[-1] + 2, len(lines.lines))]
    below = [lines.lines[one + 1 : other] for one, other in zip(found, behind, strict=True)]
    sizes = [sum(line.letters for line in under) for under in below]
    if not 0 < min(sizes) <= max(sizes) <= _EXCERPT or _beside(below[-1][-1]) not in beside:
        return []
    first = found[0] - 1 if found[0] and _is_heading(lines.lines[found[0] - 1]) else found[0]
    return [Cut(line.start, line.end, "related") for line in lines.lines[first : behind[-1]]]


def _beside(line: Line) -> HtmlElement | None:
    return line.block.getparent() if line.block is not None else None


def _list_of(line: Line) -> HtmlElement | None:
    """The list that an item stands in."""
    node = line.block
    while node is not None and node.tag not in ("ul", "ol"):
        node = node.getparent()
    return node


def _is_heading(line: Line) -> bool:
    return line.block is not None and line.block.tag in ("h2", "h3", "h4", "h5", "h6")
