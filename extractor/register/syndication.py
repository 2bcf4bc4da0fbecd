"""Which articles are one release, by the pairs that are: clusters, each named for the article published first.

A copy of a copy is a copy: where most sentences are the same the relation is handed on. A recast text is less sure, and
is not handed on: its cluster is that of the first text that it was recast from, or that was recast from it. So a row of
articles, each somewhat like the next, does not become one cluster.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

Order = tuple[str, bool, str, str, str]
_LATER = "~"
"""Sorts behind every day and moment."""


class Pair(NamedTuple):
    """Two articles that are one release."""

    one: int
    other: int
    copied: bool  # most sentences of one stand in the other


def order_of(published: str | None, fetched: str | None, key: str) -> Order:
    """What articles are sorted by, the first publisher first; by its day, its moment, when it was fetched, its name.

    Among articles of one day those that tell the hour come first: of the others nobody knows. `published` is an ISO
    date or moment, `fetched` an ISO moment in UTC.
    """
    day, moment = (published or _LATER)[:10], ""
    if published and len(published) > 10:
        try:
            told = datetime.fromisoformat(published)
            moment = (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
        except (ValueError, OverflowError):
            moment = ""
    return day, not moment, moment, fetched or _LATER, key


def clusters_of(orders: Mapping[int, Order], pairs: Iterable[Pair]) -> dict[int, int]:
    """The cluster of each article, which is the article of it that was published first; whatever the pairs' order."""
    known = sorted(pairs)
    copies = _Groups(orders)
    for pair in known:
        if pair.copied:
            copies.join(pair.one, pair.other)
    recast: dict[int, set[int]] = {}
    for pair in known:
        one, other = copies.first(pair.one), copies.first(pair.other)
        if one != other:
            recast.setdefault(one, set()).add(other)
            recast.setdefault(other, set()).add(one)
    centres: dict[int, int] = {}
    for first in sorted({copies.first(article) for article in orders}, key=orders.__getitem__):
        heads = [near for near in recast.get(first, ()) if centres.get(near) == near]
        centres[first] = min(heads, key=orders.__getitem__, default=first)
    return {article: centres[copies.first(article)] for article in orders}


class _Groups:
    """Articles joined into groups, each known by its first."""

    def __init__(self, orders: Mapping[int, Order]) -> None:
        self.orders = orders
        self.above: dict[int, int] = {}

    def first(self, article: int) -> int:
        """The first article of a group."""
        while article in self.above:
            above = self.above[article]
            if above in self.above:
                self.above[article] = self.above[above]
            article = above
        return article

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        first, second = sorted((self.first(one), self.first(other)), key=self.orders.__getitem__)
        if first != second:
            self.above[second] = first
