"""Districts and villages: names that count only behind their word, under the region that the story is in."""

from extractor.annotate.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import Region, gazetteer

_LONGEST = 5
_JOINTS = (",", "dan", "serta")


def lower_regions(story: Story, upper: list[Mention]) -> list[Mention]:
    """The mentions of districts, and of villages in them or in the regions that the story names."""
    found: list[Mention] = []
    for level in ("district", "village"):
        for match in story.matches.get("regions", ()):
            if match.pattern.id == level:
                within = _within(match.start, [*found, *upper] if level == "village" else upper)
                found += _behind(story, match.start, match.end, level, within)
    return found


def _within(unit: int, places: list[Mention]) -> list[str]:
    """Codes under which a name is looked for: the smallest first, then the nearest; provinces of all at the end."""
    near = sorted(places, key=lambda place: (-place.code.count("."), abs(place.start - unit)))
    codes = dict.fromkeys(place.code for place in near)
    return list(codes | dict.fromkeys(code[:2] for code in codes))


def _behind(story: Story, start: int, at: int, level: str, within: list[str]) -> list[Mention]:
    units, found = story.units, []
    while True:
        hit = _longest(story, at, level, within)
        if hit is None:
            return found
        region, end = hit
        found.append(Mention(region.code, start, end, "cue"))
        within = [region.code.rpartition(".")[0]]
        joints = 0
        while end + joints < len(units.words) and units.words[end + joints] in _JOINTS:
            joints += 1
        if not joints:
            return found
        start = at = end + joints


def _longest(story: Story, at: int, level: str, within: list[str]) -> tuple[Region, int] | None:
    """The region of the longest run of capitalised words from a unit on, and the unit behind it."""
    units = story.units
    if at >= len(units.words):
        return None
    reading, first = units.reading, units.starts[at]
    limit = min(first + _LONGEST, reading.sentences[reading.sentence_of[first]][1])
    end = first
    while end < limit and (reading.words[end][0].isupper() or reading.words[end].isdigit()):
        end += 1
    for last in range(end, first, -1):
        region = _find(" ".join(reading.words[first:last]), level, within)
        if region:
            return region, units.unit_of[last - 1] + 1
    return None


def _find(name: str, level: str, within: list[str]) -> Region | None:
    for look in (gazetteer().named, gazetteer().near):
        for code in within:
            found = look(name, level=level, within=code)
            if len(found) == 1:
                return found[0]
    return None
