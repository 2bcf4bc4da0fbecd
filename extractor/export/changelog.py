"""CHANGELOG.md and changes.csv: what a release adds, takes back and corrects against the one before."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from extractor.export.card import marked
from extractor.export.changes import Change
from extractor.export.formats.csv import harmless

FILE, TABLE = "CHANGELOG.md", "changes.csv"
SHOWN = 100
"""Entries of each kind of change that the file shows; the table has them all."""
_HEAD = "# Changes\n"
_TITLES = {
    "corrected": "Corrected (errata)",
    "withdrawn": "Withdrawn (errata)",
    "added": "Added",
}


def write_changes(folder: Path, release: str, before: str | None, changes: Iterable[Change], older: str) -> None:
    """Both files; `before` is the earlier release's name, None of a first one, `older` what its own file says."""
    if before is None:
        text = f"{_HEAD}\n## {marked(release)}\n\nThe first release, or one that was compared with none.\n"
        (folder / FILE).write_text(text, encoding="utf-8")
        return
    shown: dict[str, list[Change]] = {name: [] for name in _TITLES}
    counts: Counter[str] = Counter()
    with (folder / TABLE).open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\r\n")
        out.writerow(Change._fields)
        for change in changes:
            out.writerow(None if value is None else harmless(value) for value in change)
            counts[change.change] += 1
            if len(shown[change.change]) < SHOWN:
                shown[change.change].append(change)
    parts = [f"{_HEAD}\n## {marked(release)}, against {marked(before)}\n"]
    parts += [_section(name, shown[name], counts[name]) for name in _TITLES]
    parts.append(older.removeprefix(_HEAD).lstrip("\n"))
    (folder / FILE).write_text("\n".join(part for part in parts if part), encoding="utf-8")


def _section(name: str, changes: list[Change], count: int) -> str:
    if not count:
        return f"### {_TITLES[name]}: none\n"
    lines = [f"### {_TITLES[name]}: {count:,}\n", *(_line(change) for change in changes)]
    if count > len(changes):
        lines.append(f"- ... and {count - len(changes):,} more in {TABLE}")
    return "\n".join(lines) + "\n"


def _line(change: Change) -> str:
    edition = f" {change.edition}" if change.edition else ""
    told = f"- {marked(change.award)}{edition}, {marked(change.recipient)} (`{change.entry}`)"
    if change.field is not None:
        told += f": {change.field.replace('_', ' ')} {_value(change.before)} → {_value(change.after)}"
    return told + (f"; {change.review} by a person" if change.review in ("corrected", "accepted") else "")


def _value(value: str | None) -> str:
    return "unknown" if value is None else f"“{marked(value)}”"
