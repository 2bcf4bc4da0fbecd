"""The links of a page to the other pages of its story, and which of them its pager shows as this one."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from extractor.clean.addresses import MOST_PAGES, StoryAddress, read_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from extractor.clean.elements import Elements
    from extractor.outlets import Outlet

_MARKED = re.compile(
    r"[?&/-](?:(?<=[?&])[A-Za-z_]{2,12}=(?:\d{1,2}|[A-Za-z]{3,7})(?![^&#])|(?<=/)\d{1,2}/?(?![^?#])|(?<=-)part)"
)
"""Stands in an address that could be that of a page; most links of a site have none of it. It starts with one set."""
_ENDS = frozenset(before + digit for before in "/0123456789" for digit in "0123456789") | frozenset(
    f"{digit}/" for digit in "0123456789"
)
"""How an address ends that could number a page: "/2", "12", "2/"."""
_NUMBERS = re.compile(r"(?<![\w/.:-])[1-9]\d?(?![\w/.:-])")
_CURRENT = frozenset(("active", "current", "selected", "page-active", "is-active", "disabled", "aktif"))
_PAGER = 120  # characters: what numbers pages is no longer
_LONGEST = 500  # characters of a link's address
_FIRST = 8  # links that say "1", and texts of one
_MOST = 2_000  # links that could be a page's
_HERE = "https://localhost/page-without-address"
"""Stands for the address of a page that does not tell its own: links of a query alone lead to its story."""


class Pager(NamedTuple):
    """What the links of a page say of its story's pages.

    `pages` are the addresses of others by number; `everything` leads to all at once; `number` is the page that the
    pager shows as this one; `shown` the highest that it shows; `foreign` is true where other addresses have pagers.
    """

    pages: dict[int, str]
    everything: str | None = None
    number: int | None = None
    shown: int | None = None
    foreign: bool = False


class _Link(NamedTuple):
    number: int  # among the links of the page, from 1
    url: str
    address: StoryAddress


def pager(
    elements: "Elements", around: str | None, own: Sequence[StoryAddress], outlet: "Outlet | None"
) -> Pager:
    """The story's pager; `own` are the page's addresses, `around` that against which its links are read."""
    stories = {read.story for read in own}
    links = list(islice(_links(elements, around, outlet, stories), _MOST))
    if not stories:  # its links tell the address that the page does not
        stories = {link.address.story for link in links if link.address.is_slug or link.url.startswith(_HERE)}
        stories = stories if len(stories) == 1 else set()
    of_story = [link for link in links if link.address.story in stories]
    foreign = any(link.address.page and link.address.story not in stories for link in links)
    everything = next((link.url for link in of_story if link.address.whole and not link.url.startswith(_HERE)), None)
    numbered = [link for link in of_story if link.address.page and not link.address.whole]
    if not numbered:
        return Pager({}, everything, foreign=foreign)
    pages = {link.address.page: link.url for link in reversed(numbered) if link.address.page}
    number, shown = _shown(_link(elements, numbered[0].number), pages, stories)
    return Pager(pages, everything, number or _left_out(pages), shown, foreign)


def _links(
    elements: "Elements", around: str | None, outlet: "Outlet | None", stories: Container[str]
) -> Iterator[_Link]:
    """The links that could lead to a page of a story; `stories` are the page's own."""
    marked = [
        (number, href)
        for number, href in enumerate(elements.links, start=1)
        if "=" in href or href[-2:] in _ENDS or "-part" in href  # hardly any: the cheapest test goes first
    ]
    for number, href in marked:
        if len(href) > _LONGEST or not _MARKED.search(href):
            continue
        if not around and not href.startswith(("http:", "https:", "?")):
            continue
        url = joined(around or _HERE, href)
        address = read_address(url, outlet)
        if address and (behind := address.of(stories)) is not address:
            address = behind if _says(_link(elements, number), behind.page) else None
        if address and (address.page or address.whole) and not address.is_front:
            yield _Link(number, url, address)


def first_linked(elements: "Elements", around: str, outlet: "Outlet | None") -> set[str]:
    """The stories to which links lead that say "1"."""
    nodes = (node for node, _ in elements.having("href") if node.tag == "a" and _says(node, 1))
    urls = (joined(around, node.get("href")) for node in islice(nodes, _FIRST))
    return {read.story for url in urls if (read := read_address(url, outlet)) and not read.is_front}


def _says(link: "HtmlElement", number: int | None) -> bool:
    """Whether a link says nothing but a number."""
    return "".join(islice(link.itertext(), _FIRST)).strip() == str(number)


def joined(url: str | None, href: str | None) -> str:
    """A link's address; empty where it is none, as "http://[" is not."""
    said = (href or "").strip()
    if said.startswith(("https://", "http://")):  # most links: a tenth of the time
        return said
    try:
        return urljoin(url or "", said)
    except ValueError:
        return ""


def _link(elements: "Elements", number: int) -> "HtmlElement":
    return [node for node, _ in elements.having("href") if node.tag == "a"][number - 1]


def _shown(link: "HtmlElement", pages: dict[int, str], stories: set[str]) -> tuple[int | None, int | None]:
    """The number that the pager round a link marks, or shows without a link; and the last of those shown from 1 on."""
    box = _box(link)
    linked, marked = set(pages), set[int]()
    for node in box.iter("a", "span", "li", "b", "strong", "em", "button"):
        text = "".join(node.itertext()).strip()
        if not (text.isascii() and text.isdigit() and 0 < int(text[:3]) <= MOST_PAGES):
            continue
        if node.tag == "a" and (read := read_address(node.get("href") or "")) and read.story in stories:
            linked.add(int(text))
        if _CURRENT & set((node.get("class") or "").lower().split()) or node.get("aria-current"):
            marked.add(int(text))
    row = {int(text) for text in _NUMBERS.findall(" ".join(box.itertext()))}
    last = next(number for number in range(1, MOST_PAGES + 2) if number not in row) - 1
    unlinked = {number for number in row if number <= last} - linked
    number = min(marked) if len(marked) == 1 else min(unlinked) if len(unlinked) == 1 else None
    return number, last if last > 1 else None


def _box(link: "HtmlElement") -> "HtmlElement":
    """The largest element round a link that holds no more text than a pager."""
    box = link
    while (around := box.getparent()) is not None and _is_short(around):
        box = around
    return box


def _is_short(node: "HtmlElement") -> bool:
    size = 0
    for text in node.itertext():
        size += len(text.strip())
        if size > _PAGER:
            return False
    return True


def _left_out(pages: dict[int, str]) -> int | None:
    """The one number that the links leave out; where a single link leads on, the page before it."""
    missing = [number for number in range(1, max(pages) + 1) if number not in pages]
    if len(missing) == 1:
        return missing[0]
    return max(pages) - 1 if len(pages) == 1 and max(pages) > 1 else None
