"""The step `register`: the entries whose claims changed, made anew."""

from extractor.nightly.journal import DONE, STOPPED
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Stopped, Work
from extractor.store.entries import register as make_entries
from extractor.times import utc


def register(work: Work) -> Outcome:
    """Bring the register up to the claims as they are now; it can be stopped between two batches."""
    with opened(work) as store:
        try:
            done = make_entries(store, utc(work.wall()), told=lambda *_: work.stop.check())
        except Stopped as stopped:
            return Outcome(STOPPED, str(stopped))
    return Outcome(DONE, None, done._asdict())
