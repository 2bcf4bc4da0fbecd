"""Attempts: how far forms get in a text that they do not match, and what each of them wanted next.

The engine only says what matched. This reads the forms once more, slowly, part by part, for people who ask why a
sentence is not read; the rarer the parts that a form found, the nearer it came.
"""

from math import log
from typing import NamedTuple

from extractor.patterns.anchors import Anchors
from extractor.patterns.forms import SHAPES, Form, Part
from extractor.patterns.lexicon import Lexicon
from extractor.patterns.patternfiles import Pattern
from extractor.patterns.units import Units


class Attempt(NamedTuple):
    """How far a form got: it found the parts `found` in the units [start, end) of a text, and `missing` of them not.

    `wanted` is the part that stopped it, None where it found all; `before` tells that this one should have stood before
    the words found and not behind them. `weight` grows with the parts found and their rareness; `nearness` is its share
    of what the whole form weighs, from 0 to 1.
    """

    pattern: Pattern
    form: Form
    start: int
    end: int
    found: tuple[Part, ...]
    wanted: Part | None
    before: bool
    weight: float
    nearness: float

    @property
    def missing(self) -> int:
        """How many of the parts that the form cannot do without were not found."""
        return sum(map(is_wanted, self.form.parts)) - len(self.found)

    @property
    def in_words(self) -> bool:
        """Whether words were found, and not only numbers, capitals and signs."""
        return any(part.list not in SHAPES if part.list else part.words[0].isalpha() for part in self.found)


class _Run(NamedTuple):
    """The heaviest run of parts from some part on: its weight, the unit where it ends, and the part that stopped it."""

    weight: float
    end: int
    part: int


def attempts(patterns: list[Pattern], units: Units, lexicon: Lexicon, anchors: Anchors) -> list[Attempt]:
    """The best attempt of each form in each sentence, the heaviest first; forms that found nothing are left out."""
    found = []
    sentences = dict.fromkeys(units.sentence(unit) for unit in range(len(units.words)))
    for pattern in patterns:
        for form in pattern.forms:
            walk = _Walk(pattern, form, units, lexicon, anchors)
            found += [attempt for sentence in sentences if (attempt := walk.best(*sentence))]
    return sorted(found, key=lambda attempt: (-attempt.weight, -attempt.nearness, attempt.start, attempt.pattern.name))


class _Walk:
    """One form laid against one text."""

    def __init__(self, pattern: Pattern, form: Form, units: Units, lexicon: Lexicon, anchors: Anchors) -> None:
        self.pattern, self.form, self.units = pattern, form, units
        self.tags = [frozenset(lexicon.tags[part.list]) if part.list else frozenset[str]() for part in form.parts]
        self.weights = [-log(anchors.price(part)) if is_wanted(part) else 0.0 for part in form.parts]
        self.runs: dict[tuple[int, int, int], _Run] = {}

    def best(self, start: int, end: int) -> Attempt | None:
        """The attempt that found most of the form in the sentence [start, end)."""
        begins = [
            (part, unit)
            for part, weight in enumerate(self.weights)
            if weight
            for unit in range(start, end)
            if self._is(part, unit)
        ]
        if not begins:
            return None
        part, unit = max(begins, key=lambda begin: self._run(begin[0], begin[1], end).weight)
        return self._attempt(part, unit, self._run(part, unit, end))

    def _attempt(self, first: int, unit: int, run: _Run) -> Attempt:
        ahead = next(filter(is_wanted, self.form.parts[run.part :]), None)
        behind = next(filter(is_wanted, self.form.parts[:first]), None)
        nearness = run.weight / sum(self.weights)
        found = tuple(filter(is_wanted, self.form.parts[first : run.part]))
        before = not ahead and bool(behind)
        return Attempt(self.pattern, self.form, unit, run.end, found, ahead or behind, before, run.weight, nearness)

    def _is(self, part: int, unit: int) -> bool:
        asked = self.form.parts[part]
        if asked.gap:
            return True
        return self.units.tags[unit] in self.tags[part] if asked.list else self.units.words[unit] in asked.words

    def _run(self, at: int, unit: int, limit: int) -> _Run:
        """The heaviest run of the parts from `at` on that begins at a unit, in a sentence that ends at `limit`."""
        key = at, unit, limit
        if key not in self.runs:
            self.runs[key] = self._heaviest(at, unit, limit)
        return self.runs[key]

    def _heaviest(self, at: int, unit: int, limit: int) -> _Run:
        best = _Run(0.0, unit, at)
        if at == len(self.form.parts):
            return best
        part = self.form.parts[at]
        for taken in range(part.most + 1):
            if taken >= part.least:
                rest = self._run(at + 1, unit + taken, limit)
                end = unit if part.gap and not rest.weight else max(rest.end, unit + taken)
                best = max(best, _Run(rest.weight + (self.weights[at] if taken else 0.0), end, rest.part))
            if unit + taken >= limit or not self._is(at, unit + taken):
                break
        return best


def is_wanted(part: Part) -> bool:
    """Whether a form cannot do without this part."""
    return part.least > 0 and not part.gap
