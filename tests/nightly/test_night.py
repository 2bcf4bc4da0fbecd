"""The frame of a night, over steps that are made up: what goes on, what is left, what is done again."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import ExtractorError
from extractor.nightly.health import Finding
from extractor.nightly.history import left_alone
from extractor.nightly.journal import DONE, FAILED, STOPPED, Journal
from extractor.nightly.night import Night, Report, judged, run
from extractor.nightly.work import Crawls, Outcome, Step, Stop, Work
from extractor.settings import settings_of

HOUR = 3600.0


class Clock:
    def __init__(self) -> None:
        self.now = 1_795_000_000.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


def _raises(error: BaseException) -> Callable[[Work], Outcome]:
    def does(_: Work) -> Outcome:
        raise error

    return does


def _gives(*outcome: Any) -> Callable[[Work], Outcome]:
    return lambda _: Outcome(*outcome)


def work(folder: Path, clock: Clock, stop: Stop | None = None) -> Work:
    nobody = Crawls(None, None, None)  # type: ignore[arg-type]
    return Work(folder, settings_of(folder, {}), "", 0.0, clock, stop or Stop(lambda: 0.0), nobody)


def a_night(folder: Path, *does: Callable[[Work], Outcome], clock: Clock | None = None, **needs: str) -> Report:
    names = "abcdefgh"
    named = zip(names, does, strict=False)
    steps = tuple(Step(name, one, (needs[name],) if name in needs else ()) for name, one in named)
    return run(Night(steps), work(folder, clock or Clock()))


@pytest.mark.parametrize(
    ("lines", "where"), [(0, "before its first step, a"), (2, "at its step a"), (3, "at its step b")]
)
def test_a_night_that_cannot_be_written_down_says_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: int, where: str
) -> None:
    added = Journal.add

    def full(self: Journal, *told: Any, **more: Any) -> None:
        nonlocal lines
        lines -= 1
        if lines < 0:
            raise ExtractorError("data/nights.jsonl: cannot be written: No space left on device")
        added(self, *told, **more)

    monkeypatch.setattr(Journal, "add", full)
    with pytest.raises(ExtractorError, match=f"left on device: the night stopped {where}; mend that and run it again"):
        a_night(tmp_path, _gives(), _gives())


def outcomes(report: Report) -> list[str]:
    return [one.outcome for one in report.steps.values()]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ExtractorError("the disk is full"), "the disk is full"),
        (OSError(28, "No space left on device", "data/x"), "data/x: No space left on device"),
        (ZeroDivisionError("by zero"), "a fault of extractor at does: ZeroDivisionError: by zero"),
    ],
)
def test_a_step_that_fails_keeps_no_other_from_being_done(tmp_path: Path, error: Exception, reason: str) -> None:
    report = a_night(tmp_path, _raises(error), _gives())
    told = re.sub(r", line \d+", "", report.steps["a"].reason or "")
    assert (outcomes(report), told, report.code) == ([FAILED, DONE], reason, 1)
    assert not report.is_well


@pytest.mark.parametrize(
    ("first", "second"), [(_raises(ExtractorError("x")), "left"), (_gives(STOPPED, "x"), DONE), (_gives(), DONE)]
)
def test_a_step_waits_for_those_that_it_needs(
    tmp_path: Path, first: Callable[[Work], Outcome], second: str
) -> None:
    assert outcomes(a_night(tmp_path, first, _gives(), b="a"))[1] == second


def test_what_was_done_is_not_done_again_and_what_is_behind_it_is(tmp_path: Path) -> None:
    done: list[str] = []

    def does(name: str) -> Callable[[Work], Outcome]:
        return lambda _: done.append(name) or Outcome()  # type: ignore[func-returns-value]

    clock = Clock()
    a_night(tmp_path, does("a"), _raises(ExtractorError("x")), does("c"), clock=clock)
    report = a_night(tmp_path, does("a"), does("b"), does("c"), clock=clock)
    assert (done, outcomes(report), report.code) == (["a", "c", "b", "c"], [DONE] * 3, 0)
    assert len(Journal(tmp_path).nights()) == 1


def test_a_night_that_is_long_past_is_not_gone_on_with(tmp_path: Path) -> None:
    clock = Clock()
    a_night(tmp_path, _raises(ExtractorError("x")), clock=clock)
    clock.now += 21 * HOUR
    a_night(tmp_path, _gives(), clock=clock)
    assert [night.outcome for night in Journal(tmp_path).nights()] == [FAILED, DONE]


def test_an_interrupt_is_written_down_and_goes_on_to_its_end(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        a_night(tmp_path, _raises(KeyboardInterrupt()), _gives())
    [night] = Journal(tmp_path).nights()
    assert (night.steps["a"].outcome, night.ended, list(night.steps)) == (STOPPED, None, ["a"])


def test_a_step_that_set_something_aside_is_told_by_3(tmp_path: Path) -> None:
    assert a_night(tmp_path, _gives(DONE, None, {}, True)).code == 3


@pytest.mark.parametrize(
    ("kind", "subject", "well"),
    [("silent", "all", False), ("recordless", "records", False), ("silent", "a.example", True), ("few", "all", True)],
)
def test_somebody_is_woken_where_nothing_comes_any_more(kind: str, subject: str, well: bool) -> None:
    finding = Finding(kind, subject, "x", None, "y")  # type: ignore[arg-type]
    assert Report("n", 0.0, 0.0, DONE, {}, (finding,)).is_well is well
    assert Report("n", 0.0, 0.0, DONE, {}, (finding,)).code == 3


def read(folder: Path, *nights: list[Any] | None) -> list[Finding]:
    """Nights whose step `ingest` saw these outlets drift; None: nothing was read."""
    journal = Journal(folder)
    for at, drift in enumerate(nights):
        journal.add(str(at), "night begun", 1_795_000_000.0 + at * 24 * HOUR)
        counts = {"read": 0 if drift is None else 9, "drift": drift or []}
        journal.add(str(at), "step begun", 1_795_000_000.0 + at * 24 * HOUR, step="ingest")
        journal.add(str(at), "step ended", 1_795_000_000.0 + at * 24 * HOUR, step="ingest", outcome=DONE, counts=counts)
    return list(judged(journal.nights()))


DRIFT = [["a.example", 3, ["author", "words"]]]


@pytest.mark.parametrize(
    ("nights", "since"),
    [
        ((None, [], DRIFT), "2026-11-20"),
        (([], DRIFT, None, DRIFT), "2026-11-19"),
        ((DRIFT, [], DRIFT), "2026-11-20"),
    ],
)
def test_an_outlet_that_drifts_is_told_with_the_first_night_in_which_it_did(
    tmp_path: Path, nights: tuple[list[Any] | None, ...], since: str
) -> None:
    [finding] = read(tmp_path, *nights)
    assert str(finding) == (
        f"a.example: 3 pages in a row miss author, words, since {since}; its file in patterns/outlets expects them"
    )


@pytest.mark.parametrize("nights", [(), ([],), (DRIFT, []), (DRIFT, None)])
def test_what_does_not_drift_tonight_is_not_told(tmp_path: Path, nights: tuple[list[Any] | None, ...]) -> None:
    assert read(tmp_path, *nights) == []


@pytest.mark.parametrize(
    ("outlet", "why"),
    [
        ("a.example", "refused 3 requests in a row (403)"),
        ("sub.a.example", "refused 3 requests in a row (403)"),
        ("b.example", "robots.txt cannot be reached"),
        ("aa.example", None),
        ("c.example", None),
    ],
)
def test_an_outlet_whose_site_was_left_alone_is_told_with_the_reason(
    tmp_path: Path, outlet: str, why: str | None
) -> None:
    journal = Journal(tmp_path)
    left = {"a.example": "refused 3 requests in a row (403)", "https://www.b.example": "robots.txt cannot be reached"}
    journal.add("n", "night begun", 1_795_000_000.0)
    journal.add("n", "step ended", 1_795_000_000.0, step="crawl", outcome=DONE, counts={"left_alone": left})
    assert left_alone(journal.nights())(outlet) == why
    assert left_alone([])(outlet) is None
