"""Proofs: the words for what a record says of its award, where they do not stand with the words for who got it.

A list's items rest on its head: the award's name, its edition, the day and the level stand there once, for all, and the
category in a heading above some; an item's place may be the number before it. Of several places that say the same the
nearest before the record counts, else the nearest behind it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from extractor.annotate.story import Story
from extractor.article import Span
from extractor.assemble.mentions import Scene, unit_range
from extractor.facts import Record

_SORTS = ("award", "edition", "date", "level", "rank")
"""What is said once for many records."""
_REACH = 20_000
"""Characters on either side of a record within which its category's words are looked for."""
_LINE = 300
"""Characters before a name within which the number of its line is looked for."""
_START = itemgetter(0)
_NUMBER = re.compile(r"\d+")
_Said = Mapping[tuple[str, object], Sequence[tuple[int, Span]]]
"""By sort and value, the first unit and the span of each place that says it."""


def proven(story: Story, scene: Scene, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records, each with the spans that prove its award, edition, day, level, place and category behind its own."""
    if not records:
        return ()
    said = defaultdict[tuple[str, object], list[tuple[int, Span]]](list)
    for mention in scene.mentions:
        if mention.sort in _SORTS:
            span = story.units.offsets(mention.start, mention.end)
            said[mention.sort, mention.value].append((mention.start, span))
    return tuple(record._replace(spans=(*record.spans, *_lacking(story, record, said))) for record in records)


def _lacking(story: Story, record: Record, said: _Said) -> Iterator[Span]:
    """The spans of what the record says of its award and none of its own spans holds."""
    held = list(record.spans)
    for span in chain(_settings(story, record, said, held), _category(story, record, held)):
        held.append(span)
        yield span


def _settings(story: Story, record: Record, said: _Said, held: Sequence[Span]) -> Iterator[Span]:
    """What mentions prove; of a place also the number of the record's line."""
    at, _ = unit_range(story.units, held[0])
    told = (record.award, record.edition, record.event_date, (record.level, record.scope), record.rank)
    for sort, value in zip(_SORTS, told, strict=True):
        if value is None:
            continue
        places = said.get((sort, value), ())
        if places and any(_is_touched(places, one) for one in held):
            continue
        number = _line_number(story.article.text, held[0][0], value) if sort == "rank" else None
        if number:
            yield number
        elif places:
            yield places[max(0, bisect_right(places, at, key=_START) - 1)][1]


def _is_touched(places: Sequence[tuple[int, Span]], one: Span) -> bool:
    """Whether a span touches one of several, which are in order and apart."""
    at = bisect_left(places, one[1], key=_begins)
    return at > 0 and places[at - 1][1][1] > one[0]


def _begins(place: tuple[int, Span]) -> int:
    return place[1][0]


def _line_number(text: str, start: int, rank: object) -> Span | None:
    """The number of a place in the line before a name: "1. Kota Tegal", "Usaha Besar | 1 | PT Sagara"."""
    line = max(text.rfind("\n", 0, start) + 1, start - _LINE)
    found = [one.span() for one in _NUMBER.finditer(text, line, start) if one.group() == str(rank)]
    return found[-1] if found else None


def _category(story: Story, record: Record, held: Sequence[Span]) -> Iterator[Span]:
    """The words of a category, as they are printed, where the record's own do not have them."""
    text, words = story.article.text, record.category
    if not words or any(words in text[start:end] for start, end in held):
        return
    start = held[0][0]
    found = text.rfind(words, max(0, start - _REACH), start)
    if found < 0:
        found = text.find(words, start, start + _REACH)
    if found >= 0 and not any(_touches((found, found + len(words)), one) for one in held):
        yield found, found + len(words)


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
