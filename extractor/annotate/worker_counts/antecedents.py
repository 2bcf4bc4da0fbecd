"""Antecedents: the group that a number stands for where none stands beside it.

"Dari 12.000 pekerja rentan, baru 4.000 orang", "Jumlah nelayan, menurut catatan dinas, 95.000 orang": the last
group before it in its sentence. Where little else stands before the number there, or a word points back
("jumlahnya", "sisanya"), the sentences before it; there, a group that was counted comes first. Else one behind it
("4,6 juta orang menjadi peserta").
"""

from collections.abc import Mapping

from extractor.annotate.story import Story
from extractor.annotate.surroundings import REACH, clause_round, paragraph_at, sentence_round
from extractor.annotate.worker_counts.groups import Group, group_at, head_at, phrase_in
from extractor.annotate.worker_counts.placed import opens_places
from extractor.patterns.vocabulary import vocabulary

Counted = Mapping[int, Group]
"""The groups that were counted so far, by the unit of their number."""

_POINTING = frozenset(
    """jumlahnya totalnya angkanya sisanya kuota kuotanya baru cuma hanya total lainnya naik yakni yaitu artinya
    masing-masing""".split()
)
_POINTING_REACH = 3
_SENTENCES_BACK, _ROWS_BACK = 3, 8
_ROW = 8
_OF_THE_NUMBER = (["dari", "jumlah", "itu"], ["dari", "jumlah", "tersebut"])
_LABELS = frozenset((":", "="))
_AS_MEMBERS = frozenset(("menjadi", "jadi", "sebagai", "ikut"))
_NAMELESS = frozenset(("orang", "jiwa"))
_STRAY_WORDS = 1
_OPENING = frozenset(("khusus", "khususnya", "untuk", "dari", "termasuk", "jumlah", "total", "sebanyak", "sedangkan"))
"""Words before a group that begin a sentence, and no name."""
_REACH = 8


def antecedent(story: Story, unit: int, counted: Counted) -> Group | None:
    """The group before a bare number that it stands for."""
    units = story.units
    first, _ = sentence_round(story, unit)
    near = last_group(story, first, unit) or _last_counted(counted, first, unit)
    if near:
        return near
    row, of_places = is_row(story, unit), opens_places(story, unit)
    points_back = (
        row
        or of_places
        or not _POINTING.isdisjoint(units.words[max(first, unit - _POINTING_REACH) : unit])
    )
    if not points_back and not _is_bare(story, first, unit):
        return None
    paragraph, _ = paragraph_at(story, unit)
    for _ in range(_ROWS_BACK if row else _SENTENCES_BACK):
        if first == 0:
            break
        end, (first, _) = first, sentence_round(story, first - 1)
        nearest = _most_counted(story, counted, first, end) if of_places else _last_counted(counted, first, end)
        group = nearest or last_group(story, first, end)
        if group and (group.kind != "people" or _last_counted(counted, first, end)):
            return group
        if first < paragraph and not points_back and not _is_bare(story, first, end):
            break
    return None


def returns_to_whole(story: Story, unit: int) -> bool:
    """Whether a sentence begins with a part of what was counted before: "Dari jumlah itu, baru 151 ribu"."""
    return story.units.words[unit : unit + 3] in _OF_THE_NUMBER


def is_row(story: Story, unit: int) -> bool:
    """Whether a number stands in a row of a list: an item, or a short line with a label before it ("2026 = 15.000")."""
    units = story.units
    first, last = units.sentence(unit)
    if units.starts[first] in units.reading.list_marks:
        return True
    return last - first <= _ROW and not _LABELS.isdisjoint(units.words[first:unit])


def group_behind(story: Story, unit: int, counted: Counted) -> Group | None:
    """The group behind a bare number: in its clause, then the next that is counted in its sentence ("Kecamatan A 1.204
    orang, Kecamatan B 998 orang pekerja rentan"), then one that the next sentence begins with.
    """
    units = story.units
    _, last = clause_round(story, unit - 1)
    for at in range(unit, min(last, unit + _REACH)):
        if units.words[at] in (".", ","):
            break
        group = group_at(story, at)
        if group:
            return group
    _, end = units.sentence(unit - 1)
    for at in range(unit, min(end, unit + REACH)):
        if at in counted:
            return counted[at]
    return group_at(story, end) if end < len(units.words) else None


def member_behind(story: Story, unit: int) -> Group | None:
    """The members that a part of a workforce are: "dari 2,3 juta penduduk bekerja, baru 288 ribu jadi peserta
    aktif".
    """
    group = group_behind(story, unit, {})
    return group if group and group.kind == "member" else None


def attribute_behind(story: Story, unit: int) -> Group | None:
    """What follows "orang" and tells which: "25 orang berusia di bawah 60 tahun"."""
    _, last = story.units.sentence(unit - 1)
    if phrase_in(story, unit, "person_attributes", last) is None:
        return None
    for at in range(unit, min(last, unit + _REACH)):
        if story.units.words[at] in ("tahun", "thn", "th"):
            return Group(unit - 1, at + 1, "people")
    return None


def last_group(story: Story, start: int, end: int) -> Group | None:
    """The last group in units [start, end) that is no part of a longer one."""
    units = story.units
    for unit in range(end - 1, start - 1, -1):
        if units.tags[unit] in ("mark", "number") or head_at(story, unit) is None or _is_in_name(story, unit, start):
            continue
        group = whole_group(story, unit, start)
        if group is not None:
            return _before_members(story, group, start) or group._replace(end=min(group.end, end))
    return None


def _before_members(story: Story, group: Group, start: int) -> Group | None:
    """Who became members: "pekerja informal yang menjadi peserta baru 7.218 orang"."""
    if group.kind != "member" or story.units.words[group.start - 1] not in _AS_MEMBERS:
        return None
    before = last_group(story, start, group.start - 1)
    named = before is not None and story.units.words[before.start] not in _NAMELESS
    return before if before and named and before.kind in ("worker", "trade", "people") else None


def whole_group(story: Story, unit: int, start: int = 0) -> Group | None:
    """The group whose head stands at a unit, or that begins right before it: "Guru honorer", "anggota Linmas"."""
    longer = group_at(story, unit - 1) if unit > start else None
    return longer if longer and longer.end > unit else group_at(story, unit)


def _is_in_name(story: Story, unit: int, start: int) -> bool:
    """Whether a head in capitals is part of a name ("Dinas Penanaman Modal dan Tenaga Kerja") or the post of somebody
    who is named ("Kades Sukamaju Suliyono").
    """
    units = story.units
    words, starts = units.reading.words, units.starts
    if not words[starts[unit]][0].isupper():
        return False
    if units.has(unit, "roles") and unit + 1 < len(units.words) and words[starts[unit + 1]][0].isupper():
        return True
    if unit == start:
        return False
    before = units.words[unit - 1]
    if unit == start + 1 and before in vocabulary("count_cues"):
        return False
    return before in ("dan", "&") or (words[starts[unit - 1]][0].isupper() and before not in _OPENING)


def _last_counted(counted: Counted, start: int, end: int) -> Group | None:
    """The group of the last number in units [start, end) that was counted."""
    for unit in range(end - 1, start - 1, -1):
        if unit in counted:
            return counted[unit]
    return None


def _most_counted(story: Story, counted: Counted, start: int, end: int) -> Group | None:
    """The group of the largest number in units [start, end) that was counted: what places have their parts of."""
    units = [unit for unit in range(start, end) if unit in counted]
    largest = max(units, key=lambda unit: story.units.quantities[unit].value, default=None)
    return None if largest is None else counted[largest]


def _is_bare(story: Story, start: int, end: int) -> bool:
    """Whether units [start, end) name nothing that could be counted: only places, marks and words of patterns."""
    units, stray = story.units, 0
    stops, cues = vocabulary("group_stops"), vocabulary("count_cues")
    for unit in range(start, end):
        if units.tags[unit] in ("word", "Name") and units.words[unit] not in stops and units.words[unit] not in cues:
            stray += 1
    return stray <= _STRAY_WORDS
