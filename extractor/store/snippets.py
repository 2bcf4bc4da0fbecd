"""Snippets: the words of a story round what was searched for, with those words marked."""

from typing import NamedTuple

from extractor.store.queries import Query
from extractor.store.tokens import Token, tokens

_WORDS = 28
"""Words of a snippet."""
_BEFORE = 6
_SIGNS = 4  # characters right behind the last word that go with it


class Snippet(NamedTuple):
    """A piece of a text on one line, and the [start, end) of the words in it that were searched for."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, query: Query) -> Snippet:
    """The piece of a text in which most of what a query wants stands, the first of those; its head where none does."""
    words = list(tokens(text))
    hits = _hits(words, query)
    first = _best(hits, len(words))
    shown = words[first : first + _WORDS]
    if not shown:
        return Snippet("", ())
    marked = {at for term in hits for at in term}
    spans = [(token.start, token.end) for at, token in enumerate(shown, first) if at in marked]
    behind = text[shown[-1].end : shown[-1].end + _SIGNS]
    signs = len(behind) - len(behind.lstrip(".,;:!?)]”’\"'%"))
    return _on_one_line(text, shown[0].start, shown[-1].end + signs, spans)


def _hits(words: list[Token], query: Query) -> list[list[int]]:
    """For each wanted term the numbers of the words that are it, or part of it."""
    places = list[list[int]]()
    stems = [word.stem for word in words]
    for phrase in query.phrases:
        length = len(phrase)
        starts = (at for at, stem in enumerate(stems) if stem == phrase[0] and tuple(stems[at : at + length]) == phrase)
        places.append([at for start in starts for at in range(start, start + length)])
    for prefix in query.prefixes:
        places.append([at for at, word in enumerate(words) if word.word.startswith(prefix)])
    return places


def _best(hits: list[list[int]], words: int) -> int:
    """The word with which the snippet begins."""
    terms = sorted((at, term) for term, places in enumerate(hits) for at in places)
    best, begin, low = 0, 0, 0
    for high, (at, _) in enumerate(terms):
        while terms[low][0] <= at - _WORDS + _BEFORE:
            low += 1
        kinds = len({term for _, term in terms[low : high + 1]})
        if kinds > best:
            best, begin = kinds, terms[low][0]
    return max(0, min(begin - _BEFORE, words - _WORDS))


def _on_one_line(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> Snippet:
    """The characters [start, end) with one space for each stretch of white space, and dots where the text goes on."""
    said, marks, behind = ["…"] if text[:start].strip() else [], list[tuple[int, int]](), start
    length = len("".join(said))
    for low, high in spans:
        before = _joined(text[behind:low])
        word = _joined(text[low:high])
        said += [before, word]
        length += len(before)
        marks.append((length, length + len(word)))
        length += len(word)
        behind = high
    said += [_joined(text[behind:end]), "…" if text[end:].strip() else ""]
    return Snippet("".join(said), tuple(marks))


def _joined(text: str) -> str:
    words = " ".join(text.split())
    before = " " if text[:1].isspace() and words else ""
    behind = " " if text[-1:].isspace() else ""
    return f"{before}{words}{behind}"
