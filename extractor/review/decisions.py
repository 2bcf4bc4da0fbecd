"""Decisions: what people said of facts, records, entries and recipients; only added to, and undone by further ones."""

from collections.abc import Iterable
from typing import Any, NamedTuple

ACTIONS = ("accept", "correct", "reject", "note", "undo", "same", "different")
"""What a person can say; `same` and `different` of two recipients, the others of a fact, a record or an entry."""
ENTRY, PAIR = "entry", "same"
"""The targets that are no kind: an entry of the register, two recipients."""


class Decision(NamedTuple):
    """One thing that a person said: a row of the store's `decisions`, column by column.

    `id` counts up in the order in which things were said. `was` is what the person saw: {"fact": as the machine read it
    (None for one that it missed), "quotes": the words of the spans that hold with this decision}; of an entry {"entry",
    "claims": names of records, "texts": {article's key: hash}}. A correction without a field gives the whole fact, in
    the form of the annotation guideline.
    """

    id: int
    at: str
    who: str
    why: str | None
    action: str
    target: str
    name: str
    field: str | None = None
    value: Any = None
    was: dict[str, Any] | None = None
    article_key: str | None = None
    text_hash: str | None = None
    undoes: int | None = None


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody undid, in their order; those that undo are not among them. An undoing may be undone."""
    undone: set[int] = set()
    kept = []
    for decision in sorted(decisions, key=lambda one: one.id, reverse=True):  # what undoes comes after what it undoes
        if decision.id in undone:
            continue
        if decision.action == "undo" and decision.undoes is not None:
            undone.add(decision.undoes)
        else:
            kept.append(decision)
    return kept[::-1]
