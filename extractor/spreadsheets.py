"""Worksheets for words of the press: every text is a text, and long tables are written a row at a time.

XlsxWriter takes a text between `<r>` and `</r>` for markup of its own and writes it as it is: a headline could break
the book. And it looks at every cell several times, which for some million cells is most of an export's time.
"""

import re
from collections.abc import Iterable
from html import escape

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

CELL = 32_767
"""UTF-16 units of a cell's text: Excel's limit."""
_MARKUP = re.compile(r"<r>.*</r>", re.DOTALL)
_SPECIAL = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
"""What may not stand in the file as it is."""
Cell = str | int | float | None


class TextSheet(Worksheet):  # type: ignore[misc]  # it ships no types
    """A worksheet that takes no text for markup: such a one gets a space behind it."""

    def _write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        if _MARKUP.fullmatch(string):
            string += " "
        written: int = super()._write_string(row, col, string, cell_format)
        return written


class RowSheet(TextSheet):
    """A worksheet of a book in constant memory; the other methods write above the first whole row alone."""

    def start_rows(self, width: int, link: Format) -> None:
        """Make ready for rows of so many cells, of which addresses that lead somewhere look as the format says."""
        self._names = [xl_col_to_name(column) for column in range(width)]
        self._link, self._linked = link, f' s="{link._get_xf_index()}"'
        self.ignore_write_string = True  # write_url notes the address alone

    def write_whole_row(self, row: int, cells: Iterable[Cell], link: int | None = None) -> None:
        """Write a row below all others; `link` is the column of an address that leads where it says.

        Texts are at most as long as a cell may be, numbers are finite, an address is no longer than Excel takes.
        """
        self._check_dimensions(row, 0)
        self._check_dimensions(row, len(self._names) - 1)
        self._write_single_row(row)  # what was written cell by cell before
        number, parts = row + 1, []
        for at, (name, cell) in enumerate(zip(self._names, cells, strict=True)):
            if cell is None or cell == "":
                continue
            style = ""
            if at == link:
                self.write_url(row, at, cell, self._link, cell)
                style = self._linked
            if isinstance(cell, str):
                parts.append(f'<c r="{name}{number}"{style} t="inlineStr"><is>{_text(cell)}</is></c>')
            else:
                parts.append(f'<c r="{name}{number}"{style}><v>{cell:.16G}</v></c>')
        self.fh.write(f'<row r="{number}">{"".join(parts)}</row>')


def _text(text: str) -> str:
    """A text as an element; what XML or spreadsheets would read otherwise is escaped."""
    keep = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    if _SPECIAL.search(text):
        text = escape(Worksheet._escape_control_characters(text), quote=False)
    return f"<t{keep}>{text}</t>"


def fitting(text: str) -> str:
    """A text as far as a cell holds it, with dots where it was cut; the same where it was not."""
    if len(text) <= CELL // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CELL:
        return text
    return units[: 2 * (CELL - 1)].decode("utf-16-le", "ignore") + "…"
