"""The generic readings: trafilatura in its precision mode, and readability-lxml.

They say which text is story; the lines are written by our own rendering, so that lists, tables and line ends stay.
"""

import functools
import logging
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.drafts import Draft
from extractor.clean.reading.alignment import aligned, kept_lines, shares_of
from extractor.clean.reading.candidates import Candidate, rendered
from extractor.clean.reading.surroundings import home_of

_ELEMENTS = 60_000  # more are no article's page; trafilatura would take minutes
_UNCLEAN = ("aside", "figure", "footer", "iframe", "nav", "noscript", "form", "button", "time", "label", "fieldset")
_SHORT = 250  # letters: where trafilatura itself asks readability and jusText
_LONGER = 1.6  # times the words: what another reading has more makes trafilatura's second opinion worth its time
_HALVES = 10_000  # texts that stand elsewhere in the page may be looked for in the story
_BLOCKS = ("p", "head", "item", "row", "quote", "code", "lb", "list", "table", "div", "li", "tr", "pre")


@functools.cache
def _trafilatura() -> Any:
    """The call of trafilatura, its log silent; its settings are the ones that it ships, nobody's own."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return bare_extraction


def is_too_large(tree: HtmlElement) -> bool:
    """Whether a page has more elements than the generic readings can go through in seconds."""
    count = tree.xpath("count(//*)")
    return isinstance(count, float) and count > _ELEMENTS


def by_trafilatura(tree: HtmlElement, other: Candidate, title: str | None) -> Candidate | None:
    """The reading by trafilatura; None where it finds nothing.

    Its fast mode first: only what that leaves short, unclean or far behind the `other` reading is worth the opinions
    of readability and jusText, for which trafilatura takes as long again.
    """
    body = _body(tree, fast=True)
    if body is None or _is_doubtful(body, other):
        body = _body(tree, fast=False)
    blocks = _blocks(body) if body is not None else []
    if not blocks:
        return None
    near = Candidate("trafilatura", other.draft, other.lines, other.elements)
    shares = shares_of(near, blocks, misses=0)
    if shares is None:
        page = rendered("trafilatura", _page(tree), title=title)
        shares = shares_of(page, blocks)
        if shares is not None and not (kept := kept_lines(page, shares)):
            return None  # nothing but cards and boxes
        if shares is not None:
            near = rendered("trafilatura", home_of(kept, other.elements), title=title)
            shares = shares_of(near, blocks, misses=len(blocks) + _HALVES)
    found = aligned(near, shares) if shares is not None else None
    if found is not None:
        return found
    return Candidate("trafilatura", Draft("\n\n".join(blocks)))


def _body(tree: HtmlElement, *, fast: bool) -> etree._Element | None:
    found = _trafilatura()(tree, favor_precision=True, include_comments=False, with_metadata=False, fast=fast)
    body: etree._Element | None = found.body if found is not None else None
    return body if body is not None and _text(body).strip() else None


def _text(body: etree._Element) -> str:
    return " ".join(str(text) for text in body.itertext())


def _is_doubtful(body: etree._Element, other: Candidate) -> bool:
    text = _text(body)
    if len(text) < _SHORT or next(body.iter(*_UNCLEAN), None) is not None:
        return True
    paragraphs, tables = sum(1 for _ in body.iter("p")), sum(1 for _ in body.iter("table"))
    return not paragraphs or tables > paragraphs or other.size > _LONGER * len(text.split())


def _blocks(body: etree._Element) -> list[str]:
    """The texts of trafilatura's body, one a paragraph, heading, item or row."""
    blocks, words = list[str](), list[str]()

    def ends() -> None:
        text = " ".join("".join(words).replace("\u00ad", "").split())
        if text:
            blocks.append(text)
        words.clear()

    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag in _BLOCKS:
            ends()
        elif node.tag == "cell":
            words.append(" ")
        if event == "start" and node.text:
            words.append(node.text)
        elif event == "end" and node.tail:
            words.append(node.tail)
    ends()
    return blocks


def by_readability(tree: HtmlElement, title: str | None) -> Candidate | None:
    """The reading by readability-lxml; None where it finds nothing."""
    from readability import Document  # type: ignore[import-untyped]
    from readability.readability import Unparseable  # type: ignore[import-untyped]

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    source = etree.tostring(tree, encoding="unicode", method="html")
    try:
        summary = Document(source).summary(html_partial=True)
    except Unparseable:
        return None
    from extractor.clean.tree import parse

    found = rendered("readability", _page(parse(summary)), title=title)
    return found if found.size else None


def _page(tree: HtmlElement) -> tuple[HtmlElement, ...]:
    body = tree.find("body")
    return (tree if body is None else body,)
