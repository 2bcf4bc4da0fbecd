"""`extractor run`: the main job on the articles that come with the program, and the whole way from a feed on."""

import os
import shutil
import sys
from pathlib import Path

import click

from extractor.cli import DONE, FAILED


@click.command("run")
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Where to write.")
@click.option("--jobs", type=click.IntRange(1, 256), default=2, show_default=True, help="Processes that read articles.")
def command(out: Path, jobs: int) -> int:
    """Read the articles that come with extractor: a table of their award records, and files of all they state.

    Then crawl a little web that this machine serves to itself, and read what it brought: from a feed to records.
    """
    from extractor import folders
    from extractor.cli.job import job

    corpus, here = folders.corpus(), Path.cwd()
    splits = [corpus / split / "articles" for split in ("held_out", "seen")]
    code = job([str(at.relative_to(here) if at.is_relative_to(here) else at) for at in splits], "table", out, jobs)
    click.echo(f"{out}/articles.jsonl and {out}/records.csv are written.", err=True)
    crawled = _crawl(out, jobs)
    called = _called()
    click.echo(f"Try next: {called} extract YOUR-ARTICLES/ --out yours   ({called} --help says more)", err=True)
    return code or crawled


def _crawl(out: Path, jobs: int) -> int:
    """Crawl the demonstration into out/data, read its archive into out/crawled, and say what came of both."""
    from extractor.cli.job import job
    from extractor.sources.demo import crawl_demo
    from extractor.sources.night import ARCHIVE

    click.echo("\nThe whole way, from a feed to records: a little web that this machine serves to itself.", err=True)
    summary = crawl_demo(out / "data")
    for line in summary.to_lines(each=False):
        click.echo(f"  {line}", err=True)
    archives = [str(path) for path in sorted((out / "data" / ARCHIVE).glob("*.warc.gz"))]
    job(archives, None, out / "crawled", jobs)
    click.echo(f"{out}/data holds what the servers sent, {out}/crawled what it states.", err=True)
    return DONE if summary.outcome == "done" and not summary.faults() else FAILED


def _called() -> str:
    """The command as it is called from here: by its name where the shell finds it, by its path from a checkout."""
    if shutil.which("extractor"):
        return "extractor"
    path = Path(sys.argv[0])
    return os.path.relpath(path) if path.name == "extractor" else "python -m extractor"
