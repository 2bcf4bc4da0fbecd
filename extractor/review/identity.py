"""What a fact, and a pair of recipients, is called: names that stay over reruns, pattern versions and stores.

A fact is named by its article and the digest of its values: where the machine reads the same values again, by whatever
pattern and in whatever words, it is the same fact, and what a person said of it still holds.
"""

import hashlib
import json
from collections.abc import Mapping
from json.encoder import encode_basestring_ascii
from typing import Any

from extractor import facts

FIELDS: dict[str, tuple[str, ...]] = {
    kind: tuple(
        "for" if (kind, field) == ("amounts", "purpose") else field
        for field in fact._fields
        if field not in ("spans", "pattern")
    )
    for kind, fact in (
        ("regions", facts.Region),
        ("officials", facts.Official),
        ("regulations", facts.Regulation),
        ("worker_counts", facts.WorkerCount),
        ("ranks", facts.Rank),
        ("dates", facts.Date),
        ("coverage", facts.Coverage),
        ("amounts", facts.Amount),
        ("records", facts.Record),
    )
}
"""The fields of every kind and of the records, as the annotation guideline names them; a recipient is one field."""
DIGITS = 16
"""Hexadecimal digits of a digest."""
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))
_KEYS = {kind: tuple((field, f'"{field}":') for field in sorted(fields)) for kind, fields in FIELDS.items()}
"""The fields of a kind in the order in which they are printed, and each as it is printed."""
_RECIPIENT = ("type", "code", "name")


def digest(kind: str, fact: Mapping[str, Any]) -> str:
    """Sixteen hexadecimal digits of SHA-256 over a fact's kind and values, in the form of the annotation guideline.

    Spans and pattern do not count, nor do keys that are no field; a field that is not there is None.
    """
    values = ",".join([key + _printed(fact.get(field)) for field, key in _KEYS[kind]])
    return hashlib.sha256(f'["{kind}",{{{values}}}]'.encode("ascii")).hexdigest()[:DIGITS]


def _printed(value: Any) -> str:
    """A value as JSON; most are texts or unknown, and an export asks for a million digests."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring_ascii(value)
    return str(value) if type(value) is int else _JSON.encode(_plain(value))


def _plain(value: Any) -> Any:
    """A value as every database gives it back: a whole number is an integer, a tuple a list."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(value.get(key)) for key in _RECIPIENT}
    return value


def fact_name(article_key: str, fact_digest: str) -> str:
    """How a decision names a fact: the article's key, a blank, the fact's digest."""
    return f"{article_key} {fact_digest}"


def pair_name(one: str, other: str) -> str:
    """How a decision names two recipients that are the same or different: their keys in order, as a JSON list."""
    return json.dumps(sorted((one, other)), ensure_ascii=False)


def pair_of(name: str) -> tuple[str, str]:
    """The two recipients' keys that a decision names."""
    one, other = json.loads(name)
    return one, other
