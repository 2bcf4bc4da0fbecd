"""Full text search over the current text of every article; it finds the same on SQLite and on PostgreSQL.

Both are handed words that are folded and stemmed already (tokens.py), and queries that are read already (queries.py):
FTS5 splits them at spaces, tsvector takes them as they are. On PostgreSQL phrases are looked up in the words
themselves, for a tsvector counts positions no farther than 16,383.
"""

from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Select,
    and_,
    collate,
    column,
    delete,
    exists,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from extractor.store.insertions import driven
from extractor.store.queries import Query, read_query
from extractor.store.snippets import Snippet, snippet
from extractor.store.tables import articles, regions, texts
from extractor.store.tokens import Words, words_of
from extractor.store.within import lies_in

_INDEX = table("search", *(column(name) for name in ("rowid", "text_id", "title", "text", "stems", "words")))
_INSERTION = "INSERT INTO search (rowid, title, text, words) VALUES (?, ?, ?, ?)"
_INTO_VECTORS = (
    "INSERT INTO search (text_id, title, text, words, stems)"
    " VALUES (?, ?, ?, CAST(? AS tsvector), CAST(? AS tsvector))"
)
_PAGE = 20
_DAY = 10  # characters of a moment that are its day


class Hit(NamedTuple):
    """An article that was found, the input that brought its text, and the words of it that are shown."""

    key: str
    url: str | None
    outlet: str | None
    site: str | None
    published: str | None
    title: str | None
    source: str
    snippet: Snippet


class Found(NamedTuple):
    """A page of what was found, newest first, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


class Filters(NamedTuple):
    """What else must hold: the outlet by its name or its site, days (both included), a region or one within it."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    region: str | None = None


NO_FILTERS = Filters()


def index_text(
    connection: Connection, text_id: int, title: str | None, story: str, words: Words | None = None
) -> None:
    """Put a text into the index, in the place of any other version of its article; `words` where they are known."""
    unindex(connection, text_id)
    index_new(connection, text_id, words or words_of(title, story))


def index_new(connection: Connection, text_id: int, told: Words) -> None:
    """Put the first text of an article into the index."""
    if connection.dialect.name == "postgresql":
        driven(connection, _INTO_VECTORS, text_id, told.title, told.text, told.words, told.stems)
    else:
        driven(connection, _INSERTION, text_id, told.title, told.text, told.words)


def unindex(connection: Connection, text_id: int) -> None:
    """Take the text's article out of the index, whichever version of it stands there."""
    number, row = texts.c.id, texts.alias("this")
    versions = select(number).join(row, row.c.article_id == texts.c.article_id).where(row.c.id == text_id)
    connection.execute(delete(_INDEX).where(_number(connection).in_(versions)))


def search(
    connection: Connection, typed: str, filters: Filters = NO_FILTERS, *, limit: int = _PAGE, offset: int = 0
) -> Found:
    """The articles that a query finds, newest first, articles of one day by their keys, those without a day last.

    Raises `QueryError` where the query asks for nothing.
    """
    query = read_query(typed)
    matched = select(_number(connection)).where(_matches(connection, query))
    here = select(texts.c.id, func.count().over().label("total")).join(articles, articles.c.text_id == texts.c.id)
    found = here.where(texts.c.id.in_(matched), *_conditions(filters))
    page = connection.execute(_ordered(connection, found).limit(limit).offset(offset)).all()
    if not page:
        total = connection.execute(select(func.count()).select_from(found.subquery())).scalar_one() if offset else 0
        return Found(total, ())
    rows = {row.id: row for row in connection.execute(_shown().where(texts.c.id.in_([row.id for row in page])))}
    return Found(page[0].total, tuple(_hit(rows[row.id], query) for row in page))


def _ordered(connection: Connection, found: "Select[Any]") -> "Select[Any]":
    day = func.substr(func.coalesce(texts.c.published, ""), 1, _DAY)
    bytewise = "C" if _is_postgresql(connection) else "BINARY"
    return found.order_by(collate(day, bytewise).desc(), collate(articles.c.key, bytewise))


def _shown() -> "Select[Any]":
    told = (articles.c.key, articles.c.url, articles.c.outlet, articles.c.site)
    return select(texts.c.id, *told, texts.c.published, texts.c.title, texts.c.source, texts.c.text).join_from(
        texts, articles, articles.c.text_id == texts.c.id
    )


def _hit(row: Any, query: Query) -> Hit:
    shown = snippet(row.text, query)
    return Hit(row.key, row.url, row.outlet, row.site, row.published, row.title, row.source, shown)


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    day = func.substr(texts.c.published, 1, _DAY)
    conditions: list[ColumnElement[bool]] = []
    if filters.outlet:
        conditions.append(or_(articles.c.outlet == filters.outlet, articles.c.site == filters.outlet))
    if filters.since:
        conditions.append(day >= filters.since)
    if filters.until:
        conditions.append(day <= filters.until)
    if filters.region:
        within = lies_in(regions.c.code, filters.region)
        conditions.append(exists(select(1).where(regions.c.text_id == texts.c.id, within)))
    return conditions


def _is_postgresql(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _number(connection: Connection) -> ColumnElement[int]:
    """The column that holds the text's id."""
    return _INDEX.c.text_id if _is_postgresql(connection) else _INDEX.c.rowid


def _matches(connection: Connection, query: Query) -> ColumnElement[bool]:
    """The condition that a row of the index answers a query."""
    if _is_postgresql(connection):
        return and_(
            *map(_stands, query.phrases),
            *map(_begins, query.prefixes),
            *(not_(_stands(phrase)) for phrase in query.without_phrases),
            *(not_(_begins(prefix)) for prefix in query.without_prefixes),
        )
    wanted = " AND ".join(_terms(query.phrases, query.prefixes))
    unwanted = " OR ".join(_terms(query.without_phrases, query.without_prefixes))
    asked = f"({wanted}) NOT ({unwanted})" if unwanted else wanted
    return literal_column("search").op("MATCH", is_comparison=True, return_type=Boolean())(literal(asked))


def _terms(phrases: tuple[tuple[str, ...], ...], prefixes: tuple[str, ...]) -> list[str]:
    """Terms as FTS5 reads them; tokens hold nothing that it would take for anything else."""
    stems = [f'{{title text}} : "{" ".join(phrase)}"' for phrase in phrases]
    return stems + [f'words : "{prefix}" *' for prefix in prefixes]


def _stands(phrase: tuple[str, ...]) -> ColumnElement[bool]:
    """That words follow each other in the title or in the text."""
    asked = " & ".join(dict.fromkeys(phrase))
    there = _matched(_INDEX.c.stems, asked)
    if len(phrase) == 1:
        return there
    row = f"% {' '.join(phrase)} %"
    return and_(there, or_(*(func.concat(" ", said, " ").like(row) for said in (_INDEX.c.title, _INDEX.c.text))))


def _begins(prefix: str) -> ColumnElement[bool]:
    return _matched(_INDEX.c.words, f"{prefix}:*")


def _matched(vector: ColumnElement[Any], asked: str) -> ColumnElement[bool]:
    return vector.op("@@", is_comparison=True, return_type=Boolean())(literal(asked).cast(TSQUERY))
