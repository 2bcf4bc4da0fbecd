"""The journal of the nights: lines that a kill does not tear, and nights that are gone on with."""

import json
from pathlib import Path

import pytest

from extractor.errors import ExtractorError
from extractor.nightly.journal import FILE, TAKEN_UP, Journal, unfinished


def begun(folder: Path, at: float = 100.0, night: str = "n", **told: object) -> Journal:
    journal = Journal(folder)
    journal.add(night, "night begun", at, **told)
    return journal


def test_a_night_is_read_back_with_its_steps(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.add("n", "step begun", 101.0, step="crawl")
    journal.add("n", "step ended", 109.0, step="crawl", outcome="done", counts={"stored": 3})
    journal.add("n", "step begun", 110.0, step="ingest")
    [night] = journal.nights()
    crawl, ingest = night.steps["crawl"], night.steps["ingest"]
    assert (crawl.begun, crawl.ended, crawl.outcome, crawl.counts) == (101.0, 109.0, "done", {"stored": 3})
    assert (ingest.begun, ingest.ended, ingest.outcome, night.ended) == (110.0, None, None, None)
    assert (night.is_done("crawl"), night.is_done("ingest"), night.is_done("backup")) == (True, False, False)


def test_a_step_that_is_begun_again_is_not_done(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.add("n", "step ended", 109.0, step="crawl", outcome="failed")
    journal.add("n", "step begun", 110.0, step="crawl")
    [night] = journal.nights()
    assert (night.steps["crawl"].outcome, night.steps["crawl"].times) == (None, 1)


@pytest.mark.parametrize("torn", ["{", '{"night": "n", "what": "step begun"', '{"night": "n"}', "\x00\x00"])
def test_a_torn_line_is_passed_over_and_taken_away_by_the_next(tmp_path: Path, torn: str) -> None:
    journal = begun(tmp_path)
    with (tmp_path / FILE).open("a") as file:
        file.write(torn)
    assert [night.id for night in journal.nights()] == ["n"]
    journal.add("n", "night ended", 120.0, outcome="done")
    lines = [json.loads(line) for line in (tmp_path / FILE).read_text().splitlines()]
    assert [line["what"] for line in lines] == ["night begun", "night ended"]


@pytest.mark.parametrize("line", ["[]", "1", '{"night": "n"}', "{", ""])
def test_a_line_that_is_none_of_ours_costs_no_other(tmp_path: Path, line: str) -> None:
    (tmp_path / FILE).write_text(f"{line}\n")
    assert [night.id for night in begun(tmp_path).nights()] == ["n"]


def test_a_line_that_is_longer_than_what_is_looked_back_over_stays(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    journal.add("n", "night ended", 120.0, outcome="done", findings=[{"line": "x" * 200_000}])
    journal.add("m", "night begun", 130.0)
    assert [night.id for night in journal.nights()] == ["n", "m"]


@pytest.mark.parametrize(
    ("outcome", "later", "whole", "taken"),
    [
        (None, 60.0, True, True),
        ("failed", 60.0, True, True),
        ("stopped", 60.0, True, True),
        ("done", 60.0, True, False),
        (None, TAKEN_UP, True, False),
        (None, -60.0, True, False),
        (None, 60.0, False, False),
    ],
)
def test_a_night_that_did_not_come_to_its_end_is_gone_on_with(
    tmp_path: Path, outcome: str | None, later: float, whole: bool, taken: bool
) -> None:
    journal = begun(tmp_path, whole=whole)
    if outcome:
        journal.add("n", "night ended", 110.0, outcome=outcome)
    assert (unfinished(journal.nights(), 100.0 + later) is not None) is taken


def test_a_step_asked_for_alone_hides_no_night_that_was_killed(tmp_path: Path) -> None:
    journal = begun(tmp_path)
    begun(tmp_path, 150.0, "m", whole=False)
    found = unfinished(journal.nights(), 160.0)
    assert found is not None
    assert found.id == "n"


def test_a_journal_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(ExtractorError, match=r"nights.jsonl: cannot be written"):
        begun(tmp_path)


def test_no_journal_is_no_night(tmp_path: Path) -> None:
    assert Journal(tmp_path / "nowhere").nights() == []


def test_times_are_written_for_people_and_those_of_before_are_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"night": "m", "what": "night begun", "at": 1795329678.3274317}\n')
    begun(tmp_path, 1795329678.25)
    told = [json.loads(line)["at"] for line in (tmp_path / FILE).read_text().splitlines()]
    assert told == [1795329678.3274317, "2026-11-22T06:41:18.250Z"]
    assert [night.started for night in Journal(tmp_path).nights()] == [1795329678.3274317, 1795329678.25]
