"""The kliping as files: an XLSX for the office, a page to print.

What the press wrote is text everywhere: no formula runs, no markup, and only addresses of the web are links. The tones
of a sheet of before are taken over by the articles' addresses.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from textwrap import wrap
from typing import Any, NamedTuple

from extractor.digest.kliping import HERE, LANGUAGES, Clip, long_day, words_of
from extractor.digest.tones import FINGERPRINT, Sheet, read

CLASSES = ("number", "outlet", "title", "day", "link", "release", "awards", "workers", "tone")
"""The columns, in their order; `kliping.toml` says what they are called."""
_TITLE, _LINK, _TONE = 2, 4, 8
_WIDTHS = (5, 16, 34, 13, 26, 12, 50, 28, 10)
_LINE, _MOST = 15.0, 27
"""Points of a line, and lines of the tallest row that a sheet has; LibreOffice makes no room for lines by itself."""
_LONGEST_LINK = 2000


class Sheets(NamedTuple):
    """What both files are made of; `notes` are lines: what the sheet holds, what it leaves out."""

    clips: Sequence[Clip]
    day: str
    language: str
    notes: tuple[str, ...]


def earlier(content: bytes) -> Sheet:
    """What a person wrote into a sheet of before; `NotASheet` where it is none."""
    names = {language: words_of(language)["columns"] for language in LANGUAGES}
    return read(content, {language: (told[_TITLE], told[_LINK], told[_TONE]) for language, told in names.items()})


def with_tones(clips: Sequence[Clip], before: Sheet, language: str) -> list[Clip]:
    """The articles with the tones that they had, in the words of a language."""
    said = dict[str, str]()
    for other in LANGUAGES:
        said |= dict(zip(words_of(other)["tones"], words_of(language)["tones"], strict=True))
    there, tones = Counter(_cell(clip.address) for clip in clips), list[str]()
    for clip in clips:
        address = _cell(clip.address)
        title = _cell(clip.title) if there[address] > 1 or len(before.tones.get(address, ())) > 1 else None
        tones.append(before.tone(address, title))
    return [
        clip._replace(tone=said.get(tone, tone)) if tone else clip for clip, tone in zip(clips, tones, strict=True)
    ]


def untaken(clips: Sequence[Clip], before: Sheet) -> int:
    """How many tones of a sheet of before no article of this one has taken over."""
    told = sum(bool(tone) for titles in before.tones.values() for tone in titles.values())
    return told - sum(bool(clip.tone) for clip in clips)


def _cell(text: str) -> str:
    """A text as it is read back from a cell."""
    return " ".join(text.split())


def as_page(told: Sheets) -> str:
    """The sheet as HTML to print: A4, landscape."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    words = words_of(told.language)
    page = environment.get_template("kliping.html.j2")
    return page.render(told=told, words=words, classes=CLASSES, day=long_day(told.day, words)) + "\n"


def as_book(told: Sheets) -> bytes:
    """The sheet as XLSX, with the fingerprint of its cells."""
    return _book(told, earlier(_book(told, None)).fingerprint)


def _book(told: Sheets, fingerprint: str | None) -> bytes:
    from xlsxwriter import Workbook

    from extractor.spreadsheets import TextSheet

    made, words = BytesIO(), words_of(told.language)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(made, options) as book:
        book.set_properties({"title": f"{words['title']}, {told.day}", "created": datetime.fromisoformat(told.day)})
        if fingerprint:
            book.set_custom_property(FINGERPRINT, fingerprint)
        page = book.add_worksheet(f"{words['title'][:20]} {told.day}", TextSheet)
        head = book.add_format({"bold": True, "bg_color": "#DDE6F0", "border": 1, "valign": "top", "text_wrap": True})
        cell = book.add_format({"border": 1, "valign": "top", "text_wrap": True})
        link = book.add_format({"border": 1, "valign": "top", "text_wrap": True, "font_color": "blue", "underline": 1})
        for at, (name, width) in enumerate(zip(words["columns"], _WIDTHS, strict=True)):
            page.set_column(at, at, width)
            page.write_string(0, at, name, head)
        for number, clip in enumerate(told.clips, 1):
            _write_row(page, number, clip, cell, link)
        last = max(len(told.clips), 1)
        for number, note in enumerate(told.notes, last + 2):
            page.write_string(number, 1, note)
        tones = {"validate": "list", "source": words["tones"], "ignore_blank": True, "error_type": "warning"}
        page.data_validation(1, _TONE, last, _TONE, tones)
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
    awards, workers = (_fitting(lines, _WIDTHS[at]) for lines, at in ((clip.awards, 6), (clip.workers, 7)))
    told = (clip.outlet, clip.title, clip.published, clip.address, clip.release, awards, workers, clip.tone)
    for at, text in enumerate(told, 1):
        if text:
            page.write_string(number, at, text, cell)
        else:
            page.write_blank(number, at, None, cell)
    lines = max(_lines(text, width) for text, width in zip(told, _WIDTHS[1:], strict=True))
    page.set_row(number, min(lines, _MOST) * _LINE)
    if clip.link and len(clip.link) <= _LONGEST_LINK:
        page.write_url(number, _LINK, clip.link, link, clip.link)


def _fitting(lines: Sequence[str], width: int) -> str:
    """Lines as far as the tallest row has room for them, and how many more there are."""
    kept, height = list[str](), 0
    for line in lines:
        height += _lines(line, width)
        if height > _MOST - (line != lines[-1]):
            return "\n".join([*kept, f"… +{len(lines) - len(kept)}"])
        kept.append(line)
    return "\n".join(kept)


def _lines(text: str, width: int) -> int:
    """How many lines a cell's text takes at a width in characters."""
    return sum(max(1, len(wrap(line, width))) for line in text.split("\n"))
