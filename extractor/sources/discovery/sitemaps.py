"""Sitemaps by the protocol of sitemaps.org and Google's news sitemaps: stories, and further sitemaps of an index.

Bounded as the protocol has it: 50,000 entries, 50 MB unpacked; and an index leads no deeper than four. A sitemap that
names itself, or one above it, is not asked for again.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from extractor.outlets import Outlet
from extractor.sources.discovery.candidate import Candidate, Listed, Listing
from extractor.sources.discovery.canonical import absolute, canonical, is_listed_elsewhere, sites_of, told_day
from extractor.sources.discovery.text import HEADLINE, SUMMARY, day_of, is_older, plain
from extractor.sources.discovery.words import words
from extractor.sources.discovery.xmlstream import XmlList, local
from extractor.sources.places import site_of

MOST = 50_000
DEEPEST = 4
FURTHER = 500
"""Sitemaps that one index is followed to, the newest first."""
NAMED = 20
"""Sitemaps that one robots.txt is followed to, the news first."""
_MOST_LINES = 1_000
ROOTS = frozenset({"urlset", "sitemapindex"})
_ENTRIES = frozenset({"url", "sitemap"})
_PARTS = {"loc": "loc", "lastmod": "lastmod", "title": "title", "publication_date": "published", "keywords": "keywords"}
_LISTS = ("news", "sitemap", "index")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


def read_sitemap(
    body: bytes, url: str, outlet: Outlet | None = None, since: str | None = None, depth: int = 0
) -> Listed:
    """The stories and further sitemaps of one at `url`, which `depth` others led to.

    What is older than the ISO day `since`, by its own dates, is left out and counted.
    """
    sitemap = XmlList(body)
    if sitemap.root not in ROOTS:
        return Listed(said=(*sitemap.said, "no sitemap"))
    reader = _Reader(url, outlet, since)
    for count, element in enumerate(sitemap.elements(_ENTRIES), start=1):
        if count > MOST:
            sitemap.said.append(f"only the first {MOST:,} entries are read")
            break
        reader.read(local(element.tag), _told(element))
    further = _further(reader, depth, sitemap.said)
    if reader.elsewhere:
        sitemap.said.append(f"on other sites: {reader.elsewhere} of the entries")
    stories = tuple(reader.found.values())
    return Listed(stories, further, said=tuple(sitemap.said), older=reader.older, own=len(stories))


def named_in_robots(lines: Sequence[str], url: str) -> tuple[Listing, ...]:
    """The sitemaps that the robots.txt at `url` names: of its own site alone, and no more than twenty."""
    own = site_of(url)
    absolutes = (absolute(line, url) for line in lines[:_MOST_LINES])
    found = {one: None for one in absolutes if one and site_of(one) == own and not _is_of_others(one)}
    news_first = sorted(found, key=lambda address: "news" not in urlsplit(address).path)
    return tuple(Listing(address, "sitemap") for address in news_first[:NAMED])


class _Reader:
    """The entries of one sitemap: `found` are its stories, `sitemaps` the addresses of others with their days."""

    def __init__(self, url: str, outlet: Outlet | None, since: str | None) -> None:
        self.url, self.outlet, self.since = url, outlet, since
        self.sites = sites_of(url, outlet)
        self.found: dict[str, Candidate] = {}
        self.sitemaps: dict[str, str] = {}
        self.older = self.elsewhere = 0

    def read(self, kind: str, told: dict[str, str]) -> None:
        """One entry: a story ("url") or another sitemap."""
        address = absolute(told.get("loc", "").replace("&amp;", "&"), self.url)
        if address is None:
            return
        if site_of(address) not in self.sites:
            self.elsewhere += 1
        elif kind == "sitemap":
            self._sitemap(address, day_of(told.get("lastmod")))
        else:
            self._story(address, told)

    def _sitemap(self, address: str, changed: str | None) -> None:
        if address == self.url or _is_of_others(address):
            return
        if is_older(changed or _last_day(address), self.since):
            self.older += 1
            return
        self.sitemaps.setdefault(address, changed or _last_day(address) or "")

    def _story(self, address: str, told: dict[str, str]) -> None:
        if is_older(day_of(told.get("published") or told.get("lastmod")), self.since):
            self.older += 1
            return
        published = day_of(told.get("published")) or told_day(address, self.outlet)
        if is_older(published, self.since):
            self.older += 1
            return
        headline = plain(told.get("title"), HEADLINE)
        if headline is None and is_listed_elsewhere(address):
            return
        story = canonical(address, self.outlet)
        keywords = plain(told.get("keywords"), SUMMARY)
        self.found.setdefault(story, Candidate(story, address, headline, published, self.url, keywords))


def _told(element: Any) -> dict[str, str]:
    """What an entry says; of an image's or a video's parts in it, nothing."""
    told: dict[str, str] = {}
    for part in _parts(element):
        name = _PARTS.get(local(part.tag))
        if name and name not in told:
            told[name] = "".join(part.itertext()).strip()
    return told


def _parts(element: Any) -> Iterator[Any]:
    for part in element:
        name = local(part.tag)
        if name == "news":
            yield from part
        elif name not in ("image", "video"):
            yield part


def _further(reader: _Reader, depth: int, said: list[str]) -> tuple[Listing, ...]:
    """The sitemaps to ask next, the newest first."""
    if not reader.sitemaps:
        return ()
    if depth + 1 >= DEEPEST:
        said.append(f"sitemaps {DEEPEST} deep are not followed further")
        return ()
    newest = sorted(reader.sitemaps, key=lambda address: reader.sitemaps[address], reverse=True)
    if len(newest) > FURTHER:
        said.append(f"only the {FURTHER} newest of {len(newest):,} sitemaps are followed")
    return tuple(Listing(address, "sitemap", depth=depth + 1) for address in newest[:FURTHER])


def _is_of_others(address: str) -> bool:
    """Whether the name of a sitemap says that it lists no stories: "category-sitemap.xml", "wp-sitemap-users-1.xml"."""
    name = urlsplit(address).path.rpartition("/")[2].lower()
    parts = re.split(r"[-_.]", name)
    return any(part in words().other_sitemaps for part in parts) and "news" not in parts


def _last_day(address: str) -> str | None:
    """The last day that the name of a sitemap can mean: "sitemap-2021-09.xml", "sitemap/2021/09/09.xml"."""
    found = _MONTH.search(urlsplit(address).path)
    return f"{found[1]}-{found[2]}-{found[3] or '28'}" if found else None
