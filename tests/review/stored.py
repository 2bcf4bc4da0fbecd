"""Articles in a store for tests of reviewing: read as the program reads them, or with facts that a test makes up."""

from typing import Any

from extractor.facts import KINDS
from extractor.pipeline import extract
from extractor.store import Store
from extractor.store.ingest import Brought, Ingest
from extractor.store.pattern_sets import PatternSet
from extractor.store.runs import Run

URL = "https://koran.example/2024/jambi"
TEXT = (
    "JAMBI - Kota Jambi meraih juara 2 Paritrana Award 2024 tingkat Provinsi Jambi.\n\n"
    "Sebanyak 3.000 pekerja rentan sudah terdaftar di BPJS Ketenagakerjaan. 😀 Wali Kota Jambi Sutan Rimbawan hadir."
)


def read(text: str = TEXT, url: str | None = URL, **named: Any) -> dict[str, Any]:
    """What ingest takes: a text as the program reads it."""
    kept = extract(text).to_dict()
    kept["article"] |= {"url": url, "outlet": "Koran", "title": "Jambi juara", "published": "2024-11-20"} | named
    return kept


def bare(text: str = TEXT, url: str | None = URL, **facts: list[dict[str, Any]]) -> dict[str, Any]:
    """A text with these facts and no others."""
    return read(text, url) | {key: [] for key in (*KINDS, "records")} | facts


def ingested(store: Store, *kept: dict[str, Any], patterns: str = "one", at: str = "2026-11-22T03:00:00Z") -> None:
    """Have articles in the store, read by a set of patterns of this name."""
    ingest = Ingest(store, Run("ingest", PatternSet(patterns, {}, {}), at))
    for one in kept:
        ingest.article(one, [Brought(one["article"]["url"] or "-", patterns)])
