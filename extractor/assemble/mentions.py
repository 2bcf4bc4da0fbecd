"""Mentions: what a story says of awards, in the order of the text, as the sentences of the assembler see it."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.annotate.story import Story
from extractor.article import Span
from extractor.facts import Facts, Region
from extractor.patterns import Units


class Mention(NamedTuple):
    """Something that matters to an award record, at units [start, end).

    `value` depends on the `sort`:

        award           the award's name
        recipient       a Recipient
        place           a Recipient that is only where something is or who gives it, and gets no award
        rank            the place, an int
        shortlist       the N of "N besar", an int
        category        the category as written
        trigger         what the pattern says: {"outcome", "place", ...}
        level           the level and the code of its region, or None
        edition         the year, an int
        time            -1 for the edition before the story's own, 0 for its own
    date            the day, YYYY-MM-DD
    """

    sort: str
    start: int
    end: int
    value: Any
    pattern: str = ""


class Sentence(NamedTuple):
    """A sentence of the story: its number, its units [start, end), whether it is a list's item, and its mentions."""

    number: int
    start: int
    end: int
    paragraph: int
    mark: str | None
    mentions: list[Mention]

    def of(self, *sorts: str) -> list[Mention]:
        """The mentions of these sorts, in order."""
        return [mention for mention in self.mentions if mention.sort in sorts]


def says(units: Units, sentence: Sentence, *names: str) -> bool:
    """Whether a word of one of these lists stands in a sentence."""
    return holds(units, sentence.start, sentence.end, *names)


def holds(units: Units, start: int, end: int, *names: str) -> bool:
    """Whether a word of one of these lists stands at units [start, end)."""
    return any(units.holds(name, start, end) for name in names)


def is_capital(units: Units, unit: int) -> bool:
    """Whether a unit is printed with a capital letter."""
    return units.reading.words[units.starts[unit]][0].isupper()


def unit_range(units: Units, span: Span) -> tuple[int, int]:
    """The units [start, end) that a character span covers."""
    reading = units.reading
    first, last = reading.token_at(span[0]), reading.token_at(span[1] - 1)
    return units.unit_of[first], units.unit_of[min(last, len(units.unit_of) - 1)] + 1


class Placed(NamedTuple):
    """A region that the story names at units [start, end)."""

    region: Region
    start: int
    end: int


def placed(story: Story, facts: Facts) -> list[Placed]:
    """The regions of a story wherever it names them, region by region."""
    return [
        Placed(region, *unit_range(story.units, span)) for region in facts.regions for span in region.spans
    ]


class Scene:
    """The story as the assembler sees it: its sentences by number; one goes over those that say something of awards.

    The others, which are most of a long text, are made only where they are asked for.
    """

    def __init__(self, story: Story, mentions: list[Mention]) -> None:
        units, reading = story.units, story.units.reading
        by_sentence = defaultdict[int, list[Mention]](list)
        for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
            by_sentence[reading.sentence_of[units.starts[mention.start]]].append(mention)
        self._units = units
        self._spoken = {number: self._made(number, by_sentence[number]) for number in sorted(by_sentence)}

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self._spoken.values())

    def __bool__(self) -> bool:
        return bool(self._spoken)

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of this number, from 0; None behind the last."""
        if number >= len(self._units.reading.sentences):
            return None
        return self._spoken.get(number) or self._made(number, [])

    def _made(self, number: int, mentions: list[Mention]) -> Sentence:
        reading = self._units.reading
        first, _ = reading.sentences[number]
        mark = reading.list_marks.get(first)
        return Sentence(number, *self._units.sentences[number], reading.paragraph_of[first], mark, mentions)
