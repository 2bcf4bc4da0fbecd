"""Copies a store into an empty one, from SQLite or PostgreSQL to either: every row as it is, or nothing.

Rows go as the database keeps them, JSON as its text, so that the copy of a copy is the first again. The search index is
made anew. All is one transaction; a file of SQLite has another name until it is whole and on the disk.
"""

import hashlib
import json
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import JSON, Column, Connection, Integer, Select, Table, Text, cast, func, select, text, type_coerce
from sqlalchemy.schema import MetaData

from extractor.store.database import Store
from extractor.store.failures import StoreError
from extractor.store.tables import articles, metadata, texts
from extractor.wholefiles import sync

_AT_ONCE = 1000
_PART = ".part"
Told = Callable[[str, int], object]
"""Is told the name of a table and how many of its rows are done so far."""


class Sum(NamedTuple):
    """How many rows a table has, and the sum of their digests, which no order changes."""

    rows: int = 0
    digest: int = 0

    def and_(self, rows: Sequence[Sequence[Any]]) -> "Sum":
        """With more rows."""
        digests = (int.from_bytes(hashlib.sha256(repr(tuple(row)).encode()).digest()[:16]) for row in rows)
        return Sum(self.rows + len(rows), (self.digest + sum(digests)) % (1 << 128))


def copy(source: Store, target: Store, told: Told = lambda *_: None) -> dict[str, int]:
    """Copy a store into another that has no rows; how many rows each table has.

    The source is opened as any store is, the target with `any_version`: it may not be there yet.
    """
    if source.is_postgresql == target.is_postgresql and source.url == target.url:
        raise StoreError(f"{source.name}: cannot be copied into itself")
    with source.reading() as reading:
        if target.file is None:
            target.create()
            return _fill(reading, target, told)
        _refuse_full(target)
        part = target.file.with_name(target.file.name + _PART)
        _remove(part)
        try:
            with Store(part) as made:
                made.create()
                found = _fill(reading, made, told)
            put_in_place(part, target.file)
        except BaseException:
            _remove(part)
            raise
    return found


def put_in_place(part: Path, file: Path) -> None:
    """Give a whole file of SQLite that nobody has open its name, on the disk before and after."""
    sync(part)
    _remove(Path(f"{file}-wal"), Path(f"{file}-shm"))
    part.replace(file)
    sync(file.parent)


def sums(connection: Connection) -> dict[str, Sum]:
    """The sum of every table."""
    found = {}
    for table in metadata.sorted_tables:
        found[table.name] = Sum()
        for rows in _rows(connection, table):
            found[table.name] = found[table.name].and_(rows)
    return found


def _fill(reading: Connection, target: Store, told: Told) -> dict[str, int]:
    """Copy every table, read back what was written, and compare."""
    with target.writing() as writing:
        _refuse_rows(writing, target)
        copied = {}
        for table in metadata.sorted_tables:
            copied[table.name] = Sum()
            for rows in _rows(reading, table):
                _write(writing, table, rows)
                copied[table.name] = copied[table.name].and_(rows)
                told(table.name, copied[table.name].rows)
        _count_on(writing)
        _index(writing, told)
        written = sums(writing)
        if differing := sorted(name for name in copied if copied[name] != written[name]):
            raise StoreError(f"{target.name}: the copy differs in {', '.join(differing)}: nothing was copied")
    return {name: one.rows for name, one in written.items()}


def _fill_table(reading: Connection, writing: Connection, table: Table, told: Told) -> Sum:
    done = Sum()
    with closing(_rows(reading, table)) as taken:
        for rows in taken:
            _write(writing, table, rows)
            done = done.and_(rows)
            told(table.name, done.rows)
    return done


def _refuse_full(target: Store) -> None:
    """Only an empty store is copied over."""
    assert target.file is not None
    if target.file.exists():
        with target.reading() as connection:
            _refuse_rows(connection, target)
        target.close()


def _refuse_rows(connection: Connection, target: Store) -> None:
    if target.revision(connection) is None:
        raise StoreError(f"{target.name}: is there and is no store: name a file that is not there, or an empty store")
    for table in metadata.sorted_tables:
        if connection.execute(select(func.count()).select_from(select(table).limit(1).subquery())).scalar():
            raise StoreError(f"{target.name}: has rows ({table.name}): a store is copied into an empty one only")


def _rows(connection: Connection, table: Table) -> Generator[Sequence[Sequence[Any]], None, None]:
    """All rows of a table, some at a time, JSON as its text; those with a number in its order.

    SQLite keeps a text that looks like a number as a number, where a column is said to be JSON.
    """
    asked = _all(table, connection.dialect.name)
    are_json = [isinstance(column.type, JSON) for column in table.c]
    with connection.execute(asked, execution_options={"yield_per": _AT_ONCE}) as result:
        for rows in result.partitions():
            yield [tuple(map(_as_text, row, are_json)) for row in rows]


def _as_text(value: Any, is_json: bool) -> Any:
    return json.dumps(value) if is_json and isinstance(value, int | float) else value


def _all(table: Table, dialect: str) -> Select[Any]:
    as_text = cast if dialect == "postgresql" else type_coerce
    columns = [
        as_text(column, Text).label(column.name) if isinstance(column.type, JSON) else column for column in table.c
    ]
    numbered = [column for column in table.primary_key if isinstance(column.type, Integer)]
    return select(*columns).order_by(*numbered)


def _write(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    if connection.dialect.name == "postgresql":
        names = ", ".join(f'"{column.name}"' for column in table.c)
        cursor = connection.connection.cursor()
        with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as writing:
            for row in rows:
                writing.write_row(row)
    else:
        columns = table.c.keys()
        connection.execute(_plain(table).insert(), [dict(zip(columns, row, strict=True)) for row in rows])


def _plain(table: Table) -> Table:
    """The table with texts where it has JSON."""
    columns = (Column(column.name, Text() if isinstance(column.type, JSON) else column.type) for column in table.c)
    return Table(table.name, MetaData(), *columns)


def _count_on(connection: Connection) -> None:
    """Have PostgreSQL number new rows on from the last."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if table.autoincrement_column is not None:
            name, column = table.name, table.autoincrement_column.name
            number = f'(SELECT max("{column}") FROM "{name}")'
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', '{column}'), {number})"))


def _index(connection: Connection, told: Told) -> None:
    """Make the search index anew, of the current text of every article."""
    from extractor.store.search import index_text

    last, done = 0, 0
    current = select(texts.c.id, texts.c.title, texts.c.text).join(articles, articles.c.text_id == texts.c.id)
    while rows := connection.execute(current.where(texts.c.id > last).order_by(texts.c.id).limit(_AT_ONCE)).all():
        for row in rows:
            index_text(connection, row.id, row.title, row.text)
        last, done = rows[-1].id, done + len(rows)
        told("search", done)


def _remove(*paths: Path) -> None:
    for path in paths:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(f"{path}{end}").unlink(missing_ok=True)
