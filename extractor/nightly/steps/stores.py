"""The store as the steps open it."""

from extractor.errors import ExtractorError
from extractor.nightly import known
from extractor.nightly.known import Missing
from extractor.nightly.work import Work
from extractor.store import Store


def opened(work: Work, *, create: bool = False) -> Store:
    """The night's store; made, if `create`, where the folder never had one. `Missing` where it cannot be worked on."""
    try:
        store = known.opened(work.folder, Store(work.store), create=create)
        with store.reading():
            return store
    except Missing:
        raise
    except ExtractorError as error:
        raise Missing(str(error)) from error
