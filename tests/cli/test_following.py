"""What reads the register has it follow what was decided first, or says that it does not, and reads filters alike."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from extractor.cli import group
from extractor.store import Store
from extractor.store.alone import alone
from extractor.store.decisions import By, say, seen_entry
from extractor.store.entries import register
from extractor.store.tables import entries
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.telling import ingested, record, told

NOW = "2026-11-22T04:00:00Z"


def run(url: str, *arguments: str) -> Result:
    environment = {"EXTRACTOR_STORE": url, "COLUMNS": "100"}
    return CliRunner(env=environment).invoke(group, arguments, standalone_mode=False)


@pytest.fixture
def rejected(store: Store, store_url: str) -> str:  # noqa: F811
    """A store of one entry, rejected since the register was made."""
    ingested(store, told("a", record()))
    register(store, NOW)
    with store.writing() as connection:
        seen = seen_entry(connection, str(connection.scalar(select(entries.c.id))))
        assert seen
        say(connection, "reject", seen, By("rina", NOW))
    return store_url


def test_a_list_follows_a_rejection(rejected: str) -> None:
    assert json.loads(run(rejected, "register", "list", "--format", "json").stdout)["entries"] == []


def test_a_list_with_what_was_rejected_says_so(rejected: str) -> None:
    assert "rejected" in run(rejected, "register", "list", "--rejected").stdout
    assert "winner" not in run(rejected, "register", "list", "--rejected").stdout


def test_a_region_follows_a_rejection(rejected: str) -> None:
    assert json.loads(run(rejected, "register", "region", "15.71", "--format", "json").stdout)["entries"] == []


def test_an_export_follows_a_rejection(rejected: str, tmp_path: Path) -> None:
    done = run(rejected, "export", str(tmp_path / "out"), "--format", "jsonl")
    assert "lags behind" not in done.stderr + (tmp_path / "out" / "README.md").read_text()
    assert (tmp_path / "out" / "entries.jsonl").read_text() == ""
    assert (tmp_path / "out" / "records.jsonl").read_text() == ""


def test_what_needs_a_look_follows_a_rejection(rejected: str) -> None:
    done = run(rejected, "review", "list", "--format", "json")
    assert [one["kind"] for one in json.loads(done.stdout) if one["kind"] == "entry"] == []


def test_an_entry_that_is_shown_follows_a_correction(rejected: str) -> None:
    with Store(rejected) as held, held.reading() as connection:
        id_ = str(connection.scalar(select(entries.c.id)))
    assert run(rejected, "review", "show", id_).stdout.splitlines()[0] == f"{id_}  entry  rejected"


def test_a_digest_follows_a_rejection(rejected: str) -> None:
    assert "0 entri baru" in run(rejected, "digest", "--preview").stdout


def test_while_another_writes_the_output_and_the_files_say_that_the_register_lags(
    rejected: str, tmp_path: Path
) -> None:
    with Store(rejected) as held, alone(held, "ingest", NOW):
        listed = run(rejected, "register", "list")
        done = run(rejected, "export", str(tmp_path / "out"), "--format", "jsonl")
    assert (listed.return_value, done.return_value) == (0, 0)
    told_so = "The register lags behind: 1 group of records waits for `extractor register build`"
    assert told_so in listed.stderr
    assert told_so in done.stderr
    assert "**The register lags behind**: 1 group of" in (tmp_path / "out" / "README.md").read_text()
    assert json.loads((tmp_path / "out" / "release.json").read_text())["register_lags_behind"] == 1


@pytest.mark.parametrize(
    "asked",
    [
        ("--recipient", "Provinsi Jambi"),
        ("--recipient", "15"),
        ("--recipient", "jambi"),
        ("--scope", "Jambi"),
        ("--scope", "Provinsi Jambi"),
        ("--award", "paritrana award"),
    ],
)
def test_a_list_and_an_export_mean_the_same(
    store: Store, store_url: str, tmp_path: Path, asked: tuple[str, str]  # noqa: F811
) -> None:
    tegal = {"type": "region", "code": "33.76", "name": "Kota Tegal"}
    ingested(store, told("a", record()), told("b", record(recipient=tegal, scope="33", award="Adipura")))
    listed = json.loads(run(store_url, "register", "list", *asked, "--format", "json").stdout)["entries"]
    run(store_url, "export", str(tmp_path / "out"), "--format", "jsonl", *asked)
    exported = [json.loads(line)["id"] for line in (tmp_path / "out" / "entries.jsonl").read_text().splitlines()]
    assert [one["id"] for one in listed] == exported
    assert len(exported) == 1
