"""The lists to be asked each night, and what came of each the last time."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from extractor.sources.discovery.candidate import Listing
from extractor.sources.state.tables import lists, sources

_AT_ONCE = 500
_WEEK = 7 * 86_400.0
"""Seconds after which a list that is dead is asked for again."""
_LIST = update(lists).where(lists.c.url == bindparam("key"))
_LIST_AT = select(lists).where(lists.c.url == bindparam("key"))


class Due(NamedTuple):
    """A list that is to be asked this night: what discovery knows of it, its outlet, and what it said the last time."""

    listing: Listing
    outlet: str
    found_in: str | None
    etag: str | None
    modified: str | None
    whole: float | None
    words: str | None = None


def plan_lists(
    connection: Connection, outlet: str, listings: tuple[Listing, ...], night: float, found_in: str | None = None
) -> list[Due]:
    """Have lists asked this night; those of them that were not planned or asked in it before.

    For one that is dead, those that stand behind it are asked.
    """
    alive, had = _alive(connection, listings, night)
    distinct = {listing.url: listing for listing in reversed(alive)}
    fresh = [one for one in reversed(distinct.values()) if one.url not in had or had[one.url].due != night]
    if not fresh:
        return []
    shared = {"outlet": outlet, "due": night, "open": 1}
    rows = [shared | {"url": one.url, "found_in": found_in, "listing": _to_json(one)} for one in fresh]
    row = upsert(lists)
    again = {name: row.excluded[name] for name in ("outlet", "due", "open", "listing")}
    connection.execute(row.on_conflict_do_update(index_elements=["url"], set_=again), rows)
    return [_planned(one, outlet, found_in, had.get(one.url)) for one in fresh]


def alive(connection: Connection, listings: Iterable[Listing], night: float) -> tuple[Listing, ...]:
    """The lists that are not dead, those that stand behind a dead one in its place."""
    return _alive(connection, listings, night)[0]


def _alive(
    connection: Connection, listings: Iterable[Listing], night: float
) -> tuple[tuple[Listing, ...], dict[str, Row[Any]]]:
    """The lists that are not dead, and what is known of them, by address."""
    ways = [way for listing in listings for way in _ways(listing)]
    urls = list({way.url for way in ways})
    had = {row.url: row for some in _chunks(urls) for row in connection.execute(_at(some))}
    found: list[Listing] = []
    waiting = list(listings)[::-1]
    while waiting:
        listing = waiting.pop()
        if _is_dead(listing, had.get(listing.url), night):
            waiting += reversed(listing.otherwise)
        else:
            found.append(listing)
    return tuple(found), had


def _ways(listing: Listing) -> Iterator[Listing]:
    yield listing
    for behind in listing.otherwise:
        yield from _ways(behind)


def _is_dead(listing: Listing, row: Row[Any] | None, night: float) -> bool:
    """Whether a list was gone the last time, and worked for a week no more: it is asked for again when a week is over.

    The page of a day may be made later that day, and a list that was short may have a further page tomorrow.
    """
    if row is None or row.outcome != "gone" or row.due == night or listing.day or listing.page > 1:
        return False
    worked = row.whole is not None and night - row.whole < _WEEK
    return not worked and 0 <= night - row.asked < _WEEK


def _planned(listing: Listing, outlet: str, found_in: str | None, before: Row[Any] | None) -> Due:
    if before is None:
        return Due(listing, outlet, found_in, None, None, None)
    return Due(listing, outlet, before.found_in, before.etag, before.modified, before.whole, before.words)


def _at(urls: list[str]) -> Select[Any]:
    return select(lists).where(lists.c.url.in_(urls))


def _chunks(urls: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(urls), _AT_ONCE):
        yield urls[start : start + _AT_ONCE]


def due_lists(connection: Connection, outlets: frozenset[str] | None) -> list[Due]:
    """The lists that were planned and not answered since; None: of all outlets.

    Those that were not asked for longest come first: a site's budget may not be enough for all of them in a night.
    """
    waiting = select(lists).where(lists.c.open == 1).order_by(lists.c.asked.asc().nulls_first(), lists.c.url)
    rows = connection.execute(waiting).all()
    return [_due(row) for row in rows if outlets is None or row.outlet in outlets]


def list_at(connection: Connection, url: str) -> Row[Any] | None:
    """What is known of a list."""
    return connection.execute(_LIST_AT, {"key": url}).first()


def sitemaps_of(connection: Connection, url: str) -> tuple[Listing, ...]:
    """The sitemaps that one named, the last time that it was read."""
    rows = connection.execute(select(lists).where((lists.c.found_in == url) & (lists.c.url != url)))
    return tuple(listing for row in rows if (listing := listing_of(row)).why == "sitemap" and listing.depth > 0)


def mapless_at(connection: Connection, origin: str, night: float) -> Row[Any] | None:
    """A list of a night at an origin ("https://host") of which no sitemap is known; None: there is none."""
    at_origin = (lists.c.url >= f"{origin}/") & (lists.c.url < f"{origin}0")  # "0" is what follows "/"
    rows = connection.execute(select(lists).where(at_origin & (lists.c.due == night))).all()
    return next((row for row in rows if listing_of(row).mapless), None)


def listing_of(row: Row[Any]) -> Listing:
    """What discovery knows of a list."""
    return _from_json(row.listing)


def answer_list(connection: Connection, url: str, told: dict[str, Any]) -> None:
    """What came of a list: columns of `lists`; it is not asked again for its night."""
    connection.execute(_LIST, {"open": 0} | told | {"key": url})


def add_source(connection: Connection, url: str, why: str, outlet: str, now: float) -> bool:
    """Keep a list that was given by hand; False where it was kept before."""
    row = upsert(sources).values(url=url, why=why, outlet=outlet, added=now).on_conflict_do_nothing()
    return connection.execute(row).rowcount > 0


def sources_by_hand(connection: Connection) -> dict[str, tuple[Listing, ...]]:
    """The lists that were given by hand, by outlet."""
    found: dict[str, tuple[Listing, ...]] = {}
    for row in connection.execute(select(sources).order_by(sources.c.added)):
        found[row.outlet] = (*found.get(row.outlet, ()), Listing(row.url, row.why))
    return found


def _due(row: Row[Any]) -> Due:
    return Due(_from_json(row.listing), row.outlet, row.found_in, row.etag, row.modified, row.whole, row.words)


def _to_json(listing: Listing) -> str:
    return json.dumps(listing._asdict() | {"otherwise": [json.loads(_to_json(one)) for one in listing.otherwise]})


def _from_json(text: str) -> Listing:
    return _listing(json.loads(text))


def _listing(told: dict[str, Any]) -> Listing:
    known = {name: told[name] for name in Listing._fields if name in told}
    return Listing(**known | {"otherwise": tuple(_listing(one) for one in told.get("otherwise", ()))})
