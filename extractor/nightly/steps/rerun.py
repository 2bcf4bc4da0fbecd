"""The step `rerun`: stored texts that other patterns read, where what changed can touch them."""

from contextlib import closing

from extractor.batch.reread import Rereading
from extractor.nightly.journal import DONE, STOPPED
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Stopped, Work
from extractor.times import utc


def rerun(work: Work) -> Outcome:
    """Read again as `extractor rerun --changed-only` does; nothing where the patterns are those of last night."""
    with opened(work) as store:
        rereading = Rereading(store, lambda: utc(work.wall()), changed_only=True)
        try:
            with closing(iter(rereading)) as results:
                for _ in results:
                    work.stop.check()
        except Stopped as stopped:
            return Outcome(STOPPED, str(stopped), _counts(rereading))
    return Outcome(DONE, None, _counts(rereading))


def _counts(rereading: Rereading) -> dict[str, int]:
    return {name.replace(" ", "_"): number for name, number in rereading.work.counts.items() if number}
