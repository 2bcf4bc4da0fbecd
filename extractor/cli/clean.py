"""`extractor clean`: the story of each page and its metadata, with what was removed and why."""

from pathlib import Path

import click

from extractor.cli.options import jobs_option

_EPILOG = """\b
Examples:
  extractor clean page.html                            the story, its title and who wrote it when
  extractor clean page.html --show-removed             with what was cut out, in place
  extractor clean page.html --explain                  how it was read, and where each field comes from
  extractor clean page-1.html page-2.html              the pages of one story are joined
  extractor clean pages/ --format json > articles.json
  extractor clean page.html --keep expected/           what a test is to expect, for you to read and mend

\b
What is no article (an index, a soft 404, a paywall, another language) is set aside with its reason.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some inputs set aside.
"""


@click.command("clean", epilog=_EPILOG)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|- ...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="How to print: for people, as one array, or one object a line.",
)
@click.option("--show-removed", is_flag=True, help="Print what was removed in its place, marked with why.")
@click.option("--explain", is_flag=True, help="Print how the story was found and where each field comes from.")
@click.option("--any-language", is_flag=True, help="Read pages in other languages than Indonesian too.")
@click.option("--all", "everything", is_flag=True, help="Print what was read of pages that are no article, too.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write what a test is to expect into this folder.")
@jobs_option("pages")
def command(  # noqa: PLR0913  one argument for each option
    inputs: tuple[str, ...],
    form: str,
    show_removed: bool,
    explain: bool,
    any_language: bool,
    everything: bool,
    keep: Path | None,
    jobs: int,
) -> int:
    """Print the story and the metadata of pages: files, folders, globs, addresses, or - for standard input."""
    from extractor.cli.cleaning import Wanted, cleaning

    return cleaning(inputs, Wanted(form, show_removed, explain, _pipeline(any_language, everything), keep, jobs))


def _pipeline(any_language: bool, everything: bool) -> str:
    """The function that reads the pages, by module and name."""
    name = "clean_all" if everything else "clean_any" if any_language else "clean_pages"
    return f"extractor.batch.cleaning:{name}"
