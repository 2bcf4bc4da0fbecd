"""Village words: what a story calls its villages: Desa, Kampung, Nagari, Negeri, Pekon."""

from collections import defaultdict

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer

_DOTS = 3
_URBAN = "Kelurahan"


def village_names(story: Story, places: list[Mention]) -> dict[str, str]:
    """The word for each village that the story calls otherwise than the gazetteer, by code: "Negeri" of Negeri Sepa.

    The gazetteer's word stays where the story says it too, and where one of the two is Kelurahan, which is no manner of
    speaking. What goes on a list ("Negeri Allang dan Sepa") has the list's word.
    """
    said = defaultdict[str, list[str]](list)
    word, end = "", -1
    for place in places:
        if place.code.count(".") != _DOTS:
            continue
        if story.units.has(place.start, "village_cues"):
            word = story.value(place.start, "village_cues")
        elif place.start > end + 1:
            word = ""
        end = place.end
        if word[:1].isupper():
            said[place.code].append(word)
    return {code: words[0] for code, words in said.items() if _is_own(code, words)}


def _is_own(code: str, words: list[str]) -> bool:
    region = gazetteer().get(code)
    return region is not None and region.kind not in words and _URBAN not in (region.kind, words[0])
