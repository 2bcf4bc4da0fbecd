"""Looks a store through: whether the database is whole, and whether what is in it agrees with itself."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection

from extractor.store.check import articles, database, register
from extractor.store.database import Store
from extractor.store.failures import StoreError, tells_of_damage

_MOST = 5
"""Faults of one sort that are told each; of more, how many."""
Check = Callable[[Connection], Iterable[str]]
_CHECKS: dict[str, Check] = {
    "tables": database.of_tables,
    "references": database.of_references,
    "articles": articles.of_articles,
    "texts": articles.of_texts,
    "facts": articles.of_facts,
    "readings": articles.of_readings,
    "search index": articles.of_search,
    "inputs": articles.of_inputs,
    "runs": articles.of_runs,
    "clusters": register.of_clusters,
    "claims": register.of_claims,
    "entries": register.of_entries,
    "decisions": register.of_decisions,
}
_BY_BACKEND: dict[bool, dict[str, Check]] = {
    False: {"pages of the file": database.of_pages},
    True: {"keys": database.of_keys, "indexes": database.of_indexes},
}
"""Besides, by whether PostgreSQL keeps the store."""


def faults(store: Store, told: Callable[[str], object] = lambda _: None) -> Iterator[str]:
    """Every fault of a store, a line each; `told` is told what is being looked at.

    A store that cannot be opened at all is a `StoreError`.
    """
    try:
        with store.reading():
            pass
    except StoreError as error:
        if not tells_of_damage(error):
            raise
    for what, check in (_BY_BACKEND[store.is_postgresql] | _CHECKS).items():
        told(what)
        try:
            with store.reading() as connection:
                yield from _few(check(connection))
        except StoreError as error:  # the database itself fails: the other checks may still say where
            yield f"{what}: cannot be read: {_cause(error)}"
    if not store.is_postgresql and not store.is_read_only:
        yield from _of_the_index(store)


def _few(lines: Iterable[str]) -> Iterator[str]:
    rest = iter(lines)
    yield from islice(rest, _MOST)
    if more := sum(1 for _ in rest):
        yield f"... and {more:,} more of this kind"


def _of_the_index(store: Store) -> Iterator[str]:
    """Whether the full text index of SQLite agrees with its own rows; SQLite asks for it as for a writing."""
    try:
        with store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO search(search, rank) VALUES('integrity-check', 0)")
    except StoreError as error:
        yield f"search index: {_cause(error)}"


def _cause(error: StoreError) -> str:
    """What the database said, where it was the database."""
    return " ".join(str(getattr(error.__cause__, "orig", error)).split())
