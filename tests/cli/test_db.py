"""`extractor db`: what it says, and the code that it leaves with."""

import os
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import text

from extractor.store import Store
from tests import forks
from tests.store.filled import fill

ROOT = Path(__file__).parent.parent.parent


def db(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return forks.told(["-m", "extractor", "db", *arguments], ROOT, os.environ)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a store of some articles."""
    with Store(tmp_path / "store.sqlite") as store:
        store.create()
        fill(store, 3)
    return tmp_path


def test_a_whole_store_has_no_faults(data: Path) -> None:
    done = db("check", "--data", data)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{data}/store.sqlite: no faults\n")


def test_each_fault_is_a_line_and_the_code_is_one(data: Path) -> None:
    with Store(data / "store.sqlite") as store, store.writing() as connection:
        connection.execute(text("UPDATE texts SET hash = 'x' WHERE id = 2"))
        connection.execute(text("UPDATE dates SET spans = '[]' WHERE id = 1"))
    done = db("check", "--data", data)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
    assert "text 2: its hash is of another text\n" in done.stdout
    assert done.stderr == f"{data}/store.sqlite: 2 faults\n"


def test_a_backup_is_written_beside_the_store_and_comes_back(data: Path) -> None:
    done = db("backup", "--data", data)
    (file,) = (data / "backups").iterdir()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{file}: ")
    assert "read back and whole" in done.stdout
    back = db("copy", file, data / "back.sqlite")
    assert (back.returncode, back.stderr) == (0, "")
    assert back.stdout.startswith(f"{data}/back.sqlite: ")
    assert db("check", "--store", data / "back.sqlite").returncode == 0


def test_a_copy_over_a_store_with_rows_is_refused(data: Path) -> None:
    db("copy", data / "store.sqlite", data / "other.sqlite")
    done = db("copy", data / "store.sqlite", data / "other.sqlite")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"extractor: {data}/other.sqlite: has rows (pattern_sets): a store is copied into an empty one only\n"
    )


def test_the_newest_tables_need_no_upgrade(data: Path) -> None:
    done = db("upgrade", "--data", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("the newest: nothing to do\n")


@pytest.mark.parametrize("verb", ["check", "upgrade", "backup"])
def test_a_store_that_is_not_there_is_said_to_be_missing(tmp_path: Path, verb: str) -> None:
    done = db(verb, "--data", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"extractor: {tmp_path}/store.sqlite: no store there yet; `extractor ingest PATH` makes one\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_wrong_password_is_not_printed() -> None:
    done = db("check", "--store", "postgresql://ani:geheim7@127.0.0.1:1/press")
    assert done.returncode == 1
    assert done.stderr == (
        "extractor: postgresql://ani:***@127.0.0.1:1/press: no server of PostgreSQL answers there: start it, or correct"
        " the address; what was finished before is kept; run it again\n"
    )


def test_where_there_was_a_store_an_empty_one_is_made_only_when_it_is_asked_for(data: Path, tmp_path: Path) -> None:
    file = Path(db("backup", "--data", data).stdout.partition(": ")[0])
    (data / "store.sqlite").rename(data / "moved.sqlite")
    lost = f"{data}/store.sqlite: no store there any more: {data}/backups holds 1 backup of one; mount its disk or "
    bring = f"name its place, `extractor db copy {file} {data}/store.sqlite` brings a backup back, "
    refused = f"extractor: {lost}{bring}`extractor db create` makes an empty one there\n"
    (tmp_path / "a.txt").write_text("Kota Jambi meraih penghargaan.")
    asked = [("db", "backup"), ("ingest", tmp_path / "a.txt"), ("register", "list")]
    done = [forks.told(["-m", "extractor", *one, "--data", data], ROOT, os.environ) for one in asked]
    assert {(one.returncode, one.stdout, one.stderr) for one in done} == {(1, "", refused)}
    made = [db("create", "--data", data) for _ in range(2)]
    assert [one.returncode for one in made] == [0, 1]
    assert made[1].stderr == f"extractor: {data}/store.sqlite: there is a store already\n"
    assert db("backup", "--data", data, "--keep", "1").stderr == (
        f"{data}/backups: backups of another store are there too (1), and stay\n"
    )
