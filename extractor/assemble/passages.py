"""Passages: what of a long text stands near the name of an award. The rest is about other things, and costs nothing.

No article is so long that this leaves anything of it out; a year's papers in one file are.
"""

from bisect import bisect_left, bisect_right
from itertools import chain
from operator import itemgetter
from typing import TypeVar

from extractor.annotate.story import Story
from extractor.article import Span
from extractor.assemble.mentions import Mention
from extractor.facts import Date, Facts, Rank, Region, Regulation
from extractor.patterns import Units

_REACH = 10_000
"""Units on either side of an award's name: twenty pages, in which its winners are listed if they are anywhere."""

_Fact = TypeVar("_Fact", Region, Rank, Date, Regulation)


def near_awards(story: Story, facts: Facts, awards: list[Mention]) -> tuple[Story, Facts]:
    """The story and its facts as far as they stand within reach of an award's name; those of an article whole."""
    units = story.units
    if len(units.words) <= _REACH:
        return story, facts
    passages = _passages(awards, len(units.words))
    limits = [(bisect_left(units.tagged, first), bisect_left(units.tagged, last)) for first, last in passages]
    tagged = list(chain.from_iterable(units.tagged[start:end] for start, end in limits))
    told = [match for match in story.matches.get("records", ()) if _holds(passages, match.start)]
    near = story._replace(units=units._replace(tagged=tagged, places={}), matches=story.matches | {"records": told})
    return near, _facts(units, facts, passages)


def _passages(awards: list[Mention], size: int) -> list[tuple[int, int]]:
    """The units [first, last) within reach of an award, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start in sorted(award.start for award in awards):
        first, last = max(0, start - _REACH), min(size, start + _REACH)
        if found and first <= found[-1][1]:
            first, _ = found.pop()
        found.append((first, last))
    return found


def _holds(passages: list[Span], at: int) -> bool:
    before = bisect_right(passages, at, key=itemgetter(0))
    return before > 0 and at < passages[before - 1][1]


def _facts(units: Units, facts: Facts, passages: list[tuple[int, int]]) -> Facts:
    """The facts that sentences with awards are read by, with those of their spans that stand in the passages."""
    printed = [units.offsets(first, last) for first, last in passages]

    def near(told: tuple[_Fact, ...]) -> tuple[_Fact, ...]:
        spans = [tuple(span for span in fact.spans if _holds(printed, span[0])) for fact in told]
        return tuple(fact._replace(spans=kept) for fact, kept in zip(told, spans, strict=True) if kept)

    return facts._replace(
        regions=near(facts.regions),
        regulations=near(facts.regulations),
        ranks=near(facts.ranks),
        dates=near(facts.dates),
    )
