"""A publication for tests: a row or two in each table, with a text of the test's in every field of the press."""

from collections.abc import Iterable
from typing import Any

from extractor.export.fields import Field, Resource
from extractor.export.publication import NOBODY, Publication, Publisher, Release, Row
from extractor.export.resources import RESOURCES
from extractor.export.wording import masked, plain

ARTICLE, ENTRY, RECORD = "a" * 16, "e" * 16, f"{'a' * 16}.{'f' * 16}"
_KEYS = {"articles": ARTICLE, "clusters": ARTICLE, "entries": ENTRY, "records": RECORD, "regions": "15.71"}
_NUMBERS = {"number": 96.52, "boolean": True}
_NESTED = {"list": [], "object": {}, "json": None}
FORMS = ("csv", "datapackage", "jsonl", "parquet", "sqlite", "xlsx")


class Made:
    """Where rows come from: the same for every table but for what is given."""

    def __init__(self, press: str = "Piala Teduh", rows: dict[str, list[dict[str, Any]]] | None = None) -> None:
        self.press, self.given = press, rows or {}

    def rows(self, resource: Resource) -> Iterable[Row]:
        """A row made of fillings, or those given, over such."""
        for more in self.given.get(resource.name, [{}]):
            yield tuple(more.get(field.name, self._filling(resource, field)) for field in resource.fields)

    def total(self, _: Resource) -> int | None:
        """Nothing was left out."""
        return None

    def _filling(self, resource: Resource, field: Field) -> Any:
        if field.name == resource.key or (field.refers and field.refers != resource.name):
            return _KEYS.get(field.refers or resource.name) or (1 if field.type == "integer" else RECORD)
        if field.refers:
            return None
        if field.name.startswith("quote"):
            return masked(self.press)
        if field.name == "url":
            return "https://koran.example/berita/1234567890123"
        if field.values:
            return field.values[0]
        if field.pattern and field.name != "url":
            return "0" * (64 if "64" in field.pattern else 16)
        if field.type == "integer":
            return max(3, field.minimum or 3)
        if field.type == "strings":
            return [self.press]
        if field.name == "checks":
            return [{"check": "sum", "ok": False, "told": self.press}]
        return _NUMBERS.get(field.type, _NESTED.get(field.type, self.press if field.is_free else "x"))


def publication(
    press: str = "Piala Teduh",
    name: str = "2026-11-22",
    filters: tuple[str, ...] = (),
    by: Publisher = NOBODY,
    **rows: list[dict[str, Any]],
) -> Publication:
    """A publication with a text in every field of the press, and some tables' rows as given."""
    outlets = (("koran.example", 1), (plain(press), 1))
    return Publication(Release(name, "2026-11-22", "0.1.0", ("0" * 16,), filters, outlets, by), Made(press, rows))


def of(name: str) -> Resource:
    """The resource of a name."""
    return next(resource for resource in RESOURCES if resource.name == name)
