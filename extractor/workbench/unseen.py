"""Unseen: what of the patterns no article of a collection holds, and what stands where a word list was wanted.

The first tells which spellings nobody prints (or prints otherwise), the second which spellings are missing.
"""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from extractor.language import read
from extractor.patterns import Match, Patterns, Units
from extractor.patterns.attempts import attempts
from extractor.patterns.forms import SHAPES, Form
from extractor.patterns.patternfiles import Pattern
from extractor.patterns.wordlists import Entry, WordList

_BEFORE, _BEHIND = 3, 4
"""Words shown round a word that stands where a list was wanted."""
_SURE, _OFTEN = 2, 2
"""Parts that a form must have found, and how often, before a word that resembles no phrase is told."""
_LETTERS, _ALIKE = 5, 0.85
"""Of a misspelling: its least length and likeness."""
_NAMES = frozenset({"region", "award"})


class Unmet(NamedTuple):
    """The phrases of a list that no article holds."""

    words: WordList
    phrases: tuple[Entry, ...]


class Stranger(NamedTuple):
    """A word that stands, `times` times, where a form found all but a word of the list `name`, with one such passage.

    `near` is the phrase of the list that it may be a misspelling of.
    """

    name: str
    word: str
    times: int
    passage: str
    near: str | None


class Census(NamedTuple):
    """What a collection of so many articles does not hold of the patterns, and the strangers in it.

    Strangers that may be misspellings come first, then the most frequent.
    """

    articles: int
    phrases: tuple[Unmet, ...]
    forms: tuple[tuple[Pattern, Form], ...]
    strangers: tuple[Stranger, ...]


def census(book: Patterns, texts: Iterable[str]) -> Census:
    """Read the texts with these patterns and count what is met."""
    met: dict[str, set[str]] = defaultdict(set)
    forms: set[Form] = set()
    strangers: dict[tuple[str, str], list[tuple[bool, str]]] = defaultdict(list)
    articles = 0
    for text in texts:
        articles += 1
        units = book.units(read(text))
        for unit in units.tagged:
            for name in units.tags[unit].split("|"):
                met[name].add(units.phrase(unit).lower())
        matches = book.find(units)
        forms.update(match.form for found in matches.values() for match in found)
        for name, word, sure, passage in _strangers(book, units, matches):
            strangers[name, word].append((sure, passage))
    return Census(
        articles,
        tuple(
            unmet
            for words in book.lists
            if words.name not in _NAMES
            if (unmet := _unmet(book, words, met[words.name])).phrases
        ),
        tuple((pattern, form) for pattern in book.every for form in pattern.forms if form not in forms),
        _counted(book, strangers),
    )


def _unmet(book: Patterns, words: WordList, met: set[str]) -> Unmet:
    """The phrases of a list that were not met; none of a list that forms do not search for."""
    spelled = book.lexicon.entries.get(words.name, {})
    return Unmet(words, tuple(entry for phrase, entry in spelled.items() if phrase.lower() not in met))


def _strangers(book: Patterns, units: Units, matches: dict[str, list[Match]]) -> Iterable[tuple[str, str, bool, str]]:
    """Each list that a form wanted, the word that stands there, whether much else was found, and the words round it."""
    read = {
        kind: {unit for match in found for unit in range(match.start, match.end)} for kind, found in matches.items()
    }
    for attempt in attempts(book.every, units, book.lexicon, book.anchors):
        part = attempt.wanted
        if part is None or part.list is None or part.list in SHAPES or attempt.missing > 1 or not attempt.in_words:
            continue
        if not read.get(attempt.pattern.kind, set()).isdisjoint(range(attempt.start, attempt.end)):
            continue
        at = attempt.start - 1 if attempt.before else attempt.end
        first, last = units.sentence(attempt.start)
        if first <= at < last and units.tags[at] in ("Name", "word"):
            passage = units.said(max(first, at - _BEFORE), min(last, at + _BEHIND + 1))
            yield part.list, units.words[at], len(attempt.found) >= _SURE, " ".join(passage.split())


def _counted(book: Patterns, seen: dict[tuple[str, str], list[tuple[bool, str]]]) -> tuple[Stranger, ...]:
    found = []
    for (name, word), passages in seen.items():
        near = _near(book, name, word)
        if near or sum(sure for sure, _ in passages) >= _OFTEN:
            found.append(Stranger(name, word, len(passages), passages[0][1], near))
    return tuple(sorted(found, key=lambda one: (one.near is None, -one.times, one.name, one.word)))


def _near(book: Patterns, name: str, word: str) -> str | None:
    """The phrase of a list that a word may misspell; names of regions are left out, which resemble too much."""
    if len(word) < _LETTERS or name in _NAMES:
        return None
    found = get_close_matches(word, book.lexicon.entries[name], n=1, cutoff=_ALIKE)
    return found[0] if found and found[0] != word else None
