"""What an exchange means for the state: entered in one transaction, and what is to be asked for because of it.

Nothing here asks the net or the clock, so that an exchange that a kill kept out of the state is entered from the
archive in the same way at the next start.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from extractor.clean.addresses import read_address
from extractor.sources.archive.stored import Stored, digest_of
from extractor.sources.discovery.candidate import Candidate, Listing
from extractor.sources.discovery.canonical import canonical
from extractor.sources.discovery.sitemaps import named_in_robots
from extractor.sources.exchange import Ask, Exchange
from extractor.sources.hosts import MOST_MOVES
from extractor.sources.permission import Permission, permission
from extractor.sources.places import origin_of, outlet_at, outlet_name, site_of
from extractor.sources.state import Run
from extractor.sources.state import candidates as stories
from extractor.sources.state import lists as lists_
from extractor.sources.state.candidates import Met, Waiting
from extractor.sources.state.fetches import add_fetch
from extractor.sources.state.hosts import keep_permission, keep_timing, permission_of
from extractor.sources.state.lists import Due

LISTS = ("feed", "sitemap", "index", "api")
_NIGHT = 6 * 3600.0
"""Seconds before what failed is tried again: in another night."""
_NIGHTS = 5
_OURS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, AssertionError)
_ROBOTS_AGAIN = 30 * 86_400.0
_BECAME = {"ok": "stored", "truncated": "stored", "unchanged": "unchanged", "moved": "set aside"}
_BECAME |= {"refused": "refused", "forbidden": "refused"}


class Found(NamedTuple):
    """What was read in a body: a list's stories and further lists, or the further pages of a story by number.

    The first `own` stories are the list's own. `words` are those by which they were judged, as a digest. `single` are
    the pages to ask for where the one that holds all of them is not to be had.
    """

    stories: tuple[Met, ...] = ()
    own: int = 0
    words: str | None = None
    further: tuple[Listing, ...] = ()
    following: tuple[Listing, ...] = ()
    said: tuple[str, ...] = ()
    pages: Mapping[str, int | None] = {}
    single: Mapping[str, int | None] = {}
    since: str | None = None
    refetch: bool = False


class Finished(NamedTuple):
    """An exchange that has ended, what was read in it, and the row of its site's timing.

    `last` is true where the address is not tried again this night.
    """

    exchange: Exchange
    found: Found = Found()
    timing: dict[str, Any] | None = None
    last: bool = True


class Entry(NamedTuple):
    """What an exchange leads to.

    `retry` where it is to be tried again this night; `asks` and `lists` are to be asked for, `permission` is of an
    origin that was asked for its robots.txt, `met` counts the stories that the run had not met.
    """

    retry: bool = False
    asks: tuple[Waiting, ...] = ()
    lists: tuple[Due, ...] = ()
    permission: tuple[str, Permission] | None = None
    met: Mapping[str, int] = {}
    became: str | None = None


def enter(
    connection: Connection, run: Run, finished: Finished, stored: tuple[Stored, ...], now: float
) -> Entry:
    """Enter an exchange: its fetch and its records, and what it means for what was asked for."""
    exchange = finished.exchange
    add_fetch(connection, run, exchange, stored, stored[0].at if stored else now)
    if finished.timing:
        keep_timing(connection, finished.timing)
    if not finished.last and exchange.passing and exchange.outcome in ("failed", "later"):
        return Entry(retry=True)
    try:
        with connection.begin_nested():
            return _meaning(connection, run, finished, now)
    except _OURS as error:  # it would come again at every start, for the archive holds the exchange
        return _fault(connection, exchange.ask, now, f"a fault of ours: {type(error).__name__}: {error}")


def _meaning(connection: Connection, run: Run, finished: Finished, now: float) -> Entry:
    """What an exchange means for what was asked for."""
    why = finished.exchange.ask.why
    if why == "robots":
        return _robots(connection, run, finished.exchange, now)
    if why in LISTS:
        return _list(connection, run, finished, now)
    if why == "page":
        return _page(connection, finished, now)
    if why == "article":
        return _article(connection, run, finished, now)
    return Entry()


def _fault(connection: Connection, ask: Ask, now: float, reason: str) -> Entry:
    """Enter that we could not make sense of an answer; it is not asked for again."""
    if ask.why in LISTS:
        lists_.answer_list(connection, ask.url, {"asked": now, "outcome": "failed", "reason": reason})
    elif ask.why == "page":
        stories.answer_page(connection, ask.url, {"state": "failed", "reason": reason, "again": None})
    elif row := stories.candidate_at(connection, ask.url):
        told = {"state": "failed", "reason": reason, "again": None, "became": "failed"}
        stories.answer_candidate(connection, row.url, told)
        return Entry(became="failed")
    return Entry()


def forbid(connection: Connection, ask: Ask, reason: str, now: float) -> Entry:
    """Enter that an address may not be asked for, by what its host's robots.txt says."""
    if ask.why in LISTS:
        lists_.answer_list(connection, ask.url, {"asked": now, "outcome": "forbidden", "reason": reason})
        return Entry()
    told = {"state": "refused", "reason": reason}
    if ask.why == "page":
        page = stories.page_at(connection, ask.url)
        stories.answer_page(connection, ask.url, told)
        return Entry(asks=_singly(connection, page, ask)) if page else Entry()
    row = stories.candidate_at(connection, ask.url)
    if row is not None:
        again = now + _NIGHT if now - row.found < _ROBOTS_AGAIN else None
        kept = {"state": "stored"} if row.fetched else {}
        stories.answer_candidate(connection, row.url, told | kept | {"again": again, "became": "refused"})
    return Entry(became="refused")


def _robots(connection: Connection, run: Run, exchange: Exchange, now: float) -> Entry:
    first = exchange.ask.found_in or exchange.ask.url
    if exchange.outcome == "moved":
        ask = Ask(exchange.url, "robots", found_in=first)
        return Entry(asks=(Waiting(ask, ""),))
    origin = origin_of(first) or first
    allowed = permission(exchange, now, permission_of(connection, origin))
    keep_permission(connection, origin, site_of(first), allowed)
    mapless = lists_.mapless_at(connection, origin, run.night)
    if mapless is None:
        return Entry(permission=(origin, allowed))
    named = named_in_robots(allowed.rules.sitemaps, first)
    return Entry(permission=(origin, allowed), lists=tuple(_plan(connection, mapless, named, run, first)))


def _list(connection: Connection, run: Run, finished: Finished, now: float) -> Entry:
    exchange, found = finished.exchange, finished.found
    row = lists_.list_at(connection, exchange.ask.url)
    if row is None:  # the state was lost, and the archive was not
        ask = exchange.ask
        lists_.plan_lists(connection, outlet_name(ask.url), (Listing(ask.url, ask.why),), now, ask.found_in)
        row = lists_.list_at(connection, ask.url)
        assert row is not None
    listing = lists_.listing_of(row)
    reason = exchange.reason or "; ".join(found.said) or None
    told: dict[str, Any] = {"asked": now, "outcome": exchange.outcome, "reason": reason}
    told |= {"open": int(now < run.night <= row.due)}  # of an earlier night, read from the archive
    if exchange.outcome == "moved":
        return _moved_list(connection, run, row, listing, exchange, told)
    if exchange.outcome not in ("ok", "truncated"):
        lists_.answer_list(connection, row.url, told)
        works = exchange.outcome == "unchanged"
        others = lists_.sitemaps_of(connection, row.url) if works else listing.otherwise
        return Entry(lists=tuple(_plan(connection, row, others, run)))
    headers = {name.lower(): value for name, value in exchange.hops[-1].headers} if exchange.hops else {}
    digest = digest_of(exchange.body)
    told |= {"digest": digest, "entries": len(found.stories), "words": found.words}
    told |= {"changed": now} if digest != row.digest else {}
    told |= {"whole": now} if not (exchange.ask.etag or exchange.ask.modified) else {}
    if exchange.outcome == "ok" and exchange.ask.url == exchange.url:
        told |= {"etag": headers.get("etag"), "modified": headers.get("last-modified")}
    lists_.answer_list(connection, row.url, told)
    if (digest, found.words) == (row.digest, row.words) and not found.refetch:
        return Entry(lists=tuple(_plan(connection, row, found.further, run)))
    new = _following(connection, found, run.night)
    meeting = stories.meet(connection, list(found.stories), run.id, now, refetch=found.refetch)
    others = () if found.stories or found.further else listing.otherwise
    planned = _plan(connection, row, (*found.further, *new, *others), run)
    return Entry(asks=meeting.asks, lists=tuple(planned), met=meeting.met)


def _following(connection: Connection, found: Found, night: float) -> tuple[Listing, ...]:
    """The next page of a list, where it is worth asking for: this one names stories that no earlier night knew."""
    from extractor.sources.discovery.paging import goes_on

    if not found.following:
        return ()
    own = found.stories[: found.own]
    rows = stories.known(connection, (story.url for story in own)).values()
    known = frozenset(row.url for row in rows if row.found < night)
    named = [Candidate(story.url, story.address, published=story.published) for story in own]
    return found.following if goes_on(named, known.__contains__, found.since) else ()


def _plan(
    connection: Connection, row: Row[Any], listings: tuple[Listing, ...], run: Run, found_in: str | None = None
) -> list[Due]:
    found_in = found_in or row.url
    return lists_.plan_lists(connection, row.outlet, listings, run.night, found_in) if listings else []


def _moved_list(
    connection: Connection, run: Run, row: Row[Any], listing: Listing, exchange: Exchange, told: dict[str, Any]
) -> Entry:
    """A list that lies elsewhere now: asked for there, as what it is here."""
    before: Row[Any] | None = row
    moves = 0
    while before is not None and before.outcome == "moved" and before.found_in and moves <= MOST_MOVES:
        before, moves = lists_.list_at(connection, before.found_in), moves + 1
    if moves >= MOST_MOVES:
        told |= {"outcome": "failed", "reason": f"more than {MOST_MOVES} redirects"}
        lists_.answer_list(connection, row.url, told)
        return Entry()
    lists_.answer_list(connection, row.url, told | {"reason": f"leads to {exchange.url}"})
    elsewhere = listing._replace(url=exchange.url, template=None)
    return Entry(lists=tuple(_plan(connection, row, (elsewhere,), run)))


def _page(connection: Connection, finished: Finished, now: float) -> Entry:
    exchange = finished.exchange
    row = stories.page_at(connection, exchange.ask.url)
    if row is None:
        return Entry()
    told = _settled(exchange, row.attempts + 1, row.state, now)
    stories.answer_page(connection, row.address, told)
    if told["state"] != "stored":
        return Entry(asks=_singly(connection, row, exchange.ask) if told["again"] is None else ())
    return Entry(asks=_pages(stories.add_pages(connection, row.story, dict(finished.found.pages)), exchange.ask))


def _singly(connection: Connection, page: Row[Any], ask: Ask) -> tuple[Waiting, ...]:
    """The single pages of a story whose address of all pages at once is not to be had."""
    return _pages(stories.wake_pages(connection, page.story), ask) if page.number is None else ()


def _pages(addresses: list[str], ask: Ask) -> tuple[Waiting, ...]:
    """Pages of a story to ask for, which `ask`, for another one of them, led to."""
    first = ask.found_in or ask.url
    return tuple(Waiting(Ask(one, "page", first), outlet_name(one)) for one in addresses)


def _article(connection: Connection, run: Run, finished: Finished, now: float) -> Entry:
    exchange = finished.exchange
    row = stories.candidate_at(connection, exchange.ask.url)
    if row is None:  # as above
        row = _unknown(connection, run, exchange, now)
    if exchange.outcome == "moved":
        return _moved_article(connection, run, row, exchange, now)
    became = "failed" if _is_empty(exchange) else _BECAME.get(exchange.outcome, "failed")
    told = _settled(exchange, row.attempts + 1, "stored" if row.fetched else row.state, now) | {"checked": now}
    asks: tuple[Waiting, ...] = ()
    if exchange.outcome in ("ok", "truncated") and not _is_empty(exchange):
        if front := _is_front(exchange):
            told |= {"state": "set aside", "reason": front}
            became = "set aside"
        else:
            digest = digest_of(exchange.body)
            became = "unchanged" if row.fetched and digest == row.digest else "stored"
            told |= _validators(exchange) | {"digest": digest, "fetched": row.fetched or now}
            stories.add_pages(connection, row.url, dict(finished.found.single), spare=True)
            new = stories.add_pages(connection, row.url, dict(finished.found.pages))
            asks = tuple(Waiting(Ask(one, "page", exchange.ask.url), row.outlet) for one in new)
    stories.answer_candidate(connection, row.url, told | {"became": became})
    return Entry(asks=asks, became=became)


def _unknown(connection: Connection, run: Run, exchange: Exchange, now: float) -> Row[Any]:
    """A story that only the archive knows, entered as one that was wanted."""
    address, found_in = exchange.ask.url, exchange.ask.found_in or "the archive"
    url, outlet = canonical(address, outlet_at(address)), outlet_name(address)
    met = Met(url, address, outlet, None, None, None, found_in, "it is in the archive")
    stories.meet(connection, [met], run.id, now)
    stories.answer_candidate(connection, url, {"address": address})
    row = stories.candidate_at(connection, address)
    assert row is not None
    return row


def _settled(exchange: Exchange, attempts: int, before: str, now: float) -> dict[str, Any]:
    """The columns that say what became of a story or a page of one; what was stored once stays so."""
    outcome, empty = exchange.outcome, _is_empty(exchange)
    broken = empty or (outcome in ("truncated", "failed", "later") and exchange.passing)
    again = now + _NIGHT if broken and attempts < _NIGHTS else None
    state = {"stored": "stored", "unchanged": "stored", "refused": "refused"}.get(_BECAME.get(outcome, ""), "failed")
    if empty or before == "stored":
        state = "stored" if before == "stored" else "failed"
    reason = exchange.reason or ("an empty page" if empty else None)
    return {"state": state, "reason": reason, "attempts": attempts, "again": again}


def _is_empty(exchange: Exchange) -> bool:
    """Whether an answer that says that all is well holds nothing: a story may be there another night."""
    return exchange.outcome in ("ok", "truncated") and (not exchange.body or exchange.body.isspace())


def _validators(exchange: Exchange) -> dict[str, str | None]:
    """What makes the next request conditional; none of a body that is not whole, or that came from elsewhere."""
    if exchange.outcome != "ok" or exchange.url != exchange.ask.url:
        return {"etag": None, "modified": None}
    headers = {name.lower(): value for name, value in exchange.hops[-1].headers} if exchange.hops else {}
    return {"etag": headers.get("etag"), "modified": headers.get("last-modified")}


def _is_front(exchange: Exchange) -> str | None:
    """Why a body is that of no story: its address leads to the site's front page."""
    if exchange.url == exchange.ask.url:
        return None
    asked, came = read_address(exchange.ask.url), read_address(exchange.url)
    return "leads to the front page" if asked and came and came.is_front and not asked.is_front else None


def _moved_article(connection: Connection, run: Run, row: Row[Any], exchange: Exchange, now: float) -> Entry:
    """A story that lies elsewhere: asked for there, unless that is known already."""
    moves, address = row.moves + 1, exchange.url
    if front := _is_front(exchange):
        told = {"state": "set aside", "reason": front, "again": None, "became": "set aside", "checked": now}
        stories.answer_candidate(connection, row.url, told)
        return Entry(became="set aside")
    if moves > MOST_MOVES or origin_of(address) is None:
        reason = f"more than {MOST_MOVES} redirects" if moves > MOST_MOVES else f"leads to {address}"
        told = {"state": "failed", "reason": reason, "again": None, "became": "failed", "checked": now}
        stories.answer_candidate(connection, row.url, told)
        return Entry(became="failed")
    url = canonical(address, outlet_at(address))
    if url == row.url:
        stories.answer_candidate(connection, row.url, {"address": address, "moves": moves, "checked": now})
        return Entry(asks=(Waiting(Ask(address, "article", exchange.ask.url), row.outlet),))
    told = {"state": "set aside", "reason": f"leads to {address}", "again": None, "became": "set aside"}
    stories.answer_candidate(connection, row.url, told | {"checked": now})
    told_of = row.headline, row.summary, row.published
    there = Met(url, address, outlet_name(address), *told_of, exchange.ask.url, row.wanted, moves)
    meeting = stories.meet(connection, [there], run.id, now)
    return Entry(asks=meeting.asks, met=meeting.met, became="set aside")
