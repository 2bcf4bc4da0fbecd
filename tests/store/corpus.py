"""The corpus as an ingest reads it, and stores that hold it."""

from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from extractor import folders
from extractor.batch.inputs import read
from extractor.batch.kept import keep_story
from extractor.store import Store
from extractor.store.ingest import Brought, Ingest
from extractor.store.pattern_sets import PatternSet, current
from extractor.store.runs import Run
from extractor.store.tables import KINDS, articles, readings, texts, touched

NOW, LATER = "2026-11-22T03:20:00Z", "2026-11-22T03:21:00Z"
SOME = 48


@cache
def kept() -> tuple[dict[str, Any], ...]:
    """What the store keeps of every other article of the corpus."""
    folder = folders.corpus() / "seen" / "articles"
    return tuple(keep_story(read(str(path))).to_dict() for path in sorted(folder.iterdir())[::2][:SOME])


def fill(store: Store, patterns: PatternSet | None = None, started: str = NOW, **changed: Any) -> None:
    """Ingest the corpus, as read by a set of patterns, with some kinds of facts as given."""
    writer = Ingest(store, Run("ingest", patterns or current(), started))
    for one in kept():
        writer.article({**one, **changed}, [Brought(f"corpus/{Path(one['article']['source']).name}", "0" * 64)])
    writer.end(LATER, "done", None, {})


def told(store: Store) -> dict[str, list[Any]]:
    """All that the machine read and by which patterns, in an order of its own, without the rows' numbers."""
    with store.reading() as connection:
        keys = {row.id: (row.key, row.version) for row in connection.execute(_TEXTS)}
        facts = {
            name: sorted(_fact(row, keys) for row in connection.execute(select(table)))
            for name, table in KINDS.items()
        }
        last = select(readings.c.text_id, readings.c.digest).order_by(readings.c.id)
        return {
            **facts,
            "patterns": sorted((keys[row.id], row.patterns) for row in connection.execute(select(texts))),
            "readings": sorted((keys[row.text_id], row.digest) for row in connection.execute(last)),
            "touched": sorted(connection.scalars(select(touched.c.group))),
        }


_TEXTS = select(texts.c.id, texts.c.version, articles.c.key).join(articles, articles.c.id == texts.c.article_id)


def _fact(row: Any, keys: dict[int, Any]) -> tuple[Any, ...]:
    fields = {name: value for name, value in row._mapping.items() if name not in ("id", "text_id")}
    return (keys[row.text_id], row.position, repr(sorted(fields.items())))
