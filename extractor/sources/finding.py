"""What is looked for: the lists to ask of each outlet, the stories in a list's body, the further pages of a story."""

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from extractor.article import Page
from extractor.clean.addresses import StoryAddress, read_address
from extractor.errors import ExtractorError, SetAside
from extractor.outlets import Outlet, outlets
from extractor.sources.discovery.candidate import Candidate, Listing
from extractor.sources.discovery.lists import read_list
from extractor.sources.discovery.paging import next_listing
from extractor.sources.discovery.plan import plan
from extractor.sources.discovery.wanted import AwardWords, wanted
from extractor.sources.entering import Found
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.places import outlet_at, outlet_name, site_of
from extractor.sources.state.candidates import Met
from extractor.sources.state.lists import Due

BY_HAND = "by hand"
_LINK = re.compile(rb"""href\s{0,4}=\s{0,4}(?:"([^"]{1,2000})"|'([^']{1,2000})')""", re.IGNORECASE)
_LONGEST = 2_000_000
"""Bytes of a page in which the addresses of its further pages are looked for."""
_MOST_LINKS = 5_000
_DAY = 86_400.0
_WHOLE = 20 * 3600.0
_RECENT = 14 * _DAY
"""Seconds back from a usual night, or longer where a list was not read for longer, to which sitemaps are read."""


@lru_cache(maxsize=8)
def _digest(awards: AwardWords) -> str:
    said = repr([(term.tokens, term.unsure, term.giver) for award in awards.awards for term in award.terms])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


class Finder(NamedTuple):
    """The awards looked for, and the first day of the stories that are; None: a usual night.

    `refetch` has stories that were stored asked for again, conditionally, where a list names them.
    """

    awards: AwardWords
    since: date | None = None
    refetch: bool = False

    def plan(self, outlet: Outlet, now: float) -> tuple[Listing, ...]:
        """The lists to ask of an outlet in a night."""
        today = (datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(outlet.zone))).date()
        return plan(outlet, self.awards, self.since, today)

    @property
    def words(self) -> str:
        """A digest of the words by which stories are judged."""
        return _digest(self.awards)

    def in_list(self, due: Due, exchange: Exchange) -> Found:
        """The stories that a list names, each judged, and its further lists."""
        outlet, since = outlet_at(exchange.url), self._since(due, exchange)
        listed = read_list(due.listing, exchange.body, exchange.url, outlet, exchange.charset, since)
        following = next_listing(due.listing, listed)
        return Found(
            tuple(self.met(one, due.listing.url) for one in listed.candidates),
            listed.own,
            self.words,
            listed.further,
            (following,) if following else (),
            listed.said,
            since=since,
            refetch=self.refetch,
        )

    def _since(self, due: Due, exchange: Exchange) -> str | None:
        """The first day of the stories looked for in a list; sitemaps go back to the outlet's first day."""
        if self.since or due.listing.why != "sitemap" or not exchange.hops:
            return self.since.isoformat() if self.since else None
        now = exchange.hops[-1].at
        first = min(now - _RECENT, now - _RECENT if due.whole is None else due.whole - _DAY)
        return datetime.fromtimestamp(first, UTC).date().isoformat()

    def met(self, candidate: Candidate, found_in: str, why: str | None = None) -> Met:
        """A story that a list names; `why` says that it is wanted whatever its words are."""
        address = candidate.address
        told = candidate.headline, candidate.summary, candidate.published
        return Met(
            candidate.url, address, outlet_name(address), *told, found_in, why or wanted(candidate, self.awards)
        )


def in_story(exchange: Exchange) -> Found:
    """The further pages of a story: the one that holds all where the site has it, the single ones behind it."""
    outlet = outlet_at(exchange.url)
    own = read_address(exchange.url, outlet)
    if own is None or own.whole or not _leads_on(exchange, own, outlet):
        return Found()
    from extractor.clean.encoding import decode
    from extractor.clean.several import numbering
    from extractor.clean.tree import parse

    page = Page(exchange.url, exchange.body, exchange.url, exchange.media_type, exchange.charset)
    try:
        place = numbering(parse(decode(page.content, page.source, page.charset).text), page, outlet)
    except SetAside:
        return Found()
    if place.whole or place.of is None:
        return Found()
    single = _on_the_site(exchange.url, place.others)
    if place.everything and exchange.ask.why == "article":
        return Found(pages=_on_the_site(exchange.url, [(None, place.everything)]), single=single)
    return Found(pages=single)


def _on_the_site(here: str, ways: Iterable[tuple[int | None, str]]) -> dict[str, int | None]:
    """The addresses of further pages that lie on the site of the first, with their numbers."""
    joined = {urljoin(here, url): number for number, url in ways}
    return {url: number for url, number in joined.items() if number != 1 and site_of(url) == site_of(here)}


def _leads_on(exchange: Exchange, own: StoryAddress, outlet: Outlet | None) -> bool:
    """Whether a page links to another page of its story; only such pages are read whole."""
    if len(exchange.body) > _LONGEST or exchange.media_type not in (None, "text/html", "application/xhtml+xml"):
        return False
    for count, found in enumerate(_LINK.finditer(exchange.body)):
        if count > _MOST_LINKS:
            return False
        href = (found[1] or found[2]).decode("ascii", "ignore").replace("&amp;", "&").strip()
        if not href.startswith("?") and own.story.rpartition("/")[2][:12] not in href:
            continue
        try:
            read = read_address(urljoin(exchange.url, href), outlet)
        except ValueError:
            continue
        if read and read.story == own.story and (read.whole or read.page not in (None, own.page or 1)):
            return True
    return False


def selected(names: tuple[str, ...]) -> tuple[Outlet, ...]:
    """The outlets of these names, ids or hosts; all where none is named."""
    if not names:
        return outlets().all
    found = [called(name) for name in names]
    unknown = next((name for name, one in zip(names, found, strict=True) if one is None), None)
    if unknown is not None:
        raise ExtractorError(f"no outlet is called {unknown!r}: `extractor sources list` names them all")
    return tuple(dict.fromkeys(one for one in found if one is not None))


def called(name: str) -> Outlet | None:
    """The outlet of an id, host or name; None where no file tells of it, `ExtractorError` where it may be several."""
    known, said = outlets(), name.strip().lower()
    exact = next((one for one in known.all if said in (one.id, *one.domains)), None) or known.of(said)
    if exact:
        return exact
    like = [one for one in known.all if said in ((one.name or "").lower(), one.id.partition(".")[0])]
    if len(like) > 1:
        raise ExtractorError(f"{name!r} may be {', '.join(one.id for one in like)}: say which")
    return like[0] if like else None


def conditional(due: Due, now: float, words: str) -> Ask:
    """The request for a list: conditional, but whole once a day, for there are feeds that answer 304 for ever.

    It is whole too where the words have changed by which its stories are judged.
    """
    fresh = due.whole is not None and 0 <= now - due.whole < _WHOLE and due.words == words
    etag, modified = (due.etag, due.modified) if fresh else (None, None)
    return Ask(due.listing.url, due.listing.why, due.found_in, etag, modified)
