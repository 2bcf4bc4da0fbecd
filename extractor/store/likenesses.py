"""Likenesses: recipients of the register whose names may be one, with what the store knows of them."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from extractor.register.suggestions import suggestions
from extractor.review.decisions import PAIR, standing
from extractor.review.identity import pair_of
from extractor.store.judging import said
from extractor.store.tables import decisions, entries

_NAMED = "as:"
"""How the keys of companies, institutions and people begin."""


class Recipient(NamedTuple):
    """A recipient: its key, its name as most print it, how many entries it has."""

    key: str
    name: str
    entries: int


class Near(NamedTuple):
    """Two recipients that may be one: how alike, from 0 to 100, and why they were thought of."""

    one: Recipient
    other: Recipient
    likeness: float
    why: str


def near_names(connection: Connection) -> list[Near]:
    """Companies and institutions that may be one, the most alike first, without those on which people decided."""
    asked = (
        select(entries.c.recipient_key, func.min(entries.c.recipient), func.count())
        .where(entries.c.recipient_type.in_(("company", "institution")), entries.c.recipient_key.startswith(_NAMED))
        .group_by(entries.c.recipient_key)
    )
    known = {key.removeprefix(_NAMED): Recipient(key, name, count) for key, name, count in connection.execute(asked)}
    found = suggestions(known, [_names(name) for name in _decided(connection)])
    return [Near(known[one.one], known[one.other], one.likeness, one.why) for one in found]


def _decided(connection: Connection) -> set[str]:
    """The pairs of which a person said whether they are one."""
    told = standing(said(connection, decisions.c.target == PAIR))
    return {decision.name for decision in told if decision.action in ("same", "different")}


def _names(pair: str) -> tuple[str, str]:
    one, other = pair_of(pair)
    return one.removeprefix(_NAMED), other.removeprefix(_NAMED)
