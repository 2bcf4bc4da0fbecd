"""One process at a time that writes what the machine reads, or that sends digests; people's decisions need not wait."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from extractor.errors import ExtractorError, Locked
from extractor.locks import held
from extractor.store.database import Store
from extractor.store.runs import are_open, end_killed

INGEST, DIGEST = "ingest", "digest"
_TAKE = text("SELECT pg_try_advisory_lock(hashtext(:name))")
_GIVE = text("SELECT pg_advisory_unlock(hashtext(:name))")


@contextmanager
def alone(store: Store, command: str, now: str, work: str = INGEST) -> Iterator[None]:
    """Be the only one that ingests into a store or reads its texts again; or, `DIGEST`, that sends what is new in it.

    `Locked` at once where another is. Beside a file of SQLite it is a file, ".lock" or ".digest.lock" behind its name;
    in PostgreSQL a lock that goes with its connection. Runs of before that have no outcome were killed, and are said
    to be.
    """
    with _alone(store, command, now, work):
        if work == INGEST:
            end_killed(store)
        yield


def is_at_work(store: Store, command: str, now: str) -> bool | None:
    """Whether a run without an outcome is at work: where none is, it was killed, and is said to be from now on.

    None where that cannot be found out, such as in a store that is only read.
    """
    if are_open(store):
        try:
            with alone(store, command, now):
                pass
        except Locked:
            return True
        except ExtractorError:
            return None
    return False


@contextmanager
def _alone(store: Store, command: str, now: str, work: str) -> Iterator[None]:
    if store.file is not None:
        ending = ".lock" if work == INGEST else f".{work}.lock"
        with held(store.file.with_name(store.file.name + ending), store.name, command, _seconds(now)):
            yield
        return
    lock = {"name": f"extractor {work}"}
    with store.failing():
        connection = store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    try:
        with store.failing():
            taken = connection.execute(_TAKE, lock).scalar()
        if not taken:
            raise Locked(f"{store.name} is held by another process that writes; wait for its end")
        try:
            yield
        finally:
            with suppress(DBAPIError):  # the server would see only later that nobody is there, and refuse who is next
                connection.execute(_GIVE, lock)
    finally:
        connection.invalidate()  # closed, not given back to the pool with its lock
        connection.close()


def _seconds(now: str) -> float:
    return datetime.fromisoformat(now).timestamp()
