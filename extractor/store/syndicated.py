"""Clusters as people ask for them: who printed a release first, who followed when, and how near."""

from typing import NamedTuple

from sqlalchemy import Column, Connection, func, or_, select

from extractor.register.syndication import order_of
from extractor.store.pieces import rows_with
from extractor.store.tables import articles, clusters, near, texts


class Printing(NamedTuple):
    """An article of a cluster."""

    key: str
    outlet: str | None
    site: str | None
    url: str | None
    source: str  # as ingest named it: a file, an address
    title: str | None
    opening: str  # the first words of its text
    published: str | None
    fetched: str | None
    similarity: float | None  # to the nearest other of the cluster, from 0 to 1; None for one alone
    copied: bool | None  # most sentences are another's too; else it was recast; None for one alone

    @property
    def named(self) -> str | None:
        """The outlet's name, else its site."""
        return self.outlet or self.site


Release = list[Printing]
"""A cluster: all who printed a release, the first publisher first."""


def releases(connection: Connection, limit: int, offset: int = 0) -> tuple[int, list[Release]]:
    """How many clusters of several articles there are, and a page of them, the newest first."""
    of_several = select(clusters.c.cluster).group_by(clusters.c.cluster).having(func.count() > 1).subquery()
    total = connection.execute(select(func.count()).select_from(of_several)).scalar_one()
    asked = (
        select(of_several.c.cluster)
        .join(articles, articles.c.id == of_several.c.cluster)
        .join(texts, texts.c.id == articles.c.text_id)
        .order_by(texts.c.published.is_(None), texts.c.published.desc(), articles.c.key)
        .limit(limit)
        .offset(offset)
    )
    chosen = list(connection.scalars(asked))
    found = _printings(connection, chosen)
    return total, [found[cluster] for cluster in chosen]


def release_of(connection: Connection, name: str) -> Release | None:
    """The cluster of an article that is named by its address, its key or its input; of several such, the first."""
    called = or_(articles.c.key == name, articles.c.url == name, texts.c.source == name)
    asked = (
        select(articles.c.id, clusters.c.cluster)
        .join(texts, texts.c.id == articles.c.text_id)
        .outerjoin(clusters, clusters.c.article_id == articles.c.id)
        .where(called)
        .order_by(articles.c.key)
    )
    row = connection.execute(asked).first()
    if row is None:
        return None
    if row.cluster is None:  # not judged yet: a cluster of its own
        return next(iter(_printings(connection, [row.id], articles.c.id).values()))
    return _printings(connection, [row.cluster])[row.cluster]


_ASKED = (
    select(
        func.coalesce(clusters.c.cluster, articles.c.id).label("cluster"),
        articles.c.id,
        articles.c.key,
        articles.c.outlet,
        articles.c.site,
        articles.c.url,
        texts.c.source,
        texts.c.title,
        func.substr(texts.c.text, 1, 200).label("opening"),
        texts.c.published,
        texts.c.fetched,
        clusters.c.similarity,
    )
    .select_from(articles)
    .join(texts, texts.c.id == articles.c.text_id)
    .outerjoin(clusters, clusters.c.article_id == articles.c.id)
)


def _printings(
    connection: Connection, chosen: list[int], column: Column[int] = clusters.c.cluster
) -> dict[int, Release]:
    """The articles of clusters, each cluster's first publisher first."""
    rows = list(rows_with(connection, _ASKED, column, chosen))
    cluster_of = {row.id: row.cluster for row in rows}
    copies = {
        row.article_id
        for row in rows_with(connection, select(near).where(near.c.copied), near.c.article_id, cluster_of)
        if cluster_of.get(row.other_id) == cluster_of[row.article_id]
    }
    found: dict[int, Release] = {}
    for row in sorted(rows, key=lambda row: order_of(row.published, row.fetched, row.key)):
        told = row._asdict()
        article, cluster = told.pop("id"), told.pop("cluster")
        copied = None if row.similarity is None else article in copies
        found.setdefault(cluster, []).append(Printing(**told, copied=copied))
    return found
