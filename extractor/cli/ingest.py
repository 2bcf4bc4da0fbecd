"""`extractor ingest`: articles into the store, with what is read in them."""

from pathlib import Path

import click

from extractor.cli.options import jobs_option
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor ingest pages/ 'more/*.html'                into data/store.sqlite
  extractor ingest data/archive/ --jobs 2              what the crawl kept; again every night: only what is new is read
  extractor ingest page.html --store postgresql://me@localhost/press

\b
A .jsonl file holds articles one a line: {"text": ..., "url": ..., "outlet": ..., "title": ..., "published": ...}, a
.json file one; folders give .txt, .html, .htm and WARC files, so name those themselves.
The same input again changes nothing. Another text at an article's address is a new version of it. With other patterns
than last time, what the machine read is replaced, and what people decided stays.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some inputs set aside, 75 another ingest is at work on the store.
"""


@click.command("ingest", epilog=_EPILOG)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|WARC|JSONL|URL|- ...")
@jobs_option("articles")
@store_options
def command(inputs: tuple[str, ...], jobs: int, data: Path, store: str | None) -> int:
    """Put articles and what is read in them into the store: files, folders, globs, WARCs, addresses, or -."""
    from extractor.cli.ingesting import ingesting

    return ingesting(inputs, data, store, jobs)
