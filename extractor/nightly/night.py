"""A night from its beginning to its end: the lock, the steps, the deadline, what is written down, what it comes to."""

import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import takewhile
from typing import Any, NamedTuple

from extractor.errors import ExtractorError, Locked
from extractor.nightly.health import Finding, judge
from extractor.nightly.history import history, left_alone
from extractor.nightly.journal import DONE, FAILED, LEFT, STOPPED, Journal, NightRecord, unfinished
from extractor.nightly.known import Missing, without_store
from extractor.nightly.work import Outcome, Step, Work
from extractor.sources.lock import locked
from extractor.sources.night import made
from extractor.times import utc

OK, FAILURE, LOOK = 0, 1, 3
"""Exit codes: done; a step failed; done, but something was left, set aside or is strange."""
_MEND = "mend that and run it again, it goes on at its step"


class Night(NamedTuple):
    """What has been asked for: the steps, and whether these are all; who asks; what is told of it as it goes."""

    steps: tuple[Step, ...]
    whole: bool = True
    command: str = "extractor nightly"
    tell: Callable[[str, dict[str, Any]], object] = lambda *_: None


class Report(NamedTuple):
    """What a night came to: each step with its outcome, those of an earlier process too; what is strange."""

    id: str
    started: float
    ended: float
    outcome: str
    steps: dict[str, Outcome]
    findings: tuple[Finding, ...]

    @property
    def code(self) -> int:
        """The exit code."""
        if self.outcome == FAILED:
            return FAILURE
        aside = any(step.aside for step in self.steps.values())
        return LOOK if self.outcome != DONE or aside or self.findings else OK

    @property
    def is_well(self) -> bool:
        """Whether nobody has to be woken: no step failed, and articles and records come."""
        return self.outcome != FAILED and not any(
            finding.kind == "recordless" or (finding.kind, finding.subject) == ("silent", "all")
            for finding in self.findings
        )

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON has it."""
        steps = {name: step._asdict() for name, step in self.steps.items()}
        findings = [told(finding) for finding in self.findings]
        return {"night": self.id, "ended": utc(self.ended), "outcome": self.outcome, "steps": steps,
                "findings": findings}  # fmt: skip


def run(night: Night, work: Work, begun: Callable[[float], object] = lambda _: None) -> Report:
    """Do a night's work, or go on with one that was cut short; raises `Locked` where another is at work.

    `begun` is called once the lock is held and the beginning is written down.
    """
    with ExitStack() as held:
        with _stopping(f"before its first step, {night.steps[0].name}"):
            made(work.folder)
            held.enter_context(locked(work.folder, night.command, work.wall()))
            journal = Journal(work.folder)
            before = unfinished(journal.nights(), work.wall()) if night.whole else None
            started = before.started if before else work.wall()
            name = before.id if before else _new_id(journal, started)
            journal.add(name, "night begun", started, again=utc(work.wall()) if before else None, whole=night.whole)
        begun(started)
        if before:
            kept = done_before(night.steps, before)
            done = f"; done are {', '.join(kept)}" if kept else ""
            work.say(f"goes on with the night of {name}, which was cut short{done}")
        night.tell("night begun", {"night": name, "again": before is not None})
        if not night.steps[0].stored and (lost := without_store(work.folder, work.store)):
            work.say(f"{lost}; until then nothing but the {night.steps[0].name} can be done")
        outcomes = _steps(night, work._replace(started=started), journal, name, before)
        return _end(night, work, journal, Report(name, started, 0.0, _outcome(outcomes), outcomes, ()))


@contextmanager
def _stopping(where: str) -> Iterator[None]:
    """What keeps a night from being written down ends it: the failure with the place in the night where it came."""
    try:
        yield
    except Locked:
        raise
    except (ExtractorError, OSError) as error:
        raise ExtractorError(f"{_said(error)}: the night stopped {where}; {_MEND}") from error


def _said(error: ExtractorError | OSError) -> str:
    """A failure in words, of the system's with the file that it is about."""
    if isinstance(error, ExtractorError):
        return str(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def _new_id(journal: Journal, started: float) -> str:
    """The night's name, by its beginning; two that begin in one second are told apart."""
    names = {night.id for night in journal.nights()}
    name, number = utc(started), 1
    while name in names:
        number += 1
        name = f"{utc(started)}-{number}"
    return name


def _steps(
    night: Night, work: Work, journal: Journal, name: str, before: NightRecord | None
) -> dict[str, Outcome]:
    """Do one step after the other; each one's outcome. Behind one that is done again, so are all others."""
    outcomes: dict[str, Outcome] = {}
    kept = done_before(night.steps, before)
    for step in night.steps:
        if before and step.name in kept:
            done = before.steps[step.name]
            outcomes[step.name] = Outcome(DONE, done.reason, done.counts)
            continue
        with _stopping(f"at its step {step.name}"):
            outcomes[step.name] = outcome = _left(step, outcomes, work) or _do(step, work, journal, name, night)
            if outcome.outcome == LEFT:
                work.say(f"{step.name}: left for the next night: {outcome.reason}")
                journal.add(name, "step ended", work.wall(), step=step.name, outcome=LEFT, reason=outcome.reason)
    return outcomes


def done_before(steps: Sequence[Step], before: NightRecord | None) -> list[str]:
    """The steps at the beginning that a night that was cut short has behind it."""
    names = (step.name for step in steps)
    return list(takewhile(before.is_done, names)) if before else []


def _left(step: Step, outcomes: dict[str, Outcome], work: Work) -> Outcome | None:
    """Why a step is not even begun; None: it is."""
    if reason := work.stop.reason:
        return Outcome(LEFT, reason)
    if step.stored and any(outcome.storeless for outcome in outcomes.values()):
        return Outcome(LEFT, "the store cannot be worked on")
    lacking = next((need for need in step.needs if outcomes.get(need, Outcome()).outcome in (FAILED, LEFT)), None)
    return Outcome(LEFT, f"{lacking} has not been done") if lacking else None


def _do(step: Step, work: Work, journal: Journal, name: str, night: Night) -> Outcome:
    """A step, from the line that says that it begins to the line that says what it came to."""
    begun = work.wall()
    journal.add(name, "step begun", begun, step=step.name)
    night.tell("step begun", {"night": name, "step": step.name})
    work.say(f"{step.name}: begins")
    try:
        outcome = step.does(work)
    except (ExtractorError, OSError) as error:
        outcome = Outcome(FAILED, _said(error), storeless=isinstance(error, Missing))
    except KeyboardInterrupt:
        journal.add(name, "step ended", work.wall(), step=step.name, outcome=STOPPED, reason="interrupted")
        raise
    except Exception as error:  # the edge of the program: a fault in one step must not take the backup with it
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        outcome = Outcome(FAILED, f"a fault of extractor at {place.name}, line {place.lineno}: {what}")
    told = {"step": step.name, "outcome": outcome.outcome, "reason": outcome.reason, "counts": outcome.counts}
    journal.add(name, "step ended", work.wall(), **told)
    night.tell("step ended", {"night": name, **told, "seconds": round(work.wall() - begun, 1)})
    reason = f": {outcome.reason}" if outcome.reason else ""
    work.say(f"{step.name}: {outcome.outcome}{reason}{counted(outcome.counts)}")
    return outcome


def counted(counts: Mapping[str, Any]) -> str:
    """The plain numbers of a step's counts, for people."""
    numbers = [f"{name.replace('_', ' ')} {count:,}" for name, count in counts.items() if type(count) is int and count]
    return f" ({', '.join(numbers)})" if numbers else ""


def _outcome(outcomes: dict[str, Outcome]) -> str:
    """What the steps come to together."""
    found = {outcome.outcome for outcome in outcomes.values()}
    return FAILED if FAILED in found else STOPPED if found & {STOPPED, LEFT} else DONE


def _end(night: Night, work: Work, journal: Journal, report: Report) -> Report:
    """Judge the night, and write down what it came to."""
    findings = judged(journal.nights()) if night.whole else ()
    report = report._replace(ended=work.wall(), findings=findings)
    for finding in findings:
        work.say(f"look at this: {finding}")
        night.tell("finding", {"night": report.id, **told(finding)})
    journal.add(
        report.id, "night ended", report.ended, outcome=report.outcome, findings=[told(one) for one in findings]
    )
    night.tell("night ended", {"night": report.id, "outcome": report.outcome})
    return report


def judged(nights: Sequence[NightRecord]) -> tuple[Finding, ...]:
    """What is strange of the last of the nights; of an outlet whose site was left alone, why that was."""
    known, drifts = history(nights)
    left = left_alone(nights)
    found = ((one, left(one.subject)) for one in judge(known))
    explained = (one._replace(compared=f"{one.compared}; left alone: {why}") if why else one for one, why in found)
    return (*explained, *drifts)


def told(finding: Finding) -> dict[str, Any]:
    """A finding as JSON has it."""
    return finding._asdict() | {"since": finding.since.isoformat(), "line": str(finding)}
