"""The tables of the store, the same on SQLite and PostgreSQL.

Three layers are never mixed: what the machine read (ingested.py and kinds.py, replaced when patterns improve), what
people said (people.py, only ever added to), and what follows from both (register.py, made anew from the others at any
time). Days and moments of the press are ISO texts as they were told; times of ours are ISO texts in UTC, to the second.
Codes of regions are texts. Rows of facts and records belong to a text, and through it to an article; `spans` are JSON
lists of [start, end) offsets into the text's `text`.
"""

from extractor.store.tables.ingested import (
    archives,
    articles,
    inputs,
    pattern_files,
    pattern_sets,
    readings,
    runs,
    texts,
)
from extractor.store.tables.kinds import (
    KINDS,
    amounts,
    coverage,
    dates,
    officials,
    ranks,
    records,
    regions,
    regulations,
    worker_counts,
)
from extractor.store.tables.people import decisions, digested, digests, undelivered
from extractor.store.tables.register import (
    added_claims,
    bands,
    claims,
    clusters,
    entries,
    former_ids,
    judged,
    names,
    near,
    touched,
)
from extractor.store.tables.schema import BYTEWISE, metadata

__all__ = [
    "BYTEWISE", "KINDS", "added_claims", "amounts", "archives", "articles", "bands", "claims", "clusters", "coverage",
    "dates", "decisions", "digested", "digests", "entries", "former_ids", "inputs", "judged", "metadata", "names",
    "near", "officials", "pattern_files", "pattern_sets", "ranks", "readings", "records", "regions", "regulations",
    "runs", "texts", "touched", "undelivered", "worker_counts",
]  # fmt: skip
