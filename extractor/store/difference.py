"""What two runs read: the runs of a store, and what was read in its texts as of one and as of another.

What was read in a text as of a run is its newest reading that the run, or one before it, wrote. Texts that came between
the two runs differ in everything and are only counted.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, collate, func, select

from extractor.errors import ExtractorError
from extractor.store.tables import articles, readings, runs, texts

Extraction = dict[str, Any]


class Reread(NamedTuple):
    """A text as it was read before and after, as objects of the annotation guideline."""

    before: Extraction
    after: Extraction


def runs_of(connection: Connection) -> list[Row[Any]]:
    """The runs, the oldest first."""
    return list(connection.execute(select(runs).order_by(runs.c.id)))


def texts_read(connection: Connection, number: int) -> int:
    """In how many texts a run wrote what it read: of one that was killed this is all that is known."""
    asked = select(func.count()).select_from(readings).where(readings.c.run_id == number)
    return int(connection.execute(asked).scalar_one())


def new_between(connection: Connection, first: int, second: int) -> int:
    """How many texts the later of two runs, or one between them, brought."""
    low, high = _ordered(connection, first, second)
    brought = select(func.count()).select_from(texts).where(texts.c.run_id > low, texts.c.run_id <= high)
    return int(connection.execute(brought).scalar_one())


def reread_between(connection: Connection, first: int, second: int) -> Iterator[Reread]:
    """The texts that are read otherwise as of the second run than as of the first, by article.

    The first may be the later one. Raises `ExtractorError` where there is no such run.
    """
    low, high = _ordered(connection, first, second)
    bytewise = "C" if connection.dialect.name == "postgresql" else "BINARY"
    between = select(readings.c.text_id).where(readings.c.run_id > low, readings.c.run_id <= high)
    asked = (
        select(readings.c.run_id, readings.c.digest, readings.c.facts, articles.c.key)
        .add_columns(texts.c.id, texts.c.text, texts.c.source)
        .join_from(readings, texts, texts.c.id == readings.c.text_id)
        .join(articles, articles.c.id == texts.c.article_id)
        .where(texts.c.run_id <= low, readings.c.run_id <= high, texts.c.id.in_(between))
        .order_by(collate(articles.c.key, bytewise), texts.c.version, readings.c.run_id)
    )
    for _, group in groupby(connection.execute(asked), key=attrgetter("id")):
        rows = list(group)
        old = next((row for row in reversed(rows) if row.run_id <= low), None)
        if old is not None and old.digest != rows[-1].digest:
            pair = Reread(_extraction(old), _extraction(rows[-1]))
            yield pair if first == low else Reread(pair.after, pair.before)


def _extraction(row: Any) -> Extraction:
    source = row.source if row.key.startswith("sha256:") else row.key  # a hash names no article to people
    return {"article": {"id": row.id, "source": source, "text": row.text}, **row.facts}


def _ordered(connection: Connection, *numbers: int) -> tuple[int, int]:
    known = set(connection.scalars(select(runs.c.id).where(runs.c.id.in_(numbers))))
    for number in numbers:
        if number not in known:
            raise ExtractorError(f"there is no run {number}; `extractor runs` lists them")
    return min(numbers), max(numbers)
