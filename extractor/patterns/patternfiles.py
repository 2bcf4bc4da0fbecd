"""Pattern files: patterns/KIND.toml, how the press writes one kind of fact, each pattern with examples."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from extractor.patterns.contracts import hold_to
from extractor.patterns.examples import Example, read_examples
from extractor.patterns.forms import Form, parse_form
from extractor.tomlfiles import TomlFile, read_toml

_KEYS = {"id": str, "like": str, "form": str, "forms": list, "finds": list, "ignores": list, "says": dict, "note": str}


class Pattern(NamedTuple):
    """One way in which the press writes a fact of a kind.

    `like` is the id of the pattern as which its reader reads it: its own if the file does not say otherwise. `says` are
    values that the form itself states (`value = 1`), its model's where it has no such line. `version` changes with all
    that the pattern can find: its forms, what they say, and what they are like.
    """

    kind: str
    id: str
    like: str
    forms: tuple[Form, ...]
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
    file = read_toml(path, path.name)
    lines = [number for number, line in enumerate(file.lines, start=1) if line.split("#")[0].strip() == "[[pattern]]"]
    rows = file.content.get("pattern", [])
    if set(file.content) - {"pattern"} or not isinstance(rows, list) or len(rows) != len(lines):
        file.refuse(0, "a pattern file holds [[pattern]] tables, each with that line of its own, and nothing else")
    said = {row.get("id"): row.get("says", {}) for row in rows}
    patterns = tuple(_pattern(file, path.stem, row, line, said) for row, line in zip(rows, lines, strict=True))
    first: dict[str, int] = {}
    for pattern in patterns:
        if first.setdefault(pattern.id, pattern.line) != pattern.line:
            file.refuse(pattern.line, f"the id {pattern.id!r} stands in line {first[pattern.id]} already")
    models = [pattern.id for pattern in patterns if pattern.like == pattern.id]
    for pattern in patterns:
        if pattern.like not in (pattern.id, *models):
            reason = f"`like` names no pattern of this file to be read as; there are {', '.join(models)}"
            file.refuse(file.line_of("like =", pattern.line), reason)
    return patterns


def _pattern(file: TomlFile, kind: str, row: dict[str, Any], line: int, said: dict[Any, Any]) -> Pattern:
    file.expect(row, _KEYS, line)
    file.expect_words(row, ("forms",), line)
    printed = tuple(row.get("forms", ())) + ((row["form"],) if "form" in row else ())
    if not row.get("id") or not printed:
        file.refuse(line, "a pattern needs an id and a form")
    if not row.get("finds"):
        file.refuse(line, f"the pattern {row['id']!r} has no example that it finds")
    finds, ignores = read_examples(file, row, line)
    forms = tuple(parse_form(form, file.name, file.line_of(form, line)) for form in printed)
    like = row.get("like", row["id"])
    says = row.get("says", said.get(like, {}))
    hold_to(file, kind, like, says, forms, line)
    version = hashlib.sha256(repr((sorted(printed), sorted(says.items()), like)).encode()).hexdigest()[:8]
    return Pattern(kind, row["id"], like, forms, says, finds, ignores, file.name, line, version)
