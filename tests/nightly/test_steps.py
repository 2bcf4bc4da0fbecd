"""The steps by themselves: what they count, and that they end between two pieces of work where the night is to end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.nightly.journal import DONE, STOPPED
from extractor.nightly.known import Missing
from extractor.nightly.steps import STEPS
from extractor.nightly.steps.clusters import clusters
from extractor.nightly.steps.register import register
from extractor.nightly.work import Crawls, Outcome, Step, Stop, Work
from extractor.settings import settings_of
from extractor.store import Store
from extractor.store.tables import touched


def work(folder: Path, asked: str | None = None) -> Work:
    stop = Stop(lambda: 0.0)
    if asked:
        stop.ask(asked)
    nobody = Crawls(None, None, None)  # type: ignore[arg-type]
    return Work(folder, settings_of(folder, {}), folder / "store.sqlite", 0.0, lambda: 1_795_000_000.0, stop, nobody)


def a_store(folder: Path) -> None:
    with Store(folder / "store.sqlite") as store:
        store.create()
        with store.writing() as connection:
            connection.execute(touched.insert(), [{"group": "paritrana award|kota jambi"}])


@pytest.mark.parametrize(("does", "asked", "outcome"), [(register, None, DONE), (register, "asked to end", STOPPED)])
def test_the_register_ends_between_two_batches(
    tmp_path: Path, does: Callable[[Work], Outcome], asked: str | None, outcome: str
) -> None:
    a_store(tmp_path)
    done = does(work(tmp_path, asked))
    assert (done.outcome, done.reason) == (outcome, asked)


@pytest.mark.parametrize("asked", [None, "asked to end"])
def test_clusters_with_nothing_to_do_are_done(tmp_path: Path, asked: str | None) -> None:
    a_store(tmp_path)
    assert clusters(work(tmp_path, asked)) == Outcome(DONE, None, {"judged": 0, "moved": 0})


def test_the_steps_of_an_empty_folder_are_done_and_the_first_makes_the_store(tmp_path: Path) -> None:
    assert {step.does(work(tmp_path)).outcome for step in STEPS[1:]} == {DONE}
    assert (tmp_path / "store.sqlite").is_file()


@pytest.mark.parametrize("step", STEPS[2:], ids=lambda step: step.name)
def test_no_other_step_makes_a_store(tmp_path: Path, step: Step) -> None:
    told = settings_of(tmp_path, {"EXTRACTOR_DIGEST_TO": "peneliti@example.org"})
    with pytest.raises(Missing, match="no store there yet; `extractor ingest PATH` makes one"):
        step.does(work(tmp_path)._replace(settings=told))
    assert list(tmp_path.iterdir()) == []


def test_the_steps_that_are_needed_come_before() -> None:
    names = [step.name for step in STEPS]
    wrong = [step.name for step in STEPS if not {*step.needs} <= {*names[: names.index(step.name)]}]
    assert wrong == []
