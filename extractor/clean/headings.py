"""The title line, the dateline and the byline date at the head of a story, and the marks that it was paid for."""

import re
from typing import NamedTuple

from extractor.article import Span
from extractor.clean.dateline import Dateline, dateline, is_domain

_HEAD_LINES = 8  # lines above the first paragraph: title, subtitle, byline, caption
_LABELS = frozenset(("advertorial", "advetorial", "sponsored", "pariwara", "adv"))
_PAID = re.compile(
    r"[(\[](?:adv|advertorial|advetorial|pariwara|sponsored)(?:[ /:][^()\[\]\n]{0,40})?[)\]]", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[a-z0-9)][.?!](?: [A-Z“\"]|[A-Z][a-z])|^\d{1,2}\.")
_STOPS = (".", ",", ";", ":", ".”", '."', ")", "…")


class Head(NamedTuple):
    """What the first lines of a story say; None where they do not."""

    title: Span | None
    dateline: Dateline | None
    outlet: str | None


def head(text: str) -> Head:
    """The title line and the dateline of a text."""
    title: Span | None = None
    outlet = None
    earlier = _first_lines(text)
    for number, (start, end) in enumerate(earlier):
        found = dateline(text, start)
        if found:
            return Head(title, found, found.outlet or outlet)
        line = text[start:end]
        outlet = outlet or (line if is_domain(line) else None)
        if line.lower().strip("()[]* ") in _LABELS:
            continue
        if title is None and _is_title(line) and _before_story(text, earlier[number + 1 :], end - start):
            title = (start, end)
        elif _is_paragraph(line):
            break
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
    """True for a line of four to twenty-five words that starts like a title and does not end like a sentence."""
    return (
        len(line) <= 250
        and 4 <= len(line.split()) <= 25
        and not line.endswith(_STOPS)
        and not line[0].islower()
        and not line.startswith(("-", "•", "*", "<", '"', "“"))
        and _SENTENCE_END.search(line) is None
    )


def _is_paragraph(line: str) -> bool:
    return len(line) > 250 or len(line.split()) > 25


def _before_story(text: str, following: list[Span], length: int) -> bool:
    """True where a longer paragraph comes next, or a dateline within the head."""
    if following and following[0][1] - following[0][0] > length:
        return True
    return any(dateline(text, start) for start, _ in following)
