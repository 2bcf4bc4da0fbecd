"""`extractor config`: what is set, and where it comes from."""

from pathlib import Path

import click

from extractor.cli.options import data_option, form_option


@click.group("config")
def command() -> None:
    """Show what is set, and begin a file of settings."""


@command.command("show")
@click.option("--origin", is_flag=True, help="Say where each value comes from: variable, file and line, default.")
@form_option
@data_option
def show(origin: bool, form: str, data: Path) -> int:
    """Every setting and what holds; passwords are never printed."""
    from extractor.cli.configuring import showing

    return showing(data, origin, form)


@command.command("init")
@data_option
def init(data: Path) -> int:
    """Write DATA/settings.toml with every setting explained; a file that is there stays."""
    from extractor.cli.configuring import beginning

    return beginning(data)
