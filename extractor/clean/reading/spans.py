"""Cells of a table that go on in the rows below (`rowspan`): those rows say them again, in their column.

    <tr><td>Wasur<td rowspan=2>Utama<td>91        Wasur | Utama | 91
    <tr><td>Kuprik<td>88                          Kuprik | Utama | 88

Without them the cells behind would stand under other heads. Those that stand before a row's own first cell are said
once, as they are printed: a row that is short of cells goes on with the first ones of the row above.

Where another row of the table has all cells, an empty one keeps its bar: "Usaha besar | PT Sagara | | PT Karang"; so
does the corner above its first column: "| Juara I | Juara II".
"""

from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from extractor.clean.reading.lines import Lines

_LONGEST = 80  # characters of a cell that is a name, a category or a grade; a longer one is said once
_MOST = 10_000  # characters that are said again in a page
_ROWS, _COLUMNS = 200, 40
_GRID = 3  # cells of a row that shows how many columns a table has


class _Cell(NamedTuple):
    """A cell that goes on: its first column and how many it has, in how many rows still, and what it says."""

    column: int
    width: int
    rows: int
    text: str


class _Row:
    """A row that is open: what goes on in it and was not told yet, what will go on below, and its open cell."""

    def __init__(self, group: HtmlElement | None, waiting: list[_Cell]) -> None:
        self.group = group
        self.waiting = waiting
        self.below = [cell._replace(rows=cell.rows - 1) for cell in waiting if cell.rows > 1]
        self.column = 0
        self.start = self.part = 0  # of the open cell in the text, and in its parts
        self.is_begun = self.is_table = self.is_grid = self.has_corner = False
        self.cells = self.filled = 0


class Spans:
    """The rows that are being written."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._open: list[_Row] = []
        self._below: dict[HtmlElement | None, list[_Cell]] = {}
        self._widths: dict[HtmlElement | None, int] = {}  # of tables with a row of which no cell is empty
        self._seen = set[HtmlElement | None]()  # tables
        self._left = _MOST

    def row_opens(self, node: HtmlElement) -> None:
        """A `<tr>` opens; a cell goes on within its `<tbody>`."""
        group = node.getparent()
        row, table = _Row(group, self._below.pop(group, [])), _table(group)
        if table not in self._seen:
            self._seen.add(table)
            row.has_corner = _has_corner(node)
        if (width := self._widths.get(table)) is not None:
            widths = (_number(cell.get("colspan")) for cell in node.iterchildren("td", "th"))
            row.is_grid = sum(islice(widths, _COLUMNS)) + sum(cell.width for cell in row.waiting) == width
        self._open.append(row)

    def row_closes(self) -> None:
        """The `<tr>` ends, with the cells that go on behind its last one."""
        row = self._open.pop()
        if row.is_table:
            while row.waiting:
                row.column = row.waiting[0].column
                self._pass(row, is_told=True)
        if row.cells == row.filled >= _GRID and not row.below:
            self._widths.setdefault(_table(row.group), row.column)
        if row.below:
            self._below[row.group] = sorted(row.below)[:_COLUMNS]

    def cell_opens(self, *, is_column: bool) -> None:
        """A cell opens, behind those that go on before it; a column of the page is no cell of a table."""
        if not self._open:
            return
        row = self._open[-1]
        row.is_table = not is_column
        if row.waiting and not is_column:
            self._pass(row, is_told=row.is_begun)
        row.is_begun = True
        row.start, row.part = self._lines.size, len(self._lines.parts)

    def cell_closes(self, node: HtmlElement) -> None:
        """The cell ends, and is kept where it goes on."""
        if not self._open:
            return
        row = self._open[-1]
        rows, width = _number(node.get("rowspan")) - 1, _number(node.get("colspan"))
        if rows > 0:
            is_short = row.is_table and self._lines.size - row.start <= _LONGEST
            said = "".join(self._lines.parts[row.part :]).strip(" |\n") if is_short else ""
            row.below.append(_Cell(row.column, width, min(rows, _ROWS), said if "\n" not in said else ""))
        is_filled = self._lines.size > row.start
        if row.is_table and not is_filled:
            if row.is_grid and row.filled:
                self._lines.cell_is_empty()
            elif row.has_corner and not row.cells:
                self._lines.corner()
        row.cells, row.filled = row.cells + 1, row.filled + is_filled
        row.column += width

    def _pass(self, row: _Row, *, is_told: bool) -> None:
        """What goes on in the column that comes next, and in those behind it."""
        while row.waiting and row.waiting[0].column <= row.column:
            cell = row.waiting.pop(0)
            row.column = cell.column + cell.width
            if is_told and self._left >= len(cell.text):
                self._left -= len(cell.text)
                self._lines.cell_says(cell.text)


def _table(group: HtmlElement | None) -> HtmlElement | None:
    return group.getparent() if group is not None and group.tag != "table" else group


def _has_corner(head: HtmlElement) -> bool:
    """Whether the first row of a table lacks nothing but its first cell, and the row below has as many, none empty."""
    below, group = head.getnext(), head.getparent()
    if below is None and group is not None and (after := group.getnext()) is not None:
        below = next(after.iterchildren("tr"), None)
    if below is None or below.tag != "tr":
        return False
    first, second = ([_says(cell) for cell in islice(row.iterchildren("td", "th"), _COLUMNS)] for row in (head, below))
    return len(first) == len(second) >= _GRID and not first[0] and all(first[1:]) and all(second)


def _says(cell: HtmlElement) -> bool:
    return any(text.strip() for text in islice(cell.itertext(), _COLUMNS))


def _number(said: str | None) -> int:
    """The number of an attribute; 1 where it says none that can be meant."""
    return int(said) if said and said.isdecimal() and len(said) <= 3 and said != "0" else 1
