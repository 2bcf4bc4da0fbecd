"""Difference: the facts and records that other patterns gain and lose over the same articles.

Works on extractions as JSON prints them, so that the two may come from anywhere.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from extractor.facts import KINDS

_PROOF = ("spans", "pattern")
_Object = dict[str, Any]
_NONE: _Object = {}
_MOST = 0.5
"""The share of its values that a record has kept which now is another recipient's."""


class Change(NamedTuple):
    """A fact that was gained (`before` None), lost (`after` None) or read otherwise at the same words.

    `before` and `after` are its fields; of a fact read otherwise only those that changed. `pattern` is the one that
    reads it now, or that read it.
    """

    kind: str
    pattern: str
    source: str
    words: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def changes(before: Iterable[dict[str, Any]], after: Iterable[dict[str, Any]]) -> list[Change]:
    """The changes from one list of extractions to another of the same articles, by kind and pattern.

    An article that one of them has not, or of another text, counts as one with no facts there.
    """
    olds = {(one["article"]["source"], one["article"]["id"]): one for one in before}
    news = {(one["article"]["source"], one["article"]["id"]): one for one in after}
    found = [
        change
        for key in {**news, **olds}
        for kind in (*KINDS, "records")
        for change in _of_kind(kind, olds.get(key, _NONE), news.get(key, _NONE))
    ]
    order = {kind: at for at, kind in enumerate((*KINDS, "records"))}
    return sorted(found, key=lambda change: (order[change.kind], change.pattern))


def _of_kind(kind: str, before: _Object, after: _Object) -> list[Change]:
    old, new = before.get(kind, []), after.get(kind, [])
    was, told = list(map(_fields, old)), list(map(_fields, new))
    lost = [fact for fact, fields in zip(old, was, strict=True) if fields not in told]
    gained = [fact for fact, fields in zip(new, told, strict=True) if fields not in was]
    meant = _paired(kind, lost, gained)
    found = []
    for at, fact in enumerate(gained):
        other = lost[meant[at]] if at in meant else None
        found.append(_change(kind, after["article"], fact, *_differing(other and _fields(other), _fields(fact))))
    gone = [fact for at, fact in enumerate(lost) if at not in meant.values()]
    return found + [_change(kind, before["article"], fact, _fields(fact), None) for fact in gone]


def _paired(kind: str, lost: list[_Object], gained: list[_Object]) -> dict[int, int]:
    """By the place of a gained fact that of the lost one at the same words, those first that have most in common.

    Records share words, those of the day and of the award: two of other recipients are one only where most is the same.
    """
    near = sorted(
        (-_in_common(kind, _fields(one), _fields(fact)), then, now)
        for then, one in enumerate(lost)
        for now, fact in enumerate(gained)
        if _meet(one["spans"], fact["spans"])
    )
    found: dict[int, int] = {}
    for common, then, now in near:
        if now not in found and then not in found.values() and (common or kind != "records"):
            found[now] = then
    return found


def _in_common(kind: str, before: _Object, after: _Object) -> float:
    """The share of the values told that are the same in both; of records of other recipients none below a half."""
    told = [name for name in after if (before.get(name), after[name]) != (None, None)]
    share = sum(before.get(name) == after[name] for name in told) / len(told) if told else 0
    if kind != "records" or before.get("recipient") == after.get("recipient"):
        return share
    return share if share >= _MOST else 0


def _differing(before: _Object | None, after: _Object) -> tuple[_Object | None, _Object]:
    """The fields of a fact before and after that are not the same in both."""
    if before is None:
        return None, after
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}


def _change(kind: str, article: _Object, fact: _Object, before: _Object | None, after: _Object | None) -> Change:
    words = " … ".join(" ".join(article["text"][start:end].split()) for start, end in fact["spans"])
    return Change(kind, fact["pattern"], article["source"], words, before, after)


def _fields(fact: _Object) -> _Object:
    told = {name: value for name, value in fact.items() if name not in _PROOF}
    recipient = told.pop("recipient", None)
    return told | ({"recipient": recipient["name"], "code": recipient["code"]} if recipient else {})


def _meet(spans: list[list[int]], others: list[list[int]]) -> bool:
    return any(start < to and at < end for start, end in spans for at, to in others)
