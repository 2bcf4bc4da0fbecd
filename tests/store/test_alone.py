"""One ingest at a time on a store: the second is told at once, and who died holds nothing."""

import multiprocessing
import os
import time

import pytest
from sqlalchemy import event, select, text

from extractor.errors import Locked
from extractor.store import Store
from extractor.store.alone import DIGEST, alone, is_at_work
from extractor.store.pattern_sets import PatternSet
from extractor.store.runs import Run
from extractor.store.tables import runs

NOW = "2026-11-22T03:20:00Z"


def hold_and_die(url: str) -> None:
    with Store(url) as store, alone(store, "ingest", NOW):
        os._exit(9)


def test_the_second_is_told_at_once(store: Store, store_url: str) -> None:
    with (
        Store(store_url) as other,
        alone(store, "ingest", NOW),
        pytest.raises(Locked, match=r"is held by .*; wait for its end"),
        alone(other, "ingest", NOW),
    ):
        pass


def test_afterwards_another_may(store: Store, store_url: str) -> None:
    with Store(store_url) as other:
        with alone(store, "ingest", NOW):
            pass
        with alone(other, "ingest", NOW):
            pass
        with alone(store, "ingest", NOW):
            pass


@pytest.mark.parametrize("backend", ["postgresql"])
def test_who_fails_gives_the_lock_back_before_it_leaves(store: Store, store_url: str) -> None:
    held: list[int] = []
    with Store(store_url) as other, other.reading() as connection:

        @event.listens_for(store.engine, "invalidate")
        def leaves(*_: object) -> None:
            held.append(connection.scalar(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")))

        with pytest.raises(ZeroDivisionError), alone(store, "extractor digest", NOW, DIGEST):
            raise ZeroDivisionError
    assert held == [0]


def test_who_died_holds_nothing(store: Store, store_url: str) -> None:
    dead = multiprocessing.get_context("spawn").Process(target=hold_and_die, args=(store_url,))
    dead.start()
    dead.join()
    assert dead.exitcode == 9
    time.sleep(0.5)  # a server hears of its clients' ends by their sockets
    with alone(store, "ingest", NOW):
        pass


def test_decisions_need_not_wait(store: Store, store_url: str) -> None:
    with alone(store, "ingest", NOW), Store(store_url) as other, other.writing() as connection:
        connection.execute(text("INSERT INTO pattern_sets (version, files) VALUES ('a', '{}')"))


def test_two_stores_are_worked_on_at_the_same_time(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Store(tmp_path_factory.mktemp("other") / "store.sqlite") as other:
        other.create()
        with alone(store, "ingest", NOW), alone(other, "ingest", NOW):
            pass


def begun(store: Store) -> None:
    """A run that is begun and comes to no end."""
    with store.writing() as connection:
        Run("ingest", PatternSet("a" * 16, {}, {}), NOW).number(connection)


def outcomes(store: Store) -> list[str | None]:
    with store.reading() as connection:
        return list(connection.scalars(select(runs.c.outcome).order_by(runs.c.id)))


def test_a_run_that_was_killed_is_said_to_be_by_the_next(store: Store) -> None:
    begun(store)
    with alone(store, "ingest", NOW):
        assert outcomes(store) == ["killed"]


def test_a_digest_says_nothing_of_a_run_that_may_be_at_work(store: Store) -> None:
    begun(store)
    with alone(store, "digest", NOW, DIGEST):
        assert outcomes(store) == [None]


def test_a_run_that_is_at_work_is_said_to_be(store: Store, store_url: str) -> None:
    with Store(store_url) as other, alone(store, "ingest", NOW):
        begun(store)
        assert is_at_work(other, "runs", NOW) is True
        assert outcomes(store) == [None]
    assert is_at_work(store, "runs", NOW) is False
    assert outcomes(store) == ["killed"]
