"""Placed numbers: lists of places, each with its number, "Kecamatan Binuang (2.340), Tapin Utara (2.118)", "Parenggean
dapat 2.010 orang, Mentaya Hulu 1.755".

What the first of them counts, the others count too.
"""

from collections.abc import Container, Iterator

from extractor.annotate.story import Story
from extractor.annotate.worker_counts.figures import may_count, people
from extractor.annotate.worker_counts.groups import group_at

LISTING = frozenset(
    ", ; dan serta plus lalu kemudian disusul diikuti oleh kabupaten kota kecamatan distrik orang".split()
)
"""What stands between the number of one place and the name of the next."""
_OPENING = frozenset(
    """( : dapat mendapat sebanyak sejumlah ada dengan mencapai paling banyak terbanyak yakni menyumbang menanggung baru
    hanya cuma sudah tercatat bisa misalnya""".split()
)
_OPENING_REACH = 3
_NEXT = 8
"""Units in which the next place and its number stand."""
_LONGEST_NAME = 5
_LEAST = 100


def opens_places(story: Story, unit: int) -> bool:
    """Whether a number stands behind a place, and another place with its number follows."""
    units = story.units
    first, last = units.sentence(unit)
    at = unit - 1
    while at > first and unit - at <= _OPENING_REACH and units.words[at] in _OPENING:
        at -= 1
    if at < first or not is_place(story, at):
        return False
    end = _behind_persons(story, unit + 1, last)
    return end < min(last, unit + _NEXT) and _placed(story, end, last) is not None


def is_place(story: Story, unit: int) -> bool:
    """Whether a unit is a region, or part of a name that may be one."""
    return story.units.tags[unit] == "Name" or story.units.has(unit, "region")


def placed_behind(story: Story, end: int, counted: Container[int]) -> Iterator[int]:
    """The numbers of a list that goes on behind a headcount, which ends at a unit, up to one that is `counted`."""
    _, last = story.units.sentence(end - 1)
    unit = _placed(story, _behind_persons(story, end, last), last)
    while unit is not None and unit not in counted:
        yield unit
        unit = _placed(story, _behind_persons(story, unit + 1, last), last)


def _placed(story: Story, at: int, last: int) -> int | None:
    """The number of the place that a joint at a unit leads to, before the unit `last`; None for a group's number."""
    units, start = story.units, at
    while at < last and units.words[at] in LISTING:
        at += 1
    name = at
    while at < min(last, name + _LONGEST_NAME) and at not in units.quantities and units.said(at, at + 1)[0].isupper():
        at += 1
    if name in (start, at) or at >= last or group_at(story, name) is not None:
        return None
    unit = at + 1 if units.words[at] == "(" else at
    if unit >= last or not may_count(story, unit) or people(story, unit).value < _LEAST:
        return None
    end = _behind_persons(story, unit + 1, last)
    return unit if end >= last or units.tags[end] == "mark" or units.words[end] in LISTING else None


def _behind_persons(story: Story, at: int, last: int) -> int:
    """The unit behind "orang" and a bracket that stand at a unit."""
    while at < last and (story.units.words[at] == ")" or story.units.has(at, "persons")):
        at += 1
    return at
