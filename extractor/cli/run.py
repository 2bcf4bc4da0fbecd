"""`extractor run`: the main job on the articles that come with the program."""

import os
import shutil
import sys
from pathlib import Path

import click


@click.command("run")
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Where to write.")
@click.option("--jobs", type=click.IntRange(1, 256), default=2, show_default=True, help="Processes that read articles.")
def command(out: Path, jobs: int) -> int:
    """Read the articles that come with extractor: a table of their award records, and files of all they state."""
    from extractor import folders
    from extractor.cli.job import job

    corpus, here = folders.corpus(), Path.cwd()
    name = corpus.relative_to(here) if corpus.is_relative_to(here) else corpus
    code = job([str(name)], "table", out, jobs)
    click.echo(f"{out}/articles.jsonl and {out}/records.csv are written.", err=True)
    called = _called()
    click.echo(f"Try next: {called} extract YOUR-ARTICLES/ --out yours   ({called} --help says more)", err=True)
    return code


def _called() -> str:
    """The command as it is called from here: by its name where the shell finds it, by its path from a checkout."""
    if shutil.which("extractor"):
        return "extractor"
    path = Path(sys.argv[0])
    return os.path.relpath(path) if path.name == "extractor" else "python -m extractor"
