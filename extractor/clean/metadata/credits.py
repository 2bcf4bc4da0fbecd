"""The names that a page prints with a label: "Penulis: NAME", "Laporan Wartawan Tribun Jambi, NAME", "Rep: A / Red: B".

They stand below the heading or at the story's end. A page has the credits of other stories too: of each label only the
first counts.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.lines import SILENT, Line
from extractor.clean.metadata.markup import Markup, is_outside, printed
from extractor.clean.metadata.moments import find
from extractor.clean.metadata.people import people, same
from extractor.clean.metadata.words import alternatives, words

_TEXT: Callable[..., Any] = etree.XPath("(body/descendant::text())[$number]")
_SHORT, _HITS, _NEXT, _NAME, _LABEL = 200, 40, 4, 80, 60
_COLON = re.compile(r"[:|]\s?")
_EXPLICIT = re.compile(r"\W{0,3}(?i:ditulis oleh|written by)\s[A-Z]")  # before a single name, too
_DIVIDED = re.compile(r"[|/;•·(,–—-]\s*$")
_ON = "pada|on|dalam|in|untuk|for"  # behind a name in a sentence: "Ditulis oleh NAME pada 17 Januari 2022"
_NAMED = r"(?:[A-Z][\w.'’-]{0,20}\s){1,3}[A-Z][\w.'’-]{0,20}"
_UNMARKED = ("penulis", "reporter", "pewarta", "kontributor", "editor", "penyunting")


class _Mark(NamedTuple):
    """A label in lower case, and where in its line it starts and the name behind it does."""

    label: str
    start: int
    end: int


class Credits(NamedTuple):
    """Those who wrote the story, and those who edited or sent it, as printed."""

    reporters: tuple[str, ...]
    editors: tuple[str, ...]


def credits_of(markup: Markup, lines: Sequence[Line], sites: frozenset[str]) -> Credits:
    """The credits of the story; `lines` stand below its heading, `sites` are the outlet's names, folded."""
    told = dict[str, list[str]]()
    for line in lines:
        if ":" in line.text or "|" in line.text:
            _keep(told, _after_labels(line.text), sites)
    for said, behind in _cued(lines):
        _keep(told, _beside(said, behind), sites, strict=not _EXPLICIT.match(said))
    for said in _labelled(markup):
        _keep(told, _after_labels(said), sites)
    reporters, editors = list[str](), list[str]()
    for label, names in told.items():
        wanted = editors if label in words().editor_labels else reporters
        wanted.extend(name for name in names if not same([name], wanted))
    return Credits(tuple(reporters[:6]), tuple(editors[:4]))


def _cued(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """The lines in which a word stands that may be a label, each with the next one; they are few."""
    spoken = "\n".join([line.text for line in lines]).lower()
    cues = [cue for cue in _cues() if cue in spoken]
    for number, lowered in enumerate(spoken.split("\n") if cues else ()):
        if any(cue in lowered for cue in cues):
            yield lines[number].text, lines[number + 1].text if number + 1 < len(lines) else ""


def without_weekday(text: str) -> str:
    """What stands before a date without its weekday."""
    return _weekday().sub("", text)


def _keep(
    told: dict[str, list[str]], found: Iterable[tuple[str, str]], sites: frozenset[str], *, strict: bool = False
) -> None:
    """Note the persons behind each label that has none yet."""
    for label, value in found:
        names = [] if told.get(label) else people(value, sites, strict=strict)
        if names:
            told[label] = names


def _after_labels(said: str) -> Iterator[tuple[str, str]]:
    """Each label of a line with what stands behind it, up to the next label or date.

    The first label starts the line or stands behind a divider or a date: "kata bupati: penulis: ..." is a sentence.
    """
    marks = _marks(said)
    if not marks or not _starts(said[: marks[0].start]):
        return
    for number, mark in enumerate(marks):
        end = marks[number + 1].start if number + 1 < len(marks) else len(said)
        value = said[mark.end : end]
        date = next(find(value), None)
        if mark.label in words().reporter_labels or mark.label in words().editor_labels:
            yield mark.label, without_weekday(value[: date.start] if date else value)


def _marks(said: str) -> list[_Mark]:
    """The labels of a line: colons are few, and before most of them stands none."""
    found = list[_Mark]()
    for colon in _COLON.finditer(said):
        at = colon.start()
        at -= said[at - 1 : at].isspace()
        if said[at - 1 : at].isdecimal():
            continue  # a time of day
        before = said[max(0, at - _LABEL) : at].lower()
        match = _label().search(before) if before.endswith(_labels()) else None
        if match:
            found.append(_Mark(match["label"], at - len(match["label"]), colon.end()))
    return found


def _starts(before: str) -> bool:
    return len(before) <= 2 or bool(_DIVIDED.search(before)) or next(find(before), None) is not None


def _beside(said: str, next_line: str) -> Iterator[tuple[str, str]]:
    """Labels without a colon: at a line's start, before capitals, or alone on the line above the name."""
    if match := _reported().match(said):
        yield "laporan", without_weekday(match["name"])
    for match in _unmarked().finditer(said):
        yield match["label"].lower(), match["name"]
    if (label := said.lower()) in words().reporter_labels or label in words().editor_labels:
        yield label, next_line[:_NAME]


def _labelled(markup: Markup) -> Iterator[str]:
    """The short texts anywhere that hold a label, each with what stands behind it."""
    texts = enumerate(markup.elements.texts, start=1)
    short = ((number, " ".join(text.split())) for number, text in texts if ":" in text and len(text) < _SHORT)
    for number, said in islice(((number, said) for number, said in short if said[0] == ":" or _marks(said)), _HITS):
        text = _TEXT(markup.tree, number=number)[0]
        parent = text.getparent()
        if parent is None or parent.tag in SILENT or is_outside(parent):
            continue
        label = printed(parent)[-_LABEL:] if said[0] == ":" and text.is_tail else ""  # "<b>Pewarta</b>: NAME"
        name = _next(parent, inside=text.is_text) if said.endswith(":") else ""
        yield f"{label}{said} {name}".rstrip()


def _next(node: HtmlElement, *, inside: bool) -> str:
    """The next words behind a text: those of the next elements, where the name stands in its own."""
    following = [*node] if inside else []
    following += islice(node.itersiblings(), _NEXT)
    if not following and node.getparent() is not None:
        following = list(islice(node.getparent().itersiblings(), 1))
    texts = (printed(other) or (other.tail or "").strip() for other in following[:_NEXT] if isinstance(other.tag, str))
    first = next((said for said in texts if said), "")
    return first if len(first) <= _NAME else ""


@functools.cache
def _cues() -> tuple[str, ...]:
    """What stands in each line that `_beside` reads."""
    labels = (*words().reporter_labels, *words().editor_labels, *_UNMARKED, "laporan", "oleh", "by")
    return tuple(label for label in set(labels) if not any(other in label for other in set(labels) - {label}))


@functools.cache
def _label() -> re.Pattern[str]:
    """A label at the end of what stands before a colon."""
    return re.compile(rf"(?<![\w.])(?P<label>{alternatives(_labels())})$")


@functools.cache
def _labels() -> tuple[str, ...]:
    return (*words().reporter_labels, *words().editor_labels, *words().other_labels)


@functools.cache
def _unmarked() -> re.Pattern[str]:
    """A label before a name in capitals: "Penulis Markus Yuwono | Editor Teuku Arifin"."""
    return re.compile(rf"(?:^|(?<=\s))(?P<label>(?i:{alternatives(_UNMARKED)}))\s(?P<name>{_NAMED})(?=$|[\s,|/])")


@functools.cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"[\s,|–-]*(?<!\w)(?:{alternatives(words().weekdays)})\s?,?\s*$", re.IGNORECASE)


@functools.cache
def _reported() -> re.Pattern[str]:
    """Labels without a colon at the start of a line: "Laporan Wartawan Tribun Jambi, NAME" and "Oleh NAME"."""
    return re.compile(
        r"^\W{0,3}(?:laporan\s(?:wartawan|reporter|jurnalis|kontributor)\b[^,:]{0,50}[,:]|laporan\s[\w.\s]{2,40},"
        r"|(?:(?:posted|written|published|ditulis|diposting|diposkan|dipublikasikan)\s)?(?:oleh|by)\s)"
        rf"\s*(?P<name>[^|•\d]{{3,60}}?)\s*(?:[|•–—\d]|\s-\s|\s(?:{_ON})\s|$)",
        re.IGNORECASE,
    )
