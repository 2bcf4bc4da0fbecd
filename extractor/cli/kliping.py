"""`extractor kliping`: the articles of a day as a sheet and as a page to print."""

from datetime import datetime
from pathlib import Path

import click

from extractor.cli.options import Day
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor kliping                               today's, into out/kliping-2026-11-22.xlsx and .html
  extractor kliping --day 2025-08-29 --language en --out sheets
  extractor kliping --only-awards                 without the articles in which no award was read

\b
The page is made to be printed: A4, landscape. A release that several printed stands together, the first publisher
first. On a sheet are the articles of the day, those of the seven days before that were found on it, and those without
a date that were found on it; what is not there is counted. The last column is empty: a person sets the tone. Made
again, the sheet keeps the tones; one that holds more by hand is kept beside it, as kliping-2026-11-22-1.xlsx.
Exit codes: 0 done, or no article of that day; 1 failed; 2 wrong usage.
"""


@click.command("kliping", epilog=_EPILOG)
@click.option("--day", type=Day(), help="Of this day; else of today, in Jakarta.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="The folder.")
@click.option("--language", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Of the labels.")
@click.option("--only-awards", is_flag=True, help="Only articles that tell of an award; the others are counted.")
@store_options
def command(day: datetime | None, out: Path, language: str, only_awards: bool, data: Path, store: str | None) -> int:
    """Write the daily kliping: outlets, titles, links, releases, key facts, and a column for the tone."""
    from extractor.cli.clipping import clipping

    return clipping(f"{day:%Y-%m-%d}" if day else None, out, language, data, store, awarded=only_awards)
