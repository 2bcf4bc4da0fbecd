"""How healthy a night's outcome is, judged by what it brought and not by whether it ended well.

Every series is compared with its own past: the nights of the last eight weeks before weekdays or before weekends,
whichever it is, without the weeks of Lebaran. Nights are known by the day on which they begin in Jakarta. What is told
must be rare enough for a machine that looks at hundreds of outlets every night: chances are divided by their number.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import sqrt
from statistics import median
from typing import NamedTuple

from extractor.nightly.calendar import is_lebaran, is_weekend

_WEEKS = 56
"""Nights that are looked back upon."""
_ENOUGH = 10
"""Nights of a kind, weekdays or weekends, from which on one can say what is usual."""
_KNOWN = 14
"""Nights from an outlet's first article on before anything is said of it."""
_CHANCE = 0.01
"""How likely a healthy press may give an alarm in a night, at most."""
_FAR = 5.0
"""Robust standard deviations from the median that are no chance."""
_ASIDE = 10
"""Pages set aside for a reason, below which nobody need look."""
_RECORDLESS = 14
"""Nights with pages and without a record that are told where none ever was."""
_STEADY = 2
_OTHERS = 5
"""Articles that an outlet usually gives, and outlets that do, from which on they tell how busy the press is."""
_QUIET = 0.5
"""Below this part of what is usual of the others, the press is quiet, and an outlet's silence says nothing."""


class Night(NamedTuple):
    """What a night brought: new articles by outlet (None: it was not crawled to the end), pages read, records.

    `aside` are the pages that were set aside, by reason; `read` counts them too. `records` is None where nothing was
    read to the end.
    """

    day: date
    yields: Mapping[str, int] | None = None
    read: int = 0
    aside: Mapping[str, int] = {}
    records: int | None = None


class Finding(NamedTuple):
    """Something that a person should look at: of what kind, about what, since when, compared with what.

    `kind` is silent, few, many, aside, recordless or drift; `subject` an outlet, a reason, or "all".
    """

    kind: str
    subject: str
    what: str
    since: date
    compared: str

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.subject}: {self.what}, since {self.since}; {self.compared}"


class _Series(NamedTuple):
    """Counts night by night, the oldest first; the last is tonight's."""

    counts: list[tuple[date, int]]

    def usual(self, day: date, before: int) -> list[int]:
        """The counts of earlier nights like that of a day; `before` nights at the end are left out."""
        past = self.counts[: len(self.counts) - before][-_WEEKS:]
        return [count for at, count in past if is_weekend(at) == is_weekend(day) and not is_lebaran(at)]


def judge(nights: Sequence[Night]) -> tuple[Finding, ...]:
    """What is strange of the last of some nights, the oldest first; nothing where too little is known."""
    return (*_yields(nights), *_asides(nights), *_recordless(nights)) if nights else ()


def _yields(nights: Sequence[Night]) -> Iterator[Finding]:
    """Outlets that fell silent, or gave far less or more than they do; else the press as a whole that did."""
    crawled = [(night.day, night.yields) for night in nights if night.yields is not None]
    if nights[-1].yields is None:
        return
    press = _Series([(day, sum(told.values())) for day, told in crawled])
    if silence := _silence(press, "all", _CHANCE, frozenset(), least=2):
        yield silence
        return
    found = list(_outlets(crawled))
    if (strange := _far(press, "all", 1.0)) and strange.kind not in {one.kind for one in found}:
        yield strange
    yield from found


def _outlets(crawled: Sequence[tuple[date, Mapping[str, int]]]) -> Iterator[Finding]:
    """The outlets that are strange."""
    names = sorted({name for _, told in crawled for name in told})
    whole = _Press({name: _Series([(day, told.get(name, 0)) for day, told in crawled]) for name in names})
    for name in names:
        first = next((at for at, (_, told) in enumerate(crawled) if told.get(name)), len(crawled))
        series = _Series([(day, told.get(name, 0)) for day, told in crawled[first:]])
        if len(series.counts) <= _KNOWN:
            continue
        silence = _silence(series, name, _CHANCE / len(names), whole.quiet(name), least=3)
        if strange := silence or _far(series, name, whole.share(name, len(crawled) - 1)):
            yield strange


class _Press:
    """All outlets together, for what a single one is compared with."""

    def __init__(self, series: Mapping[str, _Series]) -> None:
        self._series = series
        self._shares: dict[int, dict[str, float]] = {}

    def share(self, name: str, at: int) -> float:
        """What the other outlets gave in a night of what they usually give: the middle one, where there are enough."""
        if at not in self._shares:
            told = ((other, _share(series, at)) for other, series in self._series.items())
            self._shares[at] = {other: share for other, share in told if share is not None}
        shares = [share for other, share in self._shares[at].items() if other != name]
        return median(shares) if len(shares) >= _OTHERS else 1.0

    def quiet(self, name: str) -> frozenset[date]:
        """The nights at the end in which an outlet gave nothing and the others gave little too."""
        counts = self._series[name].counts
        length = next((at for at, (_, count) in enumerate(reversed(counts)) if count), len(counts))
        silent = range(len(counts) - length, len(counts))
        return frozenset(counts[at][0] for at in silent if self.share(name, at) < _QUIET)


def _share(series: _Series, at: int) -> float | None:
    """What an outlet gave in a night of what it usually does; None where that is not known, or too little."""
    day, count = series.counts[at]
    before = series.usual(day, len(series.counts) - at)
    usual = median(before) if len(before) >= _ENOUGH else 0
    return count / usual if usual >= _STEADY else None


def _silence(series: _Series, name: str, chance: float, quiet: frozenset[date], *, least: int) -> Finding | None:
    """A series that gives nothing for so long, `least` nights at least, that by its own past this is no chance.

    How likely another empty night is follows from the nights before it, those of the silence too (the Beta-binomial of
    Jeffreys): so a short past proves little.
    """
    length = next((at for at, (_, count) in enumerate(reversed(series.counts)) if count), len(series.counts))
    silent = series.counts[len(series.counts) - length :]
    if not silent or length == len(series.counts):
        return None
    likely, evidence, last = 1.0, Counter[bool](), series.usual(silent[-1][0], length)
    for day, _ in silent:
        before = series.usual(day, length)
        if len(before) >= _ENOUGH and day not in quiet and not is_lebaran(day):
            seen = evidence[is_weekend(day)]
            likely *= (before.count(0) + 0.5 + seen) / (len(before) + 1 + seen)
            evidence[is_weekend(day)] += 1
    if likely >= chance or evidence.total() < least:
        return None
    gave = sum(1 for count in last if count)
    compared = f"of {len(last)} such nights before, {gave} gave something, usually {median(last):g}"
    return Finding("silent", name, f"nothing new for {_nights(length)}", silent[0][0], compared)


def _far(series: _Series, name: str, press: float) -> Finding | None:
    """A night that gave far less or far more than such nights do; `press` is what all others gave of their usual.

    Counts are compared by twice their square roots, whose deviation is 1 where they come by chance alone (Anscombe).
    """
    day, count = series.counts[-1]
    before = series.usual(day, 1)
    if len(before) < _ENOUGH or is_lebaran(day):
        return None
    press = min(max(press, 0.1), 10.0)
    roots = [_root(usual * press) for usual in before]
    middle = median(roots)
    spread = max(1.0, 1.4826 * median(abs(root - middle) for root in roots))
    far = (_root(count) - middle) / spread
    if abs(far) <= _FAR:
        return None
    kind, word = ("few", "only ") if far < 0 else ("many", "")
    compared = f"such nights gave {min(before)} to {max(before)} before, usually {median(before):g}"
    return Finding(kind, name, f"{word}{count} new articles", day, compared)


def _root(count: float) -> float:
    return 2 * sqrt(count + 0.375)


def _asides(nights: Sequence[Night]) -> Iterator[Finding]:
    """Reasons for which more pages are set aside than before."""
    *past, last = nights
    known = [night for night in past if night.read >= 2 * _ASIDE][-_WEEKS:]
    if len(known) < _ENOUGH or not last.read:
        return
    for reason, count in sorted(last.aside.items()):
        shares = [night.aside.get(reason, 0) / night.read for night in known]
        usual = median(shares)
        spread = 1.4826 * median(abs(share - usual) for share in shares)
        deviation = sqrt(last.read * usual * (1 - usual) + (last.read * spread) ** 2 + 1)
        share = count / last.read
        if count >= _ASIDE and share >= 2 * usual and (count - last.read * usual) / deviation > _FAR:
            since = _since(known, reason, 2 * usual) or last.day
            what = f"{count} of {last.read} pages set aside ({share:.0%})"
            compared = f"usually {usual:.0%}, at most {max(shares):.0%} in {len(known)} nights before"
            yield Finding("aside", reason, what, since, compared)


def _since(known: Sequence[Night], reason: str, share: float) -> date | None:
    """The first of the last nights in a row in which the share was exceeded; None where the night before kept it."""
    since = None
    for night in reversed(known):
        if night.aside.get(reason, 0) / night.read < share or not night.aside.get(reason, 0):
            break
        since = night.day
    return since


def _recordless(nights: Sequence[Night]) -> Iterator[Finding]:
    """No award record at all, for longer than ever."""
    read = [night for night in nights if night.records is not None and night.read]
    if not read or nights[-1].records is None:
        return
    series = _Series([(night.day, night.records or 0) for night in read])
    found = _silence(series, "records", _CHANCE, frozenset(), least=3)
    if found:
        yield found._replace(kind="recordless", what=found.what.replace("nothing new", "no award record"))
    elif len(read) >= _RECORDLESS and not any(night.records for night in read):
        pages = sum(night.read for night in read)
        compared = f"{pages} pages were read"
        yield Finding("recordless", "records", f"no award record in {_nights(len(read))}", read[0].day, compared)


def _nights(number: int) -> str:
    return f"{number} night{'s'[: number != 1]}"
