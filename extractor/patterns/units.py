"""Units: the story as the forms see it. Phrases of the word lists and numbers are one unit each, the rest is tokens."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from extractor.language import Reading
from extractor.numbers import Quantity


@lru_cache(maxsize=8192)
def _lists(tag: str) -> frozenset[str]:
    """The word lists that a tag names; the word lists have some thousand tags, and stories repeat them."""
    return frozenset(tag.split("|"))


class Units(NamedTuple):
    """A story in units.

    `starts[i]:ends[i]` are the tokens of unit i; `tags[i]` names the word lists that hold it, joined by "|", or its
    shape; `words[i]` is its text in lower case; `unit_of[t]` the unit of token t; `sentences` are those of the reading,
    in units. `tagged` are the units that are phrases of lists or numbers, in order; `quantities` maps a unit to its
    number. `places` are the tagged by list, filled when they are first asked for: most stories name no award, and
    nobody asks.
    """

    reading: Reading
    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: list[str]
    unit_of: list[int]
    sentences: list[tuple[int, int]]
    tagged: list[int]
    places: dict[str, list[int]]
    quantities: dict[int, Quantity]

    def said(self, start: int, end: int) -> str:
        """The words of units [start, end) as the story prints them."""
        return self.reading.said(self.starts[start], self.ends[end - 1])

    def phrase(self, unit: int) -> str:
        """The tokens of a unit as printed, with a space between."""
        return " ".join(self.reading.words[self.starts[unit] : self.ends[unit]])

    def on_one_line(self, start: int, end: int) -> str:
        """The words of units [start, end) as printed, with one space between them."""
        return self.reading.on_one_line(self.starts[start], self.ends[end - 1])

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The character span of units [start, end)."""
        return self.reading.offsets(self.starts[start], self.ends[end - 1])

    def has(self, unit: int, name: str) -> bool:
        """Whether a unit is a phrase of the list `name` (or has that shape)."""
        tag = self.tags[unit]
        return tag == name or ("|" in tag and name in _lists(tag))

    def among(self, unit: int, names: Collection[str]) -> bool:
        """Whether a unit is a phrase of any of these lists (or has one of these shapes)."""
        tag = self.tags[unit]
        return tag in names or ("|" in tag and not _lists(tag).isdisjoint(names))

    def holds(self, name: str, start: int, end: int) -> bool:
        """Whether units [start, end) hold a phrase of the list `name`, or a number where that is asked for."""
        places = self.of(name)
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end

    def of(self, *names: str) -> list[int]:
        """The units that are phrases of any of these lists, or numbers where they are asked for, in order."""
        if not self.places:
            by_tag = defaultdict[str, list[int]](list)
            for unit in self.tagged:
                by_tag[self.tags[unit]].append(unit)
            for tag, units in by_tag.items():
                for one in tag.split("|"):
                    self.places.setdefault(one, []).extend(units)
            for units in self.places.values():
                units.sort()
        if len(names) == 1:
            return self.places.get(names[0], [])
        return sorted({unit for name in names for unit in self.places.get(name, ())})

    def sentence(self, unit: int) -> tuple[int, int]:
        """The units [start, end) of the sentence that a unit stands in."""
        return self.sentences[self.reading.sentence_of[self.starts[unit]]]
