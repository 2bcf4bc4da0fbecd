"""Whether a list's next page is asked for: until the known ones begin, and never without end."""

import hashlib
from collections.abc import Callable, Sequence
from urllib.parse import parse_qsl, urlsplit

from extractor.sources.discovery.candidate import Candidate, Listed, Listing
from extractor.sources.discovery.text import is_older

MOST_PAGES = 50
"""Pages of one list; an outlet's busiest day has fewer."""


def goes_on(candidates: Sequence[Candidate], known: Callable[[str], bool], since: str | None = None) -> bool:
    """Whether the page behind these of a list's own stories may hold new ones; `known` takes canonical addresses.

    Known are those that an earlier night has seen: that another list named a story an hour ago says nothing of what
    lies behind it. Lists have the newest first: it goes on until half of a page is known or its last stories are, or
    are older than the ISO day `since`. A single known story above new ones is one that the outlet keeps at its top.
    """
    if not candidates:
        return False
    if sum(known(candidate.url) for candidate in candidates) * 2 >= len(candidates):
        return False
    tail = candidates[-3:]
    if all(known(candidate.url) for candidate in tail):
        return False
    dated = [candidate.published for candidate in candidates if candidate.published]
    return not (dated and all(is_older(day, since) for day in dated[-3:]))


def next_listing(listing: Listing, listed: Listed) -> Listing | None:
    """The list's next page, by the outlet's template or as the list names it; None behind the last one.

    The last one is the fiftieth, one without stories or with less than half of those of the page before, one that
    names no next page though the one before did, and the second of two with the same stories: a list that does not
    heed the number in its address shows its first page for ever.
    """
    mark = _mark(listed)
    if listing.page >= MOST_PAGES or not listed.own or listed.ends or mark == listing.before:
        return None
    if listed.own * 2 < listing.held or (listing.led and listed.next is None):
        return None
    page, offset = listing.page + 1, listing.offset + listed.own
    if listing.template and "{page}" in listing.template:
        url: str | None = listing.template.replace("{page}", str(page))
    elif listing.template and "{offset}" in listing.template:
        url = listing.template.replace("{offset}", str(offset))
    else:
        url = listed.next
    if url is None or url == listing.url or _same_but_session(url, listing.url):
        return None
    at = listing._replace(url=url, page=page, offset=offset, otherwise=())
    return at._replace(before=mark, held=listed.own, led=listed.next is not None)


def _mark(listed: Listed) -> str:
    """What tells a page's own stories from those of another."""
    urls = "\n".join(sorted(story.url for story in listed.stories))
    return hashlib.blake2b(urls.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _same_but_session(one: str, other: str) -> bool:
    """Whether two addresses differ only in what tells visits apart."""
    from extractor.sources.discovery.canonical import sessionless

    first, second = urlsplit(sessionless(one)), urlsplit(sessionless(other))
    return first[:3] == second[:3] and sorted(parse_qsl(first.query)) == sorted(parse_qsl(second.query))
