"""Runs: what wrote into the store, when, with which patterns, and what came of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, select, update

from extractor.errors import ExtractorError
from extractor.store import pattern_sets, tables
from extractor.store.database import Store
from extractor.store.pattern_sets import PatternSet

KILLED = "killed"
"""How a run ended that wrote nothing of its end; when that was nobody knows."""


class Run:
    """One run of a command; it has a row from its first writing on, so that a run that writes nothing leaves none.

    `started` and all later times are ISO texts in UTC, to the second.
    """

    def __init__(self, command: str, patterns: PatternSet, started: str) -> None:
        self.command, self.patterns, self.started = command, patterns, started
        self.id: int | None = None

    def number(self, connection: Connection) -> int:
        """The run's id, its row written where there is none yet; to be asked within `writing`."""
        if self.id is None:
            pattern_sets.keep(connection, self.patterns)
            row = {"command": self.command, "patterns": self.patterns.version, "started": self.started}
            self.id = connection.execute(tables.runs.insert().returning(tables.runs.c.id), row).scalar_one()
        return self.id

    @contextmanager
    def writing(self, store: Store, *, lasting: bool = False) -> Iterator[Connection]:
        """A transaction of the run, which begins in it or not at all; see `Store.writing`."""
        begun = self.id
        try:
            with store.writing(lasting=lasting) as connection:
                yield connection
        except BaseException:
            self.id = begun
            raise

    def end(self, connection: Connection, ended: str, outcome: str, reason: str | None, counts: dict[str, Any]) -> None:
        """Write what came of the run: done, stopped or failed; nothing where it wrote nothing."""
        if self.id is None:
            return
        told = {"ended": ended, "outcome": outcome, "reason": reason, "counts": counts}
        column = tables.runs.c
        mine = (column.id == self.id, column.command == self.command, column.started == self.started)
        if not connection.execute(update(tables.runs).where(*mine).values(told)).rowcount:
            self.id = None  # a crash of the server took the row with all that the run wrote
            connection.execute(update(tables.runs).where(column.id == self.number(connection)).values(told))


@contextmanager
def cut_short(end: Callable[[str, str | None], object]) -> Iterator[None]:
    """What keeps a run from its end is written down by `end`, which is given the outcome and the reason."""
    try:
        yield
    except BaseException as error:  # Ctrl-C too, and whoever iterates may have had enough
        with suppress(ExtractorError):  # why it stopped is said already, and may be that nothing can be written
            if isinstance(error, ExtractorError):
                end("failed", str(error))
            else:
                end("stopped", None)
        raise


def are_open(store: Store) -> bool:
    """Whether there are runs without an outcome: at work, or killed."""
    with store.reading() as connection:
        return connection.execute(select(tables.runs.c.id).where(_OPEN).limit(1)).first() is not None


def end_killed(store: Store) -> None:
    """Write of all runs without an outcome that they were killed; for whoever is alone, so that none is at work."""
    if are_open(store):
        with store.writing() as connection:
            connection.execute(update(tables.runs).where(_OPEN).values(outcome=KILLED))


_OPEN = tables.runs.c.outcome.is_(None)
