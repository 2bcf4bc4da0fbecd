"""Exchanges and the archive's index: entered with each exchange, compared with the archive at the start."""

from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from extractor.sources.archive.stored import Stored
from extractor.sources.exchange import Exchange
from extractor.sources.state.database import Run
from extractor.sources.state.tables import candidates, fetches, lists, pages, records, runs

_FETCH, _RECORDS = insert(fetches), insert(records)
_OF_ADDRESS = (records.c.url == bindparam("key")) & (records.c.kind == "response")
_ANSWERED = select(records).where(_OF_ADDRESS).order_by(records.c.at.desc()).limit(1)


def add_fetch(connection: Connection, run: Run, exchange: Exchange, stored: tuple[Stored, ...], at: float) -> None:
    """Enter an exchange and the records that hold it."""
    first = stored[0] if stored else None
    answer = next((record for record in reversed(stored) if record.kind in ("response", "revisit")), None)
    row: dict[str, Any] = {
        "run": run.id,
        "url": exchange.ask.url,
        "why": exchange.ask.why,
        "found_in": exchange.ask.found_in,
        "at": at,
        "outcome": exchange.outcome,
        "reason": exchange.reason,
        "status": exchange.status,
        "led_to": exchange.url if exchange.url != exchange.ask.url else None,
        "seconds": exchange.seconds,
        "size": len(exchange.body),
        "digest": answer.digest if answer else None,
        "file": first.file if first else None,
        "offset": first.offset if first else None,
    }
    key = connection.execute(_FETCH, row).inserted_primary_key
    assert key is not None
    if stored:
        connection.execute(_RECORDS, [record._asdict() | {"fetch": key[0]} for record in stored])


def ends(connection: Connection) -> dict[str, int]:
    """Where each file of the archive ends, by what the state knows."""
    end = func.max(records.c.offset + records.c.length)
    return {row[0]: row[1] for row in connection.execute(select(records.c.file, end).group_by(records.c.file))}


def forget_beyond(connection: Connection, file: str, end: int) -> int:
    """Take out what the archive has lost of a file, from a place on, and have it asked for again; how many that was."""
    gone = (records.c.file == file) & (records.c.offset + records.c.length > end)
    lost = connection.execute(select(fetches).where(fetches.c.id.in_(select(records.c.fetch).where(gone)))).all()
    numbers = [row.id for row in lost]
    for row in lost:
        again = {"state": "waiting", "reason": "the archive has lost it"}
        unread = {"fetched": None, "etag": None, "modified": None, "digest": None}
        connection.execute(update(candidates).where(candidates.c.address == row.url).values(again | unread))
        connection.execute(update(pages).where(pages.c.address == row.url).values(again))
        unasked: dict[str, Any] = {"open": 1, "whole": None, "etag": None, "modified": None, "digest": None}
        connection.execute(update(lists).where(lists.c.url == row.url).values(unasked))
    for number in numbers:
        connection.execute(delete(records).where(records.c.fetch == number))
        connection.execute(delete(fetches).where(fetches.c.id == number))
    return len(numbers)


def answered_before(connection: Connection, url: str) -> Stored | None:
    """The last whole answer that the archive holds of an address: what a later one of the same bytes refers to."""
    found = connection.execute(_ANSWERED, {"key": url}).first()
    return Stored(*(found._mapping[name] for name in Stored._fields)) if found else None


def answers_of_night(connection: Connection, night: float) -> list[tuple[str, int | None]]:
    """The requests of a night, in their order: addresses and the statuses of their answers."""
    ours = select(runs.c.id).where(runs.c.night == night)
    asked = select(fetches.c.url, fetches.c.status).where(fetches.c.run.in_(ours)).order_by(fetches.c.id)
    return [(url, status) for url, status in connection.execute(asked)]


def last_place(connection: Connection) -> tuple[str | None, int]:
    """The archive's newest file that the state knows, and where what it knows of it ends."""
    known = ends(connection)
    newest = max(known, key=lambda name: name.rpartition("-")[2], default=None)
    return (newest, known[newest]) if newest else (None, 0)
