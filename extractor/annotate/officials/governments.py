"""Governments: to which region a post belongs where the story does not name it beside the post.

A governor's is the province last named before it, a bupati's the regency, a mayor's the city; where none was named
before, the first one after. The head of an office belongs to the government that the sentence or the one before names,
or else to the one that the story names most. A province is also named by its regencies where it is not itself.
"""

from bisect import bisect_left
from collections import Counter
from functools import cached_property

from extractor.annotate.officials.posts import Post
from extractor.annotate.officials.setting import Place, Setting

_ASSEMBLIES = ("DPRD", "DPRK", "DPRA", "DPRP")
_OF_THE_PLACE_BEFORE = ("bupatinya", "kotanya", "gubernurnya")
_GUESTS = 2
"""Commas between a government and a post that make them two guests."""
_CITY = "71"
"""From this number on, the second part of a code is a city's (Permendagri 137/2017: cities are counted from 71)."""


_NAMED_AS_SUCH = frozenset(("government", "office", "cue"))
"""How a mention that names a government or region as such was read, against a bare name in passing."""


class Governments:
    """The provinces, regencies and cities that a story names, in text order."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._places = [place for place in setting.places if len(place.code) <= 5 and place.how != "branch"]
        self._starts = [place.start for place in self._places]
        self._fit: dict[str, tuple[list[int], list[str]]] = {}
        self._most = self._most_named()
        self._low = {level: self._below(dots) for level, dots in (("district", 2), ("village", 3))}

    def _below(self, dots: int) -> list[tuple[int, str]]:
        """Where districts (codes with two dots) or villages (three) are named, and their codes."""
        return [(place.start, place.code) for place in self._setting.places if place.code.count(".") == dots]

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
            own = self._setting.lowers[post.start].endswith(_OF_THE_PLACE_BEFORE)
            return (self._last_named(post.start) if own else None) or self._nearest(post.start, post.sphere)
        if post.sphere in ("district", "village"):
            return self._nearest_low(post)
        assembly = self._assembly(post.start) if post.role.endswith(_ASSEMBLIES) else None
        return self._without_guests(post, self._last_named(post.start)) or assembly or self._most

    def _without_guests(self, post: Post, last: str | None) -> str | None:
        """The government last named, unless it is the province of another guest in a list of those who came: "Anggota
        DPRD Provinsi Lampung, A, S.Sos., Ketua DPRD B" in a story of Lampung Barat.
        """
        if last is None or self._most is None or not self._most.startswith(f"{last}."):
            return last
        index = bisect_left(self._starts, post.start) - 1
        between = self._setting.words[self._places[index].end : post.start]
        return last if between.count(",") < _GUESTS else None

    def _assembly(self, at: int) -> str | None:
        """The government whose assembly is named last before a token: "DPRD Kota Solok ... Ketua DPRD, A"."""
        index = bisect_left(self._assemblies[0], at) - 1
        return self._assemblies[1][index] if index >= 0 else None

    @cached_property
    def _assemblies(self) -> tuple[list[int], list[str]]:
        """Where assemblies are named with their governments, and the governments' codes."""
        words = self._setting.words
        before = [(place, words[max(place.start - 2, 0) : place.start]) for place in self._places]
        named = [place for place, near in before if not set(near).isdisjoint(_ASSEMBLIES)]
        return [place.start for place in named], [place.code for place in named]

    def _nearest_low(self, post: Post) -> str | None:
        """The only district or village of the story, if its head follows it: "Kades, A,"; None where there are more."""
        low = self._low[post.sphere]
        codes = {code for _, code in low}
        return low[0][1] if len(codes) == 1 and low[0][0] < post.start and not post.full else None

    def _fitting(self, code: str, sphere: str) -> str | None:
        """A code that fits the post: a governor of a place that was read as a city is its province's."""
        if sphere == "province":
            return code[:2]
        return code

    def _nearest(self, at: int, sphere: str) -> str | None:
        """The government of the sphere that is named last before a token, or else first behind it."""
        if sphere not in self._fit:
            self._fit[sphere] = self._fitting_places(sphere)
        starts, codes = self._fit[sphere]
        if not codes:
            return self._only_province() if sphere == "province" else None
        return codes[max(bisect_left(starts, at) - 1, 0)]

    def _fitting_places(self, sphere: str) -> tuple[list[int], list[str]]:
        """Where governments of a sphere are named, as such if any are, and their codes."""
        fitting = [(place, code) for place in self._places if (code := _as(place, sphere))]
        fitting = [named for named in fitting if named[0].how in _NAMED_AS_SUCH] or fitting
        return [place.start for place, _ in fitting], [code for _, code in fitting]

    def _only_province(self) -> str | None:
        provinces = {place.code[:2] for place in self._places}
        return provinces.pop() if len(provinces) == 1 else None

    def _last_named(self, at: int) -> str | None:
        """The government named in the same sentence before a token, the nearest."""
        sentence_of = self._setting.reading.sentence_of
        index = bisect_left(self._starts, at) - 1
        if index < 0 or sentence_of[self._starts[index]] != sentence_of[at] or self._in_dateline(self._places[index]):
            return None
        return self._places[index].code

    def _in_dateline(self, place: Place) -> bool:
        return self._setting.story.in_dateline(self._setting.units.unit_of[place.start])


def _as(place: Place, sphere: str) -> str | None:
    code = place.code
    if sphere == "province":
        return code if len(code) == 2 else None
    if len(code) != 5:
        return None
    return code if (code[3:] >= _CITY) == (sphere == "city") else None
