"""Mentions: what a story says of awards, in the order of the text, as the sentences of the assembler see it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from extractor.annotate.story import Story
from extractor.article import Span
from extractor.facts import Facts, Recipient, Region
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
        if not self.mentions:
            return []
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


class Holder(NamedTuple):
    """An official whom the story names at units [start, end), with the code of the region of the post."""

    start: int
    end: int
    name: str
    code: str | None

    @property
    def person(self) -> Recipient:
        """The official as one who gets an award."""
        return Recipient("person", None, self.name)


class Scene:
    """The story as the assembler sees it: all `mentions` in the order of the text, its sentences by number, and
    `holders`, the officials by the unit behind their name.

    The sentences are made when they are asked for: most of a long text says nothing of awards.
    """

    def __init__(self, story: Story, mentions: list[Mention], holders: dict[int, Holder] | None = None) -> None:
        units, sentence_of = story.units, story.units.reading.sentence_of
        self._units = units
        self.holders = holders or {}
        self._said: dict[int, list[Mention]] = {}
        self._sentences: dict[int, Sentence] = {}
        self.mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        for mention in self.mentions:
            self._said.setdefault(sentence_of[units.starts[mention.start]], []).append(mention)

    def said(self) -> Iterable[tuple[int, list[Mention]]]:
        """The numbers of the sentences that have mentions, in order, with these."""
        return self._said.items()

    def having(self, sort: str) -> list[Sentence]:
        """The sentences that have a mention of this sort, in order."""
        numbers = [number for number, said in self._said.items() if any(mention.sort == sort for mention in said)]
        return [self._made(number) for number in numbers]

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of this number, from 0; None behind the last."""
        return self._made(number) if number < len(self._units.sentences) else None

    def _made(self, number: int) -> Sentence:
        known = self._sentences.get(number)
        if known is not None:
            return known
        reading, mentions = self._units.reading, self._said.get(number, [])
        first, _ = reading.sentences[number]
        mark = reading.list_marks.get(first)
        made = Sentence(number, *self._units.sentences[number], reading.paragraph_of[first], mark, mentions)
        self._sentences[number] = made
        return made
