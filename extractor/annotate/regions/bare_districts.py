"""Districts without their word: "di Selong", "disusul Manis Mata", where the story is in their kabupaten or kota.

Only a name that no region above the districts bears, whole between small words, behind one that places it or before
another district of the same kabupaten.
"""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from extractor.annotate.regions.counted_lists import FIGURE, figure_end
from extractor.annotate.regions.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer
from extractor.gazetteer.spelling import spellings
from extractor.language import positions, read

_MOST_REGIONS = 3
_PLACING = frozenset(
    """di ke dari asal disusul warga masyarakat petani terutama yakni yaitu seperti wilayah diwilayah kawasan daerah
    arah menuju hingga sampai antara""".split()
)
_JOINTS = frozenset({",", "dan", "serta", "sama"})
_REGENCY = 5
"""The length of a regency's code."""


def bare_districts(story: Story, upper: list[Mention], lower: list[Mention], taken: set[int]) -> list[Mention]:
    """The mentions of districts of the story's main kabupaten and kota that stand without their word.

    `taken` are the units of all mentions.
    """
    units, reading = story.units, story.units.reading
    votes = Counter(
        place.code for place in upper if place.code.count(".") == 1 and place.how not in ("branch", "dateline")
    )
    named = [_districts(regency) for regency, _ in votes.most_common(_MOST_REGIONS)]
    ends = {mention.end for mention in lower}
    found = []
    for token in positions(reading.lowers, set().union(*named)):
        unit = units.unit_of[token]
        if unit in taken or units.starts[unit] != token:
            continue
        placed = _is_placed(story, unit, ends)
        for words, code in chain.from_iterable(some.get(reading.lowers[token], ()) for some in named):
            last = token + len(words)
            if tuple(reading.lowers[token:last]) != words or not _is_whole(story, token, last):
                continue
            if placed or _opens_list(story, last, _districts(code[:_REGENCY])):
                found.append(Mention(code, unit, units.unit_of[last - 1] + 1, "bare", "district"))
                ends.add(found[-1].end)
                break
    return found


@lru_cache(maxsize=600)
def _districts(regency: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By its first word the words in lower case, and the code, of each district of a region, the longest first.

    None that bears a larger region's name is among them.
    """
    found = []
    for region in gazetteer().children(regency):
        if not gazetteer().named(region.name, level="regency") and not gazetteer().named(region.name, level="city"):
            spelt = {tuple(read(name).lowers) for name in (*spellings(region.name), region.name.replace(" ", ""))}
            found += [(words, region.code) for words in spelt if len("".join(words)) >= 4]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, code in sorted(found, key=lambda entry: (-len(entry[0]), entry)):
        by_first.setdefault(words[0], []).append((words, code))
    return by_first


def _opens_list(story: Story, at: int, districts: Mapping[str, list[tuple[tuple[str, ...], str]]]) -> bool:
    """Whether another district of the same region goes on from one that ends before token `at`: "Tebat Karai dan
    Merigi itu kantong buruh".
    """
    reading = story.units.reading
    if at + 1 >= len(reading.words) or reading.words[at] not in _JOINTS:
        return False
    return any(
        tuple(reading.lowers[at + 1 : at + 1 + len(words)]) == words and _is_whole(story, at + 1, at + 1 + len(words))
        for words, _ in districts.get(reading.lowers[at + 1], ())
    )


def _is_placed(story: Story, unit: int, ends: set[int]) -> bool:
    """Whether a unit stands behind a word that places it, or goes on a list of districts."""
    words = story.units.words
    if unit == 0:
        return False
    if words[unit - 1] in _PLACING:
        return True
    if words[unit - 1] not in _JOINTS:
        return False
    at = unit - 2 if words[unit - 2] in _JOINTS or words[unit - 2] == "juga" else unit - 1
    return unit - 1 in ends or at in ends or _behind_figure(story, unit, ends)


def _behind_figure(story: Story, unit: int, ends: set[int]) -> bool:
    """Whether the item before has its figure with it: "Manis Mata 3.902 orang dan Sungai Rayak 2.760 orang"."""
    nearest = next((end for end in range(unit - 2, max(unit - FIGURE, 0) - 1, -1) if end in ends), None)
    return nearest is not None and figure_end(story, nearest, unit) > nearest


def _is_whole(story: Story, first: int, last: int) -> bool:
    """Whether tokens [first, last) are capitalised, and the one behind them is not."""
    reading = story.units.reading
    if not all(reading.words[at][0].isupper() for at in range(first, last)):
        return False
    return last >= len(reading.words) or not reading.words[last][0].isupper()
