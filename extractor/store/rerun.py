"""Stored texts to be read again with the patterns of now: which, and what becomes of what the machine read in them.

The text that holds now of each article is read, with no page: versions of before keep what was read in them. A text
bears the version of the patterns by which its facts were read; so a rerun that was stopped goes on where it was, and
one that has nothing to do writes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, or_, select, update

from extractor.article import Article
from extractor.errors import ExtractorError
from extractor.store.database import Store
from extractor.store.pieces import among, pieces
from extractor.store.reach import Reach, Sieve, reach_of
from extractor.store.readings import groups_of, reading_of, replace, touch
from extractor.store.runs import Run
from extractor.store.storable import storable
from extractor.store.tables import articles, pattern_files, pattern_sets, texts

_AT_ONCE = 200
"""Texts that are looked at in one transaction."""
CHANGED, SAME, UNTOUCHED, SET_ASIDE = "read otherwise", "read the same", "not touched", "set aside"
COUNTED = (CHANGED, SAME, UNTOUCHED, SET_ASIDE)
_READ = ("url", "outlet")
_TOLD = ("text", "source", "title", "author", "published", "dateline", "advertorial")
_SPANS = ("title_span", "dateline_span")


class Rerun:
    """A rerun: `due` are the numbers of the texts to be looked at, `reaches` says of each older set what changed since.

    With `changed_only` those that no change can touch are marked as read by the patterns of now, and left. `counts`
    tells what became of the texts so far.
    """

    def __init__(self, store: Store, run: Run, *, changed_only: bool = False, named: Sequence[str] = ()) -> None:
        self.store, self.run, self.changed_only, self.named = store, run, changed_only, named
        self.counts = Counter[str](dict.fromkeys(COUNTED, 0))
        self.look()

    def look(self) -> None:
        """Find out what is due; once more where others may have written meanwhile."""
        with self.store.reading() as connection:
            self.due = _due(connection, self.run.patterns.version, self.named)
            self.reaches = _reaches(connection, self.run) if self.changed_only else {}
        self._sieves = {version: Sieve(reach) for version, reach in self.reaches.items()}

    def articles(self) -> Iterator[tuple[int, Article]]:
        """The texts to be read, with their numbers; the others are marked on the way."""
        for some in pieces(self.due, _AT_ONCE):
            with self.store.reading() as connection:
                rows = connection.execute(_STORED.where(among(connection, texts.c.id, some))).all()
            touched = [row for row in rows if self._is_touched(row)]
            self._mark([row.id for row in rows if not self._is_touched(row)])
            yield from ((row.id, _article(row)) for row in touched)

    def write(self, text_id: int, extraction: dict[str, Any] | None) -> None:
        """Replace what the machine read in a text, and nothing else; None where it could not be read, and all stays."""
        if extraction is None:
            self.counts[SET_ASIDE] += 1
            return
        with self._writing() as connection:
            before = groups_of(connection, text_id)
            changed = replace(connection, text_id, reading_of(storable(extraction)), self.run)
            if changed:
                touch(connection, before | groups_of(connection, text_id))
            self._bear(connection, [text_id])
        self.counts[CHANGED if changed else SAME] += 1

    def end(self, ended: str, outcome: str, reason: str | None = None) -> None:
        """Write what came of the run, where it wrote anything; the counts of one that is done add up."""
        if outcome == "done" and sum(self.counts.values()) != len(self.due):
            raise ExtractorError(f"the counts do not add up, which is a fault of extractor: {dict(self.counts)}")
        if self.run.id is not None:
            with self._writing() as connection:
                self.run.end(connection, ended, outcome, reason, {"texts": len(self.due), **self.counts})

    def _is_touched(self, row: Any) -> bool:
        sieve = self._sieves.get(row.patterns)
        return sieve is None or sieve.touches(row.text, row.title, row.dateline)

    def _mark(self, untouched: list[int]) -> None:
        if untouched:
            with self._writing() as connection:
                self._bear(connection, untouched)
            self.counts[UNTOUCHED] += len(untouched)

    def _bear(self, connection: Connection, numbers: Iterable[int]) -> None:
        """Have texts bear the version of the patterns of now."""
        version = self.run.patterns.version
        stale = among(connection, texts.c.id, numbers), texts.c.patterns != version
        if connection.execute(select(texts.c.id).where(*stale).limit(1)).first():
            self.run.number(connection)
            connection.execute(update(texts).where(*stale).values(patterns=version))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction; a run that begins in it begins with it, or not at all."""
        begun = self.run.id
        try:
            with self.store.writing() as connection:
                yield connection
        except BaseException:
            self.run.id = begun
            raise


_HERE = select(texts.c.id).join(articles, articles.c.text_id == texts.c.id).where(articles.c.set_aside.is_(None))
"""The texts that hold; in those that are no article any more nothing is read until their pages are ingested again."""
_STORED = (
    select(texts.c.id, texts.c.patterns, *(articles.c[name] for name in _READ))
    .add_columns(*(texts.c[name] for name in (*_TOLD, *_SPANS)))
    .join(articles, articles.c.text_id == texts.c.id)
    .order_by(texts.c.id)
)


def _article(row: Any) -> Article:
    told: dict[str, Any] = {name: row._mapping[name] for name in (*_TOLD, *_READ)}
    spans = {name: tuple(row._mapping[name]) if row._mapping[name] else None for name in _SPANS}
    return Article(**told | spans)


def _due(connection: Connection, version: str, named: Sequence[str]) -> list[int]:
    """The texts that were read by other patterns; those of articles that are named in any case."""
    if not named:
        return list(connection.scalars(_HERE.where(texts.c.patterns != version).order_by(texts.c.id)))
    found = {name: _text_of(connection, name) for name in named}
    unknown = [name for name, number in found.items() if number is None]
    if unknown:
        more = f", and {len(unknown) - 1} more" if len(unknown) > 1 else ""
        raise ExtractorError(f"{unknown[0]}: no article of the store is called so{more}; give its address or its file")
    return sorted({number for number in found.values() if number is not None})


def _text_of(connection: Connection, name: str) -> int | None:
    """The text of an article that is named by its key, its address or its file."""
    called = or_(articles.c.key == name, articles.c.url == name, texts.c.source == name)
    return connection.scalars(_HERE.where(called).order_by(articles.c.key).limit(1)).first()


def _reaches(connection: Connection, run: Run) -> dict[str, Reach]:
    """By version of the patterns by which texts were read, what changed since then."""
    now = run.patterns
    used = select(texts.c.patterns).where(texts.c.patterns != now.version).distinct()
    rows = connection.execute(select(pattern_sets).where(pattern_sets.c.version.in_(used))).all()
    if not rows:
        return {}
    known = {row.digest: row.content for row in connection.execute(select(pattern_files))}
    return {row.version: reach_of(row.files, now.files, known | now.contents) for row in rows}
