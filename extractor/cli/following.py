"""Bringing the clusters and the register up before they are read, where the store may be written just now."""

import sys

from extractor.cli.clock import now
from extractor.errors import ExtractorError
from extractor.store import Store
from extractor.store.alone import alone
from extractor.store.clusters import cluster
from extractor.store.entries import register, uncompared
from extractor.store.publishing import waiting


def followed(store: Store) -> Store:
    """The store, with its register brought up to what was read and decided, or said to lag."""
    brought_up(store)
    return store


def brought_up(store: Store) -> bool:
    """Whether the register follows all that was read and decided; it is made to, and where it cannot be that is said.

    It cannot where another process writes, or the store is read-only: then the register of before is read.
    """
    with store.reading() as connection:
        groups, apart = waiting(connection), uncompared(connection)
    if not groups:
        return True
    at = now()
    try:
        with alone(store, "register build", at):
            if apart:
                cluster(store)
            register(store, at)
    except (ExtractorError, OSError) as error:
        wait = "1 group of records waits" if groups == 1 else f"{groups:,} groups of records wait"
        told = f"The register lags behind: {wait} for `extractor register build`"
        print(f"{told} ({error}).", file=sys.stderr)
        return False
    return True
