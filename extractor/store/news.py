"""News: what the store holds that a digest of a channel has not told yet.

New is an entry or article that no digest of the channel told. An entry that was told is told again where what a reader
would take from it is another: its outcome, rank, shortlist, or on what articles disagree. What was withdrawn from the
register or rejected by a person after it was told is told as well.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, and_, func, select

from extractor.register.claims import Agreement
from extractor.register.syndication import order_of
from extractor.store.former import can_be_one
from extractor.store.pieces import among, pieces
from extractor.store.settlement import settlement
from extractor.store.tables import added_claims, articles, claims, clusters, digested, digests, entries, runs, texts
from extractor.store.told import claims_of, what_is_decided

STATE = (
    "group", "award", "edition", "level", "scope", "category", "recipient", "outcome", "rank", "shortlist", "disputed",
)  # fmt: skip
"""What is remembered of an entry that was told."""
TELLING = ("outcome", "rank", "shortlist")
"""Fields of which another value is news."""
WITHDRAWN = "withdrawn"
"""Stands for the outcome of an entry that holds no more."""
_SHOWN = (
    "id", "group", "award", "edition", "level", "scope", "category", "recipient_type", "recipient_code", "recipient",
    "outcome", "rank", "shortlist", "support", "disputed", "review", "year", "sorting", "changed", "failed",
)  # fmt: skip
State = dict[str, Any]


class Change(NamedTuple):
    """An entry that was told otherwise before; `row` None: it is not in the register any more."""

    id: str
    row: dict[str, Any] | None
    before: State


class Printing(NamedTuple):
    """An article that speaks of an entry."""

    key: str
    outlet: str | None
    url: str | None
    published: str | None
    fetched: str | None
    cluster: int


class Arrived(NamedTuple):
    """An article that was not told."""

    key: str
    outlet: str | None
    cluster: int
    site: str | None = None


class News(NamedTuple):
    """What a digest has to tell, in natural order, and what it only notes.

    `known` are entries of which nothing is told, `passed` the keys of such articles; `gone` what was told under ids
    that no entry has any more; `open` how many entries there are on which articles disagree, told before or not.
    """

    new: list[dict[str, Any]]
    changed: list[Change]
    arrived: list[Arrived]
    known: list[dict[str, Any]]
    passed: list[str]
    gone: dict[str, State]
    open: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.new or self.changed or self.arrived)


def state_of(row: Mapping[str, Any]) -> State:
    """What is remembered of an entry; one that a person rejected is withdrawn."""
    state = {name: row[name] for name in STATE if row[name] not in (None, [])}
    return state | ({"outcome": WITHDRAWN} if row["review"] == "rejected" else {})


def news_of(connection: Connection, channel: str, since: str | None) -> News:
    """What is new for a channel; with `since` (a day or moment in UTC) as if nothing had been told from then on.

    Where nothing was told at all, all that the store holds is new; with `since` what changed from then on.
    """
    before = _told_before(channel, since)
    first = not connection.execute(select(before.c.id).limit(1)).first()
    gone = _gone(connection, before)
    missing = dict(gone)
    new: list[dict[str, Any]] = []
    known: list[dict[str, Any]] = []
    changed: list[Change] = []
    for row, told in _candidates(connection, before):
        earlier = told if told is not None else _renamed(row, missing)
        if earlier is None or earlier.get("outcome") == WITHDRAWN:
            is_old = first and since is not None and row["changed"] < since
            (known if is_old or row["review"] == "rejected" else new).append(row)
        elif _is_news(state_of(row), earlier):
            changed.append(Change(row["id"], row, earlier))
        else:
            known.append(row)
    changed += [Change(name, None, state) for name, state in sorted(missing.items())]
    disputed = select(func.count()).select_from(entries).where(entries.c.is_disputed, entries.c.review != "rejected")
    arrived, passed = _arrived(connection, before, since if first else None)
    return News(new, changed, arrived, known, passed, gone, connection.scalar(disputed) or 0)


def _told_before(channel: str, since: str | None) -> Any:
    """The digests of a channel that count."""
    asked = select(digests.c.id).where(digests.c.channel == channel)
    return (asked.where(digests.c.at < since) if since else asked).subquery()


def _newest(before: Any) -> Any:
    """Of every entry that was told the digest that told it last."""
    asked = select(digested.c.name, func.max(digested.c.digest_id).label("digest_id"))
    return asked.where(digested.c.kind == "entry", digested.c.digest_id.in_(select(before.c.id))).group_by(
        digested.c.name
    ).subquery()  # fmt: skip


def _with_states(asked: "Select[Any]", newest: Any) -> "Select[Any]":
    return asked.outerjoin(
        digested,
        and_(digested.c.kind == "entry", digested.c.name == newest.c.name, digested.c.digest_id == newest.c.digest_id),
    )


def _candidates(connection: Connection, before: Any) -> Iterator[tuple[dict[str, Any], State | None]]:
    """The entries that were not told, or changed since; with what was told."""
    newest = _newest(before)
    asked = select(*(entries.c[name] for name in _SHOWN), digested.c.state.label("told"))
    asked = asked.select_from(entries).outerjoin(newest, newest.c.name == entries.c.id)
    asked = _with_states(asked, newest).where(digested.c.changed.is_distinct_from(entries.c.changed))
    for row in connection.execute(asked.order_by(entries.c.sorting)).mappings():
        yield {name: row[name] for name in _SHOWN}, row["told"]


def _gone(connection: Connection, before: Any) -> dict[str, State]:
    """The entries that were told and are not there any more, by id."""
    newest = _newest(before)
    held = _with_states(select(digested.c.name, digested.c.state).select_from(newest), newest)
    asked = held.outerjoin(entries, entries.c.id == digested.c.name)
    asked = asked.where(entries.c.id.is_(None), digested.c.changed.is_not(None))
    return {row.name: row.state for row in connection.execute(asked.order_by(digested.c.name))}


def _renamed(row: Mapping[str, Any], gone: dict[str, State]) -> State | None:
    """What was told of an entry under another id: ids change where articles say more of the contest than before.

    It is taken from what is gone.
    """
    for name, state in gone.items():
        if state.get("outcome") != WITHDRAWN and can_be_one(row, {"group": None} | state):
            return gone.pop(name)
    return None


def _is_news(now: State, before: State) -> bool:
    if any(now.get(name) != before.get(name) for name in TELLING):
        return True
    return set(now.get("disputed", ())) != set(before.get("disputed", ()))


def _arrived(connection: Connection, before: Any, floor: str | None) -> tuple[list[Arrived], list[str]]:
    """The articles that were not told, first met at or after `floor`; the keys of those that were met before it."""
    told = select(digested.c.name).where(
        digested.c.kind == "article",
        digested.c.name == articles.c.key,
        digested.c.digest_id.in_(select(before.c.id)),
    )
    asked = (
        select(
            articles.c.key,
            func.coalesce(articles.c.outlet, articles.c.site).label("outlet"),
            func.coalesce(clusters.c.cluster, articles.c.id).label("cluster"),
            articles.c.site,
            func.coalesce(runs.c.ended, runs.c.started).label("met"),
        )
        .join(runs, runs.c.id == articles.c.run_id)
        .outerjoin(clusters, clusters.c.article_id == articles.c.id)
        .where(articles.c.text_id.is_not(None), ~told.exists())
    )
    arrived, passed = [], []
    for key, outlet, cluster, site, met in connection.execute(asked):
        if floor and met < floor:
            passed.append(key)
        else:
            arrived.append(Arrived(key, outlet, cluster, site))
    return sorted(arrived, key=lambda one: one.key), sorted(passed)


def printings_of(connection: Connection, ids: Iterable[str]) -> dict[str, list[Printing]]:
    """By entry the articles that speak of it, the first publisher first."""
    found: dict[str, list[Printing]] = {}
    for some in pieces(sorted(ids)):
        for table in (claims, added_claims):
            for entry, *told in connection.execute(_printings(table).where(among(connection, table.c.entry_id, some))):
                found.setdefault(entry, []).append(Printing(*told))
    for entry, printings in found.items():
        found[entry] = sorted(set(printings), key=lambda one: order_of(one.published, one.fetched, one.key))
    return found


def _printings(table: Table) -> Select[Any]:
    """The articles whose claims a table has, with the entries that these are of."""
    return (
        select(
            table.c.entry_id,
            articles.c.key,
            func.coalesce(articles.c.outlet, articles.c.site).label("outlet"),
            articles.c.url,
            texts.c.published,
            texts.c.fetched,
            table.c.cluster,
        )
        .join(articles, articles.c.id == table.c.article_id)
        .join(texts, texts.c.id == articles.c.text_id)
        .distinct()
    )


def disputes_of(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Agreement]]:
    """By entry every field on which its articles disagree, with who says what."""
    if not rows:
        return {}
    wanted = {row["id"]: set(row["disputed"]) for row in rows}
    groups = sorted({row["group"] for row in rows})
    found = {}
    decided = what_is_decided(connection)
    for group, known in claims_of(connection, groups, decided).items():
        for entry, _ in settlement(group, known, decided.on_entries.get(group, ())):
            names = wanted.get(entry.id, set()) & set(entry.disputed)
            if names:
                found[entry.id] = {name: entry.agreements[name] for name in entry.agreements if name in names}
    return found
