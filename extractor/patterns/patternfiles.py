"""Pattern files: patterns/KIND.toml, how the press writes one kind of fact, each pattern with examples that are tests."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from extractor.errors import PatternError
from extractor.patterns.forms import Part, parse_form

_KEYS = {"id", "form", "forms", "finds", "ignores", "says", "note"}


class Example(NamedTuple):
    """A sentence as the press writes it; [brackets] mark what a pattern must find, `expects` gives fields of the fact."""

    text: str
    marked: tuple[int, int] | None
    expects: dict[str, Any]


class Pattern(NamedTuple):
    """One way in which the press writes a fact of a kind.

    `says` are values that the form itself states (`modality = "hoped"`). `version` changes with all that the pattern
    can find: its forms and what they say.
    """

    kind: str
    id: str
    forms: tuple[tuple[Part, ...], ...]
    says: dict[str, Any]
    finds: tuple[Example, ...]
    ignores: tuple[Example, ...]
    file: str
    line: int
    version: str

    @property
    def name(self) -> str:
        """The pattern's name in facts and explanations: kind and id."""
        return f"{self.kind}.{self.id}"


def read_pattern_file(path: Path) -> tuple[Pattern, ...]:
    """The patterns of a file, in its order; refuses unknown keys, doubled ids and patterns without an example."""
    text = path.read_text(encoding="utf-8")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise PatternError(path.name, int(at[1]) if at else 0, str(error)) from None
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if line.strip() == "[[pattern]]"]
    rows = content.get("pattern", [])
    if set(content) - {"pattern"} or len(rows) != len(lines):
        raise PatternError(path.name, 0, "a pattern file holds [[pattern]] tables and nothing else")
    patterns = tuple(_pattern(path, row, line) for row, line in zip(rows, lines, strict=True))
    for first, second in zip(sorted(patterns, key=_by_id), sorted(patterns, key=_by_id)[1:], strict=False):
        if first.id == second.id:
            raise PatternError(path.name, second.line, f"the id {second.id!r} stands in line {first.line} already")
    return patterns


def _by_id(pattern: Pattern) -> tuple[str, int]:
    return pattern.id, pattern.line


def _pattern(path: Path, row: dict[str, Any], line: int) -> Pattern:
    unknown = set(row) - _KEYS
    if unknown:
        raise PatternError(path.name, line, f"unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(_KEYS))}")
    forms = [row["form"]] if "form" in row else row.get("forms", [])
    if not row.get("id") or not forms:
        raise PatternError(path.name, line, "a pattern needs an id and a form")
    if not row.get("finds"):
        raise PatternError(path.name, line, f"the pattern {row['id']!r} has no example that it finds")
    finds = tuple(read_example(path, line, example) for example in row["finds"])
    ignores = tuple(read_example(path, line, example, must_mark=False) for example in row.get("ignores", []))
    parts = tuple(parse_form(form, path.name, line) for form in forms)
    said = repr((sorted(forms), sorted(row.get("says", {}).items())))
    version = hashlib.sha256(said.encode()).hexdigest()[:8]
    return Pattern(path.stem, row["id"], parts, row.get("says", {}), finds, ignores, path.name, line, version)


def read_example(path: Path, line: int, example: str | dict[str, Any], must_mark: bool = True) -> Example:
    """An example as a file gives it; refuses one without brackets where one must be marked."""
    expects = {"text": example} if isinstance(example, str) else dict(example)
    text = expects.pop("text", None)
    if not isinstance(text, str):
        raise PatternError(path.name, line, "an example is a sentence, or a table with `text`")
    start, end = text.find("["), text.find("]")
    if start < 0 or end < start:
        if must_mark:
            raise PatternError(path.name, line, f"the example {text!r} marks nothing: put [brackets] round what is found")
        return Example(text, None, expects)
    return Example(text[:start] + text[start + 1 : end] + text[end + 1 :], (start, end - 1), expects)
