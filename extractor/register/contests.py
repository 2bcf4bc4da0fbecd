"""Contests: whether two claims on one recipient can mean the same contest of an edition, and which of them do.

Articles leave out levels and categories. Two points are compatible where nothing that both say differs; a point joins
the one contest that it can mean, and none where it could mean several. Everything is decided on the set of points, so
that the order in which articles arrived does not matter.
"""

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from extractor.register.claims import GRADED, Point

_SHORTEST, _LONG = 6, 9
"""Letters of a word in which one letter may be wrong, and two."""


def compatible(one: Point, other: Point) -> bool:
    """Whether two points can be one contest."""
    if one.level and other.level and one.level != other.level:
        return False
    if one.scope and other.scope and one.scope != other.scope:
        return False
    if "national" in (one.level, other.level) and (one.scope or other.scope):
        return False  # who holds it is a region: that is no national award
    return _words_compatible(one.words, other.words)


def says_less(one: Point, other: Point) -> bool:
    """Whether a point is compatible with another that says all that it says, and more."""
    if one == other or not compatible(one, other):
        return False
    for mine, others in ((one.level, other.level), (one.scope, other.scope)):
        if mine is not None and mine != others:
            return False
    if one.words is None or one.words == other.words:
        return True
    return other.words is not None and bool(one.words) and one.words < other.words


def contests(points: Iterable[Point], told_apart: Collection[frozenset[Point]] = ()) -> list[tuple[Point, ...]]:
    """The contests that points of one edition name beyond doubt: the points that say most, where they can only be one.

    Points that say less than another are left to `meant`. Where a point is compatible with two that exclude each other,
    it stays alone; so do pairs that an article tells apart.
    """
    named = set(points)
    most = sorted((one for one in named if not any(says_less(one, other) for other in named)), key=lambda p: p.order)

    def can_meet(one: Point, other: Point) -> bool:
        return compatible(one, other) and frozenset((one, other)) not in told_apart

    near = {one: [other for other in most if other != one and can_meet(one, other)] for one in most}
    certain = {one for one in most if all(a == b or can_meet(a, b) for a in near[one] for b in near[one])}
    joined: list[tuple[Point, ...]] = []
    left = dict.fromkeys(most)
    while left:
        first = next(iter(left))
        members = [first, *(p for p in near[first] if p in certain and p in left)] if first in certain else [first]
        joined.append(tuple(members))
        for member in members:
            del left[member]
    return joined


def meant(point: Point, among: Sequence[Collection[Point]]) -> list[int]:
    """The contests, by their places in `among`, that a point can mean."""
    return [at for at, contest in enumerate(among) if all(compatible(point, one) for one in contest)]


def union(contest: Collection[Point]) -> Point:
    """All that the points of a contest say of it; of near categories the one of most words, then the first."""
    ordered = sorted(contest, key=lambda p: p.order)
    level = next((p.level for p in ordered if p.level), None)
    scope = next((p.scope for p in ordered if p.scope), None)
    words = [p.words for p in ordered if p.words is not None]
    return Point(level, scope, min(words, key=lambda w: (-len(w), sorted(w))) if words else None)


def _words_compatible(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    if one is None or other is None or one == other:
        return True
    if not one or not other or GRADED in (one, other):
        return False
    return one < other or other < one or _misspelt(one - other, other - one)


def _misspelt(mine: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the words that two categories do not share are one word and its misspelling."""
    if len(mine) != 1 or len(others) != 1:
        return False
    (one,), (other,) = mine, others
    shortest = min(len(one), len(other))
    if shortest < _SHORTEST or any(letter.isdigit() for letter in one + other):
        return False
    limit = 2 if shortest >= _LONG else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=limit) <= limit
