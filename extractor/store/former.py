"""Former ids: where the id of an entry leads that has another one now.

An id follows from what tells an entry from all others (`register.settling`), and so it is the same in every store that
holds the same articles; where an article tells more of the contest, it is another. Whoever has the old one, a link or
an export of before, is led to the entry that its claims speak of now.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, select, update

from extractor.register.keys import category_words
from extractor.store.pieces import delete_with
from extractor.store.tables import former_ids

Row = Mapping[str, Any]
_CONTEST = ("edition", "level", "scope")


def lead_on(
    connection: Connection, before: Mapping[str, Row], after: Mapping[str, Row], moved: Iterable[tuple[str, str]]
) -> None:
    """Have the ids that only the entries of `before` have lead to those of `after`, which are written already.

    `moved` are the ids of before and now of each claim that is still there: most of an entry's claims say where it is.
    Of one without such a claim it is the only new entry that nothing speaks against. A chain of ids is kept as its end.
    """
    votes: dict[str, Counter[str]] = {}
    for old, new in moved:
        votes.setdefault(old, Counter())[new] += 1
    made = [row for number, row in after.items() if number not in before]
    _forget(connection, (row["id"] for row in made))
    for old in sorted(before.keys() - after.keys()):
        ends = votes.get(old) or Counter(row["id"] for row in made if can_be_one(before[old], row))
        mine = former_ids.c.entry_id == old
        if votes.get(old) or len(ends) == 1:
            new = min(ends, key=lambda end: (-ends[end], end))
            connection.execute(update(former_ids).where(mine).values(entry_id=new))
            connection.execute(former_ids.insert().values(id=old, entry_id=new))
        else:
            connection.execute(delete(former_ids).where(mine))


def can_be_one(one: Row, other: Row) -> bool:
    """Whether two entries are of one group and nothing of the contest that both say differs."""
    if one["group"] != other["group"]:
        return False
    if any(len({one.get(name), other.get(name)} - {None}) > 1 for name in _CONTEST):
        return False
    words = [category_words(row.get("category"), one.get("recipient_type")) for row in (one, other)]
    return words[0] is None or words[1] is None or words[0] <= words[1] or words[1] <= words[0]


def led_on(connection: Connection, beginning: str) -> dict[str, str]:
    """By former ids that begin so the ids that they lead to, ten at most."""
    asked = select(former_ids.c.id, former_ids.c.entry_id).where(former_ids.c.id.startswith(beginning, autoescape=True))
    return dict(connection.execute(asked.order_by(former_ids.c.id).limit(10)).all())


def former_of(connection: Connection) -> dict[str, list[str]]:
    """By id all ids that lead to it."""
    found: dict[str, list[str]] = {}
    for row in connection.execute(select(former_ids).order_by(former_ids.c.id)):
        found.setdefault(row.entry_id, []).append(row.id)
    return found


def _forget(connection: Connection, ids: Iterable[str]) -> None:
    """What is an entry again leads nowhere."""
    if connection.execute(select(former_ids.c.id).limit(1)).first():
        delete_with(connection, former_ids.c.id, ids)
