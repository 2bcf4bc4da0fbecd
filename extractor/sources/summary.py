"""What became of a night: counts by outlet that add up, for people and for programs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

CLASSES = ("stored", "unchanged", "refused", "failed", "set aside", "waiting")


class Summary(NamedTuple):
    """A run that has ended: `outcome` is "done", "stopped" or "failed", with its reason.

    `met` are the stories that the run met by outlet, as it counted them; `became` what the state says became of each,
    and `open` those that it left waiting. `requests` are counted by outcome, `left` are sites that were left alone, and
    why; `said` is what was repaired or taken up at the start.
    """

    run: int
    started: float
    ended: float
    outcome: str
    reason: str | None
    met: Mapping[str, int]
    became: Mapping[str, Mapping[str, int]]
    open: Mapping[str, int]
    requests: Mapping[str, int]
    left: Mapping[str, str]
    said: tuple[str, ...] = ()

    @property
    def total(self) -> Counter[str]:
        """What became of all."""
        return sum((Counter(told) for told in self.became.values()), Counter())

    @property
    def failed(self) -> bool:
        """Whether a story, or what asks for them, failed."""
        return self.total["failed"] > 0

    @property
    def reached_nobody(self) -> bool:
        """Whether every request failed on its way: it is our own net that does not work, as a rule."""
        asked = {outcome for outcome, number in self.requests.items() if number}
        return self.outcome == "done" and {"failed"} <= asked <= {"failed", "forbidden"}

    def faults(self) -> list[str]:
        """Where the counts do not add up; none is right."""
        wrong = []
        for outlet in sorted({*self.met, *self.became, *self.open}):
            told = Counter(self.became.get(outlet, {}))
            strange = [name for name in told if name not in CLASSES]
            if told.total() != self.met.get(outlet, 0) or strange:
                parts = " + ".join(f"{name} {told[name]}" for name in (*CLASSES, *strange))
                wrong.append(f"{outlet}: discovered {self.met.get(outlet, 0)} is not {parts}")
            if told["waiting"] != self.open.get(outlet, 0):
                wrong.append(f"{outlet}: {told['waiting']} wait in the state, {self.open.get(outlet, 0)} were left")
        return wrong

    def to_dict(self) -> dict[str, Any]:
        """The summary as JSON has it."""
        return {
            "run": self.run,
            "started": _time(self.started),
            "ended": _time(self.ended),
            "outcome": self.outcome,
            "reason": self.reason,
            "requests": dict(self.requests),
            "total": _counts(sum(self.met.values()), self.total),
            "outlets": {name: _counts(self.met.get(name, 0), told) for name, told in sorted(self.became.items())},
            "left_alone": dict(self.left),
            "said": list(self.said),
            "faults": self.faults(),
        }

    def to_lines(self, *, each: bool = True) -> Iterator[str]:
        """The summary for people: a table of outlets (only its sum unless `each`), and what was out of the way."""
        outlets = sorted(self.became) if each else []
        width = max([len(outlet) for outlet in outlets] + [len("outlet")])
        heads = ("discovered", *CLASSES)
        yield f"{'outlet':<{width}}  " + "  ".join(heads)
        for outlet in outlets:
            yield _line(outlet, width, _counts(self.met.get(outlet, 0), self.became[outlet]))
        yield _line("all", width, _counts(sum(self.met.values()), self.total))
        asked = ", ".join(f"{name} {number}" for name, number in sorted(self.requests.items()))
        yield f"requests: {sum(self.requests.values())}" + (f" ({asked})" if asked else "")
        yield from (f"left alone: {site}: {reason}" for site, reason in sorted(self.left.items()))
        yield from self.said
        minutes, seconds = divmod(round(self.ended - self.started), 60)
        yield f"{self.outcome} after {minutes} min {seconds} s" + (f": {self.reason}" if self.reason else "")
        yield from (f"the counts do not add up: {fault}" for fault in self.faults())


def _counts(met: int, became: Mapping[str, int]) -> dict[str, int]:
    return {"discovered": met} | {name.replace(" ", "_"): became.get(name, 0) for name in CLASSES}


def _line(name: str, width: int, counts: Mapping[str, int]) -> str:
    heads = ("discovered", *CLASSES)
    numbers = (f"{number:>{len(head)}}" for head, number in zip(heads, counts.values(), strict=True))
    return f"{name:<{width}}  " + "  ".join(numbers)


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
