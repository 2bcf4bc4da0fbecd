"""TOML files of the patterns folder, with the lines on which things stand: a refusal names file, line and reason."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from extractor.errors import PatternError

_TYPES: dict[type, str] = {
    str: "text in quotes",
    list: "a list in [brackets]",
    dict: "a table in {braces}",
    int: "a number",
    bool: "true or false",
}


class TomlFile(NamedTuple):
    """A file as it was read: its name, what it holds, and its lines as printed."""

    name: str
    content: dict[str, Any]
    lines: tuple[str, ...]

    def refuse(self, line: int, reason: str) -> NoReturn:
        """Stop the start: this line (0 for the whole file) cannot be meant."""
        raise PatternError(self.name, line, reason)

    def line_of(self, said: str, after: int = 0) -> int:
        """The line that holds these words, looked for from the line `after` on; `after` where none does."""
        words = max(re.split(r'["\\\n]', said), key=len)  # quotes and line ends are printed in other ways
        lines = enumerate(self.lines[max(after - 1, 0) :], start=max(after, 1))
        return next((number for number, line in lines if words in line), after)

    def expect(self, table: dict[str, Any], keys: Mapping[str, type], line: int) -> None:
        """Refuse keys of a table that are not among `keys`, and values of another type than is said there."""
        for key, value in table.items():
            at = self.line_of(f"{key} =", line)
            if key not in keys:
                self.refuse(at, f"unknown key {key!r}; known are {', '.join(sorted(keys))}")
            if not isinstance(value, keys[key]):
                self.refuse(at, f"`{key}` must be {_TYPES[keys[key]]}")

    def expect_words(self, table: dict[str, Any], keys: tuple[str, ...], line: int) -> None:
        """Refuse lists that hold anything but words."""
        for key in keys:
            for word in table.get(key, ()):
                if not isinstance(word, str) or not word.strip():
                    self.refuse(self.line_of(f"{key} =", line), f"`{key}` must hold words in quotes, not {word!r}")

    def expect_lower(self, table: dict[str, Any], keys: Iterable[str], line: int) -> None:
        """Refuse words that no text in lower case can hold."""
        for key in keys:
            word = next((word for word in table.get(key, ()) if word != word.lower()), None)
            if word is not None:
                at = self.line_of(word, self.line_of(f"{key} =", line))
                self.refuse(at, f"`{key}` must be in lower case, not {word!r}")


def read_toml(path: Path, name: str) -> TomlFile:
    """A file under the name by which people know it; refuses what is no TOML, with the line."""
    try:
        text = path.read_text(encoding="utf-8")
        return TomlFile(name, tomllib.loads(text), tuple(text.splitlines()))
    except UnicodeDecodeError:
        raise PatternError(name, 0, "is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        reason = str(error)[: at.start()] if at else str(error)
        raise PatternError(name, int(at[1]) if at else 0, f"no TOML: {reason}") from None
