"""The JSON Schema says what `to_dict` gives, key by key."""

from typing import Any

import pytest

from extractor.article import Article
from extractor.cli.schema import ALLOWED, schema
from extractor.facts import KINDS, Amount, Date, Extraction, Facts, Recipient, Record, Region

SPANS = ((0, 5),)
FULL = Extraction(
    Article("Ambon menerima piagam."),
    Facts(
        regions=(Region("81.71", "city", "Kota Ambon", SPANS),),
        dates=(Date("2025-06-03", "day", False, SPANS),),
        amounts=(Amount(1_500_000_000, None, False, SPANS),),
    ),
    (Record("A", None, None, None, None, Recipient("region", "81.71", "Kota Ambon"), "winner", 1, None, None, SPANS),),
)


def fits(value: Any, said: dict[str, Any]) -> bool:
    """As much of JSON Schema as this schema uses."""
    if "const" in said or "enum" in said:
        return value in said.get("enum", [said.get("const")])
    kinds = said["type"] if isinstance(said["type"], list) else [said["type"]]
    names = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
    if (names[type(value)] if value is not None else "null") not in kinds:
        return False
    if isinstance(value, dict):
        known = said["properties"]
        return set(value) == set(said["required"]) == set(known) and all(fits(v, known[k]) for k, v in value.items())
    return all(fits(element, said["items"]) for element in value) if isinstance(value, list) else True


def test_what_is_printed_fits_the_schema() -> None:
    assert fits(FULL.to_dict(), schema())


@pytest.mark.parametrize(
    ("field", "value"), [("level", "kota"), ("code", 8171), ("spans", [["0", 5]]), ("name", None), ("more", "x")]
)
def test_what_is_not_printed_does_not_fit(field: str, value: object) -> None:
    printed = FULL.to_dict()
    printed["regions"][0][field] = value
    assert not fits(printed, schema())


def test_every_kind_is_described() -> None:
    assert set(KINDS) <= set(schema()["properties"])


@pytest.mark.parametrize(("kind", "field"), ALLOWED)
def test_words_are_listed_for_fields_that_exist(kind: str, field: str) -> None:
    import extractor.facts

    assert field in getattr(extractor.facts, kind)._fields
