"""Regions within a region, by their codes: "15.71" lies in "15", and "15.71.03" in both."""

from sqlalchemy import ColumnElement, and_

_BEHIND = chr(ord(".") + 1)


def lies_in(column: ColumnElement[str], code: str) -> ColumnElement[bool]:
    """Whether the region of a column, whose texts are ordered by their bytes, is that of a code or lies in it.

    As a range, which both databases find in an index; the beginning of a text they would look for row by row.
    """
    return and_(column >= code, column < code + _BEHIND)
