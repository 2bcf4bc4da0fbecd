"""kill -9 at every write of an ingest: the next one goes on, nothing is lost, nothing double, and no fault is found."""

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.store import Store
from extractor.store.check import faults
from tests import forks
from tests.store.conftest import server_or_skip
from tests.store.dumps import by_names, dump
from tests.store.filled import fill
from tests.store.killed import COUNT

ROOT = Path(__file__).parent.parent.parent
CALLS = "write,pwrite64,writev,ftruncate,fallocate,fsync,fdatasync,unlink,rename"
EVERY = os.environ.get("EXTRACTOR_EVERY_KILL") == "1"
"""All system calls and statements, which takes minutes; otherwise a sample."""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def ingest(where: str | Path, how: str, *before: str) -> subprocess.CompletedProcess[str]:
    arguments = ("-m", "tests.store.killed", where, how)
    return run(*before, sys.executable, *arguments) if before else forks.told(arguments, ROOT, os.environ)


def wrong_after(where: str | Path, whole: dict[str, list[str]]) -> list[str]:
    """What is wrong with a store whose ingest was killed, before and after another went on with it."""
    try:
        with Store(where) as store:
            store.create()
            wrong = list(faults(store))
            fill(store, COUNT)
            wrong += faults(store)
            wrong += [f"{name} differ" for name, rows in by_names(store).items() if rows != whole[name]]
            before = dump(store)
            fill(store, COUNT)
            return wrong + ["a third ingest changed something"] * (dump(store) != before)
    except ExtractorError as error:
        return [str(error)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What an ingest leaves that nobody kills."""
    with Store(tmp_path_factory.mktemp("whole") / "store.sqlite") as store:
        store.create()
        fill(store, COUNT)
        return by_names(store)


def moments(tmp_path: Path, how: str, where: Path | None = None) -> list[tuple[str, int]]:
    """Each system call that an ingest writes with, with its number among those of its name."""
    if not shutil.which("strace"):
        pytest.skip("strace is not there")
    trace = tmp_path / "trace"
    strace = ["strace", "-qq", "-o", str(trace), "-e", f"trace={CALLS}"]
    if run(*strace, "true").returncode:
        pytest.skip("strace may not trace here")
    done = ingest(where or tmp_path / "store.sqlite", how, *strace)
    assert (done.returncode, done.stderr) == (0, "")
    calls = Counter(line.partition("(")[0] for line in trace.read_text().splitlines())
    return [(call, number) for call, times in sorted(calls.items()) for number in range(1, times + 1)]


def kill_at(path: Path, how: str, call: str, number: int) -> None:
    inject = ("-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}")
    path.parent.mkdir(exist_ok=True)
    ingest(path, how, "strace", "-qq", "-o", "/dev/null", *inject)


def test_a_kill_at_every_system_call_that_writes_costs_nothing(tmp_path: Path, whole: dict[str, list[str]]) -> None:
    every = moments(tmp_path, "once")
    assert len(every) > 50
    wrong = {}
    for call, number in every if EVERY else random.Random(5).sample(every, 6):
        path = tmp_path / f"{call}{number}" / "store.sqlite"
        kill_at(path, "once", call, number)
        if found := wrong_after(path, whole):
            wrong[path.parent.name] = found
        shutil.rmtree(path.parent)
    assert wrong == {}


@pytest.mark.parametrize(("how", "made"), [("backup", "backups/store-*.sqlite"), ("copy", "copy.sqlite")])
def test_a_kill_of_a_backup_or_copy_leaves_none_or_a_whole_one(
    tmp_path: Path, whole: dict[str, list[str]], how: str, made: str
) -> None:
    first = tmp_path / "first" / "store.sqlite"
    first.parent.mkdir()
    assert ingest(first, "once").returncode == 0
    shutil.copytree(first.parent, tmp_path / "counted")
    every = moments(tmp_path, how, tmp_path / "counted" / "store.sqlite")
    assert len(every) > 10
    last = [("rename", 1), *((call, number) for call, number in every if call == "fsync")]
    wrong = []
    for call, number in every if EVERY else [*last, *random.Random(7).sample(every, 2)]:
        folder = tmp_path / f"{call}{number}"
        shutil.copytree(first.parent, folder, dirs_exist_ok=True)
        kill_at(folder / "store.sqlite", how, call, number)
        for path in folder.glob(made):
            with Store(path) as store:
                wrong += [(call, number, fault) for fault in faults(store)]
                wrong += [(call, number, "differs")] * (by_names(store) != whole)
        if how == "backup":
            ingest(folder / "store.sqlite", "later")
            left = [path.name for path in (folder / "backups").iterdir()]
            wrong += [(call, number, left)] * (left != ["store-20261122T032100Z.sqlite"])
        shutil.rmtree(folder)
    assert wrong == []


def test_the_control_without_a_journal_a_kill_leaves_faults(tmp_path: Path, whole: dict[str, list[str]]) -> None:
    writes = [moment for moment in moments(tmp_path, "unguarded") if moment[0] == "pwrite64"]
    random.Random(5).shuffle(writes)
    for call, number in writes:
        path = tmp_path / f"{call}{number}" / "store.sqlite"
        kill_at(path, "unguarded", call, number)
        if wrong_after(path, whole):
            return
    pytest.fail(f"none of {len(writes)} kills did any harm")


def test_a_kill_before_any_statement_costs_nothing(empty_url: str, backend: str, whole: dict[str, list[str]]) -> None:
    with Store(empty_url) as store:  # how many there are, by one that is not killed
        done = ingest(empty_url, "once")
        assert (done.returncode, done.stderr) == (0, "")
        assert by_names(store) == whole
    statements = int(done.stdout)
    assert statements > 30
    every = range(1, statements + 1)
    wrong = {}
    for number in every if EVERY else sorted(random.Random(6).sample(every, 4)):
        where, remove = another(backend, empty_url)
        assert ingest(where, str(number)).returncode == -9
        if found := wrong_after(where, whole):
            wrong[number] = found
        remove()
    assert wrong == {}


def another(backend: str, url: str) -> tuple[str, Callable[[], object]]:
    """The address of another empty place, and what removes it."""
    if backend == "postgresql":
        server = server_or_skip()
        name = server.database()
        return server.url(name), lambda: server.drop(name)
    folder = Path(url).parent / "another"
    folder.mkdir()
    return str(folder / "store.sqlite"), lambda: shutil.rmtree(folder)


def test_the_control_an_article_that_is_lost_is_noticed(tmp_path: Path, whole: dict[str, list[str]]) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        store.create()
        fill(store, COUNT)
        with store.altering() as connection:
            connection.exec_driver_sql("DELETE FROM ranks WHERE text_id = 2")
    assert "ranks differ" in wrong_after(tmp_path / "store.sqlite", whole)
