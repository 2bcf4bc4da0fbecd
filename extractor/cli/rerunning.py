"""The job of `extractor rerun`: stored texts read again, what became of them told on standard error."""

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from extractor.batch.reread import Rereading
from extractor.cli import DONE, SET_ASIDE, printable
from extractor.cli.clock import now
from extractor.cli.inputs import ticking, told
from extractor.cli.stores import opened
from extractor.store import rerun
from extractor.store.rerun import COUNTED, Rerun


def rerunning(named: Sequence[str], data: Path, store: str | None, jobs: int, *, changed_only: bool) -> int:
    """Read stored texts again; the exit code."""
    with opened(data, store) as into:
        job = Rereading(into, now, named=named, changed_only=changed_only, jobs=jobs)
        for version, reach in job.work.reaches.items():
            if reach.everything:
                print(f"all texts read by patterns {version}: {printable(reach.everything)}", file=sys.stderr)
        with ticking(len(job.work.due)) as ticker, closing(job.__iter__()) as results:
            for _ in told(results, ticker):
                pass
    print(_summary(job.work, into.name), file=sys.stderr)
    return SET_ASIDE if job.work.counts[rerun.SET_ASIDE] else DONE


def _summary(work: Rerun, store: str) -> str:
    if not work.due:
        return f"{store}: nothing to read again; all texts were read by the patterns of now"
    became = ", ".join(f"{work.counts[name]:,} {name}" for name in COUNTED if work.counts[name])
    return f"{len(work.due):,} text{'s'[: len(work.due) != 1]} of {store}: {became}"
