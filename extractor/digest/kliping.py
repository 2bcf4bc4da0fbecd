"""The daily *kliping*: the articles of a day with what they say, as a sheet for the office and as a page to print.

A release stands together: its first publisher, then those who printed it too. The column for the tone is left empty, a
person sets it. What the press wrote is text everywhere: no formula runs, no markup, and only addresses of the web are
links. Records and worker counts are what people and the machine together hold to be so.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select

from extractor.export.publication import web_address
from extractor.export.wording import masked, plain
from extractor.gazetteer import gazetteer
from extractor.register.syndication import order_of
from extractor.store.judging import effective_facts
from extractor.store.tables import articles, clusters, texts

HERE = Path(__file__).parent
LANGUAGES = ("id", "en")
CLASSES = ("number", "outlet", "title", "day", "link", "release", "awards", "workers", "tone")
"""The columns, in their order; `kliping.toml` says what they are called."""
_WIDTHS = (5, 16, 34, 11, 26, 12, 40, 28, 10)
_LINE, _TALLEST = 15.0, 409.0
"""Points of a line and of the tallest row that a sheet has; LibreOffice makes no room for lines by itself."""
_TITLE, _LINES, _LINK = 300, 12, 2000
_ASKED = 500
_Words = Mapping[str, Any]


class Clip(NamedTuple):
    """An article of the sheet, as it is printed."""

    number: int
    outlet: str
    title: str
    published: str
    link: str | None  # an address of the web
    source: str  # what stands where there is no link
    first: int  # the number of the sheet's first article of its release: its own, where it is that
    release: str  # what is told of its release
    awards: tuple[str, ...]
    workers: tuple[str, ...]


@cache
def words_of(language: str) -> _Words:
    """The sheet's own words in a language."""
    told: _Words = tomllib.loads((HERE / "kliping.toml").read_text(encoding="utf-8"))[language]
    return told


def clips(connection: Connection, day: str, language: str) -> list[Clip]:
    """The articles that were published on a day (ISO), or met on it where they tell no day of their own."""
    rows = _rows(connection, day)
    facts = {kind: _facts(connection, kind, rows) for kind in ("records", "worker_counts")}
    words, first, sheet = words_of(language), dict[int, int](), list[Clip]()
    for number, row in enumerate(rows, 1):
        said = facts["records"].get(row.key, []), facts["worker_counts"].get(row.key, [])
        clip = _clip(number, first.setdefault(row.release, number), row, said, words)
        sheet.append(clip if clip.first == number else _shortened(clip, sheet[clip.first - 1]))
    return sheet


def days(connection: Connection) -> list[str]:
    """The last days of which there are articles, the newest first."""
    told = func.substr(texts.c.published, 1, 10)
    asked = select(told).join(articles, articles.c.text_id == texts.c.id).where(texts.c.published.is_not(None))
    return list(connection.scalars(asked.distinct().order_by(told.desc()).limit(3)))


def counted(sheet: list[Clip], day: str, language: str) -> str:
    """What the sheet holds, in a line."""
    words = words_of(language)
    releases = len({clip.first for clip in sheet})
    return str(words["count"].format(day=_long(day, words), articles=len(sheet), releases=releases))


def as_page(sheet: list[Clip], day: str, language: str) -> str:
    """The sheet as HTML to print: A4, landscape."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    told = {"clips": sheet, "words": words_of(language), "language": language, "classes": CLASSES}
    page = environment.get_template("kliping.html.j2")
    return page.render(**told, day=_long(day, words_of(language)), count=counted(sheet, day, language)) + "\n"


def as_book(sheet: list[Clip], day: str, language: str) -> bytes:
    """The sheet as XLSX."""
    from xlsxwriter import Workbook

    made, words = BytesIO(), words_of(language)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(made, options) as book:
        book.set_properties({"title": f"{words['title']}, {day}", "created": datetime.fromisoformat(day)})
        page = book.add_worksheet(f"{words['title'][:20]} {day}")
        head = book.add_format({"bold": True, "bg_color": "#DDE6F0", "border": 1, "valign": "top", "text_wrap": True})
        cell = book.add_format({"border": 1, "valign": "top", "text_wrap": True})
        link = book.add_format({"border": 1, "valign": "top", "text_wrap": True, "font_color": "blue", "underline": 1})
        for at, (name, width) in enumerate(zip(words["columns"], _WIDTHS, strict=True)):
            page.set_column(at, at, width)
            page.write_string(0, at, name, head)
        for number, clip in enumerate(sheet, 1):
            _write_row(page, number, clip, cell, link)
        last = max(len(sheet), 1)
        page.data_validation(1, 8, last, 8, {"validate": "list", "source": words["tones"], "ignore_blank": True})
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, last, len(CLASSES) - 1)
        page.ignore_errors({"number_stored_as_text": "A1:I1048576"})
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&C&P / &N")
    return made.getvalue()


def _write_row(page: Any, number: int, clip: Clip, cell: Any, link: Any) -> None:
    page.write_number(number, 0, clip.number, cell)
    texts = (clip.outlet, clip.title, clip.published, clip.link or clip.source, clip.release)
    told = (*texts, "\n".join(clip.awards), "\n".join(clip.workers))
    for at, text in enumerate(told, 1):
        page.write_string(number, at, text, cell)
    lines = max(_lines(text, width) for text, width in zip(told, _WIDTHS[1:], strict=False))
    page.set_row(number, min(lines * _LINE, _TALLEST))
    if clip.link and len(clip.link) <= _LINK:
        page.write_url(number, 4, clip.link, link, clip.link)
    page.write_blank(number, 8, None, cell)


def _lines(text: str, width: int) -> int:
    """How many lines a cell's text takes at a width in characters."""
    return sum(max(1, len(wrap(line, width))) for line in text.split("\n"))


def _rows(connection: Connection, day: str) -> list[Any]:
    """The articles of a day; a release's together, its first publisher first."""
    several = select(clusters.c.cluster, func.count().label("copies")).group_by(clusters.c.cluster).subquery()
    asked = (
        select(
            articles.c.key,
            articles.c.url,
            func.coalesce(articles.c.outlet, articles.c.site).label("outlet"),
            texts.c.source,
            texts.c.title,
            func.substr(texts.c.text, 1, _TITLE).label("opening"),
            texts.c.published,
            texts.c.fetched,
            func.coalesce(clusters.c.cluster, articles.c.id).label("release"),
            func.coalesce(several.c.copies, 1).label("copies"),
        )
        .join(texts, texts.c.id == articles.c.text_id)
        .outerjoin(clusters, clusters.c.article_id == articles.c.id)
        .outerjoin(several, several.c.cluster == clusters.c.cluster)
        .where(
            or_(
                func.substr(texts.c.published, 1, 10) == day,
                texts.c.published.is_(None) & (func.substr(texts.c.fetched, 1, 10) == day),
            )
        )
    )
    rows = sorted(connection.execute(asked), key=_order)
    first: dict[int, Any] = {}
    for row in rows:
        first.setdefault(row.release, _order(row))
    return sorted(rows, key=lambda row: (first[row.release], _order(row)))


def _order(row: Any) -> Any:
    return order_of(row.published, row.fetched, row.key)


def _facts(connection: Connection, kind: str, rows: list[Any]) -> dict[str, list[dict[str, Any]]]:
    found = effective_facts(connection, kind, [row.key for row in rows])
    return {told.key: [one.fact for one in judged if one.standing != "rejected"] for told, judged in found}


def _shortened(clip: Clip, first: Clip) -> Clip:
    """An article without what stands beside the first of its release already."""
    awards = () if clip.awards == first.awards else clip.awards
    return clip._replace(awards=awards, workers=() if clip.workers == first.workers else clip.workers)


def _clip(number: int, first: int, row: Any, said: tuple[list[Any], list[Any]], words: _Words) -> Clip:
    title = row.title or row.opening.split("\n")[0]
    return Clip(
        number=number,
        outlet=masked(row.outlet or "?"),
        title=masked(title if len(title) <= _TITLE else f"{title[:_TITLE]}…"),
        published=masked((row.published or "-")[:10]),
        link=web_address(row.url),
        source=plain(row.source[:_TITLE]),
        first=first,
        release=_release(number, first, row.copies, words),
        awards=_few(_award(record, words) for record in said[0]),
        workers=_few(_workers(count, words) for count in said[1]),
    )


def _release(number: int, first: int, copies: int, words: _Words) -> str:
    if number != first:
        return str(words["same"].format(number=first))
    return str(words["copies"].format(count=copies)) if copies > 1 else ""


def _few(lines: Iterable[str]) -> tuple[str, ...]:
    """The first lines, each once; how many more there are."""
    each = tuple(dict.fromkeys(lines))
    return each if len(each) <= _LINES else (*each[: _LINES - 1], f"… +{len(each) - _LINES + 1}")


def _award(record: dict[str, Any], words: _Words) -> str:
    """A record in a line: "Adipura 2025, kota kecil: Kota Sawahlunto (pemenang, peringkat 1)"."""
    recipient = record["recipient"]
    name = _region(recipient.get("code")) or recipient["name"]
    what = " ".join(str(part) for part in (record["award"], record.get("edition")) if part)
    outcome = [words["outcome"].get(record["outcome"], record["outcome"])]
    if record.get("rank"):
        outcome.append(words["rank"].format(rank=record["rank"]))
    category = f", {record['category']}" if record.get("category") else ""
    return masked(f"{what}{category}: {name} ({', '.join(outcome)})")


def _workers(count: dict[str, Any], words: _Words) -> str:
    """A worker count in a line: "8.450 pekerja rentan (terlindungi), Kabupaten Tebo"."""
    number = f"{count['count']:,}".replace(",", "." if words is words_of("id") else ",")
    bound = words["bound"].get(count.get("bound"), "")
    status = words["worker_status"].get(count.get("status"))
    region = _region(count.get("region"))
    told = f"{bound} {number} {count['group']}".strip()
    return masked(told + (f" ({status})" if status else "") + (f", {region}" if region else ""))


def _region(code: str | None) -> str | None:
    region = gazetteer().get(code) if code else None
    return region.official if region else None


def _long(day: str, words: _Words) -> str:
    told = date.fromisoformat(day)
    return f"{told.day} {words['months'][told.month - 1]} {told.year}"
