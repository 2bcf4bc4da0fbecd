"""Options that several commands share; those that name a store are in stores.py."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

data_option = click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True, help="The folder."
)
form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)  # fmt: skip


def jobs_option(read: str, default: int = 1) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The number of processes that read what is named, "articles"."""
    at_once = click.IntRange(1, 256)
    return click.option("--jobs", type=at_once, default=default, show_default=True, help=f"Processes that read {read}.")
