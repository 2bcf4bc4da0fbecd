"""The day of an award's event: when it was handed over, or when the stage that is reported took place."""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Sentence, unit_range
from extractor.facts import Facts

_LEAD = 8


def date_mentions(story: Story, facts: Facts) -> list[Mention]:
    """The days of the story, as mentions; months and intervals name no day."""
    return [
        Mention("date", *unit_range(story.units, span), date.value)
        for date in facts.dates
        if date.precision == "day"
        for span in date.spans
    ]


def event_day(story: Story, scene: list[Sentence]) -> str | None:
    """The day of the story's event: the first day in a sentence on the ceremony, or the first in the lead."""
    dated = [sentence for sentence in scene if sentence.of("date")]
    for sentence in dated:
        if any(story.units.has(unit, "event_words") for unit in range(sentence.start, sentence.end)):
            return str(sentence.of("date")[0].value)
    lead = [sentence for sentence in dated if sentence.number < _LEAD]
    return str(lead[0].of("date")[0].value) if lead else None
