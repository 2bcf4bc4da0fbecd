"""The facts and records of articles as they hold, with the words that prove them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, Select, Text, cast, func, or_, select

from extractor.export.evidence import Quote, quote, quotes
from extractor.review.decisions import Decision
from extractor.review.effective import Fact, Judged, judged
from extractor.review.identity import FIELDS
from extractor.store.judging import texts_seen
from extractor.store.pieces import among, pieces
from extractor.store.publishing.selection import Place
from extractor.store.tables import KINDS, added_claims, articles, claims, decisions, entries, records, texts

BATCH = 400
"""Articles that are read at once: their texts are held together."""
_CONTEST = ("award", "edition", "level", "scope", "category", "outcome", "rank", "shortlist", "event_date")
_RECORDS = (
    select(
        records.c.text_id,
        *(records.c[name] for name in _CONTEST),
        *(records.c[name] for name in ("recipient_type", "recipient_code", "recipient", "spans", "pattern", "id")),
        entries.c.id,
        claims.c.cluster,
        entries.c.review == "rejected",
    )
    .outerjoin(claims, claims.c.record_id == records.c.id)
    .outerjoin(entries, entries.c.id == claims.c.entry_id)
)
"""Records with the entries that they speak of; those of entries that a person rejected do not leave the store."""
Said = Mapping[str, Sequence[Decision]]
_KEPT = "kept"
"""The key under which a record remembers what the store has of it."""


class Kept(NamedTuple):
    """A record's row in the store (None: people alone know it), the entry and cluster that its claim is of, and
    whether a person rejected that.
    """

    record: int | None
    entry: str | None
    cluster: int | None
    rejected: bool | None


class Told(NamedTuple):
    """A fact as it holds: of which article, its name, its standing, and what the store has of it (see `Kept`)."""

    place: Place
    name: str
    fact: Fact
    standing: str
    kept: "Kept | None"
    text: str | None
    text_hash: str
    quotes: tuple[str, ...] = ()

    def evidence(self) -> tuple[Any, ...]:
        """The values of the fields that every fact has; of a text that the store does not have the words alone."""
        if self.text is None:
            alone = self._words_alone()
            return self._evidence((None, alone[0] if alone else None, None, None, None))
        return self._evidence(quote(self.text, self._spans) or (None,) * 5)

    def all_evidence(self, telling: Sequence[Sequence[int]] = ()) -> tuple[Any, ...]:
        """The same of a record, whose quote has one of the `telling` spans, and its further quotes behind."""
        if self.text is None:
            return (*self.evidence(), [{"exact": words} for words in self._words_alone()[1:]])
        first, *more = quotes(self.text, self._spans, telling) or ((None,) * 5,)
        return (*self._evidence(first), [dict(zip(Quote._fields, one, strict=True)) for one in more])

    @property
    def _spans(self) -> list[list[int]]:
        return [list(span) for span in self.fact.get("spans") or ()]

    def _evidence(self, words: tuple[Any, ...]) -> tuple[Any, ...]:
        return (self.standing, *words, self._spans, self.text_hash, self.fact["pattern"])

    def _words_alone(self) -> list[str]:
        return [found.exact for said in self.quotes if (found := quote(said, [[0, len(said)]]))]


def said_of_articles(connection: Connection) -> Said:
    """What people said of facts and records, by the articles' keys."""
    found: dict[str, list[Decision]] = defaultdict(list)
    query = select(*(decisions.c[name] for name in Decision._fields)).where(decisions.c.article_key.is_not(None))
    for row in connection.execute(query.order_by(decisions.c.id)):
        decision = Decision(*row)
        found[str(decision.article_key)].append(decision)
    return found


def facts(
    connection: Connection, kind: str, places: Sequence[Place], said: Said, *, proven: bool = True
) -> Iterator[Told]:
    """The facts of a kind of articles, in the articles' order; what a person rejected is not among them.

    Without `proven` the texts stay where they are, but for those of which a person said something.
    """
    for some in pieces(places, BATCH):
        yield from _of_batch(connection, kind, some, said, proven=proven)


def count(connection: Connection, kind: str, places: Sequence[Place], said: Said) -> int:
    """How many facts of a kind there are, as they hold; `places` are all articles that there are."""
    judged_of = [place for place in places if place.key in said]
    before = sum(1 for _ in facts(connection, kind, judged_of, {}, proven=False))
    after = sum(1 for _ in facts(connection, kind, judged_of, said))
    return _read_by_the_machine(connection, kind) - before + after


def _read_by_the_machine(connection: Connection, kind: str) -> int:
    """The machine's facts in current texts; two with the same values in one text are one."""
    table = KINDS[kind]
    plain = [
        cast(column, Text) if isinstance(column.type, JSON) else column
        for column in table.columns
        if column.name not in ("id", "position", "spans", "pattern")
    ]
    asked = select(*plain).join(articles, articles.c.text_id == table.c.text_id)
    if table is records:
        asked = asked.outerjoin(claims, claims.c.record_id == records.c.id)
        asked = asked.outerjoin(entries, entries.c.id == claims.c.entry_id)
        asked = asked.where(or_(entries.c.id.is_(None), entries.c.review != "rejected"))
    distinct = asked.distinct().subquery()
    return connection.scalar(select(func.count()).select_from(distinct)) or 0


def _of_batch(
    connection: Connection, kind: str, places: Sequence[Place], said: Said, *, proven: bool
) -> Iterator[Told]:
    wanted = [place.text for place in places]
    rows = _rows(connection, kind, wanted)
    needed = [place.text for place in places if place.key in said or (proven and place.text in rows)]
    bodies = _bodies(connection, needed)
    on_it = [decision for place in places for decision in said.get(place.key, ())]
    older = texts_seen(connection, on_it, [text_hash for text_hash, _ in bodies.values()])
    added = _added(connection) if kind == "records" and on_it else {}
    for place in places:
        if place.text in rows or place.key in said:
            text_hash, text = bodies.get(place.text, ("", ""))
            for one in judged(kind, rows.get(place.text, []), said.get(place.key, ()), text_hash, text, older):
                kept = one.machine.get(_KEPT) if one.machine else added.get((place.article, one.digest))
                if one.standing != "rejected" and not (kept and kept.rejected):
                    yield _told(place, one, kept, text_hash, text, older)


def _added(connection: Connection) -> dict[tuple[int, str], Kept]:
    """What the store has of records that people alone know, by article and digest."""
    column = added_claims.c
    asked = select(*column, (entries.c.review == "rejected").label("rejected"))
    rows = connection.execute(asked.join(entries, entries.c.id == column.entry_id))
    return {(row.article_id, row.digest): Kept(None, row.entry_id, row.cluster, row.rejected) for row in rows}


def _told(
    place: Place, one: Judged, kept: Kept | None, text_hash: str, text: str, older: Mapping[str, str]
) -> Told:
    """A fact with its words, in the text in which a person saw them where that of today does not say them."""
    name = f"{place.name}.{one.digest}"
    if one.proof is None:
        return Told(place, name, one.fact, one.standing, kept, text, text_hash)
    seen, fact = one.proof, one.fact | {"spans": one.proof.spans}
    return Told(place, name, fact, one.standing, kept, older.get(seen.text_hash), seen.text_hash, seen.quotes)


def _bodies(connection: Connection, needed: list[int]) -> dict[int, tuple[str, str]]:
    """The hashes and the texts of rows of `texts`."""
    if not needed:
        return {}
    query = select(texts.c.id, texts.c.hash, texts.c.text).where(among(connection, texts.c.id, needed))
    return {number: (text_hash, text) for number, text_hash, text in connection.execute(query)}


def _rows(connection: Connection, kind: str, wanted: Iterable[int]) -> dict[int, list[Fact]]:
    """The machine's facts of texts, each as the annotation guideline has it."""
    table = KINDS[kind]
    query: Select[Any] = _RECORDS if kind == "records" else select(table)
    query = query.where(among(connection, table.c.text_id, wanted)).order_by(table.c.text_id, table.c.position)
    made = _record if kind == "records" else _fact(kind)
    found: dict[int, list[Fact]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.text_id].append(made(row))
    return found


def _fact(kind: str) -> Callable[[Any], Fact]:
    names = (*FIELDS[kind], "spans", "pattern")
    at = [list(KINDS[kind].columns.keys()).index(name) for name in names]

    def made(row: Any) -> Fact:
        return {name: row[place] for name, place in zip(names, at, strict=True)}

    return made


def _record(row: Any) -> Fact:
    found = dict(zip(_CONTEST, row[1 : 1 + len(_CONTEST)], strict=True))
    kind, code, name, spans, pattern, *kept = row[1 + len(_CONTEST) :]
    found["recipient"] = {"type": kind, "code": code, "name": name}
    return found | {"spans": spans, "pattern": pattern, _KEPT: Kept(*kept)}
