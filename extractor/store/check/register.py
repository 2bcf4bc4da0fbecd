"""Whether what follows from the articles agrees with them: clusters, claims, entries; and what people said."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, or_, select

from extractor.register.keys import category_key
from extractor.store.tables import added_claims, articles, claims, clusters, decisions, entries, records, texts, touched


def of_clusters(connection: Connection) -> Iterator[str]:
    """Clusters that are named for an article that is not in them."""
    first = clusters.alias("first")
    asked = select(clusters.c.article_id, clusters.c.cluster)
    asked = asked.outerjoin(first, first.c.article_id == clusters.c.cluster)
    for row in connection.execute(asked.where(or_(first.c.cluster.is_(None), first.c.cluster != clusters.c.cluster))):
        yield f"article number {row.article_id}: its cluster {row.cluster} is not one"


def of_claims(connection: Connection) -> Iterator[str]:
    """Claims that are said to be another article's, and claims of texts that hold no more.

    A group that waits for the step `register` may have some of the latter; that step takes them away.
    """
    asked = select(claims.c.record_id, claims.c.article_id, texts.c.article_id.label("whose"))
    asked = asked.join(records, records.c.id == claims.c.record_id).join(texts, texts.c.id == records.c.text_id)
    for row in connection.execute(asked.where(claims.c.article_id != texts.c.article_id)):
        yield f"claim on record {row.record_id}: is said to be of article {row.article_id} and is of {row.whose}"
    held = asked.join(articles, articles.c.id == texts.c.article_id).where(articles.c.text_id != texts.c.id)
    for row in connection.execute(held.where(records.c.group.not_in(select(touched.c.group)))):
        yield f"claim on record {row.record_id}: is of a text that holds no more"


def of_entries(connection: Connection) -> Iterator[str]:
    """Entries that articles are said to speak of, where none does and the step `register` has nothing to do."""
    heard, added = (
        select(table.c.entry_id).where(table.c.entry_id == entries.c.id).exists() for table in (claims, added_claims)
    )
    settled = entries.c.group.not_in(select(touched.c.group))
    for name in connection.scalars(select(entries.c.id).where(entries.c.articles > 0, ~heard, ~added, settled)):
        yield f"entry {name}: no article speaks of it; {_ANEW}"
    yield from _doubles(connection)


_ANEW = "`extractor register build --all` makes all anew"
_KEY = ("award_key", "edition", "level", "scope", "recipient_key")


def _doubles(connection: Connection) -> Iterator[str]:
    """Entries that are one by their key; people of one name may be several, and so may what is in doubt."""
    column = entries.c
    sure = (column.edition.is_not(None), column.recipient_type != "person", column.doubtful.is_(False))
    asked = select(column.id, column.category, column.recipient_type, *(column[name] for name in _KEY))
    asked = asked.where(*sure, column.group.not_in(select(touched.c.group)))
    met: dict[tuple[Any, ...], str] = {}
    for row in connection.execute(asked.order_by(column.id), execution_options={"yield_per": 1000}):
        key = (*(row._mapping[name] for name in _KEY), category_key(row.category, row.recipient_type))
        if key in met:
            yield f"entry {row.id}: has the key of entry {met[key]}; {_ANEW}"
        met.setdefault(key, row.id)


def of_decisions(connection: Connection) -> Iterator[str]:
    """Decisions that undo one that came after them."""
    asked = select(decisions.c.id, decisions.c.undoes).where(decisions.c.undoes >= decisions.c.id)
    for row in connection.execute(asked):
        yield f"decision {row.id}: undoes {row.undoes}, which came later"
