"""`extractor runs`: what wrote into the store, and when."""

from pathlib import Path

import click

from extractor.cli.options import form_option
from extractor.cli.stores import store_options


@click.command("runs")
@form_option
@store_options
def command(form: str, data: Path, store: str | None) -> int:
    """List the runs: number, when, command, version of the patterns, what came of it, counts."""
    from extractor.cli.telling_runs import listing

    return listing(form, data, store)
