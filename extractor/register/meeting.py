"""Meeting: the claims of one group, on one award and recipient, as the entries that they speak of.

1. Claims with an edition meet by edition and contest (`contests.py`).
2. A claim without one joins the entry whose days it fits: an event within three days of its event, else within thirty
   days, which no two editions of a yearly award share; or the entry of the release that its article copies.
3. Those that are left meet by their own days, as an entry of no known edition.

A claim never joins an entry in which its own article has another claim: the article tells them apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from extractor.register.claims import Claim, Point, point_of
from extractor.register.contests import compatible, contests, meant, says_less

SAME_EVENT, NEAR = 3, 30
"""Days by which reports of one event differ, and within which an article without an edition belongs to an event."""
SPAN = 120
"""Days over which articles without edition and event can speak of one."""


class Meeting:
    """Claims that speak of one entry: its edition, the points of its contest, and what tells it from its likes."""

    def __init__(self, edition: int | None, points: Sequence[Point], mark: str = "", *, doubtful: bool = False) -> None:
        self.edition = edition
        self.points = tuple(points)
        self.mark = mark
        self.doubtful = doubtful
        self.claims: list[Claim] = []

    @property
    def articles(self) -> set[str]:
        """The articles whose claims it holds."""
        return {claim.article for claim in self.claims}


def meetings(claims: Iterable[Claim]) -> list[Meeting]:
    """The entries of a group's claims, whatever the order in which they come; every claim is in just one."""
    editions = defaultdict[int | None, list[Claim]](list)
    for claim in sorted(claims, key=lambda one: one.order):
        editions[claim.edition].append(claim)
    without = editions.pop(None, [])
    met = [one for edition in sorted(editions, key=lambda year: year or 0) for one in _met(editions[edition])]
    left, doubted = _joined_by_days(without, met)
    for mark, some in _by_days(left):
        pooled = _met(some)
        for one in pooled:
            one.mark = f"{mark}{one.mark}"
            one.doubtful = one.doubtful or any(claim in doubted for claim in one.claims)
        met += pooled
    return met


def _met(claims: list[Claim]) -> list[Meeting]:
    """Claims of one edition, or of one time, as the contests that they name."""
    points = {claim: point_of(claim) for claim in claims}
    edition = claims[0].edition
    told_apart = _told_apart(points)
    found = [Meeting(edition, contest) for contest in contests(points.values(), told_apart)]
    named = {point: one for one in found for point in one.points}
    for claim, point in points.items():
        if point in named:
            named[point].claims.append(claim)
    alone: dict[Point, Meeting] = {}
    for claim, point in points.items():
        if point in named:
            continue
        fits = [found[at] for at in meant(point, [one.points for one in found])]
        one = _only(claim, fits)
        if one is None or not _holds(one, point) or any(frozenset((point, it)) in told_apart for it in one.points):
            one = alone.setdefault(point, Meeting(edition, (point,), "?", doubtful=True))
        one.claims.append(claim)
    return [*found, *(alone[point] for point in sorted(alone, key=lambda p: p.order))]


def _told_apart(points: dict[Claim, Point]) -> set[frozenset[Point]]:
    """The pairs of points that stand in one article."""
    articles = defaultdict[str, set[Point]](set)
    for claim, point in points.items():
        articles[claim.article].add(point)
    return {frozenset(pair) for some in articles.values() for pair in combinations(some, 2)}


def _only(claim: Claim, fits: list[Meeting]) -> Meeting | None:
    """The one entry that a claim can mean; of several, the one that alone has its event's day."""
    if len(fits) > 1 and claim.event_day:
        fits = [one for one in fits if any(other.event_day == claim.event_day for other in one.claims)]
    if len(fits) != 1 or claim.article in fits[0].articles:
        return None
    return fits[0]


def _joined_by_days(claims: list[Claim], met: list[Meeting]) -> tuple[list[Claim], frozenset[Claim]]:
    """Let claims without an edition join those of one that they fit; what is left, and those which fitted several."""
    sure = {id(one): tuple(one.claims) for one in met}
    fitting = {claim: _all_fitting(claim, met, sure) for claim in claims}
    doubted = {claim for claim, fits in fitting.items() if len(fits) > 1}
    joining = defaultdict[int, set[Point]](set)
    for claim, fits in fitting.items():
        if len(fits) == 1:
            joining[id(fits[0])].add(point_of(claim))
    left = []
    for claim, fits in fitting.items():
        one = fits[0] if len(fits) == 1 else None
        if one is None or claim.article in one.articles:
            left.append(claim)
        elif _holds(one, point_of(claim)) or all(compatible(a, b) for a in joining[id(one)] for b in joining[id(one)]):
            one.claims.append(claim)
        else:  # it says more than the entry, and others say more otherwise
            left.append(claim)
    return left, frozenset(doubted)


def _holds(one: Meeting, point: Point) -> bool:
    """Whether a point says nothing that an entry's points do not."""
    return any(point == other or says_less(point, other) for other in one.points)


def _all_fitting(claim: Claim, met: list[Meeting], sure: Mapping[int, tuple[Claim, ...]]) -> list[Meeting]:
    """The entries that a claim without an edition may belong to: of its release, else by day."""
    open_to = [met[at] for at in meant(point_of(claim), [one.points for one in met]) if not met[at].doubtful]
    copies = [one for one in open_to if any(other.cluster == claim.cluster for other in sure[id(one)])]
    own = [one for one in copies if all(other.article != claim.article for other in sure[id(one)])]
    return own or [one for one in open_to if _fits(claim, sure[id(one)])]


def _fits(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim's day is near enough to those of an entry.

    Without its event's day it may tell of an earlier edition: then another place than the entry's speaks against it,
    and so does a nomination that is told after the entry was won.
    """
    days = {other.event_day for other in others if other.event_day and other.outcome == claim.outcome}
    if claim.event_day and days:
        return any(apart(claim.event_day, day) <= SAME_EVENT for day in days)
    day = claim.event_day or claim.told_day
    known = {day for other in others for day in (other.event_day, other.told_day) if day}
    if day is None or not any(apart(day, other) <= NEAR for other in known):
        return False
    ranks = {other.rank for other in others if other.rank}
    if claim.rank and ranks and claim.rank not in ranks:
        return False
    won = [other.event_day or other.told_day for other in others if other.outcome == "winner"]
    return claim.outcome == "winner" or all(day <= on for on in won if on)


def _by_days(claims: list[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims without an edition by the time that they speak of, each time with a mark made of its first day."""
    groups: list[tuple[str, list[Claim]]] = []
    events = _runs([(claim.event_day, claim) for claim in claims if claim.event_day], SAME_EVENT, 2 * SAME_EVENT)
    groups += [(f"@{first}", some) for first, some in events]
    told = []
    for claim in claims:
        if claim.event_day:
            continue
        near = [some for first, some in events if claim.told_day and apart(claim.told_day, first) <= NEAR]
        if len(near) == 1 and claim.article not in {other.article for other in near[0]}:
            near[0].append(claim)
        elif claim.told_day:
            told.append((claim.told_day, claim))
    groups += [(f"~{first}", some) for first, some in _runs(told, NEAR, SPAN)]
    undated = defaultdict[str, list[Claim]](list)
    placed = {claim for _, some in groups for claim in some}
    for claim in claims:
        if claim not in placed:
            undated[claim.cluster].append(claim)
    return [*groups, *((f"={cluster}", some) for cluster, some in sorted(undated.items()))]


def _runs(days: list[tuple[str, Claim]], gap: int, span: int) -> list[tuple[str, list[Claim]]]:
    """Claims in order of their days, in runs whose neighbours are at most `gap` days apart, and all at most `span`."""
    runs: list[tuple[str, list[Claim]]] = []
    last = ""
    for day, claim in sorted(days, key=lambda one: (one[0], one[1].order)):
        if runs and apart(last, day) <= gap and apart(runs[-1][0], day) <= span:
            runs[-1][1].append(claim)
        else:
            runs.append((day, [claim]))
        last = day
    return runs


def apart(one: str, other: str) -> int:
    """The days between two ISO days; what is no day of the calendar is far from all."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 0 if one == other else 10**6
