"""The names that a page prints with a label: "Penulis: NAME", "Laporan Wartawan Tribun Jambi, NAME", "Rep: A / Red: B".

They stand below the heading or at the story's end. A page has the credits of other stories too: of each label only the
first counts.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.markup import Line, Markup, elements, is_outside, printed
from extractor.clean.metadata.moments import find
from extractor.clean.metadata.people import people, same
from extractor.clean.metadata.words import alternatives, words

_COLONS = etree.XPath("//body//text()[contains(., ':') and string-length(.) < 200]")
_SILENT = ("script", "style", "noscript", "template", "textarea")
_TEXTS, _NEXT, _NAME = 200, 4, 80
_DIVIDED = re.compile(r"[|/;•·(,–—-]\s*$")
_NAMED = r"(?:[A-Z][\w.'’-]{0,20}\s){1,3}[A-Z][\w.'’-]{0,20}"


class Credits(NamedTuple):
    """Those who wrote the story, and those who edited or sent it, as printed."""

    reporters: tuple[str, ...]
    editors: tuple[str, ...]


def credits_of(markup: Markup, lines: Sequence[Line], sites: frozenset[str]) -> Credits:
    """The credits of the story; `lines` stand below its heading, `sites` are the outlet's names, folded."""
    told = dict[str, list[str]]()
    below = [" ".join(line) for line in lines]
    for number, said in enumerate(below):
        _keep(told, _after_labels(said), sites)
        _keep(told, _beside(said, below[number + 1] if number + 1 < len(below) else ""), sites, strict=True)
    for said in _labelled(markup):
        _keep(told, _after_labels(said), sites)
    reporters, editors = list[str](), list[str]()
    for label, names in told.items():
        wanted = editors if label in words().editor_labels else reporters
        wanted.extend(name for name in names if not same([name], wanted))
    return Credits(tuple(reporters[:6]), tuple(editors[:4]))


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
    marks = list(_labels().finditer(said)) if ":" in said or "|" in said else []
    if not marks or not _starts(said[: marks[0].start()]):
        return
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(said)
        value = said[mark.end() : end]
        date = next(find(value), None)
        label = " ".join(mark["label"].lower().split())
        if label in words().reporter_labels or label in words().editor_labels:
            yield label, without_weekday(value[: date.start] if date else value)


def _starts(before: str) -> bool:
    return len(before) <= 2 or bool(_DIVIDED.search(before)) or next(find(before), None) is not None


def _beside(said: str, next_line: str) -> Iterator[tuple[str, str]]:
    """Labels without a colon: at a line's start, before capitals, or alone on the line above the name."""
    if match := _reported().match(said):
        yield "laporan", match["name"]
    for match in _unmarked().finditer(said):
        yield match["label"].lower(), match["name"]
    if said.lower() in words().reporter_labels or said.lower() in words().editor_labels:
        yield said.lower(), next_line[:_NAME]


def _labelled(markup: Markup) -> Iterator[str]:
    """The short texts anywhere that hold a label, each with what stands behind it."""
    for text in elements(_COLONS, markup.tree, _TEXTS):
        parent = text.getparent()
        if not _labels().search(text) or parent is None or parent.tag in _SILENT or is_outside(parent):
            continue
        said = " ".join(text.split())
        yield f"{said} {_next(parent, inside=text.is_text)}" if said.endswith(":") else said


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
def _labels() -> re.Pattern[str]:
    listed = alternatives((*words().reporter_labels, *words().editor_labels, *words().other_labels))
    return re.compile(rf"(?<![\w.])(?P<label>{listed})\s?[:|]\s?", re.IGNORECASE)


@functools.cache
def _unmarked() -> re.Pattern[str]:
    """A label before a name in capitals: "Penulis Markus Yuwono | Editor Teuku Arifin"."""
    listed = ("penulis", "reporter", "pewarta", "kontributor", "editor", "penyunting")
    return re.compile(rf"(?:^|(?<=\s))(?P<label>(?i:{alternatives(listed)}))\s(?P<name>{_NAMED})(?=$|[\s,|/])")


@functools.cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"[\s,|–-]*(?:{alternatives(words().weekdays)})\s?,?\s*$", re.IGNORECASE)


@functools.cache
def _reported() -> re.Pattern[str]:
    """Labels without a colon at the start of a line: "Laporan Wartawan Tribun Jambi, NAME" and "Oleh NAME"."""
    return re.compile(
        r"^\W{0,3}(?:laporan\s(?:wartawan|reporter|jurnalis|kontributor)\b[^,:]{0,50}[,:]|laporan\s[\w.\s]{2,40},"
        r"|(?:(?:posted|written|published|ditulis|diposting|diposkan|dipublikasikan)\s)?(?:oleh|by)\s)"
        r"\s*(?P<name>[^|•\d]{3,60}?)\s*(?:[|•–—\d]|\s-\s|$)",
        re.IGNORECASE,
    )
