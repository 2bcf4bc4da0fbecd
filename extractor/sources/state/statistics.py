"""What the outlets gave: articles, when the last came, and how a night compares with an outlet's own nights."""

from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from extractor.sources.state.tables import candidates, lists, runs

_NIGHTS = 30
_ENOUGH = 5
"""Nights of its own from which on it can be said what is usual of an outlet; its first one brings what had piled up."""


class Given(NamedTuple):
    """What an outlet gave: articles stored in all, when the last was, in the last night, in the middle of its nights.

    `usual` is the median of its earlier nights, at most thirty; None where there were too few. `failing` are its lists
    that failed when they were last asked.
    """

    outlet: str
    stored: int
    last: float | None
    latest: int
    usual: float | None
    failing: int

    @property
    def is_strange(self) -> bool:
        """Whether the last night gave nothing of what is usual, or less than a third."""
        return self.usual is not None and self.usual >= 1 and self.latest * 3 < self.usual


def given(connection: Connection) -> list[Given]:
    """What each outlet gave."""
    nights = [row[0] for row in connection.execute(select(runs.c.night).distinct().order_by(runs.c.night)).all()]
    nights = nights[-_NIGHTS - 1 :]
    stored = (candidates.c.fetched.is_not(None), candidates.c.outlet)
    columns = (candidates.c.outlet, func.count(), func.max(candidates.c.fetched), func.min(candidates.c.fetched))
    totals = connection.execute(select(*columns).where(stored[0]).group_by(candidates.c.outlet)).all()
    bounds = zip(nights, [*nights[1:], float("inf")], strict=False)
    by_night: dict[str, list[int]] = {}
    for begin, end in bounds:
        within = (candidates.c.fetched >= begin) & (candidates.c.fetched < end)
        count = select(candidates.c.outlet, func.count()).where(within).group_by(candidates.c.outlet)
        counted: dict[str, int] = {row[0]: row[1] for row in connection.execute(count)}
        for outlet, _, _, first in totals:
            if first < end:  # nights before its first article say nothing of it
                by_night.setdefault(outlet, []).append(counted.get(outlet, 0))
    broken = (lists.c.outcome.is_not(None)) & (lists.c.outcome.not_in(("ok", "unchanged", "truncated", "moved")))
    rows = connection.execute(select(lists.c.outlet, func.count()).where(broken).group_by(lists.c.outlet))
    failing: dict[str, int] = {row[0]: row[1] for row in rows}
    totals_by = {outlet: (count, last) for outlet, count, last, _ in totals}
    return [_given(outlet, totals_by, by_night, failing) for outlet in sorted({*totals_by, *failing})]


def _given(
    outlet: str, totals: dict[str, tuple[int, float]], by_night: dict[str, list[int]], failing: dict[str, int]
) -> Given:
    count, last = totals.get(outlet, (0, None))
    mine = by_night.get(outlet, [])
    latest, before = (mine[-1], mine[:-1]) if mine else (0, [])
    usual = float(median(before)) if len(before) >= _ENOUGH else None
    return Given(outlet, count, last, latest, usual, failing.get(outlet, 0))
