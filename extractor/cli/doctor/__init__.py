"""`extractor doctor`: whether this machine, the store, the patterns and the settings are fit for the next night."""

import click

from extractor.cli.options import form_option
from extractor.cli.stores import store_options


@click.command("doctor")
@store_options
@click.option("--net", is_flag=True, help="Also ask whether names are resolved; nobody's site is asked for anything.")
@form_option
def command(**given: object) -> int:
    """Look everything through, a line each: ok, warn or fail, and what to do. Exit code 1 where something fails."""
    from extractor.cli.doctor.examining import examining

    return examining(**given)  # type: ignore[arg-type]
