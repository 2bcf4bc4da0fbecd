"""Inputs into the store: named, read by workers, written one after the other, each counted once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.batch.inputs import expand
from extractor.batch.kept import PIPELINE
from extractor.batch.pool import extract_each
from extractor.batch.results import Input, Result
from extractor.errors import ExtractorError
from extractor.store.ingest import Brought, Ingest

NEW, CHANGED, UNCHANGED, SET_ASIDE, FURTHER = "new", "changed", "unchanged", "set aside", "further pages"
COUNTED = (NEW, CHANGED, UNCHANGED, SET_ASIDE, FURTHER)
"""What becomes of an input: exactly one of these of each."""
UNREADABLE = "unreadable"
"""The code of what cannot be read at all."""
_EXTRACTED = "holds what was read already, by patterns that nobody knows any more: name the pages it was read from"


def named(names: Sequence[str]) -> list[Input]:
    """The inputs that names stand for; what `extractor extract` wrote is refused.

    A line of articles.jsonl lacks what the store keeps of a page (its bytes' digest, the time at which it was sent, its
    sections, the patterns that read it), and would stand beside the same article as another.
    """
    return [
        given._replace(refused=_EXTRACTED) if Path(given.name).suffix == ".jsonl" and not given.refused else given
        for given in expand(names)
    ]


def ingest(
    inputs: Sequence[Input], into: Ingest, jobs: int = 1, pipeline: str = PIPELINE
) -> Iterator[tuple[Result, Counter[str]]]:
    """Write inputs, in their order; each result with what became of its inputs so far."""
    counts: Counter[str] = Counter()
    for given, result in extract_each(inputs, jobs, pipeline=pipeline):
        for each in result.each:
            counts[_write(each, into)] += 1
            yield each, counts
        counts[FURTHER] += len(given.names) - len(result.each)


def finish(counts: Counter[str], inputs: Sequence[Input]) -> dict[str, int]:
    """The counts of a run, which add up, or `ExtractorError`."""
    told = {"inputs": sum(len(given.names) for given in inputs)} | {name: counts[name] for name in COUNTED}
    if told["inputs"] != sum(counts.values()) or counts.keys() - set(COUNTED):
        raise ExtractorError(f"the counts do not add up, which is a fault of extractor: {told}")
    return told


def _write(result: Result, into: Ingest) -> str:
    brought = [Brought(*read) for read in result.read] or [Brought(result.source)]
    if result.extraction is not None:
        return into.article(result.extraction, brought)
    for one in brought:
        into.set_aside(one, result.code or UNREADABLE, result.reason or "no reason known", _site(result))
    return SET_ASIDE


def _site(result: Result) -> str | None:
    from extractor.sources.places import outlet_name

    return None if result.site == "-" else outlet_name(f"https://{result.site}/")


