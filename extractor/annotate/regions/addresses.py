"""Addresses: places named from the smallest to the largest, without their words and a comma apart.

    di Jalan Melur 7, [Samboja], Kutai Kartanegara     pasar di [Tunggal Warga], [Banjar Agung], Kabupaten Tulang Bawang

Each name is the whole of what stands between the signs or small words, and lies in the region right behind it. A
village right before its kabupaten, with no district between, counts only behind a word that places it ("di Waluyojati,
Pringsewu"). None: an office's or market's name ("RSUD Menggala, Tulang Bawang").
"""

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import Region, gazetteer

_LONGEST = 4
"""Words in the name of a district or village."""
_LEAST_LETTERS = 4
_PLACING = frozenset("di ke dari asal warga beralamat".split())
_OPENERS = frozenset((",", "(", "–", "-", '"', "“", "”", ")", ";", ":", "."))


def addresses(story: Story, upper: list[Mention], lower: list[Mention]) -> list[Mention]:
    """The mentions of districts and villages that stand right before the region that they lie in."""
    taken = {at for mention in (*upper, *lower) for at in range(mention.start, mention.end)}
    open_ends = [place for place in (*upper, *lower) if 0 < place.code.count(".") < 3 and place.how != "branch"]
    found: list[Mention] = []
    while open_ends:
        behind = open_ends.pop()
        mention = _before(story, behind, taken)
        if mention:
            found.append(mention)
            taken.update(range(mention.start, mention.end))
            if mention.code.count(".") < 3:
                open_ends.append(mention)
    return found


def _before(story: Story, behind: Mention, taken: set[int]) -> Mention | None:
    """The district or village right before the region that it lies in."""
    units = story.units
    first, _ = units.sentence(behind.start)
    apart = behind.start > first and units.words[behind.start - 1] == ","
    end = behind.start - 1 if apart else behind.start
    start = end
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
    if code.count(".") == 2:
        found = gazetteer().named(name, level="village", within=code)
    else:
        found = gazetteer().named(name, level="district", within=code) if apart or placed else []
        if not found and apart and placed:
            found = gazetteer().named(name, level="village", within=code)
    return found[0] if len(found) == 1 else None
