"""Inspection: what in the patterns folder does nothing, or costs much."""

import ast
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from extractor.language import read
from extractor.patterns import Match, Patterns, Units
from extractor.patterns.forms import Form
from extractor.patterns.patternfiles import Pattern
from extractor.workbench.trials import Outcome

_CODE = Path(__file__).resolve().parent.parent
_ALL = ""
"""The name under which all units are counted."""


class Price(NamedTuple):
    """What a form costs: the share of the units of a text at which its anchor stands, so that it is tried there."""

    pattern: Pattern
    form: Form
    anchor: str
    share: float


def unused_lists(book: Patterns) -> list[str]:
    """The files of word lists that no form and no reader names."""
    named = {part.list for pattern in book.every for form in pattern.forms for part in form.parts} | _names_in_code()
    return [words.file for words in book.lists if words.name not in named and not words.guard]


def unused_vocabularies(folder: Path) -> list[str]:
    """The files of vocabularies that no reader names."""
    named = _names_in_code()
    files = sorted((folder / "vocabulary").glob("*.txt"))
    return [f"vocabulary/{path.name}" for path in files if path.stem not in named]


def _names_in_code() -> set[str]:
    """Every text in the readers' code that may be the name of a list."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in _CODE.rglob("*.py"))
    constants = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {constant.value for constant in constants if isinstance(constant.value, str)}


def shadowed(outcomes: Iterable[Outcome]) -> dict[str, set[str]]:
    """The patterns that read none of their own examples, each with those that read them instead; records aside.

    A record is read from several matches, and names only one of them.
    """
    read: dict[str, set[str]] = {}
    for outcome in outcomes:
        if outcome.trial.finds and outcome.trial.kind != "records":
            read.setdefault(outcome.trial.owner, set()).update(outcome.readers)
    return {name: others for name, others in read.items() if others and name not in others}


def unproved(book: Patterns) -> list[tuple[Pattern, Form]]:
    """The forms that match in no example of their pattern: nothing shows that they match what they are meant for."""
    found = []
    for pattern in book.every:
        met = {match.form for example in pattern.finds for match in _matches(book, pattern, example.text)}
        found += [(pattern, form) for form in pattern.forms if form not in met]
    return found


def _matches(book: Patterns, pattern: Pattern, text: str) -> list[Match]:
    found = book.find(book.units(read(text))).get(pattern.kind, [])
    return [match for match in found if match.pattern == pattern]


def prices(book: Patterns, texts: Iterable[Units]) -> list[Price]:
    """The price of every form over these texts, the dearest first."""
    tags: Counter[str] = Counter()
    for units in texts:
        tags.update(units.tags[unit] for unit in units.tagged)
        tags[_ALL] += len(units.tags)
    found = []
    for pattern in book.every:
        for form in pattern.forms:
            anchor = book.anchors.name(form)
            stands = sum(tags[tag] for tag in dict.fromkeys(book.lexicon.tags[anchor]))
            found.append(Price(pattern, form, anchor, stands / max(tags[_ALL], 1)))
    return sorted(found, key=lambda price: (-price.share, price.pattern.name))
