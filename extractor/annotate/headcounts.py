"""Headcounts: the numbers of a story that count people as workers or as people covered, each with its group.

A number counts people by what stands beside it: a group ("3.000 pekerja rentan"), "orang" or "jiwa", whose group is the
nearest before it in the sentence or the paragraph, a label ("Penerima upah: 183.204"), or a coverage verb ("baru 640 yang
didaftarkan"). Groups of one kind differ in what they ask of their setting (see patterns/words/worker_groups.txt).

None: guests and victims, money, shares, figures of a year, small numbers in words that stand for no group.
"""

from itertools import islice
from typing import NamedTuple

from extractor.annotate.context import clause
from extractor.annotate.groups import Group, group_at, head_at, open_group_at, phrase_in, phrases_in
from extractor.annotate.story import Story
from extractor.numbers import Quantity
from extractor.patterns import Match
from extractor.patterns.vocabulary import vocabulary

_ORDER = ("group", "low", "persons", "column", "label", "bare", "open")
"""Surer readings of a number come first."""
_CURRENCIES = frozenset(("rp", "rp.", "idr", "usd", "us$", "$", "rupiah"))
_NO_PEOPLE = frozenset(("persen", "%", "prosen", "rupiah", "poin", "-"))
_BEHIND_BARE = frozenset(
    (
        ".",
        ",",
        ";",
        ")",
        "(",
        "”",
        '"',
        "yang",
        "atau",
        "saja",
        "lagi",
        "dan",
        "pada",
        "di",
        "sudah",
        "telah",
        "belum",
        "masih",
        "tahun",
        "dari",
    )
)
_LEAST_BARE = 10
_PASSING = 2
_SENTENCES_BACK = 3
_STRAY_WORDS = 1
_OPEN_REACH = 8
_MOST_PARTS = 6
_BAR_REACH = 6
_POINTING = frozenset(("jumlahnya", "totalnya", "sisanya", "kuota", "kuotanya", "baru", "cuma", "hanya"))
_POINTING_REACH = 3


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
    reader = {"group": _grouped, "low": _low, "persons": _persons, "label": _labelled, "bare": _bare, "open": _open}[
        kind
    ]
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
    attribute = _attribute(story, match.end)
    if attribute:
        return _headcount(story, match, unit, attribute.end, attribute) if is_about(story, unit) else None
    near = last_group(story, units.sentence(unit)[0], unit)
    group = near or _sum_of(story, unit, found) or antecedent(story, unit, found) or _group_behind(story, match.end)
    if group is not None and group.kind == "workforce":
        group = _member_behind(story, match.end) or group
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
    group = _whole_group(story, labelled[0]) if labelled else antecedent(story, unit, found)
    if group is not None and group.kind == "workforce":
        group = _member_behind(story, unit + 1) or group
    if group is None or not (is_about(story, unit) or (_is_said(story, unit) and mentions_security(story, _PASSING))):
        return None
    return _headcount(story, match, unit, unit + 1, group) if _setting_allows(story, unit, group) else None


def _open(story: Story, match: Match, unit: int, found: dict[int, Headcount]) -> Headcount | None:
    """A number and a noun of no list: only where a word of coverage governs it, in a story about social security."""
    units = story.units
    group = open_group_at(story, match.slots["noun"][0])
    if group is None or not is_about(story, unit) or units.quantities[unit].value < _LEAST_BARE:
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
        if (
            end - start > 6
            or len(numbers) > 1
            or (not numbers and not any(units.has(at, "region") for at in range(start, end)))
        ):
            break
        counts += [
            Headcount(at, at, at + 1, units.quantities[at], group, match.pattern.name)
            for at in numbers
            if _counts(story, at)
        ]
        unit = end
    return counts


def antecedent(story: Story, unit: int, found: dict[int, Headcount]) -> Group | None:
    """The group that a bare number stands for: the nearest before it, in its sentence or, where little else stands
    before the number there, in the sentences before it; there, one that was counted comes first.
    """
    units = story.units
    first, _ = units.sentence(unit)
    near = last_group(story, first, unit) or _last_counted(found, first, unit)
    if near:
        return near
    points_back = any(word in _POINTING for word in units.words[max(first, unit - _POINTING_REACH) : unit])
    if not points_back and not _bare_so_far(story, first, unit):
        return None
    paragraph, _ = paragraph_at(story, unit)
    for _ in range(_SENTENCES_BACK):
        if first == 0:
            break
        end, (first, _) = first, units.sentence(first - 1)
        group = _last_counted(found, first, end) or last_group(story, first, end)
        if group:
            return group
        if first < paragraph and not points_back and not _bare_so_far(story, first, end):
            break
    return None


def _last_counted(found: dict[int, Headcount], start: int, end: int) -> Group | None:
    """The group of the last headcount in units [start, end)."""
    counted = [unit for unit in found if start <= unit < end]
    return found[max(counted)].group if counted else None


def _sum_of(story: Story, unit: int, found: dict[int, Headcount]) -> Group | None:
    """The first group of those whose sum a number is: "815 pekerja wisata, 1.240 nelayan dan 96 porter. Totalnya 2.151 orang"."""
    value, total = story.units.quantities[unit].value, 0.0
    for before in sorted((at for at in found if at < unit), reverse=True)[:_MOST_PARTS]:
        total += found[before].quantity.value
        if total == value and found[before].quantity.value != value:
            return found[before].group
    return None


def _attribute(story: Story, unit: int) -> Group | None:
    """What follows "orang" and tells which: "25 orang berusia di bawah 60 tahun"."""
    _, last = story.units.sentence(unit - 1)
    if phrase_in(story, unit, "person_attributes", last) is None:
        return None
    for at in range(unit, min(last, unit + _OPEN_REACH)):
        if story.units.words[at] in ("tahun", "thn", "th"):
            return Group(unit - 1, at + 1, "people")
    return None


def _member_behind(story: Story, unit: int) -> Group | None:
    """The members that a part of a workforce are: "dari 2,3 juta penduduk bekerja, baru 288 ribu yang jadi peserta aktif"."""
    group = _group_behind(story, unit)
    return group if group and group.kind == "member" else None


def last_group(story: Story, start: int, end: int) -> Group | None:
    """The last group in units [start, end) that is no part of a longer one."""
    units = story.units
    for unit in range(end - 1, start - 1, -1):
        if units.tags[unit] in ("mark", "number") or head_at(story, unit) is None or _is_in_name(story, unit, start):
            continue
        group = _whole_group(story, unit, start)
        if group is not None:
            return group._replace(end=min(group.end, end))
    return None


def _is_in_name(story: Story, unit: int, start: int) -> bool:
    """Whether a head in capitals is part of a name: "Dinas Penanaman Modal dan Tenaga Kerja"."""
    units = story.units
    if not units.reading.words[units.starts[unit]][0].isupper() or unit == start:
        return False
    before = units.words[unit - 1]
    return before in ("dan", "&") or units.reading.words[units.starts[unit - 1]][0].isupper()


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
    """The group that follows a number: "4,6 juta orang menjadi peserta BPJS", "12 orang tukang cendol"; or that the next
    sentence begins with.
    """
    units = story.units
    _, last = clause(units, unit - 1)
    for at in range(unit, min(last, unit + _OPEN_REACH)):
        if units.words[at] in (".", ","):
            break
        group = group_at(story, at)
        if group:
            return group
    _, behind = units.sentence(unit - 1)
    return group_at(story, behind) if behind < len(units.words) else None


def _headcount(story: Story, match: Match, unit: int, end: int, group: Group) -> Headcount:
    start = min(unit, match.slots["group"][0]) if "group" in match.slots else unit
    return Headcount(unit, start, max(end, unit + 1), story.units.quantities[unit], group, match.pattern.name)


def _setting_allows(story: Story, unit: int, group: Group) -> bool:
    """Whether the words round a number let it count people of this kind as workers or as people covered."""
    covered = covers(story, *story.units.sentence(unit))
    if group.kind == "worker":
        return covered or not _barred(story, unit, group)
    if _barred(story, unit, group):
        return False
    if group.kind == "people":
        return covered or (is_about(story, unit) and (_is_said(story, unit) or _is_poor(story, group)))
    return covered or is_about(story, unit) or mentions_security(story, _PASSING)


def _is_said(story: Story, unit: int) -> bool:
    """Whether a word in the sentence says of somebody that they are covered, or not yet."""
    first, last = story.units.sentence(unit)
    return any(cue in ("covered", "uncovered", "target") for cue, _ in phrases_in(story, "count_cues", first, last))


def _is_poor(story: Story, group: Group) -> bool:
    return any(word.endswith(("mampu", "miskin")) for word in story.units.words[group.start : group.end])


def is_about(story: Story, unit: int) -> bool:
    """Whether a number's paragraph or the one before it speaks of social security."""
    start, end = paragraph_at(story, unit)
    return covers(story, paragraph_at(story, start - 1)[0] if start else 0, end)


def _barred(story: Story, unit: int, group: Group) -> bool:
    """Whether the clause up to the number, or the words right behind the group, speak of guests, victims or voters."""
    start, end = clause(story.units, unit)
    behind = max(unit, group.end)
    while behind < min(end, max(unit, group.end) + _BAR_REACH) and story.units.words[behind] != ",":
        behind += 1
    return any(phrases_in(story, "count_bars", start, behind))


def covers(story: Story, start: int, end: int) -> bool:
    """Whether units [start, end) speak of social security."""
    return any(phrases_in(story, "security", start, end))


def mentions_security(story: Story, times: int = 1) -> bool:
    """Whether a story speaks of social security, at least so many times."""
    found = phrases_in(story, "security", 0, len(story.units.words))
    return sum(1 for _ in islice(found, times)) == times


def paragraph_at(story: Story, unit: int) -> tuple[int, int]:
    """The units [start, end) of the paragraph that a unit stands in."""
    reading = story.units.reading
    first, last = reading.paragraphs[reading.paragraph_of[story.units.starts[unit]]]
    return story.units.unit_of[first], story.units.unit_of[last - 1] + 1


def _governed(story: Story, unit: int) -> bool:
    """Whether a word of coverage stands right before a number: "mendaftarkan 214 dalang", "iuran bagi 65 juru kunci"."""
    first, _ = story.units.sentence(unit)
    for at in range(unit - 1, max(first, unit - 4) - 1, -1):
        if phrase_in(story, at, "registering", unit):
            return True
    return False


def _covered_behind(story: Story, unit: int) -> bool:
    """Whether a group is followed at once by a word of coverage: "yang iurannya ditanggung desa", "sudah terdaftar"."""
    units = story.units
    _, last = units.sentence(unit - 1)
    for at in range(unit, min(last, unit + 6)):
        if at in units.quantities or units.words[at] in (",", ".", ";"):
            return False
        if phrase_in(story, at, "registering", last):
            return True
    return False
