"""What the register makes of the records of articles: the marks that stand beside them on a sheet."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from extractor.store.pieces import rows_with
from extractor.store.tables import claims, entries

_COLUMNS = ("level", "scope", "outcome", "rank", "disputed", "failed", "doubtful", "review", "first_published",
            "checks")  # fmt: skip
Entry = Mapping[str, Any]


def entries_of(connection: Connection, records: Iterable[int]) -> dict[int, Entry]:
    """The entries that records speak of, by the record's id."""
    asked = select(claims.c.record_id, *(entries.c[name] for name in _COLUMNS))
    asked = asked.join(entries, entries.c.id == claims.c.entry_id)
    rows = rows_with(connection, asked, claims.c.record_id, set(records))
    return {row.record_id: dict(row._mapping) for row in rows}
