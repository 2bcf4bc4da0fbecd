"""Runs of the store on the command line: listed, and what two of them read differently."""

import json
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from extractor.cli import DONE, printable
from extractor.cli.changes import SIGNS, counted, counts_of, fields_of, sort_of, words_of
from extractor.cli.clock import now
from extractor.cli.consoles import print_indented, stdout_console
from extractor.cli.stores import opened
from extractor.store.alone import is_at_work
from extractor.store.difference import new_between, reread_between, runs_of, texts_read
from extractor.workbench.difference import Change, changes

_SEVERAL = {
    "inputs": ("input", "inputs"),
    "texts": ("text", "texts"),
    "further pages": ("further page or fetch of these", "further pages or fetches of these"),
}
"""What a run counts by a noun, of one and of several; the rest is what became of it."""
_LONGEST = 160  # characters of the words of a fact


def listing(form: str, data: Path, store: str | None) -> int:
    """Print the runs, the oldest first; the exit code."""
    with opened(data, store) as asked:
        at_work = is_at_work(asked, "runs", now())
        with asked.reading() as connection:
            rows = runs_of(connection)
            read = {row.id: texts_read(connection, row.id) for row in rows if not row.counts}
    if form == "json":
        print(json.dumps([dict(row._mapping) for row in rows], ensure_ascii=False, indent=1))
        return DONE
    console = stdout_console()
    for row in rows:
        lasted = f"{row.started} to {row.ended}" if row.ended else row.started
        outcome = row.outcome or ("at work" if at_work else "at work, or killed")
        console.print(Text.assemble((f"{row.id}  {row.command}", "bold"), f"  {lasted}  {outcome}"))
        reason = f"{printable(row.reason)}; " if row.reason else ""
        told = ", ".join(in_words(name, count) for name, count in (row.counts or {}).items() if count)
        kept = f"{in_words('texts', read.get(row.id, 0))} read and kept"
        print_indented(console, Text(f"patterns {row.patterns}: {reason}{told or kept}"), 4)
    return DONE


def in_words(name: str, count: int) -> str:
    """How many of what a run counts; "1 input"."""
    one, several = _SEVERAL.get(name, (name, name))
    return f"{count:,} {one if count == 1 else several}"


def comparing(numbers: tuple[int, int], kind: str | None, form: str, data: Path, store: str | None) -> int:
    """Print what two runs read differently; the exit code."""
    with opened(data, store) as asked, asked.reading() as connection:
        pairs = list(reread_between(connection, *numbers))
        new = new_between(connection, *numbers)
    found = changes((pair.before for pair in pairs), (pair.after for pair in pairs))
    found = [change for change in found if kind in (None, change.kind)]
    if form == "json":
        told = [change._asdict() | {"what": sort_of(change)} for change in found]
        counts = {"texts": len(pairs), "new_texts": new, **counts_of(found)}
        print(json.dumps({"counts": counts, "changes": told}, ensure_ascii=False, indent=1))
        return DONE
    console = stdout_console()
    for one, of_kind in groupby(found, key=lambda change: change.kind):
        _print_kind(console, one, list(of_kind))
    told_new = f"; {new:,} new text{'s'[: new != 1]} not compared" if new else ""
    texts = len({change.source for change in found})
    moved = len(pairs) - texts if kind is None else 0
    told_moved = f"; {moved:,} with other words or patterns behind the same values" if moved else ""
    differing = f"{counted(found)}, in {texts:,} article{'s'[: texts != 1]}" if found else "nothing differs"
    console.print(Text(f"{differing}{told_moved}{told_new}", style="bold"))
    return DONE


def _print_kind(console: Console, kind: str, found: list[Change]) -> None:
    console.print(Text.assemble((kind, "bold"), f"  {counted(found)}"))
    for pattern, of_pattern in groupby(found, key=lambda change: change.pattern):
        members = list(of_pattern)
        console.print(Text.assemble("  ", (pattern or "no pattern", "cyan"), f"  {counted(members)}"))
        for change in members:
            _print_change(console, change)


def _print_change(console: Console, change: Change) -> None:
    """A fact in two lines or three: its words, what it says, its article."""
    sign, style = SIGNS[sort_of(change)]
    print_indented(console, Text(f"{sign} {words_of(change, _LONGEST)}", style=style), 4)
    print_indented(console, Text(fields_of(change)), 6)
    console.print(Text.assemble("      ", (printable(change.source), "dim")), soft_wrap=True)
