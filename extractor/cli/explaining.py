"""What `extractor explain` prints, for people who read Indonesian and no Python; plain where it is no terminal."""

import json
import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from extractor.article import Page
from extractor.cli import DONE, printable
from extractor.cli.consoles import print_beside, print_indented, stdout_console
from extractor.facts import KINDS
from extractor.workbench.explanation import Explanation, Found, Heard, Known, Near, explain

_COLUMN = 15
_LONGEST_NAME = 255
"""Bytes of the longest name of a file: what is longer is a text."""
_NEEDED = {
    "award": "no name of an award is known here: `extractor patterns new award NAME` begins a file for one",
    "trigger": "no words that win or nominate: see patterns/words/win_active.txt, win_passive.txt, nominee_cues.txt",
    "recipient": "nobody who could have got it: a region, company, institution or village",
}
_SORTS = {"trigger": "verb or noun", "place": "a place only", "hope": "hope (none)", "denial": "denial (none)"}


def explaining(text: str, kind: str | None, form: str) -> int:
    """Print the explanation of a text, a file or standard input; the exit code."""
    if kind is not None and kind not in (*KINDS, "records"):
        raise click.UsageError(f"no kind is called {kind!r}; there are {', '.join((*KINDS, 'records'))}")
    told = explain(_source(text), kind)
    if form == "json":
        print(json.dumps(told.to_dict(), ensure_ascii=False, indent=2))
    else:
        _print(stdout_console(), told)
    return DONE


def _source(text: str) -> str | Page:
    if text == "-":
        return Page("-", sys.stdin.buffer.read())
    if len(text.encode("utf-8", "replace")) <= _LONGEST_NAME and "\n" not in text and Path(text).is_file():
        return Page(text, Path(text).read_bytes())
    if text.endswith((".txt", ".html", ".htm")) and " " not in text:
        raise click.UsageError(f"there is no file {text}")
    return text


def _print(console: Console, told: Explanation) -> None:
    if told.found:
        _head(console, "Read")
        for found in told.found:
            _row(console, found.kind, *_read(found))
    else:
        _head(console, "Read: nothing")
    if told.near:
        _head(console, "Nearly read")
        for words, near in groupby(told.near, key=lambda one: one.words):
            print_indented(console, Text(f"“{printable(words)}”", style="green"))
            for one in near:
                _row(console, one.kind, *_missed(one))
        for wanted, meaning in {one.wanted: one.meaning for one in told.near if one.meaning}.items():
            print_indented(console, Text(f"{wanted} is {meaning}", style="dim"))
    if told.awards and not any(one.kind == "records" for one in told.found):
        _head(console, "No award record: one is made of")
        _print_awards(console, told.awards)
    _head(console, "Known words")
    known = Text("   ").join(_known(one) for one in told.known) if told.known else Text("none")
    print_indented(console, known)


def _head(console: Console, title: str) -> None:
    console.print(Text(title, style="bold"))


def _row(console: Console, label: str, *lines: Text) -> None:
    """Lines, with a label to the left of the first."""
    print_beside(console, Text(f"  {label:<{_COLUMN}} ", style="cyan"), *lines)


def _read(found: Found) -> list[Text]:
    words = Text(" … ").join(Text(f"“{printable(word)}”", style="green") for word in found.words)
    fields = ", ".join(f"{name} {_value(value)}" for name, value in found.fields.items() if _says(value))
    where = f"patterns/{found.place.file}:{found.place.line}" if found.place else "a rule of the reader"
    return [words, Text(fields), Text(f"by {found.pattern or 'no pattern'} ({where})", style="dim")]


def _says(value: Any) -> bool:
    return value is not None and value is not False and value not in ([], "")


def _value(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "yes" if value is True else printable(str(value))


def _missed(near: Near) -> list[Text]:
    form = Text(f"{near.pattern} (patterns/{near.place.file}:{near.place.line})  {near.form}", style="dim")
    if near.wanted is None:
        return [Text("found the whole form, but no fact in it: what stands around does not fit"), form]
    instead = f"“{printable(near.instead)}”" if near.instead else "the sentence's end"
    wanted = Text(near.wanted, style="bold yellow")
    return [Text.assemble("then wanted " if not near.before else "before it wanted ", wanted, f", not {instead}"), form]


def _print_awards(console: Console, heard: tuple[Heard, ...]) -> None:
    heard_of = {one.sort for one in heard}
    needed = _NEEDED if "award" in heard_of else [sort for sort in _NEEDED if sort != "recipient"]
    for sort in dict.fromkeys([*needed, *(one.sort for one in heard)]):
        words = ", ".join(f"“{printable(one.words)}”" for one in heard if one.sort == sort)
        line = Text(words, style="green") if words else Text(_NEEDED[sort], style="yellow")
        _row(console, _SORTS.get(sort, sort), line)


def _known(known: Known) -> Text:
    same = known.words.lower()
    said = [name if value.lower() == same else f"{name} = {value}" for name, value in known.lists.items()]
    if known.number is not None:
        said.append(f"number {known.number}")
    return Text.assemble(Text(printable(known.words), style="green"), Text(f" ({', '.join(said)})", style="dim"))
