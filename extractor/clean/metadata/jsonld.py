"""What a page says in JSON-LD (schema.org): its article, whatever shape the site gave it.

A script holds one object, a list, an @graph, or several objects behind each other, and is often no JSON: a comma too
many, a line end in a text, comments round it. What cannot be mended tells by its bare keys. Depth and size are bounded.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

Node = dict[str, Any]

_SCRIPTS, _SCRIPT, _ALL = 60, 600_000, 2_000_000  # how many are read, and how long one and all may be
_NODES, _DEPTH = 400, 6
_KINDS = ("blogposting", "liveblogposting", "socialmediaposting", "discussionforumposting", "report")
_PAGES = ("webpage", "itempage")
_AROUND = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|^\s*//\s*$|/\*\s*\*/", re.MULTILINE)
_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_BARE = re.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection|inLanguage)"\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){1,500})"'
)
_BARE_NAME = re.compile(
    r'"(author|publisher)"\s{0,20}:\s{0,20}[\[{\s]{1,50}(?:"@(?:type|id)"\s{0,20}:\s{0,20}"([^"\n]{1,200})",\s{0,50}){0,2}'
    r'"name"\s{0,20}:\s{0,20}"([^"\n]{1,200})"'
)


class Linked(NamedTuple):
    """The articles described in a page, in order; its pages ("WebPage"), breadcrumbs, and every node by its @id."""

    articles: tuple[Node, ...] = ()
    pages: tuple[Node, ...] = ()
    breadcrumbs: tuple[tuple[str, ...], ...] = ()
    by_id: Mapping[str, Node] = MappingProxyType({})

    def names(self, value: object) -> list[tuple[str, str]]:
        """The names in a value with their types in lower case ("" for a bare text), references followed."""
        found = []
        for entry in (value if isinstance(value, list) else [value])[:20]:
            node = entry
            if isinstance(node, dict) and "name" not in node:
                node = self.by_id.get(str(node.get("@id")), node)
            name = node.get("name") if isinstance(node, dict) else node
            name = name.get("@value") if isinstance(name, dict) else name
            for text in name if isinstance(name, list) else [name]:
                if isinstance(text, str) and text.strip():
                    found.append((plain(text), "".join(_types(node)[:1]) if isinstance(node, dict) else ""))
        return found


def linked(scripts: Iterable[str]) -> Linked:
    """What the page's JSON-LD scripts describe."""
    nodes = list[Node]()
    size = 0
    for number, script in enumerate(scripts):
        size += len(script)
        if number >= _SCRIPTS or len(script) > _SCRIPT or size > _ALL:
            break
        nodes.extend(_nodes(parsed(script), _NODES - len(nodes)))
    crumbs = (_crumbs(node) for node in nodes if "breadcrumblist" in _types(node))
    return Linked(
        articles=tuple(node for node in nodes if any(map(_is_article, _types(node)))),
        pages=tuple(node for node in nodes if any(kind in _PAGES for kind in _types(node))),
        breadcrumbs=tuple(filter(None, crumbs)),
        by_id={node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1},
    )


def types(node: Node) -> list[str]:
    """The types of a node in lower case, without the address of their vocabulary."""
    return _types(node)


def text(node: Node, key: str) -> str | None:
    """A text under a key, or the first of a list of them, on one line; None where there is none."""
    value = node.get(key)
    if isinstance(value, list):
        value = next((entry for entry in value if isinstance(entry, str)), None)
    elif isinstance(value, dict):
        value = value.get("@value")
    return plain(value) or None if isinstance(value, str) else None


def plain(value: str) -> str:
    """A value on one line, its entities read: JSON-LD is no HTML, yet sites escape it."""
    if "&" in value:
        value = html.unescape(html.unescape(value))
    return " ".join(value[:2_000].split())


def parsed(script: str) -> list[Any]:
    """The values of a script, mended where they are no JSON; what cannot be mended gives its bare keys."""
    body = script.strip().removesuffix(";")
    try:
        return _values(body)
    except (ValueError, RecursionError):
        mended = _COMMA.sub("", _AROUND.sub("", body)).strip()
    try:
        return _values(mended)
    except (ValueError, RecursionError):
        return _bare(body)


def _values(body: str) -> list[Any]:
    decoder, values, at = json.JSONDecoder(strict=False), list[Any](), 0
    while at < len(body) and len(values) < _SCRIPTS:
        value, at = decoder.raw_decode(body, at)
        values.append(value)
        while at < len(body) and body[at] in " \t\r\n,;":
            at += 1
    return values


def _bare(body: str) -> list[Any]:
    """An article of the keys that can be read in a script that is no JSON."""
    node: Node = {}
    for key, value in _BARE.findall(body[:_SCRIPT]):
        if key != "@type" or _is_article(value.lower()):
            node.setdefault(key, value.replace('\\"', '"').replace("\\/", "/"))
    for key, kind, name in _BARE_NAME.findall(body[:_SCRIPT]):
        node.setdefault(key, {"@type": kind, "name": name})
    return [node] if "@type" in node else []


def _nodes(values: list[Any], room: int) -> Iterator[Node]:
    """The objects of the graph: in lists, @graph and mainEntity, not those that describe a part of another."""
    waiting = [(value, 0) for value in reversed(values)]
    while waiting and room > 0:
        value, depth = waiting.pop()
        if isinstance(value, list):
            inner = value
        elif isinstance(value, dict):
            room -= 1
            yield value
            inner = [value.get(key) for key in ("@graph", "mainEntity", "breadcrumb")]
        else:
            continue
        if depth < _DEPTH:
            waiting.extend((entry, depth + 1) for entry in reversed(inner[:_NODES]))


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [re.split(r"[/#:]", kind)[-1].lower() for kind in listed if isinstance(kind, str)]


def _is_article(kind: str) -> bool:
    return kind.endswith("article") or kind in _KINDS


def _crumbs(node: Node) -> tuple[str, ...]:
    """The names of a breadcrumb, the first first."""
    entries = node.get("itemListElement")
    names = []
    for entry in (entries if isinstance(entries, list) else [])[:10]:
        if isinstance(entry, dict):
            inner = entry.get("item")
            name = entry.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            if isinstance(name, str) and name.strip():
                names.append(plain(name))
    return tuple(names)
