"""Headcounts: the numbers of a story that count people as workers or as people covered, each with its group.

A number counts people by what stands beside it: a group ("3.000 pekerja rentan"), "orang" or "jiwa", whose group is the
nearest before it (antecedents.py), a label ("Penerima upah: 183.204"), or a coverage verb ("baru 640 yang
didaftarkan"). Groups of one kind differ in what they ask of their setting (see patterns/words/worker_groups.txt).

None: guests and victims, money, shares, years, small numbers in words that stand for no group.

Which numbers may count at all: figures.py; those in lists of places: placed.py.
"""

from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.annotate.surroundings import sentence_round
from extractor.annotate.worker_counts.antecedents import (
    antecedent,
    attribute_behind,
    group_behind,
    is_row,
    last_group,
    member_behind,
    returns_to_whole,
    whole_group,
)
from extractor.annotate.worker_counts.figures import may_count, people
from extractor.annotate.worker_counts.groups import Group, group_at, head_at, open_group_at, possessed_at
from extractor.annotate.worker_counts.placed import LISTING, opens_places, placed_behind
from extractor.annotate.worker_counts.security import (
    are_registered_themselves,
    covers,
    is_about,
    is_barred,
    is_registered,
    mentions_security,
    says_covered,
)
from extractor.annotate.worker_counts.tables import Cell, barred_rows, column_below
from extractor.numbers import Quantity
from extractor.patterns import Match
from extractor.patterns.vocabulary import vocabulary

_ORDER = ("group", "low", "column", "label", "persons", "beside", "bare", "row", "open")
"""Surer readings of a number come first."""
_BEHIND_BARE = frozenset(
    """. , ; ) ( ” " yang atau saja lagi dan pada di sudah telah belum masih tahun dari lainnya diantaranya tapi
    tetapi namun sedangkan sementara karena sehingga kalau sisanya selebihnya""".split()
)
_JOINTS = frozenset(("dan", "serta", ",", "plus"))
_OPENING_PARTS = frozenset("masing-masing rinciannya perinciannya rincian terdiri mereka".split())
_BESIDE = frozenset(("tahun ini", "tahun lalu", *"lain lainnya sebanyak sejumlah ada kini sekarang saja".split()))
"""What stands between a group and its number."""
_LEAST_BARE, _LEAST_BESIDE = 10, 100
_THOUSAND = 1000
_PASSING = 2
_LABEL = 3
_MOST_YEARS = 100
_AWARDED = frozenset(("penerima", "peraih"))
_MOST_PARTS, _SUM_REACH, _LISTED = 6, 150, 16
TABLE = "worker_counts.table"
"""The pattern of numbers in columns."""
EACH = "worker_counts.each"
"""The pattern of the first of two that share a group: "masing-masing 2.000 dan 3.500 pekerja"."""
OF_THEM = "worker_counts.of_them"
"""The pattern of parts: "70 ribu merupakan pekerja informal"."""


NUMBERED = "worker_counts.numbered"
"""The pattern of a number that words lead to: "totalnya 26.400", "sebanyak 3.216"."""
ROW = "worker_counts.row"
"""The pattern of numbers behind the names of places."""


class Headcount(NamedTuple):
    """A number of people: the unit of its number, units [start, end) that say it, its group and pattern."""

    unit: int
    start: int
    end: int
    quantity: Quantity
    group: Group
    pattern: str
    said: str | None = None
    """What the head of its column says of a number in a table."""


class _Count(NamedTuple):
    """A number under reading: the form that found it, its unit, what was counted before, with its groups.

    `in_passing`: the story speaks of social security in passing at most.
    """

    story: Story
    match: Match
    unit: int
    found: dict[int, Headcount]
    groups: dict[int, Group]
    in_passing: bool

    @property
    def value(self) -> int | float:
        return people(self.story, self.unit).value

    def of(self, group: Group, end: int) -> Headcount:
        start = min(self.unit, self.match.slots["group"][0]) if "group" in self.match.slots else self.unit
        quantity = people(self.story, self.unit)
        return Headcount(self.unit, start, max(end, self.unit + 1), quantity, group, self.match.pattern.name)


def headcounts(story: Story) -> list[Headcount]:
    """The headcounts of a story in the order of the text."""
    matches = story.matches.get("worker_counts", [])
    passing = bool(matches) and not mentions_security(story, _PASSING)
    found = {cell.unit: _cell(story, cell) for cell in barred_rows(story) if may_count(story, cell.unit)}
    groups = {unit: count.group for unit, count in found.items()}
    for match in sorted(matches, key=lambda match: (_ORDER.index(match.pattern.says["of"]), match.start, -match.end)):
        for count in _read(story, match, found, groups, passing):
            found.setdefault(count.unit, count)
            groups.setdefault(count.unit, count.group)
    for count in [found[unit] for unit in sorted(found)]:
        for unit in placed_behind(story, count.end, found):
            found[unit] = Headcount(unit, unit, unit + 1, people(story, unit), count.group, ROW)
    return [found[unit] for unit in sorted(found)]


def _read(
    story: Story, match: Match, found: dict[int, Headcount], groups: dict[int, Group], passing: bool
) -> list[Headcount]:
    kind = match.pattern.says["of"]
    if kind == "column":
        return [_cell(story, cell) for cell in column_below(story, match.start) if may_count(story, cell.unit)]
    unit = match.slots["low" if kind == "low" else "number"][0]
    near = range(match.start + 1, unit) if kind == "bare" else range(0)
    read = (
        _READERS[kind](_Count(story, match, at, found, groups, passing))
        for at in (*near, unit)
        if at not in found and may_count(story, at, is_low=kind == "low")
    )
    return [count for count in read if count]


def _grouped(count: _Count) -> Headcount | None:
    slot = count.match.slots.get("group") or count.match.slots["head"]
    group = group_at(count.story, slot[0])
    if group is None or not _setting_allows(count, group):
        return None
    if "whole" in count.match.slots and count.value < _LEAST_BARE:
        return None
    if count.match.pattern.name == OF_THEM and count.value < _LEAST_BARE:
        return None
    if "whole" in count.match.slots:
        return count.of(group, count.unit + 1)._replace(start=count.unit)
    return count.of(group, group.end)


def _low(count: _Count) -> Headcount | None:
    """The lower end of a range, of whom its upper end counts."""
    above = count.match.slots["number"][0]
    upper = count.found.get(above)
    if upper is None and "group" not in count.match.slots and may_count(count.story, above):
        upper = _persons(count._replace(unit=above))
    if upper is None or (upper.quantity.value <= count.value and count.match.pattern.name != EACH):
        return None
    return count.of(upper.group, upper.end)._replace(start=count.unit)


def _persons(count: _Count) -> Headcount | None:
    """A number of "orang": by what they are behind it, or by the group that it stands for."""
    story, unit, end = count.story, count.unit, count.match.end
    if not story.units.quantities[unit].printed and count.value < _LEAST_BARE:
        return None
    if story.units.words[unit - 1] == "berpenduduk":
        return None
    attribute = attribute_behind(story, end)
    if attribute:
        return count.of(attribute, attribute.end) if is_about(story, unit) else None
    first, _ = sentence_round(story, unit)
    near = last_group(story, first, unit)
    beside = near is not None and near.end == unit and near.kind != "member"
    group = (
        (antecedent(story, first, count.groups) if returns_to_whole(story, first) and not beside else None)
        or near
        or _sum_of(count)
        or antecedent(story, unit, count.groups)
        or group_behind(story, end, count.groups)
    )
    return count.of(group, end) if group and _setting_allows(count, group) else None


def _labelled(count: _Count) -> Headcount | None:
    """A number behind a label: "Penerima upah: 183.204", or a row's place under words that name the group."""
    units = count.story.units
    first, _ = sentence_round(count.story, count.unit)
    near = last_group(count.story, first, count.unit)
    between = range(near.end, count.unit - 1) if near else ()
    if count.value < _MOST_YEARS and any(units.tags[at] == "Name" for at in between):
        return None  # an age: "Keluarga Oman Rohman (54)"
    if len(between) > _LABEL or any(units.tags[at] == "mark" or units.has(at, "region") for at in between):
        return None
    return _bare(count)


def _beside(count: _Count) -> Headcount | None:
    """A number right behind its group: "pekerja formal 91.376 orang, pekerja informal 8 ribuan"; "Pekerja rentan tahun
    ini 4.500".
    """
    story, unit = count.story, count.unit
    group = whole_group(story, count.match.slots["group"][0])
    start = story.units.unit_of[people(story, unit).bound_start]
    if group is None or group.end > start or count.value < _LEAST_BESIDE:
        return None
    if not _BESIDE.issuperset(story.units.words[group.end : start]):
        return None
    first, last = sentence_round(story, unit)
    known = covers(story, first, last) or _lists_parts(story, first) or _is_listed(count, group)
    return _bare(count) if known or (count.value >= _THOUSAND and is_about(story, unit)) else None


def _is_listed(count: _Count, group: Group) -> bool:
    """Whether a group with its number goes on from another: "kepala desa 3.612, BPD 2.370, RT dan RW 12.084 orang"."""
    story, before = count.story, group.start - 2
    if before < 1 or story.units.words[before + 1] not in _JOINTS:
        return False
    at = before - 1 if story.units.has(before, "persons") else before
    if at in count.found:
        return True
    return at in story.units.quantities and last_group(story, max(0, at - _LABEL), at) is not None


def _lists_parts(story: Story, first: int) -> bool:
    """Whether a sentence begins as a list of the parts of what the sentence before says is covered."""
    opens = first > 0 and story.units.words[first] in _OPENING_PARTS
    return opens and covers(story, *sentence_round(story, first - 1))


def _bare(count: _Count) -> Headcount | None:
    """A number without "orang": only where nothing else can be counted and words of coverage stand by."""
    story, unit = count.story, count.unit
    units = story.units
    _, last = units.sentence(unit)
    if count.value < _LEAST_BARE or not (unit + 1 >= last or _may_end(count, unit + 1)):
        return None
    if unit + 1 < last and units.has(unit + 1, "of_them") and _is_of_others(count):
        return None
    labelled = count.match.slots.get("group")
    group = whole_group(story, labelled[0]) if labelled else antecedent(story, unit, count.groups)
    if group is not None and group.kind == "workforce":
        group = member_behind(story, unit + 1) or group
    if group is None or not _setting_allows(count, group):
        return None
    said = says_covered(story, unit) or is_row(story, unit)
    said = said or opens_places(story, unit) or (_is_named_beside(count, group) and count.value >= _THOUSAND)
    known = is_about(story, unit) or (said and not count.in_passing)
    return count.of(group, unit + 1) if known else None


def _is_named_beside(count: _Count, group: Group) -> bool:
    """Whether a number is said of workers in its own sentence: "Nelayan kita totalnya 26.400-an"."""
    first, _ = sentence_round(count.story, count.unit)
    said = count.match.pattern.name == NUMBERED and group.kind in ("worker", "trade", "member")
    return said and first <= group.start < count.unit


def _may_end(count: _Count, unit: int) -> bool:
    """Whether a bare number may end before a unit: it is no noun that the number counts."""
    units = count.story.units
    return units.words[unit] in _BEHIND_BARE or units.has(unit, "of_them")


def _is_of_others(count: _Count) -> bool:
    """Whether a part is taken from what no people are: "dari 604 gampong, 211 di antaranya"."""
    units = count.story.units
    first, _ = sentence_round(count.story, count.unit)
    whole = next((at for at in range(count.unit - 1, first, -1) if at in units.quantities), None)
    if whole is None or whole in count.found or units.words[whole - 1] != "dari" or units.has(whole + 1, "percent"):
        return False
    return units.words[whole + 1] in vocabulary("count_nouns")


def _listed_region(count: _Count) -> Headcount | None:
    """A number behind a region in a list of such: "Mukomuko dengan 6.380 buruh sawit, lalu Seluma 3.075"."""
    story, unit = count.story, count.unit
    first, last = sentence_round(story, unit)
    before = next((at for at in range(unit - 1, max(first, unit - _LISTED) - 1, -1) if at in count.found), None)
    ends = unit + 1 >= last or story.units.tags[unit + 1] == "mark" or story.units.words[unit + 1] in _JOINTS
    if before is None and opens_places(story, unit):
        return _bare(count)
    if before is None or not ends or count.value < _LEAST_BESIDE:
        return None
    between = story.units.words[count.found[before].end : count.match.start]
    return count.of(count.found[before].group, unit + 1) if set(between) <= LISTING else None


def _open(count: _Count) -> Headcount | None:
    """A number and a noun of no list: only where a word of coverage governs it, in a story about social security."""
    story, unit = count.story, count.unit
    noun = count.match.slots["noun"][0]
    group = open_group_at(story, noun) or possessed_at(story, noun)
    if group is None:
        return None
    listed = story.units.words[unit - 1] in _JOINTS and any(
        at in count.found and count.found[at].end == unit - 1 for at in range(unit - 2, unit - _LISTED, -1)
    )
    registered = count.value >= _LEAST_BARE and is_registered(story, unit, group)
    listed = listed or _leads_to_listed(count, group)
    known = group.kind != "open" or any(head_at(story, at) for at in range(group.start + 1, group.end))
    about = is_about(story, unit) or (known and not count.in_passing)
    return count.of(group, group.end) if about and (listed or known or registered) else None


def _leads_to_listed(count: _Count, group: Group) -> bool:
    """Whether a joint and a number that counts people stand behind a group: "1.364 panitia dan 744 anggota KPPS"."""
    behind = group.end + 1
    if behind not in count.found or count.value < _LEAST_BARE:
        return False
    return count.story.units.words[group.end] in _JOINTS


def _cell(story: Story, cell: Cell) -> Headcount:
    quantity = people(story, cell.unit)
    return Headcount(cell.unit, cell.unit, cell.unit + 1, quantity, cell.group, TABLE, cell.said)


def _sum_of(count: _Count) -> Group | None:
    """The first group of those whose sum a number is: "815 pekerja wisata dan 96 porter. Totalnya 911 orang"."""
    total, parts = 0.0, 0
    for at in range(count.unit - 1, max(0, count.unit - _SUM_REACH) - 1, -1):
        part = count.found.get(at)
        if part is not None and parts < _MOST_PARTS:
            total, parts = total + part.quantity.value, parts + 1
            if total == count.value and parts > 1:
                return part.group
    return None


def _setting_allows(count: _Count, group: Group) -> bool:
    """Whether the words round a number let it count people of this kind as workers or as people covered."""
    story, unit = count.story, count.unit
    first, last = sentence_round(story, unit)
    covered = covers(story, first, last)
    if group.kind == "member" and _receive_award(story, first, group):
        return False
    if group.kind == "worker" or (group.kind == "workforce" and unit in (group.end, group.start - 1)):
        return covered or group.kind == "workforce" or not is_barred(story, unit, group)
    if is_barred(story, unit, group):
        return covered and are_registered_themselves(story, group)
    if group.kind == "people":
        counted = group.start - 1 in count.found and is_about(story, unit)
        said = is_about(story, unit) and (says_covered(story, unit) or _is_poor(story, group))
        return covered or counted or said or _is_listed(count, group)
    return covered or is_about(story, unit) or not count.in_passing


def _receive_award(story: Story, first: int, group: Group) -> bool:
    """Whether the receivers that a sentence speaks of receive the award that it names: "Paritrana Award kepada 11
    penerima".
    """
    alone = group.end == group.start + 1 and story.units.words[group.start] in _AWARDED
    return alone and any(story.units.has(unit, "award") for unit in range(first, group.start))


def _is_poor(story: Story, group: Group) -> bool:
    return any(word.endswith(("mampu", "miskin")) for word in story.units.words[group.start : group.end])


_READERS = {
    "group": _grouped,
    "low": _low,
    "persons": _persons,
    "label": _labelled,
    "beside": _beside,
    "bare": _bare,
    "row": _listed_region,
    "open": _open,
}
