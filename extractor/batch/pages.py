"""The other pages of a story that was named by the address of one: fetched one after the other, and not for long."""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from extractor.article import Page
from extractor.batch.fetch import fetch
from extractor.clean.addresses import read_address, story_address
from extractor.clean.encoding import decode
from extractor.clean.several import Numbering, numbering
from extractor.clean.tree import parse
from extractor.errors import SetAside
from extractor.outlets import outlets
from extractor.urls import host_of, url_parts

if TYPE_CHECKING:
    from extractor.outlets import Outlet

MOST = 20
"""Pages; no story of the press has more."""
PAUSE = 2.0
"""Seconds between two requests to a server."""
_IN_ALL = 120.0  # seconds


def other_pages(page: Page, alive: Callable[[], None] = lambda: None) -> list[Page]:
    """The pages of the story beside this one: the one that holds all where the site has it, else each by its number.

    Only those of the same host; what cannot be fetched is left out, and the article says that it is missing. `alive` is
    called before each request.
    """
    outlet = outlets().of(host_of(page.url))
    place = _place(page, outlet)
    if place.whole or place.of is None:
        return []
    if place.everything and (whole := _fetch(place.everything, page, outlet, alive)) and _is_whole(whole, outlet):
        return [whole]
    return list(_each(page, place, outlet, alive))


def _each(page: Page, place: Numbering, outlet: "Outlet | None", alive: Callable[[], None]) -> Iterator[Page]:
    """The pages by their numbers, and those that they lead to in turn."""
    started, asked = time.monotonic(), {place.number}
    waiting = dict(place.others)
    while waiting and len(asked) < MOST and time.monotonic() - started < _IN_ALL:
        number = min(waiting)
        url = waiting.pop(number)
        asked.add(number)
        found = _fetch(url, page, outlet, alive)
        if found is not None:
            yield found
            waiting |= {at: other for at, other in _place(found, outlet).others if at not in asked}


def _fetch(url: str, page: Page, outlet: "Outlet | None", alive: Callable[[], None]) -> Page | None:
    """A page of the same story on the same host; None where there is none, or the site forbids it."""
    ours, theirs = url_parts(page.url or page.source), url_parts(url)
    path = theirs.path + (f"?{theirs.query}" if theirs.query else "")
    if ours.hostname != theirs.hostname or (outlet and path.startswith(outlet.forbidden)):
        return None
    alive()
    time.sleep(PAUSE)
    try:
        found = fetch(url)
    except SetAside:
        return None
    if story_address(found.url or url, outlet) != story_address(page.url or page.source, outlet):
        return None  # led to the front page, as sites do with what they do not have
    return found


def _is_whole(page: Page, outlet: "Outlet | None") -> bool:
    """Whether the server still says, after its redirections, that this is all of the story."""
    read = read_address(page.url or page.source, outlet)
    return bool(read and read.whole)


def _place(page: Page, outlet: "Outlet | None") -> Numbering:
    """Where the page stands in its story; nowhere, where it cannot be read."""
    try:
        return numbering(parse(decode(page.content, page.source, page.charset).text), page, outlet)
    except SetAside:
        return Numbering()
