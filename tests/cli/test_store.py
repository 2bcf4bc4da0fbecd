"""The commands that ask the store: search, rerun, runs, diff, as their users see them."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import group
from extractor.store import Store
from extractor.store.pattern_sets import PatternSet
from extractor.store.rerun import Rerun
from extractor.store.runs import Run
from tests.store.corpus import LATER, fill, kept
from tests.store.test_search import STORIES, put

Command = Callable[..., Result]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the corpus, and made-up stories that are searched for."""
    path = tmp_path_factory.mktemp("filled") / "store.sqlite"
    with Store(path) as store:
        store.create()
        fill(store)
        with store.writing() as connection:
            for key, title, day, story in STORIES:
                put(connection, f"sha256:{key}", title, day, story)
    return path


@pytest.fixture
def command(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command on a store of its own, on a terminal of 80 columns."""
    shutil.copyfile(filled, tmp_path / "store.sqlite")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("EXTRACTOR_STORE", raising=False)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(group, [*arguments, "--data", str(tmp_path)])

    return run


def test_search_prints_outlet_day_title_address_and_the_words(command: Command) -> None:
    done = command("search", "wali", "kota", "jambi", "itu")
    assert done.stdout == (
        "Koran SHA256:A, 2025-08-12\n"
        "Kota Jambi Raih Paritrana Award\n"
        "sha256:a\n"
        "  [Wali] [Kota] [Jambi] menerima penghargaan [itu] Jum'at lalu.\n"
    )
    assert (done.exit_code, done.stderr) == (0, "1 article\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kota", "--limit", "2"], "1 to 2 shown; --page 2 shows more\n"),
        (["tidakadasamasekali"], "no article holds that\n"),
        (["jambi", "bupati", "nagari", "--page", "7"], "no article holds that\n"),
        (['"wali kota jambi menerima"', "--page", "2"], "1 article; there is no page 2\n"),
        (["kota", "nagari", "-bupati", "--until", "2024-01-05", "--since", "2024-01-05"], "1 article\n"),
    ],
)
def test_search_says_how_many_there_are(command: Command, arguments: list[str], said: str) -> None:
    done = command("search", *arguments)
    assert (done.exit_code, done.stderr.endswith(said)) == (0, True), done.stderr


def test_a_word_that_is_not_wanted_is_no_option(command: Command) -> None:
    done = command("search", "masuk", "nominasi", "nagari", "lain", "tidak", "-hadiah", "-solok")
    assert (done.exit_code, done.stderr) == (0, "no article holds that\n")


def test_search_shows_no_phone_of_a_story_and_marks_the_words_in_place(command: Command, tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store, store.writing() as connection:
        put(connection, "sha256:z", "Posko", "2025-09-01", "Hubungi Posko Kelurahan 0812-3456-7890 di Rengasjaya.")
    assert "  Hubungi Posko Kelurahan ••••-••••-•••• di [Rengasjaya].\n" in command("search", "rengasjaya").stdout
    told = json.loads(command("search", "rengasjaya", "--format", "json").stdout)["articles"][0]
    assert [told["snippet"][start:end] for start, end in told["marks"]] == ["Rengasjaya"]
    assert "0812" not in told["snippet"]


def test_search_prints_json(command: Command) -> None:
    told = json.loads(command("search", "nagari", "--format", "json", "--outlet", "Koran SHA256:C").stdout)
    assert (told["total"], [one["key"] for one in told["articles"]]) == (1, ["sha256:c"])
    found = told["articles"][0]
    assert [found["snippet"][start:end] for start, end in found["marks"]] == ["nagari"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["search", ""], "no word to search for"),
        (["search", "--", "-kota"], "says only what is not to be there"),
        (["search", "kota", "--region", "99"], "99: no region has this code"),
        (["search", "kota", "--region", "Atlantis"], "'Atlantis' is no region"),
        (["diff", "1", "77"], "there is no run 77"),
        (["rerun", "https://koran.example/none"], "no article of the store is called so"),
    ],
)
def test_what_cannot_be_meant_is_one_line(command: Command, arguments: list[str], reason: str) -> None:
    flags = arguments.index("--") if "--" in arguments else len(arguments)
    done = command(*arguments) if flags == len(arguments) else command(*arguments[:flags], *arguments[flags + 1 :])
    assert done.exit_code == 1
    assert reason in str(done.exception)
    assert "\n" not in str(done.exception)


def test_runs_are_listed_with_what_came_of_them(command: Command) -> None:
    lines = command("runs").stdout.splitlines()
    assert lines[0].startswith("1  ingest  2026-11-22T03:20:00Z to 2026-11-22T03:21:00Z  done")
    assert [line for line in lines if len(line) > 80] == []
    assert json.loads(command("runs", "--format", "json").stdout)[0]["outcome"] == "done"


def test_one_of_a_kind_is_counted_as_one(command: Command, tmp_path: Path) -> None:
    spoil(tmp_path / "store.sqlite")
    last = command("runs").stdout.splitlines()[-1]
    assert ": 1 text, 1 " in last


def spoil(path: Path) -> int:
    """A run of other patterns that read no records in the corpus's first text; how many there were."""
    with Store(path) as store:
        named = [f"corpus/{Path(kept()[0]['article']['source']).name}"]
        work = Rerun(store, Run("rerun", PatternSet("0" * 16, {}, {}), LATER), named=named)
        work.write(1, {**kept()[0], "records": []})
        work.end(LATER, "done")
    return len(kept()[0]["records"])


def test_a_rerun_and_what_it_changed(command: Command, tmp_path: Path) -> None:
    lost = spoil(tmp_path / "store.sqlite")
    done = command("rerun")
    assert (done.exit_code, done.stderr.endswith(": 5 read otherwise\n")) == (0, True), done.stderr  # and the stories
    shown = command("diff", "2", "3")
    assert shown.stdout.splitlines()[0] == f"records  {lost} gained"
    assert [line for line in shown.stdout.splitlines() if len(line) > 80 and "://" not in line] == []
    assert shown.stdout.splitlines()[-1].startswith(f"{lost} gained, in 1 article")
    assert json.loads(command("diff", "3", "2", "--format", "json").stdout)["counts"]["lost"] == lost
    assert command("diff", "2", "3", "--kind", "dates").stdout == "nothing differs\n"


def test_a_rerun_of_nothing_says_so(command: Command) -> None:
    command("rerun")
    done = command("rerun", "--changed-only")
    assert (done.exit_code, done.stderr.endswith("all texts were read by the patterns of now\n")) == (0, True)


def test_named_articles_and_changed_only_exclude_each_other(command: Command) -> None:
    assert command("rerun", "--changed-only", "sha256:a").exit_code == 2


@pytest.mark.parametrize("asked", ["runs", "db check"])
def test_a_run_that_was_killed_is_said_to_be(command: Command, tmp_path: Path, asked: str) -> None:
    with Store(tmp_path / "store.sqlite") as store, store.writing() as connection:
        Run("ingest", PatternSet("0" * 16, {}, {}), LATER).number(connection)
    command(*asked.split())
    told = command("runs").stdout.splitlines()
    assert told[-2].endswith("  killed")
    assert told[-1].endswith(" read and kept")
