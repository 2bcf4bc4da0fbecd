"""Where a setting comes from: the line of a file that sets it, the variable, the flag."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

Key = tuple[str, ...]
"""A setting by the names that lead to it: ("mail", "host")."""


def leaves(told: Mapping[str, Any], above: Key = ()) -> Iterator[tuple[Key, Any]]:
    """The settings in nested tables, each with its key; an empty table is one too."""
    for name, value in told.items():
        key = (*above, str(name))
        if isinstance(value, Mapping) and value:
            yield from leaves(value, key)
        else:
            yield key, value


def lines_of(text: str) -> dict[Key, int]:
    """The lines (from 1) of a TOML file on which tables begin and keys are set, by key."""
    found: dict[Key, int] = {}
    table: Key = ()
    for number, line in enumerate(text.splitlines(), start=1):
        head = line.lstrip()
        if head.startswith("["):
            table = _path(head) or table
            found.setdefault(table, number)
        elif "=" in line and (key := _path(head.partition("=")[0] + "= 0")):
            found.setdefault((*table, *key), number)
    return found


def _path(line: str) -> Key | None:
    """The names in a line such as `[outlet."a.example"]` or `mail.host = 0`; None where it is none."""
    try:
        told: Any = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return None
    path: list[str] = []
    while isinstance(told, dict) and told:
        name, told = next(iter(told.items()))
        path.append(name)
    return tuple(path) or None


def line_of(key: Key, lines: Mapping[Key, int]) -> int | None:
    """The line that sets a key, or the nearest table or value around it."""
    return next((lines[key[:length]] for length in range(len(key), 0, -1) if key[:length] in lines), None)


def variable_of(key: Key, prefix: str) -> str:
    """The variable of the environment for a key: EXTRACTOR_MAIL_HOST."""
    return prefix + "_".join(key).upper()


def spelled(key: Key) -> str:
    """A key as the file writes it: `outlet."a.example".gap`."""
    return ".".join(name if name.replace("_", "").isalnum() and name.isascii() else f'"{name}"' for name in key)
