"""`extractor explain`: what was read in a text, by which pattern, and what was nearly read."""

import click

_EPILOG = """\b
Examples:
  extractor explain "Perwal No. 14 Tahun 2025 melindungi 2.300 pekerja rentan."
  extractor explain article.txt --kind worker_counts
  pbpaste | extractor explain -

\b
What is printed:
  Read          each fact and record: its words, its fields, its pattern, and the file and line of that
  Nearly read   forms that found some of their parts, and what they wanted next
  Award records what they are made of, and what of it stands in the text
  Known words   the phrases of word lists, and the numbers
"""


@click.command("explain", epilog=_EPILOG)
@click.argument("text", metavar="TEXT|FILE|-")
@click.option("--kind", help="Only this kind (regulations, records, ...), with every attempt at it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(text: str, kind: str | None, form: str) -> int:
    """Tell how a text was read: which pattern read what, and how near the others came."""
    from extractor.cli.explaining import explaining

    return explaining(text, kind, form)
