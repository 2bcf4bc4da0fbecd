"""Which page of its story a page is, how many there are, and where the others are.

What tells, the surest first: the page's own address ("?page=2", "/2"), its title tag ("Judul - Halaman 2"), what it
prints ("Halaman 2/3"), links to the same story's address with another number, rel="next" and rel="prev", and the number
of pages in its scripts. A pager that leads to other addresses is that of a list beside the story and says nothing.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from extractor.article import Page, Pages
from extractor.clean.addresses import MOST_PAGES, StoryAddress, read_address
from extractor.clean.elements import Elements
from extractor.clean.several.pagers import Pager, first_linked, joined, pager
from extractor.clean.several.words import Printed, page_words, titled_page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from extractor.outlets import Outlet

_PAGES = ("div", "section", "article")  # elements that hold a page each, where one HTML has all of them
_BEHIND = 800  # bytes behind a label within which what is printed ends
_NUMBERED = re.compile(r"/\d{1,2}$")
_LABELS = 40  # labels in one source that are looked at


class Numbering(NamedTuple):
    """A page's place among those of its story.

    `number` is the page's, from 1, `of` how many there are at least; both None where nothing speaks of several.
    `others` are number and address of each other page that is known, `everything` the address of all at once. `whole`
    is true where the page itself holds all of them.
    """

    number: int | None = None
    of: int | None = None
    others: tuple[tuple[int, str], ...] = ()
    everything: str | None = None
    whole: bool = False

    @property
    def pages(self) -> Pages | None:
        """What an article of this page alone has of its story; None where it has all of it."""
        if self.whole or self.number is None or self.of is None:
            return None
        return Pages(1, self.of, tuple(number for number in range(1, self.of + 1) if number != self.number))


class _Head(NamedTuple):
    """What the head of a page says of its address, its title and its neighbours."""

    addresses: tuple[str, ...]
    title: str
    after: str | None
    before: str | None


def numbering(
    tree: "HtmlElement", page: Page, outlet: "Outlet | None" = None, *, elements: Elements | None = None
) -> Numbering:
    """The place of a page among those of its story; pure. `elements` are those of the tree, if they are at hand."""
    elements = elements or Elements(tree)
    head = _head(elements, page)
    own = [read for url in head.addresses if (read := read_address(url, outlet)) and not read.is_front]
    if any(read.page is None and _NUMBERED.search(read.story) for read in own):
        firsts = first_linked(elements, head.addresses[0], outlet)
        own = [read.of(firsts) for read in own]
    links = pager(elements, next(iter(head.addresses), None), own, outlet)
    titled, printed = titled_page(head.title), _printed(elements, page.content, links, own)
    after, before = _neighbour(head.after, own, outlet), _neighbour(head.before, own, outlet)
    between = after - 1 if after else before + 1 if before else None
    addressed = next((read.page for read in own if read.page), None)
    number = addressed or titled.number or printed.number or links.number or between
    together = _together(elements)
    whole = titled.whole or (bool(own) and own[0].whole) or together > 1
    counts = (number, titled.of, printed.of, links.shown, _total(page.content), after, together, *links.pages)
    of = max((count for count in counts if count), default=1)
    if not 1 < of <= MOST_PAGES:
        return Numbering(whole=whole)
    number = None if whole else number or 1
    linked = {at: url for at, url in ((after, head.after), (before, head.before)) if at and url} | links.pages
    everything = links.everything or _everything(own, outlet)
    return Numbering(number, of, _others(number, of, linked, own, outlet), everything, whole)


def _head(elements: Elements, page: Page) -> _Head:
    """The page's own addresses, the surest first, its title, and the addresses of the pages after and before it."""
    said = {"url": page.url} if page.url else dict[str, str]()
    for node, rel in elements.having("rel"):
        if node.tag == "link" and rel.lower() in ("canonical", "next", "prev") and elements.is_head(node):
            said.setdefault(rel.lower(), joined(page.url, node.get("href")))
    for node, name in elements.having("property"):
        if name == "og:url" and node.tag == "meta" and elements.is_head(node):
            said.setdefault("og:url", node.get("content") or "")
    titles = (" ".join((node.text or "").split()) for node in elements.tagged("title") if elements.is_head(node))
    title = next(filter(None, titles), "")
    addresses = dict.fromkeys(said[name] for name in ("url", "canonical", "og:url") if said.get(name))
    return _Head(tuple(addresses), title, said.get("next"), said.get("prev"))


def _printed(elements: Elements, content: bytes, links: Pager, own: Sequence[StoryAddress]) -> Printed:
    """What an element prints: "Halaman 2/3"; "Page 2 of 45" numbers lists too, and needs the links of a story."""
    words = page_words()
    sure = bool(links.pages or links.everything) or any(read.page for read in own)
    if links.foreign and not sure:
        return Printed()
    for mark in (*words.marks, *(words.foreign_marks if sure else ())):
        at = content.find(mark.encode()) if mark in elements.text else -1  # a fifth of the source
        for _ in range(_LABELS):
            if at < 0:
                break
            start = max(content.rfind(b">", max(at - 80, 0), at), 0)
            found = words.printed.match(content, start, at + _BEHIND)
            if found and (sure or found["native"]) and int(found["number"]) <= int(found["of"]) <= MOST_PAGES:
                return Printed(int(found["number"]), int(found["of"]))
            at = content.find(mark.encode(), at + 1)
    return Printed()


def _neighbour(url: str | None, own: Sequence[StoryAddress], outlet: "Outlet | None") -> int | None:
    """The number of the next or previous page, where its address is the same story's."""
    stories = {each.story for each in own}
    read = read_address(url, outlet) if url and own else None
    read = read and read.of(stories)
    return (read.page or 1) if read and read.story in stories else None


def _total(content: bytes) -> int | None:
    """How many pages the page's scripts say that its story has."""
    words = page_words()
    if not any(mark in content for mark in words.total_marks):
        return None
    found = words.totals.search(content)
    return int(found["of"]) if found else None


def _together(elements: Elements) -> int:
    """How many pages stand in this one HTML, each in an element of its own (liputan6.com)."""
    return max(
        (
            sum(name in said.split() for node, said in elements.having("class") if node.tag in _PAGES)
            for name in page_words().together
            if name in elements.names
        ),
        default=0,
    )


def _everything(own: Sequence[StoryAddress], outlet: "Outlet | None") -> str | None:
    """Where the outlet has all pages at once."""
    return _behind(own[0].bare, outlet.pages.all) if own and outlet and outlet.pages.all else None


def _others(
    number: int | None, of: int, linked: dict[int, str], own: Sequence[StoryAddress], outlet: "Outlet | None"
) -> tuple[tuple[int, str], ...]:
    """The addresses of the other pages: those that are linked, and those that the outlet's way of numbering gives."""
    pages = dict(linked)
    if own:
        pages.setdefault(1, own[0].bare)
        known = outlet.pages if outlet and outlet.pages.each else None
        each, first = (known.each, known.first) if known else (_way(own[0].bare, linked), 1)
        for at in range(2, of + 1) if each else ():
            pages.setdefault(at, _behind(own[0].bare, (each or "").replace("{n}", str(at + first - 1))))
    return tuple((at, pages[at]) for at in sorted(pages) if at != number and at <= of)


def _way(bare: str, linked: dict[int, str]) -> str | None:
    """How the page's own links number: "?page={n}" behind the story's address."""
    for number, url in sorted(linked.items(), reverse=True):
        end = url.removeprefix(bare)
        if end != url and number > 1 and end.count(str(number)) == 1:
            return end.replace(str(number), "{n}")
    return None


def _behind(url: str, end: str) -> str:
    """An address with "?page=2" or "/2" behind it."""
    return f"{url}&{end[1:]}" if end.startswith("?") and "?" in url else url + end
