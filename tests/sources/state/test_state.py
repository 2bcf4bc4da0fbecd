"""The state: transactions whole or not at all, each story counted once, lists planned once a night."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from extractor.sources.discovery.candidate import Listing
from extractor.sources.state import State, StateError, begin_run, end_run, note, set_note
from extractor.sources.state.candidates import Met, became, meet, take_up
from extractor.sources.state.lists import answer_list, due_lists, list_at, listing_of, plan_lists
from extractor.sources.state.statistics import given
from extractor.sources.state.tables import candidates

HOUR, DAY = 3600.0, 86_400.0


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with State(tmp_path / "state.sqlite") as made:
        yield made


def met(number: int, wanted: str | None = "headline: Paritrana", **more: str) -> Met:
    url = f"https://koran.example/{number}"
    told = Met(url, url, "koran.example", "Kota", None, None, "https://koran.example/feed", wanted)
    return told._replace(**more)  # type: ignore[arg-type]


def test_a_transaction_is_whole_or_not_at_all(state: State) -> None:
    def fail() -> None:
        with state.transaction() as connection:
            set_note(connection, "a", "1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with state.transaction() as connection:
        assert note(connection, "a") is None


def test_two_that_write_at_once_wait_for_each_other(tmp_path: Path, state: State) -> None:
    def write() -> None:
        with State(tmp_path / "state.sqlite") as other, other.transaction() as connection:
            set_note(connection, "b", "1")

    thread = threading.Thread(target=write)
    with state.transaction() as connection:
        thread.start()
        time.sleep(0.1)
        set_note(connection, "a", "1")
    thread.join()
    with state.transaction() as connection:
        assert (note(connection, "a"), note(connection, "b")) == ("1", "1")


def test_what_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite").write_bytes(b"bukan basis data" * 999)
    with pytest.raises(StateError, match=r"state.sqlite: is damaged \(file is not a database\): move it away"):
        State(tmp_path / "state.sqlite")


def test_its_log_is_written_ahead(tmp_path: Path, state: State) -> None:
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    state.close()


@pytest.mark.parametrize(
    ("outcome", "later", "resumed"),
    [
        ("done", HOUR, False),
        ("stopped", HOUR, True),
        ("failed", HOUR, True),
        (None, HOUR, True),
        (None, 30 * HOUR, False),
        (None, -HOUR, False),
    ],
)
def test_a_night_that_did_not_come_to_its_end_is_taken_up(
    state: State, outcome: str | None, later: float, resumed: bool
) -> None:
    with state.transaction() as connection:
        first = begin_run(connection, DAY, "a")
        if outcome:
            end_run(connection, first, DAY + 1, outcome, {})
        second = begin_run(connection, DAY + later, "b")
    assert (second.resumed, second.night, second.killed) == (resumed, DAY if resumed else DAY + later, outcome is None)


def test_a_story_counts_once_in_a_run_however_many_lists_name_it(state: State) -> None:
    with state.transaction() as connection:
        first = meet(connection, [met(1), met(1), met(2, None)], 1, 0.0)
        second = meet(connection, [met(1), met(2, None), met(3)], 1, 0.0)
        assert [waiting.ask.url[-1] for waiting in (*first.asks, *second.asks)] == ["1", "3"]
        assert first.met + second.met == {"koran.example": 3}
        assert became(connection, 1) == {"koran.example": {"waiting": 2, "set aside": 1}}


def test_a_story_that_a_second_list_makes_wanted_is_asked_for(state: State) -> None:
    with state.transaction() as connection:
        meet(connection, [met(1, None)], 1, 0.0)
        later = meet(connection, [met(1, "tag: Paritrana", found_in="https://koran.example/tag/paritrana")], 1, 1.0)
        assert [waiting.ask.found_in for waiting in later.asks] == ["https://koran.example/tag/paritrana"]
        assert became(connection, 1) == {"koran.example": {"waiting": 1}}


def test_a_wanted_story_wins_over_the_same_one_unwanted_in_one_list(state: State) -> None:
    with state.transaction() as connection:
        assert len(meet(connection, [met(1, None), met(1)], 1, 0.0).asks) == 1


def test_what_waits_is_taken_up_by_the_next_run_and_counts_in_it(state: State) -> None:
    with state.transaction() as connection:
        meet(connection, [met(1), met(2, None)], 1, 0.0)
        assert [waiting.ask.url[-1] for waiting in take_up(connection, 2, 1.0, None)] == ["1"]
        assert became(connection, 2) == {"koran.example": {"waiting": 1}}
        assert list(take_up(connection, 3, 1.0, frozenset(["lain.example"]))) == []


def test_a_list_is_planned_once_a_night_and_again_in_the_next(state: State) -> None:
    feed = Listing("https://koran.example/tag/a/feed", "feed")
    listing = Listing("https://koran.example/tag/a", "index", award="A", tag="a", otherwise=(feed,))
    with state.transaction() as connection:
        assert [due.listing for due in plan_lists(connection, "koran.example", (listing, listing), 1.0)] == [listing]
        answer_list(connection, listing.url, {"asked": 2.0, "etag": '"1"'})
        assert plan_lists(connection, "koran.example", (listing,), 1.0) == []
        assert due_lists(connection, None) == []
        assert [due.etag for due in plan_lists(connection, "koran.example", (listing,), 9.0)] == ['"1"']
        assert [due.listing for due in due_lists(connection, None)] == [listing]
        row = list_at(connection, listing.url)
        assert row is not None
        assert listing_of(row) == listing


def test_a_list_that_was_not_answered_stays_due_in_later_nights(state: State) -> None:
    with state.transaction() as connection:
        plan_lists(connection, "koran.example", (Listing("https://koran.example/2", "index"),), 1.0)
        assert [due.outlet for due in due_lists(connection, None)] == ["koran.example"]
        assert due_lists(connection, frozenset(["lain.example"])) == []


def test_an_outlet_that_falls_silent_is_far_from_its_own_median(state: State) -> None:
    with state.transaction() as connection:
        for number in range(6):
            run = begin_run(connection, number * DAY, "a")
            end_run(connection, run, number * DAY + HOUR, "done", {})
            meet(connection, [met(number * 10 + one) for one in range(6 if number < 5 else 1)], run.id, number * DAY)
        stored = candidates.update().values(fetched=candidates.c.found + 60)
        connection.execute(stored)
        rows = given(connection)
        assert connection.execute(select(candidates)).first()
    assert [(row.stored, row.latest, row.usual, row.is_strange) for row in rows] == [(31, 1, 6.0, True)]


def test_an_outlet_that_gives_what_it_always_gave_is_as_usual(state: State) -> None:
    with state.transaction() as connection:
        for number in range(6):
            run = begin_run(connection, number * DAY, "a")
            end_run(connection, run, number * DAY + HOUR, "done", {})
            meet(connection, [met(number)], run.id, number * DAY)
        connection.execute(candidates.update().values(fetched=candidates.c.found))
        assert [(row.latest, row.usual, row.is_strange) for row in given(connection)] == [(1, 1.0, False)]


def test_a_second_night_says_nothing_of_what_is_usual(state: State) -> None:
    with state.transaction() as connection:
        for number, stories in enumerate((60, 2)):
            run = begin_run(connection, number * DAY, "a")
            end_run(connection, run, number * DAY + HOUR, "done", {})
            meet(connection, [met(number * 100 + one) for one in range(stories)], run.id, number * DAY)
        connection.execute(candidates.update().values(fetched=candidates.c.found))
        assert [(row.latest, row.usual, row.is_strange) for row in given(connection)] == [(2, None, False)]


@pytest.mark.parametrize(
    ("listing", "dead"),
    [
        (Listing("https://koran.example/feed", "feed"), True),
        (Listing("https://koran.example/indeks?page=2", "index", page=2), False),
        (Listing("https://koran.example/indeks/hari", "index", day="2026-11-22"), False),
    ],
)
def test_a_list_that_is_gone_is_dead_but_not_the_page_of_a_day_or_a_further_one(
    state: State, listing: Listing, dead: bool
) -> None:
    with state.transaction() as connection:
        plan_lists(connection, "koran.example", (listing,), 10 * DAY)
        answer_list(connection, listing.url, {"asked": 10 * DAY, "outcome": "gone"})
        assert plan_lists(connection, "koran.example", (listing,), 10 * DAY) == []
        assert (plan_lists(connection, "koran.example", (listing,), 11 * DAY) == []) == dead
