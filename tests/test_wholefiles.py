"""Files that are whole or not there."""

import errno
import os
from pathlib import Path

import pytest

from extractor.wholefiles import whole


def test_a_file_is_there_once_it_is_whole(tmp_path: Path) -> None:
    with whole(tmp_path / "berita.csv") as file:
        file.write(b"Kota Jambi")
        assert not (tmp_path / "berita.csv").exists()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("berita.csv", b"Kota Jambi")]


def test_what_fails_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "berita.csv").write_bytes(b"Kota Jambi")
    with pytest.raises(TypeError), whole(tmp_path / "berita.csv") as file:
        file.writelines([b"Kota T", None])  # type: ignore[list-item]
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("berita.csv", b"Kota Jambi")]


def test_a_failure_of_the_disk_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"No space left on device: '.*/berita\.csv'"), whole(tmp_path / "berita.csv"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_begun_is_named_as_it_would_be_called(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none/settings\.toml'$"), whole(tmp_path / "none" / "settings.toml"):
        pass
