"""Inputs into the store: named, read by workers, written one after the other, each counted once."""

import hashlib
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from extractor.batch.archived import place_of
from extractor.batch.inputs import expand, is_address, is_here, read
from extractor.batch.kept import PIPELINE
from extractor.batch.pool import extract_each
from extractor.batch.results import FAULT, Input, Result
from extractor.errors import ExtractorError, SetAside
from extractor.sources.places import outlet_name
from extractor.store import Store, pattern_sets
from extractor.store.alone import alone
from extractor.store.ingest import CHANGED, NEW, UNCHANGED, Brought, Ingest
from extractor.store.runs import Run, cut_short

SET_ASIDE, FURTHER = "set aside", "further pages"
COUNTED = (NEW, CHANGED, UNCHANGED, SET_ASIDE, FURTHER)
"""What becomes of an input: exactly one of these of each."""
UNREADABLE = "unreadable"
"""The code of what cannot be read at all."""
_PIECE = 1024 * 1024


class Ingesting:
    """The ingest of what some names stand for: iterated over once, it writes each result and hands it on.

    One at a time works on a store: `Locked` where another does. `clock` gives the time as the store prints it. What was
    read before by the same patterns is not read again: `unread` are WARC files that were not even looked into, and of
    the `inputs` those are left out whose bytes are known; `passed` is called for each of them. `counts` is what became
    of the inputs.
    """

    def __init__(
        self, store: Store, names: Sequence[str], clock: Callable[[], str], *, command: str = "ingest", jobs: int = 1
    ) -> None:
        self.store, self.clock, self.command, self.jobs = store, clock, command, jobs
        self.counts: Counter[str] = Counter()
        self.unread: list[str] = []
        self.passed: Callable[[], None] = lambda: None
        self._archives: dict[str, str] = {}
        self._writer = Ingest(store, Run(command, pattern_sets.current(), clock()))
        self.inputs = expand(names, skipped=self._is_unread)

    def __iter__(self) -> Generator[Result, None, None]:
        with alone(self.store, self.command, self.clock()), cut_short(self._end):
            yield from self._results()
            self._finish()

    def _results(self) -> Iterator[Result]:
        known = self._known()
        for given in self.inputs:
            if given in known:
                yield from self._again(given, known[given])
        unknown = [given for given in self.inputs if given not in known]
        for given, result in extract_each(unknown, self.jobs, pipeline=PIPELINE):
            for each in result.each:
                self.counts[self._write(each)] += 1
                yield each
            self.counts[FURTHER] += len(given.names) - len(result.each)

    def _write(self, result: Result) -> str:
        brought = [Brought(*read) for read in result.read] or [Brought(result.source)]
        if result.extraction is not None:
            return self._writer.article(result.extraction, brought)
        site = None if result.site == "-" else outlet_name(f"https://{result.site}/")
        for one in brought:
            self._writer.set_aside(one, result.code or UNREADABLE, result.reason or "no reason known", site)
            place = place_of(one.source)
            if place and result.code == FAULT:  # worth another try
                self._archives.pop(str(place[0]), None)
        return SET_ASIDE

    def _again(self, given: Input, result: Result) -> Iterator[Result]:
        """An input that is known, counted as it was found before."""
        self.counts[SET_ASIDE if result.reason else UNCHANGED] += 1
        self.counts[FURTHER] += len(given.names) - 1
        if result.reason:
            yield result
        else:
            self.passed()

    def _known(self) -> dict[Input, Result]:
        """The inputs that were read before by the same patterns and have not changed since, and what came of them."""
        names = [name for given in self.inputs if not given.refused for name in given.names]
        rows = self._writer.known(name for name in names if not is_address(name) and not is_here(name))
        found = {}
        for given in self.inputs:
            told = [rows.get(name) for name in given.names]
            one = told[0]
            if given.refused or one is None or any(other is None or other[1:] != one[1:] for other in told):
                continue
            if all(row and row.digest == _digest(name) for name, row in zip(given.names, told, strict=True)):
                found[given] = Result(given.name, None, one.reason, one.code)
        return found

    def _is_unread(self, name: str) -> bool:
        """Whether a WARC file was ingested whole and is the same."""
        digest = _digest_of_file(Path(name))
        if digest is None:
            return False
        if self._writer.is_whole(name, digest):
            self.unread.append(name)
            return True
        self._archives[name] = digest
        return False

    def _finish(self) -> None:
        told = self.told()
        if told["inputs"] != sum(self.counts.values()) or self.counts.keys() - set(COUNTED):
            raise ExtractorError(f"the counts do not add up, which is a fault of extractor: {told}")
        for name, digest in self._archives.items():
            self._writer.whole(name, digest)
        self._writer.end(self.clock(), "done", self.withdrawn, told)

    @property
    def withdrawn(self) -> str | None:
        """That articles of before are none by the patterns of today, in words."""
        if not (count := self._writer.withdrawn):
            return None
        named = "1 article of before is none" if count == 1 else f"{count:,} articles of before are none"
        return f"{named} by the patterns of today, and what was read there is withdrawn"

    def _end(self, outcome: str, reason: str | None) -> None:
        self._writer.end(self.clock(), outcome, reason, dict(+self.counts))

    def told(self) -> dict[str, int]:
        """How many inputs there are, and what became of how many."""
        named = sum(len(given.names) for given in self.inputs)
        return {"inputs": named} | {name: self.counts[name] for name in COUNTED}


def _digest(name: str) -> str | None:
    """SHA-256 of what an input's name leads to now, as the workers count it."""
    with suppress(SetAside):
        return hashlib.sha256(read(name).content).hexdigest()
    return None


def _digest_of_file(path: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:  # said when it is read
        return None
    return digest.hexdigest()
