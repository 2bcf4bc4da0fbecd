"""Worker counts: every number of people as workers, or as people covered by social security or to be covered.

Shapes as printed: "3.000 pekerja rentan seperti tukang ojek", "1.404 aparat kampung dan 2.300an pekerja rentan",
"pekerja rentan sebanyak 8.300 orang", "Penerima upah: 183.204 orang", "dari 12.000 pekerja rentan, baru 4.000
orang", "117 ribu masyarakat miskin", "7.000 hingga 8.500 orang" (two), "baru 640 yang didaftarkan", tables with one
cell a line.

None: firms, schools, villages, money, shares, votes, victims, guests at an event, households, ages.

Where a number is read, of whom it counts and what is said of it: headcounts.py, groups.py, protection.py,
whereabouts.py.
"""

from collections import defaultdict
from collections.abc import Sequence

from extractor import facts
from extractor.annotate.regions import Mention
from extractor.annotate.story import Story
from extractor.annotate.surroundings import sentence_round
from extractor.annotate.worker_counts.headcounts import Headcount, headcounts
from extractor.annotate.worker_counts.placed import is_place, opens_places
from extractor.annotate.worker_counts.protection import protection
from extractor.annotate.worker_counts.whereabouts import Whereabouts
from extractor.article import Span

_STANDING_FOR = ("worker_counts.persons", "worker_counts.only")
_ESTIMATES = frozenset(("diperkirakan", "ditaksir", "perkiraan", "estimasi", "diestimasikan", "kisaran"))
_ESTIMATE_REACH = 3
_RANGES = frozenset(("sampai", "hingga", "s/d", "-", "–", "—"))
_ALIKE = 20
_LARGE, _ROUND = 1000, 100
_ANY_GROUP = frozenset(("member", "candidate"))


def worker_counts(
    story: Story, places: Sequence[Mention], holders: Sequence[facts.Official]
) -> tuple[facts.WorkerCount, ...]:
    """The worker counts of a story, each once with all its spans, in the order of the text."""
    counts = headcounts(story)
    if not counts:
        return ()
    where = Whereabouts(story, places, holders)
    merged: list[tuple[Headcount, facts.WorkerCount]] = []
    codes: list[str | None] = []
    of_value = defaultdict[float, list[int]](list)
    for index, (count, status) in enumerate(zip(counts, protection(story, counts), strict=True)):
        start = counts[index - 1].end if index else 0
        end = counts[index + 1].unit if index + 1 < len(counts) else len(story.units.words)
        code = where.region(count, start, end)
        if index and _is_whole_of(story, counts[index - 1], count) and not where.names_between(start, end):
            code = codes[-1]
        if index and _is_upper_end(story, counts[index - 1], count):
            code = codes[-1]
        codes.append(code)
        fact = _fact(story, count, status, code)
        alike = of_value[count.quantity.value]
        same = next((at for at in alike[:_ALIKE] if _same(story, merged[at][0], count)), None)
        if same is None:
            alike.append(len(merged))
            merged.append((count, fact))
        else:
            merged[same] = _merged(merged[same], (count, fact))
    return tuple(fact for _, fact in merged)


def _fact(story: Story, count: Headcount, status: str | None, region: str | None) -> facts.WorkerCount:
    units, quantity, group = story.units, count.quantity, count.group
    bound = quantity.bound
    if bound == "exact" and not _ESTIMATES.isdisjoint(units.words[max(0, count.unit - _ESTIMATE_REACH) : count.unit]):
        bound = "about"
    if bound == "exact" and _is_exceeded(story, count):
        bound = "at_least"
    if bound == "at_most" and _is_most_of_places(story, count):
        bound = "exact"
    said = units.on_one_line(group.start, group.end)
    spans = _spans(story, count)
    return facts.WorkerCount(int(quantity.value), bound, said, status, region, spans, count.pattern)


def _is_exceeded(story: Story, count: Headcount) -> bool:
    """Whether "lebih" stands behind the persons: "52 ribu orang lebih"."""
    units, behind = story.units, count.unit + 2
    return behind < len(units.words) and units.has(behind - 1, "persons") and units.words[behind] == "lebih"


def _is_most_of_places(story: Story, count: Headcount) -> bool:
    """Whether "paling banyak" tells which place has most: "Jayawijaya paling banyak 12.000 orang, Tolikara 5.000"."""
    start = story.units.unit_of[count.quantity.bound_start]
    return start > 0 and is_place(story, start - 1) and opens_places(story, count.unit)


def _spans(story: Story, count: Headcount) -> tuple[Span, ...]:
    return (story.units.offsets(count.start, count.end),)


def _is_whole_of(story: Story, part: Headcount, count: Headcount) -> bool:
    """Whether a headcount is the whole of the one before it: "baru 86 nelayan yang ikut, dari sekitar 740 nelayan"."""
    units = story.units
    before = units.unit_of[count.quantity.bound_start] - 1
    same_sentence = sentence_round(story, part.unit)[1] > count.unit
    return same_sentence and count.quantity.value > part.quantity.value and units.words[before] == "dari"


def _is_upper_end(story: Story, lower: Headcount, count: Headcount) -> bool:
    """Whether a headcount ends the range that the one before it begins: "1.500 sampai 2.000 nelayan"."""
    return count.unit == lower.unit + 2 and story.units.words[lower.unit + 1] in _RANGES


def _same(story: Story, one: Headcount, other: Headcount) -> bool:
    """Whether two headcounts of the same number are one figure said twice: of groups that can be one, or said so
    exactly that it can be no other.
    """
    if one.quantity.value >= _LARGE and one.quantity.value % _ROUND:
        return True
    if one.pattern in _STANDING_FOR or other.pattern in _STANDING_FOR:
        return True
    if one.group.kind in _ANY_GROUP or other.group.kind in _ANY_GROUP:
        return one.quantity.value >= 1000 or one.group.kind == other.group.kind
    first, second = _words(story, one), _words(story, other)
    return first <= second or second <= first


def _words(story: Story, count: Headcount) -> set[str]:
    return set(" ".join(story.units.words[count.group.start : count.group.end]).split())


def _merged(
    first: tuple[Headcount, facts.WorkerCount], again: tuple[Headcount, facts.WorkerCount]
) -> tuple[Headcount, facts.WorkerCount]:
    """A figure said twice; workers under one name say more than the trades of a headline."""
    fact = _merge(first[1], again[1])
    if first[0].group.kind == "trade" and again[0].group.kind == "worker":
        return again[0], fact._replace(group=again[1].group)
    return first[0], fact


def _merge(fact: facts.WorkerCount, again: facts.WorkerCount) -> facts.WorkerCount:
    """A fact with the spans of its repetition, and what only that says."""
    bound = again.bound if fact.bound == "exact" else fact.bound
    return fact._replace(
        bound=bound,
        status=fact.status or again.status,
        region=fact.region or again.region,
        spans=fact.spans + again.spans,
    )
