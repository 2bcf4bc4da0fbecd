"""The log of the digests that were sent, and what each of them told.

A digest is noted once the other side has taken it, in one transaction: what a kill leaves unnoted is sent again, and
nothing is lost. Who sends is alone in it (`alone.DIGEST`).
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from extractor.store.news import WITHDRAWN, News, state_of
from extractor.store.tables import digested, digests, undelivered


class Sent(NamedTuple):
    """A digest that was sent."""

    period: str
    at: str


def last(connection: Connection, channel: str, period: str | None = None) -> Sent | None:
    """The last digest that a channel got, of a period only where it is named."""
    asked = select(digests.c.period, digests.c.at).where(digests.c.channel == channel)
    if period is not None:
        asked = asked.where(digests.c.period == period)
    row = connection.execute(asked.order_by(digests.c.id.desc()).limit(1)).first()
    return Sent(*row) if row else None


class Undelivered(NamedTuple):
    """A mail that one addressee did not get, and the digits that stand for the address."""

    digest_id: int
    addressee: str
    mail: str


def waiting(connection: Connection) -> list[Undelivered]:
    """The mails that addressees did not get, the oldest first."""
    asked = select(undelivered).order_by(undelivered.c.digest_id, undelivered.c.addressee)
    return [Undelivered._make(row) for row in connection.execute(asked)]


def keep(connection: Connection, digest_id: int, mail: str, addressees: Iterable[str]) -> None:
    """Write down who did not get a digest's mail."""
    rows = [{"digest_id": digest_id, "addressee": one, "mail": mail} for one in addressees]
    if rows:
        connection.execute(undelivered.insert(), rows)


def let_go(connection: Connection, one: Undelivered) -> None:
    """A mail was taken at last, or is wanted no more."""
    column = undelivered.c
    mine = (column.digest_id == one.digest_id, column.addressee == one.addressee)
    connection.execute(undelivered.delete().where(*mine))


def note(connection: Connection, told: Sent, channel: str, news: News, more: dict[str, Any]) -> int:
    """Write down that news were told; `more` are the columns `since`, `message_id` and `counts`; its number."""
    made = connection.execute(digests.insert().values(channel=channel, **told._asdict(), **more))
    number = int((made.inserted_primary_key or (0,))[0])
    there = [*news.new, *news.known, *(one.row for one in news.changed if one.row is not None)]
    rows = [
        {"digest_id": number, "kind": "entry", "name": row["id"], "changed": row["changed"], "state": state_of(row)}
        for row in there
    ]
    rows += [
        {"digest_id": number, "kind": "entry", "name": name, "changed": None, "state": state | {"outcome": WITHDRAWN}}
        for name, state in news.gone.items()
    ]
    if rows:
        connection.execute(digested.insert(), rows)
    keys = [*(one.key for one in news.arrived), *news.passed]
    if keys:
        connection.execute(digested.insert(), [{"digest_id": number, "kind": "article", "name": key} for key in keys])
    return number
