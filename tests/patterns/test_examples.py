"""Every example of every pattern and award file, run with the whole pipeline: what they find and what they ignore."""

import pytest

from extractor.patterns import patterns
from extractor.workbench.trials import Trial, run, trials


def title(trial: Trial) -> str:
    return f"{trial.owner} {'finds' if trial.finds else 'ignores'} {' '.join(trial.example.text.split())[:60]}"


@pytest.mark.parametrize("trial", list(trials(patterns())), ids=title)
def test_an_example_is_read_as_it_says(trial: Trial) -> None:
    outcome = run(trial)
    assert outcome.passed, f"{trial.file}:{trial.example.line}: expected {trial.expects}, found {outcome.found}"
