"""A spreadsheet for people: a sheet for each table that they read, and one that says what is what.

Every text is written as a text: nothing from the press is computed. Sheets are written row by row; their rows lie on
disk until the file is put together.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from xlsxwriter import Workbook

from extractor.export.fields import Field, Resource
from extractor.export.licences import TERMS, TITLE
from extractor.export.publication import Publication, as_json
from extractor.export.resources import ARTICLES, DIGEST, FACT, RECORDS, RESOURCES
from extractor.gazetteer import official_name
from extractor.spreadsheets import Cell, RowSheet, fitting

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

ABOUT = """\
`register.xlsx` has a sheet for each table that people read (the first, "Read me", says what is in it). Codes and days
are texts, the header stays in view, columns filter, addresses lead to the articles, and nothing in it is a formula.
Offsets, hashes and the tables `claims`, `ranks`, `dates` and `article_regions` stand in the other formats
alone."""
FILE = "register.xlsx"
ROWS = 1_048_576
"""Rows of a sheet, of which one is the header: Excel's limit."""
LINKS, LONGEST_LINK = 20_000, 2_000
"""Links of a sheet, of which Excel takes 65,530 and which are all held in memory; and the characters of one."""
_BESIDE = (
    Field("outlet", "string", "The outlet of the article, of several of the first.", width=18),
    Field("published", "string", "When the article was published.", width=12),
    Field("title", "string", "Its headline.", width=40),
    Field("url", "string", "The address of the article, of several of the first.", width=40),
)
_DAYS = ("first_published", "last_published")
"""Moments of which people want the day."""
_LINE, _WIDE = 15, 110
"""Height of a line in points, and how many characters the first sheet's last column shows in one."""
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


class _Column(NamedTuple):
    field: Field
    of: Callable[[tuple[Any, ...]], Any]


class _Sheet(NamedTuple):
    """What became of a table's rows: on the sheet, cut off below, and cells and links that did not fit."""

    resource: Resource
    columns: tuple[Field, ...]
    rows: int
    cut_rows: int
    cut_cells: int
    cut_links: int


def write(folder: Path, publication: Publication) -> None:
    """register.xlsx."""
    options = {
        "constant_memory": True,
        "tmpdir": str(folder),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    book = Workbook(str(folder / FILE), options)
    book.worksheet_class = RowSheet
    try:
        _fill(book, publication)
        book.close()
    except BaseException:
        _give_up(book)
        raise


def _fill(book: Workbook, publication: Publication) -> None:
    day = publication.release.day
    made = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else _NO_TIME
    book.set_properties({"title": f"{TITLE}, {publication.release.name}", "created": made.replace(tzinfo=None)})
    first = book.add_worksheet("Read me")
    wanted = [resource for resource in RESOURCES if resource.is_for_people]
    pages = {resource.name: book.add_worksheet(resource.title) for resource in wanted}
    articles = _beside(publication)
    sheets = [_Writer(book, pages[one.name], one, articles).fill(publication) for one in wanted]
    _read_me(book, first, sheets, publication)


def _give_up(book: Workbook) -> None:
    """Close what lies on disk, and keep the book from being put together when it is forgotten."""
    book.fileclosed = True
    for page in book.worksheets():
        stream = getattr(page, "row_data_fh", None)
        if stream is not None:
            with suppress(OSError):
                stream.close()


def _beside(publication: Publication) -> dict[str, tuple[Any, ...]]:
    """Outlet, day, headline and address of each article, to stand beside what it says."""
    at = [ARTICLES.at(field.name) for field in _BESIDE]
    told = ((row[0], [row[one] for one in at]) for row in publication.rows(ARTICLES))
    return {name: (outlet, day and day[:10], *more) for name, (outlet, day, *more) in told}


class _Writer:
    """A sheet being written."""

    def __init__(
        self, book: Workbook, page: RowSheet, resource: Resource, articles: dict[str, tuple[Any, ...]]
    ) -> None:
        self.page, self.resource = page, resource
        self.columns = list(_columns(resource, articles))
        self.head = book.add_format({"bold": True, "bg_color": "#DDE6F0", "bottom": 1, "valign": "top"})
        self.link = book.get_default_url_format()
        self.cut_cells = self.cut_links = self.links = 0

    def fill(self, publication: Publication) -> _Sheet:
        """Header and rows."""
        for at, column in enumerate(self.columns):
            self.page.set_column(at, at, column.field.width)
            self.page.write_string(0, at, column.field.name.replace("_", " "), self.head)
        self.page.freeze_panes(1, 0)
        self.page.start_rows(len(self.columns), self.link)
        cells = [self._cell(column) for column in self.columns]
        address = next((at for at, column in enumerate(self.columns) if column.field.name == "url"), None)
        rows = publication.rows(self.resource)
        last = 0
        for last, row in enumerate(islice(rows, ROWS - 1), 1):
            told = [of(row) for of in cells]
            leads = address is not None and self._leads(told[address])
            self.page.write_whole_row(last, told, address if leads else None)
        below = sum(1 for _ in rows)
        self._finish(last)
        fields = tuple(column.field for column in self.columns)
        return _Sheet(self.resource, fields, last, below, self.cut_cells, self.cut_links)

    def _finish(self, last: int) -> None:
        width = len(self.columns) - 1
        self.page.autofilter(0, 0, last, width)
        self.page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(0)

    def _cell(self, column: _Column) -> Callable[[tuple[Any, ...]], Cell]:
        """What a row has in a column's cell."""
        field, of = column
        if field.is_number:
            return of
        shown = _shown(field)

        def text(row: tuple[Any, ...]) -> str | None:
            value = of(row)
            return None if value is None else self._fitting(shown(value) if shown else value)

        return text

    def _fitting(self, text: str) -> str:
        fitted = fitting(text)
        self.cut_cells += fitted is not text
        return fitted

    def _leads(self, url: Cell) -> bool:
        """Whether an address is written as a link."""
        if not url:
            return False
        leads = self.links < LINKS and len(str(url)) <= LONGEST_LINK
        self.links += leads
        self.cut_links += not leads
        return leads


def _columns(resource: Resource, articles: dict[str, tuple[Any, ...]]) -> Iterator[_Column]:
    """The columns of a sheet: what people read, the article's outlet, day and address instead of its id, ids last.

    A quote says what an article is about: a headline stands where a row has none, and has the days of its articles.
    """
    ids = []
    article = next((at for at, field in enumerate(resource.fields) if field.refers == "articles"), None)
    for at, field in enumerate(resource.fields):
        if field.name != resource.key and (field.is_technical or field.refers == "articles"):
            continue
        if field.pattern in (DIGEST, FACT):
            ids.append(_Column(field, itemgetter(at)))
        else:
            yield _Column(field, itemgetter(at))
        if field.refers == "regions" and resource.kind and resource is not RECORDS:
            yield _Column(Field(f"{field.name}_name", "string", "Name of that region.", width=22), _region(at))
    if article is not None:
        for at, field in enumerate(_BESIDE):
            if field.name != ("title" if resource.kind else "published"):
                yield _Column(field, _of_article(articles, article, at))
    yield from ids


def _region(at: int) -> Callable[[tuple[Any, ...]], Any]:
    """The official name of a row's region."""
    return lambda row: official_name(row[at])


def _of_article(articles: dict[str, tuple[Any, ...]], article: int, at: int) -> Callable[[tuple[Any, ...]], Any]:
    nothing = (None,) * len(_BESIDE)
    return lambda row: articles.get(row[article], nothing)[at]


def _shown(field: Field) -> Callable[[Any], str] | None:
    """What makes of a field's value the text that people read; None where it is that text."""
    if field.name in _DAYS:
        return lambda value: str(value)[:10]
    if field.type == "boolean":
        return lambda value: "yes" if value else "no"
    if field.type == "strings":
        return ", ".join
    if field.name == "checks":
        return _checks
    if field.name == "further_quotes":
        return _quotes
    return None if field.type == "string" else as_json


def _quotes(quotes: list[dict[str, Any]]) -> str:
    """Quotes with the words around them, one behind the other."""
    return " … ".join("".join(one.get(name) or "" for name in ("prefix", "exact", "suffix")) for one in quotes)


def _checks(checks: list[dict[str, Any]]) -> str:
    """How many checks an entry stood, and each that it did not with what was found."""
    failed = [f"{str(one.get('check')).replace('_', ' ')} fails: {one.get('told')}" for one in checks if not one["ok"]]
    stood = len(checks) - len(failed)
    return "; ".join([*failed, *([f"{stood} ok"] if stood else [])])


def _read_me(book: Workbook, page: "Worksheet", sheets: list[_Sheet], publication: Publication) -> None:
    release = publication.release
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    large = book.add_format({"bold": True, "font_size": 14})
    for at, width in enumerate((22, 20, _WIDE + 10)):
        page.set_column(at, at, width)
    lines: list[tuple[str, str, str, Format | None]] = [(TITLE, "", "", large)]
    lines += [("Release", publication.version, "", None)]
    lines += [("Only", "", told, None) for told in release.filters]
    lines += [("", "", "", None), ("Sheet", "Rows", "What a row is", bold)]
    lines += [(one.resource.title, _rows(one, publication), _told(one), None) for one in sheets]
    lines += [("", "", "", None), ("Whose is what", "", "", bold)]
    lines += [("", "", told, None) for told in _paragraphs(TERMS)]
    lines += [("", "", "", None), ("Sheet", "Column", "What it means", bold)]
    lines += [
        (one.resource.title, field.name.replace("_", " "), _meaning(field), None)
        for one in sheets
        for field in one.columns
    ]
    for row, (*cells, form) in enumerate(lines):
        page.set_row(row, _LINE * (1 + max(map(len, cells)) // _WIDE))
        for at, text in enumerate(cells):
            page.write_string(row, at, text, form or wrapped)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _meaning(field: Field) -> str:
    told = field.meaning + (f" In {field.unit}." if field.unit else "")
    return told + (f" One of: {', '.join(field.values)}." if field.values else "")


def _rows(sheet: _Sheet, publication: Publication) -> str:
    total = publication.total(sheet.resource)
    return f"{sheet.rows:,} of {total:,}" if total != sheet.rows else f"{sheet.rows:,}"


def _told(sheet: _Sheet) -> str:
    told = sheet.resource.meaning
    if sheet.cut_rows:
        told += f" {sheet.cut_rows:,} more rows do not fit on a sheet; the other formats have them."
    if sheet.cut_cells:
        told += f" {sheet.cut_cells:,} texts are longer than a cell and end in dots."
    if sheet.cut_links:
        told += f" {sheet.cut_links:,} addresses are no links: a sheet has {LINKS:,}."
    return told


def _paragraphs(text: str) -> list[str]:
    parts = text.replace("**", "").removeprefix("- ").split("\n- ")
    return [" ".join(part.split()) for part in parts]
