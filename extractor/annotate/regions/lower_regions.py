"""Districts and villages: names that count only behind their word, under the regions that the story names.

A name behind the word may go on: "Kecamatan Tungkal Ilir, Bram Itam dan Senyerang". Behind a village stands its
district, behind a district its kabupaten, and then the word is left out: "Desa Arang-arang, Kumpeh Hulu, Muaro Jambi".
"""

from functools import lru_cache
from operator import attrgetter

from extractor.annotate.regions.addresses import addresses
from extractor.annotate.regions.bare_districts import bare_districts
from extractor.annotate.regions.counted_lists import (
    behind_joints,
    counted_list,
    district_above,
    figure_end,
    listed,
)
from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regions.nearness import Named, Within, line, only
from extractor.annotate.story import Story
from extractor.gazetteer import Region, gazetteer

_LONGEST, _MALUKU = 6, "81"
_VILLAGE, _REGENCY = 3, 5  # stops in a village's code, the length of a regency's
_ENDS = frozenset((",", ".", ";", "dan", "serta", "("))
_TOWN = "Kota "  # the district of a capital has it in law or in print, not always in both: "Kecamatan (Kota) Waingapu"
_LEAST_LETTERS = 6  # of a name that is searched one letter off


def lower_regions(story: Story, upper: list[Mention]) -> list[Mention]:
    """The mentions of districts, and of villages in them or in the regions that the story names."""
    found: list[Mention] = []
    inner: set[int] = set()
    for level in ("district", "village"):
        matches = [match for match in story.matches.get("regions", ()) if match.pattern.like == level]
        if not matches:
            continue
        named = Named([*upper, *found])
        above = sorted((one for one in found if level == "village"), key=attrgetter("start"))
        for match in matches:
            if match.start in inner:
                continue
            # "negeri" is a village of Maluku; elsewhere a public school or court
            within = named.near(match.start, _MALUKU if story.units.words[match.start] == "negeri" else "")
            head = counted_list(story, match.start, level)
            if head is None:
                mentions = _behind(story, match.start, _behind_gloss(story, match.end), level, within)
            else:
                within = district_above(story, head, above) or within
                mentions = listed(story, match.start, head, level, within, _longest)
            for mention in mentions:
                found.append(mention)
                inner.update(range(mention.start + 1, mention.end))
                if level == "village":
                    named.add(mention)
    found += _directions(story, upper, found)
    taken = {at for mention in (*upper, *found) for at in range(mention.start, mention.end)}
    found += addresses(story, upper, found, taken)
    return found + bare_districts(story, upper, found, taken)


def _behind_gloss(story: Story, at: int) -> int:
    """Behind a second word for the village, in brackets: "Pekon (Desa) Kubu Perahu"."""
    units = story.units
    glossed = at + 3 < len(units.words) and units.words[at] == "(" and units.words[at + 2] == ")"
    return at + 3 if glossed and units.has(at + 1, "village_cues") else at


def _behind(story: Story, start: int, at: int, level: str, within: Within) -> list[Mention]:
    """The regions behind their word at unit `start`: the name from unit `at` on, and those that follow it."""
    units, found = story.units, list[Mention]()
    while hit := _longest(story, at, level, within, not found) or _of_neighbour(story, at, found):
        region, end = hit
        found.append(Mention(region.code, start, end, "cue", level))
        parent = region.parent or ""
        if level == "village" and (above := _district_behind(story, end, parent)):
            found.append(above)
            break
        end = figure_end(story, end, len(units.words))
        start = at = behind_joints(story, end, len(units.words))
        if at == end or at >= len(units.words):
            break
        within = only(parent)
        if units.has(at, "region") and not _is_listed_district(story, at, level, within):
            break
    return found


def _is_listed_district(story: Story, at: int, level: str, within: Within) -> bool:
    """Whether a name that a larger region bears too is one more district of a list: "Kecamatan Mrebet, Rembang, serta
    Bobotsari" in Purbalingga; not that of the kabupaten which they lie in.
    """
    words = story.units.words
    if level != "district" or not any(
        gazetteer().named(story.units.said(at, end), level=level, within=within.tops[0])
        for end in range(at + 1, min(at + 3, len(words) + 1))
    ):
        return False
    hit = _longest(story, at, level, within)
    above = gazetteer().get(hit[0].parent or "") if hit else None
    if hit is None or above is None or above.name == hit[0].name:
        return False
    return hit[1] > at + 1 or (hit[1] < len(words) and words[hit[1]] in (",", "dan", "serta"))


def _of_neighbour(story: Story, at: int, found: list[Mention]) -> tuple[Region, int] | None:
    """A village that goes on a list of those of other districts: "Kelurahan Purwokerto Wetan, Arcawinangun, Kranji"."""
    if not found or found[0].code.count(".") < _VILLAGE or story.units.has(at, "region"):
        return None
    regency = found[0].code[:_REGENCY]
    hit = _longest(story, at, "village", only(regency))
    words, end = story.units.words, hit[1] if hit else at
    if hit is None or (end < len(words) and words[end] not in _ENDS):
        return None
    return None if gazetteer().named(hit[0].name, level="district", within=regency) else hit


def _district_behind(story: Story, at: int, district: str) -> Mention | None:
    """A village's district right behind it: "Arang-arang, Kumpeh Hulu", "Muarajaya (Kebun Tebu)", with neither too."""
    words = story.units.words
    start = at + 1 if at < len(words) and words[at] in (",", "(") else at
    hit = _longest(story, start, "district", only(district))
    return Mention(hit[0].code, start, hit[1], "cue", "district") if hit else None


def _longest(
    story: Story, at: int, level: str, within: Within, behind_cue: bool = False
) -> tuple[Region, int] | None:
    """The region of the longest run of capitalised words from a unit on, and the unit behind it.

    Behind its word a name's last word may be printed small: "Kampung Uman agung".
    """
    units = story.units
    if at >= len(units.words):
        return None
    reading, first, values = units.reading, units.starts[at], story.patterns.lexicon.values
    limit = min(first + _LONGEST, reading.sentences[reading.sentence_of[first]][1])
    end = first
    while end < limit and (reading.words[end][0].isupper() or reading.words[end].isdigit()):
        if end > first and reading.lowers[end] in values["name_breaks"]:
            break
        end += 1
    if behind_cue and first < end < limit and reading.words[end].islower() and reading.words[end].isalpha():
        region = _named(" ".join(reading.words[first : end + 1]), level, within, whole=False)
        if region and len(region.name.split()) > end - first:
            return region, units.unit_of[end] + 1
    for last in range(end, first, -1):
        if last < end and reading.lowers[last] in values["name_ends"]:
            continue
        region = _named(" ".join(reading.words[first:last]), level, within, whole=last == end)
        if region:
            counted = reading.words[last - 1].isdigit() and not region.name[-1].isdigit()
            return region, units.unit_of[last - 1 - counted] + 1
    return None


def _named(name: str, level: str, within: Within, whole: bool) -> Region | None:
    """The one region of this name, in the first of the codes that has it; one letter off where no further name follows.

    Under a whole province a name counts only where no further name follows it: "Desa Sejahtera Mandiri" is a programme.
    """
    if not within.tops and whole and level == "district" and len(name) >= _LEAST_LETTERS:
        everywhere = gazetteer().named(name, level=level)
        return everywhere[0] if len(everywhere) == 1 else None
    found = [region for top in within.tops for region in _all_named(name, level, top, whole)]
    for code in within.order({code for region in found for code in line(region.code)}):
        here = [region for region in found if f"{region.code}.".startswith(f"{code}.")]
        if len(here) == 1 and (whole or "." in code):
            return here[0]
    return None


@lru_cache(maxsize=32_768)
def _all_named(name: str, level: str, within: str, whole: bool) -> tuple[Region, ...]:
    found = gazetteer().named(name, level=level, within=within)
    if not found and level == "district":
        found = gazetteer().named(_TOWN + name, level=level, within=within)
    if not found and level == "district" and name.startswith(_TOWN):
        found = gazetteer().named(name.removeprefix(_TOWN), level=level, within=within)
    if not found and whole and len(name) >= _LEAST_LETTERS:
        found = gazetteer().near(name, level=level, within=within)
    return tuple(found)


def _directions(story: Story, upper: list[Mention], found: list[Mention]) -> list[Mention]:
    """Districts that are named for their region and need no word: "Singkawang Utara", "Medan Selayang".

    Villages too, where no district is: the longer name goes before the region's.
    """
    units, held = story.units, {mention.end for mention in found}
    more = []
    for place in upper:
        if place.how != "bare" or place.end >= len(units.words) or place.code.count(".") != 1:
            continue
        word = units.said(place.end, place.end + 1)
        if place.end + 1 not in held and word[0].isupper() and not units.has(place.end, "region"):
            name = f"{units.said(place.start, place.end)} {word}"
            regions = gazetteer().named(name, level="district", within=place.code)
            more += [Mention(region.code, place.start, place.end + 1, "bare", "district") for region in regions[:1]]
            if not regions and word.lower() in story.patterns.lexicon.values["name_ends"]:
                regions = gazetteer().named(name, level="village", within=place.code)
                villages = regions if len(regions) == 1 else []
                more += [Mention(one.code, place.start, place.end + 1, "bare", "village") for one in villages]
    return more
