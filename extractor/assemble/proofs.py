"""Proofs: the words for what a record says of its award, where they do not stand with the words for who got it.

A list's items rest on its head: the award's name, its edition, the day and the level stand there once, for all. Of
several places that say the same the nearest before the record counts, else the nearest behind it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from extractor.annotate.story import Story
from extractor.article import Span
from extractor.assemble.mentions import Mention, Scene, unit_range
from extractor.facts import Record

_SORTS = ("award", "edition", "date", "level")
"""What is said once for many records."""


def proven(story: Story, scene: Scene, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records, each with the spans that prove its award, edition, day and level behind those that it has."""
    said = defaultdict[tuple[str, object], list[Mention]](list)
    for mention in scene.mentions:
        if mention.sort in _SORTS:
            said[mention.sort, mention.value].append(mention)
    return tuple(record._replace(spans=(*record.spans, *_lacking(story, record, said))) for record in records)


def _lacking(story: Story, record: Record, said: dict[tuple[str, object], list[Mention]]) -> Iterator[Span]:
    """The spans of what the record says of its award and none of its own spans holds."""
    held = list(record.spans)
    at, _ = unit_range(story.units, held[0])
    told = (record.award, record.edition, record.event_date, (record.level, record.scope))
    for value in zip(_SORTS, told, strict=True):
        if not (places := said.get(value)):
            continue
        before = bisect_right(places, at, key=_start)
        nearest = places[max(0, before - 1)]
        spans = [story.units.offsets(place.start, place.end) for place in places]
        if not any(start < end_held and start_held < end for start, end in spans for start_held, end_held in held):
            held.append(story.units.offsets(nearest.start, nearest.end))
            yield held[-1]


def _start(mention: Mention) -> int:
    return mention.start
