"""The dates that pages name: "2024-09-12T10:12:00+07:00", "Kamis, 09 Sep 2021 16:51 WIB", "2021-07-22T14-10-00Z".

Regular expressions find what looks like a date and read those whose months patterns/metadata.toml knows; a month in
another language is left to dateparser, with nothing from the clock. A date lacks no part: neither "12 September" nor
"September 2024" is one. Years before 1995, when the Indonesian press came to the web, and from 2050 on are refused.
"""

import datetime
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.clean.metadata.words import alternatives, words

_YEARS = range(1995, 2050)
_LONGEST = 200  # characters of a value in which a date is looked for
DATED = re.compile(r"\d(?:\D{1,34}\d{4}|\d{7}|\d{3}(?:[-/.]\d| ?[年년])|[/.-]\d{1,2}[/.-]\d\d)")
"""Stands in every text that holds a date, and in few others."""
_LAST_WORD = re.compile(r"([^\W\d_][\w'’`]{1,9})[\s,(]{1,3}$")
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("sen mon", "sel tue", "rab wed", "kam thu", "jum fri", "sab sat", "min ahad aha sun")
    )
    for name in names.split()
}
_NUMBERED = (("y", "m", "d"), ("cy", "cm", "cd"), ("y5", "m5", "d5"), ("y6", "m6", "d6"))
_NAMED = (("y1", "n1", "d1"), ("y2", "n2", "d2"), ("y3", "n3", "d3"))
_BEFORE = 20  # characters before it within which the date starts
_LANGUAGES = "ru uk tr pl cs sk hu fi sv da nb ro vi el bg hr sr sl et lv lt ca ms tl hi bn th".split()
"""Those that dateparser is asked for: with all of its two hundred it takes a hundred times as long."""


class Moment(NamedTuple):
    """A day, and where a source tells them the time of day and the zone, in minutes east of Greenwich."""

    day: datetime.date
    clock: datetime.time | None = None
    zone: int | None = None

    def at(self, zone: int) -> "Moment":
        """The same moment in another zone; where no time or no zone is known, what is printed with this zone."""
        if self.clock is None:
            return self if self.zone is None else Moment(self.day)
        if self.zone == zone:
            return self
        if self.zone is None:
            return Moment(self.day, self.clock, zone)
        there = datetime.datetime.combine(self.day, self.clock) + datetime.timedelta(minutes=zone - self.zone)
        return Moment(there.date(), there.time(), zone)

    @property
    def minutes(self) -> int | None:
        """Minutes since midnight; None without a time."""
        return self.clock.hour * 60 + self.clock.minute if self.clock else None

    def iso(self) -> str:
        """ISO 8601: the day alone without a time, "2021-09-09T16:51:00+07:00" with its zone."""
        if self.clock is None:
            return self.day.isoformat()
        sign, east = "-" if (self.zone or 0) < 0 else "+", abs(self.zone or 0)
        zone = "" if self.zone is None else f"{sign}{east // 60:02}:{east % 60:02}"
        return f"{self.day.isoformat()}T{self.clock.isoformat('seconds')}{zone}"


class Found(NamedTuple):
    """A date in a text, and its offsets [start, end) there with its time and zone."""

    moment: Moment
    start: int
    end: int


def minutes_between(one: Moment, other: Moment) -> int | None:
    """Minutes from one moment's day and time as they are written to another's; None where one has no time."""
    if one.minutes is None or other.minutes is None:
        return None
    return (other.day - one.day).days * 1440 + other.minutes - one.minutes


@functools.lru_cache(maxsize=64)  # a page's sources say the same few dates
def read(text: str, *, month_first: bool = False) -> Moment | None:
    """The first whole date of a value, its month in any language; None where there is none."""
    return next((found.moment for found in find(text, month_first=month_first, any_language=True)), None)


def find(
    text: str, *, month_first: bool = False, any_language: bool = False, short: bool = False
) -> Iterator[Found]:
    """The dates of a text, in order. `month_first` reads "9/12/2024" as Americans do.

    `any_language` asks dateparser for months that the project does not know: for values that must be dates, since each
    takes it milliseconds. `short` takes "4.12.24" for one without a time of day too.
    """
    text = text[:_LONGEST]
    seen = DATED.search(text)
    if seen is None:
        return
    text = text.lower()
    for match in _dates().finditer(text, max(0, seen.start() - _BEFORE)):
        day = _day(match, month_first, any_language)
        if day is None:
            continue
        clock, zone, start, end = _time(match, text)
        if match["short"] and clock is None and not short:
            continue  # "4.12.24" may be anything
        yield Found(Moment(day, clock, zone), start, end)


@functools.cache
def _dates() -> re.Pattern[str]:
    """What looks like a whole date."""
    return re.compile(
        r"""(?<!\d)(?<!\d[.,/])(?:
          (?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)
        | (?P<cy>(?:199|20[0-4])\d)(?P<cm>0[1-9]|1[0-2])(?P<cd>[0-3]\d)(?:t?(?P<ct>\d{4}(?:\d\d)?)(?P<cz>z)?)?(?!\d)
        | (?P<d1>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ /.-]{1,2}(?:of\ |de\ )?(?P<n1>[^\W\d_]{3,12})
          \.?,?[ /.-]{1,2}(?:de\ |del\ )?(?P<y1>\d{4})(?!\d)
        | (?<![^\W\d_])(?P<n2>[^\W\d_]{3,12})\.?,?[ -](?P<d2>\d{1,2})(?:st|nd|rd|th)?,?[ -]\ ?(?P<y2>\d{4})(?!\d)
        | (?<![^\W\d_])(?P<n3>[^\W\d_]{3,4})\ \ ?(?P<d3>\d{1,2})\ (?P<t3>\d{1,2}:\d\d:\d\d)
          \ (?:(?P<z3>[a-z]{1,4}|[+-]\d{4})\ )?(?P<y3>\d{4})(?!\d)
        | (?P<y5>\d{4})\ ?[年년]\ ?(?P<m5>\d{1,2})\ ?[月월]\ ?(?P<d5>\d{1,2})(?!\d)\ ?[日일号號]?
        | (?P<d6>\d{1,2})\ tháng\ (?P<m6>\d{1,2})(?:,|,?\ năm)?\ (?P<y6>\d{4})(?!\d)
        | (?P<d4>\d{1,2})(?P<sep4>[/-]|\.\ ?)(?P<m4>\d{1,2})(?P=sep4)(?:(?P<y4>\d{4})|(?P<short>\d\d))
          (?!\d|[.,]\d(?!\d[:.]\d\d))
        )""",
        re.VERBOSE,
    )


def _day(match: re.Match[str], month_first: bool, any_language: bool) -> datetime.date | None:
    """The day that a match names; None where there is no such day."""
    for groups in _NUMBERED:
        if match[groups[0]]:
            return _date(*map(int, match.group(*groups)))
    if match["d4"]:
        first, second, year = int(match["d4"]), int(match["m4"]), int(match["y4"] or f"20{match['short']}")
        if (month_first and first <= 12) or second > 12:
            first, second = second, first
        day, turned = _date(year, second, first), _date(year, first, second)
        weekday = _weekday_before(match) if day and turned and day != turned else None
        return turned if turned and weekday == turned.weekday() and day and weekday != day.weekday() else day
    year_said, name, day_said = next([match[group] for group in groups] for groups in _NAMED if match[groups[0]])
    month = words().months.get(name) or (_named_elsewhere(name) if any_language else None)
    return _date(int(year_said), month, int(day_said)) if month else None


def _weekday_before(match: re.Match[str]) -> int | None:
    """The number of the weekday just before a date, Monday 0: "Jum, 02/09/2024" is of February, not of September."""
    said = _LAST_WORD.search(match.string, max(0, match.start() - _BEFORE), match.start())
    return _WEEKDAYS.get(said[1][:3]) if said and said[1] in words().weekdays else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


@functools.lru_cache(maxsize=256)
def _named_elsewhere(name: str) -> int | None:
    """The month of a name in another language; "dari 12 Cluster 2020" asks for Cluster, which is none."""
    import dateparser

    fixed = datetime.datetime(2000, 6, 15)  # never seen in what is returned
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": fixed, "PARSERS": ["absolute-time"]}
    read_day = dateparser.parse(f"15 {name} 2001", languages=_LANGUAGES, settings=settings)
    return read_day.month if read_day and (read_day.day, read_day.year) == (15, 2001) else None


@functools.cache
def _clocks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A time of day behind a date, and one before it."""
    # a "+" that an address turned into a space: "T16:51:00 07:00"
    offset = r"(?:gmt|utc)?\ ?(?P<sign>[+-]|(?<=\ )(?=0[789]:00$))(?P<zh>\d{1,2}):?(?P<zm>\d\d)?(?!\d)"
    zone = rf"(?P<zone>{offset}|(?:{alternatives(words().zones)})(?![^\W\d_]))"
    clock = (
        r"(?P<h>\d{1,2})(?P<sep>[:.-]|\ ?h\ ?|[时時点點시]\ ?)(?P<mi>\d\d)"
        r"(?:(?P=sep)(?P<s>\d\d))?(?:[.,]\d{1,9})?(?![\d])"
        rf"(?:\ ?(?P<half>[ap])\.?m\b\.?)?(?:\ ?\(?{zone}\)?)?"
    )
    spoken = r"(?:pukul|jam|pkl\.?|at|um|à|às|as|a\ las|ore|alle(?:\ ore)?|om|kl\.?|klo|ob|godz\.?|saat|в|lúc)\ ?:?\ ?"
    behind = rf"(?:t|[\s,|•·–—@/()-]{{1,6}}(?:{spoken})?|\ ?[•|]\ ?|(?<=[日일号號])){clock}"
    before = rf"(?<![\d.:]){clock}[\s,|•·–—@/()-]{{1,6}}(?:(?:{alternatives(words().weekdays)}),?\ ?)?$"
    return re.compile(behind), re.compile(before)


def _time(match: re.Match[str], text: str) -> tuple[datetime.time | None, int | None, int, int]:
    """The time and zone beside a date, and the offsets of both with the date. Midnight to the second is no time."""
    start, end = match.span()
    if match["t3"]:
        hours, minutes, seconds = map(int, match["t3"].split(":"))
        return *_clock(hours, minutes, seconds, _hours(match["z3"])), start, end
    if match["ct"]:
        digits = match["ct"].ljust(6, "0")
        return *_clock(int(digits[:2]), int(digits[2:4]), int(digits[4:]), 0 if match["cz"] else None), start, end
    behind, before = _clocks()
    time = behind.match(text, end)
    if time:
        end = time.end()
    elif match["y"] is None:
        time = before.search(text[max(start - 40, 0) : start])
        start = max(start - 40, 0) + time.start() if time else start
    if time is None:
        return None, None, start, end
    hour = int(time["h"])
    if time["half"] and hour <= 12:
        hour = hour % 12 + (12 if time["half"] == "p" else 0)
    return *_clock(hour, int(time["mi"]), int(time["s"] or 0), _zone(time)), start, end


def _clock(hour: int, minute: int, second: int, zone: int | None) -> tuple[datetime.time | None, int | None]:
    if hour > 23 or minute > 59 or second > 59 or not (hour or minute or second):
        return None, None
    return datetime.time(hour, minute, second), zone


def _zone(time: re.Match[str]) -> int | None:
    """The zone behind a time, in minutes."""
    if time["zh"]:
        minutes = int(time["zh"]) * 60 + int(time["zm"] or 0)
        return None if minutes > 14 * 60 else -minutes if time["sign"] == "-" else minutes
    return _hours(time["zone"])


def _hours(name: str | None) -> int | None:
    if name and name[0] in "+-" and name[1:].isdecimal():
        return (1 if name[0] == "+" else -1) * (int(name[1:3]) * 60 + int(name[3:5]))
    hours = words().zones.get(name) if name else None
    return None if hours is None else hours * 60
