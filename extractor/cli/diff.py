"""`extractor diff`: what two runs read differently."""

from pathlib import Path

import click

from extractor.cli.options import form_option
from extractor.cli.stores import store_options
from extractor.facts import KINDS

_EPILOG = """\b
Examples:
  extractor runs                                       the runs and their numbers
  extractor diff 3 4                                   what was read as of run 4 and not as of run 3
  extractor diff 3 4 --kind records

\b
+ gained, - lost, ~ changed: another value in the same words. Texts that came between the runs are only counted.
Exit codes: 0 done, 1 failed, 2 wrong usage.
"""


@click.command("diff", epilog=_EPILOG)
@click.argument("first", type=int, metavar="RUN1")
@click.argument("second", type=int, metavar="RUN2")
@click.option("--kind", type=click.Choice([*KINDS, "records"]), help="Only of this kind.")
@form_option
@store_options
def command(first: int, second: int, kind: str | None, form: str, data: Path, store: str | None) -> int:
    """Print the facts and records gained, lost and changed between two runs, by the patterns that read them."""
    from extractor.cli.telling_runs import comparing

    return comparing((first, second), kind, form, data, store)
