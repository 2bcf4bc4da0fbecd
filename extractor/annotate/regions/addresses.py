"""Addresses: places named from the smallest to the largest, without their words and a comma apart.

    di Jalan Melur 7, [Samboja], Kutai Kartanegara     pasar di [Tunggal Warga], [Banjar Agung], Kabupaten Tulang Bawang

Each name is the whole of what stands between the signs or small words, and lies in the region right behind it. A
village right before its kabupaten, with no district between, counts only behind a word that places it ("di Waluyojati,
Pringsewu"). None: an office's or market's name ("RSUD Menggala, Tulang Bawang").
"""

from functools import lru_cache

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import Region, gazetteer
from extractor.gazetteer.spelling import fold

_LONGEST = 4
"""Words in the name of a district or village."""
_LEAST_LETTERS = 4
_DISTRICT = 2  # stops in a district's code
_REGENCY, _LONGEST_OF_DISTRICT = 5, 8
"""The lengths of a regency's code and of a district's."""
_PLAIN = ("bare", "list", "dateline")
_PLACING = frozenset("di ke dari asal warga beralamat".split())
_OPENERS = frozenset((",", "(", "–", "-", '"', "“", "”", ")", ";", ":", "."))


def addresses(story: Story, upper: list[Mention], lower: list[Mention], taken: set[int]) -> list[Mention]:
    """The mentions of districts and villages that stand right before the region that they lie in.

    `taken` are the units of all mentions; those found are added to it.
    """
    words = story.units.words
    open_ends = [
        place
        for place in (*upper, *lower)
        if _REGENCY <= len(place.code) <= _LONGEST_OF_DISTRICT
        and (words[place.start - 1] == "," if place.how == "cue" else place.how in _PLAIN)
    ]
    found: list[Mention] = []
    while open_ends:
        behind = open_ends.pop()
        mention = _before(story, behind, taken)
        if mention:
            found.append(mention)
            taken.update(range(mention.start, mention.end))
            if len(mention.code) <= _LONGEST_OF_DISTRICT:
                open_ends.append(mention)
    return found


def _before(story: Story, behind: Mention, taken: set[int]) -> Mention | None:
    """The district or village right before the region that it lies in."""
    units = story.units
    apart = behind.start > 0 and units.words[behind.start - 1] == ","
    start = end = behind.start - apart
    if start == 0 or start - 1 in taken or not _is_name_word(story, start - 1):
        return None
    first, _ = units.sentence(behind.start)
    while start > max(first, end - _LONGEST - 1) and start - 1 not in taken and _is_name_word(story, start - 1):
        start -= 1
    if start == end or end - start > _LONGEST:
        return None
    name, before = units.said(start, end), units.words[start - 1] if start > first else ""
    if len(name) < _LEAST_LETTERS or not (before in _OPENERS or before in _PLACING or before.isdigit()):
        return None
    region = _inside(name, behind.code, before in _PLACING, apart)
    return Mention(region.code, start, end, "bare", region.level) if region else None


def _is_name_word(story: Story, unit: int) -> bool:
    units = story.units
    word = units.reading.words[units.starts[unit]]
    return word[0].isupper() and word[-1] != "."


def _inside(name: str, code: str, placed: bool, apart: bool) -> Region | None:
    """The only district of this name in a kabupaten or kota, or the only village in a district."""
    key = fold(name)
    if code.count(".") == _DISTRICT:
        return _under(code).get(key)
    if not (apart or placed):
        return None
    return _under(code).get(key) or (_villages(code).get(key) if apart and placed else None)


@lru_cache(maxsize=1024)
def _under(code: str) -> dict[str, Region | None]:
    """The regions that one is divided into by their folded names; None for a name that two of them bear."""
    found: dict[str, Region | None] = {}
    for region in gazetteer().children(code):
        key = fold(region.name)
        found[key] = None if key in found else region
    return found


@lru_cache(maxsize=256)
def _villages(code: str) -> dict[str, Region | None]:
    """The villages of a kabupaten or kota by their folded names; None for a name that two of them bear."""
    found: dict[str, Region | None] = {}
    for district in gazetteer().children(code):
        for key, village in _under(district.code).items():
            found[key] = None if key in found else village
    return found
