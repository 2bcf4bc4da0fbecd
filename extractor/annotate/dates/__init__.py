"""Dates: every day, month and interval that a story prints, and the near days that it points at.

Read: "24/6/2025", "(24/06/2025)", "24-6-2025", "24.06.2025", "Kamis (7/2)", "kemarin (09/06)", "Kamis, 12 Januari
2023", "12 Januari", "8 dan 9 Februari 2020", "22-26 April 2024", "1 Januari - 31 Desember 2023", "28–29/7/2025",
"Senin–Selasa (28–29/7/2025)", "Desember 2023", "Januari–Mei 2023", "awal Agustus", "September mendatang", "ujarnya,
Rabu." (with a day of publication), "sehari sebelumnya", "dua hari lalu", "June 7, 2024", "30 Des 2021".
None: bare years, law numbers, scores, prices, hours, RT/RW, names with a date in them (Universitas 17 Agustus 1945),
and dates whose year the story leaves open.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from extractor.annotate.dates.calendar import Known, Printed, last_weekday, valid, whole_day, whole_month
from extractor.annotate.dates.datepoints import DAY_PARTS, Point, date_points, tense_behind
from extractor.annotate.story import Story
from extractor.article import Span
from extractor.facts import Date
from extractor.patterns import Match, Units
from extractor.patterns.vocabulary import vocabulary

_HISTORY = 2000
"""No story looks from a day before this year: BPJS, the net and most awards are younger."""
_MID_MONTH = 15
_SPANS_OF_TIME = frozenset({"pekan", "minggu", "bulan", "tahun", "musim", "masa", "era", "zaman"})
_LIFE = frozenset({"lahir", "kelahiran", "dilahirkan", "wafat", "meninggal"})
_ALONE = ("weekday", "near")
_REACH = 6
_CLAUSE = 15
"""Units before a year in which a word of plans is looked for."""
_HEAD, _LINE = 200, 100
"""Characters from a text's start to a line at its head, and in such a line."""


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
    points = date_points(story, [match for match in matches if match.pattern.like not in _ALONE])
    known = _known(story, points)
    told = points[1:] if _is_page_date(story, points) else points
    found = list(_resolved(story, told, known))
    taken = {unit for point in points for unit in range(point.start, point.end)}
    printed = sorted((one.span[0], one.day) for one in found if one.day)
    for match in matches:
        if match.pattern.like not in _ALONE or match.start in taken:
            continue
        span = story.units.offsets(match.start, match.end)
        pointed = (
            _weekday(story, match, known) if match.pattern.like == "weekday" else _near(story, match, known, printed)
        )
        if pointed is not None:
            found.append(_Found(pointed.isoformat(), "day", False, span, match.pattern.name, pointed))
    return _facts(found)


def _facts(found: Iterable[_Found]) -> tuple[Date, ...]:
    by_value: dict[str, list[_Found]] = {}
    for one in sorted(found, key=lambda one: one.span):
        by_value.setdefault(one.value, []).append(one)
    return tuple(_fact(value, said) for value, said in by_value.items())


def _fact(value: str, said: list[_Found]) -> Date:
    suspect = all(one.suspect for one in said)
    return Date(value, said[0].precision, suspect, tuple(one.span for one in said), said[0].pattern)


def _known(story: Story, points: list[Point]) -> Known:
    published = None
    if story.article.published:
        parts = story.article.published[:10].split("-")
        if len(parts) == 3 and all(part.isdigit() for part in parts):
            published = valid(*map(int, parts))
    published = published or _stamp(story, points)
    recent = [point for point in points if (point.printed.year or 0) >= _HISTORY and not _of_a_life(story.units, point)]
    whole = [found for point in recent if (found := whole_day(point.printed, Known(published)))]
    told = [point.printed for point in points if point.printed.in_figures or point.printed.weekday is not None]
    told = [printed for printed in told if (printed.year or _HISTORY) >= _HISTORY]
    days = [found for printed in told if (found := whole_day(printed, Known(published, whole)))] + whole
    if not days:
        days = [found for point in recent if (found := valid(point.printed.year or 0, point.printed.month, _MID_MONTH))]
    if published or days or all(point.printed.year for point in points):
        return Known(published, days)
    years = _years(story, points)
    said = [year for unit, year in years if unit and story.units.words[unit - 1] in ("tahun", "thn")]
    known = Known(None, (), max((year for _, year in years), default=None), max(said, default=None))
    by_weekday = [
        found
        for point in points
        if point.printed.weekday is not None and (found := whole_day(point.printed, known)) is not None
    ]
    return known._replace(days=by_weekday) if len({day.year for day in by_weekday}) == 1 else known


def _stamp(story: Story, points: list[Point]) -> date | None:
    """The day that a line at the head of a paper, transcript or release prints: "Kabar Pagi / Jumat, 26 Juli 2019"."""
    if not points or points[0].printed.day is None or points[0].printed.year is None:
        return None
    first, line, before = _line(story, points[0])
    if first > _HEAD or not line or len(line) > _LINE or line[-1] in ".!?," or not _is_apart(before):
        return None
    return whole_day(points[0].printed, Known(None))


def _is_page_date(story: Story, points: list[Point]) -> bool:
    """Whether the first date is the page's own, alone in its line under the title: no part of the story."""
    if _stamp(story, points) is None or (len(points) > 1 and points[1].until):
        return False
    start, end = _span(story, points[0].start, points[0].end)
    first, line, _ = _line(story, points[0])
    return 0 < first == start and len(line) <= end - start


def _line(story: Story, point: Point) -> tuple[int, str, str]:
    """Where a point's line starts, the line if another follows it, and what stands in it before the point."""
    start, end = story.units.offsets(point.start, point.end)
    text = story.article.text
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return first, text[first:last].rstrip() if last >= 0 else "", text[first:start]


def _is_apart(before: str) -> bool:
    """Whether a date behind these words of its line stands alone or behind a sign, in no sentence or headline."""
    before = before.rstrip(" (")
    return not before or before[-1] in "/|,:;-–—•"


def _of_a_life(units: Units, point: Point) -> bool:
    """Whether a date is a day of birth or death."""
    return any(word in _LIFE for word in units.words[max(point.start - _REACH, 0) : point.start])


def _years(story: Story, points: list[Point]) -> list[tuple[int, int]]:
    """The years that the story names outside its laws, dates and plans, with their units.

    Years of plans count where the story names no other ones.
    """
    units = story.units
    elsewhere = {unit for match in story.matches.get("regulations", ()) for unit in range(match.start, match.end)}
    elsewhere.update(unit for point in points for unit in range(point.start, point.end))
    years = [unit for unit, tag in enumerate(units.tags) if tag[:4] == "year" and unit not in elsewhere]
    named = [(unit, int(units.words[unit])) for unit in years if int(units.words[unit]) >= _HISTORY]
    return [(unit, year) for unit, year in named if not _is_planned(units, unit)] or named


def _is_planned(units: Units, unit: int) -> bool:
    """Whether a year is one of plans: "akan ... pada 2032", "target 2030", "2035 mendatang"."""
    first, last = units.sentence(unit)
    if unit + 1 < last and units.words[unit + 1] == "mendatang":
        return True
    return any(word in vocabulary("plan_words") for word in units.words[max(first, unit - _CLAUSE) : unit])


def _resolved(story: Story, points: list[Point], known: Known) -> Iterable[_Found]:
    for index, point in enumerate(points):
        if point.until:
            yield from _interval(story, points[index - 1], point, known)
        elif index + 1 == len(points) or not points[index + 1].until:
            yield from _single(story, point, known)


def _single(story: Story, point: Point, known: Known) -> Iterable[_Found]:
    value, day = _value(point.printed, known)
    if value is not None:
        weekday = point.printed.weekday
        suspect = day is not None and weekday is not None and day.weekday() != weekday
        precision = "day" if point.printed.day else "month"
        yield _Found(value, precision, suspect, _span(story, point.start, point.end), point.pattern, day)


def _interval(story: Story, first: Point, last: Point, known: Known) -> Iterable[_Found]:
    ends, day = _value(last.printed, known)
    opening = first.printed
    if opening.year is None and ends is not None:
        later = (opening.month, opening.day or 1) > (last.printed.month, last.printed.day or 31)
        opening = opening._replace(year=int(ends[:4]) - later)
    begins, _ = _value(opening, known)
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
    _, last = units.sentence(unit)
    if known.published is None or unit >= last - 1 or not units.said(unit, unit + 1)[0].isupper():
        return None
    tense = tense_behind(story, unit + 1)
    ended = units.words[unit + 1] in (".", ",", ")", '"', "”") or units.words[unit + 1] in DAY_PARTS or tense
    before = units.words[unit - 1] if unit else ""
    led = before in (",", "pada", "hari", "pada hari", "(") or (tense and units.words[unit] != "minggu")
    if not (ended and led) or (unit > 1 and units.words[unit - 2] in ("setiap", "tiap")):
        return None
    return last_weekday(int(story.value(unit, "weekdays")), known.published, tense)


def _near(story: Story, match: Match, known: Known, printed: list[tuple[int, date]]) -> date | None:
    """The day that "sehari sebelumnya" or "dua hari lalu" points at; "hari ini", "kemarin" only where printed too."""
    before = match.start - 1
    if before >= 0 and (story.units.words[before] in _SPANS_OF_TIME or story.units.has(before, "weekdays")):
        return None
    whence, shift = story.value(match.start, "near_days").split()
    away = timedelta(days=int(shift))
    if whence == "story":
        start, _ = story.units.offsets(match.start, match.end)
        earlier = bisect_left(printed, (start, date.min))
        return printed[earlier - 1][1] + away if earlier else None
    if known.published and away <= timedelta() and _set_off(story.units, match):
        return known.published + away
    today = known.published or (printed[0][1] if printed else None)
    if today is None or away < timedelta(days=-1):
        return today and today + away
    return today + away if known.published and today + away in known.days else None


def _set_off(units: Units, match: Match) -> bool:
    """Whether a day stands apart behind a comma or in brackets, as the press dates a story: "katanya, kemarin."."""
    if match.start == 0 or match.end >= len(units.words):
        return False
    return units.words[match.start - 1] in (",", "(") and units.words[match.end] in (",", ".", ")")
