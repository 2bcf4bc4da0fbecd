"""The setting of posts and names: a story's tokens, with what stands at each of them.

Readers of posts and names go from token to token, since a name is finer than the units of the word lists. The setting
answers what a token begins: a phrase of a list, a region that was read, the end of its sentence, a headline.
"""

from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.annotate.story import Story
from extractor.language import positions
from extractor.patterns import Units
from extractor.patterns.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.annotate.regions import Mention

_WRAPPED = (55, 110)
"""Characters in a line of a clipping that is wrapped at a width."""
_NEAR, _REGIONS = 30, 6
"""How many mentions of regions on each side of a token are near it, and how many regions a name is looked up in."""
_LONG = 8
"""Words of a body's name before its short form."""
_STOPS = frozenset(".!?")
_SMALL = frozenset(("di", "ke", "dari", "dan", "yang", "untuk", "pada", "dengan", "se", "atau", "bagi", "dalam", "ini"))


def _is_short_for(word: str, before: "Sequence[str]") -> bool:
    """Whether a word is drawn together from two or more capitalised words right before it and its bracket."""
    if before[-1:] != ["("]:
        return False
    before = before[:-1]
    first = len(before)
    while first and before[first - 1][0].isupper():
        first -= 1
    for start in range(first, len(before) - 1):
        letters = iter("".join(before[start:]).lower())
        if before[start][0] == word[0] and word not in before and all(letter in letters for letter in word.lower()):
            return True
    return False


class Place(NamedTuple):
    """A region that the story names: its code, the tokens [start, end) of its name, how it was read."""

    code: str
    start: int
    end: int
    how: str


class Setting:
    """A story's tokens (`words`, `lowers`) and what begins at each."""

    def __init__(self, story: Story, places: "Sequence[Mention]") -> None:
        units = story.units
        self.story, self.units, self.reading = story, units, units.reading
        self.words, self.lowers = units.reading.words, units.reading.lowers
        self.places = [_named(units, place) for place in places]
        self._place_starts = [place.start for place in self.places]
        self._place_at = {place.start: place for place in self.places}
        self._placed = {token for place in self.places for token in range(place.start, place.end)}
        self._headlines: dict[int, bool] = {}

    @cached_property
    def insured(self) -> bool:
        """Whether the story is about social security."""
        return "BPJS" in self.reading.text or "jamsostek" in self.reading.text.lower()

    @cached_property
    def short_forms(self) -> frozenset[str]:
        """The short forms of bodies that stand in brackets behind them: "Institut Teknologi Sumatera (Itera)"."""
        words = self.words
        found = ((words[at - 1], words[max(at - 1 - _LONG, 0) : at - 1]) for at in positions(words, {")"}) if at > 2)
        return frozenset(word for word, before in found if _is_short_for(word, before))

    @cached_property
    def insurer(self) -> str:
        """Whose departments and branches a story about social security means: of health where only that is named."""
        text = self.reading.text
        other = "BPJS Ketenagakerjaan" in text or "jamsostek" in text.lower()
        return "BPJS Kesehatan" if "BPJS Kesehatan" in text and not other else "BPJS Ketenagakerjaan"

    def place(self, token: int) -> Place | None:
        """The region whose name starts at a token."""
        return self._place_at.get(token)

    def regions_near(self, token: int) -> list[str]:
        """The provinces, regencies and cities named near a token, the ones before it first and nearest first."""
        index = bisect_left(self._place_starts, token)
        near = [*reversed(self.places[max(index - _NEAR, 0) : index]), *self.places[index : index + _NEAR]]
        return list(dict.fromkeys(place.code[:5] for place in near))[:_REGIONS]

    def place_end(self, token: int) -> int:
        """Where a region's name that starts at a token ends, whether read as a region or not; the token if none."""
        place = self._place_at.get(token)
        if place:
            return place.end
        return self.phrase_end(token, "region") if self.words[token][0].isupper() else token

    def placed(self, token: int) -> bool:
        """Whether a token is part of the name of a region that was read."""
        return token in self._placed

    def phrase_end(self, token: int, name: str) -> int:
        """Where the phrase of the list `name` that starts at a token ends; the token itself where none does."""
        unit = self.units.unit_of[token]
        if self.units.starts[unit] == token and self.units.has(unit, name):
            return self.units.ends[unit]
        return token

    def limit(self, token: int) -> int:
        """The end of a token's sentence.

        A stop behind a word of courtesy or a name's short form ("ibu. Hj. Sri", "Sy. Hamdan") ends none, and neither
        does the end of a line within a paragraph, as clippings are wrapped.
        """
        reading = self.reading
        sentence = reading.sentence_of[token]
        end = reading.sentences[sentence][1]
        while end < len(self.words) and self._goes_on(end) and end - token < 60:
            sentence += 1
            end = reading.sentences[sentence][1]
        return end

    def _goes_on(self, end: int) -> bool:
        apart = self.reading.paragraph_of[end] != self.reading.paragraph_of[end - 1]
        if end in self.reading.list_marks or (apart and not self._is_wrapped(end)):
            return False
        if self.words[end - 1] == ".":
            before = self.lowers[end - 2]
            return before in vocabulary("courtesy") or before in vocabulary("particles") or is_degree(self.words[end])
        last = self.words[end - 1]
        return last.isalpha() or last == "," or (last[-1] == "." and is_honorific(last))

    def _is_wrapped(self, end: int) -> bool:
        """Whether the line before a token is as long as wrapped lines are, and no blank line stands between."""
        text, last = self.reading.text, self.reading.ends[end - 1]
        return "\n" not in text[last : self.reading.starts[end]].strip(" ").removeprefix("\n") and (
            _WRAPPED[0] <= last - text.rfind("\n", 0, last) <= _WRAPPED[1]
        )

    def sentence_start(self, token: int) -> int:
        """The first token of a token's sentence, behind a list mark."""
        start = self.reading.sentences[self.reading.sentence_of[token]][0]
        return start + 1 if start in self.reading.list_marks else start

    def in_list(self, token: int) -> bool:
        """Whether a token's sentence is an item of a list."""
        return self.reading.sentences[self.reading.sentence_of[token]][0] in self.reading.list_marks

    def in_headline(self, token: int) -> bool:
        """Whether a token stands in the title, or in a line printed as one: capitals throughout and no stop."""
        if self.story.article.title_span and self.story.in_title(self.units.unit_of[token]):
            return True
        sentence = self.reading.sentence_of[token]
        if sentence not in self._headlines:
            self._headlines[sentence] = self._is_headline(*self.reading.sentences[sentence])
        return self._headlines[sentence]

    def _is_headline(self, start: int, end: int) -> bool:
        reading = self.reading
        paragraph = reading.paragraphs[reading.paragraph_of[start]]
        ends_line = end == len(self.words) or "\n" in reading.text[reading.ends[end - 1] : reading.starts[end]]
        if self.words[end - 1][-1] in _STOPS or not ends_line or end - start > 25 or paragraph[1] - paragraph[0] > 60:
            return False
        large = [word[0].isupper() for word in self.words[start:end] if word[0].isalpha() and word not in _SMALL]
        return len(large) >= 4 and sum(large) >= 0.85 * len(large)

    def said(self, start: int, end: int) -> str:
        """The words of tokens [start, end) as printed, on one line."""
        return self.reading.on_one_line(start, end)


_CUES = ("roles", "region_posts", "region_kinds", "government", "district_cues", "village_cues", "acting")
"""The word lists whose phrases a mention of a region may begin with: its kind, its government, an office."""


def _named(units: Units, mention: "Mention") -> Place:
    """The place of a mention, without the post or government that the mention begins with."""
    start, last = mention.start, mention.end - 1
    while start < last and not units.has(start, "region") and units.among(start, _CUES):
        start += 1
        if units.words[start] == "(":
            start = next((at + 1 for at in range(start, last) if units.words[at] == ")"), start)
    return Place(mention.code, units.starts[start], units.ends[last], mention.how)


@lru_cache(maxsize=2)
def _without_stops(name: str) -> frozenset[str]:
    """The phrases of a word list without their stops."""
    from extractor.patterns import patterns

    return frozenset(entry.phrase.replace(".", "") for entry in patterns().lexicon.lists[name].entries)


@lru_cache(maxsize=4096)
def is_degree(word: str) -> bool:
    """Whether a token is a known degree, with stops or without: "SH", "S.H.", "SH."."""
    return word[0].isupper() and word.replace(".", "") in _without_stops("degrees")


@lru_cache(maxsize=4096)
def looks_like_degree(word: str) -> bool:
    """Whether a token has a degree's shape: short parts with capitals between stops ("M.Tr.Opsla")."""
    parts = word.rstrip(".").split(".")
    return 2 <= len(parts) <= 4 and all(0 < len(part) <= 6 and part[0].isupper() and part.isalpha() for part in parts)


@lru_cache(maxsize=4096)
def is_honorific(word: str) -> bool:
    """Whether a token is a title, with a stop or without: "Dr.", "Drs", "KH", "AKBP"."""
    return word.replace(".", "") in _without_stops("honorifics")
