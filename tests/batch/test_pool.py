"""Results in order, the same for any number of jobs; a page that hangs, bursts or dies takes no other with it."""

import contextlib
import json
import re
import socket
import threading
import time
from pathlib import Path

import pytest

from extractor.batch import Input, Result, expand, extract_all
from extractor.errors import ExtractorError

STUB = "tests.batch.stubs:tell"


def outcomes(folder: Path, texts: list[str], jobs: int, seconds: float = 20.0) -> list[Result]:
    for number, text in enumerate(texts):
        (folder / f"{number:02}.txt").write_text(text)
    inputs = expand([str(folder)])
    return list(extract_all(inputs, jobs, pipeline=STUB, seconds=seconds, memory=2 * 1024**3))


def test_results_come_in_input_order(tmp_path: Path) -> None:
    texts = ["slow satu", *(f"kata {number}" for number in range(40))]
    results = outcomes(tmp_path, texts, jobs=2)
    assert [result.extraction and result.extraction["words"] for result in results] == [text.split() for text in texts]


def test_two_jobs_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    texts = [*(f"kata odd {number}" for number in range(10)), "", "fault", "slow dua", "tiga"]
    assert json.dumps(outcomes(tmp_path, texts, jobs=2)) == json.dumps(outcomes(tmp_path, texts, jobs=1))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("fill", "needs more memory than one article may take"),
        ("die", "its reader ended with code 9"),
        ("killed", "its reader was ended by signal 9, for its memory most likely; read it again by itself"),
        ("fault", r"a fault of extractor at tell, line \d+: ValueError: no such word"),
        ("", "empty"),
    ],
)
def test_a_page_that_fails_is_set_aside_and_its_neighbours_are_read(tmp_path: Path, text: str, reason: str) -> None:
    results = outcomes(tmp_path, ["satu", text, "dua", "tiga"], jobs=2)
    code = None if reason == "empty" else "fault"
    assert results[1]._replace(reason=None, read=()) == Result(str(tmp_path / "01.txt"), None, code=code)
    assert re.fullmatch(reason, str(results[1].reason))
    assert [result.reason is None for result in results] == [True, False, True, True]


def test_a_page_that_hangs_is_killed_and_its_neighbours_are_read(tmp_path: Path) -> None:
    results = outcomes(tmp_path, ["satu", "sleep", "dua", "tiga"], jobs=2, seconds=1.0)
    assert [result.reason for result in results] == [None, "not read within 1 s", None, None]


def test_a_large_page_is_read_by_a_worker_even_with_one_job(tmp_path: Path) -> None:
    results = outcomes(tmp_path, ["die " + "kata " * 60_000, "dua"], jobs=1)
    assert [result.reason for result in results] == ["its reader ended with code 9", None]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_server_that_gives_a_byte_a_second_is_left(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.txt").write_text("satu")
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        threading.Thread(target=drip, args=(server,), daemon=True).start()
        results = list(extract_all(expand([url, str(tmp_path / "a.txt")]), jobs, pipeline=STUB, seconds=2.0))
    assert [result.reason for result in results] == ["not read within 2 s", None]


def drip(server: socket.socket) -> None:
    """Answer one request with a body that never ends."""
    with server.accept()[0] as asked, contextlib.suppress(OSError):
        asked.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        [(asked.sendall(b"a"), time.sleep(0.2)) for _ in range(100)]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("patterns", r"patterns/ranks\.toml:3: a form without an example"),
        ("missing", "the installation is not whole: No module named 'extractor.no_such_part'"),
    ],
)
def test_what_no_page_can_help_stops_the_run(tmp_path: Path, jobs: int, text: str, reason: str) -> None:
    with pytest.raises(ExtractorError, match=reason):
        outcomes(tmp_path, ["satu", text, "dua"], jobs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_input_that_leads_nowhere_is_a_result_too(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.txt").write_text("satu")
    inputs = [Input("tiada.txt", "no such file or folder"), Input(str(tmp_path / "a.txt")), Input(str(tmp_path / "b"))]
    results = list(extract_all(inputs, jobs, pipeline=STUB))
    assert [result.reason for result in results] == [
        "no such file or folder",
        None,
        "cannot be read: No such file or directory",
    ]
