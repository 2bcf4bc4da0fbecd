"""The lexicon: every phrase of every word list, found in one pass, and the units that the story falls into by it.

A phrase of several lists has one tag that names them all, joined by "|"; the tags are made when the lists are loaded,
so that a form's `{list}` is a set of tags. Of phrases that overlap, the one that starts first counts, then the longest.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, compress
from typing import TYPE_CHECKING, cast

from extractor.language import Reading, read_each, vocab
from extractor.numbers import Quantity, quantities
from extractor.patterns.forms import SHAPES
from extractor.patterns.units import Units
from extractor.patterns.wordlists import Entry, WordList

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

_DIGITS = ("year", "number")
"""Shapes of a token that is digits and nothing else."""


class Lexicon:
    """All word lists, compiled to two PhraseMatchers: one where capitals count, one where they do not."""

    def __init__(self, lists: Iterable[WordList]) -> None:
        self.lists = {words.name: words for words in lists}
        self.entries: dict[str, dict[str, Entry]] = {}
        self.values: dict[str, dict[str, str]] = {}
        folded, exact = defaultdict[tuple[str, ...], list[str]](list), defaultdict[tuple[str, ...], list[str]](list)
        for words in self.lists.values():
            spelled = list(zip(words.entries, read_each(entry.phrase for entry in words.entries), strict=True))
            entries = {_key(tokens, words.exact): entry for entry, tokens in spelled}
            self.entries[words.name] = entries
            self.values[words.name] = {phrase: entry.value for phrase, entry in entries.items()}
            for _, tokens in spelled:
                names = exact[tokens] if words.exact else folded[tuple(token.lower() for token in tokens)]
                if words.name not in names:
                    names.append(words.name)
        for tokens, names in exact.items():
            names.extend(name for name in folded.get(tuple(token.lower() for token in tokens), ()) if name not in names)
        self._folded, self._exact = _phrase_matcher("LOWER", folded), _phrase_matcher("ORTH", exact)
        self._tag_names = {vocab().strings[_tag(names)]: _tag(names) for names in (*folded.values(), *exact.values())}
        self.tags = self._tags_of_lists()
        self.tags_with = {name: frozenset(tags) for name, tags in self.tags.items()}

    def _tags_of_lists(self) -> dict[str, list[str]]:
        """Of each list and shape, the unit tags that hold it."""
        tags: dict[str, list[str]] = {name: [name] for name in SHAPES}
        tags["number"].append("year")
        for tag in self._tag_names.values():
            for numbered in ("", "number|", "year|"):
                for name in (numbered + tag).split("|"):
                    tags.setdefault(name, []).append(numbered + tag)
                if numbered == "year|":
                    tags["number"].append(numbered + tag)
        return tags

    def value(self, name: str, phrase: str) -> str | None:
        """What a phrase of the list `name`, its tokens with a space between, stands for; None where it is not in it."""
        return self.values[name].get(self._folded_in(name, phrase))

    def entry(self, name: str, phrase: str) -> Entry | None:
        """The entry of the list `name` that a phrase is, its tokens with a space between."""
        return self.entries[name].get(self._folded_in(name, phrase))

    def _folded_in(self, name: str, phrase: str) -> str:
        return phrase if self.lists[name].exact else phrase.lower()

    def units(self, reading: Reading) -> Units:
        """The story in units.

        Of phrases, quantities and other figures, none overlapping, each is a unit; the rest is tokens.
        """
        phrases, shapes = self._phrases(reading), reading.shapes
        counted = {quantity.start: quantity for quantity in quantities(reading)}
        words, tags, begins = reading.lowers.copy(), shapes.copy(), [True] * len(shapes)
        tagged, numbered = list[int](), dict[int, Quantity]()
        behind = joined = 0
        for start in sorted({*phrases, *counted, *reading.figures}):
            if start < behind:
                continue
            behind, tag = phrases.get(start, (start + 1, ""))
            if not tag or start in counted or (behind == start + 1 and shapes[start] in _DIGITS):
                quantity = counted.get(start)
                behind, tag, counts = _figure(start, behind, tag, shapes[start], quantity)
                if counts and quantity:
                    numbered[start - joined] = quantity
            tags[start] = tag
            tagged.append(start - joined)
            if behind > start + 1:
                words[start] = " ".join(words[start:behind])
                begins[start + 1 : behind] = [False] * (behind - start - 1)
                joined += behind - start - 1
        starts = list(compress(range(len(begins)), begins))
        unit_of = list(accumulate(begins, initial=-1))[1:]
        return Units(
            reading=reading,
            starts=starts,
            ends=[*starts[1:], len(begins)] if starts else [],
            words=list(compress(words, begins)),
            tags=list(compress(tags, begins)),
            unit_of=unit_of,
            sentences=[(unit_of[first], unit_of[last - 1] + 1) for first, last in reading.sentences],
            tagged=tagged,
            places={},
            quantities=numbered,
        )

    def _phrases(self, reading: Reading) -> dict[int, tuple[int, str]]:
        """By first token, the end and tag of the longest phrase that starts there and ends in the same sentence.

        "di Aceh Utara" is no "DI Aceh".
        """
        longest: dict[int, tuple[int, str]] = {}
        sentence_of, names, words = reading.sentence_of, self._tag_names, reading.words
        for matcher in (self._exact, self._folded):
            for key, start, end in matcher(reading.doc):
                if start in longest and longest[start][0] >= end:
                    continue
                if words[start] == "di" and "region" in names[key]:
                    continue
                if sentence_of[start] == sentence_of[end - 1]:
                    longest[start] = (end, names[key])
        return longest


def _figure(start: int, end: int, tag: str, seen: str, quantity: Quantity | None) -> tuple[int, str, bool]:
    """The end and tag of the unit that begins at a token with this shape, and whether it is its quantity.

    `end` and `tag` are those of the phrase that begins there, if one does. Of a phrase and a quantity that are as long,
    the quantity counts.
    """
    if quantity and (not tag or quantity.end >= end):
        number = "year" if quantity.end == start + 1 and seen == "year" else "number"
        return quantity.end, f"{number}|{tag}" if tag and quantity.end == end else number, True
    if not tag:
        return end, seen, False
    return end, f"{seen}|{tag}" if end == start + 1 and seen in _DIGITS else tag, False


def _phrase_matcher(attribute: str, phrases: dict[tuple[str, ...], list[str]]) -> "PhraseMatcher":
    """The matcher of phrases, given as the numbers of their words, as when spaCy unpickles one: Docs take it longer."""
    from spacy.matcher import PhraseMatcher

    matcher, number = PhraseMatcher(vocab(), attr=attribute), vocab().strings.add
    numbers = defaultdict[str, list[list[int]]](list)
    for tokens, names in phrases.items():
        numbers[_tag(names)].append([number(token) for token in tokens])
    for tag, examples in numbers.items():
        matcher.add(tag, cast("list[Doc]", examples))
    return matcher


def _tag(names: list[str]) -> str:
    return "|".join(names)


def _key(tokens: tuple[str, ...], exact: bool) -> str:
    phrase = " ".join(tokens)
    return phrase if exact else phrase.lower()
