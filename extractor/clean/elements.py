"""The elements of a page by their tags and their attributes, gathered in one pass: each later question is a look-up.

A page of 35 KB has some three hundred elements, and a path over all of them takes lxml as long as a tenth of parsing
the page; a dozen readers ask for links, headings, classes and marked properties.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from cssselect import HTMLTranslator
from lxml import etree
from lxml.html import HtmlElement

STAMPS = (
    "data-timestamp", "data-time", "data-datetime", "data-date", "data-published", "data-publish-date", "data-pubdate",
    "data-created", "data-utime", "data-epoch",
)  # fmt: skip
"""Attributes in which a page keeps a day that a script prints."""
_ASKED = frozenset(("class", "id", "href", "rel", "itemprop", "property", *STAMPS))
"""Attributes by which elements are found."""
_TEXTS: Callable[..., Any] = etree.XPath("body/descendant::text()", smart_strings=False)
_FIRST = re.compile(
    r"(?P<tag>[a-z][a-z0-9]*)?(?P<names>(?:[.#][A-Za-z_][\w-]*)+)(?:\s+(?P<rest>[^\s>+~,|][^,|]*))?", re.ASCII
)
_NAME = re.compile(r"[.#][A-Za-z_][\w-]*", re.ASCII)


class _Selector(NamedTuple):
    """A CSS selector as it is looked up: tag, classes and id of the first element, and the path of what is below it.

    `first` is false where it begins otherwise; `path` is then that of the whole selector, from the page's root.
    """

    first: bool
    tag: str | None
    classes: tuple[str, ...]
    ids: tuple[str, ...]
    path: Callable[..., Any] | None


class Elements:
    """The elements of a page, by tag and by attribute, each list in the page's order."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self.every: list[HtmlElement] = list(tree.iter())
        self._tags = defaultdict[Any, list[HtmlElement]](list)
        self._attributes = defaultdict[Any, list[tuple[HtmlElement, str]]](list)
        tags, attributes = self._tags, self._attributes
        for node in self.every:
            tags[node.tag].append(node)
            for name, value in node.items():
                if name in _ASKED:
                    attributes[name].append((node, value))

    def tagged(self, tag: str) -> list[HtmlElement]:
        """The elements of a tag."""
        return self._tags.get(tag, [])

    def having(self, attribute: str) -> list[tuple[HtmlElement, str]]:
        """The elements with an attribute, one of those that are asked for, each with its value."""
        return self._attributes.get(attribute, [])

    @cached_property
    def names(self) -> str:
        """All classes and ids of the page, to see which words are none of them."""
        said = {value for _, value in self.having("class")}
        said.update(value for _, value in self.having("id"))
        return "\n".join(said)

    @cached_property
    def texts(self) -> list[str]:
        """All texts of the body, in order, scripts among them."""
        found: list[str] = _TEXTS(self.tree)
        return found

    @cached_property
    def text(self) -> str:
        """All of them, a line end between."""
        return "\n".join(self.texts)

    @cached_property
    def links(self) -> list[str]:
        """The addresses of the page's links."""
        return [href for node, href in self.having("href") if node.tag == "a"]

    @cached_property
    def body(self) -> HtmlElement | None:
        """The page's body."""
        return self.tree.find("body")

    @cached_property
    def _places(self) -> dict[HtmlElement, int]:
        return {node: number for number, node in enumerate(self.every)}

    def in_order(self, found: Iterable[HtmlElement]) -> list[HtmlElement]:
        """Elements in the page's order, each once."""
        once = dict.fromkeys(found)
        return sorted(once, key=self._places.__getitem__) if len(once) > 1 else list(once)

    def is_head(self, node: HtmlElement) -> bool:
        """Whether an element stands in the page's head; in a page without one, all do."""
        return self._head is None or next(node.iterancestors("head"), None) is self._head

    @cached_property
    def _head(self) -> HtmlElement | None:
        return self.tree.find("head")

    def in_body(self, found: Iterable[HtmlElement]) -> list[HtmlElement]:
        """Those of some elements that stand in the page's body."""
        listed = list(found)
        start = self._places[self.body] if listed and self.body is not None else len(self.every)
        return [node for node in listed if self._places[node] > start]

    def selected(self, selector: str) -> list[HtmlElement]:
        """The elements that a CSS selector finds, in the page's order."""
        read = _read(selector)
        if not read.first:
            return list(read.path(self.tree)) if read.path is not None else []
        if any(name not in self.names for name in (*read.classes, *read.ids)):
            return []
        found = self._bearing(read)
        if read.path is None or not found:
            return found
        below = [node for box in found for node in read.path(box)]
        return below if len(found) == 1 else list(dict.fromkeys(below))

    def _bearing(self, read: _Selector) -> list[HtmlElement]:
        """The elements with the tag, the classes and the id that a selector begins with."""
        attribute, mark = ("class", read.classes[0]) if read.classes else ("id", read.ids[0])
        wanted, ids = set(read.classes), read.ids
        return [
            node
            for node, value in self.having(attribute)
            if mark in value
            and (not wanted or wanted.issubset(value.split()))
            and (not ids or all(node.get("id") == one for one in ids))
            and (read.tag is None or node.tag == read.tag)
        ]


@lru_cache(maxsize=4_000)
def _read(selector: str) -> _Selector:
    """A selector as it is looked up."""
    translator = HTMLTranslator()
    first = _FIRST.fullmatch(selector)
    if first is None:
        return _Selector(False, None, (), (), etree.XPath(translator.css_to_xpath(selector)))
    names = _NAME.findall(first["names"])
    path = etree.XPath(translator.css_to_xpath(first["rest"], prefix="descendant::")) if first["rest"] else None
    classes = tuple(name[1:] for name in names if name[0] == ".")
    ids = tuple(name[1:] for name in names if name[0] == "#")
    return _Selector(True, first["tag"], classes, ids, path)
