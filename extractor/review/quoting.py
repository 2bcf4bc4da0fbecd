"""Words in a text: where those stand that a person gives as proof, and how they look in their sentence."""

import re
from collections.abc import Iterable, Sequence

from extractor.errors import ExtractorError

MOST = 20
"""Places at which words prove a fact; words that stand at more are too few."""
_AROUND = 200
"""Characters that are shown on either side of the words, of a sentence that is longer."""


def spans_of(text: str, words: Iterable[str]) -> list[list[int]]:
    """Where words stand in a text, each place of each; white space counts as one blank, capitals count."""
    found = []
    for given in words:
        parts = [re.escape(part) for part in given.split()]
        if not parts:
            raise ExtractorError("--words: no words are given")
        places = [[at.start(), at.end()] for at in re.finditer(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", text)]
        if not places:
            raise ExtractorError(f"--words: the article does not say {given[:200]!r}; write them as it does")
        if len(places) > MOST:
            raise ExtractorError(f"--words: {given[:200]!r} stands there {len(places)} times; give more of the words")
        found += places
    return sorted(list(span) for span in {tuple(span) for span in found})


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as character offsets, without the white space around them."""
    from extractor.language import read

    reading = read(text)
    return [(reading.starts[first], reading.ends[last - 1]) for first, last in reading.sentences if last > first]


def marked(text: str, spans: Sequence[Sequence[int]]) -> list[tuple[str, list[tuple[int, int]]]]:
    """The sentences that hold some words, each on one line, with where in that line the words stand."""
    shown = []
    for start, end in sentences(text):
        inside = [(max(a, start), min(b, end)) for a, b in spans if a < end and start < b]
        if not inside:
            continue
        left = max(start, inside[0][0] - _AROUND)
        right = min(end, max(b for _, b in inside) + _AROUND)
        line = ("… " if left > start else "") + text[left:right] + (" …" if right < end else "")
        shift = left - (2 if left > start else 0)
        shown.append((line, merged((a - shift, b - shift) for a, b in inside)))
    return shown


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
