"""The job of `extractor ingest`: inputs into the store, what became of each told on standard error."""

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from extractor.batch.ingesting import COUNTED, Ingesting
from extractor.cli import DONE, SET_ASIDE
from extractor.cli.clock import now
from extractor.cli.inputs import tell_of_lists, ticking, told
from extractor.cli.stores import opened
from extractor.cli.telling_runs import in_words


def ingesting(names: Sequence[str], data: Path, store: str | None, jobs: int) -> int:
    """Put what is named into the store; the exit code."""
    with opened(data, store, create=True) as into:
        work = Ingesting(into, names, now, jobs=jobs)
        tell_of_lists(names, work.inputs)
        with ticking(len(work.inputs)) as ticker, closing(work.__iter__()) as results:
            work.passed = ticker.step
            for _ in told(results, ticker):
                pass
    print(_summary(work, into.name), file=sys.stderr)
    return SET_ASIDE if work.counts["set aside"] else DONE


def _summary(work: Ingesting, store: str) -> str:
    counts = work.told()
    became = ", ".join(in_words(name, counts[name]) for name in COUNTED if counts[name]) or "nothing to do"
    files = len(work.unread)
    same = "; 1 WARC file as it was" if files == 1 else f"; {files:,} WARC files as they were"
    told = f"{counts['inputs']:,} input{'s'[: counts['inputs'] != 1]} into {store}: {became}{same if files else ''}"
    return f"{told}; {work.withdrawn}" if work.withdrawn else told
