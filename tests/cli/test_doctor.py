"""The doctor: what is wrong is told on a line with what to do, and nothing is changed by a look."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.cli.doctor import configured
from extractor.cli.doctor.checked import FAIL, OK, WARN, Checked
from extractor.cli.doctor.machine import machine
from extractor.cli.doctor.project import last_night, lock, store
from extractor.nightly.journal import Journal
from extractor.settings import settings_of
from extractor.sources.lock import locked
from extractor.store import Store
from tests import forks

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2026, 11, 22, 4, tzinfo=UTC).timestamp()
HOUR = 3600.0
_SPACE = {"f_bavail": 10**8, "f_bfree": 10**8, "f_blocks": 10**9, "f_frsize": 4096}


def doctor(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EXTRACTOR_")}
    own = {"PYTHONPATH": str(ROOT), **environment}
    done = forks.told(["-m", "extractor", "doctor", *arguments], folder, {**kept, **own})
    return done.returncode, done.stdout, done.stderr


def levels(found: object) -> dict[str, str]:
    return {one.what: one.level for one in found}  # type: ignore[attr-defined]


def test_a_machine_that_is_fit_has_no_fail_and_is_left_as_it_was(tmp_path: Path) -> None:
    code, out, err = doctor(tmp_path)
    assert (code, err, list(tmp_path.iterdir())) == (0, "", [])
    lines = [line.split(maxsplit=1) for line in out.splitlines()]
    assert {level for level, _ in lines} <= {OK, WARN}
    told = {line.split(": ")[0] for _, line in lines}
    assert told >= {"python", "disk", "memory", "clock", "folder", "settings", "patterns", "outlets", "store", "lock"}


def test_what_fails_is_told_as_json_and_by_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("gap = 1")
    (tmp_path / "data" / "store.sqlite").write_text("no database at all, and longer than its header " * 4)
    code, out, _ = doctor(tmp_path, "--format", "json")
    failed = {row["what"]: row["said"] for row in json.loads(out) if row["level"] == FAIL}
    assert code == 1
    assert set(failed) == {"settings", "store"}
    assert failed["settings"] == "data/settings.toml:1: `gap` is from 2 seconds to a day"


def test_a_variable_that_is_no_setting_is_told(tmp_path: Path) -> None:
    names = {"EXTRACTOR_CONTAKT": "a", "EXTRACTOR_GAP": "3", "EXTRACTOR_MAIL_HOST": "h", "EXTRACTOR_STORE": "x"}
    _, found = configured.settings(tmp_path, names, None)
    assert [one.said.split()[0] for one in found if one.what == "settings"][1:] == ["EXTRACTOR_CONTAKT"]


def test_what_is_set_for_an_outlet_that_there_is_not_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[outlet."kompas.com"]\ngap = 9\n[outlet."kompos.com"]\ngap = 30\n')
    _, found = configured.settings(tmp_path, {}, None)
    said = [one.said for one in found if one.level == FAIL]
    assert said == ['[outlet."kompos.com"]: no outlet has this id: `extractor sources list` names them all']


@pytest.mark.parametrize(
    ("folder", "now", "workers", "what", "level"),
    [
        ("data", NOW, 32, "clock", OK),
        ("data", 0.0, 32, "clock", FAIL),
        ("data", NOW, 10**9, "open files", FAIL),
        ("data", NOW, 32, "folder", OK),
        ("new/folder", NOW, 32, "folder", OK),
    ],
)
def test_the_machine(tmp_path: Path, folder: str, now: float, workers: int, what: str, level: str) -> None:
    (tmp_path / "data").mkdir()
    assert levels(machine(tmp_path / folder, now, workers))[what] == level


@pytest.mark.parametrize(("free", "level"), [(10**8, FAIL), (10**9, WARN), (10**11, OK)])
def test_a_disk_that_fills(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, level: str) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    assert levels(machine(tmp_path, NOW, 32))["disk"] == level


@pytest.mark.parametrize(("free", "level"), [(10, FAIL), (10_000, WARN), (10**7, OK)])
def test_a_disk_that_has_room_for_few_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, level: str
) -> None:
    monkeypatch.setattr("os.statvfs", lambda _: type("Found", (), {"f_files": 10**8, "f_favail": free, **_SPACE}))
    assert levels(machine(tmp_path, NOW, 32))["inodes"] == level


def test_a_clock_behind_the_last_night_is_wrong(tmp_path: Path) -> None:
    Journal(tmp_path).add("n", "night begun", NOW + HOUR)
    assert levels(machine(tmp_path, NOW, 32))["clock"] == FAIL


def test_a_store_that_is_whole_one_that_is_not_there_and_one_that_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    assert levels(store(tmp_path, path)) == {"store": WARN}
    assert not path.exists()
    with Store(path) as made:
        made.create()
    assert list(store(tmp_path, path)) == [Checked("store", OK, f"{path}: 0 articles, 0 entries")]
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 4096 * 20 + content[4096 * 21 :])
    assert levels(store(tmp_path, path)) == {"store": FAIL}
    path.rename(tmp_path / "lost.sqlite")
    Path(f"{path}.lock").touch()
    [lost] = store(tmp_path, path)
    assert lost.level == FAIL
    assert lost.said.startswith(f"{path}: no store there any more: {path}.lock is left of one")


def test_who_is_at_work_is_told(tmp_path: Path) -> None:
    assert lock(tmp_path) == Checked("lock", OK, "nobody is at work")
    with locked(tmp_path, "extractor nightly", NOW):
        said = f"process {os.getpid()} is at work since 2026-11-22T04:00:00+00:00 (extractor nightly)"
        assert lock(tmp_path) == Checked("lock", OK, said)
    assert lock(tmp_path) == Checked("lock", OK, "nobody is at work")


def _nothing(_: Journal) -> None:
    """No night."""


def _done(journal: Journal) -> None:
    journal.add("n", "night begun", NOW - 3 * HOUR)
    finding = {"kind": "silent", "line": "a.example: nothing new for 4 nights"}
    journal.add("n", "night ended", NOW - HOUR, outcome="done", findings=[finding])


def _old(journal: Journal) -> None:
    journal.add("n", "night begun", NOW - 60 * HOUR)
    journal.add("n", "night ended", NOW - 58 * HOUR, outcome="done")


def _failed(journal: Journal) -> None:
    journal.add("n", "night begun", NOW - 3 * HOUR)
    journal.add("n", "step ended", NOW - 2 * HOUR, step="ingest", outcome="failed", reason="the disk is full")
    journal.add("n", "night ended", NOW - HOUR, outcome="failed")


def _stopped(journal: Journal) -> None:
    journal.add("n", "night begun", NOW - 3 * HOUR)
    journal.add("n", "step ended", NOW - 2 * HOUR, step="backup", outcome="left", reason="the deadline has come")
    journal.add("n", "night ended", NOW - HOUR, outcome="stopped")


def _killed(journal: Journal) -> None:
    journal.add("n", "night begun", NOW - 3 * HOUR)


@pytest.mark.parametrize(
    ("written", "expected", "said"),
    [
        (_nothing, [("last night", WARN)], "there was none yet"),
        (_done, [("last night", OK), ("health", WARN)], "2026-11-22 01:00 UTC: done"),
        (_old, [("last night", FAIL)], "60 h ago: does the timer run?"),
        (_failed, [("last night", FAIL)], "failed: ingest: the disk is full: mend that, and run it again"),
        (_stopped, [("last night", WARN)], "left: backup"),
        (_killed, [("last night", WARN)], "was killed: run it again"),
    ],
)
def test_the_last_night(
    tmp_path: Path, written: Callable[[Journal], None], expected: list[tuple[str, str]], said: str
) -> None:
    written(Journal(tmp_path))
    found = list(last_night(tmp_path, NOW))
    assert [(one.what, one.level) for one in found] == expected
    assert said in found[0].said


WHOLE = {"DIGEST_TO": "a@b.example", "DIGEST_FROM": "c@d.example", "MAIL_HOST": "h.example"}


@pytest.mark.parametrize(
    ("told", "level"),
    [
        ({}, OK),
        ({"DIGEST_TO": "a@b.example"}, FAIL),
        (WHOLE, OK),
        (WHOLE | {"MAIL_USER": "u"}, FAIL),
        (WHOLE | {"MAIL_USER": "u", "MAIL_PASSWORD": "geheim"}, OK),
        (WHOLE | {"MAIL_TLS": "none"}, WARN),
        (WHOLE | {"MAIL_TLS": "none", "MAIL_USER": "u", "MAIL_PASSWORD": "geheim"}, FAIL),
        ({"DIGEST_NOTIFY": "geheim://geheim"}, OK),
        (WHOLE | {"MAIL_TLS": "none", "MAIL_HOST": "localhost"}, OK),
    ],
)
def test_mail_that_could_not_be_sent_is_told(tmp_path: Path, told: dict[str, str], level: str) -> None:
    found = configured.mail(settings_of(tmp_path, {f"EXTRACTOR_{name}": value for name, value in told.items()}))
    assert found.level == level
    assert "geheim" not in found.said


@pytest.mark.parametrize(
    ("told", "levels_"),
    [
        ({"PING": "https://hc.example/secret"}, {"ping": OK}),
        ({"PING": "http://127.0.0.1/secret"}, {"ping": FAIL}),
        ({"PING": "http://[fd00::1]/secret"}, {"ping": FAIL}),
        ({"PING": "http://hc.example:8099/secret"}, {"ping": FAIL}),
        ({"PING": "http://10.0.0.7:8099/secret", "PING_INSIDE": "true"}, {"ping": OK}),
        ({"METRICS": "/dev/null/x.prom"}, {"metrics": FAIL}),
        ({"METRICS": "x.prom"}, {"metrics": OK}),
        ({}, {}),
    ],
)
def test_what_watches_a_night_is_looked_at(tmp_path: Path, told: dict[str, str], levels_: dict[str, str]) -> None:
    found = list(configured.watched(settings_of(tmp_path, {f"EXTRACTOR_NIGHTLY_{key}": told[key] for key in told})))
    assert levels(found) == levels_
    assert not any("secret" in one.said for one in found)
