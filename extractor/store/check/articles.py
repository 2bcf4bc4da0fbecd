"""Whether what was ingested agrees with itself: articles, texts, what was read in them, inputs and runs."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text

from extractor.store.storable import fits
from extractor.store.tables import KINDS, articles, inputs, readings, runs, texts

_AT_ONCE = 500


def of_articles(connection: Connection) -> Iterator[str]:
    """Articles whose current text is missing or another's, and versions that were counted twice."""
    asked = select(articles.c.key, articles.c.text_id, texts.c.article_id)
    asked = asked.outerjoin(texts, texts.c.id == articles.c.text_id)
    for row in connection.execute(asked.where(or_(texts.c.id.is_(None), texts.c.article_id != articles.c.id))):
        how = "is not there" if row.article_id is None else "is another's"
        yield f"article {row.key}: its current text {row.text_id} {how}"
    twice = select(texts.c.article_id, texts.c.version).group_by(texts.c.article_id, texts.c.version)
    for article_id, version in connection.execute(twice.having(func.count() > 1)):
        yield f"article number {article_id}: has version {version} twice"


def of_texts(connection: Connection) -> Iterator[str]:
    """Texts that are not those that their hashes stand for."""
    asked = select(texts.c.id, texts.c.hash, texts.c.text, texts.c.title_span, texts.c.dateline_span)
    for row in _streamed(connection, asked):
        if _digest(row.text) != row.hash:
            yield f"text {row.id}: its hash is of another text"
        for name in ("title_span", "dateline_span"):
            span = getattr(row, name)
            if span is not None and not _lies(span, len(row.text)):
                yield f"text {row.id}: {name} {span} is not within its {len(row.text)} characters"


def of_facts(connection: Connection) -> Iterator[str]:
    """Facts whose words are not within their text."""
    for kind, table in KINDS.items():
        asked = select(table.c.id, table.c.text_id, table.c.spans, func.length(texts.c.text).label("length"))
        for row in _streamed(connection, asked.join(texts, texts.c.id == table.c.text_id)):
            if not row.spans or not all(_lies(span, row.length) for span in row.spans):
                where = f"the {row.length} characters of text {row.text_id}"
                yield f"{kind} {row.id}: spans {row.spans} are not within {where}"


def of_readings(connection: Connection) -> Iterator[str]:
    """Texts whose facts are not those that were read in them last, and readings that are not what their digests say."""
    found: dict[int, dict[str, int]] = {}
    for kind, table in KINDS.items():
        for text_id, number in connection.execute(select(table.c.text_id, func.count()).group_by(table.c.text_id)):
            found.setdefault(text_id, {})[kind] = number
    last = select(func.max(readings.c.id)).group_by(readings.c.text_id)
    for row in _streamed(connection, select(readings).where(readings.c.id.in_(last))):
        if _digest(json.dumps(row.facts, sort_keys=True)) != row.digest:
            yield f"reading {row.id} of text {row.text_id}: is not what its digest says"
        has = found.pop(row.text_id, {})
        for kind, table in KINDS.items():
            read = sum(fits(table, dict(fact)) for fact in row.facts.get(kind, ()))
            if has.get(kind, 0) != read:
                yield f"text {row.text_id}: has {has.get(kind, 0)} {kind}, and {read} were read in it"
    yield from (f"text {text_id}: has facts that no reading brought" for text_id in sorted(found))
    unread = select(texts.c.id).where(~select(readings.c.id).where(readings.c.text_id == texts.c.id).exists())
    yield from (f"text {text_id}: was never read" for text_id in connection.scalars(unread))


def of_search(connection: Connection) -> Iterator[str]:
    """Current texts that the search does not find, and others that it does."""
    number = "text_id" if connection.dialect.name == "postgresql" else "rowid"
    missing = f"SELECT text_id FROM articles WHERE text_id NOT IN (SELECT {number} FROM search)"
    current = "SELECT text_id FROM articles WHERE text_id IS NOT NULL"
    extra = f"SELECT {number} FROM search WHERE {number} NOT IN ({current})"
    yield from (f"text {row[0]}: is not in the search index" for row in connection.execute(text(missing)))
    yield from (f"text {row[0]}: is in the search index and holds no more" for row in connection.execute(text(extra)))


def of_inputs(connection: Connection) -> Iterator[str]:
    """Inputs of which nothing came and nothing is said."""
    silent = inputs.c.code.is_(None) & or_(inputs.c.article_id.is_(None), inputs.c.reason.is_not(None))
    for source in connection.scalars(select(inputs.c.source).where(silent)):
        yield f"input {source}: neither gave an article nor says why not"


def of_runs(connection: Connection) -> Iterator[str]:
    """Runs whose counts do not add up."""
    for row in connection.execute(select(runs.c.id, runs.c.counts).where(runs.c.outcome == "done")):
        counts = {name: number for name, number in (row.counts or {}).items() if isinstance(number, int)}
        told = counts.pop("inputs", None)
        if told is not None and told != sum(counts.values()):
            yield f"run {row.id}: {told} inputs, of which {sum(counts.values())} are accounted for"


def _streamed(connection: Connection, asked: Select[Any]) -> Iterator[Any]:
    with connection.execute(asked, execution_options={"yield_per": _AT_ONCE}) as result:
        yield from result


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _lies(span: Any, length: int) -> bool:
    """Whether a span is [start, end) within so many characters."""
    is_pair = isinstance(span, list) and len(span) == 2 and all(isinstance(end, int) for end in span)
    return is_pair and 0 <= span[0] < span[1] <= length
