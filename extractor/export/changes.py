"""What changed between two releases: entries that came, went and say something else now."""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from extractor.export.fields import NESTED, Field
from extractor.export.folder import ExportError, manifest, sha256
from extractor.export.publication import Row, as_json
from extractor.export.resources import ENTRIES

_BESIDE = (
    "id", "scope_name", "category_normalized", "support", "articles", "last_published", "checks", "disputed",
    "former_ids",
)  # fmt: skip
COMPARED = tuple(field for field in ENTRIES.fields if field.name not in _BESIDE)
"""The fields in which an entry can be corrected; how many articles tell of it changes with every night."""
Values = tuple[str | None, ...]
_AT = tuple(ENTRIES.at(field.name) for field in COMPARED)


class Change(NamedTuple):
    """An entry that was added or withdrawn (`field` None), or one of its fields that has another value."""

    change: str
    entry: str
    award: str
    edition: str | None
    recipient: str
    field: str | None = None
    before: str | None = None
    after: str | None = None
    review: str | None = None


def compared(before: dict[str, Values], now: Iterable[Row]) -> Iterator[Change]:
    """The changes, those of entries that are there now in their order, then the withdrawn by name; empties `before`.

    An entry that had another name before is no other entry: its name is what changed.
    """
    former = ENTRIES.at("former_ids")
    review = [field.name for field in COMPARED].index("review")
    for row in now:
        values = tuple(_text(row[at]) for at in _AT)
        old, called = before.pop(row[0], None), next((name for name in row[former] if name in before), None)
        if old is None and called:
            old = before.pop(called)
            yield Change("corrected", row[0], *_named(values), "id", called, row[0], values[review])
        if old is None:
            yield Change("added", row[0], *_named(values), review=values[review])
            continue
        for field, was, value in zip(COMPARED, old, values, strict=True):
            if was != value and field.name != "review":
                yield Change("corrected", row[0], *_named(values), field.name, was, value, values[review])
    for name in sorted(before):
        yield Change("withdrawn", name, *_named(before[name]), review=before[name][review])


def _named(values: Values) -> tuple[str, str | None, str]:
    names = [field.name for field in COMPARED]
    award, edition, recipient = (values[names.index(name)] for name in ("award", "edition", "recipient"))
    return award or "", edition, recipient or ""


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return as_json(value)


def earlier(folder: Path, filters: tuple[str, ...]) -> dict[str, Values]:
    """The entries of an earlier export, by their ids; `ExportError` where it is none, or not one to compare with."""
    made = manifest(folder)
    if made is None:
        raise ExportError(f"{folder}: is no export of extractor's (no release.json); name the folder of a release")
    if tuple(made.get("filters", ())) != filters:
        raise ExportError(f"{folder}: was made with other filters; what they left out would count as withdrawn")
    for name, read in _READERS.items():
        if name in made["files"]:
            try:
                if sha256(folder / name) != made["files"][name]["sha256"]:
                    raise ExportError(f"{folder / name}: was changed since it was exported; name another release")
                return {str(row["id"]): _values(row) for row in read(folder / name)}
            except (OSError, ValueError, KeyError, sqlite3.Error) as error:
                reason = getattr(error, "strerror", None) or error
                raise ExportError(f"{folder / name}: cannot be read: {reason}; name another release") from error
    raise ExportError(f"{folder}: is a release as {made.get('format')}, which is for people; name it in another format")


def _values(row: Mapping[str, Any]) -> Values:
    return tuple(_text(row.get(field.name)) for field in COMPARED)


def _csv(path: Path) -> Iterator[Mapping[str, Any]]:
    types = {field.name: field for field in ENTRIES.fields}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield {name: _meant(types.get(name), value) for name, value in row.items()}


def _meant(field: Field | None, cell: str) -> Any:
    if cell == "":
        return None
    if field is not None and field.type in ("integer", "number", "boolean"):
        return json.loads(cell)
    told = cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in tuple("=+-@\t\r＝＋－＠") else cell
    return json.loads(told) if field is not None and field.type in NESTED else told


def _jsonl(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def _parquet(path: Path) -> Iterator[Mapping[str, Any]]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as opened:
        for batch in opened.iter_batches():
            yield from batch.to_pylist()


def _sqlite(path: Path) -> Iterator[Mapping[str, Any]]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        for row in connection.execute("SELECT * FROM entries"):
            yield dict(row)


_READERS: dict[str, Callable[[Path], Iterator[Mapping[str, Any]]]] = {
    "data/entries.csv": _csv,
    "entries.csv": _csv,
    "entries.jsonl": _jsonl,
    "entries.parquet": _parquet,
    "register.sqlite": _sqlite,
}
