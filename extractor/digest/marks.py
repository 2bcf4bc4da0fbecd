"""What the register makes of the records of articles: the marks that stand beside them on a sheet."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from extractor.store.pieces import pieces
from extractor.store.tables import claims, entries

_COLUMNS = ("level", "scope", "outcome", "rank", "disputed", "failed", "doubtful", "review", "first_published",
            "checks")  # fmt: skip
Entry = Mapping[str, Any]


def entries_of(connection: Connection, records: Iterable[int]) -> dict[int, Entry]:
    """The entries that records speak of, by the record's id."""
    wanted, found = sorted(set(records)), dict[int, Entry]()
    for some in pieces(wanted):
        asked = select(claims.c.record_id, *(entries.c[name] for name in _COLUMNS))
        asked = asked.join(entries, entries.c.id == claims.c.entry_id)
        asked = asked.where(claims.c.record_id.in_(some))
        for row in connection.execute(asked).mappings():
            found[row["record_id"]] = dict(row)
    return found
