"""Difference: the facts and records that other patterns gain and lose over the same articles.

Works on extractions as JSON prints them, so that the two may come from anywhere.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from extractor.facts import KINDS

_PROOF = ("spans", "pattern")
_Object = dict[str, Any]
_NONE: _Object = {}


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
    found = []
    for fact in [fact for fact, fields in zip(new, told, strict=True) if fields not in was]:
        other = next((one for one in lost if _meet(one["spans"], fact["spans"])), None)
        if other:
            lost.remove(other)
        found.append(_change(kind, after["article"], fact, *_differing(other and _fields(other), _fields(fact))))
    return found + [_change(kind, before["article"], fact, _fields(fact), None) for fact in lost]


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
