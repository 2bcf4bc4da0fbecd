"""`extractor extract`: the facts and award records of whatever the command line names."""

from pathlib import Path

import click

from extractor.cli.options import jobs_option

_EPILOG = """\b
Examples:
  extractor extract article.txt                      a table of its award records
  extractor extract pages/ 'more/*.html' --out out   out/articles.jsonl and out/records.csv
  extractor extract pages/ --format jsonl --jobs 2   one JSON object a line
  cat article.txt | extractor extract - --format json
  extractor extract CC-MAIN.warc.gz --containing-award-words
  extractor extract gathered.jsonl --out out         articles one a line, as others gathered them

\b
Folders give their .txt, .html, .htm and WARC files, WARC files (.warc, .warc.gz) their pages. A .jsonl file
holds articles: {"text": ..., "url": ..., "outlet": ..., "title": ..., "author": ..., "published": ...}, all but the
text optional; a .json file holds one. Name those themselves: a folder may hold what was written here. What cannot be
read is set aside with its reason, and the rest is done.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some inputs set aside.
"""


@click.command("extract", epilog=_EPILOG)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|- ...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "json", "csv"]),
    help="How to print; a table on a terminal and jsonl elsewhere, nothing with --out.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Write articles.jsonl and records.csv into this folder.")
@jobs_option("articles")
@click.option("--containing-award-words", is_flag=True, help="Of WARC files, only pages that hold an award's name.")
def command(
    inputs: tuple[str, ...], form: str | None, out: Path | None, jobs: int, *, containing_award_words: bool
) -> int:
    """Print the facts and award records of articles: files, folders, globs, addresses, or - for standard input."""
    from extractor.cli.extracting import extracting

    return extracting(inputs, form, out, jobs, awards_only=containing_award_words)
