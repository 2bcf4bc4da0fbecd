"""The store as the steps open it."""

from extractor.nightly.work import Work
from extractor.store import Store


def opened(work: Work) -> Store:
    """The night's store, made where there is none."""
    store = Store(work.store)
    store.create()
    return store


def utc(at: float) -> str:
    """A time (seconds UTC) as the store prints it."""
    from datetime import UTC, datetime

    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}"
