"""Many articles: each is read or set aside with its reason, and none touches its neighbours."""

from collections.abc import Iterable, Iterator

from extractor.batch.inputs import expand
from extractor.batch.pool import extract_all
from extractor.batch.results import Input, Result

__all__ = ["Input", "Result", "expand", "extract_all", "extract_named"]


def extract_named(names: Iterable[str], jobs: int = 1) -> Iterator[Result]:
    """The outcome of every article that paths, folders, globs, addresses or "-" name, in their order."""
    return extract_all(expand(names), jobs)
