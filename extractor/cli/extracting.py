"""The job of `extractor extract`: inputs in, outputs written, what happened told on standard error."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import methodcaller
from pathlib import Path

from extractor.batch import Result, expand, extract_all
from extractor.batch.archived import with_award_words
from extractor.cli import DONE, SET_ASIDE, discard_stdout
from extractor.cli.inputs import Ticker, tell_of_lists, ticking, told
from extractor.cli.output import Files, Output, on_stdout
from extractor.facts import KINDS


def extracting(
    names: Sequence[str], form: str | None, out: Path | None, jobs: int, *, awards_only: bool = False
) -> int:
    """Read all inputs and print or write them; the exit code. `form` None: what suits standard output.

    `awards_only` leaves out the pages of WARC files whose bytes hold no award's name.
    """
    if form is None and out is None:
        form = "table" if sys.stdout.isatty() else "jsonl"
    inputs = expand(names, with_award_words() if awards_only else None)
    tell_of_lists(names, inputs)
    outputs: list[Output] = [Files(out)] if out is not None else []
    if form:
        outputs.append(on_stdout(form))
    try:
        with ticking(len(inputs)) as ticker:
            counts = _deliver(extract_all(inputs, jobs), outputs, ticker)
        _each(outputs, methodcaller("finish"))
    finally:
        for output in outputs:
            output.close()
    named = sum(len(given.names) for given in inputs)
    if named > 1 or form == "table":
        print(_summary(named, counts), file=sys.stderr)
    return SET_ASIDE if counts["set aside"] else DONE


def _deliver(results: Iterable[Result], outputs: list[Output], ticker: Ticker) -> Counter[str]:
    """Write every result and count what was found in all."""
    counts: Counter[str] = Counter()
    for result in told(results, ticker):
        extraction = result.extraction
        if extraction is None:
            counts["set aside"] += 1
        else:
            counts["articles"] += 1
            counts.update({kind: len(extraction.get(kind, ())) for kind in ("records", *KINDS)})
            _each(outputs, methodcaller("write", extraction))
    return counts


def _each(outputs: list[Output], step: Callable[[Output], None]) -> None:
    """Take a step with every output; a pipe whose reader has seen enough is left out where files are written too."""
    for output in list(outputs):
        try:
            step(output)
        except BrokenPipeError:
            if len(outputs) == 1:
                raise
            outputs.remove(output)
            discard_stdout()


def _summary(inputs: int, counts: Counter[str]) -> str:
    """How many inputs became what, and how many facts of each kind; the inputs left are further pages of stories."""
    joined = inputs - counts["articles"] - counts["set aside"]
    further = f" with {joined} further page{'s'[: joined != 1]} of their stories" if joined else ""
    facts = ", ".join(f"{kind.replace('_', ' ')} {counts[kind]}" for kind in KINDS if counts[kind])
    aside = f" and {counts['set aside']} set aside" if counts["set aside"] else ""
    read = f"{inputs} input{'s'[: inputs != 1]}: {counts['articles']} read{further}{aside}"
    told = f"{read}; award records {counts['records']}"
    return f"{told}, {facts}" if facts else told
