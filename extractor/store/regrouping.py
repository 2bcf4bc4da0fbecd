"""Regrouping: the groups of all records by today's keys, where the program or patterns/register.toml made others."""

from sqlalchemy import bindparam, select, update

from extractor.register.keys import group_of
from extractor.store.database import Store
from extractor.store.readings import touch
from extractor.store.storable import short
from extractor.store.tables import records

_AT_ONCE = 5_000
"""Records of a transaction."""
_COLUMNS = ("id", "award", "scope", "recipient_type", "recipient_code", "recipient", "group")
_READ = (
    select(*(records.c[name] for name in _COLUMNS))
    .where(records.c.id > bindparam("last"))
    .order_by(records.c.id)
    .limit(_AT_ONCE)
)
_WRITE = update(records).where(records.c.id == bindparam("number")).values(group=bindparam("now"))


def regroup(store: Store) -> int:
    """Give every record the group of today's keys; how many had another. Groups of before and of now are touched."""
    last = moved = 0
    while True:
        with store.writing() as connection:
            rows = connection.execute(_READ, {"last": last}).all()
            if not rows:
                return moved
            last = rows[-1].id
            wrong = []
            for row in rows:
                recipient = {"type": row.recipient_type, "code": row.recipient_code, "name": row.recipient}
                group = short(group_of({"award": row.award, "scope": row.scope, "recipient": recipient}))
                if group != row.group:
                    wrong.append({"number": row.id, "now": group, "before": row.group})
            if wrong:
                connection.execute(_WRITE, [{"number": one["number"], "now": one["now"]} for one in wrong])
                touch(connection, {str(one[name]) for one in wrong for name in ("now", "before")})
                moved += len(wrong)
