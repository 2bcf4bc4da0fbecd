"""`extractor export`: what it prints, writes and refuses."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.store import Store
from extractor.store.clusters import cluster
from extractor.store.entries import register
from extractor.store.publishing import waiting
from tests import forks
from tests.export.made import FORMS
from tests.export.reading import READERS
from tests.store.filled import LATER, fill

ROOT = Path(__file__).parent.parent.parent


def run(*arguments: str, cwd: Path, store: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: told for name, told in os.environ.items() if name != "EXTRACTOR_STORE"}
    environment |= {"PYTHONPATH": str(ROOT), "COLUMNS": "100"} | ({"EXTRACTOR_STORE": store} if store else {})
    return forks.told(["-m", "extractor", "export", *arguments], cwd, environment)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a store of made-up articles."""
    folder = tmp_path_factory.mktemp("data")
    with Store(folder / "store.sqlite") as store:
        store.create()
        fill(store, 15)
        cluster(store)
        register(store, LATER)
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_each_format_is_written_and_its_rows_are_told(form: str, data: Path, tmp_path: Path) -> None:
    done = run("out", "--data", str(data), "--format", form, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    count = len(READERS[form](tmp_path / "out", "entries"))
    [line] = [line for line in done.stderr.splitlines() if line.split()[0] == "entries"]
    assert line.split() == ["entries", f"{count}", "of", f"{count}"]
    assert done.stderr.splitlines()[-1].startswith("out: ")
    assert max(map(len, done.stderr.splitlines())) <= 80


def test_a_data_package_is_what_is_written_where_nothing_is_said(data: Path, tmp_path: Path) -> None:
    assert run("out", cwd=tmp_path, store=str(data / "store.sqlite")).returncode == 0
    assert (tmp_path / "out" / "datapackage.json").is_file()


def test_filters_leave_rows_out_and_say_of_how_many(data: Path, tmp_path: Path) -> None:
    done = run("out", "--data", str(data), "--format", "csv", "--outcome", "nominee", cwd=tmp_path)
    [line] = [line for line in done.stderr.splitlines() if line.split()[0] == "entries"]
    _, rows, _, total = line.split()
    assert 0 < int(rows) < int(total)
    assert {row["outcome"] for row in READERS["csv"](tmp_path / "out", "entries")} == {"nominee"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["out", "--format", "pdf"], 2, "'pdf' is not one of"),
        (["out", "--since", "kemarin"], 2, "'kemarin' is no day; write it as 2025-11-20"),
        (["out", "--edition", "15"], 2, "--edition"),
        ([], 2, "Missing argument 'DIR'"),
        (["out"], 1, "no store there yet; `extractor ingest PATH` makes one"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_line(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--recipient", "99.99"], "99.99: no region has this code"),
        (["--scope", "99"], "99: no region has this code"),
        (["--scope", "xx"], "'xx' is no region: give its code, or its name as in `Kota Jambi`"),
        (["--award", "nosuch"], "no award of the register is called 'nosuch'"),
        (["--edition", "1901"], "no entry of the register is so (edition: 1901): nothing to export"),
        (["--reviewed-only"], "no entry of the register is so (reviewed only): nothing to export"),
    ],
)
def test_a_filter_that_chooses_nothing_is_refused(arguments: list[str], said: str, data: Path, tmp_path: Path) -> None:
    done = run("out", "--data", str(data), *arguments, cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_award_nearly_named_is_told(data: Path, tmp_path: Path) -> None:
    run("all", "--data", str(data), "--format", "csv", cwd=tmp_path)
    award = READERS["csv"](tmp_path / "all", "entries")[0]["award"]
    done = run("out", "--data", str(data), "--award", award[:-1], cwd=tmp_path)
    assert done.returncode == 1
    assert f"there is {award!r}" in done.stderr
    done = run("out", "--data", str(data), "--format", "csv", "--award", award.upper(), cwd=tmp_path)
    assert {row["award"] for row in READERS["csv"](tmp_path / "out", "entries")} == {award}


def test_a_folder_with_other_files_stays_as_it_is(data: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "tesis.odt").write_text("bab 1")
    done = run("out", "--data", str(data), "--force", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "holds other files; name a new or empty folder" in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["tesis.odt"]


def test_the_store_itself_is_no_place_for_an_export(data: Path, tmp_path: Path) -> None:
    done = run(str(data), "--data", str(data), cwd=tmp_path)
    assert done.returncode == 1
    assert (data / "store.sqlite").is_file()


def test_while_another_export_is_written_there_the_code_is_75(data: Path, tmp_path: Path) -> None:
    (tmp_path / ".out.partial").mkdir()
    held = os.open(tmp_path / ".out.partial", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    done = run("out", "--data", str(data), cwd=tmp_path)
    os.close(held)
    assert done.returncode == 75
    assert "another export is being written there" in done.stderr


def test_the_register_is_brought_up_to_what_was_read_first(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        store.create()
        fill(store, 5)
    before = run("satu", "--data", str(tmp_path), "--format", "csv", cwd=tmp_path)
    with Store(tmp_path / "store.sqlite") as store, store.reading() as connection:
        assert waiting(connection) == 0
    assert "lags behind" not in before.stderr


def test_a_second_release_says_what_changed(data: Path, tmp_path: Path) -> None:
    run("satu", "--data", str(data), "--format", "parquet", "--release", "2026.1", cwd=tmp_path)
    done = run("dua", "--data", str(data), "--format", "csv", "--since-release", "satu", cwd=tmp_path)
    assert done.returncode == 0
    told = (tmp_path / "dua" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## 2026-11-22, against 2026.1" in told


def test_help_imports_no_database() -> None:
    code = "import sys, extractor.cli.export; print('sqlalchemy' in sys.modules, 'pyarrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["False", "False"]
