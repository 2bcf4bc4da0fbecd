"""The night in numbers, for Prometheus' textfile collector: a file in the exposition format, put in place whole."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.nightly.journal import DONE, FAILED, LEFT, STOPPED, NightRecord
from extractor.wholefiles import whole

_OUTCOMES = (DONE, STOPPED, FAILED, LEFT)
Sample = tuple[dict[str, str], float]


def exposition(nights: Sequence[NightRecord]) -> str:
    """What is known of the last night, as text; times are seconds UTC."""
    whole = [night for night in nights if night.whole]
    return "".join(f"{line}\n" for line in _lines(whole)) if whole else ""


def _lines(nights: Sequence[NightRecord]) -> Iterator[str]:
    night = nights[-1]
    succeeded = [one.ended for one in nights if one.outcome == DONE and one.ended]
    yield from _gauge("started_timestamp_seconds", "When the last night began.", [({}, night.started)])
    if night.ended is not None:
        yield from _gauge("ended_timestamp_seconds", "When the last night ended.", [({}, night.ended)])
    if succeeded:
        help_ = "When a night last ended with every step done."
        yield from _gauge("success_timestamp_seconds", help_, [({}, succeeded[-1])])
    outcomes = [({"outcome": name}, float(night.outcome == name)) for name in _OUTCOMES[:3]]
    yield from _gauge("outcome", "1 for what the last night came to.", outcomes)
    steps = sorted(night.steps.items())
    told = [({"step": name, "outcome": one}, float(step.outcome == one)) for name, step in steps for one in _OUTCOMES]
    yield from _gauge("step_outcome", "1 for what a step of the last night came to.", told)
    took = [({"step": name}, step.ended - step.begun) for name, step in steps if step.begun and step.ended]
    yield from _gauge("step_seconds", "How long a step of the last night took.", took)
    counts: list[Sample] = [
        ({"step": name, "count": count}, float(number))
        for name, step in steps
        for count, number in sorted(step.counts.items())
        if type(number) in (int, float)
    ]
    yield from _gauge("step_count", "What a step of the last night counted.", counts)
    given = night.steps["crawl"].counts.get("outlets", {}) if "crawl" in night.steps else {}
    articles: list[Sample] = [({"outlet": name}, float(number)) for name, number in sorted(given.items())]
    yield from _gauge("outlet_articles", "New articles of an outlet in the last night.", articles)
    aside = night.steps["ingest"].counts.get("aside", {}) if "ingest" in night.steps else {}
    pages: list[Sample] = [({"reason": name}, float(number)) for name, number in sorted(aside.items())]
    yield from _gauge("set_aside", "Pages set aside in the last night, by reason.", pages)
    kinds = [finding["kind"] for finding in night.findings]
    found: list[Sample] = [({"kind": kind}, float(kinds.count(kind))) for kind in sorted({*kinds})]
    yield from _gauge("findings", "Things of the last night that a person should look at.", found)


def _gauge(name: str, help_: str, samples: Sequence[Sample]) -> Iterator[str]:
    if not samples:
        return
    full = f"extractor_nightly_{name}"
    yield f"# HELP {full} {help_}"
    yield f"# TYPE {full} gauge"
    for labels, value in samples:
        told = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
        yield f"{full}{{{told}}} {value!r}" if told else f"{full} {value!r}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')


def write(path: Path, text: str) -> None:
    """Put the file in place; a reader sees the old one or the new one, whole."""
    try:
        with whole(path) as file:
            file.write(text.encode())
            os.fchmod(file.fileno(), 0o644)  # whoever collects it is another user
    except OSError as error:
        raise ExtractorError(f"{path}: the metrics cannot be written: {error.strerror or error}") from error
