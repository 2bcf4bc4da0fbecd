"""Matching: the forms of all patterns, each run only round its anchor, the rarest part of it.

One spaCy Matcher holds the forms of a kind that share an anchor; it sees a window of units round each place where the
anchor stands, within the sentence. So a pattern costs nothing where its anchor does not stand.
"""

from collections import defaultdict
from typing import NamedTuple

from spacy.matcher import Matcher

from extractor.errors import PatternError
from extractor.language import vocab
from extractor.patterns.forms import Part, to_spacy
from extractor.patterns.lexicon import Lexicon
from extractor.patterns.patternfiles import Pattern
from extractor.patterns.units import Units

TOO_DEAR = 0.05
"""A form is refused where its anchor would stand at more than one unit in twenty."""
_SHAPE_PRICES = {"number": 0.03, "year": 0.01, "slashed": 0.002, "Name": 0.25, "word": 0.6, "mark": 0.12}
_WORD_PRICE = 0.0005


class Match(NamedTuple):
    """A form that was found: units [start, end), and the units [start, end) that each slot took."""

    pattern: Pattern
    start: int
    end: int
    slots: dict[str, tuple[int, int]]


class _Form(NamedTuple):
    pattern: Pattern
    slots: tuple[str | None, ...]


class _Group(NamedTuple):
    """The forms of one kind with one anchor: `left` and `right` count the units that the window reaches."""

    kind: str
    matcher: Matcher
    forms: dict[int, _Form]
    left: int
    right: int


def anchor_of(parts: tuple[Part, ...], common: frozenset[str]) -> tuple[Part, float]:
    """The cheapest part that must be there, and its price: the share of units at which it is likely to stand."""
    priced = [(_price(part, common), index) for index, part in enumerate(parts) if part.least and not part.gap]
    if not priced:
        return parts[0], 1.0
    price, index = min(priced)
    return parts[index], price


def _price(part: Part, common: frozenset[str]) -> float:
    if part.list:
        return _SHAPE_PRICES.get(part.list, 0.004)
    return sum(0.03 if word in common else 0.12 if not word.isalnum() else _WORD_PRICE for word in part.words)


def literals(patterns: list[Pattern], common: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The words that serve as anchors, under the name of the list that the lexicon keeps them in ("=masuk")."""
    found = {}
    for pattern in patterns:
        for parts in pattern.forms:
            anchor, price = anchor_of(parts, common)
            if price > TOO_DEAR:
                reason = f"the pattern {pattern.id!r} would run on every word: give it a rarer word or list"
                raise PatternError(pattern.file, pattern.line, reason)
            if anchor.words:
                found["=" + "=".join(anchor.words)] = anchor.words
    return found


class Engine:
    """The compiled forms of all kinds, by the tag of the unit that anchors them."""

    def __init__(self, patterns: list[Pattern], lexicon: Lexicon, common: frozenset[str]) -> None:
        forms = defaultdict[tuple[str, str], list[tuple[Pattern, tuple[Part, ...]]]](list)
        for pattern in patterns:
            for parts in pattern.forms:
                _refuse_unknown_lists(pattern, parts, lexicon)
                anchor, _ = anchor_of(parts, common)
                forms[pattern.kind, anchor.list or "=" + "=".join(anchor.words)].append((pattern, parts))
        self._groups = defaultdict[str, list[_Group]](list)
        for (kind, name), members in forms.items():
            group = _group(kind, name, members, lexicon)
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
    for key, start, end, alignment in group.matcher(units.doc[low:high], with_alignments=True):
        form = group.forms[key]
        slots: dict[str, tuple[int, int]] = {}
        for offset, part in enumerate(alignment):
            slot = form.slots[part]
            if slot:
                at = low + start + offset
                slots[slot] = (slots[slot][0] if slot in slots else at, at + 1)
        found[low + start, low + end, key] = Match(form.pattern, low + start, low + end, slots)


def _refuse_unknown_lists(pattern: Pattern, parts: tuple[Part, ...], lexicon: Lexicon) -> None:
    for part in parts:
        if part.list and part.list not in lexicon.tags:
            reason = f"the pattern {pattern.id!r} asks for {{{part.list}}}: no word list and no shape has that name"
            raise PatternError(pattern.file, pattern.line, reason)


def _group(kind: str, name: str, members: list[tuple[Pattern, tuple[Part, ...]]], lexicon: Lexicon) -> _Group:
    matcher, forms, reach = Matcher(vocab()), {}, 0
    for number, (pattern, parts) in enumerate(members):
        key = f"{pattern.name}#{number}"
        matcher.add(key, [[to_spacy(part, lexicon.tags) for part in parts]], greedy="LONGEST")
        forms[vocab().strings[key]] = _Form(pattern, tuple(part.slot for part in parts))
        reach = max(reach, sum(part.most for part in parts) - 1)
    return _Group(kind, matcher, forms, reach, reach)
