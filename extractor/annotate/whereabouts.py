"""Whereabouts: the region that a headcount is for.

In this order: a region behind the group ("568.373 tenaga kerja di Provinsi Jambi"), the nearest before the number in its
sentence ("Kota Sorong mengcover 1.250 ketua RT", a row's head), one elsewhere in the sentence, the jurisdiction of the
official whose words they are, the government that the paragraph speaks of last before, the government that the story
names most. None: a figure of the whole country, and a story about no government.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from extractor.annotate.headcounts import Headcount, paragraph_at
from extractor.annotate.regions import Mention
from extractor.annotate.speakers import speaker
from extractor.annotate.story import Story
from extractor.facts import Official

_BEHIND = 5
_NATIONAL = frozenset(("indonesia", "nasional", "se-indonesia", "nusantara", "tanah air"))
_GOVERNMENTS = ("government", "office")
_GOVERNMENT_WEIGHT = 3


class Whereabouts:
    """The regions of a story, asked for one headcount after the other."""

    def __init__(self, story: Story, places: Sequence[Mention], holders: Sequence[Official]) -> None:
        self._story, self._holders = story, holders
        self._places = [place for place in places if place.how not in ("branch", "dateline")]
        self._starts = [place.start for place in self._places]
        self._main = _main_region(self._places)

    def region(self, count: Headcount, start: int, end: int) -> str | None:
        """The code of the region that a headcount is for; `start` and `end` are where its neighbours in the text stand."""
        units = self._story.units
        first, last = units.sentence(count.unit)
        if any(word in _NATIONAL for word in units.words[first:last]):
            return None
        return (
            self._behind(count, min(end, last))
            or self._before(count.start, max(first, start))
            or self._before(count.start, first)
            or self._after(count.end, last)
            or self._speakers(count)
            or self._before(first, paragraph_at(self._story, count.unit)[0])
            or self._main
        )

    def _behind(self, count: Headcount, end: int) -> str | None:
        """The region right behind a group, before a comma or another number."""
        index = bisect_left(self._starts, count.end)
        if index == len(self._places) or self._starts[index] >= min(end, count.end + _BEHIND):
            return None
        words = self._story.units.words[count.end : self._starts[index]]
        return None if "," in words else self._places[index].code

    def _before(self, unit: int, start: int) -> str | None:
        """The last region before a unit and not before `start`."""
        index = bisect_left(self._starts, unit) - 1
        return self._places[index].code if index >= 0 and self._starts[index] >= start else None

    def _after(self, unit: int, end: int) -> str | None:
        index = bisect_left(self._starts, unit)
        return self._places[index].code if index < len(self._places) and self._starts[index] < end else None

    def _speakers(self, count: Headcount) -> str | None:
        official = speaker(self._story, self._holders, count.unit)
        return official.jurisdiction if official else None


def _main_region(places: Sequence[Mention]) -> str | None:
    """The region that a story names most; a government counts more than a bare name."""
    weights = Counter[str]()
    for place in places:
        weights[place.code] += _GOVERNMENT_WEIGHT if place.how in _GOVERNMENTS else 1
    return max(weights, key=lambda code: weights[code]) if weights else None
