"""The reading by an outlet's or a page system's own layouts: CSS selectors that say where the story stands.

The story's element is looked for by lxml in the whole page, for BeautifulSoup takes as long to parse a page as
trafilatura to read it. What a layout drops inside that element, some thirty elements of a page's thousand, is found by
a look at each where a selector asks for nothing but its tag, classes and id; else by BeautifulSoup, so that a layout
may say all that its selectors can: `p:has(> strong)`, `p:-soup-contains("Baca juga")`. The soup is made of lxml's
elements as they are, not parsed again, and each is found back.
"""

import enum
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.elements import Elements
from extractor.clean.reading.candidates import Candidate, rendered

if TYPE_CHECKING:
    from extractor.outlets import Layout

_PLAIN = re.compile(r"([a-z][a-z0-9-]*)?((?:[.#][A-Za-z_][\w-]*)*)", re.ASCII)
"""A selector that asks for nothing but an element's own tag, classes and id."""
_ENOUGH = 15  # words: what a selector finds is at least a short story
_UNSURE = re.compile(r"\[[^\]]*\]|::?[a-z-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?")
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_VALUE = re.compile(r"\[(?:class|id)[*^$~|]?=[\"']?([\w-]+)[\"']?\]")
_TAG = re.compile(r"(?<![\w.#-])([a-z][a-z0-9-]*)")


class _Side(enum.Enum):
    """Which tag of an element it is."""

    START = 0
    END = 1


_START, _END = _Side.START, _Side.END


def by_layouts(
    elements: Elements, layouts: Iterable["Layout"], title: str | None
) -> "tuple[Candidate, Layout, str] | None":
    """The first layout of which a selector finds a story, what it finds, and that selector."""
    for layout in layouts:
        for selector in layout.story:
            found = _outermost(elements.selected(selector))
            if not found:
                continue
            read = rendered("layout", found, dropped(found, layout.drop), title)
            if read.size >= _ENOUGH:
                return read, layout, selector
    return None


@functools.lru_cache(maxsize=4_000)
def _marks(selector: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of classes and ids, and the tags, without which a selector finds nothing; none of one with a comma."""
    if "," in selector or "\\" in selector:
        return (), ()
    bare, values = _UNSURE.sub(" ", selector), _VALUE.findall(selector) if ":" not in selector else ()
    return (*_NAME.findall(bare), *values), tuple(f"<{tag}" for tag in _TAG.findall(_NAME.sub("", bare)))


class _Plain(NamedTuple):
    """Plain selectors: tags alone, and tag, classes and id of the others by the first of their classes or ids."""

    tags: frozenset[str]
    named: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]]

    def finds(self, node: HtmlElement) -> bool:
        """Whether one of them finds an element."""
        if node.tag in self.tags:
            return True
        classes, own = node.get("class"), node.get("id")
        if not classes and not own:
            return False
        said = (classes or "").split()
        for name in (*said, f"#{own}"):
            for tag, wanted, ids in self.named.get(name, ()):
                if tag in ("", node.tag) and wanted.issubset(said) and ids <= {own}:
                    return True
        return False


@functools.lru_cache(maxsize=1_000)
def _parted(selectors: tuple[str, ...]) -> tuple[_Plain, tuple[str, ...]]:
    """The plain ones of some selectors, and the others."""
    tags, named, others = set[str](), defaultdict[str, list[tuple[str, frozenset[str], frozenset[str]]]](list), []
    for selector in selectors:
        plain = _PLAIN.fullmatch(selector)
        names = re.findall(r"[.#][^.#]+", plain[2]) if plain else []
        if not plain:
            others.append(selector)
        elif not names:
            tags.add(selector)
        else:
            classes = frozenset(name[1:] for name in names if name[0] == ".")
            ids = frozenset(name[1:] for name in names if name[0] == "#")
            named[names[0].removeprefix(".")].append((plain[1] or "", classes, ids))
    return _Plain(frozenset(tags), dict(named)), tuple(others)


def dropped(elements: Iterable[HtmlElement], selectors: tuple[str, ...]) -> frozenset[HtmlElement]:
    """What a layout's selectors find inside a story's elements; a soup is made only where one of them may."""
    found = set[HtmlElement]()
    plain, others = _parted(selectors)
    for element in elements if selectors else ():
        found.update(node for node in element.iter() if plain.finds(node))
        source = etree.tostring(element, encoding="unicode", method="html", with_tail=False) if others else ""
        may_find = [selector for selector in others if all(mark in source for mark in sum(_marks(selector), ()))]
        if may_find:
            found |= _found_in_soup(element, may_find)
    return frozenset(found)


def _found_in_soup(element: HtmlElement, selectors: list[str]) -> set[HtmlElement]:
    """The elements below one that BeautifulSoup finds by some selectors."""
    from bs4 import BeautifulSoup

    soup, nodes = BeautifulSoup("", "lxml"), dict[int, HtmlElement]()
    for node, said in _with_text(element):
        if said is _START:
            nodes[id(soup.handle_starttag(str(node.tag), None, None, dict(node.attrib)))] = node
        elif said is _END:
            soup.handle_endtag(str(node.tag))
        else:
            soup.handle_data(str(said))
    soup.endData()
    return {nodes[id(tag)] for tag in soup.select(", ".join(selectors))}


def _with_text(element: HtmlElement) -> Iterator[tuple[HtmlElement, "str | _Side"]]:
    """An element and all in it as they open and close, and the texts between."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        yield node, _START if event == "start" else _END
        text = node.text if event == "start" else node.tail if node is not element else None
        if text:
            yield node, text


def _outermost(found: list[HtmlElement]) -> tuple[HtmlElement, ...]:
    """The elements in order, without those inside another; all of one parent, for other parents hold other stories."""
    if len(found) < 2:
        return tuple(found)
    first = found[0]
    return tuple(node for node in found if node is first or node.getparent() is first.getparent())
