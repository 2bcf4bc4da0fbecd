"""What both databases can hold: texts without the characters that PostgreSQL refuses, numbers within a column's range.

A NUL or a lone surrogate becomes U+FFFD: as long as before, so that offsets hold.
"""

import hashlib
import json
import math
import re
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Integer, Table

_REFUSED = re.compile("[\x00\ud800-\udfff]")
_SUSPECT = re.compile(r"\\u(?:0000|d[89a-f])|NaN|Infinity")
"""What the JSON of a value has that must be mended, or may have to."""
_RANGES = {BigInteger: 2**63, Integer: 2**31}
LONGEST_NAME = 1_000
"""Characters of a text that an index holds: a row of PostgreSQL's indexes has 2,700 bytes at most."""


def storable(value: Any) -> Any:
    """A value of JSON with every text in it storable; numbers that no JSON can print (an infinity) become None."""
    if isinstance(value, str):
        return _REFUSED.sub("\ufffd", value) if _REFUSED.search(value) else value
    if isinstance(value, dict):
        return {storable(key): storable(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [storable(held) for held in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def storable_object(value: dict[str, Any]) -> dict[str, Any]:
    """An object of JSON, storable: as `storable`, and quicker where nothing has to be mended."""
    printed = json.dumps(value)
    return dict(storable(value)) if _SUSPECT.search(printed) else dict(json.loads(printed))


def short(name: str) -> str:
    """A name that an index can hold: a longer one keeps its beginning, and a digest stands for the rest."""
    if len(name.encode()) <= LONGEST_NAME:
        return name
    return f"{name[: LONGEST_NAME // 8]}...{hashlib.sha256(name.encode()).hexdigest()[:32]}"


def fits(table: Table, row: dict[str, Any]) -> bool:
    """Whether a table can hold a row's whole numbers; what has no room in it becomes unknown, where that may be.

    A number of more digits is printed by a page that means harm or was damaged; a reading keeps it all the same.
    """
    for name, most in _numbers(table).items():
        value = row.get(name)
        if isinstance(value, int) and not -most <= value < most:
            if not table.c[name].nullable:
                return False
            row[name] = None
    return True


@cache
def _numbers(table: Table) -> dict[str, int]:
    """The columns of whole numbers, and what their values stay below."""
    return {
        column.name: next(most for kind, most in _RANGES.items() if isinstance(column.type, kind))
        for column in table.columns
        if isinstance(column.type, Integer) and column.name not in ("id", "text_id", "position")
    }
