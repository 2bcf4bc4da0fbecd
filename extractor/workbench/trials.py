"""Trials: every example of every pattern and award, run with the whole pipeline.

What a `finds` marks must be in a fact of the pattern's kind (of an award's file: in a record of that award) that has
the fields that the example gives; an empty text stands for a field that is not known. An `ignores` must give no fact of
the kind (of an award: no record), or where it marks words, none that holds any of them.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.article import Span
from extractor.errors import SetAside
from extractor.facts import Extraction, Fact, to_dict
from extractor.patterns import Patterns
from extractor.patterns.examples import Example
from extractor.pipeline import extract

_UNASKED = ("spans", "pattern")


class Trial(NamedTuple):
    """An example and whose it is: `owner` a pattern's or an award's name; `finds` whether it must find something."""

    kind: str
    owner: str
    file: str
    example: Example
    finds: bool
    expects: dict[str, Any]


class Outcome(NamedTuple):
    """What came of a trial: whether it is as it should be, and the facts of the kind, the nearest to it first.

    `readers` are the patterns that read what the example marks.
    """

    trial: Trial
    passed: bool
    found: tuple[Fact, ...]
    text: str
    readers: frozenset[str]


def trials(book: Patterns) -> Iterator[Trial]:
    """The examples of all patterns, then of all awards, in the order of their files."""
    for kind, members in book.by_kind.items():
        for pattern in members:
            for example in pattern.finds:
                yield Trial(kind, pattern.name, pattern.file, example, True, example.expects)
            for example in pattern.ignores:
                yield Trial(kind, pattern.name, pattern.file, example, False, {})
    for award in book.awards.values():
        for example in award.finds:
            yield Trial("records", award.name, award.file, example, True, {"award": award.name} | example.expects)
        for example in award.ignores:
            yield Trial("records", award.name, award.file, example, False, {})


def run(trial: Trial, book: Patterns | None = None) -> Outcome:
    """Read the example with these patterns, or else with the project's."""
    try:
        extraction = extract(trial.example.text, book)
    except SetAside:
        return Outcome(trial, not trial.finds, (), trial.example.text, frozenset())
    facts, text = facts_of(extraction, trial.kind), extraction.article.text
    marked = _marked(trial.example, text) if trial.example.marked else (0, len(text))
    there = [fact for fact in facts if any(start < marked[1] and marked[0] < end for start, end in fact.spans)]
    if not trial.finds:
        return Outcome(trial, not there, tuple(there), text, frozenset())
    there.sort(key=lambda fact: len(differences(trial.expects, fact)))
    passed = bool(there) and not differences(trial.expects, there[0])
    rest = [fact for fact in facts if fact not in there]
    readers = frozenset(fact.pattern for fact in there if not differences(trial.expects, fact))
    return Outcome(trial, passed, (*there, *rest), text, readers)


def facts_of(extraction: Extraction, kind: str) -> tuple[Fact, ...]:
    """The facts of a kind, or the records."""
    found: tuple[Fact, ...] = extraction.records if kind == "records" else getattr(extraction.facts, kind)
    return found


def fields(fact: Fact) -> dict[str, Any]:
    """The fields of a fact as examples name them: `recipient` is a name, `type` and `code` stand beside it."""
    told = {name: value for name, value in to_dict(fact).items() if name not in _UNASKED}
    if isinstance(told.get("recipient"), dict):
        recipient = told.pop("recipient")
        told |= {"recipient": recipient["name"], "type": recipient["type"], "code": recipient["code"]}
    return told


def differences(expects: dict[str, Any], fact: Fact) -> list[str]:
    """The fields that are not as an example expects them."""
    told = fields(fact)
    return [name for name, value in expects.items() if name not in told or _plain(told[name]) != _plain(value)]


def _plain(value: object) -> object:
    return None if value == "" else list(value) if isinstance(value, tuple) else value


def _marked(example: Example, text: str) -> Span:
    """Where the marked words stand in the story: where they stood in the example, if cleaning took nothing away."""
    start, end = example.marked or (0, len(example.text))
    words = example.text[start:end]
    at = start if text[start:end] == words else text.find(words)
    return (at, at + len(words)) if at >= 0 else (start, end)
