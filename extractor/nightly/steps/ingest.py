"""The step `ingest`: what the archive got, cleaned, read and put into the store."""

from collections import Counter
from contextlib import closing
from typing import Any

from extractor.batch.ingesting import SET_ASIDE, Ingesting
from extractor.batch.results import Result
from extractor.clean.drift import Drift, Watch
from extractor.nightly.journal import DONE, STOPPED
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Stopped, Work
from extractor.sources.night import ARCHIVE
from extractor.times import utc

_UNNAMED = "cannot be read"
"""What pages without a code are set aside for."""


def ingest(work: Work) -> Outcome:
    """Ingest the archive; what the store knows already is passed over."""
    archive = work.folder / ARCHIVE
    seen = _Seen()
    with opened(work, create=True) as store:
        if not archive.is_dir() or not any(archive.iterdir()):
            return Outcome(DONE, "the archive is empty")
        ingesting = Ingesting(store, [str(archive)], lambda: utc(work.wall()), command="nightly")
        try:
            with closing(iter(ingesting)) as results:
                for result in results:
                    seen.see(result)
                    work.stop.check()
        except Stopped as stopped:
            return Outcome(STOPPED, str(stopped), _counts(ingesting, seen))
    return Outcome(DONE, ingesting.withdrawn, _counts(ingesting, seen), aside=bool(seen.aside))


def _counts(ingesting: Ingesting, seen: "_Seen") -> dict[str, Any]:
    became = {name.replace(" ", "_"): number for name, number in ingesting.counts.items() if name != SET_ASIDE}
    read = {"read": seen.read, "records": seen.records, "set_aside": seen.aside.total(), "aside": dict(seen.aside)}
    return became | read | {"drift": [list(drift) for drift in seen.drifts]}


class _Seen:
    """What health is judged by, of the pages that were read and not only known from before."""

    def __init__(self) -> None:
        self.read = self.records = 0
        self.aside: Counter[str] = Counter()
        self.drifts: list[Drift] = []
        self._watch = Watch()

    def see(self, result: Result) -> None:
        """One more."""
        if not result.read:
            return
        self.read += 1
        if result.extraction is None:
            self.aside[result.code or _UNNAMED] += 1
            return
        self.records += len(result.extraction["records"])
        if drift := self._watch.see(result.site, result.missed):
            self.drifts.append(drift)
