"""Headcounts: the numbers of a story that count people as workers or as people covered, each with its group.

A number counts people by what stands beside it: a group ("3.000 pekerja rentan"), "orang" or "jiwa", whose group is the
nearest before it in the sentence or the paragraph, a label ("Penerima upah: 183.204"), or a coverage verb ("baru 640 yang
didaftarkan"). Groups of one kind differ in what they ask of their setting (see patterns/words/worker_groups.txt).

None: guests and victims, money, shares, figures of a year, small numbers in words that stand for no group.
"""

from typing import NamedTuple

from extractor.annotate.context import clause
from extractor.annotate.groups import Group, group_at, head_at, open_group_at, phrase_in
from extractor.annotate.story import Story
from extractor.numbers import Quantity
from extractor.patterns import Match
from extractor.patterns.vocabulary import vocabulary

_ORDER = ("group", "low", "persons", "column", "label", "bare", "open")
"""Surer readings of a number come first."""
_CURRENCIES = frozenset(("rp", "rp.", "idr", "usd", "us$", "$", "rupiah"))
_NO_PEOPLE = frozenset(("persen", "%", "prosen", "rupiah", "poin", "-"))
_BEHIND_BARE = frozenset(
    (".", ",", ";", ")", "(", "”", '"', "yang", "atau", "saja", "lagi", "dan", "pada", "di", "sudah", "telah", "belum", "masih", "tahun", "dari")
)
_LEAST_BARE = 10
_SENTENCES_BACK = 3
_STRAY_WORDS = 1
_OPEN_REACH = 8


class Headcount(NamedTuple):
    """A number of people: the unit of its number, units [start, end) that say it, its group and pattern."""

    unit: int
    start: int
    end: int
    quantity: Quantity
    group: Group
    pattern: str


def headcounts(story: Story) -> list[Headcount]:
    """The headcounts of a story in the order of the text."""
    matches = story.matches.get("worker_counts", [])
    if not matches:
        return []
    found: dict[int, Headcount] = {}
    for match in sorted(matches, key=lambda match: (_ORDER.index(match.pattern.says["of"]), match.start, -match.end)):
        for count in _read(story, match, found):
            found.setdefault(count.unit, count)
    return [found[unit] for unit in sorted(found)]


def _read(story: Story, match: Match, found: dict[int, Headcount]) -> list[Headcount]:
    kind = match.pattern.says["of"]
    if kind == "column":
        return _column(story, match)
    unit = match.slots["low" if kind == "low" else "number"][0]
    if unit in found or not _counts(story, unit):
        return []
    reader = {"group": _grouped, "low": _low, "persons": _persons, "label": _labelled, "bare": _bare, "open": _open}[kind]
    count = reader(story, match, unit, found)
    return [count] if count else []


def _counts(story: Story, unit: int) -> bool:
    """Whether a number may count at all: no money, share or year."""
    units = story.units
    if unit not in units.quantities:
        return False
    if units.has(unit, "year") and not (unit + 1 < len(units.words) and units.has(unit + 1, "persons")):
        return False
    before = units.words[unit - 1] if unit else ""
    after = units.words[unit + 1] if unit + 1 < len(units.words) else ""
    value = units.quantities[unit].value
    return before not in _CURRENCIES and after not in _NO_PEOPLE and value >= 1 and value == int(value)


def _grouped(story: Story, match: Match, unit: int, found: dict[int, Headcount]) -> Headcount | None:
    slot = match.slots.get("group") or match.slots["head"]
    group = group_at(story, slot[0])
    if group is None:
        return None
    return _headcount(story, match, unit, group.end, group) if _setting_allows(story, unit, group) else None


def _low(story: Story, match: Match, unit: int, found: dict[int, Headcount]) -> Headcount | None:
    above = match.slots["number"][0]
    upper = found.get(above)
    if upper is None and "group" not in match.slots and _counts(story, above):
        upper = _persons(story, match, above, found)
    if upper is None or upper.quantity.value <= story.units.quantities[unit].value:
        return None
    return Headcount(unit, unit, upper.end, story.units.quantities[unit], upper.group, match.pattern.name)


def _persons(story: Story, match: Match, unit: int, found: dict[int, Headcount]) -> Headcount | None:
    """A number of "orang": by what they are behind it, or by the group that it stands for."""
    units = story.units
    if not units.quantities[unit].printed and units.quantities[unit].value < _LEAST_BARE:
        return None
    group = antecedent(story, unit) or _group_behind(story, match.end)
    if group is None or not _setting_allows(story, unit, group):
        return None
    return _headcount(story, match, unit, match.end, group)


def _labelled(story: Story, match: Match, unit: int, found: dict[int, Headcount]) -> Headcount | None:
    """A number behind a label: "Penerima upah: 183.204", or a row's place under words that name the group."""
    first, _ = story.units.sentence(unit)
    near = last_group(story, first, unit)
    if near and near.end != unit - 1:
        return None
    return _bare(story, match, unit, found)


def _bare(story: Story, match: Match, unit: int, found: dict[int, Headcount]) -> Headcount | None:
    """A number without "orang": only where nothing else can be counted and words of coverage stand by."""
    units = story.units
    after = units.words[unit + 1] if unit + 1 < len(units.words) else "."
    _, last = units.sentence(unit)
    if units.quantities[unit].value < _LEAST_BARE or not (unit + 1 >= last or after in _BEHIND_BARE):
        return None
    labelled = match.slots.get("group")
    group = _whole_group(story, labelled[0]) if labelled else antecedent(story, unit)
    if group is None or not (_covers(story, *units.sentence(unit)) or _covers(story, *_vicinity(story, unit))):
        return None
    return _headcount(story, match, unit, unit + 1, group) if _setting_allows(story, unit, group) else None


def _open(story: Story, match: Match, unit: int, found: dict[int, Headcount]) -> Headcount | None:
    """A number and a noun of no list: only where a word of coverage governs it, in a story about social security."""
    group = open_group_at(story, match.slots["noun"][0])
    if group is None or not _covers(story, *_vicinity(story, unit)):
        return None
    if _governed(story, unit) or _covered_behind(story, group.end):
        return _headcount(story, match, unit, group.end, group)
    return None


def _column(story: Story, match: Match) -> list[Headcount]:
    """The numbers of a table under a header that names the group: cells one a line, each number behind its row's name."""
    units = story.units
    first, unit = units.sentence(match.start)
    group = last_group(story, first, match.start)
    counts: list[Headcount] = []
    while group is not None and unit < len(units.words):
        start, end = units.sentence(unit)
        numbers = [at for at in range(start, end) if at in units.quantities]
        if end - start > 6 or len(numbers) > 1 or (not numbers and not any(units.has(at, "region") for at in range(start, end))):
            break
        counts += [Headcount(at, at, at + 1, units.quantities[at], group, match.pattern.name) for at in numbers if _counts(story, at)]
        unit = end
    return counts


def antecedent(story: Story, unit: int) -> Group | None:
    """The group that a bare number stands for: the nearest before it, in its sentence or, where little else stands
    before the number there, in the sentences before it."""
    units = story.units
    first, _ = units.sentence(unit)
    near = last_group(story, first, unit)
    if near:
        return near
    if not _bare_so_far(story, first, unit):
        return None
    paragraph, _ = paragraph_at(story, unit)
    for _ in range(_SENTENCES_BACK):
        if first == 0:
            return None
        end, (first, _) = first, units.sentence(first - 1)
        group = last_group(story, first, end)
        if group:
            return group
        if first < paragraph and not _bare_so_far(story, first, end):
            return None
    return None


def last_group(story: Story, start: int, end: int) -> Group | None:
    """The last group in units [start, end) that is no part of a longer one."""
    units = story.units
    for unit in range(end - 1, start - 1, -1):
        if units.tags[unit] in ("mark", "number") or head_at(story, unit) is None:
            continue
        group = _whole_group(story, unit, start)
        if group is not None:
            return group._replace(end=min(group.end, end))
    return None


def _whole_group(story: Story, unit: int, start: int = 0) -> Group | None:
    """The group whose head stands at a unit, or that begins right before it: "Guru honorer", "anggota Linmas"."""
    longer = group_at(story, unit - 1) if unit > start else None
    return longer if longer and longer.end > unit else group_at(story, unit)


def _bare_so_far(story: Story, start: int, end: int) -> bool:
    """Whether units [start, end) name nothing that could be counted: only places, marks and words of patterns."""
    units, stray = story.units, 0
    stops, cues = vocabulary("group_stops"), vocabulary("count_cues")
    for unit in range(start, end):
        if units.tags[unit] in ("word", "Name") and units.words[unit] not in stops and units.words[unit] not in cues:
            stray += 1
    return stray <= _STRAY_WORDS


def _group_behind(story: Story, unit: int) -> Group | None:
    """The group that follows "orang": "4,6 juta orang menjadi peserta BPJS", "12 orang tukang cendol"."""
    _, last = clause(story.units, unit - 1)
    for at in range(unit, min(last, unit + _OPEN_REACH)):
        if story.units.words[at] in (".", ",") or at in story.units.quantities:
            return None
        group = group_at(story, at)
        if group:
            return group
    return None


def _headcount(story: Story, match: Match, unit: int, end: int, group: Group) -> Headcount:
    start = min(unit, match.slots["group"][0]) if "group" in match.slots else unit
    return Headcount(unit, start, max(end, unit + 1), story.units.quantities[unit], group, match.pattern.name)


def _setting_allows(story: Story, unit: int, group: Group) -> bool:
    """Whether the words round a number let it count people of this kind as workers or as people covered."""
    sentence = story.units.sentence(unit)
    covered = _covers(story, *sentence)
    if group.kind == "worker":
        return covered or not _barred(story, unit)
    if group.kind in ("people", "segment"):
        return covered and not _barred(story, unit)
    if _barred(story, unit):
        return False
    return covered or _covers(story, *_vicinity(story, unit)) or _is_about_security(story)


def _barred(story: Story, unit: int) -> bool:
    words, bars = story.units.words, vocabulary("count_bars")
    start, end = clause(story.units, unit)
    return any(words[at] in bars for at in range(start, end))


def _covers(story: Story, start: int, end: int) -> bool:
    """Whether units [start, end) speak of social security."""
    units = story.units
    return not vocabulary("security").keys().isdisjoint(units.reading.lowers[units.starts[start] : units.ends[end - 1]])


def _is_about_security(story: Story) -> bool:
    return not vocabulary("security").keys().isdisjoint(story.units.reading.lowers)


def paragraph_at(story: Story, unit: int) -> tuple[int, int]:
    """The units [start, end) of the paragraph that a unit stands in."""
    reading = story.units.reading
    first, last = reading.paragraphs[reading.paragraph_of[story.units.starts[unit]]]
    return story.units.unit_of[first], story.units.unit_of[last - 1] + 1


def _vicinity(story: Story, unit: int) -> tuple[int, int]:
    """The units [start, end) of a unit's paragraph and the one before it."""
    start, end = paragraph_at(story, unit)
    return (paragraph_at(story, start - 1)[0] if start else 0), end


def _governed(story: Story, unit: int) -> bool:
    """Whether a word of coverage stands right before a number: "mendaftarkan 214 dalang", "iuran bagi 65 juru kunci"."""
    first, _ = story.units.sentence(unit)
    for at in range(unit - 1, max(first, unit - 4) - 1, -1):
        cue = phrase_in(story, at, "count_cues", unit)
        if cue and cue[0] == "covered":
            return True
    return False


def _covered_behind(story: Story, unit: int) -> bool:
    """Whether a group is followed at once by a word of coverage: "yang iurannya ditanggung desa", "sudah terdaftar"."""
    units = story.units
    _, last = units.sentence(unit - 1)
    for at in range(unit, min(last, unit + 6)):
        if at in units.quantities or units.words[at] in (",", ".", ";"):
            return False
        cue = phrase_in(story, at, "count_cues", last)
        if cue and cue[0] == "covered":
            return True
    return False
