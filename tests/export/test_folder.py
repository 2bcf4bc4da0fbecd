"""The folder of an export is whole or not there, and nobody's files are lost for it."""

import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.errors import Locked
from extractor.export import export
from extractor.export.folder import MANIFEST, ExportError, whole
from tests.export.made import FORMS, publication

ROOT = Path(__file__).parent.parent.parent


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", FORMS)
def test_an_export_is_replaced_by_the_next(form: str, tmp_path: Path) -> None:
    export(publication("lama"), tmp_path / "out", form)
    before = files(tmp_path / "out")
    export(publication("baru"), tmp_path / "out", form)
    assert files(tmp_path / "out") != before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_replaced_export_leaves_none_of_its_files(tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", "datapackage")
    with pytest.raises(ExportError, match="holds an export as datapackage; name another folder"):
        export(publication(), tmp_path / "out", "jsonl")
    export(publication(), tmp_path / "out", "jsonl", force=True)
    assert not (tmp_path / "out" / "datapackage.json").exists()


def test_an_empty_folder_is_written_into(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    export(publication(), tmp_path / "out", "csv")
    assert (tmp_path / "out" / MANIFEST).is_file()


@pytest.mark.parametrize("force", [False, True])
def test_the_root_of_all_folders_is_never_replaced(force: bool) -> None:
    with pytest.raises(ExportError, match="/: holds other files; name a new or empty folder"):
        export(publication(), Path("/"), "csv", force=force)


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_with_other_files_is_never_replaced(force: bool, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "skripsi.docx").write_text("bab 1")
    with pytest.raises(ExportError, match="holds other files; name a new or empty folder"):
        export(publication(), tmp_path / "out", "csv", force=force)
    assert files(tmp_path / "out") == {"skripsi.docx": b"bab 1"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("force", [False, True])
def test_an_export_into_which_somebody_put_a_file_is_not_replaced(force: bool, tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", "csv")
    (tmp_path / "out" / "catatan.txt").write_text("penting")
    with pytest.raises(ExportError, match="no export wrote"):
        export(publication(), tmp_path / "out", "csv", force=force)
    assert (tmp_path / "out" / "catatan.txt").read_text() == "penting"


def test_an_export_that_somebody_changed_is_replaced_by_force_alone(tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", "csv")
    (tmp_path / "out" / "entries.csv").write_text("saya ubah")
    with pytest.raises(ExportError, match="--force"):
        export(publication(), tmp_path / "out", "csv")
    assert (tmp_path / "out" / "entries.csv").read_text() == "saya ubah"
    export(publication(), tmp_path / "out", "csv", force=True)
    assert (tmp_path / "out" / "entries.csv").read_text() != "saya ubah"


def test_another_part_of_the_data_is_replaced_by_force_alone(tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", "csv")
    before = files(tmp_path / "out")
    with pytest.raises(ExportError, match=r"holds another part of the data \(everything\)"):
        export(publication(filters=("reviewed only",)), tmp_path / "out", "csv")
    assert files(tmp_path / "out") == before
    export(publication(filters=("reviewed only",)), tmp_path / "out", "csv", force=True)
    assert files(tmp_path / "out") != before


def test_a_release_that_a_person_named_is_replaced_by_force_alone(tmp_path: Path) -> None:
    export(publication(name="v2"), tmp_path / "out", "csv")
    before = files(tmp_path / "out")
    with pytest.raises(ExportError, match="holds the release 'v2'"):
        export(publication(), tmp_path / "out", "csv")
    with pytest.raises(ExportError, match="the release 'v2' has other rows"):
        export(publication("lain", name="v2"), tmp_path / "out", "csv")
    assert files(tmp_path / "out") == before
    export(publication(name="v2"), tmp_path / "out", "csv")
    assert files(tmp_path / "out") == before
    export(publication("lain", name="v2"), tmp_path / "out", "csv", force=True)
    assert files(tmp_path / "out") != before


def test_the_release_of_a_day_gives_way_to_the_next(tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", "csv")
    export(publication(name="v2"), tmp_path / "out", "csv")
    assert '"release": "v2"' in (tmp_path / "out" / MANIFEST).read_text()


def test_a_manifest_that_is_none_makes_no_export(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MANIFEST).write_text('{"files": {}}')
    with pytest.raises(ExportError, match="holds other files"):
        export(publication(), tmp_path / "out", "csv", force=True)


def test_a_file_of_that_name_is_left(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("berkas")
    with pytest.raises(ExportError, match="is a file"):
        export(publication(), tmp_path / "out", "csv")
    assert (tmp_path / "out").read_text() == "berkas"


def test_two_exports_at_once_the_second_leaves(tmp_path: Path) -> None:
    with whole(tmp_path / "out") as partial:
        (partial / "satu").write_text("1")
        with pytest.raises(Locked, match="another export"), whole(tmp_path / "out"):
            pass
    assert files(tmp_path / "out") == {"satu": b"1"}


def test_what_a_kill_left_is_removed_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".out.partial" / "data").mkdir(parents=True)
    (tmp_path / ".out.partial" / "data" / "entries.csv").write_text("separuh")
    export(publication(), tmp_path / "out", "jsonl")
    assert not (tmp_path / "out" / "data").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_kill_between_the_renames_leaves_the_older_export_to_the_next(tmp_path: Path) -> None:
    export(publication("lama"), tmp_path / "out", "csv")
    before = files(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / ".out.before")
    with pytest.raises(RuntimeError), whole(tmp_path / "out"):
        raise RuntimeError("a failure while writing")
    assert files(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    export(publication("lama"), tmp_path / "out", "csv")
    before = files(tmp_path / "out")
    with pytest.raises(ExportError, match=r"out: cannot be written: No space left on device; make room"):
        torn(tmp_path / "out")
    assert files(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def torn(folder: Path) -> None:
    """A writing that the disk stops."""
    with whole(folder) as partial:
        (partial / "entries.csv").write_text("separuh")
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file of this process grows beyond 2,000 bytes: what a full disk is to a program that writes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("small_files")
def test_a_full_disk_leaves_nothing_and_one_line(form: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        export(publication("x" * 3_000), tmp_path / "out", form)
    assert str(caught.value).startswith(f"{tmp_path / 'out'}: cannot be written: ")
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


EVENTS = ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree")
_KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from extractor.export import export
from tests.export.made import publication

calls, at = 0, int(sys.argv[2])
def watch(event, args):
    global calls
    if event in {events!r} and {here!r} in str(args[0]):
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
export(publication("baru"), Path({here!r}) / "out", sys.argv[1])
print(calls)
"""


def killed(folder: Path, form: str, at: int) -> subprocess.CompletedProcess[str]:
    script = _KILLED.format(root=str(ROOT), here=str(folder), events=EVENTS)
    return subprocess.run([sys.executable, "-c", script, form, str(at)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("form", ["sqlite", "datapackage"])
def test_a_kill_at_any_file_leaves_the_old_export_or_the_new_one(form: str, tmp_path: Path) -> None:
    export(publication("lama"), tmp_path / "out", form)
    old = files(tmp_path / "out")
    export(publication("baru"), tmp_path / "new", form)
    new = files(tmp_path / "new")
    count = int(killed(tmp_path, form, 0).stdout)
    assert files(tmp_path / "out") == new
    every = os.environ.get("EXTRACTOR_EVERY_KILL") == "1"
    points = range(1, count + 1) if every else sorted({1, 2, 3, count // 2, *range(count - 4, count + 1)})
    assert [left_after(tmp_path, form, at, old, new) for at in points] == ["whole"] * len(points)


def left_after(folder: Path, form: str, at: int, old: dict[str, bytes], new: dict[str, bytes]) -> str:
    export(publication("lama"), folder / "out", form)
    if killed(folder, form, at).returncode != -signal.SIGKILL:
        return "not killed"
    there = folder / "out" if (folder / "out").exists() else folder / ".out.before"
    if files(there) not in (old, new):
        return f"torn at {at}"
    export(publication("baru"), folder / "out", form)
    strange = sorted(path.name for path in folder.iterdir() if path.name not in ("out", "new"))
    return "whole" if files(folder / "out") == new and not strange else f"not mended after {at}: {strange}"


def test_the_lock_of_a_killed_export_is_nobodys(tmp_path: Path) -> None:
    partial = tmp_path / ".out.partial"
    partial.mkdir()
    held = os.open(partial, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    os.close(held)
    export(publication(), tmp_path / "out", "csv")
    assert (tmp_path / "out" / MANIFEST).is_file()
