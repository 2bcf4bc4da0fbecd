"""`extractor db backup`: one file of SQLite that was read back, or none; the newest are kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from extractor.store import Store, StoreError
from extractor.store.backup import backup, backups
from extractor.store.check import faults
from extractor.store.copying import copy
from tests.store.filled import fill
from tests.store.test_copying import kept

NOW = "2026-11-22T03:20:00Z"


@pytest.fixture
def full(store: Store) -> Store:
    fill(store, 4)
    return store


def test_a_backup_is_one_file_that_holds_the_store(full: Store, tmp_path: Path) -> None:
    made = backup(full, tmp_path / "backups", NOW)
    assert [path.name for path in (tmp_path / "backups").iterdir()] == ["store-20261122T032000Z.sqlite"]
    with Store(made.path) as restored:
        assert kept(restored) == kept(full)
        assert list(faults(restored)) == []
    assert made.rows >= sum(map(len, kept(full).values()))


def test_a_backup_comes_back_by_a_copy(full: Store, tmp_path: Path, target_url: str) -> None:
    made = backup(full, tmp_path / "backups", NOW)
    with Store(made.path) as source, Store(target_url, any_version=True) as target:
        copy(source, target)
    with Store(target_url) as restored:
        assert kept(restored) == kept(full)


def test_a_backup_may_be_opened_where_nothing_may_be_written(full: Store, tmp_path: Path) -> None:
    made = backup(full, tmp_path, NOW)
    connection = sqlite3.connect(f"file:{made.path}?immutable=1", uri=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_the_newest_backups_are_kept(full: Store, tmp_path: Path) -> None:
    for day in range(1, 6):
        removed = backup(full, tmp_path / "b", f"2026-11-0{day}T00:00:00Z", keep=3).removed
    assert [path.name[6:14] for path in backups(tmp_path / "b")] == ["20261105", "20261104", "20261103"]
    assert [path.name[6:14] for path in removed] == ["20261102"]


def test_backups_that_hold_far_more_are_kept_and_told_of(full: Store, tmp_path: Path) -> None:
    before = [backup(full, tmp_path / "b", f"2026-11-0{day}T00:00:00Z").path for day in (1, 2)]
    for path in before:
        with closing(sqlite3.connect(path)) as held, held:
            held.executemany("INSERT INTO articles (key, run_id) VALUES (?, 1)", [(f"more {at}",) for at in range(5)])
    made = [backup(full, tmp_path / "b", f"2026-11-0{day}T00:00:00Z", keep=2) for day in (3, 4, 5)]
    assert backups(tmp_path / "b") == [made[2].path, made[1].path, *reversed(before)]
    assert (made[2].removed, made[2].fuller) == ((made[0].path,), (before[1], before[0]))
    assert made[2].remark == "2 older backups would have gone, but hold more than 2 times as much: is the store whole?"


def test_backups_of_another_store_are_left_alone(full: Store, tmp_path: Path) -> None:
    mine = [backup(full, tmp_path / "b", f"2026-11-0{day}T00:00:00Z").path for day in (1, 2)]
    with Store(tmp_path / "other.sqlite") as other:
        other.create()
        empty = [backup(other, tmp_path / "b", f"2026-11-0{day}T00:00:00Z", keep=1) for day in (3, 4)]
        fill(other, 3, "2026-11-04T10:00:00Z")
        filled = [backup(other, tmp_path / "b", f"2026-11-0{day}T00:00:00Z", keep=1) for day in (5, 6)]
    assert backups(tmp_path / "b") == [filled[1].path, *reversed(mine)]
    assert [one.removed for one in (*empty, *filled)] == [(), (empty[0].path,), (empty[1].path,), (filled[0].path,)]
    assert filled[1].remark == "backups of another store are there too (2), and stay"


def test_a_copy_of_a_store_goes_on_with_its_backups(full: Store, tmp_path: Path) -> None:
    first = backup(full, tmp_path / "b", "2026-11-01T00:00:00Z")
    with Store(first.path) as source, Store(tmp_path / "copied.sqlite", any_version=True) as target:
        copy(source, target)
        made = backup(target, tmp_path / "b", "2026-11-02T00:00:00Z", keep=1)
    assert (made.removed, made.remark) == ((first.path,), None)


def test_a_backup_whose_clock_went_back_is_kept_all_the_same(full: Store, tmp_path: Path) -> None:
    backup(full, tmp_path / "b", "2026-11-09T00:00:00Z")
    made = backup(full, tmp_path / "b", "2026-11-01T00:00:00Z", keep=1)
    assert backups(tmp_path / "b") == [made.path]


def test_other_files_are_no_backups(full: Store, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    for name in ("store.sqlite", "notes.txt", "store-mine.sqlite.gz"):
        (folder / name).write_text("mine")
    backup(full, folder, NOW, keep=1)
    assert sorted(path.name for path in folder.iterdir()) == [
        "notes.txt", "store-20261122T032000Z.sqlite", "store-mine.sqlite.gz", "store.sqlite",
    ]  # fmt: skip


def test_two_backups_in_a_second_do_not_share_a_file(full: Store, tmp_path: Path) -> None:
    first, second = backup(full, tmp_path, NOW), backup(full, tmp_path, NOW)
    assert backups(tmp_path) == [second.path, first.path]
    assert first.rows == second.rows


def test_what_a_kill_left_goes_with_the_next(full: Store, tmp_path: Path) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    (folder / "store-20261121T000000Z.sqlite.part").write_bytes(b"half")
    (folder / "store-20261121T000000Z.sqlite.part-journal").write_bytes(b"half")
    backup(full, folder, NOW)
    assert [path.name for path in folder.iterdir()] == ["store-20261122T032000Z.sqlite"]


def test_a_folder_that_cannot_be_made_is_named(full: Store, tmp_path: Path) -> None:
    (tmp_path / "b").write_text("a file")
    with pytest.raises(StoreError, match=f"{tmp_path / 'b'}: cannot be written"):
        backup(full, tmp_path / "b", NOW)


def test_a_damaged_store_gives_no_backup_and_takes_none_away(store_url: str, backend: str, tmp_path: Path) -> None:
    if backend == "postgresql":
        pytest.skip("a file of SQLite")
    with Store(store_url) as store:
        fill(store, 30)
        backup(store, tmp_path / "b", "2026-11-21T00:00:00Z")
        with store.reading() as connection:
            asked = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_texts_hash'"
            page = connection.execute(text(asked)).scalar_one()
    with Path(store_url).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with Store(store_url) as store, pytest.raises(StoreError, match="damaged"):
        backup(store, tmp_path / "b", NOW, keep=1)
    assert [path.name for path in (tmp_path / "b").iterdir()] == ["store-20261121T000000Z.sqlite"]


def test_a_store_of_another_version_is_backed_up_before_it_is_upgraded(
    store_url: str, backend: str, tmp_path: Path
) -> None:
    if backend == "postgresql":
        pytest.skip("PostgreSQL's is copied row by row, which needs this version's tables")
    with Store(store_url, any_version=True) as store:
        with store.writing() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
            connection.execute(text("DROP TABLE bands"))
        made = backup(store, tmp_path / "b", NOW)
    assert made.path.is_file()
