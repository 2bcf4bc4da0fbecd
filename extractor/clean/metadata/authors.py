"""Who wrote a story: "Penulis: NAME", "Laporan Wartawan Tribun Jambi, NAME", JSON-LD's author, meta tags.

A reporter named in print is believed first, for systems often name who typed a story in, then JSON-LD, then meta tags.
An editor ("Editor:", "Red:") is believed where nobody else is named. Several authors are joined by commas.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from lxml import etree

from extractor.clean.metadata.boxes import is_in_comments
from extractor.clean.metadata.claims import Claim, Verdict, believe, fold
from extractor.clean.metadata.credits import Credits, credits_of, without_weekday
from extractor.clean.metadata.dating import in_scripts
from extractor.clean.metadata.jsonld import Linked, Node
from extractor.clean.metadata.lines import Line
from extractor.clean.metadata.markup import Markup, elements, is_outside, printed
from extractor.clean.metadata.moments import find
from extractor.clean.metadata.people import people, same
from extractor.clean.metadata.words import alternatives, words
from extractor.gazetteer import gazetteer

_SIGNED = ("author", "byline", "penulis", "reporter")  # in a class
_NAME = etree.XPath(".//*[@itemprop='name' or @rel='author']")
_ELEMENTS = 12
_LEVELS = ("province", "regency", "city", "district")
_DIVIDES = re.compile(r"[-–|,]")
_AGENCY = re.compile(r"^(?P<name>[^-–|,]{3,60}?)\s*(?:[-–|,]\s*)(?P<site>[\w .]{3,40})$")


def author(
    markup: Markup, articles: Sequence[Node], lines: Sequence[Line], sites: Iterable[str], selected: Iterable[str]
) -> Verdict:
    """The persons who wrote the story; None where only an outlet or nobody is named."""
    known = frozenset(filter(None, map(fold, sites)))
    credits_ = credits_of(markup, lines, known)
    surer = [
        (credits_.reporters, "byline"),
        *((people(value, known), "layout") for value in selected),
        *((_linked(markup.linked, node, known), "json-ld") for node in articles[:1]),
        (_with_outlet(lines, known), "byline"),
        *((people(value, known), "meta") for value in _meta(markup)),
    ]
    is_told = any(listed and not _is_only_editor(listed, credits_) for listed, _ in surer)
    others = [
        ([] if is_told else _signed(markup, known), "microdata"),  # the slowest search of all
        *((people(value, known), "dataLayer") for value in islice(in_scripts(markup, "scripts_author"), 2)),
        (_beside_date(lines, known), "byline"),
        (credits_.editors, "byline"),
    ]
    named = [(listed, origin) for listed, origin in (*surer, *others) if listed]
    if not named:
        return Verdict(None)
    chosen, _ = next((pair for pair in named if not _is_only_editor(pair[0], credits_)), named[0])
    claims = [Claim(", ".join(listed), origin) for listed, origin in named]
    believed = next(claim for claim, (listed, _) in zip(claims, named, strict=True) if listed is chosen)
    return believe(claims, believed, conflict=_is_disputed(chosen, named, credits_))


def _is_only_editor(listed: Sequence[str], credits_: Credits) -> bool:
    return bool(credits_.editors) and same(listed, credits_.editors) and not same(listed, credits_.reporters)


def _is_disputed(chosen: Sequence[str], named: Sequence[tuple[Sequence[str], str]], credits_: Credits) -> bool:
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


def _with_outlet(lines: Sequence[Line], known: frozenset[str]) -> list[str]:
    """The name before the outlet's in a line of its own: "Boy Simamora - Kompas.com", "Ona Latupono, Kabar Lontar"."""
    for line in lines[:12]:
        for said in (line.text, *(line.pieces if len(line.pieces) > 1 else ())):
            match = _AGENCY.match(said) if _DIVIDES.search(said) else None
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
        said = line.text
        date = next(find(said), None) if line.dated else None
        if date is None:
            continue
        beside = [piece for piece in line.pieces if len(line.pieces) > 1 and next(find(piece), None) is None]
        rest = without_weekday(said[: date.start])
        above = lines[number - 1].text if number else ""
        for value in (*beside, rest, said[date.end :], above):
            names = people(value, known, strict=True) if len(value) <= 60 and ":" not in value else []
            if names and not any(map(_is_place, names)):
                return names[:3]
        return []
    return []


def _is_place(name: str) -> bool:
    """Whether a region bears the name; villages, of which there are eighty thousand, bear those of people too."""
    return any(gazetteer().named(name, level=level) for level in _LEVELS)


@cache
def _published_label() -> re.Pattern[str]:
    """The label of a date at the end of what stands before it."""
    listed = (*words().published_labels, *words().day_labels)
    return re.compile(rf"(?:^|\s)(?:{alternatives(listed)})\s?:?\s*$", re.IGNORECASE)


def _signed(markup: Markup, known: frozenset[str]) -> list[str]:
    """The names in elements that are marked as the author's."""
    page = markup.elements
    marked = [node for name in ("rel", "itemprop") for node, value in page.having(name) if value == "author"]
    for node in page.in_order([*markup.named(*_SIGNED), *marked])[:_ELEMENTS]:
        if is_outside(node) or is_in_comments(node):
            continue
        name = next(iter(elements(_NAME, node, 1)), node)
        said = name.get("content") or printed(name)
        date = next(find(said), None)
        value = _published_label().sub("", without_weekday(said[: date.start])) if date else said
        names = people(value, known, strict=name is node and node.get("rel") != "author")
        if names and len(said) <= 120:
            return names[:4]
    return []
