"""A night that is killed goes on where it was: nothing is lost, nothing is double, and the store is whole."""

import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from extractor.nightly.journal import Journal
from extractor.sources.night import STATE
from extractor.sources.state import State
from extractor.sources.state.tables import candidates
from extractor.store import Store
from extractor.store.check import faults
from extractor.store.tables import articles, claims, entries, inputs, records
from tests import forks
from tests.nightly.koran import CITIES, ROOT, path_of, scripts
from tests.sources.scripted import Server, serving
from tests.store.conftest import server_or_skip

CITED = CITIES[:3]
SAMPLE = 100 if os.environ.get("EXTRACTOR_EVERY_KILL") else 4
ON_POSTGRESQL = 20 if os.environ.get("EXTRACTOR_EVERY_KILL") else 2


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(scripts(*CITED)) as made:
        yield made


def killed(folder: Path, port: int, *numbers: int | str, store: str = "") -> list[list[int]]:
    """Nights killed at these moments and gone on with: the moment, how it ended, and the second's exit code."""
    own = {"NIGHTLY_PORT": str(port), "EXTRACTOR_CONTACT": "uji@warta.example", "EXTRACTOR_STORE": store}
    arguments = ["-m", "tests.nightly.killed", folder, *map(str, numbers)]
    done = forks.told(arguments, ROOT, {**os.environ, "PYTHONPATH": str(ROOT), **own})
    done.check_returncode()
    return [[int(word) for word in line.split()] for line in done.stdout.splitlines()]


def chosen(folder: Path, port: int, number: int, seed: int, store: str = "") -> list[int]:
    """Moments of a night, by chance."""
    [[moments]] = killed(folder, port, "count", store=store)
    return sorted(random.Random(seed).sample(range(1, moments + 1), number))


def is_whole(folder: Path, store: str) -> None:
    """Nothing is lost, nothing is double, and what was written down says how it came."""
    *ended, night = Journal(folder / "data").nights()
    assert {one.outcome for one in ended} <= {"done"}  # killed behind its last line: the next one was another night
    assert (night.outcome, {step.outcome for step in night.steps.values()}) == ("done", {"done"})
    with State(folder / "data" / STATE, read_only=True) as state, state.transaction() as connection:
        assert connection.execute(select(func.count()).where(candidates.c.state == "stored")).scalar() == len(CITED)
    with Store(store or folder / "data" / "store.sqlite") as opened:
        assert list(faults(opened)) == []
        with opened.reading() as connection:
            counted = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar()
                for table in (articles, records, entries, claims, inputs)
            }
    assert counted == dict.fromkeys(("articles", "records", "entries", "claims", "inputs"), len(CITED))
    assert list((folder / "data" / "backups").glob("*.sqlite"))
    assert list((folder / "data" / "backups").glob("*.part*")) == []


def asked(server: Server) -> Counter[str]:
    """How often each story was asked for."""
    paths = (request.split(b" ")[1].decode() for request in server.seen)
    return Counter(path for path in paths if path in {path_of(city) for city in CITED})


def test_a_night_that_is_killed_goes_on_and_loses_nothing(tmp_path: Path, server: Server) -> None:
    moments = chosen(tmp_path, server.port, SAMPLE, seed=5)
    server.seen.clear()
    assert killed(tmp_path, server.port, *moments) == [[moment, -9, 0] for moment in moments]
    [is_whole(tmp_path / str(moment), "") for moment in moments]
    assert max(asked(server).values()) <= 2 * len(moments)  # at most once more, where the answer was not kept yet


def test_a_night_on_postgresql_that_is_killed_goes_on_and_loses_nothing(tmp_path: Path, server: Server) -> None:
    host = server_or_skip()
    place = host.url("nightly_NUMBER")
    with host.connected() as connection:
        connection.execute("CREATE DATABASE nightly_count TEMPLATE template0")
        moments = chosen(tmp_path, server.port, ON_POSTGRESQL, seed=6, store=place)
        for moment in moments:
            connection.execute(f"CREATE DATABASE nightly_{moment} TEMPLATE template0")
    assert killed(tmp_path, server.port, *moments, store=place) == [[moment, -9, 0] for moment in moments]
    [is_whole(tmp_path / str(moment), place.replace("NUMBER", str(moment))) for moment in moments]
    [host.drop(f"nightly_{name}") for name in ("count", *moments)]


def test_the_check_would_see_a_night_that_was_not_gone_on_with(tmp_path: Path, server: Server) -> None:
    [[moments]] = killed(tmp_path, server.port, "count")
    is_whole(tmp_path / "count", "")
    with Store(tmp_path / "count" / "data" / "store.sqlite") as store, store.writing() as connection:
        connection.execute(claims.delete())
    assert moments > 200
    with pytest.raises(AssertionError):
        is_whole(tmp_path / "count", "")
