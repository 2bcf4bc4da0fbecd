"""Places: the region that a story, and each part of it, is about."""

from collections import Counter

from extractor.annotate.context import clause
from extractor.annotate.regions.mentions import Mention
from extractor.annotate.story import Story

_WEIGHTS = {"government": 4, "office": 3, "cue": 2, "list": 1, "bare": 1, "dateline": 1, "branch": 0}
_LEAD = 600  # characters in which a story says what it is about


def main_region(story: Story, places: list[Mention]) -> str | None:
    """The code of the province, kabupaten or kota whose government the story is about; None where it names none."""
    votes = Counter[str]()
    for place in places:
        if place.code.count(".") < 2:
            votes[place.code] += _weight(story, place)
    return votes.most_common(1)[0][0] if votes else None


def main_province(story: Story, places: list[Mention]) -> str | None:
    """The code of the province that most of the story's regions lie in."""
    votes = Counter[str]()
    for place in places:
        votes[place.code[:2]] += _weight(story, place)
    return votes.most_common(1)[0][0] if votes else None


def region_at(story: Story, places: list[Mention], unit: int) -> str | None:
    """The code of the region that a figure or law at this unit is about.

    The nearest in its clause, else in its sentence (what stands before it first), else the last one that the paragraph
    names before it; None where all that is silent.
    """
    units = story.units
    named = [place for place in places if place.how not in ("branch", "dateline")]
    for first, last in (clause(units, unit), units.sentence(unit)):
        near = [place for place in named if first <= place.start < last]
        if near:
            return min(near, key=lambda place: (abs(place.start - unit), place.start)).code
    reading = units.reading
    opening = units.unit_of[reading.paragraphs[reading.paragraph_of[units.starts[unit]]][0]]
    before = [place for place in named if opening <= place.start < unit]
    return before[-1].code if before else None


def _weight(story: Story, place: Mention) -> int:
    start, _ = story.units.offsets(place.start, place.end)
    return _WEIGHTS[place.how] * (2 if start < _LEAD or story.in_title(place.start) else 1)
