"""Tasks: an article with its facts as annotation tools show them, and what people changed of it, as decisions.

A task carries the facts that it was made with (`shown`), so that what a person took away is known from what a tool
never showed; and the hash of its text, so that what comes back after the article changed is stale.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from extractor.review.identity import FIELDS, digest
from extractor.review.values import OF_RECIPIENTS, ValueRefused, corrections, whole

Span = tuple[int, int]


class Marked(NamedTuple):
    """A fact in a task: the digest that decisions know it by (None for one that a person marked), values and words.

    `fields` are those of the guideline, a record's recipient as `recipient`, `type` and `code`; `name` is what a tool
    calls it.
    """

    kind: str
    digest: str | None
    fields: dict[str, Any]
    spans: tuple[Span, ...]
    name: str = ""


class Task(NamedTuple):
    """An article's text with the facts that were shown, and those that a person left there (None: nobody has looked).

    `at` is ISO, UTC, to the second; `faults` are lines on what could not be read.
    """

    key: str
    hash: str
    text: str
    shown: tuple[Marked, ...]
    left: tuple[Marked, ...] | None = None
    who: str | None = None
    at: str | None = None
    told: Mapping[str, Any] = {}
    faults: tuple[str, ...] = ()


class Change(NamedTuple):
    """What a person did to one fact: accept, reject, correct (`values` by field, spans among them) or add."""

    action: str
    kind: str
    digest: str | None
    values: dict[str, Any]


def flat(kind: str, fact: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a fact as people edit them: a recipient's name, type and code each by itself."""
    told = {field: fact.get(field) for field in FIELDS[kind] if field != "recipient"}
    if kind == "records":
        recipient = fact.get("recipient") or {}
        told |= dict(
            zip(OF_RECIPIENTS, (recipient.get("name"), recipient.get("type"), recipient.get("code")), strict=True)
        )
    return told


def whole_fact(one: Marked) -> dict[str, Any]:
    """A fact of a task in the form of the guideline, without its words."""
    fact = {field: one.fields.get(field) for field in FIELDS[one.kind]}
    if one.kind == "records":
        name, type_, code = (one.fields.get(field) for field in OF_RECIPIENTS)
        fact["recipient"] = {"type": type_, "code": code, "name": name}
    return fact


def changes(task: Task, *, accept: bool) -> tuple[list[Change], list[str]]:
    """What a person changed of a task, in its order, and lines on what cannot be meant; with `accept` the rest too."""
    found: list[Change] = []
    faults = list(task.faults)
    if task.left is None:
        return [], faults
    left = {(one.kind, one.digest): one for one in task.left}
    faulty = {fault.partition(":")[0] for fault in faults}
    for one in task.shown:
        now = left.get((one.kind, one.digest))
        try:
            if now is not None:
                found += _changed(one, now, accept)
            elif one.name not in faulty:
                found.append(Change("reject", one.kind, one.digest, {}))
        except ValueRefused as error:
            faults.append(f"{one.name}: {error}")
    known = {(one.kind, one.digest) for one in task.shown}
    for one in task.left:
        if (one.kind, one.digest) not in known:
            try:
                fact = whole(one.kind, {field: value for field, value in one.fields.items() if value is not None})
                found.append(Change("add", one.kind, digest(one.kind, fact), fact | {"spans": _listed(one.spans)}))
            except ValueRefused as error:
                faults.append(f"{one.name or 'a new mark'}: {error}")
    return found, faults


def _changed(before: Marked, now: Marked, accept: bool) -> list[Change]:
    given = {field: value for field, value in now.fields.items() if _plain(value) != _plain(before.fields.get(field))}
    values = corrections(now.kind, whole_fact(before), given) if given else {}
    if sorted(now.spans) != sorted(before.spans):
        values["spans"] = _listed(now.spans)
    if values:
        return [Change("correct", now.kind, now.digest, values)]
    return [Change("accept", now.kind, now.digest, {})] if accept else []


def _plain(value: Any) -> str:
    """A value as a tool gives it back: everything is a text there, and what is unknown a dash or nothing."""
    if isinstance(value, list | tuple):
        return " ".join(map(str, value)) or "-"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None or str(value).strip() == "" else str(value).strip()


def lines(fields: Mapping[str, Any]) -> list[str]:
    """Fields as lines that a person can edit: "edition: 2024", "rank: -"."""
    return [f"{name}: {_plain(value)}" for name, value in fields.items()]


def from_lines(printed: Sequence[str]) -> dict[str, Any]:
    """What such lines say; a line without a colon is passed over. Values stay texts."""
    told: dict[str, Any] = {}
    for line in printed:
        for one in line.splitlines():
            name, colon, value = one.partition(":")
            if colon:
                told[name.strip()] = None if value.strip() in ("", "-") else value.strip()
    return told


def _listed(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in sorted(spans)]
