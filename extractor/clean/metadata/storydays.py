"""The days that the printed page names beside its byline: in its dateline, on its masthead, in what its story reports.

They are asked where nothing surer speaks, or where surer sources name two days. The Indonesian press writes the day of
what it reports in brackets, "Selasa (5/9/2023)" or "Selasa (5/9)", and reports it on that day or the next.
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.dateline import is_place
from extractor.clean.metadata.credits import without_weekday
from extractor.clean.metadata.lines import Line, leaf, opening
from extractor.clean.metadata.moments import Moment, find
from extractor.clean.metadata.published import PRINT, WEEK, Dated, Reported, since
from extractor.clean.metadata.words import alternatives, words

_FOLLOWING: Callable[..., Any] = etree.XPath(
    "following::text()[not(parent::script or parent::style)]", smart_strings=False
)
_BRACKETED = re.compile(r"\(\s?(?:[\w'’]{4,7},?\s)?(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d\d))?\s?\)")
_TEXTS, _MOST = 400, 12  # texts behind the heading, and days that are kept
_HEADS, _WIDTH = 20, 120  # lines that may have a dateline, and characters of one in which it stands
_ENDS = re.compile(r"\s?\)?\s?(?:/[^/]{2,30}/\s?)?(?:[-–—−]|[:.](?:\s|$))")
_PARTS = re.compile(r"[,|(/]|\s[-–—]\s")
_PARTING = tuple(",(|/-–—")
_NAMED = 4  # names before the date, and words of one
_MASTHEAD = 12  # lines at the page's start
_MONTH = re.compile(r"/(?P<year>199\d|20[0-4]\d)/(?P<month>0[1-9]|1[0-2])/(?!\d{1,2}(?:/|$))")
_DAYS = (
    re.compile(r"(?<![\w.,:/-])(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s(?P<name>[^\W\d_]{3,12})"),
    re.compile(r"(?<!\w)(?P<name>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w:.]|,\d)"),
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?\(?([a-z]{3,4})\b")


def edition(top: Sequence[Line]) -> Iterator[Dated]:
    """The day of the edition that a masthead names: "Edisi 31 / Tahun VI, Kamis 3 Agustus 2006"."""
    for line in top[:_MASTHEAD]:
        if line.dated and _edition().search(line.text.lower()):
            yield from (_day(found.moment, "masthead") for found in islice(find(line.text), 1))


def of_top(top: Sequence[Line], heading: HtmlElement | None) -> Iterator[Dated]:
    """The day at the page's top where the story reports on it or on a day of the week before it: it may be today's."""
    days = [found.moment for line in top[:_MASTHEAD] if line.dated for found in islice(find(line.text), 1)]
    told = reported(heading)
    for moment in days:
        if since(moment.day, told) <= WEEK:
            yield _day(moment, "top")
            return


def in_dateline(
    heading: HtmlElement | None, body: HtmlElement | None, *, is_indonesian: bool = True
) -> Iterator[Dated]:
    """The day in the dateline of a story: "Tual (18/6/2025) -", "Tual, 18 Juni 2025 — ", "LONTAR, Tual, 18/6/2025:".

    An Indonesian one names a place of the gazetteer.
    """
    for head in opening(heading, body, _HEADS):
        date = next(find(head[:_WIDTH]), None)
        if date is None or not _ENDS.match(head, date.end):
            continue
        before = head[: date.start].rstrip()
        bare = without_weekday(before)
        parts = [part.strip() for part in _PARTS.split(bare) if part.strip()]
        is_apart = bare != before or before[-1:] in _PARTING
        is_placed = any(map(is_place, parts)) if is_indonesian else bool(parts)
        if is_apart and len(parts) <= _NAMED and is_placed and all(map(_is_name, parts)):
            yield _day(date.moment, "dateline")
            return


def in_month(addresses: Iterable[str], printed: Callable[[], Sequence[Line]]) -> Iterator[Dated]:
    """The only day that is printed near the heading without its year, "22 Jul", where an address tells the month."""
    told = next(filter(None, map(_MONTH.search, addresses)), None)
    if told is None:
        return
    year, month = int(told["year"]), int(told["month"])
    near = printed()
    texts = [line.text.lower() for line in near] + [leaf(near).lower()]
    found = (match for text in texts for pattern in _DAYS for match in pattern.finditer(text[:_WIDTH]))
    days = {int(match["day"]) for match in found if words().months.get(match["name"]) == month}
    if len(days) == 1 and 0 < min(days) <= monthrange(year, month)[1]:
        yield _day(Moment(datetime.date(year, month, *days)), "byline")


def _is_name(part: str) -> bool:
    return part.count(" ") < _NAMED and all(word[:1].isupper() or not word[:1].isalpha() for word in part.split())


def reported(heading: HtmlElement | None) -> list[Reported]:
    """The days in brackets behind a heading."""
    if heading is None:
        return []
    text = " ".join(islice(_FOLLOWING(heading), _TEXTS))
    found = (match.groups() for match in islice(_BRACKETED.finditer(text), _MOST))
    return [(int(day), int(month), _year(year)) for day, month, year in found]


def printed_zone(top: Iterable[Line]) -> int | None:
    """The zone of the clock that a page shows above its story, in minutes."""
    for line in top:
        for name in _CLOCK.findall(line.text.lower()):
            if hours := words().zones.get(name):
                return hours * 60
    return None


def _year(said: str | None) -> int | None:
    return int(said) + (2000 if len(said) == 2 else 0) if said else None


def _day(moment: Moment, origin: str) -> Dated:
    return Dated(Moment(moment.day), origin, PRINT, 7)


@cache
def _edition() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words().edition_labels)})(?!\w)")
