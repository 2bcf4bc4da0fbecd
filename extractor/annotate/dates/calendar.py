"""The calendar: dates as the press prints them, with parts missing, and the years that make them whole.

A year that is not printed follows from the weekday, the day of publication and the other dates of the story. It stays
unknown (None) where they leave it open. A printed date stands even where its weekday disagrees, and is then suspect.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

NEAR = timedelta(days=31)
"""So near to the day of the story, a date is right even if its weekday is not."""
_YEARS_AROUND = 2
_MONTHS = 12


class Printed(NamedTuple):
    """A day or month as printed: what is not printed is None. `tense` as in patterns/words/tenses.txt."""

    weekday: int | None
    day: int | None
    month: int
    year: int | None
    tense: str | None = None
    in_figures: bool = False


class Known(NamedTuple):
    """What the story knows of its time: the day of publication, its whole dates in order, and the last year it names.

    `year` is the last year that the story names, `year_said` the last that it calls so ("tahun 2021").
    """

    published: date | None
    days: Sequence[date] = ()
    year: int | None = None
    year_said: int | None = None

    @property
    def today(self) -> date | None:
        """The day from which the story looks: the day of publication, or else the first whole date that it prints."""
        return self.published or (self.days[0] if self.days else None)


def valid(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def figures(text: str) -> tuple[int, int, int | None] | None:
    """Day, month and year of a date in figures ("24/6/2025", "24-6-2025", "24.06.2025", "7/2", "2019-02-07")."""
    for sign in "/-.":
        parts = text.split(sign)
        if len(parts) in (2, 3) and all(part.isascii() and part.isdigit() for part in parts):
            break
    else:
        return None
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    if len(parts) == 2:
        return _day_and_month(parts) if sign == "/" else None
    if len(parts[2]) not in ((2, 4) if sign == "/" else (4,)):
        return None
    found = _day_and_month(parts[:2]) or _day_and_month(parts[1::-1])
    year = int(parts[2]) + (2000 if len(parts[2]) == 2 else 0)
    return (found[0], found[1], year) if found and 1800 <= year < 2100 else None


def _day_and_month(parts: list[str]) -> tuple[int, int, None] | None:
    if max(map(len, parts)) > 2:
        return None
    day, month = map(int, parts)
    return (day, month, None) if 1 <= day <= 31 and 1 <= month <= _MONTHS else None


def whole_day(printed: Printed, known: Known) -> date | None:
    """The day that was printed, its year found where it is missing; None where that leaves it open."""
    if printed.day is None:
        return None
    if printed.year is not None:
        return _in_order(printed, printed.year, printed.month, printed.day)
    if known.today is not None:
        return _near(printed, known.today)
    if printed.weekday is None:
        return None if known.year_said is None else _of_year(printed, known.year_said)
    return None if known.year is None else _by_weekday(printed, known.year)


def _in_order(printed: Printed, year: int, month: int, day: int) -> date | None:
    """Day before month, unless only the other order fits the weekday."""
    found = valid(year, month, day)
    if printed.weekday is None or (found and found.weekday() == printed.weekday):
        return found
    turned = valid(year, day, month) if day <= _MONTHS else None
    return turned if turned and turned.weekday() == printed.weekday and printed.in_figures else found


def _near(printed: Printed, today: date) -> date | None:
    """The candidate nearest to today, on the side that the tense says, of those that fit the weekday."""
    days = [found for year in range(today.year - 1, today.year + 2) if (found := _of_year(printed, year))]
    days = _on_side(printed.tense, days, today) or days
    if not days:
        return None
    nearest = min(days, key=lambda one: abs(one - today))
    if printed.weekday is None or abs(nearest - today) <= NEAR:
        return nearest
    around = range(today.year - _YEARS_AROUND, today.year + _YEARS_AROUND + 1)
    fitting = [one for year in around if (one := _of_year(printed, year)) and one.weekday() == printed.weekday]
    return min(fitting, key=lambda one: abs(one - today)) if fitting else nearest


def _of_year(printed: Printed, year: int) -> date | None:
    return None if printed.day is None else valid(year, printed.month, printed.day)


def _on_side(tense: str | None, days: list[date], today: date) -> list[date]:
    match tense:
        case "past":
            return [one for one in days if one <= today]
        case "future":
            return [one for one in days if one >= today]
        case "same" | "last year" | "next year":
            year = today.year + {"same": 0, "last year": -1, "next year": 1}[tense]
            return [one for one in days if one.year == year]
    return days


def _by_weekday(printed: Printed, near: int) -> date | None:
    """The only year near this one in which the day has the printed weekday, of a story without a whole date."""
    around = range(near - _YEARS_AROUND, near + _YEARS_AROUND + 1)
    fitting = [one for year in around if (one := _of_year(printed, year)) and one.weekday() == printed.weekday]
    return fitting[0] if len(fitting) == 1 else None


def whole_month(printed: Printed, known: Known) -> tuple[int, int] | None:
    """Year and month of a month, its year found where it is missing; None where the story has no day to look from.

    It is the year of the story, unless the tense says otherwise or the month lies more than half a year ahead.
    """
    if printed.year is not None:
        return printed.year, printed.month
    if known.today is None:
        return None
    year = known.today.year
    match printed.tense:
        case "past":
            year -= printed.month > known.today.month
        case "future":
            year += printed.month < known.today.month
        case "last year" | "next year":
            year += 1 if printed.tense == "next year" else -1
        case None:
            year -= printed.month - known.today.month > _MONTHS // 2
    return year, printed.month


def last_weekday(weekday: int, today: date, tense: str | None) -> date:
    """The last such day of the week before today (today included), or the next where the tense says so."""
    if tense == "future":
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - weekday) % 7)
