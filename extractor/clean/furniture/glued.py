"""Furniture inside a paragraph, without a line break: "... sampai akhir tahun.Baca juga: Kota Lama Juara 1".

A teaser in the middle of a paragraph ends where its headline surely ends: at its bracket, where the next sentence is
glued to it or begins with a word that sentences begin with ("Menurut"). Where that is not sure nothing is cut.
"""

import re
from collections.abc import Iterator, Mapping

from extractor.clean.furniture.headlines import MOST_WORDS, headline_end, holds_sentences, is_titled
from extractor.clean.furniture.lines import fold, is_call
from extractor.clean.furniture.words import Words

Piece = tuple[int, int, str]
_ENDS = ".!?”\"')]…*"
_OPENING = "([>»►▶→*|• "
_BEHIND = re.compile(r" ?(?::|\||>+|»|→)[:|>»→ -]*| [–—-] ")
_GAMBAS = re.compile(r"\[gambas: ?[^\]\n]{0,60}\]", re.IGNORECASE)
_LAST_SENTENCE = re.compile(r"[.!?)”\"](?= ?([A-Z][a-z]{2,11}) )")


def glued(text: str, words: Words, links: Mapping[str, tuple[str, ...]]) -> Iterator[Piece]:
    """The pieces of furniture in a paragraph: offsets [start, end) and reasons, in no order.

    `links` holds the texts of links that are known to lead to other stories, by their last word.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        yield from _teasers(text, lowered, words)
    for piece in words.glued:
        at = text.find(piece)
        while at >= 0:
            yield at, at + len(piece), "advertisement"
            at = text.find(piece, at + len(piece))
    if "gambas:" in lowered:
        for match in _GAMBAS.finditer(text):
            yield *match.span(), "advertisement"
    if any(channel in lowered for channel in words.channels):
        yield from _call(text, words)
    if links:
        yield from _linked(text, links)


def _teasers(text: str, lowered: str, words: Words) -> Iterator[Piece]:
    for label in (*words.bare, "baca:"):
        at, stop = lowered.find(label), 0
        while at >= 0:
            end = _teaser_end(text, at, label, words) if at >= stop else None
            if end is not None:
                yield _opening(text, at), end, "link"
                stop = end
            at = lowered.find(label, at + len(label))


def _opening(text: str, at: int) -> int:
    """Where a teaser begins, with the bracket or arrow before its label."""
    while at and text[at - 1] in "([>»►▶→*":
        at -= 1
    return at


def _teaser_end(text: str, at: int, label: str, words: Words) -> int | None:
    """Where the teaser ends whose label stands at `at`; None where that is no teaser, or its end is not sure."""
    begin = _opening(text, at)
    before = text[:begin].rstrip()
    hard = begin > 0 and before == text[:begin]  # no space before the label
    if before and before[-1] not in _ENDS and not (hard and begin == at and text[at].isupper()):
        return None
    at += len(label.rstrip(":"))
    behind = _BEHIND.match(text, at)
    start = behind.end() if behind else at
    if begin and text[begin] in "([":
        closing = text.find(")" if text[begin] == "(" else "]", start, start + 220)
        if closing > 0:
            return closing + 1
    rest = text[start:]
    told = rest.split()
    if not behind and not hard and not is_titled(told[:8], words):
        return None
    end = headline_end(rest, words)
    if end is not None:
        return start + end
    if not before or len(told) < 2 or (not behind and (len(told) > 22 or not is_titled(told, words))):
        return None
    sentence = told[0].islower() and rest.rstrip().endswith(".")
    return None if len(told) > MOST_WORDS or sentence or holds_sentences(rest) else start + len(rest.rstrip())


def _call(text: str, words: Words) -> Iterator[Piece]:
    """A call to follow the outlet behind the last sentence."""
    for match in reversed(list(_LAST_SENTENCE.finditer(text, max(0, len(text) - 300)))):
        last = text[match.end() :].lstrip()
        if is_call(fold(last), words):
            if len(last.split()) <= MOST_WORDS:
                yield len(text) - len(last), len(text), "share"
            return


def _linked(text: str, links: Mapping[str, tuple[str, ...]]) -> Iterator[Piece]:
    """The text of a known link at the end of a paragraph, glued to it or behind its stop."""
    last = text.rsplit(None, 1)
    for link in links.get(last[-1], ()) if last else ():
        before = text.removesuffix(link)
        if len(before) < len(text) and before and (before[-1] in _ENDS or before[-1].isalnum()):
            yield len(before), len(text), "link"
            return
