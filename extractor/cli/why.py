"""`extractor why`: the whole story of one address."""

from pathlib import Path

import click

from extractor.cli.options import data_option, form_option

_EPILOG = """\b
Example:
  extractor why https://www.kompas.com/read/2026/11/20/kota-ambon-raih-paritrana-award

\b
Exit codes: 0 told, 1 nothing is known of it, 2 wrong usage.
"""


@click.command("why", epilog=_EPILOG)
@click.argument("url", metavar="URL")
@data_option
@form_option
def command(url: str, data: Path, form: str) -> int:
    """Tell where an address was found and when, why it was wanted, what was asked, and what came of it."""
    from extractor.cli.telling_why import telling

    return telling(url, data, form)
