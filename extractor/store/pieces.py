"""Values a piece at a time: what is asked of a database in one question has an end."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

ASKED = 500
"""Values that are asked for in one question."""

_Value = TypeVar("_Value")


def pieces(values: Sequence[_Value], size: int = ASKED) -> Iterator[Sequence[_Value]]:
    """The values in their order, at most so many at a time."""
    return (values[start : start + size] for start in range(0, len(values), size))
