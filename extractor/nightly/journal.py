"""What is written down of every night, in DATA/nights.jsonl: a line when it and each of its steps begins and ends.

It lies beside the store and not in it: it also has to say that the store could not be reached. A line is written whole
and brought to the disk before anything goes on; what a kill or a full disk leaves of one is taken away by the next.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractor.errors import ExtractorError

FILE = "nights.jsonl"
TAKEN_UP = 20 * 3600.0
"""Seconds after its beginning within which a night that did not come to its end is gone on with, as a crawl's is."""
DONE, STOPPED, FAILED, LEFT = "done", "stopped", "failed", "left"
"""How a step ends: `left` are those that were not begun."""


@dataclass
class StepRecord:
    """What is known of a step of a night: times are seconds UTC; `ended` None: at work, or killed."""

    begun: float | None = None
    ended: float | None = None
    outcome: str | None = None
    reason: str | None = None
    counts: dict[str, Any] = field(default_factory=dict)
    times: int = 0
    """How often it was begun."""


@dataclass
class NightRecord:
    """A night: `whole` False where only some of its steps were asked for; `ended` None: at work, or killed."""

    id: str
    started: float
    whole: bool = True
    ended: float | None = None
    outcome: str | None = None
    findings: list[dict[str, Any]] = field(default_factory=list)
    steps: dict[str, StepRecord] = field(default_factory=dict)

    def is_done(self, step: str) -> bool:
        """Whether a step need not be done again."""
        return step in self.steps and self.steps[step].outcome == DONE


class Journal:
    """The file, read and added to; whoever adds to it holds the folder's lock."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def nights(self) -> list[NightRecord]:
        """All nights, the oldest first."""
        found: dict[str, NightRecord] = {}
        for told in self._events():
            _enter(found, told)
        return list(found.values())

    def add(self, night: str, what: str, at: float, **told: Any) -> None:
        """Write a line; it is on the disk when this returns."""
        line = json.dumps({"night": night, "what": what, "at": _printed(at), **told}, ensure_ascii=False) + "\n"
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                end = _whole_lines(descriptor)
                os.ftruncate(descriptor, end)
                _write(descriptor, line.encode(), end)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise ExtractorError(f"{self.path}: cannot be written: {error.strerror or error}") from error

    def _events(self) -> Iterator[dict[str, Any]]:
        """The lines; the last one may be torn, and one that is no line of ours is passed over."""
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise ExtractorError(f"{self.path}: cannot be read: {error.strerror or error}") from error
        for line in text.split("\n")[:-1]:
            try:
                told = json.loads(line)
            except ValueError:
                continue
            if isinstance(told, dict) and {"night", "what", "at"} <= told.keys():
                with suppress(ValueError, TypeError):
                    yield {**told, "at": _seconds(told["at"])}


def _printed(at: float) -> str:
    """A time as people and programs read it: "2026-11-22T07:46:00.250Z"."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _seconds(at: object) -> float:
    """What a line says of its time, in seconds UTC: a number in lines of before."""
    return datetime.fromisoformat(at).timestamp() if isinstance(at, str) else float(at)  # type: ignore[arg-type]


def _enter(nights: dict[str, NightRecord], told: dict[str, Any]) -> None:
    """Add what a line says to what is known."""
    name, at = told["night"], told["at"]
    night = nights.setdefault(name, NightRecord(name, at))
    if told["what"] == "night begun":
        night.whole, night.ended, night.outcome = told.get("whole", True), None, None
    elif told["what"] == "night ended":
        night.ended, night.outcome, night.findings = at, told.get("outcome"), told.get("findings", [])
    elif told["what"] == "step begun":
        step = night.steps.setdefault(told["step"], StepRecord())
        night.steps[told["step"]] = StepRecord(at, times=step.times + 1)
    elif told["what"] == "step ended":
        step = night.steps.setdefault(told["step"], StepRecord())
        step.ended, step.outcome, step.reason = at, told.get("outcome"), told.get("reason")
        step.counts = told.get("counts") or {}


def unfinished(nights: Iterable[NightRecord], now: float) -> NightRecord | None:
    """The night to go on with: the last whole one, where it did not come to its end and is not long past."""
    last = next((night for night in reversed([*nights]) if night.whole), None)
    if last is None or last.outcome == DONE or not 0 <= now - last.started < TAKEN_UP:
        return None
    return last


def _whole_lines(descriptor: int) -> int:
    """Where the last whole line ends."""
    end = os.lseek(descriptor, 0, os.SEEK_END)
    while end:
        start = max(0, end - 65_536)
        at = os.pread(descriptor, end - start, start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def _write(descriptor: int, content: bytes, at: int) -> None:
    while content:
        written = os.pwrite(descriptor, content, at)
        content, at = content[written:], at + written
