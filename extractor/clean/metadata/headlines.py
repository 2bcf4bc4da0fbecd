"""The element that prints a story's title: the heading that what the page says elsewhere knows."""

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from extractor.clean.metadata import bylines
from extractor.clean.metadata.claims import Claim, fold
from extractor.clean.metadata.lines import opening
from extractor.clean.metadata.markup import Markup, is_outside, names, printed
from extractor.urls import url_parts

DIVIDER = re.compile(r"\s+[-–—|»«›‹•·~:]{1,2}\s+|\s*\|\s*|\s+::\s+")
"""What stands between a title and a site's name, or between two parts of a title."""
LARGE = "font"
"""The origin of a title that a page of the nineties prints in larger letters than its story."""
_WORD = re.compile(r"\w+")
_CUT = re.compile(r"\s*(?:\.{2,3}|…)$")
_LONGEST, _SECTION = 400, 2  # characters of a title, and words of a heading that may name a section
_SLUG, _HEADINGS = 3, 40  # words that a heading shares with an address, and headings that are compared with it
_BYLINES, _OPENING, _PARAGRAPH = 4, 12, 160  # lines with the day, with the paragraph, and characters of that one
_LETTERS = ("font", "b", "strong", "big")  # elements that say how letters look
_MOST_LETTERS = 200
_SIZES = frozenset(("+1", "+2", "+3", "4", "5", "6", "7"))  # sizes of letters that are larger than a text's
_AGREE = 0.6  # share of the words of the shorter of two titles that the other has
Headings = Sequence[tuple[HtmlElement, Claim]]


def headline(markup: Markup, headings: Headings, said: Sequence[Claim]) -> tuple[HtmlElement | None, Claim | None]:
    """The element with the story's title, and the title; `said` is what other sources call it.

    An h1 that another source has, word for word or nearly; an element below it in rank that has it word for word; a
    lone h1.
    """
    own = [(node, claim) for node, claim in headings if len(claim.value) <= _LONGEST]
    for exact in (True, False):
        for node, claim in own:
            if any(_is_same(claim.value, other.value, exact=exact) for other in said):
                return node, claim
    element, shown = _elsewhere(markup, said)
    if shown is not None:
        return element, shown
    alone = [(node, claim) for node, claim in own if not is_outside(node) and len(title_words(claim.value)) > _SECTION]
    if len(alone) == 1 or (alone and not said):
        return alone[0]
    return None, None


def addressed(markup: Markup, slugs: Iterable[set[str]]) -> tuple[HtmlElement | None, Claim | None]:
    """The heading that has most words of the page's address, and three at least; links are other stories'."""
    best: tuple[int, HtmlElement | None, Claim | None] = (_SLUG - 1, None, None)
    for node in islice(markup.tree.iter("h1", "h2", "h3", "h4"), _HEADINGS):
        value = clean(printed(node))
        shared = max((len(slug & set(title_words(value))) for slug in slugs), default=0)
        if shared > best[0] and len(value) <= _LONGEST and not _is_link(node) and not is_outside(node):
            best = (shared, node, Claim(value, node.tag))
    return best[1], best[2]


def is_addressed(value: str, slugs: Iterable[set[str]]) -> bool:
    """Whether a title has three words at least of one of the page's addresses."""
    return any(len(slug.intersection(title_words(value))) >= _SLUG for slug in slugs)


def slugs_of(addresses: Iterable[str]) -> list[set[str]]:
    """The words at the ends of addresses; of one that ends with less than three words it is left out."""
    ends = dict.fromkeys(url_parts(address).path.casefold().rpartition("/")[2] for address in addresses)
    slugs = (set(_WORD.findall(end.replace("_", " "))) for end in ends)
    return [slug for slug in slugs if len(slug) >= _SLUG]


def leading(markup: Markup, sites: Container[str], *, dated: bool) -> tuple[HtmlElement | None, Claim | None]:
    """The heading with a paragraph below it and no other heading between; `sites` are outlets' names.

    For pages whose source names the site alone. Links are other stories'. Where `dated`, a day stands below it too;
    else an element that is named for a title is one. A page without either prints it in large letters.
    """
    headings = [node for tag in ("h1", "h2", "h3", "h4") for node in markup.elements.tagged(tag)]
    named = [] if dated else [node for node in markup.named("judul", "title") if len(node) <= 1]
    nodes = markup.elements.in_order([*headings, *named] or _large(markup))[:_HEADINGS]
    read = [(node, clean(printed(node))) for node in nodes]
    titles = {value for _, value in read if value}
    for node, value in read:
        if len(title_words(value)) <= _SECTION or len(value) > _LONGEST or fold(value) in sites or _is_link(node):
            continue
        if is_outside(node) or (dated and not bylines.dates(markup.lines_below(node)[:_BYLINES])[0]):
            continue
        behind = opening(node, None, _OPENING)
        if titles.isdisjoint(behind) and any(len(said) > _PARAGRAPH for said in behind):
            return node, Claim(value, node.tag)
    return None, None


def is_over_story(heading: HtmlElement) -> bool:
    """Whether a paragraph is printed below a heading before many other lines."""
    return any(len(said) > _PARAGRAPH for said in opening(heading, None, _OPENING))


def _large(markup: Markup) -> list[HtmlElement]:
    """The elements that print large letters, in a page of the nineties."""
    return [node for node in markup.elements.tagged(LARGE)[:_MOST_LETTERS] if (node.get("size") or "") in _SIZES]


def _is_link(node: HtmlElement) -> bool:
    return node.find(".//a") is not None or next(node.iterancestors("a"), None) is not None


def agree(one: str, other: str) -> bool:
    """Whether two titles are of one story: most words of the shorter stand in the other."""
    first, second = set(title_words(one)), set(title_words(other))
    if not first or not second:
        return fold(one) == fold(other)
    return len(first & second) >= _AGREE * min(len(first), len(second))


def clean(value: str) -> str:
    """A title on one line without marks that nobody sees."""
    return " ".join(value.replace("\u200b", "").replace("\ufeff", "").split())


@lru_cache(maxsize=64)  # a page's own few titles, compared with each other
def title_words(value: str) -> tuple[str, ...]:
    """The words of a title, without case."""
    return tuple(_WORD.findall(value.casefold()))


def _is_same(heading: str, other: str, *, exact: bool) -> bool:
    """Whether a heading is another source's title: no section's name, and no site's that stands in it."""
    if exact:
        return fold(heading) == fold(other)
    own, others = len(title_words(heading)), len(title_words(other))
    return agree(heading, other) and (own > _SECTION or others <= _SECTION) and 2 * own >= others


def _elsewhere(markup: Markup, said: Sequence[Claim]) -> tuple[HtmlElement | None, Claim | None]:
    """The element that prints the title where no h1 does: an h2 or h3, or an element that is named for it."""
    titles = [_CUT.sub("", claim.value) for claim in said if len(title_words(claim.value)) > _SECTION]
    wanted = {fold(title) for title in titles}
    if not wanted:
        return None, None
    for node in markup.tree.iter("h2", "h3", "div", "span", "strong"):
        is_heading = node.tag in ("h2", "h3")
        if (is_heading or "title" in names(node) or "judul" in names(node)) and len(node) <= 8:
            value = clean(printed(node))
            if len(value) <= _LONGEST and _prints(value, wanted):
                return node, Claim(value, node.tag if is_heading else "heading")
    is_old = next(markup.tree.iter("h1", "h2"), None) is None
    return _presented(markup, titles) if is_old else (None, None)


def _presented(markup: Markup, titles: Sequence[str]) -> tuple[HtmlElement | None, Claim | None]:
    """The element that prints a title in a page of the nineties, in large or bold letters.

    Where the site's name stands beside it in the title tag ("Harian Lontar - Judul"), each may be printed so: the
    longer one is the title.
    """
    parts = {fold(part): len(title_words(part)) for title in titles for part in (title, *DIVIDER.split(title))}
    best: tuple[int, HtmlElement | None, Claim | None] = (_SECTION, None, None)
    for node in islice(markup.tree.iter(*_LETTERS), _MOST_LETTERS):
        if _is_link(node) or is_outside(node):
            continue
        value = clean(printed(node))
        size = parts.get(fold(value), 0) if len(value) <= _LONGEST else 0
        if size > best[0]:
            best = (size, node, Claim(value, "heading"))
    return best[1], best[2]


def _prints(value: str, wanted: set[str]) -> bool:
    """Whether a text is one of the titles, or most of one that has the outlet before or behind it."""
    folded = fold(value)
    if folded in wanted:
        return True
    if len(title_words(value)) <= _SECTION + 1:
        return False
    whole = [title for title in wanted if 2 * len(folded) > len(title)]
    return any(title.endswith(folded) or title.startswith(folded) for title in whole)
