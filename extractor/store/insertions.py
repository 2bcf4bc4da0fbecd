"""Rows written by statements that are put together once: what an ingest writes thousands of times an hour.

SQLAlchemy looks at each statement and each value anew, which takes longer than the database takes to write them. Here
it says once how a table's rows are written, with the types that its columns have; the database gets the rows as they
are. On SQLite they are values, one execution a row; PostgreSQL takes all rows of a table at once, as one JSON text.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import JSON, Column, Connection, CursorResult, Dialect, Table
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

Row = Mapping[str, Any]
_DIALECTS: dict[str, Callable[[], Dialect]] = {"sqlite": SQLiteDialect_pysqlite, "postgresql": PGDialect_psycopg}


class _Insertion(NamedTuple):
    """How rows of a table are written: the statement, and what makes rows its parameters."""

    statement: str
    parameters: Callable[[Sequence[Row]], Any]


def insert(connection: Connection, table: Table, rows: Sequence[Row], *, is_new: bool = True) -> None:
    """Write rows; a column that a row does not name is NULL. Where not `is_new`, one whose key is there stays away."""
    if rows:
        made = _insertion(connection.dialect.name, table, is_new)
        connection.exec_driver_sql(made.statement, made.parameters(rows))


def inserted(connection: Connection, table: Table, row: Row) -> int:
    """Write a row of a table that numbers its rows itself; the row's number."""
    made = _insertion(connection.dialect.name, table, True)
    parameters = made.parameters([row])
    one = parameters if isinstance(parameters, tuple) else parameters[0]
    return int(connection.exec_driver_sql(f"{made.statement} RETURNING id", one).scalar_one())


def driven(connection: Connection, statement: str, *values: Any) -> CursorResult[Any]:
    """A statement that both databases read as it is written, with a question mark for each of its plain values."""
    marked = statement.replace("?", "%s") if connection.dialect.name == "postgresql" else statement
    return connection.exec_driver_sql(marked, values)


@cache
def _insertion(dialect: str, table: Table, is_new: bool) -> _Insertion:
    columns, made = [column for column in table.columns if not _is_numbered(column)], _DIALECTS[dialect]()
    quote = made.identifier_preparer.quote
    into = f"INSERT INTO {quote(table.name)} ({', '.join(quote(column.name) for column in columns)}) "
    end = "" if is_new else " ON CONFLICT DO NOTHING"
    if dialect == "postgresql":
        return _Insertion(into + _recordset(columns, made) + end, lambda rows: (_printed(rows),))
    marks = ", ".join("?" * len(columns))
    return _Insertion(f"{into}VALUES ({marks}){end}", _values(columns))


def _is_numbered(column: Column[Any]) -> bool:
    """Whether the database gives the column's value."""
    return column.name == "id" and column.primary_key


def _values(columns: Sequence[Column[Any]]) -> Callable[[Sequence[Row]], list[tuple[Any, ...]]]:
    """What makes rows tuples; an unknown of JSON is JSON's null, as SQLAlchemy has it."""
    told = [(column.name, json.dumps if isinstance(column.type, JSON) else None) for column in columns]

    def ready(rows: Sequence[Row]) -> list[tuple[Any, ...]]:
        return [tuple(made(row.get(name)) if made else row.get(name) for name, made in told) for row in rows]

    return ready


def _recordset(columns: Sequence[Column[Any]], dialect: Dialect) -> str:
    """What reads rows from a JSON text."""
    quote = dialect.identifier_preparer.quote
    typed = ", ".join(f"{quote(one.name)} {one.type.compile(dialect)}".partition(" COLLATE")[0] for one in columns)
    shown = ", ".join(
        f"coalesce(told.{quote(one.name)}, 'null')" if isinstance(one.type, JSON) else f"told.{quote(one.name)}"
        for one in columns
    )
    return f"SELECT {shown} FROM json_to_recordset(%s::json) AS told ({typed})"


def _printed(rows: Sequence[Row]) -> str:
    return json.dumps(list(rows))
