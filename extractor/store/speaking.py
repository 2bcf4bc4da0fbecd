"""Who speaks of an entry: the rows of `claims`, and of `added_claims` for records that only people know."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from extractor.store.pieces import delete_with, rows_with
from extractor.store.tables import added_claims, claims
from extractor.store.told import Told

_Rows = dict[Any, dict[str, Any]]
"""By name: a record's number, or an article's and a digest."""


def speak(
    connection: Connection, before: Sequence[str], speaking: Mapping[str, Sequence[Told]]
) -> list[tuple[str, str]]:
    """Write who speaks of entries, in place of who spoke of those of `before`; what differs is written.

    Of each claim that was there and is, the ids of its entries before and now.
    """
    held, wanted = _there(connection, claims, before), _claims(speaking)
    _replace(connection, claims, held, wanted)
    known, added = _there(connection, added_claims, before), _added(speaking)
    _replace(connection, added_claims, known, added)
    return [
        (rows[name]["entry_id"], now[name]["entry_id"])
        for rows, now in ((held, wanted), (known, added))
        for name in rows.keys() & now.keys()
    ]


def _claims(speaking: Mapping[str, Sequence[Told]]) -> _Rows:
    """The rows of `claims` that should be there, by record."""
    return {
        number: {"record_id": number, "entry_id": entry, "article_id": told.article_id, "cluster": told.cluster}
        for entry, some in speaking.items()
        for told in some
        for number in told.records
    }


def _added(speaking: Mapping[str, Sequence[Told]]) -> _Rows:
    """The rows of `added_claims` that should be there, by article and digest."""
    rows = (
        {"article_id": told.article_id, "digest": told.claim.digest, "entry_id": entry, "cluster": told.cluster}
        for entry, some in speaking.items()
        for told in some
        if not told.records
    )
    return {(row["article_id"], row["digest"]): row for row in rows}


def _there(connection: Connection, table: Table, ids: Sequence[str]) -> _Rows:
    """The rows that are there of entries."""
    rows = (dict(row._mapping) for row in rows_with(connection, select(table), table.c.entry_id, ids))
    return {_name(table, row): row for row in rows}


def _name(table: Table, row: Mapping[str, Any]) -> Any:
    return row["record_id"] if table is claims else (row["article_id"], row["digest"])


def _replace(connection: Connection, table: Table, there: _Rows, wanted: _Rows) -> None:
    new = [row for name, row in sorted(wanted.items()) if there.get(name) != row]
    old = {*(there.keys() - wanted.keys()), *(_name(table, row) for row in new)}
    _delete(connection, table, old)
    if new:
        connection.execute(table.insert(), new)


def _delete(connection: Connection, table: Table, names: Iterable[Any]) -> None:
    if table is claims:
        delete_with(connection, claims.c.record_id, names)
        return
    for article_id, digest in sorted(names):  # people add few
        mine = (added_claims.c.article_id == article_id, added_claims.c.digest == digest)
        connection.execute(delete(added_claims).where(*mine))
