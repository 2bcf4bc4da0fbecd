"""Lists of place names: what a list, its head and its heading say of the names in it.

Kabupaten Sijunjung, Mentawai, Solok dan Kota Sawahlunto     the head's kind carries over
Kategori kabupaten: Malang, Kediri, Ngawi                    so does a heading's
"""

from itertools import pairwise
from typing import NamedTuple

from extractor.annotate.regions.placenames import PlaceName
from extractor.annotate.story import Story

_JOINTS = frozenset({",", "dan", "serta", "/", "&", "maupun", "atau", "hingga", "sampai"})
_HEADINGS = frozenset({"kategori", "tingkat", "kelompok", "klaster", "nominasi", "pemerintah", "daerah", "antar"})
_KINDS = {"kota": "Kota", "kabupaten": "Kabupaten", "pemkot": "Kota", "pemkab": "Kabupaten"}
_REACH = 40  # tokens from a heading to a name under it
_MARKS = 5  # units between the names of two list items: a line's mark, "Juara II", a colon


class Neighbours(NamedTuple):
    """What stands round a name in its list.

    `kind` is what the list's head or heading carries over, `provinces` are those of the names beside it; `before` is
    the name before it, `joint` the words between them and behind.
    """

    kind: str | None
    provinces: frozenset[str]
    before: PlaceName | None
    joint: str


def neighbours(story: Story, names: list[PlaceName]) -> list[Neighbours]:
    """For each name, what its list says of it; nothing for a name that is in no list."""
    found: list[Neighbours] = []
    kind: str | None = None
    joints = ["", *(_joint(story, one, two) for one, two in pairwise(names)), ""]
    for at, name in enumerate(names):
        joined = joints[at] != ""
        kind = name.kind if name.kind or not joined else kind
        if kind is None and len(name.codes) > 1:
            kind = _heading(story, name)
        beside = [names[at - 1]] if joined else []
        beside += [names[at + 1]] if joints[at + 1] else []
        provinces = frozenset(code[:2] for other in beside for code in other.codes)
        carried = kind if name.kind is None else None
        found.append(Neighbours(carried, provinces, names[at - 1] if joined else None, joints[at] + joints[at + 1]))
    return found


def _joint(story: Story, one: PlaceName, two: PlaceName) -> str:
    """The words between two names of one list, a line's end for those of two items; empty where there is no list."""
    units, reading = story.units, story.units.reading
    words = units.words[one.end : two.start]
    if 0 < len(words) <= 2 and all(word in _JOINTS for word in words):
        return " ".join(words)
    between = range(units.ends[one.end - 1], units.starts[two.start])
    if 0 < len(words) <= _MARKS and any(token in reading.list_marks for token in between):
        return "\n"
    return ""


def _heading(story: Story, name: PlaceName) -> str | None:
    """The kind that a heading before a name says: "Kategori kabupaten", "Kota:"."""
    reading, first = story.units.reading, story.units.starts[name.start]
    lowers = reading.lowers
    for at in range(first - 1, max(first - _REACH, 0) - 1, -1):
        if lowers[at] == "kabupaten/kota":
            return None
        if lowers[at] in _KINDS and (lowers[at + 1] == ":" or (at and lowers[at - 1] in _HEADINGS)):
            names_one = reading.words[at + 1][0].isupper() and reading.sentence_of[at] == reading.sentence_of[at + 1]
            return None if names_one else _KINDS[lowers[at]]
    return None
