"""The numbers of laws: one or several behind "Nomor", each with the year that is printed with it or with the last.

A number N/YYYY is number and year; a longer one with slashes is kept whole, and its last four digits are the year.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.patterns import Units

NUMBER_WORDS = frozenset("nomor no no. nomer nmr".split())
YEAR_WORDS = frozenset("tahun thn th th.".split())
_AND = frozenset(", dan serta & maupun juncto jo".split())
_EARLIEST, _LATEST = 1945, 2099
DATED = frozenset(("tertanggal", "tanggal", "bertanggal", "tgl", "tgl."))
_DAY_REACH = 5
_JOINERS, _LONGEST_CODE = 3, 3


class Number(NamedTuple):
    """A law's number and year, in the units [start, end)."""

    number: str | None
    year: int | None
    start: int
    end: int


def numbers(story: Story, at: int) -> Iterator[Number]:
    """The number at a unit and those that go on from it; one without a year takes that of the next."""
    found: list[Number] = []
    number = _number(story, at)
    pending = 0
    while number is not None:
        found.append(number)
        pending = pending + 1 if number.year is None else 0
        number = _next_number(story, number.end)
    found = found[: len(found) - pending] or found[:1]
    year = None
    for number in reversed(found):
        year = number.year or year
        found[found.index(number)] = number._replace(year=year)
    yield from found


def _next_number(story: Story, at: int) -> Number | None:
    units = story.units
    start = at
    while at < len(units.words) and at - start < _JOINERS and units.words[at] in _AND:
        at += 1
    if at == start or at >= len(units.words):
        return None
    figure = units.words[at][0].isdigit() or units.words[at] in NUMBER_WORDS
    return _number(story, at) if figure and units.words[at] not in YEAR_WORDS else None


def _number(story: Story, at: int) -> Number | None:
    """The number and year that begin at a unit: "Nomor 4 Tahun 2016", "4/2016", "KM 7 Tahun 2024"."""
    units, start = story.units, at
    size = len(units.words)
    while at < size and (units.words[at] in NUMBER_WORDS or units.words[at] == ":"):
        at += 1
    if at >= size:
        return None
    if units.has(at, "slashed"):
        number, year = _slashed(units.said(at, at + 1))
        end = at + 1
    elif units.words[at][0].isdigit():
        number, year, end = _first_token(units, at), None, at + 1
        if end < size and units.has(end, "slashed") and units.words[end][0].isalpha():
            number, year = _slashed(units.said(at, end + 1))
            end += 1
    elif at + 1 < size and at > start and len(units.words[at]) <= _LONGEST_CODE and units.words[at + 1].isdigit():
        number, year, end = units.said(at, at + 2), None, at + 2
    else:
        return None
    if year is None:
        year, end = year_behind(units, end)
    if year is None:
        year, end = _year_of_day(units, end)
    return Number(number, year, start, end)


def _first_token(units: Units, unit: int) -> str:
    return units.reading.words[units.starts[unit]]


def _slashed(said: str) -> tuple[str, int | None]:
    first, _, last = said.rpartition("/")
    if len(last) == len("2016") and last.isdigit() and _EARLIEST <= int(last) <= _LATEST:
        return (first, int(last)) if first.isdigit() else (said, int(last))
    return said, None


def _year_of_day(units: Units, at: int) -> tuple[int | None, int]:
    """The year of the day on which a decree was made: "tertanggal 17 September 2018"."""
    if at < len(units.words) and units.words[at] in DATED:
        for unit in range(at + 1, min(at + _DAY_REACH, len(units.words))):
            if units.has(unit, "year"):
                return int(_first_token(units, unit)), at
    return None, at


def year_behind(units: Units, at: int) -> tuple[int | None, int]:
    """The year that is printed at a unit ("Tahun 2016", "2016"), and the unit behind it."""
    behind = at + 1 if at < len(units.words) and units.words[at] in YEAR_WORDS else at
    if behind < len(units.words) and units.has(behind, "year"):
        return int(_first_token(units, behind)), behind + 1
    word = units.words[behind] if behind < len(units.words) else ""
    if behind > at and word.isdigit() and len(word) == len("20220") and _EARLIEST <= int(word[:-1]) <= _LATEST:
        return int(word[:-1]), behind + 1  # a year with a digit too many
    return None, at
