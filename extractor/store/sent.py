"""The log of the digests that were sent, and what each of them told.

A digest is noted once the other side has taken it, in one transaction: what a kill leaves unnoted is sent again, and
nothing is lost. Two digests are never sent at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, text

from extractor.locks import Locked, held
from extractor.store.database import Store
from extractor.store.news import WITHDRAWN, News, state_of
from extractor.store.outgoing import digested, digests

_TAKE = text("SELECT pg_try_advisory_lock(hashtext('extractor digest'))")


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


def note(connection: Connection, told: Sent, channel: str, news: News, more: dict[str, Any]) -> None:
    """Write down that news were told; `more` are the columns `since`, `message_id` and `counts`."""
    made = connection.execute(digests.insert().values(channel=channel, **told._asdict(), **more))
    (number,) = made.inserted_primary_key or (None,)
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


@contextmanager
def sending(store: Store, command: str, now: str) -> Iterator[None]:
    """Be the only one that sends digests of a store; `Locked` at once where another does.

    Beside a file of SQLite it is a file, ".digest.lock" behind its name; in PostgreSQL a lock that goes with its
    connection.
    """
    if store.file is not None:
        file = store.file.with_name(f"{store.file.name}.digest.lock")
        with held(file, f"the digest of {store.name}", command, datetime.fromisoformat(now).timestamp()):
            yield
        return
    with store.failing():
        connection = store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        with store.failing():
            taken = connection.execute(_TAKE).scalar()
        if not taken:
            raise Locked(f"the digest of {store.name} is being sent by another process; wait for its end")
        yield
    finally:
        connection.invalidate()  # closed, not given back to the pool with its lock
        connection.close()
