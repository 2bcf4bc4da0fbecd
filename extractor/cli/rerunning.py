"""The job of `extractor rerun`: stored texts read again, what became of them told on standard error."""

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.article import Article
from extractor.batch.reread import reread_all
from extractor.batch.results import Result
from extractor.cli import DONE, SET_ASIDE, printable
from extractor.cli.ingesting import now
from extractor.cli.job import ticking, told
from extractor.cli.stores import opened
from extractor.errors import ExtractorError
from extractor.store import pattern_sets, rerun
from extractor.store.rerun import COUNTED, Rerun
from extractor.store.runs import Run


def rerunning(named: Sequence[str], data: Path, store: str | None, jobs: int, *, changed_only: bool) -> int:
    """Read stored texts again; the exit code."""
    with opened(data, store) as into:
        run = Run("rerun", pattern_sets.current(), now())
        work = Rerun(into, run, changed_only=changed_only, named=named)
        for version, reach in work.reaches.items():
            if reach.everything:
                print(f"all texts read by patterns {version}: {printable(reach.everything)}", file=sys.stderr)
        try:
            with ticking(len(work.due)) as ticker:
                for _ in told(_read(work, jobs), ticker):
                    pass
        except BaseException as error:
            stopped = isinstance(error, KeyboardInterrupt)
            work.end(now(), "stopped" if stopped else "failed", None if stopped else str(error))
            raise
        _add_up(work)
        work.end(now(), "done")
    print(_summary(work, into.name), file=sys.stderr)
    return SET_ASIDE if work.counts[rerun.SET_ASIDE] else DONE


def _read(work: Rerun, jobs: int) -> Iterator[Result]:
    """The results of the texts that are to be read, each written before the next is asked for."""
    numbers = deque[int]()

    def articles() -> Iterator[Article]:
        for number, article in work.articles():
            numbers.append(number)
            yield article

    for result in reread_all(articles(), jobs):
        work.write(numbers.popleft(), result.extraction)
        yield result


def _add_up(work: Rerun) -> None:
    if sum(work.counts.values()) != len(work.due):
        raise ExtractorError(f"the counts do not add up, which is a fault of extractor: {dict(work.counts)}")


def _summary(work: Rerun, store: str) -> str:
    if not work.due:
        return f"{store}: nothing to read again: all texts were read by the patterns of now"
    became = ", ".join(f"{work.counts[name]:,} {name}" for name in COUNTED if work.counts[name])
    return f"{len(work.due):,} text{'s'[: len(work.due) != 1]} of {store}: {became}"
