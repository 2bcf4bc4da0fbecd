"""The title line, the dateline and the byline date at the head of a story, and the marks that it was paid for."""

import re
from typing import NamedTuple

from extractor.article import Span
from extractor.clean.dateline import Dateline, dateline, is_domain
from extractor.clean.furniture.words import words

_HEAD_LINES = 12  # lines above the first paragraph: title, subtitle, byline, caption
_LABELS = frozenset(("advertorial", "advetorial", "sponsored", "pariwara", "adv"))
_PAID = re.compile(
    r"[(\[](?:adv|advertorial|advetorial|pariwara|sponsored)(?:[ /:][^()\[\]\n]{0,40})?[)\]]", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[a-z0-9)][.?!](?: [A-Z“\"]|[A-Z][a-z])|^\d{1,2}\.(?!\d)")
_BYLINES = ("by", "oleh", "penulis", "reporter", "editor", "pewarta", "laporan")
_GOES_ON = ("yang", "dan", "di", "ke", "dari", "untuk", "dengan", "pada", "bagi", "atau", "oleh", "sehingga")
_STOPS = (".", ",", ";", ":", ".”", '."', ")", "…")
_PARAGRAPH = 120  # characters, and no line above a story is so long


class Head(NamedTuple):
    """What the first lines of a story say; None where they do not."""

    title: Span | None
    dateline: Dateline | None
    outlet: str | None


def head(text: str, own: str | None = None) -> Head:
    """The title line and the dateline of a text, from the outlet `own` where its page names it."""
    title: Span | None = None
    outlet, told = None, False
    earlier = _first_lines(text)
    for number, (start, end) in enumerate(earlier):
        found = dateline(text, start, own)
        if found:
            return Head(title, found, found.outlet or outlet)
        line = text[start:end]
        outlet = outlet or (line if is_domain(line) else None)
        if line.lower().strip("()[]* ") in _LABELS:
            continue
        if title is None and not told and _is_title(line) and _before_story(text, earlier[number + 1 :], end - start):
            title = (start, end)
        elif _is_paragraph(line):
            break
        told = told or (line.count(" ") >= 5 and line.endswith(_STOPS))  # no title stands below a sentence
    return Head(title, None, outlet)


def is_paid(text: str) -> bool:
    """True where a story says that it was paid for: a label at its head or foot, or a sign-off "(adv)"."""
    lines = [line.strip("()[]* \t\r").lower() for line in (*text[:600].split("\n")[:6], *text[-200:].split("\n"))]
    return any(line in _LABELS for line in lines) or _PAID.search(text) is not None


def _first_lines(text: str) -> list[Span]:
    """The spans of the first lines that are not blank, without the white space at their ends."""
    spans: list[Span] = []
    start = 0
    while start < len(text) and len(spans) < _HEAD_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            spans.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start = end + 1
    return spans


def _is_title(line: str) -> bool:
    """True for four to twenty-five words that start like a title, do not end like a sentence, and are no masthead."""
    return (
        len(line) <= 250
        and 4 <= len(line.split()) <= 25
        and not line.endswith(_STOPS)
        and not line[0].islower()
        and " | " not in line
        and not line.startswith(("-", "•", "*", "<", '"', "“"))
        and _SENTENCE_END.search(line) is None
        and not _is_unfinished(line)
    )


def _is_unfinished(line: str) -> bool:
    """True for a sentence without its stop, part of one, and a byline: "Luas hutan yang", "Oleh Redaksi"."""
    told, small = line.split(), words().small
    if told[-1].lower() in _GOES_ON or told[0].lower().rstrip(":") in _BYLINES:
        return True
    counted = [word for word in told if word.lower() not in small]
    return len(told) > 10 and 2 * sum(not word[0].islower() for word in counted) < len(counted)


def _is_paragraph(line: str) -> bool:
    return len(line) > 250 or len(line.split()) > 25


def _before_story(text: str, following: list[Span], length: int) -> bool:
    """True where a longer paragraph comes next or below a byline, or a dateline within the head."""
    if following and following[0][1] - following[0][0] > length:
        return True
    if any(end - start > max(length, _PARAGRAPH) for start, end in following[1:3]):
        return True
    return any(dateline(text, start) for start, _ in following)
