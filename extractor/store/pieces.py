"""Values a piece at a time: what is asked of a database in one question has an end."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, any_, bindparam, delete
from sqlalchemy.dialects.postgresql import ARRAY

ASKED = 500
"""Values that are asked for in one question."""

_Value = TypeVar("_Value")


def pieces(values: Sequence[_Value], size: int = ASKED) -> Iterator[Sequence[_Value]]:
    """The values in their order, at most so many at a time."""
    return (values[start : start + size] for start in range(0, len(values), size))


def among(connection: Connection, column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """That a column has one of some values.

    PostgreSQL is given them as one array: however many they are the question reads the same, so that its driver does
    not take it apart for each piece anew, and the server plans it once.
    """
    listed = list(values)
    if connection.dialect.name == "postgresql":
        return column == any_(bindparam(None, listed, ARRAY(column.type)))
    return column.in_(listed)


def rows_with(connection: Connection, asked: Select[Any], column: Any, values: Iterable[Any]) -> Iterator[Row[Any]]:
    """The rows of a question of which a column has one of some values, each once; its order holds within a piece."""
    for some in pieces(sorted(values)):
        yield from connection.execute(asked.where(among(connection, column, some))).all()


def delete_with(connection: Connection, column: Any, values: Iterable[Any]) -> None:
    """Delete the rows of a column's table in which it has one of some values."""
    for some in pieces(sorted(values)):
        connection.execute(delete(column.table).where(among(connection, column, some)))
