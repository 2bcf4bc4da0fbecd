"""A store for each test, once on SQLite and once on PostgreSQL, as one whose tables have just been made.

For tests in other folders: `from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401`.
"""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from extractor.store import Store
from tests.store.handed_on import HandedOn
from tests.store.postgresql import Server, shared_server


def server_or_skip() -> Server:
    """The server that all tests share; the test is skipped where there is none."""
    server = shared_server()
    if isinstance(server, str):
        pytest.skip(server)
    return server


@cache
def _with_tables(server: Server) -> HandedOn:
    name = server.database()
    with Store(server.url(name)) as made:
        made.create()
    return HandedOn(server, name)


@pytest.fixture
def postgresql() -> Iterator[Server]:
    """The server, running."""
    server = server_or_skip()
    yield server
    if not server.process:
        server.start()


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """Each test that asks for it, or for a store, runs on both databases."""
    return str(request.param)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite with all tables, empty."""
    path = tmp_path_factory.mktemp("template") / "store.sqlite"
    with Store(path) as made:
        made.create()
    return path


@pytest.fixture
def empty_url(backend: str, tmp_path: Path) -> Iterator[str]:
    """The address of a place for a store in which there is nothing yet, no table either."""
    if backend == "sqlite":
        yield str(tmp_path / "store.sqlite")
        return
    server = server_or_skip()
    name = server.database()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def store_url(backend: str, tmp_path: Path, sqlite_template: Path) -> Iterator[str]:
    """The address of a store that has its tables and no rows."""
    if backend == "sqlite":
        path = tmp_path / "store.sqlite"
        shutil.copyfile(sqlite_template, path)
        yield str(path)
        return
    server = server_or_skip()
    databases = _with_tables(server)
    name = databases.taken()
    yield server.url(name)
    databases.given_back(name)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A store that has its tables and no rows, open."""
    with Store(store_url) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def target_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of another place in which there is nothing yet, on each database in turn."""
    if request.param == "sqlite":
        yield str(tmp_path / "copy.sqlite")
        return
    server = server_or_skip()
    name = server.database()
    yield server.url(name)
    server.drop(name)
