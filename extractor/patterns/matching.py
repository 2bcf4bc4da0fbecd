"""Matching: the forms of all patterns, each run only round its anchor, the rarest part of it.

One spaCy Matcher holds the forms of a kind that share an anchor; it sees a window of units round each place where the
anchor stands, within the sentence. So a pattern costs nothing where its anchor does not stand.
"""

from collections import defaultdict
from difflib import get_close_matches
from typing import NamedTuple, cast

from spacy.matcher import Matcher

from extractor.errors import PatternError
from extractor.language import vocab
from extractor.patterns.anchors import Anchors
from extractor.patterns.forms import Form, to_spacy
from extractor.patterns.lexicon import Lexicon
from extractor.patterns.patternfiles import Pattern
from extractor.patterns.units import Units


class Match(NamedTuple):
    """A form that was found: units [start, end), and the units [start, end) that each slot took."""

    pattern: Pattern
    start: int
    end: int
    slots: dict[str, tuple[int, int]]
    form: Form


class _Group(NamedTuple):
    """The forms of one kind with one anchor: `left` and `right` count the units that the window reaches."""

    kind: str
    matcher: Matcher
    forms: dict[int, tuple[Pattern, Form]]
    left: int
    right: int


class Engine:
    """The compiled forms of all kinds, by the tag of the unit that anchors them."""

    def __init__(self, patterns: list[Pattern], lexicon: Lexicon, anchors: Anchors) -> None:
        members = defaultdict[tuple[str, str], list[tuple[Pattern, Form]]](list)
        for pattern in patterns:
            for form in pattern.forms:
                _refuse_unknown_lists(pattern, form, lexicon)
                members[pattern.kind, anchors.name(form)].append((pattern, form))
        self._groups = defaultdict[str, list[_Group]](list)
        for (kind, name), forms in members.items():
            group = _group(kind, forms, lexicon)
            for tag in dict.fromkeys(lexicon.tags[name]):
                self._groups[tag].append(group)

    def find(self, units: Units) -> dict[str, list[Match]]:
        """By kind, every match of every form, in the order of the text; the longest of each form at a place."""
        found = defaultdict[str, dict[tuple[int, int, int], Match]](dict)
        groups, tags = self._groups, units.tags
        for unit in units.tagged:
            for group in groups.get(tags[unit], ()):
                _run(group, units, unit, found[group.kind])
        return {kind: [matches[key] for key in sorted(matches)] for kind, matches in found.items()}


def _run(group: _Group, units: Units, unit: int, found: dict[tuple[int, int, int], Match]) -> None:
    first, last = units.sentence(unit)
    low, high = max(first, unit - group.left), min(last, unit + group.right + 1)
    matches = group.matcher(units.doc[low:high], with_alignments=True)
    for key, start, end, alignment in cast("list[tuple[int, int, int, list[int]]]", matches):
        pattern, form = group.forms[key]
        slots: dict[str, tuple[int, int]] = {}
        for at, part in enumerate(alignment, start=low + start):
            slot = form.parts[part].slot
            if slot:
                slots[slot] = (slots[slot][0] if slot in slots else at, at + 1)
        found[low + start, low + end, key] = Match(pattern, low + start, low + end, slots, form)


def _refuse_unknown_lists(pattern: Pattern, form: Form, lexicon: Lexicon) -> None:
    for part in form.parts:
        if part.list and part.list not in lexicon.tags:
            near = get_close_matches(part.list, lexicon.tags, n=1)
            reason = f"no word list and no shape is called {{{part.list}}}"
            raise PatternError(pattern.file, form.line, reason + (f"; is {{{near[0]}}} meant?" if near else ""))


def _group(kind: str, members: list[tuple[Pattern, Form]], lexicon: Lexicon) -> _Group:
    matcher, forms, reach = Matcher(vocab()), {}, 0
    for number, (pattern, form) in enumerate(members):
        key = f"{pattern.name}#{number}"
        matcher.add(key, [[to_spacy(part, lexicon.tags) for part in form.parts]], greedy="LONGEST")
        forms[vocab().strings[key]] = (pattern, form)
        reach = max(reach, sum(part.most for part in form.parts) - 1)
    return _Group(kind, matcher, forms, reach, reach)
