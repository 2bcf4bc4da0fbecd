"""Dates: every day, month and interval that a story prints, and the near days that it points at.

Read: "24/6/2025", "(24/06/2025)", "24-6-2025", "24.06.2025", "Kamis (7/2)", "kemarin (09/06)", "Kamis, 12 Januari 2023",
"12 Januari", "8 dan 9 Februari 2020", "22-26 April 2024", "1 Januari - 31 Desember 2023", "28–29/7/2025",
"Senin–Selasa (28–29/7/2025)", "Desember 2023", "Januari–Mei 2023", "awal Agustus", "September mendatang", "ujarnya,
Rabu." (with a day of publication), "sehari sebelumnya", "dua hari lalu", "June 7, 2024", "30 Des 2021".
None: bare years, law numbers, scores, prices, hours, RT/RW, names with a date in them (Universitas 17 Agustus 1945), and
dates whose year the story leaves open.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from extractor.annotate.calendar import Known, Printed, figures, last_weekday, valid, whole_day, whole_month
from extractor.annotate.story import Story
from extractor.article import Span
from extractor.facts import Date
from extractor.patterns import Match, Units

_DASHES = frozenset("-–—")
_UNTIL = _DASHES | {"hingga", "sampai", "s.d.", "s.d", "s/d", "sd", "sampai dengan"}
_AND = frozenset({"dan", ",", "&", "serta"})
_BETWEEN = frozenset({"dengan", "tanggal", "tgl", "tgl.", "bulan", "(", ")", "hari"})
_DAY_PARTS = frozenset({"malam", "pagi", "siang", "sore", "petang", "dini", "hari", "subuh"})
_BEFORE_DAY = _DAY_PARTS | {"(", ",", "tanggal", "tgl", "tgl.", "tertanggal"}
_NAMING = frozenset({"universitas", "untag", "jalan", "jl.", "jl", "stadion", "lapangan", "gedung", "smp", "sma", "smk", "gor"})
_NUMBERING = frozenset({"nomor", "no", "no.", "nomer", "nmr", "pasal"})
_REACH = 6
_HISTORY = 2000
"""No story looks from a day before this year: BPJS, the net and most awards are younger."""
_MID_MONTH = 15
_SPANS_OF_TIME = frozenset({"pekan", "minggu", "bulan", "tahun", "musim", "masa", "era", "zaman"})
_LIFE = frozenset({"lahir", "kelahiran", "dilahirkan", "wafat", "meninggal"})


class _Point(NamedTuple):
    """A printed day or month: units [start, end) with its weekday and brackets, [core, end) without."""

    start: int
    core: int
    end: int
    printed: Printed
    pattern: str
    until: bool = False
    """Whether it is the last day or month of an interval that the point before begins."""


class _Found(NamedTuple):
    value: str
    precision: str
    suspect: bool
    span: Span
    pattern: str
    day: date | None = None


def dates(story: Story) -> tuple[Date, ...]:
    """The dates of the story, in the order in which they are first printed."""
    matches = story.matches.get("dates", [])
    points = _points(story, [match for match in matches if match.pattern.id not in ("weekday", "near")])
    known = _known(story, points)
    found = list(_resolved(story, points, known))
    taken = [unit for point in points for unit in range(point.start, point.end)]
    printed = Known(known.published, [one.day for one in found if one.day])
    alone = [match for match in matches if match.pattern.id in ("weekday", "near") and match.start not in set(taken)]
    for match in alone:
        pointed = _weekday(story, match, known) if match.pattern.id == "weekday" else _near(story, match, printed, found)
        if pointed is not None:
            span = story.units.offsets(match.start, match.end)
            found.append(_Found(pointed.isoformat(), "day", False, span, match.pattern.name, pointed))
    return _facts(found)


def _facts(found: Iterable[_Found]) -> tuple[Date, ...]:
    by_value: dict[str, list[_Found]] = {}
    for one in sorted(found, key=lambda one: one.span):
        by_value.setdefault(one.value, []).append(one)
    return tuple(
        Date(value, said[0].precision, all(one.suspect for one in said), tuple(one.span for one in said), said[0].pattern)
        for value, said in by_value.items()
    )


def _points(story: Story, matches: list[Match]) -> list[_Point]:
    """All printed days and months in order, with those that a later one lends its month or year ("22-26 April")."""
    points: list[_Point] = []
    behind = 0
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if match.end <= behind:
            continue
        if match.pattern.id == "day" and _named(story.units, match.start):
            behind = match.end
            continue
        point = _point(story, match, behind)
        if point is None or point.core < behind or not _cued(story.units, match, points):
            continue
        points.extend(_led_by(story, points, point))
        behind = point.end
    return points


def _cued(units: Units, match: Match, points: list[_Point]) -> bool:
    """Whether the words before a month alone make it a date; "-" and "dan" do so only behind another month."""
    if match.pattern.id != "month_alone" or units.words[match.start] not in _AND | _DASHES:
        return True
    return bool(points) and points[-1].end == match.start and points[-1].printed.day is None


def _point(story: Story, match: Match, behind: int) -> _Point | None:
    units = story.units
    if match.pattern.id == "figures":
        return _in_figures(story, match.start, behind)
    month = next((unit for unit in range(match.start, match.end) if _month(story, unit)), None)
    if month is None or (match.pattern.id == "month_alone" and _goes_on(units, month + 1)):
        return None
    day_unit = next((unit for unit in range(match.start, match.end) if _is_day(units.words[unit])), None)
    year = next((int(units.words[unit]) for unit in range(month, match.end) if _is_year(units, unit)), None)
    if match.pattern.id == "day" and day_unit is None:
        return None
    day = int(units.words[day_unit]) if day_unit is not None and match.pattern.id == "day" else None
    end = match.end if year is not None else max(month, day_unit or month) + 1
    weekday, start = _weekday_before(story, match.start) if day else (None, match.start)
    if units.words[start] in _AND | _DASHES:
        start = month
    printed = Printed(weekday, day, _month(story, month), year, _tense(story, end))
    return _Point(max(start, behind), match.start if day else month, end, printed, match.pattern.name)


def _goes_on(units: Units, unit: int) -> bool:
    """Whether a year stands behind a month."""
    following = units.words[unit : unit + 1]
    at = unit + 1 if following and following[0] in ("tahun", "thn", "th", ",") else unit
    return at < len(units.words) and _is_year(units, at)


def _in_figures(story: Story, unit: int, behind: int) -> _Point | None:
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
    printed = Printed(weekday, day, month, year, _tense(story, unit + 1), in_figures=True)
    if first < unit:
        start = unit
    return _Point(max(start, behind), unit, unit + 1, printed, "dates.figures")


def _first_of_range(units: Units, unit: int) -> int:
    """The unit of the first day in "28–29/7/2025" or "28/7-29/7"; the unit itself where there is no range."""
    if unit > 1 and units.words[unit - 1] in _UNTIL and _is_figure_of_day(units.words[unit - 2]):
        return unit - 2
    return unit


def _in_brackets(units: Units, first: int, last: int) -> bool:
    if units.words[last] == "24/7" or not first or last + 1 >= len(units.words):
        return False
    return units.words[first - 1] == "(" and units.words[last + 1] == ")"


def _led_by(story: Story, points: list[_Point], last: _Point) -> list[_Point]:
    """The point, and before it those days or months that end or go on with it, which are then no points of their own."""
    units = story.units
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


def _lone_before(story: Story, point: _Point) -> tuple[_Point, bool] | None:
    """The lone number or month before a point that shares its month or year, and whether it begins an interval."""
    units, printed = story.units, point.printed
    at = point.core - 1
    while at > 0 and units.words[at] in ("dengan", "tanggal", "bulan"):
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
        return _Point(at - 1, at - 1, at, lent, point.pattern), until
    if not _is_day(word) or int(word) >= printed.day:
        return None
    weekday, start = _weekday_before(story, at - 1)
    lent = printed._replace(day=int(word), weekday=weekday)
    return _Point(start, at - 1, at, lent, point.pattern), until


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
    """What stands between two points: "until", "and" for two that share what is printed once, None for anything else."""
    units = story.units
    if not 0 < end - start <= _REACH:
        return None
    between = [units.words[unit] for unit in range(start, end) if not units.has(unit, "weekdays")]
    rest = [word for word in between if word not in _BETWEEN and word not in _DAY_PARTS]
    if rest and all(word in _UNTIL for word in rest):
        return "until"
    return "and" if rest and all(word in _AND for word in rest) and "(" not in between else None


def _weekday_before(story: Story, unit: int) -> tuple[int | None, int]:
    """The weekday that belongs to the date at a unit, and the unit where it begins; "kemarin (" counts as a beginning."""
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


def _tense(story: Story, end: int) -> str | None:
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


def _is_year(units: Units, unit: int) -> bool:
    return units.has(unit, "year")


def _known(story: Story, points: list[_Point]) -> Known:
    published = None
    if story.article.published:
        parts = story.article.published[:10].split("-")
        if len(parts) == 3 and all(part.isdigit() for part in parts):
            published = valid(*map(int, parts))
    bare = Known(published)
    recent = [point for point in points if (point.printed.year or 0) >= _HISTORY and not _of_a_life(story.units, point)]
    whole = [point.printed for point in recent if point.printed.day]
    whole.sort(key=lambda one: not (one.in_figures or one.weekday is not None))
    days = [found for printed in whole if (found := whole_day(printed, bare))]
    if not days:
        days = [found for point in recent if (found := valid(point.printed.year or 0, point.printed.month, _MID_MONTH))]
    if published or days or all(point.printed.year for point in points):
        return Known(published, days)
    years = _years(story, points)
    said = [year for unit, year in years if unit and story.units.words[unit - 1] in ("tahun", "thn")]
    return Known(None, (), max((year for _, year in years), default=None), max(said, default=None))


def _of_a_life(units: Units, point: _Point) -> bool:
    """Whether a date is a day of birth or death."""
    return any(word in _LIFE for word in units.words[max(point.start - _REACH, 0) : point.start])


def _years(story: Story, points: list[_Point]) -> list[tuple[int, int]]:
    """The years that the story names outside its laws and dates, with their units."""
    units = story.units
    elsewhere = {unit for match in story.matches.get("regulations", ()) for unit in range(match.start, match.end)}
    elsewhere.update(unit for point in points for unit in range(point.start, point.end))
    years = [unit for unit, tag in enumerate(units.tags) if tag[:4] == "year" and unit not in elsewhere]
    return [(unit, int(units.words[unit])) for unit in years if int(units.words[unit]) >= _HISTORY]


def _resolved(story: Story, points: list[_Point], known: Known) -> Iterable[_Found]:
    for index, point in enumerate(points):
        if point.until:
            yield from _interval(story, points[index - 1], point, known)
        elif index + 1 == len(points) or not points[index + 1].until:
            yield from _single(story, point, known)


def _single(story: Story, point: _Point, known: Known) -> Iterable[_Found]:
    value, day = _value(point.printed, known)
    if value is not None:
        weekday = point.printed.weekday
        suspect = day is not None and weekday is not None and day.weekday() != weekday
        precision = "day" if point.printed.day else "month"
        yield _Found(value, precision, suspect, _span(story, point.start, point.end), point.pattern, day)


def _interval(story: Story, first: _Point, last: _Point, known: Known) -> Iterable[_Found]:
    begins, _ = _value(first.printed, known)
    ends, day = _value(last.printed, known)
    if begins is None or ends is None or begins >= ends:
        yield from _single(story, first, known)
        yield from _single(story, last, known)
        return
    yield _Found(f"{begins}/{ends}", "interval", False, _span(story, first.start, last.end), last.pattern, day)


def _value(printed: Printed, known: Known) -> tuple[str | None, date | None]:
    if printed.day is not None:
        day = whole_day(printed, known)
        return (day.isoformat() if day else None), day
    month = whole_month(printed, known)
    return (f"{month[0]:04d}-{month[1]:02d}" if month else None), None


def _span(story: Story, start: int, end: int) -> Span:
    """The characters of a date, with the bracket that closes the one it opens."""
    units = story.units
    opens = "(" in units.words[start:end]
    if opens and end < len(units.words) and units.words[end] == ")":
        end += 1
    return units.offsets(start, end)


def _weekday(story: Story, match: Match, known: Known) -> date | None:
    """The day that a weekday alone means in "ujarnya, Rabu." or "pada Senin lalu", seen from the day of publication."""
    units, unit = story.units, match.start
    if known.published is None or not units.said(unit, unit + 1)[0].isupper() or unit == 0 or unit + 1 >= len(units.words):
        return None
    tense = _tense(story, unit + 1)
    ended = units.words[unit + 1] in (".", ",", ")", '"', "”") or units.words[unit + 1] in _DAY_PARTS or tense
    led = units.words[unit - 1] in (",", "pada", "hari", "pada hari", "(")
    if not (ended and led) or (unit > 1 and units.words[unit - 2] in ("setiap", "tiap")):
        return None
    return last_weekday(int(story.value(unit, "weekdays")), known.published, tense)


def _near(story: Story, match: Match, known: Known, found: list[_Found]) -> date | None:
    """The day that "sehari sebelumnya" or "dua hari lalu" points at; "hari ini" and "kemarin" only where sure."""
    if match.start and story.units.words[match.start - 1] in _SPANS_OF_TIME:
        return None
    whence, shift = story.value(match.start, "near_days").split()
    away = timedelta(days=int(shift))
    start, _ = story.units.offsets(match.start, match.end)
    if whence == "story":
        before = [one.day for one in found if one.day and one.span[0] < start]
        return before[-1] + away if before else None
    today = known.published or (known.days[0] if known.days else None)
    if today is None:
        return None
    if away < timedelta(days=-1):
        return today + away
    return today + away if known.published and today + away in known.days else None
