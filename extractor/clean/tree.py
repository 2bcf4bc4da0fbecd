"""The tree of a page, parsed once by lxml, with nothing of the page lost on the way.

Four things that libxml2 does in silence are prevented: it drops what stands 254 elements deep or deeper (such pages are
built flat: elements below a depth go, their text stays), hides what follows `</html>`, takes time with the square of
the attributes of one tag, and stops at characters that it does not take. Comments and declarations are left out.
"""

import re
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

_DEPTH, _DEEPEST = 200, 230  # elements inside each other; what reads the tree later may go down by recursion
_NO_TEXT = frozenset(("script", "style", "noscript", "template", "textarea", "select"))
# fmt: off
_STAY = frozenset((  # what makes lines, and what is no text at all
    "p", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "a",
    "script", "style", "noscript", "template", "textarea", "select", "button", "nav", "aside", "figure", "figcaption",
))
# fmt: on
_LOSSES = ("Excessive depth", "Resource limit exceeded", "huge text node")
"""What the parser's log says where it drops the rest of a page, or a text of more than ten million bytes."""
_CLOSED = re.compile(rb"</(?:[hH][tT][mM][lL]|[bB][oO][dD][yY])\s{0,9}>")
_LONGEST_TAG = 20_000  # bytes
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}" % _LONGEST_TAG)
_ATTRIBUTES, _KEPT = 1_000, 2_000
_CONTROL = bytes(32 if byte < 32 and byte not in b"\t\n\r" else byte for byte in range(256))
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0{0,6}(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0{0,6}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]))(?![0-9a-fA-F]);?"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(text: str, utf8: bytes | None = None) -> HtmlElement:
    """The `<html>` element of a page, whatever the text holds; a page without anything has an empty body.

    NULs and other control characters become spaces, lone surrogates the replacement character. `utf8` is the text
    encoded, if that is at hand.
    """
    source = _without_long_tags(_CLOSED.sub(b"", utf8 or _encoded(text)))
    if b"&#" in source:
        source = _CONTROL_REFERENCE.sub(b" ", source)
    source = source.translate(_CONTROL)
    parser = _parser()
    root = etree.fromstring(source, parser) if source.strip() else None
    if any(entry.message.startswith(_LOSSES) for entry in parser.error_log):
        flat: Any = _Flat()
        root = etree.fromstring(source, etree.HTMLParser(encoding="utf-8", huge_tree=True, target=flat))
    return _page(root)


def _parser(**options: Any) -> etree.HTMLParser:
    """A parser whose elements are all `HtmlElement`: lxml.html's own asks Python for the class of each, by its tag."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, **options)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode("utf-8")


def _without_long_tags(source: bytes) -> bytes:
    """The source with its longest tags shortened; a page without one is not gone through tag by tag."""
    at = source.find(b"<")
    while 0 <= at < len(source) - _LONGEST_TAG:
        at = source.rfind(b"<", at + 1, at + _LONGEST_TAG)
    return source if at >= 0 or b"<" not in source else _LONG_TAG.sub(_shortened, source)


def _shortened(tag: re.Match[bytes]) -> bytes:
    """A tag without most of its attributes, where it has more than anybody writes; a long `data:` image stays."""
    said = tag[0]
    if said.count(b"=") < _ATTRIBUTES and said.count(b" ") < _ATTRIBUTES:
        return said
    return said[:_KEPT].rsplit(None, 1)[0].replace(b'"', b"").replace(b"'", b"")


def _page(root: HtmlElement | None) -> HtmlElement:
    """The root as an `<html>` element with a body."""
    if root is None:
        root = _element("html")
    if root.tag != "html":
        around = _element("html")
        around.append(root)
        root = around
    if root.find("body") is None and root.find("frameset") is None:
        body = _element("body")
        body.extend([child for child in root if child.tag != "head"])
        root.append(body)
    return root


def _element(tag: str) -> HtmlElement:
    made: HtmlElement = _parser().makeelement(tag)
    return made


class _Flat:
    """A target of the parser that builds the elements of a page down to a depth, and below it only those in `_STAY`.

    What a script or a style holds is no text, however deep it stands.
    """

    def __init__(self) -> None:
        make: Any = _parser().makeelement
        self.builder = etree.TreeBuilder(element_factory=make)
        self.open: list[bool] = []
        self.built = self.silent = 0

    def start(self, tag: str, attributes: Any) -> None:
        builds = self.built < _DEPTH or (tag in _STAY and self.built < _DEEPEST)
        self.open.append(builds)
        self.built += builds
        if builds:
            self.builder.start(tag, dict(attributes))
        else:
            self.builder.data(" ")
            self.silent += tag in _NO_TEXT

    def end(self, tag: str) -> None:
        if self.open.pop():
            self.built -= 1
            self.builder.end(tag)
        else:
            self.silent -= tag in _NO_TEXT

    def data(self, text: str) -> None:
        if not self.silent:
            self.builder.data(text)

    def close(self) -> Any:
        return self.builder.close()
