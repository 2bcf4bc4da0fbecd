"""Surroundings: the sentence, clause and paragraph round a unit, as far as a reader of numbers looks.

Bounded, so that a text without a stop costs no more than one with stops: a sentence to REACH units to either side, a
paragraph to PARAGRAPH_REACH.
"""

from extractor.annotate.context import clause
from extractor.annotate.story import Story

REACH = 80
PARAGRAPH_REACH = 200


def sentence_round(story: Story, unit: int) -> tuple[int, int]:
    """The units [start, end) of the sentence that a unit stands in, within reach."""
    first, last = story.units.sentence(unit)
    return max(first, unit - REACH), min(last, unit + REACH)


def clause_round(story: Story, unit: int) -> tuple[int, int]:
    """The units [start, end) of the clause that a unit stands in, within reach."""
    return clause(story.units, unit, REACH)


def paragraph_round(story: Story, unit: int) -> tuple[int, int]:
    """The units [start, end) of the paragraph that a unit stands in, within reach."""
    start, end = paragraph_at(story, unit)
    return max(start, unit - PARAGRAPH_REACH), min(end, unit + PARAGRAPH_REACH)


def paragraph_at(story: Story, unit: int) -> tuple[int, int]:
    """The units [start, end) of the whole paragraph that a unit stands in."""
    reading = story.units.reading
    first, last = reading.paragraphs[reading.paragraph_of[story.units.starts[unit]]]
    return story.units.unit_of[first], story.units.unit_of[last - 1] + 1
