"""Sister regions: the kabupaten beside a kota of the same name, said without it: "Kota Blitar ... kabupatennya"."""

from bisect import bisect_left

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer

_TURNS = {"kabupatennya": ("city", "regency"), "kotanya": ("regency", "city")}


def sisters(story: Story, upper: list[Mention]) -> list[Mention]:
    """The mentions of a region as the sister of the one named last before, in the same paragraph."""
    matches = [match for match in story.matches.get("regions", ()) if match.pattern.like == "sister"]
    if not matches:
        return []
    found, places = list[Mention](), sorted(upper, key=lambda place: place.start)
    starts = [place.start for place in places]
    for match in matches:
        at = bisect_left(starts, match.start) - 1
        if at >= 0 and _is_near(story, places[at].start, match.start):
            code = _sister(places[at].code, *_TURNS[story.units.words[match.start]])
            found += [Mention(code, match.start, match.end, "cue", "sister")] if code else []
    return found


def _is_near(story: Story, one: int, other: int) -> bool:
    paragraph_of, starts = story.units.reading.paragraph_of, story.units.starts
    return paragraph_of[starts[one]] == paragraph_of[starts[other]]


def _sister(code: str, level: str, wanted: str) -> str | None:
    region = gazetteer().get(code)
    if region is None or region.level != level:
        return None
    found = gazetteer().named(region.name, level=wanted, within=code[:2])
    return found[0].code if len(found) == 1 else None
