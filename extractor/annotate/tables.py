"""Tables: headcounts in columns, of cells one a line or of cells between bars.

    Daerah                       Kabupaten/Kota | Peserta aktif | Angkatan kerja
    Pekerja rentan (orang)       Kota Ambon | 54.321 | 180.400
    Berau
    7.340

The head of the column names the group; a row's first cell is its place. A table ends at the first line of another form.
"""

from collections.abc import Iterator
from itertools import pairwise

from extractor.annotate.antecedents import last_group
from extractor.annotate.groups import Group, group_at, head_at
from extractor.annotate.story import Story

_BAR = "|"
_CELL = 6
Cell = tuple[int, Group]
"""The unit of a number, and whom it counts."""


def column_below(story: Story, unit: int) -> Iterator[Cell]:
    """The numbers under a head such as "Pekerja rentan (orang)" that ends at a unit; cells stand one a line."""
    units = story.units
    first, row = units.sentence(unit)
    group = last_group(story, first, unit)
    while group is not None and row < len(units.words):
        start, end = units.sentence(row)
        numbers = [at for at in range(start, end) if at in units.quantities]
        named = any(units.has(at, "region") for at in range(start, end))
        if end - start > _CELL or len(numbers) > 1 or not (numbers or named):
            return
        yield from ((at, group) for at in numbers)
        row = end


def barred_rows(story: Story) -> Iterator[Cell]:
    """The numbers of tables with bars between their cells, under heads that name groups."""
    units = story.units
    if _BAR not in units.words:
        return
    heads: list[Group | None] = []
    for first, last in units.reading.sentences:
        start, end = units.unit_of[first], units.unit_of[last - 1] + 1
        cells = _cells(story, start, end)
        if len(cells) != len(heads):
            heads = [_head(story, *cell) for cell in cells] if len(cells) > 1 else []
            continue
        for group, (at, behind) in zip(heads, cells, strict=True):
            if group is not None and behind == at + 1 and at in units.quantities:
                yield at, group


def _cells(story: Story, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line as units [start, end); empty cells at its ends are none."""
    words = story.units.words
    bars = [start - 1, *(unit for unit in range(start, end) if words[unit] == _BAR), end]
    cells = [(before + 1, bar) for before, bar in pairwise(bars)]
    return [cell for cell in cells if cell[0] < cell[1] or cell[0] not in (start, end)]


def _head(story: Story, start: int, end: int) -> Group | None:
    """The group that the head of a column names: "Jumlah pekerja rentan"."""
    for unit in range(start, end):
        if head_at(story, unit):
            group = group_at(story, unit)
            return group._replace(end=min(group.end, end)) if group else None
    return None
