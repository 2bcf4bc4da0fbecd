"""The step `clusters`: which of the new articles are one release."""

from extractor.nightly.journal import DONE
from extractor.nightly.steps.stores import opened
from extractor.nightly.work import Outcome, Work
from extractor.store.clusters import cluster


def clusters(work: Work) -> Outcome:
    """Bring the clusters up to the articles as they are now."""
    with opened(work) as store:
        return Outcome(DONE, None, cluster(store)._asdict())
