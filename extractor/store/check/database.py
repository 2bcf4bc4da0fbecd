"""Whether the database is whole: its tables, pages, keys, indexes, and the rows that refer to others."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Connection,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    func,
    inspect,
    select,
    text,
)

from extractor.store.tables import metadata

_INDEXED = ("indexscan", "indexonlyscan", "bitmapscan")


def of_tables(connection: Connection) -> Iterator[str]:
    """Tables, columns and indexes that should be there and are not."""
    found = inspect(connection)
    there = set(found.get_table_names())
    yield from (f"table {name} is missing" for name in sorted({*metadata.tables, "search"} - there))
    for table in metadata.sorted_tables:
        if table.name in there:
            missing = {column.name for column in table.c} - {one["name"] for one in found.get_columns(table.name)}
            indexed = {str(one["name"]) for one in found.get_indexes(table.name)}
            missing |= {str(index.name) for index in table.indexes} - indexed
            yield from (f"table {table.name}: {name} is missing" for name in sorted(missing))


def of_pages(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds: pages, indexes and the order of rows."""
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"the file is damaged: {line}"


def of_keys(connection: Connection) -> Iterator[str]:
    """Rows that share what must be theirs alone, read from the tables and not from their indexes."""
    _scan(connection, by_index=False)
    for table in metadata.sorted_tables:
        for constraint in table.constraints:
            if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint) and len(constraint.columns):
                asked = select(*constraint.columns).group_by(*constraint.columns).having(func.count() > 1)
                for row in connection.execute(asked):
                    yield f"{table.name}: more than one row has {_named(row)}"


def of_indexes(connection: Connection) -> Iterator[str]:
    """Tables of PostgreSQL that count otherwise by an index than row by row."""
    for table in metadata.sorted_tables:
        counted = []
        for by_index in (False, True):
            _scan(connection, by_index=by_index)
            counted.append(connection.execute(select(func.count()).select_from(table)).scalar_one())
        if counted[0] != counted[1]:
            yield f"{table.name}: {counted[0]} rows, but {counted[1]} by its index: REINDEX TABLE {table.name}"


def _scan(connection: Connection, *, by_index: bool) -> None:
    """Have PostgreSQL read tables by their indexes or row by row, until the transaction ends."""
    for way in _INDEXED:
        connection.execute(text(f"SET LOCAL enable_{way} = {'on' if by_index else 'off'}"))
    connection.execute(text(f"SET LOCAL enable_seqscan = {'off' if by_index else 'on'}"))


def of_references(connection: Connection) -> Iterator[str]:
    """Rows that refer to rows that are not there."""
    for table in metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            yield from _unmet(connection, table, constraint)


def _unmet(connection: Connection, table: Table, constraint: ForeignKeyConstraint) -> Iterator[str]:
    (element,) = constraint.elements
    own, other = element.parent, element.column.table.alias("other")
    met = select(other).where(other.c[element.column.name] == own).exists()
    asked = select(*table.primary_key, own.label("unmet")).where(own.is_not(None), ~met)
    for *key, unmet in connection.execute(asked):
        yield f"{table.name} {_named(key)}: {own.name} {unmet!r} is not in {element.column.table.name}"


def _named(row: Any) -> str:
    return ", ".join(repr(value) for value in row)
