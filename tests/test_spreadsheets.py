"""Worksheets: rows written whole are what XlsxWriter writes cell by cell, and no text is markup."""

import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from extractor.spreadsheets import CELL, RowSheet, TextSheet, fitting

ROWS: list[list[str | int | float | None]] = [
    ["15.71", "Pemkot Lumbung Aji", 3, 87.5, "https://kabar.example/1?a=1&b=2"],
    [None, "", 0, -1, None],
    ["=1+1", 'koma, "kutip" & <b>', 4_294_967_296, 0.1, None],
    [" tepi", "tepi\n", None, None, None],
    ["nol\x00 bel\x07", "_x0041_ \ufffe \U0001f600", None, 1e-9, "https://kabar.example/_x0041_/<é>"],
]


def book(path: Path, sheet: type[Worksheet], *, whole: bool) -> str:
    """The XML of a sheet with the rows."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(path), options) as made:
        page = made.add_worksheet("Rows", sheet)
        page.write_string(0, 0, "header")
        page.freeze_panes(1, 0)
        link = made.get_default_url_format()
        if whole:
            page.start_rows(5, link)
        for number, row in enumerate(ROWS, 1):
            if whole:
                page.write_whole_row(number, row, 4 if row[4] else None)
            else:
                by_cell(page, number, row, link)
    with zipfile.ZipFile(path) as parts:
        return parts.read("xl/worksheets/sheet1.xml").decode()


def by_cell(page: Worksheet, number: int, row: list[Any], link: Any) -> None:
    for at, cell in enumerate(row):
        if isinstance(cell, str) and at == 4:
            page.write_url(number, at, cell, link, cell)
        elif isinstance(cell, str) and cell:
            page.write_string(number, at, cell)
        elif isinstance(cell, int | float):
            page.write_number(number, at, cell)


def test_whole_rows_are_what_xlsxwriter_writes(tmp_path: Path) -> None:
    whole = book(tmp_path / "whole.xlsx", RowSheet, whole=True)
    assert whole == book(tmp_path / "cells.xlsx", Worksheet, whole=False)
    assert len(re.findall("<row ", whole)) == 1 + len(ROWS)
    page = openpyxl.load_workbook(tmp_path / "whole.xlsx").active
    assert page is not None
    assert [cell.value for cell in page[2]] == ROWS[0]
    assert page["E2"].hyperlink.target == ROWS[0][4]


@pytest.mark.parametrize("text", ["<r>&</r>", "<r><t>merah</t></r>", "<r>\n</r>"])
def test_a_text_is_never_markup(tmp_path: Path, text: str) -> None:
    for kept_on_disk in (True, False):
        with Workbook(str(tmp_path / "cells.xlsx"), {"constant_memory": kept_on_disk}) as made:
            made.add_worksheet("Cells", TextSheet).write_string(0, 0, text)
        assert openpyxl.load_workbook(tmp_path / "cells.xlsx").active["A1"].value.strip() == text  # type: ignore[index]
    with Workbook(str(tmp_path / "rows.xlsx"), {"constant_memory": True}) as made:
        page = made.add_worksheet("Rows", RowSheet)
        page.start_rows(1, made.get_default_url_format())
        page.write_whole_row(0, [text])
    assert openpyxl.load_workbook(tmp_path / "rows.xlsx").active["A1"].value == text  # type: ignore[index]


def test_a_cell_holds_so_many_units_and_no_half_of_a_character() -> None:
    for text in ("x" * CELL, "\U0001f600" * (CELL // 2)):
        assert fitting(text) is text
    assert fitting("x" * (CELL + 1)) == "x" * (CELL - 1) + "…"
    assert fitting("\U0001f600" * (CELL // 2 + 1)) == "\U0001f600" * (CELL // 2) + "…"
