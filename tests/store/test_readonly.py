"""A store where nothing may be written: it is read all the same, and what changed meanwhile is noticed."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from extractor.store import Store, StoreError
from extractor.store.check import faults
from tests.store.filled import fill

_NUMBER = text("SELECT count(*) FROM articles")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store of three articles."""
    made = tmp_path / "made"
    made.mkdir()
    with Store(made / "store.sqlite") as store:
        store.create()
        fill(store, 3)
    return made


@pytest.fixture
def mounted(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """The store of the folder, where its disk is mounted read-only."""
    place = tmp_path / "mounted"
    place.mkdir()
    for options in (["--bind", folder, place], ["-o", "remount,ro,bind", place]):
        if subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
            subprocess.run(["umount", "--lazy", place], capture_output=True, check=False)
            pytest.skip("nothing can be mounted here")
    yield place / "store.sqlite"
    subprocess.run(["umount", "--lazy", place], check=False)


@pytest.fixture
def unwritable(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store of the folder, where this user lacks the right to write; root never does, so it is only told so."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    return folder / "store.sqlite"


def test_a_store_on_a_read_only_disk_is_read(mounted: Path) -> None:
    with Store(mounted) as store:
        with store.reading() as connection:
            assert connection.execute(_NUMBER).scalar() == 3
        assert (store.is_read_only, list(faults(store))) == (True, [])


def test_a_store_on_a_read_only_disk_is_not_written(mounted: Path) -> None:
    with Store(mounted) as store, pytest.raises(StoreError, match="may not be written: give yourself the right"):
        fill(store, 4)


def test_what_another_is_writing_is_read_too(folder: Path, mounted: Path) -> None:
    with Store(folder / "store.sqlite") as writer:
        with writer.writing() as connection:
            connection.execute(text("INSERT INTO articles (key, run_id) VALUES ('new', 1)"))
        with Store(mounted) as store, store.reading() as connection:
            assert connection.execute(_NUMBER).scalar() == 4


def test_what_was_written_while_it_was_read_without_locks_is_said(folder: Path, unwritable: Path) -> None:
    def read_and_write(store: Store) -> None:
        with store.reading() as connection:
            assert connection.execute(_NUMBER).scalar() == 3
            unwritable.write_bytes(unwritable.read_bytes() + bytes(4096))

    with Store(unwritable) as store:
        with pytest.raises(StoreError, match="was written while it was read, which nothing could hold back here"):
            read_and_write(store)
        with store.reading() as connection:
            assert connection.execute(_NUMBER).scalar() == 3
    assert sorted(path.name for path in folder.iterdir()) == ["store.sqlite"]


def test_what_may_be_written_is_not_taken_for_read_only(folder: Path) -> None:
    with Store(folder / "store.sqlite") as store:
        assert store.is_read_only is False
        fill(store, 4, "2026-11-22T05:00:00Z")
