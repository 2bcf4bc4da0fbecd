"""Rows of the tables that hold no facts of their own: the register, articles, clusters, decisions, runs, regions."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from extractor.export.publication import Row, as_json, file_name, web_address
from extractor.export.resources import ENTRIES
from extractor.gazetteer import gazetteer, official_name
from extractor.register.keys import readable_category
from extractor.review.decisions import ENTRY, PAIR
from extractor.store import tables
from extractor.store.former import former_of
from extractor.store.news import printings_of
from extractor.store.pieces import among, pieces
from extractor.store.publishing.selection import Selection, article_name, by_bytes

_ORDER = ("award", "edition", "level", "scope", "category", "rank", "recipient", "id")
_NUMBERS = ("edition", "rank")
_DERIVED = {"scope_name", "category_normalized", "first_article_id", "former_ids"}
_AT_ONCE = 1000
"""Entries that are read at once."""


def entry_rows(connection: Connection, selection: Selection) -> Iterator[Row]:
    """The register, by award, edition, level, scope, category and rank."""
    column = tables.entries.c
    order: list[ColumnElement[Any]] = [
        column[name] if name in _NUMBERS else by_bytes(connection, column[name]) for name in _ORDER
    ]
    query = select(*(column[name] for name in ENTRIES.names if name not in _DERIVED)).where(column.review != "rejected")
    query = query.order_by(*(one.asc().nulls_first() for one in order))
    former = former_of(connection)
    for batch in connection.execute(query, execution_options={"yield_per": _AT_ONCE}).mappings().partitions():
        chosen = [row for row in batch if selection.entries is None or row["id"] in selection.entries]
        printings = printings_of(connection, [row["id"] for row in chosen])
        for row in chosen:
            told = {
                "scope_name": official_name(row["scope"]),
                "category_normalized": readable_category(
                    row["award"], row["category"], row["recipient_type"], row["recipient_code"]
                ),
                "first_article_id": next((article_name(one.key) for one in printings.get(row["id"], ())), None),
                "former_ids": former.get(row["id"], []),
            }
            yield tuple(told[name] if name in told else row[name] for name in ENTRIES.names)


def article_rows(connection: Connection, selection: Selection) -> Iterator[Row]:
    """The articles with their current texts' metadata."""
    names = ("title", "published", "dateline", "advertorial", "language", "fetched", "words")
    text, article = tables.texts.c, tables.articles.c
    query = select(
        article.id, article.url, text.source, article.outlet, article.site, *(text[name] for name in names), text.hash,
        text.patterns, article.set_aside,
    ).join(tables.texts, text.id == article.text_id)  # fmt: skip
    versions = select(text.article_id, func.count()).group_by(text.article_id)
    for batch in pieces(selection.articles):
        ids = [place.article for place in batch]
        found = {row[0]: row for row in connection.execute(query.where(among(connection, article.id, ids)))}
        met = {row[0]: row[1] for row in connection.execute(versions.where(among(connection, text.article_id, ids)))}
        for place in batch:
            _, url, source, outlet, site, *told, text_hash, patterns, set_aside = found[place.article]
            cluster = selection.names[place.cluster]
            more = (met[place.article], text_hash, patterns, cluster, place.similarity, set_aside)
            address = web_address(url)
            yield (place.name, address, None if address else file_name(source), outlet, site, *told, *more)


def cluster_rows(connection: Connection, selection: Selection) -> Iterator[Row]:
    """The clusters of the articles that leave; what is counted is all of their articles."""
    wanted = {place.cluster for place in selection.articles}
    met: dict[int, list[Any]] = {}
    text, article = tables.texts.c, tables.articles.c
    query = select(article.id, article.site, text.published).join(tables.texts, text.id == article.text_id)
    clusters = {place.article: place.cluster for place in selection.all if place.cluster in wanted}
    for number, site, published in connection.execute(query, execution_options={"yield_per": 1000}):
        if number in clusters:
            told = met.setdefault(clusters[number], [0, set(), None, None])
            told[0] += 1
            told[1] |= {site} - {None}
            told[2] = min(filter(None, (told[2], published)), default=None)
            told[3] = max(filter(None, (told[3], published)), default=None)
    for cluster in sorted(met, key=lambda one: selection.names[one]):
        articles, sites, first, last = met[cluster]
        yield (selection.names[cluster], articles, len(sites), first, last)


def decision_rows(connection: Connection, selection: Selection) -> Iterator[Row]:
    """What people said of what leaves, in the order in which they said it, with its number among all decisions."""
    articles = {place.key: place.name for place in selection.articles}
    order = {number: at for at, number in enumerate(connection.scalars(_decision_ids()), 1)}
    query = select(tables.decisions).order_by(tables.decisions.c.id)
    told = {row["id"] for row in connection.execute(query).mappings() if _leaves(row, selection, articles)}
    told |= _undoing(connection, told)
    for row in connection.execute(query).mappings():
        if row["id"] in told:
            adds = row["action"] == "correct" and row["field"] is None and (row["was"] or {}).get("fact") is None
            value = {name: one for name, one in row["value"].items() if name != "pattern"} if adds else row["value"]
            yield (
                order[row["id"]], row["at"], row["who"], row["why"], "add" if adds else row["action"], row["target"],
                _name(row), row["field"], value, order.get(row["undoes"]),
            )  # fmt: skip


def _decision_ids() -> Any:
    return select(tables.decisions.c.id).order_by(tables.decisions.c.id)


def _leaves(row: Any, selection: Selection, articles: dict[str, str]) -> bool:
    if selection.entries is None:
        return True
    if row["target"] == ENTRY:
        return row["name"] in selection.entries
    return row["target"] == PAIR or row["article_key"] in articles


def _undoing(connection: Connection, told: set[int]) -> set[int]:
    """What those decisions take back, and what takes them back: numbers to which `undoes` may lead."""
    column = tables.decisions.c
    pairs = connection.execute(select(column.id, column.undoes).where(column.undoes.is_not(None))).all()
    reached = set(told)
    while more := {n for pair in pairs if reached & set(pair) for n in pair if n is not None} - reached:
        reached |= more
    return reached


def _name(row: Any) -> str:
    """What a decision is about, by the names that entries, facts and articles have outside of the store."""
    if row["target"] in (ENTRY, PAIR) or not row["article_key"]:
        return str(row["name"])
    return f"{article_name(row['article_key'])}.{str(row['name']).rpartition(' ')[2]}"


def run_rows(connection: Connection) -> Iterator[Row]:
    """All runs, in the order in which they began."""
    found = connection.execute(select(tables.runs)).mappings().all()

    def key(row: Any) -> tuple[str, ...]:
        return (row["started"], row["command"], row["patterns"], row["ended"] or "", as_json(row["counts"]))

    for at, row in enumerate(sorted(found, key=key), 1):
        yield (at, row["command"], row["started"], row["ended"], row["outcome"], row["patterns"], row["counts"])


def region_rows(codes: Iterable[str]) -> Iterator[Row]:
    """The regions of codes, and those that they lie in."""
    wanted = set()
    for code in codes:
        parts = code.split(".")
        wanted |= {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
    for code in sorted(wanted):
        region = gazetteer().get(code)
        yield (code, region.level if region else None, official_name(code), code.rpartition(".")[0] or None)
