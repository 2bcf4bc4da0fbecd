"""`extractor config`: what is set, and where it comes from."""

from pathlib import Path

import click

_DATA = click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True, help="The folder."
)


@click.group("config")
def command() -> None:
    """Show what is set, and begin a file of settings."""


@command.command("show")
@click.option("--origin", is_flag=True, help="Say where each value comes from: variable, file and line, default.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@_DATA
def show(origin: bool, form: str, data: Path) -> int:
    """Every setting and what holds; passwords are never printed."""
    from extractor.cli.configuring import showing

    return showing(data, origin, form)


@command.command("init")
@_DATA
def init(data: Path) -> int:
    """Write DATA/settings.toml with every setting explained; a file that is there stays."""
    from extractor.cli.configuring import beginning

    return beginning(data)
