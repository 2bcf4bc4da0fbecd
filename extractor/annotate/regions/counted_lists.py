"""Counted lists: the districts and villages behind "empat desa di Kecamatan X, yaitu A, B dan C".

Every name counts only under the district that the head's sentence or the one before names last, else near the list; an
unknown name is passed over, as the head says what all of them are.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regions.nearness import Within, only
from extractor.annotate.story import Story
from extractor.gazetteer import Region
from extractor.patterns.vocabulary import vocabulary

_REACH = 16  # units from the kind to the word that opens the list
_MOST = 30  # names in a list
_URBAN = "Kelurahan"
_LONGEST = 5  # units of an unknown name
_JOINTS = (",", "dan", "serta", "/", "&")

Longest = Callable[[Story, int, str, Within], tuple[Region, int] | None]


def counted_list(story: Story, kind: int, level: str) -> int | None:
    """The unit of the first name in the list that a counted kind at a unit heads; None where it heads none."""
    units = story.units
    first, last = units.sentence(kind)
    if kind == first or not _is_count(story, kind - 1):
        return None
    for unit in range(kind + 1, min(kind + _REACH, last - 1)):
        pair = f"{units.words[unit]} {units.words[unit + 1]}"
        if units.words[unit] in vocabulary("place_list_openers"):
            return unit + 1 + (units.words[unit + 1] == ":")
        if pair in vocabulary("place_list_openers"):
            return unit + 2
        if units.has(unit, f"{level}_cues") and units.words[unit - 1] != "(":
            return None
    return None


def _is_count(story: Story, unit: int) -> bool:
    return unit in story.units.quantities or story.units.words[unit] in ("beberapa", "sejumlah")


def listed(story: Story, kind: int, at: int, level: str, within: Within, longest: Longest) -> list[Mention]:
    """The mentions in a list that a kind heads, its first name at unit `at`.

    Kelurahan count only behind their own word: a desa or pekon of the name is another place.
    """
    units, found = story.units, list[Mention]()
    urban = _URBAN.lower() in units.words[kind]
    _, last = units.sentence(at)
    for _ in range(_MOST):
        hit = longest(story, at, level, within)
        end = hit[1] if hit else _unknown_end(story, at, last)
        if hit and (urban or hit[0].kind != _URBAN):
            found.append(Mention(hit[0].code, at, end, "cue", level))
        at = behind_joints(story, end, last)
        if at == end or at >= last:
            break
    return found


def behind_joints(story: Story, at: int, last: int) -> int:
    """The unit behind the commas and "dan" from a unit on, before `last`; the unit itself where none stand there."""
    while at < last and story.units.words[at] in _JOINTS:
        at += 1
    return at


def district_above(story: Story, at: int, above: Sequence[Mention]) -> Within | None:
    """The district named last before a list, in its sentence or the one before; `above` are all, in order."""
    index = bisect_left(above, at, key=attrgetter("start")) - 1
    first, _ = story.units.sentence(at)
    opening = story.units.sentence(first - 1)[0] if first else first
    return only(above[index].code) if index >= 0 and above[index].start >= opening else None


def _unknown_end(story: Story, at: int, last: int) -> int:
    """Behind the capitalised words of a name that no region bears."""
    end = at
    while end < min(last, at + _LONGEST) and story.units.said(end, end + 1)[0].isupper():
        end += 1
    return end
