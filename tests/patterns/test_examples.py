"""Every example of every pattern and award file, run with the whole pipeline: what they find and what they ignore."""

from functools import cache

import pytest

from extractor.patterns import Patterns, patterns
from extractor.workbench.trials import Trial, run, trials


def title(trial: Trial) -> str:
    return f"{trial.owner} {'finds' if trial.finds else 'ignores'} {' '.join(trial.example.text.split())[:60]}"


EXAMPLES = list(trials(patterns()))


@pytest.mark.parametrize("trial", EXAMPLES, ids=title)
def test_an_example_is_read_as_it_says(trial: Trial) -> None:
    outcome = run(trial)
    assert outcome.passed, f"{trial.file}:{trial.example.line}: expected {trial.expects}, found {outcome.found}"


@cache
def renamed() -> Patterns:
    """The same patterns, each with a new id and like the old one."""
    book = patterns()
    by_kind = {
        kind: tuple(pattern._replace(id=f"new_{pattern.id}", like=pattern.id) for pattern in members)
        for kind, members in book.by_kind.items()
    }
    return Patterns(by_kind, book.lists, book.awards)


@pytest.mark.parametrize("trial", [trial for trial in EXAMPLES if trial.finds], ids=title)
def test_a_new_pattern_that_is_like_another_is_read_like_it(trial: Trial) -> None:
    assert run(trial, renamed()).passed
