"""The cheap reading: the element that names itself the story's, or that with the densest text; one walk, no recursion.

Each paragraph's letters outside links count for the container that it stands in, half of them for the container around
that, a quarter for the next, as in Arc90's Readability; a container that is one paragraph, or around nothing but
another, is none of these. Boxes that name themselves furniture count for nothing, cards (a headline that is a link and
a line or two) for nothing but themselves.
"""

from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extractor.clean.reading.candidates import Candidate, rendered
from extractor.clean.reading.markup import COMMENTED, box_at, is_commented, names, rank_of
from extractor.clean.reading.rendering import SILENT
from extractor.clean.reading.surroundings import with_surroundings

_CONTAINERS = frozenset(("div", "section", "article", "main", "body", "td", "center", "form", "span", "dd", "details"))
_SKIPPED = SILENT | {"nav", "aside", "figcaption", "button", "label", "footer", "header", "h1", "figure"}
_PARAGRAPH = 25  # letters: what is shorter is no paragraph
_ENOUGH = 200  # letters that a named container holds at least
_LITTLE = 500  # letters outside boxes: less is no story, or a short one
_NAMED = 0.55  # of the densest element's letters: a container that names itself and holds less holds a part or another
_MOST = 0.5  # of the letters of an <article>: what stands around the densest part of it is its head and its foot
_CARD, _HEADLINE, _CARD_LINKED = 250, 20, 0.2  # letters of a card, of its link, and the share of that at least
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
            chosen = best if rank >= _GENERAL and _is_most_of(best, node, sums) else node
            return with_surroundings(chosen, sums.letters)
    return with_surroundings(best, sums.letters)


def _sums(body: HtmlElement, *, boxes: bool = True) -> _Sums:
    sums = _Sums({}, {}, {}, [])
    stack = [_Open(body)]
    links = paragraph = 0
    skipped: HtmlElement | None = None  # what was skipped last: it ends next
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        is_container = tag in _CONTAINERS
        if event == "start":
            if tag in _SKIPPED or (boxes and _is_sure_box(node)) or (tag in COMMENTED and is_commented(node)):
                walk.skip_subtree()
                skipped = node
                continue
            links += tag == "a"
            if is_container and node is not body:
                paragraph = stack[-1].credit(paragraph)
                stack.append(_Open(node))
                _name(node, sums.named)
            if node.text and links:
                stack[-1].linked += len(node.text.strip())
            elif node.text:
                paragraph += len(node.text.strip())
            continue
        if node is not skipped:
            links -= tag == "a"
            if is_container or tag in ("p", "li", "tr", "br", "blockquote", "ul", "ol", "table", "h2", "h3", "h4"):
                paragraph = stack[-1].credit(paragraph)
            if is_container:
                closed = stack.pop()
                closed.told(sums)
                if stack:
                    stack[-1].takes(closed)
        if node.tail and links and stack:
            stack[-1].linked += len(node.tail.strip())
        elif node.tail:
            paragraph += len(node.tail.strip())
    return sums


class _Open:
    """A container that is open: letters in it, of its own paragraphs and of those in containers one and two below."""

    def __init__(self, node: HtmlElement) -> None:
        self.node = node
        self.letters = self.linked = self.own = self.paragraphs = self.below = self.deeper = self.parts = 0
        self.last: tuple[int, int, int] = (0, 0, 0)

    def credit(self, paragraph: int) -> int:
        """Count a paragraph; 0, with which the next begins."""
        if paragraph >= _PARAGRAPH:
            self.letters += paragraph
            self.own += paragraph
            self.paragraphs += 1
        return 0

    def takes(self, inner: "_Open") -> None:
        """Count what a container in it holds."""
        self.letters += inner.letters
        self.linked += inner.linked
        if not inner.letters or inner.is_card():
            return
        if inner.paragraphs == 1 and not inner.parts:
            self.own += inner.own
            self.paragraphs += 1
        else:
            self.parts += 1
            self.last = inner.levels()
            self.below += self.last[0]
            self.deeper += self.last[1]

    def is_card(self) -> bool:
        """Whether it holds a link as long as a headline and little else."""
        return self.letters <= _CARD and self.linked >= max(_HEADLINE, _CARD_LINKED * self.letters)

    def levels(self) -> tuple[int, int, int]:
        """Letters of its own, one below and two below; those of the one container in it where it holds nothing else."""
        return self.last if self.parts == 1 and not self.own else (self.own, self.below, self.deeper)

    def told(self, sums: "_Sums") -> None:
        """Write it down as it closes."""
        own, below, deeper = self.levels()
        sums.letters[self.node], sums.linked[self.node] = self.letters, self.linked
        if own or below or deeper:
            sums.scores[self.node] = own + below / 2 + deeper / 4


def _is_most_of(inner: HtmlElement, outer: HtmlElement, sums: _Sums) -> bool:
    """Whether one element lies in another and holds nearly all of its paragraphs."""
    if sums.letters.get(inner, 0) < _MOST * sums.letters.get(outer, 0):
        return False
    return any(node is outer for node in inner.iterancestors())


def _is_sure_box(node: HtmlElement) -> bool:
    box = box_at(node) if node.tag not in ("body", "main") else None
    return box is not None and box.sure


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
