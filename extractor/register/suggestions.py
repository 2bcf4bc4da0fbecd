"""Suggestions: names of companies and institutions that may be one; a person says whether they are.

Nothing is joined by likeness: "Sawit Rimba Makmur" and "Sawit Rimba Makmur Abadi" may be one firm or two. Names are
compared where they share a word that not every firm bears, or where one is the initials of the other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

LIKE = 88.0
"""How alike two names must be, from 0 to 100, their words in any order."""
COMMON = 60
"""Names that a word may stand in, of those that bring names together."""
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x".split())


class Suggestion(NamedTuple):
    """Two names, by their keys, that may be one: the likeness and why they were thought of."""

    one: str
    other: str
    likeness: float
    why: str


def suggestions(names: Iterable[str], decided: Collection[tuple[str, str]] = ()) -> list[Suggestion]:
    """Pairs among folded names that may be one, the most alike first; those on which people decided are left out."""
    known = sorted(set(names))
    settled = {tuple(sorted(pair)) for pair in decided}
    found = {}
    for one, other in _pairs(known):
        suggestion = _compared(one, other)
        if suggestion and (one, other) not in settled:
            found[one, other] = suggestion
    return sorted(found.values(), key=lambda one: (-one.likeness, one.one, one.other))


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs, each in order, that share a word or are initials of each other."""
    bearing = defaultdict[str, list[str]](list)
    initials = defaultdict[str, list[str]](list)
    for name in names:
        words = name.split()
        for word in sorted({*words, "".join(words)}):
            bearing[word].append(name)
        if len(words) > 2:
            initials["".join(word[0] for word in words)].append(name)
    for some in bearing.values():
        if len(some) <= COMMON:
            yield from combinations(some, 2)
    for short in names:
        for long in initials.get(short.replace(" ", ""), ()):
            if short != long:
                yield (short, long) if short < long else (long, short)


def _compared(one: str, other: str) -> Suggestion | None:
    mine, others = set(one.split()), set(other.split())
    if any(word.isdigit() or word in _ROMAN for word in mine ^ others):
        return None  # "SMK Negeri 1" and "SMK Negeri 2" are two schools
    if one.replace(" ", "") == other.replace(" ", ""):
        return Suggestion(one, other, 100.0, "the same but for blanks")
    likeness = round(fuzz.token_sort_ratio(one, other), 1)
    if likeness >= LIKE:
        return Suggestion(one, other, likeness, "spelt nearly the same")
    if mine < others or others < mine:
        return Suggestion(one, other, likeness, "one name holds the other") if min(len(mine), len(others)) > 1 else None
    short, long = sorted((one, other), key=len)
    if short.replace(" ", "") == "".join(word[0] for word in long.split()):
        return Suggestion(one, other, likeness, "one is the initials of the other")
    return None
