"""Who wrote a story: "Penulis: NAME", "Laporan Wartawan Tribun Jambi, NAME", JSON-LD's author, meta tags.

A reporter named in print is believed first, for systems often name who typed a story in, then JSON-LD, then meta tags.
An editor ("Editor:", "Red:") is believed where nobody else is named. Several authors are joined by commas.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.claims import Claim, Verdict, believe, fold
from extractor.clean.metadata.dating import in_scripts
from extractor.clean.metadata.jsonld import Linked, Node
from extractor.clean.metadata.markup import Line, Markup, elements, is_outside, printed
from extractor.clean.metadata.moments import find
from extractor.clean.metadata.people import people, same
from extractor.clean.metadata.words import alternatives, words

_COLONS = etree.XPath("//body//text()[contains(., ':') and string-length(.) < 200]")
_SIGNED = etree.XPath(
    "//body//*[@rel='author' or contains(@class, 'author') or contains(@class, 'byline') or contains(@class, 'penulis')"
    " or contains(@class, 'reporter') or @itemprop='author']"
)
_NAME = etree.XPath(".//*[@itemprop='name' or @rel='author']")
_SILENT = ("script", "style", "noscript", "template", "textarea")
_TEXTS, _ELEMENTS, _NEXT = 200, 12, 4
_AGENCY = re.compile(r"^(?P<name>[^-–|,]{3,60}?)\s*(?:[-–|,]\s*)(?P<site>[\w .]{3,40})$")


class Credits(NamedTuple):
    """The names that are printed with a label: reporters, and editors."""

    reporters: list[str]
    editors: list[str]


def author(
    markup: Markup, articles: Sequence[Node], lines: Sequence[Line], sites: Iterable[str], selected: Iterable[str]
) -> Verdict:
    """The persons who wrote the story; None where only an outlet or nobody is named."""
    known = frozenset(filter(None, map(fold, sites)))
    credits_ = _credits(markup, lines, known)
    groups = [
        (credits_.reporters, "byline"),
        *((people(value, known), "layout") for value in selected),
        *((_linked(markup.linked, node, known), "json-ld") for node in articles[:1]),
        (_with_outlet(lines, known), "byline"),
        *((people(value, known), "meta") for value in _meta(markup)),
        (_signed(markup, known) if not credits_.reporters else [], "microdata"),  # the slowest search of all
        *((people(value, known), "dataLayer") for value in islice(in_scripts(markup, "scripts_author"), 2)),
        (_beside_date(lines, known), "byline"),
        (credits_.editors, "byline"),
    ]
    named = [(listed, origin) for listed, origin in groups if listed]
    if not named:
        return Verdict(None)
    chosen, _ = next((pair for pair in named if not _is_only_editor(pair[0], credits_)), named[0])
    claims = [Claim(", ".join(listed), origin) for listed, origin in named]
    believed = next(claim for claim, (listed, _) in zip(claims, named, strict=True) if listed is chosen)
    return believe(claims, believed, conflict=_is_disputed(chosen, named, credits_))


def _is_only_editor(listed: list[str], credits_: Credits) -> bool:
    return bool(credits_.editors) and same(listed, credits_.editors) and not same(listed, credits_.reporters)


def _is_disputed(chosen: list[str], named: Sequence[tuple[list[str], str]], credits_: Credits) -> bool:
    """Whether JSON-LD or the print names another person, who is not said to be the editor."""
    others = [listed for listed, origin in named if origin in ("json-ld", "byline", "layout")]
    return any(not same(chosen, listed) and not same(listed, credits_.editors) for listed in others)


def _linked(linked: Linked, node: Node, known: frozenset[str]) -> list[str]:
    """The persons among the authors in JSON-LD."""
    named = [name for name, kind in linked.names(node.get("author")) if kind != "organization"]
    return list(dict.fromkeys(found for name in named for found in people(name, known)))


def _meta(markup: Markup) -> Iterator[str]:
    """The authors in meta tags; WordPress says them in what it tells Twitter to show."""
    for name, value in markup.first(words().keys["author"]):
        if "://" not in value and not (name.endswith("author") and "facebook.com" in value):
            yield value
    for label, value in zip(markup.meta.get("twitter:label1", ()), markup.meta.get("twitter:data1", ()), strict=False):
        if label.casefold() in words().reporter_labels:
            yield value


def _credits(markup: Markup, lines: Sequence[Line], known: frozenset[str]) -> Credits:
    """The names with labels: in the lines below the heading, and at the story's end."""
    reporters, editors = list[str](), list[str]()
    for said in [*map(" ".join, lines), *_labelled(markup)]:
        for label, value in _after_labels(said):
            names = people(value, known)
            wanted = editors if label in words().editor_labels else reporters
            wanted.extend(name for name in names if not same([name], wanted))
        if not reporters and (told := _reported().match(said)):
            reporters.extend(people(told["name"], known, strict=True)[:2])
    return Credits(reporters[:6], editors[:4])


def _labelled(markup: Markup) -> Iterator[str]:
    """The short texts that hold a label, each with what stands behind it."""
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
    return first if len(first) <= 80 else ""


def _after_labels(said: str) -> Iterator[tuple[str, str]]:
    """Each label of a line with what stands behind it, up to the next label or date."""
    marks = list(_labels().finditer(said))
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(said)
        value = said[mark.end() : end]
        date = next(find(value), None)
        value = value[: date.start] if date else value
        label = " ".join(mark["label"].lower().split())
        if label in words().reporter_labels or label in words().editor_labels:
            yield label, _weekday().sub("", value)


@functools.cache
def _labels() -> re.Pattern[str]:
    listed = alternatives((*words().reporter_labels, *words().editor_labels, *words().other_labels))
    return re.compile(rf"(?<![\w.])(?P<label>{listed})\s?[:|]\s?", re.I)


@functools.cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"[\s,|–-]*(?:{alternatives(words().weekdays)})\s?,?\s*$", re.I)


@functools.cache
def _reported() -> re.Pattern[str]:
    """Labels without a colon at the start of a line: "Laporan Wartawan Tribun Jambi, NAME", "Oleh NAME"."""
    return re.compile(
        r"^\W{0,3}(?:laporan\s(?:wartawan|reporter|jurnalis|kontributor)\b[^,:]{0,50}[,:]|laporan\s[\w.\s]{2,40},|(?:oleh|by)\s)"
        r"\s*(?P<name>[^|•\d]{3,60}?)\s*(?:[|•–—\d]|\s-\s|$)",
        re.I,
    )


def _with_outlet(lines: Sequence[Line], known: frozenset[str]) -> list[str]:
    """The name before the outlet's in a line of its own: "Boy Simamora - Kompas.com", "Ona Latupono, Kabar Lontar"."""
    for line in lines[:12]:
        for said in (" ".join(line), *(line if len(line) > 1 else ())):
            match = _AGENCY.match(said)
            if match and _is_site(match["site"], known):
                names = people(match["name"], known, strict=True)
                if names:
                    return names
    return []


def _is_site(said: str, known: frozenset[str]) -> bool:
    folded = fold(said)
    return bool(re.search(r"\w\.(?:com|id|net|co|org)\b", said)) or any(
        site in folded or (len(folded) > 4 and folded in site) for site in known if len(site) > 4
    )


def _beside_date(lines: Sequence[Line], known: frozenset[str]) -> list[str]:
    """The name in the line of the date, or just above it: a byline without a label."""
    for number, line in enumerate(lines[:12]):
        said = " ".join(line)
        date = next(find(said), None)
        if date is None:
            continue
        beside = [piece for piece in line if len(line) > 1 and next(find(piece), None) is None]
        rest = _weekday().sub("", said[: date.start])
        above = " ".join(lines[number - 1]) if number else ""
        for value in (*beside, rest, said[date.end :], above):
            names = people(value, known, strict=True) if len(value) <= 60 and ":" not in value else []
            if names and not any(name.casefold() in words().weekdays for name in names):
                return names[:3]
        return []
    return []


def _signed(markup: Markup, known: frozenset[str]) -> list[str]:
    """The names in elements that are marked as the author's."""
    for node in elements(_SIGNED, markup.tree, _ELEMENTS):
        if is_outside(node):
            continue
        name = next(iter(elements(_NAME, node, 1)), node)
        said = name.get("content") or printed(name)
        date = next(find(said), None)
        value = _weekday().sub("", said[: date.start] if date else said)
        names = people(value, known, strict=name is node and node.get("rel") != "author")
        if names and len(said) <= 120:
            return names[:4]
    return []
