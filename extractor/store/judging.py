"""Articles of the store as a person judges them: the text that holds now, and its facts with what people said."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, select

from extractor.register.keys import group_of
from extractor.review.decisions import Decision
from extractor.review.effective import Fact, Judged, judged
from extractor.review.identity import FIELDS
from extractor.store.pieces import among, pieces, rows_with
from extractor.store.storable import short
from extractor.store.tables import KINDS, articles, decisions, texts

_DECIDED = (
    select(decisions.c.field, decisions.c.value, decisions.c.was)
    .join(articles, articles.c.key == decisions.c.article_key)
    .join(texts, texts.c.article_id == articles.c.id)
    .where(texts.c.id == bindparam("text"), decisions.c.target == "records")
)


class Told(NamedTuple):
    """An article with its text of today; times and addresses as the store has them."""

    id: int
    key: str
    url: str | None
    outlet: str | None
    text_id: int
    hash: str
    title: str | None
    published: str | None
    source: str
    text: str


_TOLD = select(
    articles.c.id,
    articles.c.key,
    articles.c.url,
    articles.c.outlet,
    texts.c.id.label("text_id"),
    texts.c.hash,
    texts.c.title,
    texts.c.published,
    texts.c.source,
    texts.c.text,
).join(texts, texts.c.id == articles.c.text_id)


def article(connection: Connection, key: str) -> Told | None:
    """The article of a key, None where the store has none, or none with a text."""
    row = connection.execute(_TOLD.where(articles.c.key == key)).first()
    return Told._make(row) if row else None


def articles_of(connection: Connection, keys: Iterable[str]) -> Iterator[Told]:
    """The articles of some keys, in the order of their keys."""
    wanted = sorted(set(keys))
    for some in pieces(wanted):
        asked = _TOLD.where(among(connection, articles.c.key, some))
        yield from sorted((Told._make(row) for row in connection.execute(asked)), key=lambda one: one.key)


def read_facts(connection: Connection, kind: str, text_ids: Iterable[int]) -> dict[int, list[Fact]]:
    """What the machine reads in texts, by text, in the form of the annotation guideline; `id` is the row's."""
    table = KINDS[kind]
    asked = select(table).order_by(table.c.text_id, table.c.position)
    found: dict[int, list[Fact]] = {}
    for row in rows_with(connection, asked, table.c.text_id, set(text_ids)):
        found.setdefault(row.text_id, []).append(fact_of(kind, row))
    return found


def fact_of(kind: str, row: Row[*tuple[Any, ...]]) -> Fact:
    """A row of a kind's table as the annotation guideline prints it, with the row's number as `id`."""
    columns = row._mapping
    fact: Fact = {field: columns[field] for field in FIELDS[kind] if field in columns and field != "recipient"}
    if kind == "records":
        names = {"type": "recipient_type", "code": "recipient_code", "name": "recipient"}
        fact["recipient"] = {name: columns[column] for name, column in names.items()}
    return fact | {"spans": columns["spans"], "pattern": columns["pattern"], "id": columns["id"]}


def judged_in(connection: Connection, kind: str, told: Told, said: list[Decision] | None = None) -> list[Judged]:
    """The facts of one kind of an article as they hold, those that were rejected among them."""
    facts = read_facts(connection, kind, [told.text_id]).get(told.text_id, [])
    on_it = decisions_on(connection, told.key) if said is None else said
    return judged(kind, facts, on_it, told.hash, told.text, texts_seen(connection, on_it, (told.hash,)))


def texts_seen(connection: Connection, on: Iterable[Decision], today: Iterable[str]) -> dict[str, str]:
    """The texts of before that people saw while deciding, by their hashes; those of today are known already."""
    wanted = {one.text_hash for one in on if one.text_hash} - set(today)
    rows = rows_with(connection, select(texts.c.hash, texts.c.text), texts.c.hash, wanted)
    return {row.hash: row.text for row in rows}


def decisions_on(connection: Connection, key: str) -> list[Decision]:
    """Everything that people said of an article's facts, in the order in which they said it."""
    return list(said(connection, decisions.c.article_key == key))


def decided(connection: Connection, kind: str) -> list[str]:
    """The keys of all articles of which people judged facts of a kind: there alone the machine's word may not hold."""
    asked = select(decisions.c.article_key).where(decisions.c.target == kind, decisions.c.article_key.is_not(None))
    return sorted(set(connection.scalars(asked)))


def decided_groups(connection: Connection, text_id: int) -> set[str]:
    """The groups in which a text's article stands because people corrected or added its records.

    Those of before are among them, and those of an undone word: a group that is settled once too often stays as it is.
    """
    found = set()
    for field, value, was in connection.execute(_DECIDED, {"text": text_id}):
        for fact in filter(None, ((was or {}).get("fact"), None if field else value)):
            changed = {field: value} if field in ("award", "recipient", "scope") else {}
            found |= {short(group_of(fact)), short(group_of(fact | changed))}
    return found


def said(connection: Connection, *where: Any) -> Iterator[Decision]:
    """Decisions, in the order in which they were said."""
    asked = select(*(decisions.c[name] for name in Decision._fields)).where(*where).order_by(decisions.c.id)
    for row in connection.execute(asked):
        yield Decision(*row)


def effective_facts(connection: Connection, kind: str, keys: Iterable[str]) -> Iterator[tuple[Told, list[Judged]]]:
    """Articles, in the order of their keys, with their facts of a kind as they hold; a few questions for hundreds."""
    wanted = sorted(set(keys))
    for some in pieces(wanted):
        found = list(articles_of(connection, some))
        facts = read_facts(connection, kind, [one.text_id for one in found])
        on_it: dict[str, list[Decision]] = {}
        for decision in said(connection, among(connection, decisions.c.article_key, [one.key for one in found])):
            on_it.setdefault(str(decision.article_key), []).append(decision)
        everything = [decision for some in on_it.values() for decision in some]
        older = texts_seen(connection, everything, [one.hash for one in found])
        for one in found:
            yield one, judged(kind, facts.get(one.text_id, []), on_it.get(one.key, ()), one.hash, one.text, older)
