"""Decisions of people: written one below the other, never changed; what they bear on is made anew by `register`."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, or_, select

from extractor.errors import ExtractorError
from extractor.gazetteer import gazetteer
from extractor.register.identities import codes_joined, joined
from extractor.register.keys import group_of
from extractor.review.decisions import ENTRY, PAIR, Decision, standing
from extractor.review.effective import Fact, Judged
from extractor.review.identity import FIELDS, digest, fact_name, pair_name, pair_of
from extractor.review.references import fact_reference
from extractor.store.judging import Told, article, fact_of, judged_in, said
from extractor.store.readings import touch
from extractor.store.storable import short, storable
from extractor.store.tables import added_claims, articles, claims, decisions, entries, records, texts
from extractor.store.told import said_to_be_one


class By(NamedTuple):
    """Who says something, when (ISO, UTC, to the second) and why."""

    who: str
    at: str
    why: str | None = None


class Seen(NamedTuple):
    """What a person looks at while deciding: how it is called, and how it stands."""

    target: str
    name: str
    was: dict[str, Any] | None = None
    article_key: str | None = None
    text_hash: str | None = None


def seen_fact(kind: str, told: Told, one: Judged) -> Seen:
    """A fact of an article, as its row of decisions names it."""
    was = {
        "fact": plain(kind, one.base) | {"spans": one.fact["spans"]} if one.base else None,
        "quotes": quotes(told.text, one.fact) or list(one.quotes),
    }
    return Seen(kind, fact_name(told.key, one.digest), was, told.key, told.hash)


def seen_entry(connection: Connection, entry_id: str) -> Seen | None:
    """An entry of the register with the records that speak of it; None where there is none of this id."""
    row = connection.execute(select(entries).where(entries.c.id == entry_id)).first()
    if row is None:
        return None
    speaking = (
        select(records, articles.c.key, texts.c.hash)
        .join(claims, claims.c.record_id == records.c.id)
        .join(articles, articles.c.id == claims.c.article_id)
        .join(texts, texts.c.id == articles.c.text_id)
        .where(claims.c.entry_id == entry_id)
    )
    held, names = {}, set()
    for claim in connection.execute(speaking):
        recipient = {"type": claim.recipient_type, "code": claim.recipient_code, "name": claim.recipient}
        names.add(fact_name(claim.key, digest("records", {**claim._mapping, "recipient": recipient})))
        held[claim.key] = claim.hash
    added = (
        select(articles.c.key, added_claims.c.digest, texts.c.hash)
        .join(articles, articles.c.id == added_claims.c.article_id)
        .join(texts, texts.c.id == articles.c.text_id)
        .where(added_claims.c.entry_id == entry_id)
    )
    for key, name, text_hash in connection.execute(added):
        names.add(fact_name(key, name))
        held[key] = text_hash
    entry = {name: value for name, value in row._mapping.items() if name in _ENTRY}
    return Seen(ENTRY, entry_id, {"entry": entry, "claims": sorted(names), "texts": dict(sorted(held.items()))})


_ENTRY = ("id", "group", "award", "edition", "level", "scope", "category", "recipient_type", "recipient_code",
          "recipient", "outcome", "rank", "shortlist", "event_date")  # fmt: skip
"""What of an entry a person sees and may correct."""


def records_saying_otherwise(connection: Connection, entry_id: str, values: Mapping[str, Any]) -> list[str]:
    """The references of the records that speak of an entry and tell another value of a field."""
    asked = (
        select(*records.c, articles.c.key)
        .join(claims, claims.c.record_id == records.c.id)
        .join(articles, articles.c.id == claims.c.article_id)
        .where(claims.c.entry_id == entry_id)
        .order_by(articles.c.key, records.c.position)
    )
    told = ((row.key, fact_of("records", row)) for row in connection.execute(asked))
    return [
        fact_reference(key, digest("records", fact))
        for key, fact in told
        if any(fact.get(name) not in (None, value) for name, value in values.items())
    ]


def plain(kind: str, fact: Fact) -> Fact:
    """A fact without what only this store knows of it."""
    return {name: fact.get(name) for name in (*FIELDS[kind], "spans", "pattern")}


def quotes(text: str, fact: Fact) -> list[str]:
    """The words of a fact's spans."""
    return [text[start:end] for start, end in fact.get("spans") or ()]


def say(
    connection: Connection, action: str, seen: Seen, by: By, *, field: str | None = None, value: Any = None
) -> Decision:
    """Write what a person says of what they see: accept, correct, reject, note; groups that it bears on are touched."""
    before = _bearing(connection, seen.target, seen.name, seen.article_key)
    made = _written(connection, action, seen, by, {"field": field, "value": value})
    touch(connection, before | _bearing(connection, seen.target, seen.name, seen.article_key))
    return made


def add(connection: Connection, kind: str, told: Told, fact: Fact, by: By) -> Decision:
    """Write a fact that the machine missed; its spans are offsets into the article's text of today."""
    held = plain(kind, fact) | {"pattern": ""}
    was = {"fact": None, "quotes": quotes(told.text, fact)}
    seen = Seen(kind, fact_name(told.key, digest(kind, held)), was, told.key, told.hash)
    return say(connection, "correct", seen, by, value=held)


def relate(connection: Connection, action: str, one: str, other: str, by: By) -> Decision:
    """Write that two recipients, named by their keys, are the `same` or `different`; two regions are never one."""
    codes = codes_joined([*said_to_be_one(connection), (one, other)], one) if action == "same" else []
    if len(codes) > 1:
        places = " and ".join(f"{place.official} ({place.code})" for place in map(gazetteer().get, codes) if place)
        raise ExtractorError(f"{places} have codes of their own: two regions are never one recipient")
    return say(connection, action, Seen(PAIR, pair_name(one, other)), by)


def undo(connection: Connection, number: int, by: By) -> Decision:
    """Write that a decision counts no more; of an undoing, that what it undid counts again."""
    known = {one.id: one for one in said(connection, decisions.c.id == number)}
    if number not in known:
        raise ExtractorError(f"#{number}: there is no decision of this number")
    undone = known[number]
    about = said(connection, decisions.c.target == undone.target, decisions.c.name == undone.name)
    for later in _counting_undoings(about):
        if later.undoes == number:
            raise ExtractorError(f"#{number} is undone already, by #{later.id}; undo that to have it count again")
    seen = Seen(undone.target, undone.name, None, undone.article_key, undone.text_hash)
    before = _bearing(connection, seen.target, seen.name, seen.article_key)
    made = _written(connection, "undo", seen, by, {"undoes": number})
    touch(connection, before | _bearing(connection, seen.target, seen.name, seen.article_key))
    return made


def _counting_undoings(about: Iterable[Decision]) -> list[Decision]:
    """The undoings that nobody undid."""
    everything = sorted(about, key=lambda one: one.id, reverse=True)
    undone: set[int] = set()
    counting = []
    for one in everything:
        if one.action == "undo" and one.undoes is not None and one.id not in undone:
            undone.add(one.undoes)
            counting.append(one)
    return counting


def _written(connection: Connection, action: str, seen: Seen, by: By, rest: dict[str, Any]) -> Decision:
    row = storable({**seen._asdict(), **by._asdict(), "action": action, **rest})
    number = connection.execute(insert(decisions).values(row).returning(decisions.c.id)).scalar_one()
    return Decision(id=number, **row)


def _bearing(connection: Connection, target: str, name: str, key: str | None) -> set[str]:
    """The groups whose entries a decision may change, as the store stands."""
    if target == ENTRY:
        now = connection.scalars(select(entries.c.group).where(entries.c.id == name))
        then = said(connection, decisions.c.target == ENTRY, decisions.c.name == name)  # it may be called otherwise now
        return {*now, *(one.was["entry"]["group"] for one in then if one.was and one.was.get("entry"))}
    if target == PAIR:
        return _groups_of_pair(connection, name)
    told = article(connection, key) if key else None
    if told is None:
        return set()
    held = judged_in(connection, "records", told)
    return {short(group_of(one.fact)) for one in held} | {short(group_of(one.machine)) for one in held if one.machine}


def _groups_of_pair(connection: Connection, name: str) -> set[str]:
    """The groups of all that are one with either recipient, and those in which their entries stand by now."""
    kept = joined(said_to_be_one(connection))
    tops = {kept.get(key, key) for key in pair_of(name)}
    alike = {*pair_of(name), *(key for key, top in kept.items() if top in tops)}
    ends = [f"|{key}" for key in sorted(alike)]
    found: set[str] = set()
    for column in (records.c.group, entries.c.group):
        where = or_(*(column.endswith(end, autoescape=True) for end in ends))
        found |= set(connection.scalars(select(column).where(where).distinct()))
    return found


def counting(connection: Connection, target: str, name: str) -> list[Decision]:
    """What counts of what people said of one thing."""
    return standing(said(connection, decisions.c.target == target, decisions.c.name == name))


def known(connection: Connection, one: Decision, *, timed: bool = True) -> bool:
    """Whether the same person said the same of the same thing, at the same time if `timed`: imports write once."""
    about = [decisions.c.target == one.target, decisions.c.name == one.name, decisions.c.who == one.who]
    about += [decisions.c.at == one.at] if timed else []
    mine = (one.action, one.field, storable(one.value))
    return any((other.action, other.field, other.value) == mine for other in said(connection, *about))
