"""Drift: an outlet's pages that stop being what its file expects, several in a row.

One page that misses an expectation is an odd page. Where a site changes its layout every page misses it, and nobody
would see it: the stories only grow shorter, or lose their author. So a run counts, outlet by outlet, the pages in a row
that miss, and reports an outlet once.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.article import Article
from extractor.outlets import Layout, Outlet

IN_A_ROW = 3


def missed(article: Article, outlet: Outlet | None, layout: Layout | None) -> tuple[str, ...]:
    """What a page misses of what its outlet leads to expect: "layout" where none fits, "words", the names of fields."""
    if outlet is None:
        return ()
    found = ["layout"] if outlet.layouts and layout is None else []
    if len(article.text.split()) < outlet.expectations.words:
        found.append("words")
    return (*found, *(field for field in outlet.expectations.fields if not getattr(article, field)))


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
        if outlet in self._told:
            return None
        row.append(missed)
        if len(row) < IN_A_ROW:
            return None
        self._told.add(outlet)
        counted = [name for missed in row for name in missed]
        return Drift(outlet, len(row), tuple(sorted(set(counted), key=lambda name: (-counted.count(name), name))))
