"""`extractor rerun`: stored texts read again with the patterns of now."""

from pathlib import Path

import click

from extractor.cli.options import jobs_option
from extractor.cli.stores import store_options

_EPILOG = """\b
Examples:
  extractor rerun --changed-only                       after a change of patterns: the texts that it can touch
  extractor rerun --jobs 2                             all texts that other patterns read
  extractor rerun https://koran.example/berita/1       one article, in any case
  extractor runs; extractor diff 3 4                   what changed by it

\b
What the machine read is replaced; what people decided stays. A stop loses nothing: run it again.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some texts could not be read and keep what was read in them before,
75 an ingest or another rerun is at work on the store.
"""


@click.command("rerun", epilog=_EPILOG)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--changed-only", is_flag=True, help="Only texts that what changed in the patterns can touch.")
@jobs_option("texts")
@store_options
def command(articles: tuple[str, ...], data: Path, store: str | None, *, changed_only: bool, jobs: int) -> int:
    """Read the texts of the store again that other patterns read, or those of the articles named."""
    if articles and changed_only:
        raise click.UsageError("articles that are named are read in any case: leave out --changed-only")
    from extractor.cli.rerunning import rerunning

    return rerunning(articles, data, store, jobs, changed_only=changed_only)
