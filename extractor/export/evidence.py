"""The words that prove a value: a quote of at most 25 words with its place in the text, and no personal data in it.

A quote is a TextQuoteSelector of the W3C's Web Annotation Data Model (exact, prefix, suffix) beside a
TextPositionSelector (start, end) and the hash of the text that both are of.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from extractor.export.fields import Field
from extractor.export.wording import passage

WORDS = 25
"""Words of prefix, exact and suffix together."""
AROUND = 5
"""Words on either side at most: enough to find the place, and to see what is said."""
CHARACTERS = 300
"""Of exact at most, and of prefix and suffix each a third: a "word" of the press may be a whole page without blanks."""
_SIDE = CHARACTERS // 3
_WORD = re.compile(r"\S+")
_WORDS = [re.compile(rf"[^\S\n]*(?:\S+[^\S\n]+){{0,{count - 1}}}\S+") for count in range(1, AROUND + 1)]
_WORDS.insert(0, _WORD)  # of no words, never asked

ANNOTATED = (
    Field("standing", "string", "machine: as it was read; accepted, corrected or added by a person; stale: so, but the "
          "article changed since; where it has another value in that place now, this one stands and that one does not.",
          required=True, values=("machine", "accepted", "corrected", "added", "stale"),
          width=10),
    Field("quote_prefix", "string", "Words before the quote, in its line.", is_technical=True),
    Field("quote", "string", "The words that prove it; those that hold most of it, where they stand apart, and of a "
          "record its recipient. With prefix and suffix 25 at most.", width=60),
    Field("quote_suffix", "string", "Words after the quote, in its line.", is_technical=True),
    Field("start", "integer", "Where the quote begins in the text, in characters (Unicode code points) from 0.",
          minimum=0, is_technical=True),
    Field("end", "integer", "Where it ends.", minimum=0, is_technical=True),
    Field("spans", "list", "All places that prove it: [[start, end], ...].", required=True, is_technical=True),
    Field("text_hash", "string", "SHA-256 of the text that the offsets count in: the article's, "
          "or of a stale value the earlier text of it that the person saw.", required=True,
          pattern="[0-9a-f]{64}", is_technical=True),
    Field("pattern", "string", "The pattern or rule of extractor that read it.", required=True, is_technical=True,
          width=24),
)  # fmt: skip
"""The fields that every fact has beside its own."""
FURTHER = Field(
    "further_quotes", "list", "What else proves it and stands apart from `quote`, such as a day or an edition that is "
    "told once for many records: [{prefix, exact, suffix, start, end}, ...], each of 25 words at most, out of the same "
    "text. Every place in `spans` lies in one of the quotes; only words behind a quote's 25th are left out.",
    required=True, width=60,
)  # fmt: skip
"""The field of records, of which each place proves a part; a fact of another kind is told whole at each of its places.
"""


class Quote(NamedTuple):
    """A passage of a text with a few words around it."""

    prefix: str
    exact: str
    suffix: str
    start: int
    end: int


def quote(text: str, spans: Sequence[Sequence[int]]) -> Quote | None:
    """The passage that proves a fact; None where no span lies in the text."""
    inside = _inside(text, spans)
    return _quoted(text, *_densest(text, inside)) if inside else None


def quotes(text: str, spans: Sequence[Sequence[int]], telling: Sequence[Sequence[int]] = ()) -> list[Quote]:
    """The passages that hold all spans of a fact between them; the first has one of the `telling` spans, if any does.

    Those behind it stand in the order of the text.
    """
    left, first, found = _inside(text, spans), _inside(text, telling), list[Quote]()
    while left:
        place = _densest(text, left, () if found else first)
        found.append(one := _quoted(text, *place))
        left = [span for span in left if span != place and not one.start <= span[0] < span[1] <= one.end]
    return [*found[:1], *sorted(found[1:], key=lambda one: one.start)]


def _inside(text: str, spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    return sorted({(start, end) for start, end in spans if 0 <= start < end <= len(text)})


def _quoted(text: str, start: int, end: int) -> Quote:
    """A passage with the words around it, cut behind its 25th word."""
    end = min(end, start + CHARACTERS)
    count = len(text[start:end].split())
    if count > WORDS:
        end = list(islice(_WORD.finditer(text, start, end), WORDS))[-1].end()
    left = max(0, WORDS - count)
    first = _before(text, start, min(AROUND, left // 2))
    last = _after(text, end, min(AROUND, left - left // 2))
    clear = passage(text, first, last)
    return Quote(clear[: start - first], clear[start - first : end - first], clear[end - first :], start, end)


def _densest(text: str, spans: list[tuple[int, int]], telling: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
    """The earliest passage, short enough for a quote, that holds the most spans; one with a telling span, if any is."""
    best, held = (telling or spans)[0], 1
    for at, (start, _) in enumerate(spans):
        end = 0
        for number, (_, reach) in enumerate(spans[at:], 1):
            end = max(end, reach)
            if end - start > CHARACTERS or len(text[start:end].split()) > WORDS:
                break
            if number > held and (not telling or any(start <= one and other <= end for one, other in telling)):
                best, held = (start, end), number
    return best


def _before(text: str, start: int, words: int) -> int:
    """Where so many words before a place begin, in its line."""
    return start - _reach(text[max(0, start - _SIDE - 1) : start][::-1], words)


def _after(text: str, end: int, words: int) -> int:
    """Where so many words after a place end, in its line."""
    return end + _reach(text[end : end + _SIDE + 1], words)


def _reach(beside: str, words: int) -> int:
    """How far so many words reach from a text's beginning; what may go on beyond its end is no whole word."""
    while words:
        found = _WORDS[words].match(beside)
        if found is None or found.end() <= _SIDE:
            return found.end() if found else 0
        words -= 1
    return 0
