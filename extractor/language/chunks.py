"""The bounded memory of chunks: each chunk of the press is cut once and then looked up.

A chunk is looked up together with the white space behind it, so that an entry also knows whether a line or a
paragraph ends there.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, chain
from operator import add, itemgetter
from typing import Any, NamedTuple

from extractor.language import vocabulary
from extractor.language.numerals import STARTS
from extractor.language.shapes import PLAIN, shape
from extractor.language.tokens import pieces

STOP, LINE, BLANK, NUMERAL, FIGURE = 1, 2, 4, 8, 16
"""Flags of a token: it may end a sentence; it ends a line; a blank line follows; it may begin a number in digits or
words; it is a year, a number or a code.
"""
MARK = 32
"""Flag of a token that is the mark of a list's item in its text; chunks that are remembered never have it."""
ITEM = 64
"""Flag of a chunk alone: it may number the items of a list within a line."""

KEPT = 40_000
"""Chunks in each of the two generations of the memory, some 25 MB when full."""
_LONGEST_KEPT = 48

_STOPS = frozenset({"!", "?", "…"})
_CHUNK_AND_SPACE = re.compile(r"(\S*+)(\s*+)")
_ITEM = re.compile(r"[1-9][0-9]?[.)] ")


_BLOCK = 512
"""Chunks that are joined at a time: so few that the garbage collector does not wake for them."""


class Piece(NamedTuple):
    """A token of a chunk. `advance`: characters to the start of the next token, white space included."""

    word: str
    lower: str
    advance: int
    space: bool
    flags: int
    shape: str
    number: int
    """The word's number in the current vocabulary's strings."""


class Entry(NamedTuple):
    """What is known of a chunk with its white space; `flags`: those of its last token that end a line, and `ITEM`."""

    flags: int
    pieces: tuple[Piece, ...]


class Tokens(NamedTuple):
    """The tokens of a text, one value a token in each column; offsets count from the start of the text."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    spaces: list[bool]
    flags: list[int]
    shapes: list[str]
    numbers: list[int]


def joined(entries: list[Entry], lead: int) -> Tokens:
    """The tokens of chunks that follow each other, the first of which begins at character `lead`.

    Block by block, as `zip` is the fastest way from pieces to columns and holds an iterator for each piece.
    """
    columns: list[list[Any]] = [[] for _ in Piece._fields]
    for start in range(0, len(entries), _BLOCK):
        found = chain.from_iterable(map(itemgetter(1), entries[start : start + _BLOCK]))
        for column, values in zip(columns, zip(*found, strict=True), strict=True):
            column.extend(values)
    words, lowers, advances, spaces, flags, shapes, numbers = columns
    starts = list(accumulate(advances, initial=lead))
    starts.pop()
    ends = list(map(add, starts, map(len, words)))
    return Tokens(words, lowers, starts, ends, spaces, flags, shapes, numbers)


class Chunks(dict[str, Entry]):
    """Chunk with the white space behind it -> its entry, made where it is missing.

    Never holds more than `KEPT` chunks: when full, all become the old generation, from which those met again come
    back, so words in use stay and slips of the press go. Bound to the current vocabulary, which it replaces (and
    forgets everything) when that is full.
    """

    def __init__(self) -> None:
        super().__init__()
        self.vocab = vocabulary.vocab()
        self._old: dict[str, Entry] = {}

    def __missing__(self, chunk: str) -> Entry:
        entry = self._old.pop(chunk, None)
        if entry is None:
            word, space = _CHUNK_AND_SPACE.fullmatch(chunk).groups()  # type: ignore[union-attr]  # matches anything
            entry = self.entry(pieces(word), space)
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) >= KEPT:
                self._old = dict(self)
                self.clear()
            self[chunk] = entry
        return entry

    def renew(self) -> None:
        """Turn to a fresh vocabulary if the current one is full; to be called between texts."""
        if len(self.vocab) > vocabulary.LIMIT:
            self.vocab = vocabulary.successor()
            self._old = {}
            self.clear()

    def entry(self, words: Sequence[str], space: str) -> Entry:
        """The entry of these pieces, glued to each other, and the white space behind them."""
        line = _line_end(space)
        glued = [self._piece(word) for word in words]
        last = glued[-1]
        glued[-1] = (
            last._replace(advance=last.advance + len(space), space=bool(space), flags=last.flags | line)
            if space
            else last
        )
        item = ITEM if space == " " and len(words) < 3 and _ITEM.fullmatch("".join(words) + space) else 0
        return Entry(line | item, tuple(glued))

    def _piece(self, word: str) -> Piece:
        lower, seen = word.lower(), shape(word)
        flags = _may_end(word) | (NUMERAL if "0" <= lower < ":" or lower in STARTS else 0)
        return Piece(word, lower, len(word), False, flags | (0 if seen in PLAIN else FIGURE), seen, self._number(word))

    def _number(self, word: str) -> int:
        try:
            return self.vocab.strings.add(word)
        except UnicodeEncodeError:
            return self.vocab.strings.add(vocabulary.encodable(word))


def _may_end(word: str) -> int:
    return STOP if word in _STOPS or (word[-1] == "." and word[0] != "-") else 0


def _line_end(space: str) -> int:
    if not space or space == " ":
        return 0
    lines = len((space + "|").splitlines()) - 1
    return (LINE if lines else 0) | (BLANK if lines > 1 else 0)
