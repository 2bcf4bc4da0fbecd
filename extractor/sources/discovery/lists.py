"""A list's bytes to what it holds, by what it is: what a server calls it, and even the address, may be wrong."""

import re

from extractor.outlets import Outlet
from extractor.sources.discovery import feeds, sitemaps
from extractor.sources.discovery.candidate import Candidate, Listed, Listing
from extractor.sources.discovery.canonical import absolute, canonical
from extractor.sources.discovery.feeds import read_feed
from extractor.sources.discovery.indexes import read_index
from extractor.sources.discovery.sitemaps import read_sitemap
from extractor.sources.discovery.text import is_older
from extractor.sources.discovery.wordpress import read_wordpress
from extractor.sources.discovery.xmlstream import XmlList

MOST_BY_HAND = 100_000


def read_list(
    listing: Listing,
    body: bytes,
    url: str | None = None,
    outlet: Outlet | None = None,
    charset: str | None = None,
    since: str | None = None,
) -> Listed:
    """What a list holds. `url` is where its redirects led, `charset` what the server said of it.

    Stories older than the ISO day `since` are left out and counted. Those of a tag page are marked with its award
    where the page says that it is that tag's: a page that shows the latest stories for a tag that it does not know is
    read as any index is.
    """
    at = url or listing.url
    if listing.why == "api":
        listed = read_wordpress(body, at, outlet)
    elif listing.why == "index":
        listed = read_index(body, at, outlet, charset)
    else:
        listed = _read_xml(listing, body, at, outlet, charset, since)
    if listing.award and not listing.search and listing.tag:
        listed = _tagged(listed, listing)
    return _without_older(listed, since)


def _without_older(listed: Listed, since: str | None) -> Listed:
    """The list without stories older than a day, which are counted."""
    own = [candidate for candidate in listed.stories if not is_older(candidate.published, since)]
    beside = [candidate for candidate in listed.candidates[listed.own :] if not is_older(candidate.published, since)]
    days = [candidate.published for candidate in listed.stories if candidate.published][-3:]
    return listed._replace(
        candidates=(*own, *beside),
        own=len(own),
        older=listed.older + len(listed.candidates) - len(own) - len(beside),
        ends=listed.ends or (bool(days) and all(is_older(day, since) for day in days)),
    )


def _read_xml(
    listing: Listing, body: bytes, at: str, outlet: Outlet | None, charset: str | None, since: str | None
) -> Listed:
    root = XmlList(body, charset).root
    if root in feeds.ROOTS:
        return read_feed(body, at, outlet, charset)
    if root in sitemaps.ROOTS:
        return read_sitemap(body, at, outlet, since, listing.depth)
    if listing.why == "sitemap" and body[:8].lower().startswith((b"http://", b"https:/")):
        return by_hand(body[: sitemaps.MOST * 100].decode("utf-8", "replace").splitlines(), at, outlet)
    said = read_index(body, at, outlet, charset).said if b"<" in body[:1_000] else ()
    kind = "feed" if listing.why == "feed" else "sitemap"
    return Listed(said=(f"no {kind}", *(reason for reason in said if not reason.startswith("no stories"))))


def _tagged(listed: Listed, listing: Listing) -> Listed:
    """The list with its own stories marked as the award's, where it names the tag and does not say it is empty."""
    empty = any("nothing was found" in reason or "login" in reason for reason in listed.said)
    if empty or not _names(listed.title or "", listing.tag or ""):
        reason = f"does not say that it is the list of {listing.tag}: read as any other"
        return listed._replace(said=(*listed.said, *(() if empty else (reason,))), ends=True)
    marked = (candidate._replace(award=listing.award) for candidate in listed.stories)
    return listed._replace(candidates=(*marked, *listed.candidates[listed.own :]))


def _names(title: str, tag: str) -> bool:
    said, asked = (" ".join(re.findall(r"[^\W_]+", text.lower())) for text in (title, tag))
    return f" {asked} " in f" {said} " or asked.replace(" ", "") in said.split()


def by_hand(lines: list[str], found_in: str, outlet: Outlet | None = None) -> Listed:
    """The stories of addresses that a person or a file names, one a line; "#" begins a remark."""
    found: dict[str, Candidate] = {}
    said: list[str] = []
    for number, line in enumerate(lines[:MOST_BY_HAND], start=1):
        printed = line.strip()
        if not printed or printed.startswith("#"):
            continue
        address = absolute(printed, "")
        if address is None:
            said.append(f"line {number}: no address of the web (https://...): {printed[:80]!r}")
            continue
        story = canonical(address, outlet)
        found.setdefault(story, Candidate(story, address, found_in=found_in))
    if len(lines) > MOST_BY_HAND:
        said.append(f"only the first {MOST_BY_HAND:,} lines are read")
    return Listed(tuple(found.values()), said=tuple(said), own=len(found))
