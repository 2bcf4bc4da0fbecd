"""Tables: headcounts in columns, of cells one a line or of cells between bars.

    Daerah                       Kabupaten/Kota | Peserta aktif | Angkatan kerja
    Pekerja rentan (orang)       Kota Ambon | 54.321 | 180.400
    Berau
    7.340

The head of the column names the group, or the first cell of the row does, under heads such as "Jumlah (orang)" and
"Terdaftar (orang)"; else a row's first cell is its place. A table ends at the first line of another form.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.annotate.worker_counts.antecedents import last_group
from extractor.annotate.worker_counts.groups import Group, group_at, head_at, phrases_in
from extractor.language import positions
from extractor.patterns import Units

_BAR = "|"
_BARS = frozenset({_BAR})
_CELL, _LONGEST_TABLE = 6, 600
_SAID = {"covered": "covered", "member": "covered", "target": "target", "whole": "total", "sum": "total"}


class Cell(NamedTuple):
    """A number in a table: its unit, whom it counts, and what the head of its column says of them."""

    unit: int
    group: Group
    said: str | None = None


class _Column(NamedTuple):
    group: Group | None
    of_persons: bool
    said: str | None


def column_below(story: Story, unit: int) -> Iterator[Cell]:
    """The numbers under a head such as "Pekerja rentan (orang)" that ends at a unit; cells stand one a line."""
    units = story.units
    first, row = units.sentence(unit)
    group = last_group(story, max(first, unit - _CELL), unit)
    end_of_table = min(len(units.words), row + _LONGEST_TABLE)
    while group is not None and row < end_of_table:
        start, end = units.sentence(row)
        if end - start > _CELL:
            return
        numbers = [at for at in range(start, end) if at in units.quantities]
        if len(numbers) > 1 or not (numbers or any(units.has(at, "region") for at in range(start, end))):
            return
        yield from (Cell(at, group) for at in numbers)
        row = end


def barred_rows(story: Story) -> Iterator[Cell]:
    """The numbers of tables with bars between their cells, under heads that name groups."""
    units = story.units
    columns: list[_Column] = []
    row_before = -1
    for row in _barred(units):
        if row > row_before + 1:
            columns = []
        row_before = row
        cells = _cells(story, *units.sentences[row])
        if all(start == end for start, end in cells):  # a row of bars alone
            continue
        if len(cells) != len(columns):
            columns = [_column(story, *cell) for cell in cells] if len(cells) > 1 else []
            continue
        named = _group_in(story, *cells[0])
        for column, (at, behind) in zip(columns, cells, strict=True):
            group = column.group or (named if column.of_persons else None)
            if group is not None and behind == at + 1 and at in units.quantities:
                yield Cell(at, group, column.said)


def _barred(units: Units) -> list[int]:
    """The numbers of the sentences that hold a bar, in order."""
    reading = units.reading
    return list(dict.fromkeys(reading.sentence_of[token] for token in positions(reading.words, _BARS)))


def _column(story: Story, start: int, end: int) -> _Column:
    """What the head of a column says: "Pekerja rentan", "Jumlah (orang)", "Terdaftar (orang)"."""
    units = story.units
    cues = [cue for cue, _ in phrases_in(story, "count_cues", start, end)]
    said = "uncovered" if "uncovered" in cues else next((_SAID[cue] for cue in cues if cue in _SAID), None)
    persons = any(units.has(unit, "persons") for unit in range(start, end))
    return _Column(_group_in(story, start, end), persons, said)


def _cells(story: Story, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line as units [start, end); empty cells at its ends are none."""
    words = story.units.words
    bars = [start - 1, *(unit for unit in range(start, end) if words[unit] == _BAR), end]
    cells = [(before + 1, bar) for before, bar in pairwise(bars)]
    return [cell for cell in cells if cell[0] < cell[1] or cell[0] not in (start, end)]


def _group_in(story: Story, start: int, end: int) -> Group | None:
    """The group that a cell names: "Jumlah pekerja rentan"."""
    for unit in range(start, end):
        if head_at(story, unit):
            group = group_at(story, unit)
            return group._replace(end=min(group.end, end)) if group else None
    return None
