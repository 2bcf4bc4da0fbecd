"""Matching: the forms of all patterns, each tried only where its anchor, the rarest part of it, stands.

So a pattern costs nothing where its anchor does not stand, and next to nothing where its other parts do not.
"""

from collections import defaultdict
from difflib import get_close_matches
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from extractor.errors import PatternError
from extractor.patterns.anchors import Anchors
from extractor.patterns.compiled import Compiled, Slots, compare, compile_form, look
from extractor.patterns.forms import Form
from extractor.patterns.lexicon import Lexicon
from extractor.patterns.patternfiles import Pattern
from extractor.patterns.units import Units


class Match(NamedTuple):
    """A form that was found: units [start, end), and the units [start, end) that each slot took."""

    pattern: Pattern
    start: int
    end: int
    slots: Slots
    form: Form


class _Anchored:
    """The forms that rest on one list or shape; those that need something right beside it are kept by what they need.

    So only forms are tried of which a second part stands there, however many rest on the same list.
    """

    def __init__(self) -> None:
        self._always: list[Compiled] = []
        self._by_tag: dict[int, dict[str, list[Compiled]]] = {}
        self._by_word: dict[int, dict[str, list[Compiled]]] = {}

    def add(self, compiled: Compiled) -> None:
        """One more form."""
        if not compiled.doors:
            self._always.append(compiled)
        for side, _, tags, words in compiled.doors:
            by_tag, by_word = self._by_tag.setdefault(side, {}), self._by_word.setdefault(side, {})
            for known, names in ((by_tag, tags), (by_word, words)):
                for name in names:
                    forms = known.setdefault(name, [])
                    if not forms or forms[-1] is not compiled:
                        forms.append(compiled)

    def near(self, units: Units, unit: int, sentence: tuple[int, int]) -> list[Compiled]:
        """The forms that may rest on a unit, by what stands beside it in its sentence; some may be twice in it."""
        forms = self._always
        for side, by_tag in self._by_tag.items():
            at = unit + side
            if sentence[0] <= at < sentence[1]:
                if found := by_tag.get(units.tags[at]):
                    forms = forms + found
                if found := self._by_word[side].get(units.words[at]):
                    forms = forms + found
        return forms


class Engine:
    """The compiled forms of all kinds, by the tag of the unit that anchors them."""

    def __init__(self, patterns: list[Pattern], lexicon: Lexicon, anchors: Anchors) -> None:
        by_name = defaultdict[str, _Anchored](_Anchored)
        printed = [(pattern, form) for pattern in patterns for form in pattern.forms]
        for number, (pattern, form) in enumerate(printed):
            _refuse_unknown_lists(pattern, form, lexicon)
            compiled = compile_form(number, pattern, form, anchors.part(form), lexicon.tags)
            by_name[anchors.name(form)].add(compiled)
        self._anchored: dict[str, list[_Anchored]] = {}
        for name, anchored in by_name.items():
            for tag in dict.fromkeys(lexicon.tags[name]):
                self._anchored.setdefault(tag, []).append(anchored)

    def find(self, units: Units) -> dict[str, list[Match]]:
        """By kind, all matches of all forms in the order of the text; of a form's matches that overlap the longest."""
        found = defaultdict[int, dict[tuple[int, int], Match]](dict)
        anchored, tags = self._anchored, units.tags
        sentence = (0, 0)
        for unit in units.tagged:
            groups = anchored.get(tags[unit])
            if groups is None:
                continue
            if unit >= sentence[1]:
                sentence = units.sentence(unit)
            for group in groups:
                for one in group.near(units, unit, sentence):
                    for start, end, slots in (look if one.window else compare)(one, units, unit, sentence):
                        found[one.number][start, end] = Match(one.pattern, start, end, slots, one.form)
        by_kind = defaultdict[str, list[tuple[int, int, int, Match]]](list)
        for number, matches in found.items():
            for match in _longest(matches):
                by_kind[match.pattern.kind].append((match.start, match.end, number, match))
        return {kind: [row[3] for row in sorted(rows, key=itemgetter(0, 1, 2))] for kind, rows in by_kind.items()}


def _longest(matches: dict[tuple[int, int], Match]) -> list[Match]:
    """The matches of one form without those that overlap a longer one, or one as long before them."""
    spans = sorted(matches)
    if all(one[1] <= other[0] for one, other in pairwise(spans)):
        return list(matches.values())
    kept, taken = [], set[int]()
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append(matches[start, end])
    return kept


def _refuse_unknown_lists(pattern: Pattern, form: Form, lexicon: Lexicon) -> None:
    for part in form.parts:
        if part.list and part.list not in lexicon.tags:
            near = get_close_matches(part.list, lexicon.tags, n=1)
            reason = f"no word list and no shape is called {{{part.list}}}"
            raise PatternError(pattern.file, form.line, reason + (f"; is {{{near[0]}}} meant?" if near else ""))
