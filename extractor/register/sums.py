"""Sums: whether the totals that an article gives are those of their parts ("3.000 + 1.316 = 4.316").

Only figures that stand side by side are parts of a total: two to four in a row, right before or behind it. Any sums of
figures anywhere in a story would be chance. That a sum does not add up is said only where the words between tell that
the parts are all there are, and the total is missed by little: else something was simply not counted.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from extractor.register.claims import Check
from extractor.register.keys import folded
from extractor.register.spellings import spellings

PARTS = (2, 3, 4)
APART = 400
"""Characters between a total and its nearest part, and between neighbouring parts."""
MISSED = 0.1
"""By how much of a total its parts may miss it and still be meant as its parts."""
LEAST = 3
"""Figures that an article must give before any can be a total."""
_STOP = re.compile(r"[.!?]\s")


class Figure(NamedTuple):
    """An exact number of an article: its value, the offsets of its first words, the region that it is of."""

    value: int
    start: int
    end: int
    region: str | None = None


def figures(facts: Sequence[Mapping[str, Any]], field: str) -> list[Figure]:
    """The exact figures of worker counts (`count`) or amounts (`value`), in the order of the text."""
    found = {
        Figure(fact[field], fact["spans"][0][0], fact["spans"][0][1], fact.get("region"))
        for fact in facts
        if fact["spans"] and fact.get("bound", "exact") == "exact" and not fact.get("suspect") and fact[field] > 0
    }
    return sorted(found, key=lambda one: (one.start, one.value, one.region or ""))


def sums(found: Sequence[Figure], text: str) -> tuple[tuple[str | None, Check], ...]:
    """The checks of the totals among an article's figures: those that add up, and those that plainly do not.

    Each with the one region that its figures are of; None where they are of none, or of several.
    """
    if len(found) < LEAST:
        return ()
    good = {one[1].told: one for at in range(len(found)) if (one := _adds_up(found, at))}
    wrong = {one[1].told: one for at in range(len(found)) if (one := _misses(found, at, text))}
    return (*good.values(), *wrong.values())


def parts_below_totals(counts: Sequence[Mapping[str, Any]]) -> tuple[Check, ...]:
    """Of worker counts of one region and group: those covered, or not yet, are no more than all."""
    checks = {}
    for total in counts:
        for part in counts:
            alike = folded(total["group"]) == folded(part["group"]) and total["region"] == part["region"]
            if not alike or total["status"] != "total" or part["status"] not in ("covered", "uncovered"):
                continue
            ok = part["count"] <= total["count"]
            told = f"{printed(part['count'])} of {printed(total['count'])} {total['group']}"
            checks[told] = Check("parts_below_totals", ok, told)
    return tuple(checks[told] for told in sorted(checks))


def _runs(found: Sequence[Figure], at: int) -> list[tuple[Figure, ...]]:
    """The runs of figures right before and behind one."""
    runs = [tuple(found[at - n : at]) for n in PARTS if at >= n]
    runs += [tuple(found[at + 1 : at + 1 + n]) for n in PARTS if at + n < len(found)]
    return [run for run in runs if _near((found[at], *run))]


def _near(some: Sequence[Figure]) -> bool:
    ordered = sorted(some, key=lambda one: one.start)
    return all(b.start - a.end <= APART for a, b in pairwise(ordered))


def _adds_up(found: Sequence[Figure], at: int) -> tuple[str | None, Check] | None:
    total = found[at].value
    run = next((run for run in _runs(found, at) if sum(one.value for one in run) == total), None)
    if run is None:
        return None
    return _region((found[at], *run)), Check("sums_add_up", True, f"{_printed(run)} = {printed(total)}")


def _misses(found: Sequence[Figure], at: int, text: str) -> tuple[str | None, Check] | None:
    """That a total differs a little from its parts, all in one sentence with a word that says that they are all."""
    total = found[at]
    for run in _runs(found, at):
        ordered = sorted((total, *run), key=lambda one: one.start)
        sentence = text[ordered[0].start : ordered[-1].end]
        between = text[ordered[0].end : ordered[1].start] if ordered[0] == total else text[run[-1].end : total.start]
        whole = spellings().whole & set(folded(between).split())
        parts = sum(one.value for one in run)
        if not whole or _STOP.search(sentence) or not 0 < abs(parts - total.value) <= MISSED * total.value:
            continue
        if any(sum(one.value for one in other) == total.value for other in _runs(found, at)):
            continue
        told = f"{_printed(run)} = {printed(parts)}, told as {printed(total.value)}"
        return _region((total, *run)), Check("sums_add_up", False, told)
    return None


def _region(some: Sequence[Figure]) -> str | None:
    """The one region that figures are of, where any says so."""
    told = {one.region for one in some if one.region}
    return told.pop() if len(told) == 1 else None


def printed(value: int) -> str:
    """A number as the press prints it, its thousands set apart by stops."""
    return f"{value:,}".replace(",", ".")


def _printed(run: Sequence[Figure]) -> str:
    return " + ".join(printed(one.value) for one in run)
