"""The element of a page that holds its story, and the elements in it that do not belong to the story.

First the containers that the sites of the press use, the surest first; where none holds enough text, the element whose
own paragraphs are longest, links not counted. What is dropped inside: scripts, navigation, captions, forms, the page's
title, and boxes that name themselves (patterns/furniture.toml), but never one that holds a large part of the story.
"""

from collections.abc import Callable
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from extractor.clean.furniture import is_box
from extractor.clean.lines import render, walk

# fmt: off
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "nav", "aside", "figure", "figcaption", "form", "button",
    "iframe", "svg", "select", "textarea", "input", "label", "video", "audio", "object", "embed", "canvas",
    "h1", "header", "footer", "menu", "dialog", "map", "math",
))
_CONTAINERS = (
    "entry-content", "td-post-content", "detail__body-text", "itp_bodycontent", "read__content", "txt-article",
    "post-content", "article-content", "detail-text", "article-content-body", "content-text-editor",
    "detail-desc", "main-content-detail", "wrap__article-detail-content", "article-body", "article__body",
    "article__content", "article-detail", "detail-content", "single-content", "post-body", "post-entry",
    "story-content", "story-body", "news-content", "isi-berita", "blog-content", "inside-article",
    "content-article", "article",
)
# fmt: on
_ENOUGH = 200  # characters: shorter stories exist, but a container of a site holds more than a teaser
_SHARE = 0.4  # of the story's text: a box that holds more is no box


class _Found(NamedTuple):
    rank: int  # the smaller, the surer
    node: Tag


def story(soup: BeautifulSoup) -> str:
    """The text of the page's story; empty where the page holds none."""
    body = soup.body or soup
    weights = _weights(body)
    best = ""
    for found in sorted(_candidates(body), key=lambda found: (found.rank, -weights.get(id(found.node), 0))):
        if weights.get(id(found.node), 0) <= len(best):
            continue
        text = render(found.node, _dropped(found.node, weights))
        if len(text) >= _ENOUGH:
            return text
        best = max(best, text, key=len)
    dense = _densest(body, weights)
    text = render(dense, _dropped(dense, weights))
    return max(best, text, key=len) if len(text) > 2 * len(best) or not best else best


def _candidates(body: Tag) -> list[_Found]:
    """The elements that a site's markup names as the story's."""
    found = []
    for node, opens in walk(body, set()):
        if opens and isinstance(node, Tag):
            rank = _rank(node)
            if rank is not None:
                found.append(_Found(rank, node))
    return found


def _rank(node: Tag) -> int | None:
    if node.get("itemprop") == "articleBody":
        return 0
    for name in names(node):
        lowered = name.lower()
        if lowered in _CONTAINERS:
            return 1 + _CONTAINERS.index(lowered)
    return {"article": 100, "main": 101}.get(node.name)


def names(node: Tag) -> list[str]:
    """The classes and the id of an element."""
    classes, own = node.get("class"), node.get("id")
    found = list(classes) if isinstance(classes, list) else str(classes or "").split()
    return [*found, str(own)] if own else found


def _weights(body: Tag) -> dict[int, int]:
    """How many characters of text, outside links and dropped elements, stand below each element."""
    return _sum_up(body, lambda node: node.name in _DROPPED or node.name == "a")


def _sum_up(root: Tag, skip: Callable[[Tag], bool]) -> dict[int, int]:
    sums: dict[int, int] = {id(root): 0}
    open_tags, skipped = [id(root)], 0
    for node, opens in walk(root, set()):
        if isinstance(node, NavigableString):
            if type(node) is NavigableString and not skipped:
                sums[open_tags[-1]] += len(" ".join(node.split()))
        elif opens:
            skipped += skip(node)
            sums[id(node)] = 0
            open_tags.append(id(node))
        else:
            skipped -= skip(node)
            own = sums[open_tags.pop()]
            sums[open_tags[-1]] += own
    return sums


def _dropped(root: Tag, weights: dict[int, int]) -> set[int]:
    """The `id()` of each element below the story's that is no part of it."""
    most = _SHARE * weights.get(id(root), 0)
    return {
        id(node)
        for node, opens in walk(root, set())
        if opens and isinstance(node, Tag)
        if node.name in _DROPPED or (is_box(names(node)) and weights[id(node)] <= most)
    }


def _densest(body: Tag, weights: dict[int, int]) -> Tag:
    """The element with most text in its own paragraphs; the body itself where nothing is a paragraph."""
    direct: dict[int, int] = {}
    parents: dict[int, Tag] = {}
    for node, opens in walk(body, set()):
        if opens and isinstance(node, Tag) and node.name == "p" and node.parent is not None:
            key = id(node.parent)
            parents[key] = node.parent
            direct[key] = direct.get(key, 0) + weights[id(node)]
    if not direct or max(direct.values()) * 3 < weights[id(body)]:
        return body
    return parents[max(direct, key=lambda key: direct[key])]
