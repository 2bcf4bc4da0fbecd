"""The job of `extractor ingest`: inputs into the store, what became of each told on standard error."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from extractor.batch.ingesting import COUNTED, finish, ingest, named
from extractor.batch.results import Input, Result
from extractor.cli import DONE, SET_ASIDE
from extractor.cli.job import ticking, told
from extractor.cli.stores import opened
from extractor.store import pattern_sets
from extractor.store.ingest import Ingest
from extractor.store.runs import Run


def ingesting(names: Sequence[str], data: Path, store: str | None, jobs: int) -> int:
    """Put what is named into the store; the exit code."""
    inputs = named(names)
    with opened(data, store, create=True) as into:
        writer = Ingest(into, Run("ingest", pattern_sets.current(), now()))
        counts: Counter[str] = Counter()
        try:
            with ticking(len(inputs)) as ticker:
                for _ in told(_counting(inputs, writer, jobs, counts), ticker):
                    pass
        except BaseException as error:
            stopped = isinstance(error, KeyboardInterrupt)
            writer.end(now(), "stopped" if stopped else "failed", None if stopped else str(error), dict(counts))
            raise
        whole = finish(counts, inputs)
        writer.end(now(), "done", None, whole)
    print(_summary(whole, into.name), file=sys.stderr)
    return SET_ASIDE if whole["set aside"] else DONE


def now() -> str:
    """The time, as the store prints it."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _counting(inputs: Sequence[Input], writer: Ingest, jobs: int, counts: Counter[str]) -> Iterator[Result]:
    for result, so_far in ingest(inputs, writer, jobs):
        yield result
        counts.clear()
        counts.update(so_far)


def _summary(counts: dict[str, int], store: str) -> str:
    became = ", ".join(f"{counts[name]:,} {name}" for name in COUNTED if counts[name]) or "nothing"
    return f"{counts['inputs']:,} input{'s'[: counts['inputs'] != 1]} into {store}: {became}"
