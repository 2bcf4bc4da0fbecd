"""The CSV files of patterns/regions, read strictly: a row that cannot be meant is refused with its file and line."""

import csv
from pathlib import Path
from typing import NamedTuple

from ..errors import PatternError
from .region import Region, level_of

ALIAS_KINDS = ("abbreviation", "spelling", "former", "variant")


class Alias(NamedTuple):
    """Another name of a province, kabupaten or kota; `kind` is one of ALIAS_KINDS."""

    alias: str
    code: str
    kind: str


class Town(NamedTuple):
    """A town that is no region of its own, and the code of the kabupaten that it stands for."""

    town: str
    code: str


def read_regions(path: Path) -> list[Region]:
    """The regions of one file, in order of their codes."""
    rows = _rows(path, ("code", "name", "kind"))
    return [Region(code, name, kind, level_of(code, kind)) for code, name, kind in rows]


def read_aliases(path: Path) -> list[Alias]:
    """The rows of aliases.csv, in its order."""
    aliases = [Alias(*row) for row in _rows(path, Alias._fields)]
    for line, one in enumerate(aliases, start=2):
        if one.kind not in ALIAS_KINDS:
            raise PatternError(str(path), line, f"{one.kind!r} is none of {', '.join(ALIAS_KINDS)}")
    return aliases


def read_towns(path: Path) -> list[Town]:
    """The rows of towns.csv, in its order."""
    return [Town(*row) for row in _rows(path, Town._fields)]


def read_names(path: Path) -> list[str]:
    """The lines of a word list without its comments (from "#" on) and empty lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [name for line in lines if (name := line.partition("#")[0].strip())]


def _rows(path: Path, columns: tuple[str, ...]) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    if not rows or tuple(rows[0]) != columns:
        raise PatternError(str(path), 1, f"the first line must be {','.join(columns)}")
    width = len(columns)
    for line, row in enumerate(rows, start=1):
        if len(row) != width or "" in row:
            raise PatternError(str(path), line, f"expected {width} filled columns, found {row}")
    return rows[1:]
