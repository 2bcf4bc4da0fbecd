"""`extractor schema`: the JSON Schema of an article's object, made from the types in `extractor.facts`."""

import json
import types
import typing
from typing import Any

import click

from extractor import facts
from extractor.article import Article

ALLOWED: dict[tuple[str, str], tuple[str, ...]] = {
    ("Region", "level"): ("province", "regency", "city", "district", "village"),
    ("Official", "status"): ("Pj", "Plt", "Plh", "Pjs"),
    ("Regulation", "status"): ("in_force", "draft"),
    ("WorkerCount", "bound"): ("exact", "about", "at_least", "at_most"),
    ("WorkerCount", "status"): ("covered", "uncovered", "target", "total"),
    ("Rank", "kind"): ("place", "shortlist"),
    ("Rank", "modality"): ("actual", "hoped"),
    ("Date", "precision"): ("day", "month", "interval"),
    ("Coverage", "status"): ("actual", "target"),
    ("Record", "level"): ("national", "province", "regency"),
    ("Record", "outcome"): ("winner", "nominee"),
    ("Recipient", "type"): ("region", "company", "village", "institution", "person"),
}
"""The words that a field may hold, beside null where its type allows it."""
_RENAMED = {("Amount", "purpose"): "for"}
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


@click.command("schema")
def command() -> int:
    """Print the JSON Schema (draft 2020-12) of an article's object as `extract` prints it."""
    click.echo(json.dumps(schema(), indent=2))
    return 0


def schema() -> dict[str, Any]:
    """The schema of `Extraction.to_dict()`."""
    kinds = typing.get_type_hints(facts.Facts)
    listed = {kind: _array(typing.get_args(kinds[kind])[0]) for kind in facts.KINDS}
    article = {
        "id": {"type": "string", "description": "Sixteen hexadecimal digits that stand for the text."},
        **{
            name: {"type": ["string", "null"]} for name in ("url", "outlet", "title", "author", "published", "dateline")
        },
        "source": {"type": "string"},
        "advertorial": {"type": "boolean"},
        "text": {"type": "string", "description": "The cleaned story; all spans count its code points."},
    }
    properties = {
        "schema": {"const": 1},
        "article": _object(article, Article),
        **listed,
        "records": _array(facts.Record),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An article's facts and award records",
        **_object(properties, facts.Extraction),
    }


def _object(properties: dict[str, Any], kind: type) -> dict[str, Any]:
    """An object with all of its properties required and no other allowed."""
    said = " ".join((kind.__doc__ or "").split())
    return {
        "description": said,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(kind: type) -> dict[str, Any]:
    return {"type": "array", "items": _of_tuple(kind)}


def _of_tuple(kind: type) -> dict[str, Any]:
    """The schema of a NamedTuple: its fields by their types."""
    hints = typing.get_type_hints(kind)
    named = {_RENAMED.get((kind.__name__, name), name): _field(kind, name, hint) for name, hint in hints.items()}
    return _object(named, kind)


def _field(kind: type, name: str, hint: Any) -> dict[str, Any]:
    allowed = ALLOWED.get((kind.__name__, name))
    described = _of_type(hint)
    if allowed is None:
        return described
    nullable = "null" in described["type"]
    return {"enum": [*allowed, None] if nullable else list(allowed)}


def _of_type(hint: Any) -> dict[str, Any]:
    """The schema of a type: a plain one, one or None, a tuple of one kind, a span, a NamedTuple."""
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        plain = [_PLAIN[argument] for argument in arguments if argument is not types.NoneType]
        return {"type": [*plain, "null"] if types.NoneType in arguments else plain}
    if hint == tuple[int, int]:
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _of_type(arguments[0])}
    return _of_tuple(hint)
