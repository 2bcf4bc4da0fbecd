"""The day of an award's event: when it was handed over, or when the stage that is reported took place."""

from extractor.annotate.story import Story
from extractor.assemble.days import is_to_come
from extractor.assemble.mentions import Mention, Scene, says, unit_range
from extractor.facts import Facts

_LEAD = 4


def date_mentions(story: Story, facts: Facts) -> list[Mention]:
    """The days of the story, as mentions; months and intervals name no day."""
    return [
        Mention("date", *unit_range(story.units, span), date.value)
        for date in facts.dates
        if date.precision == "day"
        for span in date.spans
    ]


def event_day(story: Story, scene: Scene) -> str | None:
    """The day of the story's event: the day in its lead, else the first in a sentence on a ceremony or a stage.

    A day on which somebody only said something ("ujarnya, Minggu (19/10)") gives way to one that is of an event.
    """
    dated = [one for one in scene.having("date") if not is_to_come(story.units, one)]
    lead = [sentence for sentence in dated if sentence.number < _LEAD]
    told = [sentence for sentence in dated if says(story.units, sentence, "event_words")]
    for sentence in [
        *(one for one in lead if not says(story.units, one, "saying")),
        *(one for one in told if not says(story.units, one, "saying")),
    ]:
        return str(sentence.of("date")[0].value)
    for sentence in [*told, *(one for one in dated if one.number < 2 * _LEAD)]:
        return str(sentence.of("date")[0].value)
    return None
