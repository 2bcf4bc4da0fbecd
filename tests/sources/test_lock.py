"""One crawl at a time: the second says who holds the lock, and a killed holder holds nothing."""

import fcntl
import json
import multiprocessing
import os
import re
import socket
from pathlib import Path

import pytest

from extractor.errors import Locked
from extractor.sources.lock import locked


def hold_and_die(folder: Path) -> None:
    with locked(folder, "extractor crawl", 0.0):
        os._exit(9)


def test_the_second_learns_who_the_first_is(tmp_path: Path) -> None:
    told = f"process {os.getpid()} on {socket.gethostname()} since 1970-01-02T00:00:00+00:00 (extractor crawl)"
    with (
        locked(tmp_path, "extractor crawl", 86_400.0),
        pytest.raises(Locked, match=re.escape(told)),
        locked(tmp_path, "", 0.0),
    ):
        pass


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    with locked(tmp_path, "a", 0.0):
        pass
    with locked(tmp_path, "b", 0.0):
        assert json.loads((tmp_path / "lock").read_bytes())["command"] == "b"


def test_a_holder_that_died_holds_nothing(tmp_path: Path) -> None:
    dead = multiprocessing.get_context("spawn").Process(target=hold_and_die, args=(tmp_path,))
    dead.start()
    dead.join()
    assert dead.exitcode == 9
    with locked(tmp_path, "b", 0.0):
        pass


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"pid": 1}'])
def test_a_holder_that_has_not_said_who_it_is_holds_all_the_same(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lock").write_bytes(content)
    with (tmp_path / "lock").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(Locked, match="has only just begun"), locked(tmp_path, "", 0.0):
            pass
