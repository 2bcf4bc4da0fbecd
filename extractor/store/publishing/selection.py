"""The articles, entries and records that leave the store, by the names that they have outside of it."""

import hashlib
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, collate, select

from extractor.store.publishing.criteria import Criteria
from extractor.store.tables import added_claims, articles, claims, clusters, entries

DIGITS = 16


class Place(NamedTuple):
    """An article in the order of those that leave: its key, its numbers in the store, and its name outside."""

    key: str
    article: int
    text: int
    name: str
    cluster: int
    similarity: float | None


class Selection:
    """What was chosen: `entries` and `articles` are None where nothing was left out.

    About 300 bytes an article are held, and some 100 an entry where there are filters.
    """

    def __init__(self, connection: Connection, criteria: Criteria) -> None:
        places = _places(connection)
        self.names = {place.article: place.name for place in places}
        self.all = places
        self.entries: set[str] | None = None
        self.articles = places
        if criteria != Criteria():
            self._choose(connection, criteria)

    @property
    def is_whole(self) -> bool:
        """Whether everything leaves."""
        return self.entries is None

    def _choose(self, connection: Connection, criteria: Criteria) -> None:
        wanted = criteria.conditions()
        self.entries = set(connection.scalars(select(entries.c.id).where(*wanted)))
        chosen = set[int]()
        for table in (claims, added_claims):
            told = select(table.c.article_id).distinct().join(entries, entries.c.id == table.c.entry_id)
            chosen |= set(connection.scalars(told.where(*wanted)))
        firsts = {place.cluster for place in self.all if place.article in chosen}  # whom a cluster is named for
        self.articles = [place for place in self.all if place.article in chosen or place.article in firsts]


def article_name(key: str) -> str:
    """What an article is called outside of the store."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def by_bytes(connection: Connection, column: ColumnElement[str]) -> ColumnElement[str]:
    """A text column in the order of its bytes, whatever language the database sorts by."""
    return collate(column, "C") if connection.dialect.name == "postgresql" else collate(column, "BINARY")


def _places(connection: Connection) -> list[Place]:
    query = (
        select(articles.c.key, articles.c.id, articles.c.text_id, clusters.c.cluster, clusters.c.similarity)
        .outerjoin(clusters, clusters.c.article_id == articles.c.id)
        .where(articles.c.text_id.is_not(None))
        .order_by(by_bytes(connection, articles.c.key))
    )
    return [
        Place(key, article, text, article_name(key), cluster or article, similarity)
        for key, article, text, cluster, similarity in connection.execute(query)
    ]


