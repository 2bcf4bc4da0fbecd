"""What is shipped to run the crawl every night: systemd takes it as it is, and what it calls is what the command is."""

import configparser
import re
import shlex
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from extractor.batch.pool import MEMORY
from extractor.cli import LOCKED, SET_ASIDE
from extractor.cli.nightly import command
from extractor.nightly.steps.crawl import SHARE
from extractor.settings.deadlines import deadline_of
from extractor.settings.model import MOST_WORKERS
from extractor.sources.settings import Settings

DEPLOY = Path(__file__).parent.parent / "deploy"
SERVICE, TIMER, CRON = (DEPLOY / f"extractor.{kind}" for kind in ("service", "timer", "cron"))
ANALYZE = shutil.which("systemd-analyze")
with_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd is not here")


class _Unit(configparser.RawConfigParser):
    def __init__(self, path: Path) -> None:
        super().__init__(strict=False, delimiters=("=",), interpolation=None)
        self.optionxform = str  # type: ignore[assignment,method-assign]
        self.read(path, encoding="utf-8")


@pytest.fixture(scope="module")
def service() -> configparser.SectionProxy:
    return _Unit(SERVICE)["Service"]


def analyzed(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    assert ANALYZE is not None
    return subprocess.run([ANALYZE, *arguments], capture_output=True, text=True, check=False)


def faults(*units: Path) -> list[str]:
    """What systemd finds wrong with units of ours; it tells of others on the machine too."""
    return [line for line in analyzed("verify", *units).stderr.splitlines() if "extractor" in line]


@with_systemd
def test_systemd_finds_nothing_wrong_with_the_units() -> None:
    assert faults(SERVICE, TIMER) == []


@with_systemd
@pytest.mark.parametrize(
    ("right", "wrong"), [("PrivateTmp=", "PrivateTemp="), ("/usr/bin/env", "/nowhere/env"), ("6h", "6h\nExecStart=")]
)
def test_systemd_would_find_what_is_wrong(right: str, wrong: str, tmp_path: Path) -> None:
    broken = tmp_path / SERVICE.name
    broken.write_text(SERVICE.read_text().replace(right, wrong))
    assert faults(broken)


@with_systemd
def test_the_service_is_hardened() -> None:
    judged = analyzed("security", "--offline=true", "--threshold=20", SERVICE)
    if "unrecognized option" in judged.stderr:
        pytest.skip("this systemd judges running services only")
    assert judged.returncode == 0, judged.stdout[-200:]


def given(line: str) -> dict[str, Any]:
    """What the options of `extractor crawl` come to, in a line of a unit or a crontab."""
    words = shlex.split(line.partition("extractor nightly ")[2].partition(" 2>")[0])
    return command.make_context("nightly", words).params


@pytest.mark.parametrize("file", [SERVICE, CRON], ids=lambda file: file.suffix)
def test_the_command_takes_the_options_that_are_given(file: Path) -> None:
    told = given(next(line for line in file.read_text().splitlines() if "extractor nightly " in line))
    assert deadline_of(told["deadline"]) == timedelta(hours=6)
    assert not told["dry_run"]


def test_the_data_folder_is_the_one_that_the_service_may_write(service: configparser.SectionProxy) -> None:
    assert given(service["ExecStart"])["data"] == Path("%S") / service["StateDirectory"]


def test_articles_that_could_not_be_fetched_are_no_failure_of_the_service(service: configparser.SectionProxy) -> None:
    assert service["SuccessExitStatus"].split() == [str(SET_ASIDE)]


def test_a_second_crawl_and_a_wrong_call_are_not_started_again(service: configparser.SectionProxy) -> None:
    assert service["Restart"] == "on-failure"
    assert service["RestartPreventExitStatus"].split() == ["2", str(LOCKED)]


def test_systemd_waits_for_longer_than_the_crawl_takes_to_end(service: configparser.SectionProxy) -> None:
    assert float(service["TimeoutStopSec"]) > Settings("us@example.org").grace


def test_a_crawl_leaves_time_for_what_is_made_of_it() -> None:
    assert 0.5 <= SHARE < 0.9


def test_a_worker_that_takes_what_a_page_may_is_ended_before_the_service(service: configparser.SectionProxy) -> None:
    assert int(service["MemoryMax"].removesuffix("G")) * 1024**3 > MEMORY


def test_there_may_be_as_many_threads_as_workers_and_names_that_they_resolve(
    service: configparser.SectionProxy,
) -> None:
    assert int(service["TasksMax"]) > 2 * MOST_WORKERS


def test_the_timer_starts_once_a_day_by_the_clock_of_the_press() -> None:
    timer = _Unit(TIMER)["Timer"]
    day, time, zone = timer["OnCalendar"].split()
    assert day == "*-*-*"
    assert re.fullmatch(r"[0-2]\d:[0-5]\d:00", time)
    assert ZoneInfo(zone)
    assert timer["Persistent"] == "yes"


def test_the_crontab_has_a_time_a_user_and_a_command_that_cron_leaves_whole() -> None:
    lines = [line for line in CRON.read_text().splitlines() if line.strip() and not line.startswith("#")]
    *variables, job = lines
    assert all(re.fullmatch(r"[A-Z]+=\S+", variable) for variable in variables)
    minute, hour, *days, user = job.split()[:6]
    assert 0 <= int(minute) < 60
    assert 0 <= int(hour) < 24
    assert (days, user) == (["*", "*", "*"], "extractor")
    assert "%" not in job  # cron takes it for the end of the line
    assert CRON.read_text().endswith("\n")  # or cron passes over the last line
