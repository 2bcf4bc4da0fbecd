"""`extractor clusters`: which articles are one release, who printed it first and who followed."""

from pathlib import Path

import click

from extractor.cli.options import form_option
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor clusters build                        after an ingest: articles that are new or changed are compared
  extractor clusters list                         releases that several outlets printed, the newest first
  extractor clusters show https://kabar.example/a who printed the release of this article, and when

\b
In the register a cluster counts as one voice. A copy has most sentences of another article; what is recast has its
figures and names, and sentences of its own. The percentage is how near an article is to the nearest other.
Exit codes: 0 done, 1 failed, 2 wrong usage.
"""


@click.group("clusters", epilog=_EPILOG)
def command() -> None:
    """Find which articles are one release, and show who printed it first, who followed, how near."""


@command.command("build")
@store_options
def build(data: Path, store: str | None) -> int:
    """Compare the articles that are new or changed with all others."""
    from extractor.cli.clustering import building

    return building(data, store)


@command.command("list")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Releases of a page.")
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True, help="Which page.")
@form_option
@store_options
def list_(limit: int, page: int, form: str, data: Path, store: str | None) -> int:
    """List the releases that several articles print, the newest first."""
    from extractor.cli.clustering import listing

    return listing(limit, page, form, data, store)


@command.command("show")
@click.argument("article", metavar="ADDRESS|FILE")
@form_option
@store_options
def show(article: str, form: str, data: Path, store: str | None) -> int:
    """Show all who printed an article's release, the first publisher first."""
    from extractor.cli.clustering import showing

    return showing(article, form, data, store)
