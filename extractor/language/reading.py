"""The reading of a text: its tokens, sentences, paragraphs and list marks, with offsets into the text as given."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, compress, repeat
from typing import cast

from extractor.language.chunks import FIGURE, MARK, NUMERAL, Chunks, joined
from extractor.language.lines import mark_list_items, width_of_wrapping
from extractor.language.sentences import divide

_CHUNK = re.compile(r"\S+\s*")
_INVISIBLE = "\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
"""Characters without width that pages carry; they part words as white space does and belong to no token."""


class Reading:
    """A text and all that is known of its tokens, in parallel lists; token ranges are half open.

    `starts` and `ends` are character offsets: ``text[starts[i]:ends[i]] == words[i]``. `doc` has one token a word; its
    own character offsets are not the text's. `list_marks` maps the token of a list item's mark to the mark.
    `shapes` are the shapes of the tokens, `numerals` those that may begin a number, `figures` years, numbers and codes.
    """

    __slots__ = (
        "doc",
        "ends",
        "figures",
        "list_marks",
        "lowers",
        "numerals",
        "paragraph_of",
        "paragraphs",
        "sentence_of",
        "sentences",
        "shapes",
        "starts",
        "text",
        "words",
    )

    def __init__(self, text: str) -> None:
        from spacy.tokens import Doc

        chunks = _chunks()
        chunks.renew()
        seen = _visible(text)
        found = _CHUNK.findall(seen)
        entries = list(map(chunks.__getitem__, found))
        mark_list_items(found, entries, chunks.entry)
        tokens = joined(entries, len(seen) - len(seen.lstrip()))
        self.text = text
        self.doc = Doc(chunks.vocab, words=cast("list[str]", tokens.numbers), spaces=tokens.spaces)
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.starts = tokens.starts
        self.ends = tokens.ends
        flags = tokens.flags
        flagged = list(compress(range(len(flags)), flags))
        self.list_marks = {index: tokens.words[index] for index in flagged if flags[index] & MARK}
        self.shapes = tokens.shapes
        self.numerals = [index for index in flagged if flags[index] & NUMERAL]
        self.figures = [index for index in flagged if flags[index] & FIGURE]
        self.sentences, self.paragraphs = divide(tokens, flagged, self.list_marks, width_of_wrapping(seen))
        self.sentence_of = _owners(self.sentences)
        self.paragraph_of = _owners(self.paragraphs)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the tokens [start, end), which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def said(self, start: int, end: int) -> str:
        """The words of the tokens [start, end) as printed, with what stands between them."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def on_one_line(self, start: int, end: int) -> str:
        """The words of the tokens [start, end) as printed, with one space between them."""
        return " ".join(self.said(start, end).split())

    def token_at(self, char: int) -> int:
        """The first token that ends behind this character; the number of tokens where none does."""
        return bisect_right(self.ends, char)


def read(text: str) -> Reading:
    """Read any text: linear in its length, and never refused."""
    return Reading(text)


def read_each(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    """The tokens of each of these phrases, all read in one go, a phrase a line."""
    lines = list(phrases)
    reading, found, end = read("\n".join(lines)), [], -1
    for line in lines:
        start, end = end + 1, end + 1 + len(line)
        found.append(tuple(reading.words[reading.token_at(start) : reading.token_at(end - 1) + 1]))
    return found


@cache
def _chunks() -> Chunks:
    return Chunks()


def _visible(text: str) -> str:
    """The text with invisible characters made spaces, one for one."""
    for character in _INVISIBLE:
        if character in text:
            text = text.replace(character, " ")
    return text


def positions(words: list[str], wanted: frozenset[str] | set[str]) -> Iterator[int]:
    """Where one of these words stands; in C, as it goes over every word of a text, and no farther than it is asked."""
    if wanted.isdisjoint(words):
        return iter(())
    return compress(range(len(words)), map(wanted.__contains__, words))


def _owners(ranges: list[tuple[int, int]]) -> list[int]:
    """For each token, the index of the range that it is in."""
    return list(chain.from_iterable(repeat(index, end - start) for index, (start, end) in enumerate(ranges)))
