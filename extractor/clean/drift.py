"""Drift: an outlet's pages that stop being what its file expects, several in a row.

One page that misses an expectation is an odd page. Where a site changes its layout every page misses it, and nobody would
see it: the stories only grow shorter, or lose their author. So a run counts, outlet by outlet, the pages in a row that
miss, and reports an outlet once.
"""

from collections.abc import Sequence
from typing import NamedTuple

IN_A_ROW = 3


class Drift(NamedTuple):
    """An outlet whose pages miss what is expected of them: how many in a row, and what, the most frequent first."""

    outlet: str
    pages: int
    missed: tuple[str, ...]

    def __str__(self) -> str:
        """One line for a person."""
        missed = ", ".join(self.missed)
        return f"{self.outlet}: {self.pages} pages in a row miss {missed}; its layout may have changed: check its file"


class Watch:
    """The pages of a run, as they come; what drifts is told once for each outlet."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Sequence[str]]] = {}
        self._told: set[str] = set()

    def see(self, outlet: str, missed: Sequence[str]) -> Drift | None:
        """One more page of an outlet and what it misses (nothing: it fits); the drift that this page makes certain."""
        row = self._rows.setdefault(outlet, [])
        if not missed:
            row.clear()
            return None
        row.append(missed)
        if len(row) < IN_A_ROW or outlet in self._told:
            return None
        self._told.add(outlet)
        counted = [name for missed in row for name in missed]
        return Drift(outlet, len(row), tuple(sorted(set(counted), key=lambda name: (-counted.count(name), name))))
