"""SQLite: one file with all tables, their keys and a full text search, and what Datasette wants to know of them."""

import json
import sqlite3
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from extractor.export.fields import NESTED, Field, Resource
from extractor.export.licences import DATA
from extractor.export.publication import Publication, as_json
from extractor.export.resources import ARTICLES, ENTRIES, KEYS, RESOURCES

ABOUT = """\
`register.sqlite` holds every table with primary and foreign keys; lists are JSON; `who_says_what` is a view of each
entry's claims with the outlet, address and quote. `datasette register.sqlite --metadata metadata.json` shows it in a
browser, with a search over awards, categories, recipients and headlines."""
FILE = "register.sqlite"
_BATCH = 5_000
_COLUMN = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_SEARCHED = ((ENTRIES, ("award", "category", "recipient")), (ARTICLES, ("title", "outlet")))
_VIEW = """
CREATE VIEW who_says_what AS
SELECT claims.entry_id, entries.award, entries.edition, entries.recipient AS entry_recipient, records.recipient,
  records.category, records.outcome, records.rank, records.event_date, articles.outlet, articles.published,
  articles.title, articles.url, claims.cluster_id, records.quote_prefix, records.quote, records.quote_suffix,
  records.further_quotes
FROM claims JOIN entries ON entries.id = claims.entry_id JOIN records ON records.id = claims.record_id
JOIN articles ON articles.id = claims.article_id
"""


def write(folder: Path, publication: Publication) -> None:
    """register.sqlite and metadata.json."""
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size=4096")
        connection.execute("PRAGMA journal_mode=OFF")  # what is half written is thrown away whole
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-32768")
        connection.execute("PRAGMA temp_store=FILE")
        connection.execute("BEGIN")
        for resource in RESOURCES:
            connection.execute(_table(resource))
        for resource in RESOURCES:
            _fill(connection, resource, publication)
        for resource in RESOURCES:
            _index(connection, resource)
        connection.execute(_VIEW)
        connection.execute("COMMIT")
        _search(connection)
        connection.execute("VACUUM")
    (folder / "metadata.json").write_text(json.dumps(_metadata(publication), indent=1) + "\n", encoding="utf-8")


def _table(resource: Resource) -> str:
    columns = [f"{_quoted(field.name)} {_declared(field, resource)}" for field in resource.fields]
    return f"CREATE TABLE {resource.name} (\n  " + ",\n  ".join(columns) + "\n)"


def _declared(field: Field, resource: Resource) -> str:
    told = _COLUMN.get(field.type, "TEXT")
    if field.name == resource.key:
        told += " PRIMARY KEY"
    if field.required:
        told += " NOT NULL"
    return told + (f" REFERENCES {field.refers} ({KEYS[field.refers]})" if field.refers else "")


def _fill(connection: sqlite3.Connection, resource: Resource, publication: Publication) -> None:
    nested = [at for at, field in enumerate(resource.fields) if field.type in NESTED]
    insert = f"INSERT INTO {resource.name} VALUES ({', '.join('?' * len(resource.fields))})"
    rows = publication.rows(resource)
    while batch := [_row(row, nested) for row in islice(rows, _BATCH)]:
        connection.executemany(insert, batch)


def _row(row: tuple[Any, ...], nested: list[int]) -> tuple[Any, ...]:
    if not nested:
        return row
    values = list(row)
    for at in nested:
        values[at] = None if values[at] is None else as_json(values[at])
    return tuple(values)


def _index(connection: sqlite3.Connection, resource: Resource) -> None:
    for field in resource.fields:
        if field.refers and field.name != resource.key:
            name = _quoted(f"{resource.name}_{field.name}")
            connection.execute(f"CREATE INDEX {name} ON {resource.name} ({_quoted(field.name)})")


def _search(connection: sqlite3.Connection) -> None:
    for resource, names in _SEARCHED:
        table = f"{resource.name}_fts"
        connection.execute(f'CREATE VIRTUAL TABLE {table} USING fts5({", ".join(names)}, content="{resource.name}")')
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _metadata(publication: Publication) -> dict[str, Any]:
    """What Datasette shows beside the tables."""
    tables = {resource.name: _described(resource) for resource in RESOURCES}
    tables["who_says_what"] = {"title": "Who says what", "description": "Each entry's claims with their proof."}
    name = publication.release.name
    return {
        "title": f"Award records of the Indonesian press, release {name}",
        "license": DATA.title,
        "license_url": DATA.url,
        "databases": {"register": {"tables": tables}},
    }


def _described(resource: Resource) -> dict[str, Any]:
    columns = {field.name: field.meaning + (f" Unit: {field.unit}." if field.unit else "") for field in resource.fields}
    told: dict[str, Any] = {"title": resource.title, "description": resource.meaning, "columns": columns}
    told["label_column"] = resource.label or resource.key
    if resource is ENTRIES:
        told |= {"facets": ["award", "edition", "outcome", "review"], "sort_desc": "year"}
    return told


def _quoted(name: str) -> str:
    return f'"{name}"'
