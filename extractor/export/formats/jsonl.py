"""JSON lines: a file for each table, an object a row."""

import json
from pathlib import Path

from extractor.export.publication import Publication
from extractor.export.resources import RESOURCES

ABOUT = """\
Each table is a file of JSON lines: UTF-8, one object a line, every field in every object, `null` for unknown, lists as
lists. Texts stand as they are, whatever they begin with."""


def write(folder: Path, publication: Publication) -> None:
    """NAME.jsonl for each table."""
    for resource in RESOURCES:
        names = resource.names
        with (folder / f"{resource.name}.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
            for row in publication.rows(resource):
                stream.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
