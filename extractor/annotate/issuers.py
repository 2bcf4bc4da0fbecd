"""The issuers of regional laws: the region named with a law, or else the one whose government the story speaks of."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from extractor.annotate.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer

_LEVELS = {
    "Perda": ("province", "regency", "city"),
    "Pergub": ("province",),
    "Kepgub": ("province",),
    "Perbup": ("regency",),
    "Kepbup": ("regency",),
    "Perwali": ("city",),
    "Kepwali": ("city",),
    "Perdes": ("village",),
}
_POSTS = {"gubernur": "province", "bupati": "regency", "wali kota": "city", "walikota": "city"}
_NATIONAL = ("menteri", "mendagri", "menaker", "presiden", "kementerian", "kemen", "dirjen", "sekda")
_REACH = 12
_BY_POST = ("SE", "SK", "Instruksi")
_DEPTHS = {"province": 1, "regency": 2, "city": 2, "village": 4}


class Region(NamedTuple):
    """A region of a wanted level, and the unit where the story named it."""

    code: str
    unit: int


def issuer(story: Story, places: Sequence[Mention], kind: str, start: int, end: int) -> str | None:
    """The code of the region whose law the units [start, end) cite; None for a national law and where it stays open."""
    levels = _levels(story, kind, start, end)
    if not levels:
        return None
    named = _named(story, places, levels, start, end)
    if named is not None:
        return named
    known = [Region(code, place.start) for place in places for code in _codes(place.code, levels)]
    return _nearest(story, known, start)


def _levels(story: Story, kind: str, start: int, end: int) -> tuple[str, ...]:
    if kind not in _BY_POST:
        return _LEVELS.get(kind, ())
    words = story.units.words
    first, _ = story.units.sentence(start)
    for said in (" ".join(words[start:end]), " ".join(words[max(first, start - _REACH) : start])):
        if any(national in said for national in _NATIONAL):
            return ()
        levels = tuple(level for post, level in _POSTS.items() if post in said)
        if levels:
            return levels[:1]
    return ()


def _named(story: Story, places: Sequence[Mention], levels: tuple[str, ...], start: int, end: int) -> str | None:
    """The region that is named inside the citation, also where the story's reading left the name open."""
    for place in places:
        if start <= place.start < end:
            if _level(place.code) in levels:
                return place.code
            found = _only(story.units.said(place.start, place.end), levels, place.code[:2])
            if found is not None:
                return found
    for unit in range(start + 1, end):
        if story.units.has(unit, "region"):
            return _only(story.units.said(unit, unit + 1), levels, "")
    return None


def _only(name: str, levels: tuple[str, ...], province: str) -> str | None:
    """The only region of this name on these levels, in the province if one lies there."""
    homonyms = [one.code for level in levels for one in gazetteer().named(name, level=level)]
    near = [code for code in homonyms if code.startswith(province)] or homonyms
    return near[0] if len(near) == 1 else None


def _level(code: str) -> str | None:
    region = gazetteer().get(code)
    return None if region is None else region.level


def _codes(code: str, levels: tuple[str, ...]) -> list[str]:
    """The region itself or the one it lies in, where its level is wanted; of several levels only the region itself."""
    if len(levels) > 1:
        return [code] if _level(code) in levels else []
    parts = code.split(".")
    above = ".".join(parts[: _DEPTHS[levels[0]]])
    return [above] if len(parts) >= _DEPTHS[levels[0]] and _level(above) == levels[0] else []


def _nearest(story: Story, known: list[Region], start: int) -> str | None:
    """The last region named before in the sentence, in the paragraph, or else the one that the story names most."""
    if not known:
        return None
    reading, units = story.units.reading, story.units
    first, _ = units.sentence(start)
    paragraph, _ = reading.paragraphs[reading.paragraph_of[units.starts[start]]]
    for since in (first, units.unit_of[paragraph]):
        before = [region.code for region in known if since <= region.unit < start]
        if before:
            return before[-1]
    counts = Counter(region.code for region in known)
    return max(counts, key=lambda code: counts[code])
