"""Inputs on their way: a bar that tells how many are done, and what people must know of each, on standard error."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from extractor.batch import Result
from extractor.batch.inputs import lists_below
from extractor.batch.results import Input
from extractor.clean.drift import Watch
from extractor.cli import printable


class Ticker(Protocol):
    """What is told of progress: a step for each input, and lines between."""

    def step(self) -> None:
        """One input is done."""

    def say(self, line: str) -> None:
        """A line on standard error."""


class _Silent:
    """Lines on standard error and no bar: it is no terminal."""

    def step(self) -> None:
        pass

    def say(self, line: str) -> None:
        print(line, file=sys.stderr)


def tell_of_lists(names: Iterable[str], inputs: Iterable[Input]) -> None:
    """Say of folders which lists in them are passed over; of one without anything else its refusal says so."""
    refused = {given.name for given in inputs if given.refused}
    for name in names:
        count = lists_below(name) if name not in refused else 0
        if count:
            lists = "1 list of articles" if count == 1 else f"{count:,} lists of articles"
            print(f"note: {printable(name)}: {lists} (.jsonl) not read; name what is to be", file=sys.stderr)


@contextmanager
def ticking(total: int) -> Iterator[Ticker]:
    """A progress bar where standard error is a terminal and there is more than one input."""
    if total < 2 or not sys.stderr.isatty():
        yield _Silent()
        return
    from extractor.cli.progress import Bar

    with Bar(total) as bar:
        yield bar


def told(results: Iterable[Result], ticker: Ticker) -> Iterator[Result]:
    """The results, with what people must know of each said on its way: set aside, notes, a site that drifts."""
    watch = Watch()
    for result in results:
        source = printable(result.source)
        if result.extraction is None:
            ticker.say(f"set aside: {source}: {printable(result.reason or 'no reason known')}")
        for note in result.notes:
            ticker.say(f"note: {source}: {printable(note)}")
        drift = watch.see(result.site, result.missed) if result.extraction is not None else None
        if drift:
            ticker.say(f"drift: {printable(str(drift))}")
        yield result
        ticker.step()
