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
_JOINTS = (",", ";", "dan", "serta", "juga", "/", "&")
_COLONS = (":", ";", ",")
FIGURE = 14
"""Units that an item's figure has at most: "(120 jiwa, 16 KK, 50 hektare)", "dari target Rp537,8 juta"."""
_BARE_FIGURE = 7
"""Units that a figure without brackets has at most."""

Longest = Callable[[Story, int, str, Within], tuple[Region, int] | None]


def counted_list(story: Story, kind: int, level: str) -> int | None:
    """The unit of the first name in the list that a counted kind at a unit heads; None where it heads none."""
    units = story.units
    first, last = units.sentence(kind)
    if kind == first or not _is_count(story, kind - 1):
        return None
    for unit in range(kind + 1, min(kind + _REACH, last)):
        opens = units.words[unit] == ":" or (units.words[unit] == "," and unit == kind + 1)
        behind = _behind_openers(story, unit + opens, last)
        if behind > unit:
            return behind if behind < len(units.words) else None
        if units.has(unit, f"{level}_cues") and units.words[unit - 1] != "(":
            return None
    return None


def _behind_openers(story: Story, at: int, last: int) -> int:
    """Behind the words that open a list at a unit, several in a row too: "antara lain yaitu", "yakni:"."""
    words, openers, start = story.units.words, vocabulary("place_list_openers"), at
    while at + 1 < last:
        if words[at] in openers:
            at += 1
        elif f"{words[at]} {words[at + 1]}" in openers:
            at += 2
        else:
            break
    return at + 1 if start < at < last and words[at] in _COLONS else at


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
        end = figure_end(story, end, last)
        at = behind_joints(story, end, last)
        if at >= last and hit and _is_next_line(story, last):
            at, last = last, units.sentence(last)[1]
        elif at == end or at >= last:
            break
    return found


def _is_next_line(story: Story, unit: int) -> bool:
    """Whether a sentence that starts at a unit is the next line of its paragraph: an item without a mark."""
    units = story.units
    if unit >= len(units.words):
        return False
    reading, token = units.reading, units.starts[unit]
    return "\n" in reading.text[reading.ends[token - 1] : reading.starts[token]]


def figure_end(story: Story, at: int, last: int) -> int:
    """Behind the figure of a list's item from a unit on, before `last`: in brackets, or up to the next joint.

    The unit itself where none stands there: "Jambi Timur (4.115 orang), ...", "Manis Mata 3.902 orang dan ...".
    """
    units = story.units
    if at < last and units.words[at] == "(":
        end = next((unit + 1 for unit in range(at, min(at + FIGURE, last)) if units.words[unit] == ")"), at)
    else:
        limit = min(at + _BARE_FIGURE, last)
        end = next((unit for unit in range(at, limit) if units.words[unit] in _JOINTS), limit if limit == last else at)
    return end if any(unit in units.quantities for unit in range(at, end)) else at


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
