"""Hostile content from the press, in every format: a text that is a text, whoever reads it."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from extractor.export import export
from extractor.export.formats import names
from extractor.export.formats.csv import harmless
from extractor.export.publication import web_address
from extractor.export.wording import masked
from tests.export.made import FORMS, publication
from tests.export.reading import READERS, sheet

FORMULAS = (
    '=HYPERLINK("http://jahat.example","klik")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0", "＝1+1",
    "'=1+1", "-", "=1+1\n=2+2",
)  # fmt: skip
TEXTS = (
    *FORMULAS,
    "Robert'); DROP TABLE entries;--",
    '"; ATTACH DATABASE \'x\' AS y; --',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "koma, \"kutip\", 'petik'\r\nbaris, kedua",
    "nol\x00 bel\x07 esc\x1b[31m",
    "separuh \ud83d pasangan",
    "terbalik \u202egnp.exe\u202c dan \u2066ini\u2069",
    "جائزة باريتانا ١٢٣",
    "_x0041_ dan _x000D_",
    "😀 e\u0301 \u200b",
    "NULL",
    "15.10",
    "true",
    " tepi ",
    "x" * 10_000,
    "| a | b |\n# judul\n[klik](javascript:alert(1))",
    "{{ 7*7 }} ${7*7} %s",
    "<r>&<t>markah</t></r>",
)


def as_printed(form: str, text: str) -> str:
    """What stands in a cell for a text of the press."""
    printed = masked(text)
    if form in ("csv", "datapackage"):
        return harmless(printed)
    return printed


def shown(form: str, value: Any) -> Any:
    """What a reader of the format sees: Excel takes the escape out that openpyxl leaves in texts of their own cells."""
    return value.replace("_x005F_", "_") if form == "xlsx" and isinstance(value, str) else value


def test_every_format_is_tried() -> None:
    assert sorted(FORMS) == names()
    assert set(READERS) == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:30])
def test_a_hostile_text_leaves_as_the_text_that_it_is(form: str, text: str, tmp_path: Path) -> None:
    export(publication(text), tmp_path / "out", form)
    row = READERS[form](tmp_path / "out", "entries")[0]
    assert shown(form, row["recipient"]) == as_printed(form, text)
    article = READERS[form](tmp_path / "out", "articles")[0]
    assert shown(form, article["title"]) == as_printed(form, text)
    assert article["url"] == "https://koran.example/berita/1234567890123"


@pytest.mark.parametrize("form", ["csv", "datapackage"])
@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_begins_as_a_formula_does(form: str, text: str, tmp_path: Path) -> None:
    export(publication(text), tmp_path / "out", form)
    tables = ("entries", "articles", "records", "officials")
    cells = [value for table in tables for row in READERS[form](tmp_path / "out", table) for value in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))] == []


@pytest.mark.parametrize("text", [*FORMULAS, "'", "''", "'a", "Jambi"])
def test_the_apostrophe_before_a_formula_can_be_taken_away_again(text: str) -> None:
    printed = harmless(text)
    marked = printed.startswith("'") and printed.lstrip("'")[:1] in set("=+-@\t\r＝＋－＠")
    assert (printed[1:] if marked else printed) == text


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:30])
def test_a_spreadsheet_holds_no_formula_and_no_link_but_to_the_web(text: str, tmp_path: Path) -> None:
    export(publication(text), tmp_path / "out", "xlsx")
    with zipfile.ZipFile(tmp_path / "out" / "register.xlsx") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert [name for name, part in parts.items() if b"<f>" in part or b"<f " in part] == []
    links = [part for name, part in parts.items() if name.startswith("xl/worksheets/_rels/")]
    assert links
    targets = [piece.split(b'"')[0] for part in links for piece in part.split(b'Target="')[1:]]
    assert [target for target in targets if not target.startswith((b"https://", b"http://"))] == []


def test_a_text_longer_than_a_cell_ends_in_dots_and_the_first_sheet_says_so(tmp_path: Path) -> None:
    export(publication("y" * 40_000), tmp_path / "out", "xlsx")
    row = READERS["xlsx"](tmp_path / "out", "entries")[0]
    assert len(row["recipient"]) == 32_767
    assert row["recipient"].endswith("…")
    told = [str(cell) for line in sheet(tmp_path / "out", "Read me") for cell in line]
    assert any("longer than a cell" in cell for cell in told)


def test_other_schemes_are_no_links() -> None:
    assert web_address("javascript:alert(1)") is None
    assert web_address("file:///etc/passwd") is None
    assert web_address("HTTPS://koran.example/a") == "HTTPS://koran.example/a"


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:30])
def test_the_card_and_the_changes_hold_no_markup_of_the_press(text: str, tmp_path: Path) -> None:
    export(publication("lama"), tmp_path / "before", "jsonl")
    export(publication(text, recipient=[]), tmp_path / "out", "jsonl", tmp_path / "before")
    for name in ("README.md", "CHANGELOG.md"):
        printed = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert "<script>" not in printed
        assert not re.search(r"(?<!\\)\]\(javascript", printed)
        assert "\n# judul" not in printed
