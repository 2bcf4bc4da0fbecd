"""kill -9 at every write: after the next run nothing is missing or double, and the state agrees with the archive."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.sources.archive.writing import rebuild_index
from extractor.sources.night import ARCHIVE, crawl
from tests import forks
from tests.sources import killed
from tests.sources.press import Press, night, small_press
from tests.sources.stands import agreement, rows

ROOT = Path(__file__).parent.parent.parent
CALLS = "write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename"
EVERY = os.environ.get("EXTRACTOR_EVERY_KILL") == "1"
"""All system calls and a hundred random moments, which take minutes; otherwise a sample."""


def process(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "tests.sources.killed", *map(str, arguments)]


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def forked(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return forks.told(process(*arguments)[1:], ROOT, os.environ)


def wrong_after(folder: Path, press: Press, sites: int) -> list[str]:
    """What is wrong when the crawl that was killed in a folder is run again to its end."""
    summary = crawl(night(folder, press, sites))
    wrong = [*agreement(folder), *summary.faults()]
    answers = Counter(one.url for one in rebuild_index(folder / ARCHIVE) if one.kind in ("response", "revisit"))
    nights = len({row["night"] for row in rows(folder, "runs")})  # two, where it was killed behind its end
    most = {url: nights if url.endswith("/feed") else 1 for url in answers}
    wrong += [f"{url} is there {number} times" for url, number in answers.items() if number > most[url]]
    asked = {url for url in press.answers if "/berita/" not in url or "raih-paritrana" in url}
    wrong += [f"{url} is missing" for url in asked - answers.keys()]
    stored = {row["address"] for row in rows(folder, "candidates") if row["state"] == "stored"}
    return wrong + [f"{url} is not stored" for url in asked if "/berita/" in url and url not in stored]


def test_a_kill_at_every_write_costs_nothing(tmp_path: Path) -> None:
    stride = 1 if EVERY else 19
    done = forked(tmp_path, "each", str(stride))
    assert (done.returncode, done.stderr) == (0, "")
    folders = sorted(tmp_path.iterdir(), key=lambda path: int(path.name))
    assert len(folders) > 100 // stride
    wrong = {folder.name: found for folder in folders if (found := wrong_after(folder, killed.press(), 1))}
    assert wrong == {}


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not there")
def test_a_kill_at_every_system_call_that_writes_costs_nothing(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    strace = ["strace", "-qq", "-o", str(trace), "-e", f"trace={CALLS}"]
    if run([*strace, "true"]).returncode:
        pytest.skip("strace may not trace here")
    assert run([*strace, *process(tmp_path / "whole", "once")]).returncode == 0
    calls = Counter(line.partition("(")[0] for line in trace.read_text().splitlines())
    moments = [(call, number) for call, times in sorted(calls.items()) for number in range(1, times + 1)]
    wrong = {}
    for call, number in moments if EVERY else random.Random(4).sample(moments, 8):
        folder = tmp_path / f"{call}{number}"
        inject = ["-e", f"inject={call}:signal=SIGKILL:when={number}"]  # counted for each call by itself
        run([*strace, *inject, *process(folder, "once")])
        if found := wrong_after(folder, killed.press(), 1):
            wrong[folder.name] = found
        shutil.rmtree(folder)
    assert wrong == {}


@pytest.mark.parametrize("moment", [0.008 * number for number in range(100)] if EVERY else [0.02, 0.1, 0.25, 0.5])
def test_a_kill_at_any_moment_costs_nothing(tmp_path: Path, moment: float) -> None:
    sites = 10
    crawling = subprocess.Popen(process(tmp_path, "threads", str(sites)), cwd=ROOT)
    while not list(tmp_path.glob("archive/*")) and crawling.poll() is None:
        time.sleep(0.002)
    time.sleep(moment)
    crawling.send_signal(signal.SIGKILL)
    crawling.wait()
    assert wrong_after(tmp_path, small_press(sites=sites, wanted=10, others=5), sites) == []


def test_the_control_a_state_that_runs_ahead_of_the_archive_is_noticed(tmp_path: Path) -> None:
    crawl(night(tmp_path, killed.press(), 1))
    file = next((tmp_path / ARCHIVE).iterdir())
    os.truncate(file, file.stat().st_size - 1)
    assert agreement(tmp_path) != []


def test_the_control_a_state_that_is_written_first_loses_stories(tmp_path: Path) -> None:
    done = forked(tmp_path, "backwards", "10")
    assert (done.returncode, done.stderr) == (0, "")
    wrong = (found for folder in tmp_path.iterdir() for found in wrong_after(folder, killed.press(), 1))
    assert any("/berita/" in found and found.endswith("is missing") for found in wrong)


def test_the_control_two_at_once_without_the_lock_fetch_twice_or_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.sources.night.locked", lambda *_: nullcontext())
    press, said = small_press(sites=3, wanted=5), list[str]()
    press.takes = 0.02

    def once() -> None:
        try:
            said.append(crawl(night(tmp_path, press, 3)).outcome)
        except ExtractorError:
            said.append("failed")

    both = [threading.Thread(target=once) for _ in range(2)]
    both[0].start()
    both[1].start()
    both[0].join()
    both[1].join()
    assert "failed" in said or len(press.asked) > len(set(press.asked))
