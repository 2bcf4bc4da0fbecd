"""Names drawn together of the beginnings of a name's words: "Bonebol" in a story that names Bone Bolango."""

from extractor.annotate.regions.mentions import Mention
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer
from extractor.language import positions

_LEAST, _MOST = 5, 14
"""Letters in such a name."""
_BEGINNING = 2
"""Letters that it has of each word at least."""


def drawn_together(story: Story, upper: list[Mention]) -> list[Mention]:
    """The mentions of kabupaten and kota that the story names in full elsewhere, behind a post, kind or government.

    Where one is found so, the word means the region in the whole story.
    """
    units = story.units
    matches = [match for match in story.matches.get("regions", ()) if match.pattern.like in ("drawn", "misspelt")]
    named = _named(upper) if matches else {}
    if not named:
        return []
    meant: dict[str, str] = {}
    for match in matches:
        word = units.words[match.slots["name"][0]]
        codes = [code for code, words in named.items() if word[0] == words[0][0] and _is_drawn(word, words)]
        if len(codes) == 1:
            meant[word] = codes[0]
    if not meant:
        return []
    posts = {match.slots["name"][0]: match.start for match in matches}
    found = [unit for unit in positions(units.words, set(meant)) if units.said(unit, unit + 1)[0].isupper()]
    return [_mention(meant[units.words[unit]], unit, posts.get(unit)) for unit in found]


def _mention(code: str, unit: int, start: int | None) -> Mention:
    how = "bare" if start is None else "office"
    return Mention(code, unit if start is None else start, unit + 1, how, "drawn")


def _named(upper: list[Mention]) -> dict[str, list[str]]:
    """The words of the names of several words that the story's kabupaten and kota bear."""
    codes = dict.fromkeys(place.code for place in upper if place.code.count(".") == 1)
    regions = [region for code in codes if (region := gazetteer().get(code))]
    return {region.code: words for region in regions if len(words := region.name.lower().split()) > 1}


def _is_drawn(word: str, words: list[str]) -> bool:
    """Whether a word is made of the beginnings of all these words, two letters of each at least."""
    if not _LEAST <= len(word) <= _MOST or word == "".join(words):
        return False
    rests = {word}
    for part in words:
        rests = {rest[length:] for rest in rests for length in range(_BEGINNING, _shared(rest, part) + 1)}
    return "" in rests


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
