"""`extractor patterns unseen`: what no article holds of the patterns, and what stands where a word list was wanted."""

import sys
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from extractor.batch.inputs import expand, read
from extractor.clean import clean
from extractor.cli import DONE, SET_ASIDE, printable
from extractor.cli.consoles import stdout_console
from extractor.cli.progress import Bar
from extractor.errors import ExtractorError, SetAside
from extractor.patterns import patterns
from extractor.workbench.unseen import Census, Unmet, census

_FEW, _STRANGERS = 8, 40
"""Phrases of a list, and strangers, that are told without --all."""


def missing(paths: tuple[str, ...], every: bool) -> int:
    """Read the articles, and print what is not met in them; the exit code."""
    texts, aside = _texts(paths)
    if not texts:
        raise ExtractorError("there is no article to look in")
    found = census(patterns(), _watched(texts) if sys.stderr.isatty() else texts)
    _print(stdout_console(), found, every)
    return SET_ASIDE if aside else DONE


def _watched(texts: list[str]) -> Iterator[str]:
    """The texts, with a bar that tells how many are done."""
    with Bar(len(texts)) as bar:
        for text in texts:
            yield text
            bar.step()


def _texts(paths: tuple[str, ...]) -> tuple[list[str], int]:
    """The stories of the inputs, and how many were set aside, each with a line that says why."""
    texts, aside = list[str](), 0
    for job in expand(paths):
        try:
            if job.refused:
                raise SetAside(job.name, job.refused)
            texts += [clean(read(name)).text for name in job.names]
        except SetAside as error:
            print(f"set aside: {printable(str(error))}", file=sys.stderr)
            aside += 1
    return texts, aside


def _print(console: Console, found: Census, every: bool) -> None:
    if found.strangers:
        console.print(Text("Stands where a word list was wanted: a spelling to add, if it belongs there", style="bold"))
        for one in found.strangers[: None if every else _STRANGERS]:
            near = f"  {one.near}?" if one.near else ""
            line = Text.assemble(
                f"  {one.times:4}  ", (one.word, "green"), f"  {{{one.name}}}{near}  “{printable(one.passage)}”"
            )
            console.print(line, soft_wrap=True)
    if found.forms:
        console.print(Text("\nForms that no article has", style="bold"))
        for pattern, form in found.forms:
            where = f"patterns/{pattern.file}:{form.line}"
            console.print(Text(f"  {where:<36} {pattern.name:<24} {form.printed}"), soft_wrap=True)
    if found.phrases:
        console.print(Text("\nSpellings that no article has", style="bold"))
        for unmet in found.phrases:
            console.print(_unmet(unmet, every), soft_wrap=True)
    console.print(Text(f"\n{found.articles:,} articles were read.", style="bold"))


def _unmet(unmet: Unmet, every: bool) -> Text:
    shown = [entry.phrase for entry in unmet.phrases[: None if every else _FEW]]
    more = len(unmet.phrases) - len(shown)
    rest = f" ... and {more} more, with --all" if more else ""
    counts = f"{len(unmet.phrases)} of {len(unmet.words.entries)}"
    return Text.assemble((f"  {unmet.words.file}", "cyan"), f"  {counts}: {', '.join(shown)}{rest}")
