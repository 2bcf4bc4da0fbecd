"""What goes wrong around a store: the disk fills, others hold it, the server stops. Nothing is lost, and it is said."""

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import IntegrityError

from bench.synthetic import articles
from extractor.errors import Locked
from extractor.store import Store, StoreError
from extractor.store.alone import alone
from extractor.store.check import faults
from extractor.store.ingest import Brought, Ingest
from extractor.store.runs import Run
from extractor.store.tables import articles as article_rows
from extractor.store.tables import runs
from tests.store.conftest import server_or_skip
from tests.store.dumps import by_names
from tests.store.filled import NOW, PATTERNS, fill
from tests.store.postgresql import Server
from tests.store.test_store_killed import EVERY

ROOT = Path(__file__).parent.parent.parent
COUNT, MANY = 12, 150
STOPPED = re.compile(
    "the server stopped or the connection broke|no server of PostgreSQL answers|the server is starting or stopping"
)
"""What is said of a server that stops: which of these depends on the moment."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What an ingest leaves that nothing went wrong with."""
    with Store(tmp_path_factory.mktemp("whole") / "store.sqlite") as store:
        store.create()
        fill(store, COUNT)
        return by_names(store)


def assert_goes_on(store: Store, whole: dict[str, list[str]]) -> None:
    """The store has no fault, and another ingest brings it to what it should be."""
    assert list(faults(store)) == []
    fill(store, COUNT)
    assert by_names(store) == whole
    assert list(faults(store)) == []


def stored(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(article_rows)).scalar_one()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two mebibytes, which can be made larger."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_keeps_what_was_finished_and_the_next_goes_on(small_disk: Path) -> None:
    with Store(small_disk / "store.sqlite") as store:
        store.create()
        with pytest.raises(StoreError, match=f"{small_disk}/store.sqlite: the disk is full: what was finished before"):
            fill(store, MANY)
        assert 0 < stored(store) < MANY
        subprocess.run(["mount", "-o", "remount,size=100m", str(small_disk)], check=True)
        assert list(faults(store)) == []
        fill(store, MANY)
        assert (stored(store), list(faults(store))) == (MANY, [])


def test_a_limit_on_the_files_size_keeps_what_was_finished(store_url: str, backend: str) -> None:
    if backend == "postgresql":
        pytest.skip("a file of SQLite")
    code = (
        "import resource, sys\n"
        "from extractor.store import Store\nfrom tests.store.filled import fill\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))\n"
        f"fill(Store(sys.argv[1]), {MANY})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, store_url], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 1
    assert "StoreError" in done.stderr.splitlines()[-1]
    assert "the disk refuses to read or write (full, over a limit, or broken): what was finished" in done.stderr
    with Store(store_url) as store:
        assert 0 < stored(store) < MANY
        assert list(faults(store)) == []
        fill(store, MANY)
        assert (stored(store), list(faults(store))) == (MANY, [])


def test_a_store_that_another_holds_for_too_long_loses_nothing(
    store: Store, store_url: str, whole: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.store.database.BUSY", 1.0)
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with store.writing() as connection:
            if store.is_postgresql:
                connection.execute(text("LOCK TABLE texts"))
            held.set()
            release.wait(30)

    holder = threading.Thread(target=hold)
    with Store(store_url) as other:
        fill(other, 5)
        holder.start()
        held.wait(30)
        with pytest.raises(StoreError, match="another process has been writing for more than 10 s; run it again"):
            fill(other, COUNT)
        release.set()
        holder.join()
        assert stored(other) == 5
        assert_goes_on(other, whole)


def test_the_second_of_two_leaves_at_once(store: Store, store_url: str) -> None:
    with alone(store, "ingest", NOW), Store(store_url) as other:
        began = time.monotonic()
        with pytest.raises(Locked, match="is held by"), alone(other, "ingest", NOW):
            pass
        assert time.monotonic() - began < 1
    with alone(store, "ingest", NOW):
        assert stored(store) == 0


def test_the_control_two_at_once_without_the_lock_get_in_each_others_way(postgresql: Server) -> None:
    name = postgresql.database()
    failed, together = list[Exception](), threading.Barrier(2)

    def once() -> None:
        with Store(postgresql.url(name)) as store:
            together.wait(30)
            try:
                fill(store, 60)
            except StoreError as error:
                failed.append(error)

    with Store(postgresql.url(name)) as store:
        store.create()
        both = [threading.Thread(target=once) for _ in range(2)]
        for one in both:
            one.start()
        for one in both:
            one.join()
        assert failed
        assert isinstance(failed[0].__cause__, IntegrityError)
        assert list(faults(store)) == []
    postgresql.drop(name)


@pytest.mark.parametrize("how", ["fast", "immediate"])
@pytest.mark.parametrize("moment", range(1, 150, 3) if EVERY else [1, 40, 113])
def test_a_server_that_stops_in_the_middle_loses_nothing(
    postgresql: Server, whole: dict[str, list[str]], how: str, moment: int
) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        left = [moment]

        def step(*_: object) -> None:
            left[0] -= 1
            if left[0] == 0:
                postgresql.stop(how)

        event.listen(store.engine, "before_cursor_execute", step)
        event.listen(store.engine, "commit", step)
        with pytest.raises(StoreError, match=STOPPED):
            fill(store, COUNT)
        with pytest.raises(StoreError, match="no server of PostgreSQL answers there: start it"):
            fill(store, COUNT)
        postgresql.start()
        assert stored(store) < COUNT
        assert_goes_on(store, whole)
    postgresql.drop(name)


def test_a_run_whose_server_crashed_and_came_back_unnoticed_fails_and_is_run_again(
    postgresql: Server, whole: dict[str, list[str]]
) -> None:
    name = postgresql.database()
    with Store(postgresql.url(name)) as store:
        store.create()
        writer, made = Ingest(store, Run("ingest", PATTERNS, NOW)), list(articles(COUNT))
        for one in made[:5]:
            writer.article(one, [Brought(one["article"]["source"], one["article"]["id"])])
        postgresql.stop("immediate")  # between two articles: no connection is in use
        postgresql.start()
        kept = stored(store)
        one = made[5]
        with pytest.raises(StoreError, match="the server stopped or the connection broke in the middle"):
            writer.article(one, [Brought(one["article"]["source"], one["article"]["id"])])
        assert stored(store) == kept <= 5
        writer.end(NOW, "failed", "the server stopped", {"inputs": 5})
        with store.reading() as connection:
            assert connection.scalars(select(runs.c.outcome)).all() == ["failed"]
        assert list(faults(store)) == []
        fill(store, COUNT)
        assert [by_names(store)[table] for table in ("articles", "texts", "inputs")] == [
            whole[table] for table in ("articles", "texts", "inputs")
        ]
        assert list(faults(store)) == []
    postgresql.drop(name)


def extractor(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "extractor", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("how", ["fast", "immediate", "kill"] if EVERY else ["immediate", "kill"])
def test_the_command_says_what_happened_and_goes_on(how: str) -> None:
    server = server_or_skip()
    name = server.database()
    url, corpus = server.url(name), sorted(map(str, (ROOT / "corpus/seen/articles").iterdir()))[:30]
    with Store(url) as store:
        store.create()
        ingest = extractor("ingest", *corpus, "--store", url)
        while not stored(store) and ingest.poll() is None:
            time.sleep(0.02)
        ingest.kill() if how == "kill" else server.stop(how)
        _, said = ingest.communicate(timeout=120)
        if how == "kill":
            assert ingest.returncode == -9
        else:
            assert ingest.returncode == 1
            assert STOPPED.search(said.strip().splitlines()[-1])
            server.start()
        assert stored(store) < len(corpus)
        assert list(faults(store)) == []
        again = extractor("ingest", *corpus, "--store", url)
        _, said = again.communicate(timeout=240)
        assert (again.returncode in (0, 3), "Traceback" in said) == (True, False)
        after = by_names(store)
        assert len(after["inputs"]) == len(corpus)
        assert list(faults(store)) == []
    server.drop(name)
