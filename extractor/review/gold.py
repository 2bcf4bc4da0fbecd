"""Gold: an article's facts as people left them, in the form that the scorers read; words instead of offsets."""

from collections.abc import Mapping, Sequence
from typing import Any

from extractor.review.effective import Judged
from extractor.review.identity import FIELDS

_ARTICLE = ("source", "outlet", "title", "published", "dateline", "advertorial")


def gold(told: Mapping[str, Any], text: str, facts: Mapping[str, Sequence[Judged]]) -> dict[str, Any]:
    """The gold file of an article: `facts` by kind; what a person rejected is not in it.

    `told` are the article's fields. A stale fact is optional: nobody has looked at it since the text changed.
    """
    kinds = {
        kind: [_fact(kind, text, one) for one in facts.get(kind, ()) if one.standing != "rejected"] for kind in FIELDS
    }
    return {"schema": 1, "article": {name: told.get(name) for name in _ARTICLE}, **kinds}


def _fact(kind: str, text: str, one: Judged) -> dict[str, Any]:
    words = [" ".join(text[start:end].split()) for start, end in one.fact["spans"]] or list(one.quotes)
    fact = {field: one.fact.get(field) for field in FIELDS[kind]} | {"evidence": list(dict.fromkeys(words))}
    return fact | ({"optional": True} if one.stale else {})
