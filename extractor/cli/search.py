"""`extractor search`: articles of the store by their words."""

from pathlib import Path

import click

from extractor.cli.options import Day, form_option
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor search pekerja rentan                      both words, in whatever form
  extractor search '"wali kota jambi" -nominasi'       these in this order, and without that one
  extractor search 'pengharg*' --region 15.71          words that begin so, in articles that speak of the city
  extractor search UHC 1.316 --since 2024-01-01 --outlet kompas.com

\b
Words are looked up by their stems, without capitals and accents; figures without the stops in them. Everything but
"quotes", a - before a word and a * behind it is text.
Exit codes: 0 done, 1 failed, 2 wrong usage.
"""
_SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}  # -hadiah is a word that is not wanted


@click.command("search", epilog=_EPILOG, context_settings=_SETTINGS)
@click.argument("query", nargs=-1, required=True, metavar="WORDS...", type=click.UNPROCESSED)
@click.option("--outlet", help="Only of this outlet, by its name or its site.")
@click.option("--since", type=Day(), help="Only of this day or later.")
@click.option("--until", type=Day(), help="Only of this day or earlier.")
@click.option("--region", metavar="CODE|NAME", help="Only where this region or one in it was read: 15, Kota Jambi.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Articles of a page.")
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, show_default=True, help="Which page.")
@form_option
@store_options
def command(
    query: tuple[str, ...], limit: int, page: int, form: str, data: Path, store: str | None, **filters: str
) -> int:
    """Find articles by the words of their titles and stories, the newest first."""
    from extractor.cli.searching import searching

    return searching(" ".join(query), filters, (limit, page), form, data, store)
