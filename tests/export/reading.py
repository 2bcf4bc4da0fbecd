"""Exports read back by other programs' libraries: every text of a table, in whatever format."""

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]


def _csv(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as stream:
        return [dict(row) for row in csv.DictReader(stream, strict=True)]


def _jsonl(folder: Path, table: str) -> Rows:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def _parquet(folder: Path, table: str) -> Rows:
    from pyarrow import parquet

    found: Rows = parquet.read_table(folder / f"{table}.parquet").to_pylist()
    return found


def _sqlite(folder: Path, table: str) -> Rows:
    with closing(sqlite3.connect(folder / "register.sqlite")) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]


def sheet(folder: Path, title: str) -> list[list[Any]]:
    """The cells of a sheet, as openpyxl finds them."""
    import openpyxl

    book = openpyxl.load_workbook(folder / "register.xlsx")
    try:
        return [[cell.value for cell in row] for row in book[title].iter_rows()]
    finally:
        book.close()


def _xlsx(folder: Path, table: str) -> Rows:
    titles = {"entries": "Register", "articles": "Articles", "records": "Records", "officials": "Officials"}
    head, *rows = sheet(folder, titles[table])
    return [dict(zip((name.replace(" ", "_") for name in head), row, strict=True)) for row in rows]


READERS: dict[str, Callable[[Path, str], Rows]] = {
    "csv": lambda folder, table: _csv(folder / f"{table}.csv"),
    "datapackage": lambda folder, table: _csv(folder / "data" / f"{table}.csv"),
    "jsonl": _jsonl,
    "parquet": _parquet,
    "sqlite": _sqlite,
    "xlsx": _xlsx,
}
