"""CSV: a file for each table, UTF-8, as RFC 4180 has it; no cell is a formula to any spreadsheet."""

import csv
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from extractor.export.fields import NESTED, Field, Resource
from extractor.export.publication import Publication, as_json
from extractor.export.resources import RESOURCES

ABOUT = """\
Each table is a file of comma-separated values: UTF-8, a header line, lines that end with CR LF, quotes where a value
holds a comma, quote or line end (RFC 4180). Nothing stands for unknown. Lists are JSON. A spreadsheet would take a text
that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula: such a text has an apostrophe before it
(and so has one that begins with apostrophes and then one of these). To have the text as it was, take that one
apostrophe away. Import codes (`scope`, `recipient_code`, `code`) as text: to a spreadsheet 18.10 is a number, and its
last digit goes."""
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_FIRST = frozenset("'=+-@\t\r＝＋－＠")
"""What such a text begins with: most texts are known by that alone."""


def write(folder: Path, publication: Publication) -> None:
    """NAME.csv for each table."""
    for resource in RESOURCES:
        write_table(folder / f"{resource.name}.csv", resource, publication)


def write_table(path: Path, resource: Resource, publication: Publication) -> None:
    """One table."""
    cells = [_cell(field) for field in resource.fields]
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\r\n")
        out.writerow(resource.names)
        out.writerows(_line(cells, row) for row in publication.rows(resource))


def harmless(text: str) -> str:
    """A text that no spreadsheet computes."""
    return f"'{text}" if text[:1] in _FIRST and _FORMULA.match(text) else text


def _line(cells: list[Callable[[Any], object]], row: Iterable[Any]) -> list[object]:
    return [None if value is None else cell(value) for cell, value in zip(cells, row, strict=True)]


def _cell(field: Field) -> Callable[[Any], object]:
    if field.type == "boolean":
        return lambda value: "true" if value else "false"
    if field.type in NESTED:
        return lambda value: harmless(as_json(value))
    return harmless if field.type == "string" else lambda value: value
