"""`extractor patterns check`: which examples are not read as they say, and what in the patterns does nothing."""

from collections.abc import Iterable

import click
from rich.console import Console
from rich.text import Text

from extractor import folders, outlets
from extractor.cli import DONE, FAILED, printable
from extractor.errors import ExtractorError
from extractor.language import read
from extractor.patterns import Patterns, Units, patterns
from extractor.workbench.inspection import prices, shadowed, unproved, unused_lists, unused_vocabularies
from extractor.workbench.trials import Outcome, differences, fields, run, trials
from extractor.workbench.wordfiles import read_word_files

_DEAR = 0.02
"""A form that is tried at more than one word in fifty is worth a note."""
_MOST_NOTES = 12


def check(kind: str | None, with_prices: bool, every: bool) -> int:
    """Run the examples, print what fails and what is worth a note; the exit code."""
    book = patterns()
    outlets.load(folders.patterns() / "outlets", thorough=True)
    read_word_files()
    known = (*book.by_kind, "awards")
    if kind is not None and kind not in known:
        raise click.UsageError(f"no kind is called {kind!r}; there are {', '.join(known)}")
    console = Console(highlight=False, soft_wrap=True)
    outcomes = [run(trial) for trial in trials(book) if kind is None or kind in _kinds(trial.kind, trial.file)]
    failures = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failures:
        console.print(_failure(outcome), "")
    if with_prices:
        _print_prices(console, book)
    elif kind is None:
        _print_notes(console, book, outcomes, every)
    console.print(_verdict(len(outcomes), len(failures)))
    return FAILED if failures else DONE


def _kinds(kind: str, file: str) -> tuple[str, ...]:
    return ("awards",) if file.startswith("awards/") else (kind,)


def _failure(outcome: Outcome) -> Text:
    """A failure: where, the sentence with what it marks, what was expected and what was found."""
    trial = outcome.trial
    text = Text(f"patterns/{trial.file}:{trial.example.line}", style="bold red")
    text.append(f"  {trial.owner}\n", style="bold")
    text.append("    ").append(_sentence(outcome)).append("\n")
    kind = "record" if trial.kind == "records" else f"fact of {trial.kind}"
    if not trial.finds:
        text.append("    expected  ", style="dim").append(f"no {kind}\n")
    else:
        wanted = ", ".join(f"{name} {_said(value)}" for name, value in trial.expects.items())
        text.append("    expected  ", style="dim").append(f"a {kind} there" + (f": {wanted}\n" if wanted else "\n"))
    text.append("    found     ", style="dim")
    return text.append(_found(outcome))


def _sentence(outcome: Outcome) -> Text:
    example = outcome.trial.example
    text = Text(example.text.replace("\n", "⏎"))
    if example.marked:
        text.stylize("underline", *example.marked)
        start, end = example.marked
        return Text.assemble(text[:start], "[", text[start:end], "]", text[end:])
    return text


def _found(outcome: Outcome) -> Text:
    """What was found, the nearest first; of what is there, the fields that are not as expected."""
    if not outcome.found:
        return Text("nothing")
    expects = outcome.trial.expects
    lines = []
    for fact in outcome.found[:3]:
        words = " … ".join(outcome.text[start:end] for start, end in fact.spans)
        told = fields(fact)
        asked = differences(expects, fact) or list(told)
        said = ", ".join(f"{name} {_said(told[name])}" if name in told else f"{name}: no such field" for name in asked)
        lines.append(f"“{printable(words)}”: {said}  ({fact.pattern or 'no pattern'})")
    return Text("\n              ".join(lines))


def _said(value: object) -> str:
    """A value for people: null is "not known", words stand in quotes."""
    if value is None or value == "":
        return "not known"
    if isinstance(value, str):
        return f"“{printable(value)}”"
    if isinstance(value, list | tuple):
        return " ".join(map(str, value)) or "none"
    return str(value)


def _print_notes(console: Console, book: Patterns, outcomes: list[Outcome], every: bool) -> None:
    notes = [f"patterns/{file}: no form and no reader names this list" for file in unused_lists(book)]
    notes += [f"patterns/{file}: no reader names this list" for file in unused_vocabularies(folders.patterns())]
    for name, readers in shadowed(outcomes).items():
        notes.append(f"{name} reads none of its own examples: {', '.join(sorted(readers))} reads them")
    for pattern, form in unproved(book):
        notes.append(f"patterns/{pattern.file}:{form.line}: no example of {pattern.name} has the form {form.printed}")
    if notes:
        console.print(Text("Worth a look", style="bold yellow"))
        for note in notes if every else notes[:_MOST_NOTES]:
            console.print(Text(f"    {note}"))
        if len(notes) > _MOST_NOTES and not every:
            console.print(Text(f"    ... and {len(notes) - _MOST_NOTES} more, with --all"))
        console.print("")


def _print_prices(console: Console, book: Patterns) -> None:
    """What each form costs, over the articles of the corpus."""
    console.print(Text("A form is tried where the rarest thing in it stands: at so many of 1,000 words", style="bold"))
    for price in prices(book, _corpus(book)):
        style = "yellow" if price.share > _DEAR else ""
        anchor = price.anchor[1:].replace("=", "|") if price.anchor.startswith("=") else f"{{{price.anchor}}}"
        where = f"{price.pattern.name} ({price.pattern.file}:{price.form.line})"
        console.print(Text(f"{1000 * price.share:9.2f}  {where:<52}  {anchor:<20}  {price.form.printed}", style=style))
    console.print("")


def _corpus(book: Patterns) -> Iterable[Units]:
    from extractor.article import Page
    from extractor.clean import clean

    paths = sorted(path for path in (folders.corpus() / "seen" / "articles").iterdir() if path.is_file())
    if not paths:
        raise ExtractorError("the corpus has no articles to count words in")
    return (book.units(read(clean(Page(path.name, path.read_bytes())).text)) for path in paths)


def _verdict(examples: int, failures: int) -> Text:
    if failures:
        return Text(f"{failures} of {examples:,} examples are not read as they say.", style="bold red")
    return Text(f"All {examples:,} examples are read as they say.", style="bold green")
