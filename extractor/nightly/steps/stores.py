"""The store as the steps open it."""

from extractor.nightly.work import Work
from extractor.store import Store


def opened(work: Work) -> Store:
    """The night's store, made where there is none."""
    store = Store(work.store)
    store.create()
    return store
