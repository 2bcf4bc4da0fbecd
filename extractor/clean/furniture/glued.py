"""Furniture inside a paragraph, without a line break: "... sampai akhir tahun.Baca juga: Kota Lama Juara 1".

A teaser in the middle of a paragraph ends where its headline surely ends: at its bracket, where the next sentence is
glued to it or begins with a word that sentences begin with ("Menurut"). Where that is not sure nothing is cut.
"""

import re
from collections.abc import Iterator, Mapping

from extractor.clean.furniture.headlines import MOST_WORDS, headline_end, holds_sentences, is_titled
from extractor.clean.furniture.lines import fold, is_call, is_note, label_of
from extractor.clean.furniture.words import Words

Piece = tuple[int, int, str]
_ENDS = ".!?”\"')]…*"
_FAR = 600  # characters in which a headline ends
_BEHIND = re.compile(r" ?(?::|\||>+|»|→)[:|>»→ -]*| [–—-] ")
_GAMBAS = re.compile(r"\[gambas: ?[^\]\n]{0,60}\]", re.IGNORECASE)
_LAST_SENTENCE = re.compile(r"[.!?)”\"](?= ?([A-Z][a-z]{2,11}) )")


def may_hold(text: str, words: Words) -> bool:
    """Whether a label, a call or a piece stands anywhere in a text: most have none, and need not be looked through."""
    lowered = text.lower()
    for word, marks in words.marks:
        if word in lowered and any(mark in lowered for mark in marks):
            return True
    return any(piece in text for piece in words.glued) or words.note_behind.search(lowered) is not None


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
    if words.note_behind.search(lowered) or any(channel in lowered for channel in words.channels):
        yield from _call(text, words)
    if links:
        yield from linked(text, words, links)


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
    before = text[max(0, begin - 8) : begin]
    hard = before != "" and not before[-1].isspace()  # no space before the label
    last = before.rstrip()[-1:]
    if last and last not in _ENDS and not (hard and begin == at and text[at].isupper()):
        return None
    at += len(label.rstrip(":"))
    behind = _BEHIND.match(text, at)
    start = behind.end() if behind else at
    if begin and text[begin] in "([":
        closing = text.find(")" if text[begin] == "(" else "]", start, start + 220)
        if closing > 0:
            return closing + 1
    rest = text[start : start + _FAR]
    if not behind and not hard and not is_titled(rest.split()[:8], words):
        return None
    end = headline_end(rest, words)
    if end is None and last and len(text) - start <= _FAR and _is_teased(rest, words, labelled=behind is not None):
        end = len(rest.rstrip())
    return None if end is None else start + end


def _is_teased(rest: str, words: Words, *, labelled: bool) -> bool:
    """Whether all that stands behind a label to the end of its line is a headline."""
    told = rest.split()
    if not 2 <= len(told) <= MOST_WORDS or holds_sentences(rest):
        return False
    if labelled:
        return not (told[0].islower() and rest.rstrip().endswith("."))
    return len(told) <= 22 and is_titled(told, words)


def _call(text: str, words: Words) -> Iterator[Piece]:
    """A call to follow the outlet behind the last sentence, and a note of the page, which may have two."""
    for match in reversed(list(_LAST_SENTENCE.finditer(text, max(0, len(text) - 300)))):
        last = text[match.end() :].lstrip()
        folded = fold(last)
        if is_call(folded, words):
            if len(last.split()) <= MOST_WORDS:
                yield len(text) - len(last), len(text), "share"
            return
        if is_note(folded, words) or (folded.startswith(words.appeals) and len(last.split()) <= MOST_WORDS):
            yield len(text) - len(last), len(text), "note"
            return


def linked(text: str, words: Words, links: Mapping[str, tuple[str, ...]]) -> Iterator[Piece]:
    """The text of a known link at the end of a paragraph, glued to it or behind its stop; with a label before it."""
    last = text.rsplit(None, 1)
    for link in links.get(last[-1], ()) if last else ():
        before = text.removesuffix(link)
        if len(before) < len(text) and before and (before[-1] in _ENDS or before[-1].isalnum()):
            label = label_of(before, words)
            yield 0 if label and not label[1] else len(before), len(text), "link"
            return
