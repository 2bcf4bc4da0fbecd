"""Protection: whether the people of a headcount are covered, not yet, to be covered, or a whole of which some are.

The words that say so are in patterns/vocabulary/count_cues.txt. The nearest one counts, in the clause and between the
headcounts before and behind; a word of planning or denial before a covering verb turns it ("akan mendaftarkan",
"tidak terdaftar"); "dari 12.000 pekerja" is a whole. Headcounts joined by commas and "dan" share their words. Where
nothing is said, a group may say it by its name ("penerima manfaat"), or the headcount before it in the paragraph does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.annotate.context import clause
from extractor.annotate.groups import phrase_in
from extractor.annotate.headcounts import Headcount, paragraph_at
from extractor.annotate.story import Story

_COMMA_COSTS = 2
_TURN_REACH = 6
_PARTITIVES = frozenset(("dari", "dari total", "dari jumlah", "dari sekitar", "dari seluruh"))
_BETWEEN_PARTITIVE = frozenset(("total", "jumlah", "sekitar", "seluruh", "sebanyak", "lebih", "kurang", "sekira", "hampir"))
_NO_PARTITIVE = frozenset(("satu", "bagian", "terdiri", "terdiri atas", "naik", "meningkat", "bertambah", "berasal", "salah satu"))
_JOINTS = frozenset(("dan", "serta", ",", "plus", "ditambah", "juga", "&", "hingga", "maupun", "lalu", "kemudian", "sampai", "-", "–"))
_BY_NAME = {"member": "covered", "candidate": "target", "workforce": "total"}
_WEAK = frozenset(("whole", "done"))


class _Cue(NamedTuple):
    value: str
    unit: int
    cost: int


def protection(story: Story, counts: Sequence[Headcount]) -> list[str | None]:
    """The status of each headcount: covered, uncovered, target, total or None."""
    statuses: list[str | None] = []
    for chain in _chains(story, counts):
        said = [_said(story, counts, index, chain) for index in chain]
        shared = next((status for status in said if status not in (None, "total")), None)
        statuses += [status or shared for status in said]
    _carry_over(story, counts, statuses)
    _share_sums(counts, statuses)
    return statuses


def _chains(story: Story, counts: Sequence[Headcount]) -> list[list[int]]:
    """The headcounts in rows: those that nothing but commas and joints keeps apart stand in one."""
    chains: list[list[int]] = []
    for index, count in enumerate(counts):
        before = counts[index - 1] if index else None
        if before is not None and all(word in _JOINTS for word in story.units.words[before.end : count.unit]):
            chains[-1].append(index)
        else:
            chains.append([index])
    return chains


def _said(story: Story, counts: Sequence[Headcount], index: int, chain: list[int]) -> str | None:
    """What the words round one headcount say of it."""
    count = counts[index]
    first, last = clause(story.units, count.unit)
    start = max(first, counts[chain[0] - 1].end if chain[0] else 0)
    end = min(last, counts[chain[-1] + 1].unit if chain[-1] + 1 < len(counts) else last)
    if _is_partitive(story, count, first):
        return _behind_yang(story, count, end) or "total"
    cues = _cues(story, count, start, end)
    strong = min((cue for cue in cues if cue.value not in _WEAK), key=lambda cue: cue.cost, default=None)
    if strong is not None:
        return _turned(story, strong, first)
    by_name = _BY_NAME.get(count.group.kind)
    if by_name or not cues:
        return by_name
    return "total" if min(cues, key=lambda cue: cue.cost).value == "whole" else "covered"


def _cues(story: Story, count: Headcount, start: int, end: int) -> list[_Cue]:
    """The words of protection before and behind a headcount, each with its distance; a comma makes it longer."""
    words, found, cost = story.units.words, list[_Cue](), 0
    for unit in range(count.start - 1, start - 1, -1):
        cost += 1 + (_COMMA_COSTS if words[unit] == "," else 0)
        cue = phrase_in(story, unit, "count_cues", count.start)
        if cue:
            found.append(_Cue(cue[0], unit, cost))
    cost = 0
    for unit in range(count.end, end):
        cost += 1 + (_COMMA_COSTS if words[unit] == "," else 0)
        cue = phrase_in(story, unit, "count_cues", end)
        if cue:
            found.append(_Cue(cue[0], unit, cost))
    return found


def _turned(story: Story, cue: _Cue, first: int) -> str | None:
    """What a word says once the words before it have turned it; a plan or a denial that turns nothing says nothing."""
    if cue.value == "plan":
        return "target"
    if cue.value != "covered":
        return None if cue.value == "denied" else cue.value
    for unit in range(cue.unit - 1, max(first, cue.unit - _TURN_REACH) - 1, -1):
        before = phrase_in(story, unit, "count_cues", cue.unit)
        if before and before[0] == "done":
            return "covered"
        if before and before[0] in ("plan", "target"):
            return "target"
        if before and before[0] == "uncovered" or (before and before[0] == "denied" and cue.unit - unit <= 2):
            return "uncovered"
    return "covered"


def _is_partitive(story: Story, count: Headcount, first: int) -> bool:
    """Whether a headcount is the whole that others are taken from: "dari 12.000 pekerja", "dari total 400 ribu buruh"."""
    words = story.units.words
    unit = count.unit - 1
    while unit > first and words[unit] in _BETWEEN_PARTITIVE:
        unit -= 1
    if unit < first or words[unit] not in _PARTITIVES:
        return False
    behind = words[count.end] if count.end < len(words) else ""
    return not (unit > first and words[unit - 1] in _NO_PARTITIVE) and behind not in ("menjadi", "jadi")


def _behind_yang(story: Story, count: Headcount, end: int) -> str | None:
    """What a clause right behind the group says of a whole: "dari 118.264 pekerja yang diusulkan"."""
    words = story.units.words
    if count.end >= end or words[count.end] != "yang":
        return None
    for unit in range(count.end + 1, min(end, count.end + 4)):
        cue = phrase_in(story, unit, "count_cues", end)
        if cue and cue[0] not in _WEAK:
            return _turned(story, _Cue(cue[0], unit, 0), count.end)
    return None


def _carry_over(story: Story, counts: Sequence[Headcount], statuses: list[str | None]) -> None:
    """Give a headcount of which nothing is said the status of the one before it in its paragraph."""
    for index in range(1, len(counts)):
        before, count = counts[index - 1], counts[index]
        if statuses[index] is None and statuses[index - 1] not in (None, "total"):
            if paragraph_at(story, before.unit) == paragraph_at(story, count.unit):
                statuses[index] = statuses[index - 1]


def _share_sums(counts: Sequence[Headcount], statuses: list[str | None]) -> None:
    """Give the parts of a covered sum its status: "1.873 karyawan tetap dan 642 buruh ... total 2.515 pekerja sudah dicover"."""
    values = [count.quantity.value for count in counts]
    for index, value in enumerate(values):
        if statuses[index] not in ("covered", "target"):
            continue
        for first in range(len(counts) - 1):
            for size in (2, 3, 4):
                parts = range(first, first + size)
                if first + size <= len(counts) and index not in parts and sum(values[part] for part in parts) == value:
                    for part in parts:
                        statuses[part] = statuses[index] if statuses[part] in (None, "total") else statuses[part]
