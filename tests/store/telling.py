"""Articles of which a test says itself what they state, and a store that has them."""

from typing import Any

from extractor.facts import KINDS
from extractor.store import Store
from extractor.store.ingest import Brought, Ingest
from extractor.store.pattern_sets import PatternSet
from extractor.store.runs import Run

NOW = "2026-11-22T04:00:00Z"
TEXT = "Kota Jambi meraih juara 3 Paritrana Award 2024 tingkat provinsi."


def record(**said: Any) -> dict[str, Any]:
    recipient = {"type": "region", "code": "15.71", "name": "Kota Jambi"}
    usual: dict[str, Any] = {
        "award": "Paritrana Award", "edition": 2024, "level": "province", "scope": "15", "category": None,
        "recipient": recipient, "outcome": "winner", "rank": 3, "shortlist": None, "event_date": None,
        "spans": [[0, 10]], "pattern": "made.up",
    }  # fmt: skip
    return usual | said


def firm(name: str, **said: Any) -> dict[str, Any]:
    return record(recipient={"type": "company", "code": None, "name": name}, category="usaha besar", **said)


def told(name: str, *made: dict[str, Any], published: str | None = "2024-06-11", **facts: Any) -> dict[str, Any]:
    """An article with these records, as ingest takes it."""
    about = {
        "id": name, "source": name, "url": f"https://koran.example/{name}", "outlet": name, "title": name,
        "author": None, "published": published, "dateline": None, "advertorial": False, "text": f"{TEXT} {name}",
    }  # fmt: skip
    return {"schema": 1, "article": about, **{kind: [] for kind in KINDS}, "records": list(made)} | facts


def ingested(store: Store, *kept: dict[str, Any], patterns: str = "one") -> None:
    writer = Ingest(store, Run("ingest", PatternSet(patterns, {}, {}), NOW))
    for one in kept:
        writer.article(one, [Brought(one["article"]["source"], patterns)])
