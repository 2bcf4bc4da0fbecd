"""Facts that were gained, lost or read otherwise, in words: what `patterns diff` and `diff` print of them alike."""

from collections.abc import Iterable
from typing import Any

from extractor.cli import printable
from extractor.workbench.difference import Change

SIGNS = {"gained": ("+", "green"), "lost": ("-", "red"), "changed": ("~", "yellow")}
"""What stands before a change, and in which colour."""


def sort_of(change: Change) -> str:
    """Gained, lost or changed."""
    return "gained" if change.before is None else "lost" if change.after is None else "changed"


def counts_of(found: Iterable[Change]) -> dict[str, int]:
    """How many changes there are of each sort."""
    sorts = [sort_of(change) for change in found]
    return {sort: sorts.count(sort) for sort in SIGNS}


def counted(found: Iterable[Change]) -> str:
    """How many changes there are of each sort, where there are any."""
    return ", ".join(f"{count:,} {sort}" for sort, count in counts_of(found).items() if count)


def fields_of(change: Change) -> str:
    """What a fact says; of one that is read otherwise, what it said and what it says."""
    if change.before and change.after is not None:
        return ", ".join(f"{name} {_said(was)} → {_said(change.after[name])}" for name, was in change.before.items())
    told = change.after or change.before or {}
    return ", ".join(f"{name} {_said(value)}" for name, value in told.items() if value not in (None, [], False))


def words_of(change: Change, longest: int) -> str:
    """The words that carry a fact, in quotes, cut where they are longer."""
    words = printable(change.words)
    return f"“{words if len(words) <= longest else words[:longest] + '…'}”"


def _said(value: Any) -> str:
    return "nothing" if value is None else " ".join(value) if isinstance(value, list) else printable(str(value))
