"""One ingest at a time on a store: the second is told at once, and who died holds nothing."""

import multiprocessing
import os
import time

import pytest
from sqlalchemy import text

from extractor.errors import Locked
from extractor.store import Store
from extractor.store.alone import alone

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
