"""Date points: each day or month that a story prints, with what is printed of it and what it borrows of its neighbour.

"22-26 April 2024" are two points, the first of which borrows month and year; the second is marked `until`, as it ends
an interval. "8 dan 9 Februari" are two points that share month and year.
"""

from itertools import pairwise
from typing import NamedTuple

from extractor.annotate.dates.calendar import Printed, figures
from extractor.annotate.story import Story
from extractor.patterns import Match, Units
from extractor.patterns.vocabulary import vocabulary

_DASHES = frozenset("-–—")
_LEADING = frozenset("dengan tanggal bulan awal akhir pertengahan".split())
"""Words between "hingga" and the day or month that it leads to."""
_UNTIL = _DASHES | {"hingga", "sampai", "s.d.", "s.d", "s/d", "sd", "sampai dengan"}
_AND = frozenset({"dan", ",", "&", "serta", "atau"})
_BETWEEN = _LEADING | {"tgl", "tgl.", "(", ")", "hari"}
DAY_PARTS = frozenset({"malam", "pagi", "siang", "sore", "petang", "dini", "hari", "subuh"})
"""Words for the part of the day, behind a weekday."""
_BEFORE_DAY = DAY_PARTS | {"(", ",", "tanggal", "tgl", "tgl.", "tertanggal"}
_NAMING = frozenset("universitas untag jalan jl. jl stadion lapangan gedung smp sma smk gor".split())
"""Words before a day that is a name: Universitas 17 Agustus 1945."""
_NUMBERING = frozenset({"nomor", "no", "no.", "nomer", "nmr", "pasal"})
_REACH = 6
_POINTING = frozenset({"ini", "itu", "tersebut"})
"""Words with which a sentence's subject points back to the sentence before."""
_CLAUSE = 15
"""Units before a month in which a word of habit is looked for."""


class Point(NamedTuple):
    """A printed day or month: units [start, end) with its weekday and brackets, [core, end) without."""

    start: int
    core: int
    end: int
    printed: Printed
    pattern: str
    until: bool = False
    """Whether it is the last day or month of an interval that the point before begins."""


def date_points(story: Story, matches: list[Match]) -> list[Point]:
    """All printed days and months in order, with those that a later one lends its month or year ("22-26 April")."""
    points: list[Point] = []
    behind = 0
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if match.end <= behind:
            continue
        if match.pattern.like == "day" and _named(story.units, match.start):
            behind = match.end
            continue
        point = _point(story, match, behind)
        if point is None or point.core < behind or not _cued(story.units, match, points):
            continue
        points.extend(_led_by(story, points, point))
        behind = point.end
    return points


def _cued(units: Units, match: Match, points: list[Point]) -> bool:
    """Whether the words before a month alone make it a date; "-" and "dan" do so only behind another month."""
    if match.pattern.like != "month_alone" or units.words[match.start] not in _AND | _DASHES:
        return True
    return bool(points) and points[-1].end == match.start and points[-1].printed.day is None


def _point(story: Story, match: Match, behind: int) -> Point | None:
    units = story.units
    if match.pattern.like == "figures":
        return _in_figures(story, match.start, behind)
    inside = range(match.start, match.end)
    month = next((unit for unit in inside if _month(story, unit)), None)
    if month is None or (match.pattern.like == "month_alone" and _goes_on(units, month + 1)):
        return None
    if match.pattern.like == "month_alone" and _is_habit(units, month):
        return None
    days = [unit for unit in inside if match.pattern.like == "day" and _is_day(units.words[unit])]
    if match.pattern.like == "day" and not days:
        return None
    day = int(units.words[days[0]]) if days else None
    year = next((int(units.words[unit]) for unit in range(month, match.end) if units.has(unit, "year")), None)
    end = match.end if year is not None else max([month, *days[:1]]) + 1
    weekday, start = _weekday_before(story, match.start) if day else (None, match.start)
    if units.words[start] in _AND | _DASHES:
        start = month
    printed = Printed(weekday, day, _month(story, month), year, tense_behind(story, end))
    return Point(max(start, behind), match.start if day else month, end, printed, match.pattern.name)


def _is_habit(units: Units, month: int) -> bool:
    """Whether a month stands in a clause of habit: "setiap tahun panen berlangsung pada Maret".

    A sentence whose subject points back ("Lonjakan ini ...") goes on with the habit of the one before.
    """
    start, last = units.sentence(month)
    first = max(start, month - _CLAUSE)
    if start and not _POINTING.isdisjoint(units.words[start : min(start + 3, month)]):
        first = max(units.sentence(start - 1)[0], start - _CLAUSE)
    words = units.words[first : min(last, month + _REACH)]
    habits = vocabulary("habit_words")
    pairs = (" ".join(pair) for pair in pairwise(words))
    return any(word in habits for word in words) or any(pair in habits for pair in pairs)


def _goes_on(units: Units, unit: int) -> bool:
    """Whether a year stands behind a month."""
    following = units.words[unit : unit + 1]
    at = unit + 1 if following and following[0] in ("tahun", "thn", "th", ",") else unit
    return at < len(units.words) and units.has(at, "year")


def _in_figures(story: Story, unit: int, behind: int) -> Point | None:
    units = story.units
    read = figures(units.words[unit])
    before = units.words[unit - 1] if unit else ""
    if read is None or before in _NUMBERING or (before == ":" and unit > 1 and units.words[unit - 2] in _NUMBERING):
        return None
    day, month, year = read
    first = _first_of_range(units, unit)
    weekday, start = _weekday_before(story, first)
    if year is None and not (weekday is not None or start < first or _in_brackets(units, first, unit)):
        return None
    printed = Printed(weekday, day, month, year, tense_behind(story, unit + 1), in_figures=True)
    if first < unit:
        start = unit
    return Point(max(start, behind), unit, unit + 1, printed, "dates.figures")


def _first_of_range(units: Units, unit: int) -> int:
    """The unit of the first day in "28–29/7/2025" or "28/7-29/7"; the unit itself where there is no range."""
    if unit > 1 and units.words[unit - 1] in _UNTIL and _is_figure_of_day(units.words[unit - 2]):
        return unit - 2
    return unit


def _in_brackets(units: Units, first: int, last: int) -> bool:
    if units.words[last] == "24/7" or not first or last + 1 >= len(units.words):
        return False
    return units.words[first - 1] == "(" and units.words[last + 1] == ")"


def _led_by(story: Story, points: list[Point], last: Point) -> list[Point]:
    """The point, and before it the days or months that it ends or goes on; such a point is taken from `points`."""
    if points and (joiner := _joiner(story, points[-1].end, last.core)):
        before = points.pop()
        whole = before.printed if before.printed.year else _lent(before.printed, last.printed)
        same = (before.printed.day is None) == (last.printed.day is None)
        until = joiner == "until" and same
        if same or before.printed.year:
            return [before._replace(printed=whole if same else before.printed), last._replace(until=until)]
        return [before, last]
    led = [last]
    while (found := _lone_before(story, led[0])) is not None:
        point, until = found
        led[0] = led[0]._replace(until=until, start=led[0].core)
        led.insert(0, point)
        if until:
            break
    return led


def _lone_before(story: Story, point: Point) -> tuple[Point, bool] | None:
    """The lone number or month before a point that shares its month or year, and whether it begins an interval."""
    units, printed = story.units, point.printed
    at = point.core - 1
    while at > 0 and units.words[at] in _LEADING:
        at -= 1
    if at < 1 or units.words[at] not in _UNTIL | _AND:
        return None
    until = units.words[at] in _UNTIL
    if units.words[at - 1] == "," and units.words[at] == "dan":
        at -= 1
    word = units.words[at - 1]
    if printed.day is None:
        month = _month(story, at - 1)
        if not month or (not until and printed.year is None):
            return None
        lent = Printed(None, None, month, _year_before(printed, month, 1), printed.tense)
        return Point(at - 1, at - 1, at, lent, point.pattern), until
    if not _is_day(word) or int(word) >= printed.day:
        return None
    weekday, start = _weekday_before(story, at - 1)
    lent = printed._replace(day=int(word), weekday=weekday)
    return Point(start, at - 1, at, lent, point.pattern), until


def _lent(before: Printed, after: Printed) -> Printed:
    """A day or month without a year takes that of the one it leads to."""
    if after.year is None:
        return before._replace(tense=before.tense or after.tense)
    return before._replace(year=_year_before(after, before.month, before.day or 1))


def _year_before(after: Printed, month: int, day: int) -> int | None:
    if after.year is None:
        return None
    return after.year - 1 if (month, day) > (after.month, after.day or 31) else after.year


def _joiner(story: Story, start: int, end: int) -> str | None:
    """What stands between two points: "until", "and" where they share what is printed once, or None."""
    units = story.units
    if not 0 < end - start <= _REACH:
        return None
    between = [units.words[unit] for unit in range(start, end) if not units.has(unit, "weekdays")]
    rest = [word for word in between if word not in _BETWEEN and word not in DAY_PARTS]
    if any(word in _UNTIL for word in rest) and all(word in _UNTIL or word == "," for word in rest):
        return "until"
    return "and" if rest and all(word in _AND for word in rest) and "(" not in between else None


def _weekday_before(story: Story, unit: int) -> tuple[int | None, int]:
    """The weekday that belongs to the date at a unit, and the unit where the date begins: with it, or at "kemarin"."""
    units = story.units
    at = unit - 1
    first, _ = units.sentence(unit)
    while at > first and unit - at < _REACH and units.words[at] in _BEFORE_DAY:
        at -= 1
    if at >= first and units.has(at, "weekdays"):
        weekday = int(story.value(at, "weekdays"))
        if at - 2 >= first and units.words[at - 1] in _UNTIL and units.has(at - 2, "weekdays"):
            return int(story.value(at - 2, "weekdays")), at - 2
        return weekday, at
    if at >= first and units.has(at, "near_days"):
        return None, at
    if unit > first and units.words[unit - 1] in ("tanggal", "tgl", "tgl.", "tertanggal"):
        return None, unit - 1
    return None, unit


def tense_behind(story: Story, end: int) -> str | None:
    """The tense that the words behind a date give it ("lalu", "mendatang", "ini"), as in patterns/words/tenses.txt."""
    units = story.units
    for unit in range(end, min(end + 2, len(units.words))):
        if units.has(unit, "tenses"):
            return story.value(unit, "tenses")
        if units.words[unit] == "ini":
            return "same"
        if units.words[unit] != ")":
            return None
    return None


def _month(story: Story, unit: int) -> int:
    """The month that a unit names; 0 where it names none."""
    for name in ("months", "short_months"):
        if story.units.has(unit, name):
            return int(story.value(unit, name))
    return 0


def _named(units: Units, start: int) -> bool:
    return start > 0 and units.words[start - 1] in _NAMING


def _is_day(word: str) -> bool:
    return len(word) <= 2 and word.isascii() and word.isdigit() and 1 <= int(word) <= 31


def _is_figure_of_day(word: str) -> bool:
    return _is_day(word) or figures(word) is not None
