"""Places: the region that a story, and each part of it, is about."""

from collections import Counter

from extractor.annotate.mentions import Mention
from extractor.annotate.story import Story

_WEIGHTS = {"government": 4, "office": 3, "cue": 2, "list": 1, "bare": 1, "dateline": 1, "branch": 0}


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
    """The code of the region that a figure or law at this unit is about: the nearest in its sentence, else its paragraph."""
    units = story.units
    first, last = units.sentence(unit)
    near = [place for place in places if first <= place.start < last and place.how != "branch"]
    if near:
        return min(near, key=lambda place: (abs(place.start - unit), place.start)).code
    reading = units.reading
    low, high = reading.paragraphs[reading.paragraph_of[units.starts[unit]]]
    before = [place for place in places if low <= units.starts[place.start] < high and place.start < unit and place.how != "branch"]
    return before[-1].code if before else None


def _weight(story: Story, place: Mention) -> int:
    weight = _WEIGHTS[place.how]
    first, _ = story.units.offsets(place.start, place.end)
    if story.in_title(place.start) or first < 600:
        weight *= 2
    return weight
