"""Governments: to which region a post belongs where the story does not name it beside the post.

A governor's is the province last named before it, a bupati's the regency, a mayor's the city; where none was named
before, the first one after. The head of an office belongs to the government that the sentence or the one before names,
or else to the one that the story names most. A province is also named by its regencies where it is not itself.
"""

from collections import Counter

from extractor.annotate.posts import Post
from extractor.annotate.setting import Place, Setting

_CITY = "71"
"""From this number on, the second part of a code is a city's (Permendagri 137/2017: cities are counted from 71)."""


_NAMED_AS_SUCH = frozenset(("government", "office", "cue"))
"""How a mention that names a government or region as such was read, against a bare name in passing."""


class Governments:
    """The provinces, regencies and cities that a story names, in text order."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._places = [place for place in setting.places if len(place.code) <= 5 and place.how != "branch"]
        self._most = self._most_named()

    def _most_named(self) -> str | None:
        """The government that the story names most; a name as such counts twice, of equals the first."""
        counted = Counter[str]()
        for place in self._places:
            if not self._in_dateline(place):
                counted[place.code] += (2 if place.how in _NAMED_AS_SUCH else 1) * (3 if len(place.code) == 5 else 2)
        return counted.most_common(1)[0][0] if counted else None

    def of(self, post: Post) -> str | None:
        """The code of the region whose post it is; None for the state's posts and where the story leaves it open."""
        if not post.of_region:
            return None
        if post.code:
            return self._fitting(post.code, post.sphere)
        if post.sphere in ("province", "regency", "city"):
            return self._nearest(post.start, post.sphere)
        if post.sphere in ("district", "village"):
            return None
        return self._last_named(post.start) or self._most

    def _fitting(self, code: str, sphere: str) -> str | None:
        """A code that fits the post: a governor of a place that was read as a city is its province's."""
        if sphere == "province":
            return code[:2]
        return code

    def _nearest(self, at: int, sphere: str) -> str | None:
        fitting = [(place, code) for place in self._places if (code := _as(place, sphere))]
        fitting = [named for named in fitting if named[0].how in _NAMED_AS_SUCH] or fitting
        before = [code for place, code in fitting if place.start < at]
        after = [code for place, code in fitting if place.start > at]
        if sphere == "province" and not (before or after):
            return self._only_province()
        return before[-1] if before else after[0] if after else None

    def _only_province(self) -> str | None:
        provinces = {place.code[:2] for place in self._places}
        return provinces.pop() if len(provinces) == 1 else None

    def _last_named(self, at: int) -> str | None:
        """The government named in the same sentence before a token, nearest first."""
        sentence_of = self._setting.reading.sentence_of
        for place in reversed(self._places):
            if place.start < at and sentence_of[place.start] == sentence_of[at] and not self._in_dateline(place):
                return place.code
        return None

    def _in_dateline(self, place: Place) -> bool:
        return self._setting.story.in_dateline(self._setting.units.unit_of[place.start])


def _as(place: Place, sphere: str) -> str | None:
    code = place.code
    if sphere == "province":
        return code if len(code) == 2 else None
    if len(code) != 5:
        return None
    return code if (code[3:] >= _CITY) == (sphere == "city") else None
