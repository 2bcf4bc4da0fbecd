"""What of a page's markup can speak of it: meta tags, links, headings, times, marked properties, and the lines printed.

One pass of lxml over the elements that matter; the lines printed round the heading are walked only as far as they go.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice, takewhile
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.metadata.jsonld import Linked, linked, plain

_SILENT = frozenset("script style noscript template svg select option button textarea iframe".split())
_OUTSIDE = frozenset("nav aside footer".split())
_LINES, _LINE = 60, 240  # printed lines below the heading, and how long one of them may be
_BLOCK = frozenset(
    "p div li ul ol dl dd dt section article header footer h1 h2 h3 h4 h5 h6 table tr td th br hr figure main aside "
    "nav form blockquote figcaption center".split()
)
_MENU = 4  # links: a box above the heading that holds more is a menu
_TIMES, _MARKED, _HEADINGS = 30, 60, 12
_MARKED_UP = etree.XPath("//*[@itemprop or @property][not(self::meta[@property])]")

Line = tuple[str, ...]
"""A printed line, as the pieces of text that its inline elements make of it."""


class Markup:
    """The speaking parts of a page's tree, each list as the page has it, bounded."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self.headings: list[HtmlElement] = []
        self.times: list[HtmlElement] = []
        self.scripts: list[str] = []
        self.canonical: str | None = None
        self.title: str | None = None
        self._meta: dict[str, list[str]] = {}
        self._json: list[str] = []
        read = {"meta": self._read_meta, "link": self._read_link, "script": self._read_script}
        for node in tree.iter("meta", "link", "script", "title", "time", "h1"):
            name = node.tag
            if name in read:
                read[name](node)
            elif name == "title":
                self._read_title(node)
            elif name == "time":
                self.times.append(node)
            elif len(self.headings) < _HEADINGS:
                self.headings.append(node)
        self.times = self.times[:_TIMES]

    @property
    def meta(self) -> Mapping[str, list[str]]:
        """The contents of the meta tags by their names in lower case, in order."""
        return self._meta

    @cached_property
    def linked(self) -> Linked:
        """What the page's JSON-LD says."""
        return linked(self._json)

    @cached_property
    def marked(self) -> dict[str, list[HtmlElement]]:
        """The elements of microdata and RDFa outside the head, by the property that they name, in lower case."""
        found: dict[str, list[HtmlElement]] = {}
        for node in elements(_MARKED_UP, self.tree, 400):
            for name in (node.get("itemprop") or node.get("property") or "").lower().split()[:4]:
                listed = found.setdefault(name.rpartition(":")[2], [])
                if len(listed) < _MARKED:
                    listed.append(node)
        return found

    def first(self, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The values of the named meta tags, by the order of the names, each with its name."""
        for name in names:
            for value in self._meta.get(name, ()):
                yield name, value

    def lines_below(self, heading: HtmlElement | None) -> list[Line]:
        """The lines printed below a heading, or from the body's start, to the first paragraph: bylines stand there."""
        start = heading if heading is not None else self.tree.find("body")
        if start is None:
            return []
        lines = islice(_lines(_texts_after(start, inside=heading is None)), _LINES)
        return list(takewhile(lambda line: sum(map(len, line)) < _LINE, lines))

    def lines_above(self, heading: HtmlElement) -> list[Line]:
        """The short lines printed above a heading in the boxes that it stands in, the nearest first."""
        found, node = list[Line](), heading
        for _ in range(3):
            for above in islice(node.itersiblings(preceding=True), 4):
                if above.tag in _OUTSIDE or len(list(islice(above.iter("a", "nav", "aside"), _MENU + 1))) > _MENU:
                    continue
                lines = list(islice(_lines(_texts(above)), 6))
                found.extend(line for line in reversed(lines) if sum(map(len, line)) < _LINE)
            node = node.getparent()
            if node is None or node.tag == "body":
                break
        return found

    def _read_meta(self, node: HtmlElement) -> None:
        content = node.get("content")
        if not content or not content.strip():
            return
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = node.get(key)
            if name:
                listed = self._meta.setdefault(name.strip().lower(), [])
                if len(listed) < _MARKED:
                    listed.append(plain(content))
                return

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
    return plain(" ".join(_texts_in(node)))


def is_outside(node: HtmlElement) -> bool:
    """Whether an element stands in the page's navigation, sidebar or foot, where other stories are."""
    return any(parent.tag in _OUTSIDE for parent in node.iterancestors())


def names(node: HtmlElement) -> str:
    """The classes and the id of an element, in lower case."""
    return f"{node.get('class') or ''} {node.get('id') or ''}".lower()


def _texts_in(node: HtmlElement) -> Iterator[str]:
    silent = 0
    for event, inner in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        if event == "start":
            silent += inner.tag in _SILENT
            if inner.text and not silent:
                yield inner.text
        else:
            if event == "end":
                silent -= inner.tag in _SILENT
            if inner.tail and inner is not node and not silent:
                yield inner.tail


def _texts_after(start: HtmlElement, *, inside: bool) -> Iterator[str | None]:
    """The texts behind an element, or from its start on, in order of the page; None where a line ends."""
    if inside:
        yield from _texts(start)
        return
    node = start
    while node is not None:
        if node.tail:
            yield node.tail
        for sibling in node.itersiblings():
            yield from _texts(sibling)
            if sibling.tail:
                yield sibling.tail
        node = node.getparent()
        yield None


def _texts(node: HtmlElement) -> Iterator[str | None]:
    silent = 0
    for event, inner in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        if event == "start":
            if inner.tag in _BLOCK:
                yield None
            silent += inner.tag in _SILENT
            if inner.text and not silent:
                yield inner.text
            continue
        if event == "end":
            silent -= inner.tag in _SILENT
            if inner.tag in _BLOCK:
                yield None
        if inner.tail and inner is not node and not silent:
            yield inner.tail


def _lines(texts: Iterable[str | None]) -> Iterator[Line]:
    """The texts put together to the lines that a reader sees; a long one is cut."""
    pieces = list[str]()
    for text in texts:
        if text is not None:
            piece = " ".join(text[: 2 * _LINE].split())
            if piece and len(pieces) < 20:
                pieces.append(piece)
        elif pieces:
            yield tuple(pieces)
            pieces.clear()
    if pieces:
        yield tuple(pieces)
