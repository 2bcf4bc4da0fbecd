"""The issuers of regional laws: the region named with a law, or else the one whose government the story speaks of."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from extractor.annotate.regions.mentions import Mention
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
_KINDS = {"kabupaten": "regency", "kota": "city", "provinsi": "province"}
_NATIONAL = ("menteri", "mendagri", "menaker", "presiden", "kementerian", "kemen", "dirjen", "sekda")
_ABOUT = frozenset(("tentang", "mengenai", "terkait", "ttg"))
_REACH = 12
_BY_POST = ("SE", "SK", "Instruksi")
_DEPTHS = {"province": 1, "regency": 2, "city": 2, "village": 4}


class Issuers:
    """The regions of a story, by the levels on which laws are issued."""

    def __init__(self, story: Story, places: Sequence[Mention]) -> None:
        self._story = story
        self._places = sorted(places, key=lambda place: place.start)
        self._starts = [place.start for place in self._places]
        self._known: dict[tuple[str, ...], _Known] = {}

    def of(self, kind: str, start: int, end: int) -> str | None:
        """The code of the region whose law the units [start, end) cite; None: a national law, or it stays open."""
        levels = _said_behind(self._story, kind, start) or _levels(self._story, kind, start, end)
        if not levels:
            return None
        return self._named(levels, start, end) or self._nearest(levels, start)

    def _named(self, levels: tuple[str, ...], start: int, end: int) -> str | None:
        """The region that is named inside the citation, also where the story's reading left the name open."""
        units = self._story.units
        for place in self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if self._is_in_a_name(place, start):
                continue
            if _level(place.code) in levels:
                return place.code
            found = _only(units.said(place.start, place.end), levels, place.code[:2])
            if found is not None:
                return found
        title = next((unit for unit in range(start + 1, end) if units.words[unit] in _ABOUT), end)
        named = next((unit for unit in range(start + 1, title) if units.has(unit, "region")), None)
        return None if named is None else _only(units.said(named, named + 1), levels, "")

    def _is_in_a_name(self, place: Mention, start: int) -> bool:
        """Whether a place is but the end of a name in a law's title: "Pergub Nomor 3 tentang Orang Asli Papua"."""
        units = self._story.units
        if place.end - place.start > 1 or _ABOUT.isdisjoint(units.words[start : place.start - 1]):
            return False
        return units.said(place.start - 1, place.start)[0].isupper()

    def _nearest(self, levels: tuple[str, ...], start: int) -> str | None:
        """The last region named before in the sentence, in the paragraph, or else the one that the story names most."""
        if levels not in self._known:
            self._known[levels] = _Known.of(self._places, levels)
        known = self._known[levels]
        reading, units = self._story.units.reading, self._story.units
        first, _ = units.sentence(start)
        paragraph, _ = reading.paragraphs[reading.paragraph_of[units.starts[start]]]
        last = bisect_left(known.units, start) - 1
        if last >= 0 and known.units[last] >= min(first, units.unit_of[paragraph]):
            return known.codes[last]
        return known.most


class _Known(NamedTuple):
    """The regions of some levels that a story names: units and codes in order, and the one named most."""

    units: list[int]
    codes: list[str]
    most: str | None

    @classmethod
    def of(cls, places: Sequence[Mention], levels: tuple[str, ...]) -> "_Known":
        found = [(place.start, code) for place in places for code in _codes(place.code, levels)]
        counts = Counter(code for _, code in found)
        most = max(counts, key=lambda code: counts[code]) if counts else None
        return cls([unit for unit, _ in found], [code for _, code in found], most)


def _said_behind(story: Story, kind: str, start: int) -> tuple[str, ...]:
    """The level that stands behind a law alone: "rancangan qanun kabupaten"."""
    words = story.units.words
    level = _KINDS.get(words[start + 1]) if kind == "Perda" and start + 1 < len(words) else None
    return (level,) if level else ()


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
