"""The cheap reading: the element that names itself the story's, or that with the densest text; one walk, no recursion.

Each paragraph's letters outside links count for the container that it stands in, half of them for the container around
that, a quarter for the next, as in Arc90's Readability; boxes that name themselves furniture count for nothing.
"""

from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.reading.candidates import Candidate, rendered
from extractor.clean.reading.markup import box_at, names, rank_of
from extractor.clean.reading.rendering import SILENT

_CONTAINERS = frozenset(("div", "section", "article", "main", "body", "td", "center", "form", "span", "dd", "details"))
_SKIPPED = SILENT | {"nav", "aside", "figcaption", "button", "label", "footer", "header", "h1", "figure"}
_PARAGRAPH = 25  # letters: what is shorter is no paragraph
_ENOUGH = 200  # letters that a named container holds at least
_LITTLE = 500  # letters outside boxes: less is no story, or a short one
_NAMED = 0.55  # of the densest element's letters: a container that names itself and holds less holds a part or another
_MOST = 0.5  # of the letters of an <article>: what stands around the densest part of it is its head and its foot
_SIBLING = 0.2  # of the densest element's score
_GENERAL = 100  # rank of what names itself with less than a class of the list


class _Sums(NamedTuple):
    """Letters of paragraphs and of links below elements, their scores, and the elements that name themselves."""

    letters: dict[HtmlElement, int]
    linked: dict[HtmlElement, int]
    scores: dict[HtmlElement, float]
    named: list[tuple[int, HtmlElement]]

    def score(self, node: HtmlElement) -> float:
        """The score of an element, less its share of links."""
        letters, linked = self.letters.get(node, 0), self.linked.get(node, 0)
        return self.scores[node] * letters / (letters + linked) if letters else 0.0


def densest(tree: HtmlElement, title: str | None) -> Candidate:
    """The story as its markup and the density of its text show it; the body's text where nothing is denser."""
    return rendered("density", densest_elements(tree), title=title)


def densest_elements(tree: HtmlElement) -> tuple[HtmlElement, ...]:
    """The element that holds the story, or the several that hold its pages."""
    body = tree.find("body")
    body = tree if body is None else body
    sums = _sums(body)
    if sums.letters.get(body, 0) < _LITTLE:
        every = _sums(body, boxes=False)  # a site may give its story the name of a box
        sums = every if every.letters.get(body, 0) > 3 * sums.letters.get(body, 0) else sums
    if not sums.scores:
        return (body,)
    best = max(sums.scores, key=sums.score)
    least = max(_ENOUGH, _NAMED * sums.letters.get(best, 0))
    named = [(rank, -sums.letters.get(node, 0), number) for number, (rank, node) in enumerate(sums.named)]
    for rank, letters, number in sorted(named):
        node = sums.named[number][1]
        if -letters >= least:
            return _with_siblings(best if rank >= _GENERAL and _is_most_of(best, node, sums) else node, sums)
    return _with_siblings(best, sums)


def _sums(body: HtmlElement, *, boxes: bool = True) -> _Sums:
    letters, linked, scores = dict[HtmlElement, int](), dict[HtmlElement, int](), dict[HtmlElement, float]()
    named = list[tuple[int, HtmlElement]]()
    stack, totals, link_totals = [body], [0], [0]
    links = paragraph = 0
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        is_container = tag in _CONTAINERS
        if event == "start":
            if tag in _SKIPPED or (boxes and _is_sure_box(node)):
                walk.skip_subtree()
                continue
            links += tag == "a"
            if is_container and node is not body:
                paragraph = _credit(stack, totals, scores, paragraph)
                stack.append(node)
                totals.append(0)
                link_totals.append(0)
                _name(node, named)
            if node.text and links:
                link_totals[-1] += len(node.text.strip())
            elif node.text:
                paragraph += len(node.text.strip())
            continue
        if tag not in _SKIPPED and not (boxes and _is_sure_box(node)):
            links -= tag == "a"
            if is_container or tag in ("p", "li", "tr", "br", "blockquote", "ul", "ol", "table", "h2", "h3", "h4"):
                paragraph = _credit(stack, totals, scores, paragraph)
            if is_container:
                closed = stack.pop()
                letters[closed], linked[closed] = totals.pop(), link_totals.pop()
                if totals:
                    totals[-1] += letters[closed]
                    link_totals[-1] += linked[closed]
        if node.tail and links:
            link_totals[-1] += len(node.tail.strip())
        elif node.tail:
            paragraph += len(node.tail.strip())
    return _Sums(letters, linked, scores, named)


def _is_most_of(inner: HtmlElement, outer: HtmlElement, sums: _Sums) -> bool:
    """Whether one element lies in another and holds nearly all of its paragraphs."""
    if sums.letters.get(inner, 0) < _MOST * sums.letters.get(outer, 0):
        return False
    return any(node is outer for node in inner.iterancestors())


def _is_sure_box(node: HtmlElement) -> bool:
    box = box_at(node) if node.tag not in ("body", "main") else None
    return box is not None and box.sure


def _credit(stack: list[HtmlElement], totals: list[int], scores: dict[HtmlElement, float], paragraph: int) -> int:
    """Count a paragraph for the containers around it; 0, with which the next begins."""
    if paragraph >= _PARAGRAPH:
        totals[-1] += paragraph
        share = float(paragraph)
        for node in stack[:-4:-1]:
            scores[node] = scores.get(node, 0.0) + share
            share /= 2
    return 0


def _name(node: HtmlElement, named: list[tuple[int, HtmlElement]]) -> None:
    if node.get("itemprop") == "articleBody":
        named.append((0, node))
        return
    said = names(node)
    rank = rank_of(said) if said else None
    if rank is not None:
        named.append((1 + rank, node))
    elif node.tag in ("article", "main"):
        named.append((_GENERAL + (node.tag == "main"), node))


def _with_siblings(node: HtmlElement, sums: _Sums) -> tuple[HtmlElement, ...]:
    """An element, and those beside it of the same names that hold text too: pages of a story that lie in one HTML."""
    around, said = node.getparent(), names(node)
    if around is None or not said or node.tag == "body":
        return (node,)
    least = _SIBLING * sums.letters.get(node, 0)
    beside = [
        other
        for other in around.iterchildren(node.tag)
        if other is node or (sums.letters.get(other, 0) >= least > 0 and names(other) == said)
    ]
    return tuple(beside)
