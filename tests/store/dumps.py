"""What a store holds, as text: all of it, or what follows from its inputs in whatever order they came."""

import json
from typing import Any

from sqlalchemy import Table, select, text

from extractor.store import Store
from extractor.store.tables import KINDS, articles, inputs, metadata, records, texts

_OWN = {"id", "run_id", "text_id", "article_id"}


def dump(store: Store) -> str:
    """Every row of every table, and of the search index."""
    with store.reading() as connection:
        held = {name: sorted(map(repr, connection.execute(select(table)))) for name, table in metadata.tables.items()}
        names = "rowid, title, text, words" if not store.is_postgresql else "*"
        held["search"] = sorted(map(repr, connection.execute(text(f"SELECT {names} FROM search"))))
    return json.dumps(held, indent=1)


def by_names(store: Store) -> dict[str, list[str]]:
    """The rows without numbers of ours: texts by their articles' keys, facts by their texts' hashes."""
    with store.reading() as connection:
        keys = {row.id: row.key for row in connection.execute(select(articles.c.id, articles.c.key))}
        hashes = {row.id: row.hash for row in connection.execute(select(texts.c.id, texts.c.hash))}

        def rows(table: Table) -> list[str]:
            found = []
            for row in connection.execute(select(table)).mappings():
                named: dict[str, Any] = {name: value for name, value in row.items() if name not in _OWN}
                named |= {"article": keys.get(row["article_id"])} if "article_id" in row else {}
                named |= {"text": hashes.get(row["text_id"])} if "text_id" in row else {}
                found.append(repr(sorted(named.items())))
            return sorted(found)

        return {table.name: rows(table) for table in (articles, texts, inputs, *KINDS.values())}


def count(store: Store, table: Table) -> int:
    """How many rows a table has."""
    with store.reading() as connection:
        return len(connection.execute(select(table)).all())


def groups(store: Store) -> set[str]:
    """The groups of all records."""
    with store.reading() as connection:
        return set(connection.scalars(select(records.c.group)))
