"""Options that several commands share; those that name a store are in stores.py."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

data_option = click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True, help="The folder."
)
form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)  # fmt: skip


class Day(click.ParamType[datetime]):
    """A day of the calendar, as 2025-11-20; gives its midnight."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The day's midnight."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d")
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2025-11-20", param, ctx)


def jobs_option(read: str, default: int = 1) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The number of processes that read what is named, "articles"."""
    at_once = click.IntRange(1, 256)
    return click.option("--jobs", type=at_once, default=default, show_default=True, help=f"Processes that read {read}.")
