"""`extractor register`: the register of awards, made from what all articles say."""

from pathlib import Path
from typing import Any

import click

from extractor.cli.options import Day
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor register build                                  after an ingest: what changed is settled anew
  extractor register list --award "Paritrana Award" --edition 2024
  extractor register list --province 15 --disputed
  extractor register show 3f9a21c4                          an entry, with the words that prove it and who says what
  extractor register show "Sawit Rimba Makmur"              all entries of a recipient
  extractor register region 15.71                           a region's awards, officials and worker counts over time
  extractor register suggest                                names of firms that may be one

\b
In tables `By` is how many independent articles say so: copies of one release count once. Behind an outcome, ? says that
articles disagree, ! that a check failed, ~ that its article could mean several entries, * that
an article changed after a person decided. "winner #?" is a place on which as many say one thing as another:
no value holds, `register show` has all, and `review correct ENTRY rank=...` decides.
"""
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print.",
)
_LEVELS = ["national", "province", "regency"]


@click.group("register", epilog=_EPILOG)
def command() -> None:
    """Build and ask the register: one entry for an award, edition, level, category and recipient."""


@command.command("build")
@click.option("--all", "everything", is_flag=True, help="Settle every entry anew, not only what changed.")
@store_options
def build(everything: bool, data: Path, store: str | None) -> int:
    """Settle what articles and people said since the last time."""
    from extractor.cli.register.registering import building

    return building(data, store, everything=everything)


@command.command("list")
@click.option("--award", help="Only this award.")
@click.option("--edition", type=int, help="Only this edition, a year.")
@click.option("--level", type=click.Choice(_LEVELS), help="Only awards of this level.")
@click.option("--scope", metavar="CODE|NAME", help="Only awards held by this region or one that lies in it.")
@click.option("--province", metavar="CODE|NAME", help="Only recipients in this province, and awards that it holds.")
@click.option("--recipient", metavar="CODE|NAME", help="Only this region and what lies in it, or names like this.")
@click.option("--outcome", type=click.Choice(["winner", "nominee"]), help="Only winners, or only nominees.")
@click.option("--disputed", is_flag=True, help="Only what articles disagree on.")
@click.option("--failed", is_flag=True, help="Only what failed a check.")
@click.option("--rejected", is_flag=True, help="With what people rejected.")
@click.option("--since", type=Day(), help="Only what an article of this day or later says.")
@click.option("--sort", type=click.Choice(["year", "recipient", "published"]), default="year", show_default=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Entries of a page.")
@click.option("--after", metavar="ENTRY", help="The next page: from the entry behind this one on.")
@_FORM
@store_options
def list_(data: Path, store: str | None, form: str, **asked: Any) -> int:
    """List entries, the newest year first."""
    from extractor.cli.register.registering import listing

    return listing(data, store, form, asked)


@command.command("show")
@click.argument("named", metavar="ENTRY|RECIPIENT")
@_FORM
@store_options
def show(named: str, data: Path, store: str | None, form: str) -> int:
    """Show an entry with its proofs and disputes, or all entries of a recipient."""
    from extractor.cli.register.registering import showing

    return showing(named, data, store, form)


@command.command("region")
@click.argument("named", metavar="CODE|NAME")
@_FORM
@store_options
def region(named: str, data: Path, store: str | None, form: str) -> int:
    """Show a region's awards over all editions, its officials and its worker counts over time."""
    from extractor.cli.register.registering import region_shown

    return region_shown(named, data, store, form)


@command.command("suggest")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Pairs at most.")
@_FORM
@store_options
def suggest(limit: int, data: Path, store: str | None, form: str) -> int:
    """List names of companies and institutions that may be one, for a person to decide."""
    from extractor.cli.register.registering import suggesting

    return suggesting(limit, data, store, form)
