"""What the machine read in a text: written when it is first read, replaced when other patterns read it otherwise."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, select

from extractor.facts import KINDS as FACTS
from extractor.register.keys import group_of
from extractor.store.insertions import insert
from extractor.store.judging import decided_groups
from extractor.store.runs import Run
from extractor.store.storable import fits, short
from extractor.store.tables import KINDS, claims, readings, records, touched

ALL = (*FACTS, "records")
"""The kinds of facts and the records, in the order in which they are printed."""
_LAST = (
    select(readings.c.run_id, readings.c.digest)
    .where(readings.c.text_id == bindparam("text"))
    .order_by(readings.c.id.desc())
    .limit(1)
)
_GROUPS = select(records.c.group).where(records.c.text_id == bindparam("text"))
_RECIPIENT = {"type": "recipient_type", "code": "recipient_code", "name": "recipient"}


class Reading(NamedTuple):
    """The facts and records of a text as the annotation guideline prints them, and their digest (SHA-256).

    `named` are the groups of its records, in their order.
    """

    facts: dict[str, list[dict[str, Any]]]
    digest: str
    named: tuple[str, ...]

    @property
    def groups(self) -> set[str]:
        """The groups of its records, each once."""
        return set(self.named)


def reading_of(extraction: dict[str, Any]) -> Reading:
    """What was read of an article, out of the object of the annotation guideline."""
    facts = {kind: extraction.get(kind, []) for kind in ALL}
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    return Reading(facts, digest, tuple(short(group_of(record)) for record in facts["records"]))


def lay_down(connection: Connection, text_id: int, reading: Reading, run: Run) -> None:
    """Write what is first read in a text."""
    row = {"text_id": text_id, "run_id": run.number(connection), "patterns": run.patterns.version}
    insert(connection, readings, [row | {"digest": reading.digest, "facts": reading.facts}])
    _insert(connection, text_id, reading)


def replace(connection: Connection, text_id: int, reading: Reading, run: Run) -> bool:
    """Write what is now read in a text in the place of what was; False where it is the same, and nothing is written.

    Claims on its records go with them: `touch` the groups of before and of now.
    """
    last = connection.execute(_LAST, {"text": text_id}).first()
    if last and last.digest == reading.digest:
        return False
    own = select(records.c.id).where(records.c.text_id == text_id)
    connection.execute(delete(claims).where(claims.c.record_id.in_(own)))
    for table in KINDS.values():
        connection.execute(delete(table).where(table.c.text_id == text_id))
    if last and last.run_id == run.number(connection):  # two inputs of one run hold the text, the second outranks
        connection.execute(delete(readings).where(readings.c.text_id == text_id, readings.c.run_id == last.run_id))
    lay_down(connection, text_id, reading, run)
    return True


def groups_of(connection: Connection, text_id: int) -> set[str]:
    """The groups of the records of a text, and of those that people made of its article's records."""
    return set(connection.scalars(_GROUPS, {"text": text_id})) | decided_groups(connection, text_id)


def touch(connection: Connection, groups: Iterable[str]) -> None:
    """Have the entries of groups made anew by the step `register`."""
    insert(connection, touched, [{"group": group} for group in sorted(set(groups))], is_new=False)


def _insert(connection: Connection, text_id: int, reading: Reading) -> None:
    for kind, table in KINDS.items():
        told = reading.facts.get(kind, ())
        if kind == "records":
            told = [_record(record, group) for record, group in zip(told, reading.named, strict=True)]
        rows = [{**fact, "text_id": text_id, "position": position} for position, fact in enumerate(told)]
        insert(connection, table, [row for row in rows if fits(table, row)])


def _record(record: dict[str, Any], group: str) -> dict[str, Any]:
    """A record as a row: its recipient in three columns, and its group."""
    recipient = {column: record["recipient"][name] for name, column in _RECIPIENT.items()}
    return {**record, **recipient, "group": group}
