"""What a person wrote into a sheet of before: its tones, and whether anything else in it is by hand.

A sheet carries the fingerprint of all its cells without the tones, which spreadsheet programs keep. Where the cells
still have it, nothing but tones was set; where they have another or the sheet has none, more may be a person's work.
"""

import hashlib
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

FINGERPRINT = "extractor"
"""The custom property of the document that holds it."""
_LARGEST = 64 << 20
"""Bytes of a part of the book, unpacked; a day's sheet has less than a hundredth."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, KeyError, ValueError, IndexError, RuntimeError
)  # fmt: skip
"""What a damaged or locked book raises."""
_Cells = dict[str, str]


class NotASheet(Exception):
    """The file is no spreadsheet of this program, or cannot be read."""


class Sheet(NamedTuple):
    """A sheet as it was found.

    `tones` has by address and title of each article the tone that was set, "" where none was; `fingerprint` is that of
    the cells, `written` the one that they had when the sheet was made, None where it tells none.
    """

    tones: Mapping[str, Mapping[str, str]]
    fingerprint: str
    written: str | None

    @property
    def is_ours(self) -> bool:
        """Whether nothing but tones was changed by hand."""
        return self.fingerprint == self.written

    def tone(self, address: str, title: str | None) -> str:
        """The tone of an article, "" where none was set; `title` tells it from others of its address, if it has any."""
        found = self.tones.get(address, {})
        if title is None and len(found) == 1:
            return next(iter(found.values()))
        return found.get(title or "", "")


def read(content: bytes, columns: Mapping[str, tuple[str, str, str]]) -> Sheet:
    """The sheet in an XLSX; `columns` are by language the names of the columns of title, link and tone."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as book:
            rows = [list(_rows(book, part)) for part in _parts(book)]
            written = _written(book)
            notes = [name for name in book.namelist() if "omments" in name]
    except _BROKEN as error:
        raise NotASheet from error
    tones: dict[str, dict[str, str]] = {}
    told, found = [], False
    for sheet in rows:
        at, names = _head(sheet, columns)
        found = found or bool(names)
        for number, cells in enumerate(sheet):
            if names and number > at:
                title, link, tone = (cells.get(name, "") for name in names)
                if link:
                    there = tones.setdefault(link, {})
                    there[title] = tone or there.get(title, "")
            told.append(sorted((letter, text) for letter, text in cells.items() if not names or letter != names[2]))
    if not found:
        raise NotASheet
    cells_told = repr((sorted(row for row in told if row), notes))
    return Sheet(tones, hashlib.sha256(cells_told.encode()).hexdigest(), written)


def _head(sheet: list[_Cells], columns: Mapping[str, tuple[str, str, str]]) -> tuple[int, tuple[str, str, str] | None]:
    """Where the columns' names stand, in any language, and the columns' letters."""
    for number, cells in enumerate(sheet):
        letters = {text: letter for letter, text in cells.items()}
        for title, link, tone in columns.values():
            if link in letters and tone in letters:
                return number, (letters.get(title, ""), letters[link], letters[tone])
    return len(sheet), None


def _parse(book: zipfile.ZipFile, part: str) -> Any:
    if book.getinfo(part).file_size > _LARGEST:
        raise NotASheet
    return etree.fromstring(book.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _parts(book: zipfile.ZipFile) -> list[str]:
    """The parts of the book that are worksheets, in their order."""
    targets = {one.get("Id"): one.get("Target") for one in _parse(book, "xl/_rels/workbook.xml.rels")}
    ids = [
        value
        for sheet in _parse(book, "xl/workbook.xml").iterfind(".//{*}sheet")
        for name, value in sheet.items()
        if name.endswith("}id")
    ]
    return [posixpath.normpath(posixpath.join("/xl", targets[one])).lstrip("/") for one in ids]


def _rows(book: zipfile.ZipFile, part: str) -> Iterator[_Cells]:
    """A worksheet's rows: by a column's letters the text of its cell, blanks made one; empty cells are left out."""
    shared = list[str]()
    if "xl/sharedStrings.xml" in book.namelist():
        shared = [_text(one) for one in _parse(book, "xl/sharedStrings.xml").iterfind("{*}si")]
    for row in _parse(book, part).iterfind(".//{*}sheetData/{*}row"):
        cells = {}
        for cell in row.iterfind("{*}c"):
            value = cell.findtext("{*}v") or ""
            if cell.get("t") == "s" and value:
                value = shared[int(value)]
            elif cell.get("t") == "inlineStr":
                value = _text(cell.find("{*}is"))
            if told := " ".join(value.split()):
                cells[cell.get("r", "").rstrip("0123456789")] = told
        yield cells


def _text(told: Any) -> str:
    """The text of a string, whose letters may be in several types; without how it is pronounced."""
    runs = [] if told is None else [*told.iterfind("{*}t"), *told.iterfind("{*}r/{*}t")]
    return "".join(run.text or "" for run in runs)


def _written(book: zipfile.ZipFile) -> str | None:
    if "docProps/custom.xml" not in book.namelist():
        return None
    for one in _parse(book, "docProps/custom.xml"):
        if one.get("name") == FINGERPRINT:
            return "".join(one.itertext()).strip()
    return None
