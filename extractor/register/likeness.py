"""How near two texts are, and whether one release stands behind both.

Three shares tell it, each of the text that has fewer in the one that has more, so that a text of which half was cut is
not the less alike:

    copied   its runs of three words that the other repeats: what is left of the release's sentences
    facts    its numbers and names that the other gives too, a number counting twice
    prose    its other long words: recast sentences keep them, another reporter's do not

The press's own ways make the rules. A release that an outlet recasts keeps its figures and names while its sentences
go; another reporter at the same ceremony has the winners, and words of his own; a ministry's release for another region
and last year's release have the sentences, and other figures, names and years. Years and days in digits are no figures:
all who were there give them. The numbers below were chosen on corpus/twins/tune.
"""

import re
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractor.register.shingles import bands_of, normalised, shingles_of

RULE = 2
"""To be raised with every change of what is a twin: the store then judges all its texts anew."""
COPY = 0.5
"""The share of copied runs from which a text is a copy of the other; below it is a recast one, if it is a twin."""
FEW = 2
"""Figures below which it is not by them that a release is known."""
SHORT = 50
"""Words below which a text has too little of its own to be known in another's words."""

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|[.!?:\"“”]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_FIGURE = re.compile(r"(?:19|20)\d\d|.*/.*")


class Fingerprint(NamedTuple):
    """What of a text is compared."""

    runs: NDArray[np.uint64]  # hashes of its runs of three words, sorted, each once
    words: int
    numbers: frozenset[str]
    years: frozenset[str]  # in days too: 18/6/2025
    names: frozenset[str]  # words with a capital within a sentence, and never without one
    prose: frozenset[str]  # words of five letters and more in small letters
    told: frozenset[str]  # all words with a capital, those that open a sentence too
    subjects: frozenset[str]  # names that are said more than once

    @property
    def bands(self) -> tuple[int, ...]:
        """What its near-duplicates are looked up by."""
        return bands_of(self.runs)


class Likeness(NamedTuple):
    """How near two texts are, each from 0 to 1, and what of it decides."""

    copied: float
    facts: float
    prose: float
    numbers: int  # that both give
    missing: int  # of the text with fewer numbers, those that the other does not give
    named: int  # names that both give
    names: float  # their share
    words: tuple[int, int]  # of the shorter and of the longer text
    other_years: bool  # both name years, and none is the same
    other_subjects: bool  # one says a name again and again that the other, no shorter than it, never says

    @property
    def share(self) -> float:
        """All three as one number, from 0 to 1: what people are told."""
        return (self.copied + self.facts + self.prose) / 3

    @property
    def is_copy(self) -> bool:
        """Whether most sentences of one stand in the other: a release printed with light changes, or whole."""
        return self.copied >= COPY and self.is_twin

    @property
    def is_twin(self) -> bool:
        """Whether one release stands behind both."""
        shorter, longer = self.words
        if shorter < SHORT:
            return self.copied >= 0.8 and longer < 2 * shorter
        # the more of the sentences are the same, the less may the names and figures in them differ
        if self._contradicts or self._is_of_another or self.facts < min(0.64 + 0.3 * self.copied, 0.74):
            return False
        if self.copied >= COPY:
            return self.prose >= 0.75
        if self.copied < 0.03 or self.prose < (0.25 if self.copied >= 0.2 else self._by_chance):
            return False
        return self._is_telling and self.facts + self.prose + 2 * min(self.copied, 0.3) >= 1.25

    @property
    def _contradicts(self) -> bool:
        """Whether the two give other figures or speak of others."""
        if self.other_years or self.names < (0.35 if self.numbers >= 5 and not self.missing else 0.45):
            return True
        every = self.numbers + self.missing
        if 0.3 <= self.copied < 0.85:  # sentences that stay keep their figures, but for a slip or a line that was added
            return self.missing > (max(1, 0.2 * every) if every > 2 and self.copied >= 0.6 else 0.2 * every)
        return self.missing > max(1, 0.35 * every)

    @property
    def _is_of_another(self) -> bool:
        """Whether most sentences are the same and speak of another: a form that is filled in for each region.

        Figures that all stay tell a release that an outlet added its own to.
        """
        return self.copied >= COPY and self.other_subjects and (self.missing > 0 or self.numbers < FEW)

    @property
    def _by_chance(self) -> float:
        """The share of prose that must be met: long texts on one matter have more words in common anyway."""
        return 0.25 + 0.2 * min(max(self.words[0] - 150, 0) / 200, 1)

    @property
    def _is_telling(self) -> bool:
        """Whether there are figures enough to know a release by, once its sentences are gone; else names and prose."""
        if self.numbers >= 3:
            return True
        known = self.named >= 8 and self.names >= 0.75
        full = self.numbers == 2 and not self.missing
        return known and (full or (self.copied >= 0.1 and self.prose + 2 * self.copied >= 0.5))


def fingerprint(text: str) -> Fingerprint:
    """What of a text is compared; headlines, whose words all have capitals, name nobody."""
    words: list[str] = []
    numbers, small, told = set[str](), set[str](), set[str]()
    names = Counter[str]()
    for line in text.split("\n"):
        tokens = _TOKEN.findall(line)
        lower = sum(token[0].islower() for token in tokens)
        named = 5 * lower >= 2 * sum(token[0].isalpha() for token in tokens)
        opening = True
        for token in tokens:
            first, word = token[0], normalised(token)
            if first.isdigit():
                if not _NO_FIGURE.fullmatch(token):
                    numbers.add(word)
            elif not first.isalpha():
                opening = True
                continue
            elif first.islower():
                small.add(word)
            else:
                told.add(word)
                if named and not opening and len(word) > 2:
                    names[word] += not token.isupper()  # an outlet prints its own name so, again and again
            words.append(word)
            opening = False
    return Fingerprint(
        runs=shingles_of(words),
        words=len(words),
        numbers=frozenset(numbers),
        years=frozenset(_YEAR.findall(text)),
        names=frozenset(names.keys() - small),
        prose=frozenset(word for word in small if len(word) > 4),
        told=frozenset(told),
        subjects=frozenset(word for word, times in names.items() if times > 1 and word not in small),
    )


def likeness(one: Fingerprint, other: Fingerprint) -> Likeness:
    """How near two texts are; the same in both directions."""
    numbers, of_numbers = len(one.numbers & other.numbers), min(len(one.numbers), len(other.numbers))
    names, of_names = len(one.names & other.names), min(len(one.names), len(other.names))
    runs = len(np.intersect1d(one.runs, other.runs, assume_unique=True))
    return Likeness(
        copied=_share(runs, min(len(one.runs), len(other.runs))),
        facts=_share(2 * numbers + names, 2 * of_numbers + of_names),
        prose=_share(len(one.prose & other.prose), min(len(one.prose), len(other.prose))),
        numbers=numbers,
        missing=of_numbers - numbers,
        named=names,
        names=_share(names, of_names),
        other_years=bool(one.years and other.years) and one.years.isdisjoint(other.years),
        other_subjects=_has_another(one, other) or _has_another(other, one),
        words=(min(one.words, other.words), max(one.words, other.words)),
    )


def _has_another(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether a text is about somebody whom the other, which is as long, does not name at all."""
    return one.words <= 1.25 * other.words and not one.subjects <= other.told


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
