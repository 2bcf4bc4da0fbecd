"""What a person should look at first: what is disputed, fails a check, is stale or suspect, names that may be one."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from extractor.review.decisions import ENTRY, PAIR, standing
from extractor.review.effective import Fact
from extractor.review.entries import SINCE
from extractor.review.identity import FIELDS, digest, fact_name, pair_name
from extractor.review.references import fact_reference
from extractor.review.words import in_words, stale_in_words
from extractor.store.judging import effective_facts, fact_of, said
from extractor.store.likenesses import near_names
from extractor.store.pieces import pieces
from extractor.store.tables import KINDS, articles, decisions, entries, records, texts


class Look(NamedTuple):
    """One thing to look at: why, how it is called, what it is in words, and where it was printed."""

    why: str
    reference: str
    kind: str
    what: str
    told: str
    award: str | None
    outlet: str | None
    published: str | None
    article: str | None


class Wanted(NamedTuple):
    """What a person asks for; None leaves it open. Days are ISO; `award` and `outlet` are parts of names."""

    reasons: tuple[str, ...] = ()
    award: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None

    def has(self, look: Look) -> bool:
        """Whether one thing is asked for; what has no outlet or day is not, where one is."""
        day = (look.published or "")[:10]
        return (
            (self.award is None or self.award.casefold() in (look.award or "").casefold())
            and (self.outlet is None or self.outlet.casefold() in (look.outlet or "").casefold())
            and (self.since is None or day >= self.since)
            and (self.until is None or (day != "" and day <= self.until))
        )


def looks(connection: Connection, wanted: Wanted, awards: frozenset[str]) -> Iterator[Look]:
    """What needs a look, in the order of `REASONS`, the newest first; `awards` are the names that are known."""
    done = _judged(connection)
    for reason, found in REASONS.items():
        if not wanted.reasons or reason in wanted.reasons:
            every = sorted(found(connection, done, awards), key=lambda one: one.reference)
            every.sort(key=lambda one: one.published or "", reverse=True)
            yield from filter(wanted.has, every)


def _judged(connection: Connection) -> dict[str, set[str]]:
    """The names of what people judged, by their targets."""
    found: dict[str, set[str]] = {}
    for one in standing(said(connection)):
        if one.action in ("accept", "correct", "reject"):
            found.setdefault(one.target, set()).add(one.name)
    return found


_Judged = dict[str, set[str]]


_ENTRIES = select(
    *(entries.c[name] for name in (*FIELDS["records"], "id", "disputed", "checks", "review", "last_published"))
)
"""What is told of entries: a store may have ten thousand to look at."""


def _disputed(connection: Connection, done: _Judged, awards: frozenset[str]) -> Iterator[Look]:  # noqa: ARG001
    """Entries on which articles disagree: what a person corrected or accepted is disputed no more."""
    asked = _ENTRIES.where(entries.c.is_disputed, entries.c.review != "rejected")
    for row in connection.execute(asked):
        yield _entry("disputed", {**row._mapping}, f"on {', '.join(row.disputed)}")


def _failing(connection: Connection, done: _Judged, awards: frozenset[str]) -> Iterator[Look]:  # noqa: ARG001
    """Entries that fail a check and on which nobody decided, or on another text."""
    for row in connection.execute(_ENTRIES.where(entries.c.failed, entries.c.review != "rejected")):
        if row.id in done.get(ENTRY, ()) and row.review != "stale":
            continue
        failing = [one for one in row.checks if not one["ok"] and one["check"] != SINCE]  # that is listed as stale
        if failing:
            told = "; ".join(f"{one['check'].replace('_', ' ')}: {one['told']}" for one in failing)
            yield _entry("check", {**row._mapping}, told)


def _stale(connection: Connection, done: _Judged, awards: frozenset[str]) -> Iterator[Look]:  # noqa: ARG001
    """Entries and facts of which an article changed after a person decided on them."""
    for row in connection.execute(_ENTRIES.where(entries.c.review.in_(("stale", "rejected")))):
        told = next((one["told"] for one in row.checks if one["check"] == SINCE), None)
        if told or (row.review == "stale" and row.id in done.get(ENTRY, ())):  # else a record is, and listed as that
            yield _entry("stale", {**row._mapping}, told or "one of its articles changed since a person decided")
    current = select(decisions.c.article_key, decisions.c.target).distinct()
    current = current.join(articles, articles.c.key == decisions.c.article_key)
    current = current.join(texts, texts.c.id == articles.c.text_id).where(decisions.c.text_hash != texts.c.hash)
    kinds: dict[str, set[str]] = {}
    for key, target in connection.execute(current):
        kinds.setdefault(target, set()).add(key)
    for kind in KINDS:
        for told, facts in effective_facts(connection, kind, kinds.get(kind, ())):
            for one in facts:
                if one.stale:
                    where = (told.outlet, told.published, told.key)
                    beside = stale_in_words(one.says, is_read=one.machine is not None)
                    yield _fact("stale", kind, one.fact, one.digest, where, beside)


def _suspect(connection: Connection, done: _Judged, awards: frozenset[str]) -> Iterator[Look]:  # noqa: ARG001
    why = {"dates": "its weekday is another day's", "amounts": "cannot be meant as printed"}
    for kind, told in why.items():
        column = KINDS[kind].c
        few = list(connection.scalars(select(column.id).where(column.suspect).order_by(column.id)))
        for some in pieces(few):
            yield from _unjudged(connection, "suspect", kind, _current(kind).where(column.id.in_(some)), done, told)


def _unnamed(connection: Connection, done: _Judged, awards: frozenset[str]) -> Iterator[Look]:
    """Of each award that no file of patterns/awards knows, and nobody accepted, one record; with how many there are."""
    counted = (
        select(records.c.award, func.count().label("number"), func.min(records.c.text_id).label("first"))
        .join(articles, articles.c.text_id == records.c.text_id)
        .group_by(records.c.award)
    )
    unknown = {row.award: row for row in connection.execute(counted) if row.award not in awards}
    accepted = set()
    for one in standing(said(connection, decisions.c.target == "records")):
        fact = (one.was or {}).get("fact") or one.value
        if one.action in ("accept", "correct") and isinstance(fact, dict):
            accepted.add(fact.get("award"))
    wanted = unknown.keys() - accepted
    shown: set[str] = set()
    for asked in (_first_of(unknown[award].first for award in wanted), _all_of(wanted, shown)):
        for some in asked:  # the rest only where a person judged all of an award's first article
            for look in _unjudged(connection, "unnamed", "records", some, done, ""):
                award = str(look.award)
                if award in wanted and award not in shown:
                    shown.add(award)
                    number = unknown[award].number
                    yield look._replace(told=f"no award is known by this name; {number} record{'s'[: number != 1]}")


def _first_of(firsts: Iterable[int]) -> Iterator[Select[tuple[object, ...]]]:
    """The records of texts."""
    return (_current("records").where(records.c.text_id.in_(some)) for some in pieces(sorted(set(firsts))))


def _all_of(wanted: Iterable[str], shown: set[str]) -> Iterator[Select[tuple[object, ...]]]:
    """The records of the awards that are not shown yet, award by award."""
    for award in sorted(wanted):
        if award not in shown:
            yield _current("records").where(records.c.award == award)


def _near(connection: Connection, done: _Judged, awards: frozenset[str]) -> Iterator[Look]:  # noqa: ARG001
    """Firms and institutions that may be one; a person says whether they are."""
    for pair in near_names(connection):
        keys = pair.one.key, pair.other.key
        what = " and ".join(f"{one.name} ({one.entries})" for one in (pair.one, pair.other))
        told = f"{pair.why}; say `extractor review same {shlex.join(keys)}`, or different"
        yield Look("near", pair_name(*keys), PAIR, what, told, None, None, None, None)


def _current(kind: str) -> Select[tuple[object, ...]]:
    """The rows of a kind in the texts that hold now, with their articles."""
    table = KINDS[kind]
    return (
        select(*table.c, articles.c.key, articles.c.outlet, texts.c.published)
        .join(articles, articles.c.text_id == table.c.text_id)
        .join(texts, texts.c.id == table.c.text_id)
        .order_by(articles.c.key, table.c.position)
    )


def _unjudged(
    connection: Connection, why: str, kind: str, asked: Select[tuple[object, ...]], done: _Judged, told: str
) -> Iterator[Look]:
    for row in connection.execute(asked):
        fact = fact_of(kind, row)
        name = digest(kind, fact)
        if fact_name(row.key, name) not in done.get(kind, ()):
            yield _fact(why, kind, fact, name, (row.outlet, row.published, row.key), told)


def _fact(why: str, kind: str, fact: Fact, name: str, where: tuple[str | None, str | None, str], told: str) -> Look:
    outlet, published, key = where
    return Look(
        why, fact_reference(key, name), kind, in_words(kind, fact), told, fact.get("award"), outlet, published, key
    )


def _entry(why: str, row: Mapping[str, Any], told: str) -> Look:
    what = in_words("records", {**row, "recipient": {"name": row["recipient"]}})
    return Look(why, row["id"], ENTRY, what, told, row["award"], None, row["last_published"], None)


REASONS: dict[str, Callable[[Connection, _Judged, frozenset[str]], Iterable[Look]]] = {
    "disputed": _disputed,
    "check": _failing,
    "stale": _stale,
    "suspect": _suspect,
    "unnamed": _unnamed,
    "near": _near,
}
"""Why something needs a look, what needs it most first."""
