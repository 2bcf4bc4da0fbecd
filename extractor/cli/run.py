"""`extractor run`: the main job on the articles that come with the program, the way from a feed, and the register."""

import os
import shutil
import sys
from pathlib import Path

import click

from extractor.cli import DONE, FAILED
from extractor.cli.options import jobs_option

_SHOWN = 40
"""Entries of the register that are printed: one looks at a page."""


@click.command("run")
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Where to write.")
@jobs_option("articles", 2)
def command(out: Path, jobs: int) -> int:
    """Read the articles that come with extractor: a table of their award records, and files of all they state.

    Then crawl a little web that this machine serves to itself, and read what it brought: from a feed to records. At the
    end stands the register of all the articles: what they say together of each award, and a dataset of it.
    """
    from extractor import folders
    from extractor.cli.extracting import extracting

    corpus, here = folders.corpus(), Path.cwd()
    splits = [corpus / split / "articles" for split in ("held_out", "seen")]
    names = [str(at.relative_to(here) if at.is_relative_to(here) else at) for at in splits]
    code = extracting(names, "table", out, jobs)
    click.echo(f"{out}/articles.jsonl and {out}/records.csv are written.", err=True)
    code = _crawl(out, jobs) or code
    code = _register(names, out, jobs) or code
    called = _called()
    click.echo(f"Try next: {called} register show ENTRY --data {out}   with an entry of the last column", err=True)
    click.echo(f"     and: {called} extract YOUR-ARTICLES/ --out yours   ({called} --help says more)", err=True)
    return code


def _crawl(out: Path, jobs: int) -> int:
    """Crawl the demonstration into out/data, read its archive into out/crawled, and say what came of both."""
    from extractor.cli.extracting import extracting
    from extractor.sources.demo import crawl_demo
    from extractor.sources.night import ARCHIVE

    click.echo("\nThe whole way, from a feed to records: a little web that this machine serves to itself.", err=True)
    summary = crawl_demo(out / "data")
    for line in summary.to_lines(each=False):
        click.echo(f"  {line}", err=True)
    archives = [str(path) for path in sorted((out / "data" / ARCHIVE).glob("*.warc.gz"))]
    extracting(archives, None, out / "crawled", jobs)
    click.echo(f"{out}/data holds what the servers sent, {out}/crawled what it states.", err=True)
    return DONE if summary.outcome == "done" and not summary.faults() else FAILED


def _register(names: list[str], out: Path, jobs: int) -> int:
    """Keep the articles in out/store.sqlite, print the head of their register, and export all of it to out/dataset."""
    from extractor.cli.clock import now
    from extractor.cli.exporting import exporting
    from extractor.cli.ingesting import ingesting
    from extractor.cli.register.registering import built, register_table
    from extractor.cli.stores import opened
    from extractor.store.clusters import cluster
    from extractor.store.entries import register

    click.echo("\nThe register: what all the articles say together of each award.", err=True)
    code = ingesting(names, out, None, jobs)
    with opened(out, None) as store:
        cluster(store)
        click.echo(built(register(store, now())), err=True)
        total = register_table(store, _SHOWN)
    click.echo(f"{min(_SHOWN, total):,} of {total:,} entries; all of them as a dataset that can be cited:", err=True)
    return exporting(out / "dataset", "datapackage", (out, None), (None, None), force=True) or code


def _called() -> str:
    """The command as it is called from here: by its name where the shell finds it, by its path from a checkout."""
    if shutil.which("extractor"):
        return "extractor"
    path = Path(sys.argv[0])
    return os.path.relpath(path) if path.name == "extractor" else "python -m extractor"
