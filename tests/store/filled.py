"""A store with made-up articles in it, as an ingest leaves it."""

from collections.abc import Iterable

from bench.synthetic import Extracted, articles
from extractor.store import Store
from extractor.store.ingest import Brought, Ingest
from extractor.store.pattern_sets import PatternSet
from extractor.store.runs import Run

NOW, LATER = "2026-11-22T03:20:00Z", "2026-11-22T03:21:00Z"
PATTERNS = PatternSet("a" * 16, {}, {})


def fill(store: Store, made: Iterable[Extracted] | int = 20, started: str = NOW) -> None:
    """Write articles into a store, one run."""
    chosen = list(articles(made) if isinstance(made, int) else made)
    writer, counts = Ingest(store, Run("ingest", PATTERNS, started)), {"inputs": len(chosen), "new": 0, "unchanged": 0}
    for one in chosen:
        counts[writer.article(one, [Brought(one["article"]["source"], one["article"]["id"])])] += 1
    writer.end(LATER, "done", None, counts)
