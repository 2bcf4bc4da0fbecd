"""What of a page's markup can speak of it: meta tags, links, headings, times, marked properties, classes.

One pass of lxml over the elements that matter. What is asked by attribute is asked by paths that end in attributes:
they are ten times as fast as elements with conditions on them, and as a walk in Python.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.jsonld import Linked, linked, plain
from extractor.clean.metadata.lines import OUTSIDE, SILENT, Line, lines_above, lines_below, lines_of
from extractor.clean.metadata.words import words

_TIMES, _MARKED, _HEADINGS = 30, 60, 12
_MOST_MARKED = 400
_SCRIPT = 20_000  # characters of a script in which keys are looked for
_MARKED_UP: Callable[..., Any] = etree.XPath("descendant::*/@itemprop/.. | body/descendant::*/@property/..")
_NAMES: Callable[..., Any] = etree.XPath(
    "descendant-or-self::*/@class | descendant-or-self::*/@id", smart_strings=False
)
_TEXTS: Callable[..., Any] = etree.XPath("body/descendant::text()", smart_strings=False)
_SPEAKING = ("meta", "link", "script", "title", "time", "h1", "abbr")


class Markup:
    """The speaking parts of a page's tree, each list as the page has it, bounded."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self.headings: list[HtmlElement] = []
        self.times: list[HtmlElement] = []
        self.abbreviations: list[HtmlElement] = []
        self.scripts: list[str] = []
        self.canonical: str | None = None
        self.title: str | None = None
        self._meta: dict[str, list[str]] = {}
        self._json: list[str] = []
        read = {
            "meta": self._read_meta, "link": self._read_link, "script": self._read_script, "title": self._read_title,
        }  # fmt: skip
        kept = {"time": (self.times, _TIMES), "h1": (self.headings, _HEADINGS), "abbr": (self.abbreviations, _TIMES)}
        for node in tree.iter(*_SPEAKING):
            name = node.tag
            if name in read:
                read[name](node)
            elif len(kept[name][0]) < kept[name][1]:
                kept[name][0].append(node)

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
        for node in elements(_MARKED_UP, self.tree, _MOST_MARKED):
            if node.tag == "meta" and node.get("property") is not None:
                continue
            for name in (node.get("itemprop") or node.get("property") or "").lower().split()[:4]:
                listed = found.setdefault(name.rpartition(":")[2], [])
                if len(listed) < _MARKED:
                    listed.append(node)
        return found

    @cached_property
    def names(self) -> str:
        """All classes and ids of the page, to see which words are none of them."""
        return "\n".join(set(_NAMES(self.tree)))

    def named(self, *marks: str, ids: bool = False, also: tuple[str, ...] = ()) -> Iterator[HtmlElement]:
        """The elements of the body whose class, or whose id too, holds one of the marks, and those that attributes
        give whose paths are in `also`, in order of the page.
        """
        held = tuple(mark for mark in marks if mark in self.names)
        if held or also:
            yield from _holding(held, ids, also)(self.tree)

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
        body = self.tree.find("body")
        return lines_of(body, without=words().clock_classes) if body is not None else []

    @cached_property
    def texts(self) -> list[str]:
        """All texts of the body, in order."""
        found: list[str] = _TEXTS(self.tree)
        return found

    @cached_property
    def top(self) -> list[Line]:
        """The lines at the page's start, clocks and all."""
        body = self.tree.find("body")
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

    def _read_link(self, node: HtmlElement) -> None:
        if self.canonical is None and "canonical" in (node.get("rel") or "").lower().split():
            self.canonical = (node.get("href") or "").strip() or None

    def _read_script(self, node: HtmlElement) -> None:
        text = node.text
        if not text:
            return
        if "ld+json" in (node.get("type") or "").lower():
            self._json.append(text)
        elif not node.get("src") and len(self.scripts) < _MARKED:
            self.scripts.append(text)

    def _read_title(self, node: HtmlElement) -> None:
        if self.title is None:
            self.title = plain("".join(node.itertext())) or None


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


@lru_cache(maxsize=64)
def _holding(marks: tuple[str, ...], ids: bool, also: tuple[str, ...]) -> Callable[..., Any]:
    """The path of elements whose class holds one of the marks; the marks are the program's own."""
    holds = " or ".join(f"contains(., '{mark}')" for mark in marks)
    named = [f"body/descendant::*/@{name}[{holds}]" for name in ("class", *(["id"] if ids else []))] if marks else []
    return etree.XPath(" | ".join(f"{path}/.." for path in (*named, *also)))
