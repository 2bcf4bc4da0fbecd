"""`extractor digest`: what is new, as a mail, a text or files."""

from datetime import datetime
from pathlib import Path

import click

from extractor.cli.options import Day
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor digest --preview                       what would be sent; nothing is sent or noted
  extractor digest                                 by mail to digest.to of the settings, else as text
  extractor digest --to file --out out             as out/digest-2026-11-22.html and .txt
  extractor digest --since 2026-11-01 --to stdout  all since that day, told before or not

\b
One is sent for each day, week or month (digest.period of the settings); it tells what no digest before it told the
same channel, and none is sent where nothing is new. The first tells all that the store holds.
Exit codes: 0 done, or nothing to send; 1 failed, and the next tries again; 2 wrong usage; 75 another is sending.
"""


@click.command("digest", epilog=_EPILOG)
@click.option("--since", type=Day(), help="As if nothing had been told since.")
@click.option("--to", type=click.Choice(["mail", "stdout", "file", "notify"]), help="Where; notify: by Apprise.")
@click.option("--preview", is_flag=True, help="Show what would be sent; send and note nothing.")
@click.option("--format", "form", type=click.Choice(["text", "html"]), default="text", help="Of stdout and --preview.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="The folder.")
@click.option("--language", type=click.Choice(["id", "en"]), help="Else that of the settings.")
@store_options
def command(**given: object) -> int:
    """Tell what is new: entries, articles, disputes, outlets, and what was strange of the night."""
    from extractor.cli.digesting import Wanted, digesting

    since = given.pop("since")
    day = f"{since:%Y-%m-%d}" if isinstance(since, datetime) else None
    return digesting(Wanted(since=day, **given))  # type: ignore[arg-type]
