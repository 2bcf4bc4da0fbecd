"""Context: whether the words round a fact hope for it, deny it or place it in the past; each axis with its cue.

A cue reaches from where it stands to the end of its clause. Clauses end at the sentence's end, at a semicolon, and
before a word that turns the sentence (patterns/words/clause_turns.txt: namun, sedangkan, sementara, tetapi).
"""

from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.patterns import Units


class Cue(NamedTuple):
    """A word that sets an axis: which list it is of, and the unit where it stands."""

    axis: str
    unit: int


def clause(units: Units, unit: int, reach: int | None = None) -> tuple[int, int]:
    """The units [start, end) of the clause that a unit stands in, looked for at most `reach` units to either side."""
    first, last = units.sentence(unit)
    if reach is not None:
        first, last = max(first, unit - reach), min(last, unit + reach + 1)
    start, end = unit, unit + 1
    while start > first and not _ends_clause(units, start - 1) and not units.has(start, "clause_turns"):
        start -= 1
    while end < last and not _ends_clause(units, end) and not units.has(end, "clause_turns"):
        end += 1
    return start, end


def _ends_clause(units: Units, unit: int) -> bool:
    return units.words[unit] == ";"


def cue(story: Story, unit: int, axis: str, reach: int = 40) -> Cue | None:
    """The nearest cue of the list `axis` before a unit, in its clause and at most `reach` units away."""
    units = story.units
    start, _ = clause(units, unit, reach)
    for at in range(unit - 1, start - 1, -1):
        if units.has(at, axis):
            return Cue(axis, at)
    return None
