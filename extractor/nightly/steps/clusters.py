"""The step `clusters`: which of the new articles are one release."""

from extractor.nightly.journal import DONE, STOPPED
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Stopped, Work
from extractor.store.clusters import cluster


def clusters(work: Work) -> Outcome:
    """Bring the clusters up to the articles as they are now; it can be stopped between two batches."""
    with opened(work) as store:
        try:
            done = cluster(store, lambda _: work.stop.check())
        except Stopped as stopped:
            return Outcome(STOPPED, str(stopped))
    return Outcome(DONE, None, done._asdict())
