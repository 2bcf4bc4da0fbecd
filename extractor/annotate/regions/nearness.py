"""Nearness: of the regions that a story names, those under which a district's or village's name is looked for.

The smallest first, then the nearest; all costs the same in a story of a page and in one of a thousand.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import NamedTuple

from extractor.annotate.regions.mentions import Mention

_MOST_PROVINCES = 8
"""Provinces in which a name is looked for: the nearest. A story of one award seldom names more."""

Rank = tuple[int, bool, int, int]


class Within(NamedTuple):
    """Where a name is looked for: the codes to search, and how to rank those of what is found (None for no rank)."""

    tops: tuple[str, ...]
    rank: Callable[[str], Rank | None]

    def order(self, codes: Iterable[str]) -> list[str]:
        """Those of the codes that the story names, the smallest first, then the nearest."""
        ranked = [(rank, code) for code in codes if (rank := self.rank(code)) is not None]
        return [code for _, code in sorted(ranked)]


class Named:
    """Where a story names which region."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._provinces: dict[str, list[int]] = {}
        for mention in sorted(mentions, key=_start):
            self.add(mention)

    def add(self, mention: Mention) -> None:
        """One more mention."""
        insort(self._starts.setdefault(mention.code, []), mention.start)
        insort(self._provinces.setdefault(mention.code[:2], []), mention.start)

    def near(self, unit: int, province: str = "") -> Within:
        """The regions near a unit, of all provinces or of one."""
        reachable = [code for code in self._provinces if not province or code == province]
        tops = sorted(reachable, key=lambda code: (_nearest(self._provinces[code], unit), code))[:_MOST_PROVINCES]

        def rank(code: str) -> Rank | None:
            starts = self._starts.get(code) or self._provinces.get(code)
            return None if starts is None else (-code.count("."), code not in self._starts, *_nearest(starts, unit))

        return Within(tuple(tops), rank)


def only(code: str) -> Within:
    """One region, and nothing else."""
    return Within((code,), lambda other: (0, False, 0, 0) if other == code else None)


def line(code: str) -> list[str]:
    """A region's code and those of the regions that it lies in."""
    return [code, *(code[:at] for at, sign in enumerate(code) if sign == ".")]


def _nearest(starts: list[int], unit: int) -> tuple[int, int]:
    """How far the nearest of these places is, and where."""
    at = bisect_left(starts, unit)
    before = starts[at - 1] if at else None
    behind = starts[at] if at < len(starts) else None
    if behind is None or (before is not None and unit - before <= behind - unit):
        assert before is not None, "a region that is named is named somewhere"
        return unit - before, before
    return behind - unit, behind


def _start(mention: Mention) -> int:
    return mention.start
