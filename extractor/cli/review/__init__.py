"""`extractor review`: what people say of what the machine read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from extractor.cli.options import Day
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor review list                                   what needs a look first
  extractor review list --article https://koran.example/1 every fact of an article
  extractor review show --next                            the first of them, with its words and its history
  extractor review accept 1f3a9c02.5b7e01d2
  extractor review correct 1f3a9c02.5b7e01d2 edition=2024 rank=- --why "as the photograph shows"
  extractor review reject 1f3a9c02.5b7e01d2 --why "a hope"
  extractor review add 1f3a9c02 regions code=15.71 --words "Kota Jambi"
  extractor review undo 12
  extractor review export --format labelstudio tasks.json

\b
A person's word stands above the machine's, and stays when patterns change. Nothing that was said is ever changed or
deleted; of words that contradict each other the latest counts. Who speaks: --who, else EXTRACTOR_REVIEWER, else
`reviewer` in settings.toml, else the name of the system's user.
"""
_REASONS = ["disputed", "check", "stale", "suspect", "unnamed", "near"]
_KINDS = [
    "regions", "officials", "regulations", "worker_counts", "ranks", "dates", "coverage", "amounts", "records",
]  # fmt: skip
_FORMATS = ["labelstudio", "prodigy", "gold"]


@click.group("review", epilog=_EPILOG)
def command() -> None:
    """Look at what was read, accept, correct or reject it, and add what is missing."""


def _speaking(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of all commands that say something."""
    who = click.option("--who", help="Who says so.")
    why = click.option("--why", help="Why, in your words.")
    return who(why(store_options(function)))


def _filters(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which things are asked for."""
    for option in (
        click.option("--until", type=Day(), help="Printed on this day or before."),
        click.option("--since", type=Day(), help="Printed on this day or later."),
        click.option("--outlet", help="Only outlets with this in their names."),
        click.option("--award", help="Only awards with this in their names."),
        click.option(
            "--reason", "reasons", type=click.Choice(_REASONS), multiple=True, help="Only this; may be repeated."
        ),
    ):
        function = option(function)
    return function


@command.command("list")
@_filters
@click.option("--article", help="Every fact of one article: its address, or the digits before the stop.")
@click.option("--kind", type=click.Choice(_KINDS), help="Only facts of this kind.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="So many at most.")
@click.option("--next", "first", is_flag=True, help="The first one only, in full.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="How to print.")
@store_options
def list_(data: Path, store: str | None, form: str, **asked: Any) -> int:
    """What needs a look: disputed entries, failed checks, stale decisions, suspect values, unknown or near names."""
    from extractor.cli.review.reviewing import listing

    return listing(data, store, form, asked)


@command.command("show")
@click.argument("reference", required=False)
@_filters
@click.option("--next", "first", is_flag=True, help="What needs a look first.")
@store_options
def show(data: Path, store: str | None, reference: str | None, first: bool, **asked: Any) -> int:
    """A fact or an entry: its words in their sentence, its values, who read it, and what people said of it."""
    from extractor.cli.review.reviewing import showing

    if (reference is None) != first:
        raise click.UsageError("name a fact or an entry, or ask for --next")
    return showing(data, store, reference, asked)


@command.command("accept")
@click.argument("references", nargs=-1, required=True, metavar="REFERENCE...")
@_speaking
def accept(references: tuple[str, ...], **options: Any) -> int:
    """Say that facts or entries hold as they are."""
    from extractor.cli.review.deciding import Speaking, deciding

    return deciding("accept", references, Speaking(**options))


@command.command("reject")
@click.argument("references", nargs=-1, required=True, metavar="REFERENCE...")
@_speaking
def reject(references: tuple[str, ...], **options: Any) -> int:
    """Say that facts or entries do not hold."""
    from extractor.cli.review.deciding import Speaking, deciding

    return deciding("reject", references, Speaking(**options))


@command.command("correct")
@click.argument("reference")
@click.argument("values", nargs=-1, metavar="FIELD=VALUE...")
@click.option("--words", multiple=True, help="The words that prove it, instead of those that the machine saw.")
@_speaking
def correct(reference: str, values: tuple[str, ...], words: tuple[str, ...], **options: Any) -> int:
    """Say what holds instead; `FIELD=-` says that it is unknown."""
    from extractor.cli.review.deciding import Speaking, correcting

    if not values and not words:
        raise click.UsageError("say what holds instead: FIELD=VALUE, or --words")
    return correcting(reference, values, words, Speaking(**options))


@command.command("add")
@click.argument("article")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE...")
@click.option("--words", multiple=True, required=True, help="The words that prove it, as printed; may be repeated.")
@_speaking
def add(article: str, kind: str, values: tuple[str, ...], words: tuple[str, ...], **options: Any) -> int:
    """Add a fact that the machine missed to an article."""
    from extractor.cli.review.deciding import Speaking, adding

    return adding(article, kind, values, words, Speaking(**options))


@command.command("note")
@click.argument("reference")
@click.argument("text")
@click.option("--who", help="Who says so.")
@store_options
def note(reference: str, text: str, **options: Any) -> int:
    """Write something down beside a fact or an entry; nothing else changes."""
    from extractor.cli.review.deciding import Speaking, deciding

    if not text.strip():
        raise click.UsageError("say what is to be written down")
    return deciding("note", (reference,), Speaking(why=text, **options))


@command.command("undo")
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER...")
@_speaking
def undo(numbers: tuple[str, ...], **options: Any) -> int:
    """Have decisions count no more, by their numbers; undoing an undoing brings back what it undid."""
    from extractor.cli.review.deciding import Speaking, undoing

    return undoing(numbers, Speaking(**options))


@command.command("same")
@click.argument("one")
@click.argument("other")
@_speaking
def same(one: str, other: str, **options: Any) -> int:
    """Say that two recipients are one, named as the register has them or by their keys."""
    from extractor.cli.review.deciding import Speaking, relating

    return relating("same", one, other, Speaking(**options))


@command.command("different")
@click.argument("one")
@click.argument("other")
@_speaking
def different(one: str, other: str, **options: Any) -> int:
    """Say that two recipients are not one, however alike their names are."""
    from extractor.cli.review.deciding import Speaking, relating

    return relating("different", one, other, Speaking(**options))


@command.command("export")
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="For whom.")
@click.option("--reviewed-only", is_flag=True, help="Only articles of which people said something.")
@click.option("--outlet", help="Only outlets with this in their names.")
@store_options
def export(target: Path, data: Path, store: str | None, **options: Any) -> int:
    """Articles with their facts as they hold: for Label Studio (a file), Prodigy (a file), or as gold (a folder)."""
    from extractor.cli.review.exchanging import exporting

    return exporting(target, data, store, **options)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(_FORMATS[:2]), help="Of whom; by its looks where it is not said.")
@click.option("--accept", is_flag=True, help="What people left as it was, they accepted; else it stays the machine's.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@_speaking
def import_(file: Path, **options: Any) -> int:
    """What people changed in Label Studio or Prodigy becomes decisions; the same file again adds nothing."""
    from extractor.cli.review.exchanging import importing

    return importing(file, **options)
