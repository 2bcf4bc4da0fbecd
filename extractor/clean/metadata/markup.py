"""What of a page's markup can speak of it: meta tags, links, headings, times, marked properties, classes."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.elements import Elements
from extractor.clean.metadata.jsonld import Linked, linked, plain
from extractor.clean.metadata.lines import OUTSIDE, SILENT, Line, lines_above, lines_below, lines_of
from extractor.clean.metadata.words import words

_TIMES, _MARKED, _HEADINGS = 30, 60, 12
_MOST_MARKED = 400
_SCRIPT = 20_000  # characters of a script in which keys are looked for


class Markup:
    """The speaking parts of a page, each list as the page has it, bounded."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.tree = elements.tree
        self.headings = elements.tagged("h1")[:_HEADINGS]
        self.times = elements.tagged("time")[:_TIMES]
        self.abbreviations = elements.tagged("abbr")[:_TIMES]
        self.scripts: list[str] = []
        self._meta: dict[str, list[str]] = {}
        self._json: list[str] = []
        for node in elements.tagged("meta"):
            self._read_meta(node)
        for node in elements.tagged("script"):
            self._read_script(node)

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page says is its own."""
        links = (node for node, rel in self.elements.having("rel") if "canonical" in rel.lower().split())
        said = ((node.get("href") or "").strip() for node in links if node.tag == "link")
        return next(filter(None, said), None)

    @cached_property
    def title(self) -> str | None:
        """What the first title tag that says anything says."""
        said = (plain("".join(node.itertext())) for node in self.elements.tagged("title"))
        return next(filter(None, said), None)

    @property
    def meta(self) -> Mapping[str, list[str]]:
        """The contents of the meta tags by their names in lower case, in order."""
        return self._meta

    @cached_property
    def linked(self) -> Linked:
        """What the page's JSON-LD says."""
        return linked(self._json)

    @cached_property
    def feeding(self) -> list[str]:
        """The starts of the scripts that feed the page's statistics."""
        starts = (script[:_SCRIPT] for script in self.scripts)
        return [start for start in starts if "dataLayer" in start or "utag_data" in start]

    @cached_property
    def marked(self) -> dict[str, list[HtmlElement]]:
        """The elements of microdata and RDFa, by the property that they name, in lower case; meta tags by `meta`."""
        found: dict[str, list[HtmlElement]] = {}
        said = [node for node, _ in self.elements.having("property") if node.tag != "meta"]
        said = self.elements.in_body(said) + [node for node, _ in self.elements.having("itemprop")]
        for node in self.elements.in_order(said)[:_MOST_MARKED]:
            if node.tag == "meta" and node.get("property") is not None:
                continue
            for name in (node.get("itemprop") or node.get("property") or "").lower().split()[:4]:
                listed = found.setdefault(name.rpartition(":")[2], [])
                if len(listed) < _MARKED:
                    listed.append(node)
        return found

    def named(self, *marks: str, ids: bool = False) -> list[HtmlElement]:
        """The elements of the body whose class, or whose id too, holds one of the marks, in order of the page."""
        held = tuple(mark for mark in marks if mark in self.elements.names)
        said = self.elements.having("class") if held else []
        found = [node for node, value in said if any(mark in value for mark in held)]
        if ids and held:
            found += [node for node, value in self.elements.having("id") if any(mark in value for mark in held)]
            found = self.elements.in_order(found)
        return self.elements.in_body(found)

    def first(self, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The values of the named meta tags, by the order of the names, each with its name."""
        meta = self._meta
        for name in [name for name in names if name in meta]:
            for value in meta[name]:
                yield name, value

    def lines_below(self, heading: HtmlElement | None) -> list[Line]:
        """The lines printed below a heading, or from the body's start, to the first paragraph."""
        if heading is not None:
            return lines_below(heading)
        body = self.elements.body
        return lines_of(body, without=words().clock_classes) if body is not None else []

    @cached_property
    def top(self) -> list[Line]:
        """The lines at the page's start, clocks and all."""
        body = self.elements.body
        return lines_of(body) if body is not None else []

    def lines_above(self, heading: HtmlElement | None) -> list[Line]:
        """The short lines printed above a heading, the nearest first."""
        return lines_above(heading) if heading is not None else []

    def _read_meta(self, node: HtmlElement) -> None:
        content = node.get("content")
        if not content or content.isspace():
            return
        name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv")
        if name:
            listed = self._meta.setdefault(name.strip().lower(), [])
            if len(listed) < _MARKED:
                listed.append(plain(content))

    def _read_script(self, node: HtmlElement) -> None:
        text = node.text
        if not text:
            return
        if "ld+json" in (node.get("type") or "").lower():
            self._json.append(text)
        elif not node.get("src") and len(self.scripts) < _MARKED:
            self.scripts.append(text)


def elements(find: Callable[..., Any], node: HtmlElement, most: int) -> list[Any]:
    """What an XPath or a selector finds from an element on, at most so many."""
    return list(islice(find(node), most))


def printed(node: HtmlElement) -> str:
    """The words of an element on one line."""
    if next(node.iter(*SILENT), None) is not None:
        return plain(" ".join(_texts_in(node)))
    return plain(" ".join(node.itertext()) if len(node) else node.text or "")


def is_outside(node: HtmlElement) -> bool:
    """Whether an element stands in the page's navigation, sidebar or foot, where other stories are.

    The foot of an article is its own.
    """
    around = (box for box in node.iterancestors(*OUTSIDE) if box.tag != "footer" or not _is_articles(box))
    return next(around, None) is not None


def _is_articles(foot: HtmlElement) -> bool:
    return next(foot.iterancestors("article"), None) is not None


def names(node: HtmlElement) -> str:
    """The classes and the id of an element, in lower case."""
    return f"{node.get('class') or ''} {node.get('id') or ''}".lower()


def _texts_in(node: HtmlElement) -> Iterator[str]:
    """The texts of an element that holds silent ones."""
    silent = 0
    for event, inner in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        if event == "start":
            silent += inner.tag in SILENT
            if inner.text and not silent:
                yield inner.text
        else:
            if event == "end":
                silent -= inner.tag in SILENT
            if inner.tail and inner is not node and not silent:
                yield inner.tail
