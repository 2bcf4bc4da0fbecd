"""`extractor patterns`: what a person uses who writes patterns."""

from pathlib import Path

import click

from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor patterns check                     every example of every pattern, and what does nothing
  extractor patterns diff                      facts gained and lost since the last commit
  extractor patterns unseen articles/          spellings and forms that no article holds
  extractor patterns new amounts               a pattern to fill in
  extractor patterns new award "Adipura Mini"  an award's file to fill in
  extractor patterns new --from-review         what people corrected, as examples

\b
patterns/README.md teaches how a pattern is written.
"""


@click.group("patterns", epilog=_EPILOG)
def command() -> None:
    """Check, compare and begin the patterns that say how the press writes each kind of fact."""


@command.command("check")
@click.option("--kind", help="Only the examples of this kind (regulations, records, ...).")
@click.option("--prices", is_flag=True, help="What each form costs: the share of words at which it is tried.")
@click.option("--all", "every", is_flag=True, help="All notes, not only the first.")
def check(kind: str | None, prices: bool, every: bool) -> int:
    """Run every example of every pattern and award; exit code 1 where one is not read as it says."""
    from extractor.cli.patterns.checking import check as run

    return run(kind, prices, every)


@command.command("diff")
@click.argument("arguments", nargs=-1, metavar="[REV] [PATH]...")
@click.option("--with-code", is_flag=True, help="Read with the code of that revision too.")
def diff(arguments: tuple[str, ...], with_code: bool) -> int:
    """Facts and records gained (+), lost (-) and read otherwise (~) since the patterns of git revision REV.

    REV is HEAD if none is named, the articles are those of the corpus.
    """
    from extractor.cli.patterns.differing import differing

    return differing(arguments, with_code)


@command.command("unseen")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--all", "every", is_flag=True, help="Every spelling, not only the first of each list.")
def unseen(paths: tuple[str, ...], every: bool) -> int:
    """What of the patterns no article holds, and what stands in them where a word list was wanted."""
    from extractor.cli.patterns.missing import missing

    return missing(paths, every)


@command.command("new")
@click.argument("kind", required=False)
@click.argument("name", required=False)
@click.option("--write", is_flag=True, help="Put it where it belongs instead of printing it.")
@click.option("--from-review", is_flag=True, help="Examples out of what people corrected, added and rejected.")
@store_options
def new(kind: str | None, name: str | None, write: bool, from_review: bool, data: Path, store: str | None) -> int:
    """Begin a pattern of KIND (regulations, records, ...), or the file of an award: new award "Adipura Mini".

    With --from-review every correction in the store becomes an example that must be found, and every rejection one
    that is ignored, of KIND or of all.
    """
    from extractor.cli.patterns.beginning import begin_award, begin_examples, begin_pattern

    if from_review:
        if name is not None:
            raise click.UsageError("--from-review takes a kind, or none")
        return begin_examples(kind, data, store, write)
    if kind is None:
        raise click.UsageError("name a kind (regulations, records, ...), or award and its name")
    if (kind == "award") != (name is not None) or (name is not None and not name.strip()):
        raise click.UsageError('an award needs its name, and nothing else has one: new award "Adipura Mini"')
    return begin_award(name, write) if name is not None else begin_pattern(kind, write)
