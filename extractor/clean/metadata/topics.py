"""Section, language, summary, and whether a story was paid for."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.claims import Claim, Verdict, believe, fold
from extractor.clean.metadata.jsonld import Node, plain, text, types
from extractor.clean.metadata.lines import Line
from extractor.clean.metadata.markup import Markup, elements, is_outside, printed
from extractor.clean.metadata.signatures import field_sections, labelled_sections
from extractor.clean.metadata.words import words
from extractor.urls import url_parts

_CRUMBS: Callable[..., Any] = etree.XPath("descendant::*[self::a or self::li or self::span][not(*)]")
_LINK_TEXTS: Callable[..., Any] = etree.XPath("body/descendant::a/text()", smart_strings=False)
_ADDRESS = 300  # characters of an address that leads to a section
_KICKER, _WORDS, _NAME = 3, 5, 40  # words of a section's name, at most, and characters
_MENU = 200  # links whose texts may be a menu's
_PAID_TITLE = re.compile(r"[(\[]\s?([a-z ]{3,14})\s?[)\]]")


class Shown(NamedTuple):
    """Where the page prints its story: the heading, the lines above and below it, and the story's address."""

    heading: HtmlElement | None
    above: Sequence[Line]
    below: Sequence[Line]
    address: str | None


def section(
    markup: Markup, articles: Sequence[Node], title: str | None, sites: Iterable[str], shown: Shown
) -> Verdict:
    """The section that the story stands in, the narrowest of a breadcrumb; else what is printed above the heading."""
    known = {"", fold(title or ""), *map(fold, sites)} | _no_section()
    marked = [node for name in ("articlesection", "genre") for node in markup.marked.get(name, ())[:1]]
    said = [Claim(value, "open graph") for name, value in markup.first(words().keys["section"]) if ":section" in name]
    for node in articles[:1]:
        value = node.get("articleSection")
        listed = value if isinstance(value, list) else [value]
        said += [Claim(plain(entry), "json-ld") for entry in listed if isinstance(entry, str)]
    said += [Claim(name, "json-ld") for crumbs in markup.linked.breadcrumbs for name in reversed(crumbs)]
    said += [Claim(value, "meta") for name, value in markup.first(words().keys["section"]) if ":section" not in name]
    said += [Claim(node.get("content") or printed(node), "microdata") for node in marked]
    if not said:
        crumbs_shown = [printed(node) for box in _crumbs(markup) for node in elements(_CRUMBS, box, 12) or [box]]
        said += [Claim(name, "breadcrumb") for name in reversed(crumbs_shown)]
    if all(fold(claim.value) in known for claim in said):
        said += _printed_sections(markup, shown)
    claims = [claim for claim in said if fold(claim.value) not in known and len(claim.value) <= 60]
    return believe(claim for claim in claims if not _is_title(claim.value, title))


@functools.cache
def _no_section() -> frozenset[str]:
    return frozenset(map(fold, words().no_section))


def _crumbs(markup: Markup) -> Iterable[HtmlElement]:
    """The first box of a breadcrumb."""
    return islice(markup.named("crumb", "breadcumb", ids=True), 1)


def _printed_sections(markup: Markup, shown: Shown) -> Iterator[Claim]:
    """What names a section where no data does: WordPress's links to categories, a line above the heading or a part of
    the address that a link of the menu bears, an element that is named for it just above the heading.
    """
    rels = markup.elements.having("rel")
    for node in islice((node for node, rel in rels if node.tag == "a" and "category" in rel), 8):
        if not is_outside(node):
            yield Claim(printed(node), "category link")
            return
    texts = islice(filter(None, map(str.strip, _LINK_TEXTS(markup.tree))), _MENU)
    menu = {fold(text): text for text in texts if len(text) <= _NAME}
    for line in shown.above[:3]:
        if fold(line.text) in menu and line.text.count(" ") < _WORDS:
            yield Claim(line.text, "kicker")
    for node in _around(shown.heading):
        yield Claim(printed(node), "kicker")
    yield from (Claim(name, "byline") for name in (*labelled_sections(shown.below), *field_sections(markup)))
    for line in shown.above[:1]:
        listed = line.text.casefold().split()
        if len(listed) <= _KICKER and line.text[:1].isupper() and not words().section_words.isdisjoint(listed):
            yield Claim(line.text, "kicker")
    parts = url_parts(shown.address).path.casefold().split("/")[1:-1]
    for part in reversed(parts[:2]):  # the narrower one, as in a breadcrumb
        if part not in words().no_path and len(part) > 2 and fold(part) in menu:
            yield Claim(menu[fold(part)], "url")


def _around(heading: HtmlElement | None) -> Iterator[HtmlElement]:
    """The elements just before or in the box of the heading whose class is a section's, or that lead to one."""
    for node in islice(heading.itersiblings(preceding=True), 3) if heading is not None else ():
        for inner in islice(node.iter("a", "span", "div", "p"), 6):
            marks = set(re.split(r"[\s_-]+", (inner.get("class") or "").lower()))
            marks.update((inner.get("href") or "")[:_ADDRESS].lower().split("/")[1:])
            if not marks.isdisjoint(words().section_classes) and 0 < len(printed(inner)) <= _NAME:
                yield inner
                return


def _is_title(value: str, title: str | None) -> bool:
    return bool(title) and len(value) > 20 and fold(value)[:30] == fold(title or "")[:30]


def language(markup: Markup, articles: Sequence[Node]) -> Verdict:
    """The language that the page declares. Themes declare English until somebody changes it: another one beats it."""
    root = markup.tree.getroottree().getroot()
    said = [
        *((text(node, "inLanguage"), "json-ld") for node in (*articles[:1], *markup.linked.pages[:1])),
        *((value, "open graph") for _, value in markup.first(("og:locale",))),
        (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"), "html"),
        *((value, "meta") for _, value in markup.first(("language", "content-language", "dc.language", "inlanguage"))),
    ]
    claims = [Claim(code, origin) for value, origin in said if value and (code := _code(value))]
    return believe(claims, next((claim for claim in claims if claim.value != "en"), None))


def _code(value: str) -> str | None:
    """The code of a language: "id" of "id-ID", "In-Id", "Indonesian"."""
    folded = value.strip().casefold().split(",")[0].strip()
    named = words().languages.get(folded)
    code = re.split(r"[-_]", folded)[0]
    return named or words().languages.get(code) or (code if re.fullmatch("[a-z]{2,3}", code) else None)


def description(markup: Markup, articles: Sequence[Node]) -> Verdict:
    """The page's summary of the story."""
    said = [
        Claim(value, "open graph" if name.startswith("og:") else "meta")
        for name, value in markup.first(words().keys["description"])
    ]
    said += [Claim(value, "json-ld") for node in articles[:1] if (value := text(node, "description"))]
    return believe(said)


def is_paid(
    articles: Iterable[Node], shown: Iterable[str | None], near: Iterable[Line], title: str | None, url: str | None
) -> Verdict:
    """Whether somebody paid for it: its JSON-LD type, a label as section, tag, near the heading, or in its address."""
    claims = [Claim(kind, "json-ld") for node in articles for kind in types(node) if kind in words().paid_types]
    claims += [Claim(value, "section") for value in shown if value and value.casefold().strip("# ") in words().paid]
    labels = (piece for line in near for piece in (*line.pieces, line.text))
    printed_labels = words().paid - words().paid_slots
    claims += [Claim(label, "byline") for label in labels if label.casefold().strip(" #[]()-–:.*") in printed_labels]
    bracketed = _PAID_TITLE.findall((title or "").casefold())
    claims += [Claim(mark, "title") for mark in bracketed if mark.strip() in words().paid_titles]
    parts = url_parts(url).path.casefold().split("/")[1:-1]
    claims += [Claim(part, "url") for part in parts if part.replace("-", " ") in words().paid]
    return believe(claims)
