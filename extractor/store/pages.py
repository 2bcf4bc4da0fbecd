"""Pages of the register: the entries that a person asks for, a page at a time, in an order that lasts.

Questions are answered from indexes: a page costs the same at the beginning and at the end of the register. A page is
asked for by the last entry of the one before, so that none is left out or shown twice where others are made meanwhile.
"""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, tuple_

from extractor.errors import ExtractorError
from extractor.register.keys import asked_words, award_key
from extractor.store.tables import entries, names
from extractor.store.within import lies_in

SORTS = ("year", "recipient", "published")
"""By year, the newest first, then award, level and place; by the recipient's name; by the latest article."""
NAMES = 400
"""Recipients that words of a name may stand for; of more only those that come first are looked at."""
SHOWN = (
    "id", "group", "award", "edition", "level", "scope", "category", "recipient_type", "recipient_code", "recipient",
    "outcome", "rank", "shortlist", "event_date", "support", "articles", "first_published", "last_published",
    "disputed", "checks", "review", "doubtful", "year", "changed",
)  # fmt: skip
"""The columns of an entry that people see."""
_EQUAL = ("edition", "level", "province", "outcome")


class Wanted(NamedTuple):
    """What entries are asked for; None asks for nothing.

    `scope` is the region that holds the award, or in which that lies; `province`, two digits, where the recipient is.
    `recipient` is a code or a recipient's key, `within` the code of a region that it is or lies in, `text` words of its
    name. `since` is the day on or after which an article told of it; `undated` are those that no dated one tells of.
    """

    award: str | None = None
    edition: int | None = None
    level: str | None = None
    scope: str | None = None
    province: str | None = None
    recipient: str | None = None
    outcome: str | None = None
    disputed: bool = False
    failed: bool = False
    since: str | None = None
    undated: bool = False
    text: str | None = None
    within: str | None = None
    rejected: bool = False


class Page(NamedTuple):
    """Entries in order, and the id behind which the next page begins; None where this is the last."""

    rows: list[dict[str, Any]]
    following: str | None


def page(
    connection: Connection, wanted: Wanted, *, sort: str = "year", after: str | None = None, limit: int = 50
) -> Page:
    """A page of the entries that are wanted, those behind the entry `after` where it is given."""
    asked = select(*(entries.c[name] for name in SHOWN), entries.c.named, entries.c.sorting)
    asked = asked.where(*_conditions(wanted))
    dated, place = _place(connection, sort, after)
    rows: list[Row[Any]] = []
    if dated:
        rows = list(connection.execute(_sorted(asked, sort, place).limit(limit + 1)))
    if sort == "published" and len(rows) <= limit and wanted.since is None:
        late = asked.where(entries.c.last_published.is_(None)).order_by(entries.c.sorting)
        late = late.where(entries.c.sorting > place[1]) if not dated else late
        rows += connection.execute(late.limit(limit + 1 - len(rows)))
    shown = [{name: row._mapping[name] for name in SHOWN} for row in rows[:limit]]
    return Page(shown, rows[limit - 1].id if len(rows) > limit else None)


def counted(connection: Connection, wanted: Wanted) -> int:
    """How many entries are wanted in all."""
    asked = select(func.count()).select_from(entries).where(*_conditions(wanted))
    return int(connection.execute(asked).scalar_one())


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    column = entries.c
    conditions: list[ColumnElement[bool]] = [
        column[name] == getattr(wanted, name) for name in _EQUAL if getattr(wanted, name) is not None
    ]
    if wanted.award is not None:
        conditions.append(column.award_key == award_key(wanted.award))
    if wanted.recipient is not None:
        is_code = wanted.recipient.replace(".", "").isdigit()
        conditions.append((column.recipient_code if is_code else column.recipient_key) == wanted.recipient)
    if wanted.within is not None:
        conditions.append(lies_in(column.recipient_code, wanted.within))
    if wanted.scope is not None:
        conditions.append(lies_in(column.scope, wanted.scope))
    if wanted.disputed:
        conditions.append(column.is_disputed.is_(True))
    if wanted.failed:
        conditions.append(column.failed.is_(True))
    if wanted.since is not None:
        conditions.append(column.last_published >= wanted.since)
    if wanted.undated:
        conditions.append(column.last_published.is_(None))
    if wanted.text is not None:
        conditions.append(column.named.in_(names_with(wanted.text)))
    if not wanted.rejected:
        conditions.append(column.review != "rejected")
    return conditions


def names_with(text: str) -> "Select[Any]":
    """The recipients' names in which words, or beginnings of words, stand."""
    spaced = " " + names.c.named
    told = [spaced.contains(f" {word}", autoescape=True) for word in asked_words(text)]
    return select(names.c.named).where(*told).order_by(names.c.named).limit(NAMES)


def _sorted(asked: "Select[Any]", sort: str, place: tuple[str, str] | None) -> "Select[Any]":
    """A question in an order, from a place on."""
    column, last = entries.c, entries.c.last_published
    if sort == "year":
        asked = asked.where(column.sorting > place[1]) if place else asked
        return asked.order_by(column.sorting)
    if sort == "recipient":
        asked = asked.where(tuple_(column.named, column.sorting) > place) if place else asked
        return asked.order_by(column.named, column.sorting)
    if place:
        asked = asked.where(last <= place[0], or_(last < place[0], column.sorting > place[1]))
    return asked.where(last.is_not(None)).order_by(last.desc(), column.sorting)


def _place(connection: Connection, sort: str, after: str | None) -> tuple[bool, Any]:
    """Whether dated entries are still to come, and the place behind which a page begins."""
    if after is None:
        return True, None
    asked = select(entries.c.named, entries.c.last_published, entries.c.sorting).where(entries.c.id == after)
    row = connection.execute(asked).first()
    if row is None:
        raise ExtractorError(f"{after[:40]!r} is no entry of the register any more: begin with the first page")
    if sort == "published":
        return row.last_published is not None, (row.last_published, row.sorting)
    return True, (row.named, row.sorting)
