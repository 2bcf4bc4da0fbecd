"""One process at a time that writes what the machine reads; people's decisions need not wait for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import text

from extractor.locks import Locked, held
from extractor.store.database import Store

_TAKE = text("SELECT pg_try_advisory_lock(hashtext('extractor ingest'))")


@contextmanager
def alone(store: Store, command: str, now: str) -> Iterator[None]:
    """Be the only one that ingests into a store, or reads its texts again; `Locked` at once where another is.

    Beside a file of SQLite it is a file, ".lock" behind its name; in PostgreSQL a lock that goes with its connection.
    """
    if store.file is not None:
        with held(store.file.with_name(f"{store.file.name}.lock"), store.name, command, _seconds(now)):
            yield
        return
    with store.failing():
        connection = store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        with store.failing():
            taken = connection.execute(_TAKE).scalar()
        if not taken:
            raise Locked(f"{store.name} is held by another process that writes; wait for its end")
        yield
    finally:
        connection.invalidate()  # closed, not given back to the pool with its lock
        connection.close()


def _seconds(now: str) -> float:
    return datetime.fromisoformat(now).timestamp()
