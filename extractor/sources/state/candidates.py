"""The stories that lists name: met, wanted or not, asked for, and what came of each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from extractor.sources.exchange import Ask
from extractor.sources.state.tables import candidates, pages

_AT_ONCE = 500
_CANDIDATE = update(candidates).where(candidates.c.url == bindparam("key"))
_CANDIDATE_AT = select(candidates).where(candidates.c.address == bindparam("key"))
_PAGE = update(pages).where(pages.c.address == bindparam("key"))


class Met(NamedTuple):
    """A story that a list names: its addresses and what the list says; `wanted` says why, None: it is not."""

    url: str
    address: str
    outlet: str
    headline: str | None
    summary: str | None
    published: str | None
    found_in: str
    wanted: str | None
    moves: int = 0


class Waiting(NamedTuple):
    """An address to be asked for, and the outlet among whose counts it is."""

    ask: Ask
    outlet: str


class Meeting(NamedTuple):
    """The stories of a list that are to be asked for, and how many of each outlet the run had not met before."""

    asks: tuple[Waiting, ...]
    met: Counter[str]


def known(connection: Connection, urls: Iterable[str]) -> dict[str, Row[Any]]:
    """What is known of stories, by their canonical addresses."""
    found: dict[str, Row[Any]] = {}
    distinct = list(dict.fromkeys(urls))
    for start in range(0, len(distinct), _AT_ONCE):
        where = candidates.c.url.in_(distinct[start : start + _AT_ONCE])
        found |= {row.url: row for row in connection.execute(select(candidates).where(where))}
    return found


def meet(connection: Connection, stories: list[Met], run: int, now: float, *, refetch: bool = False) -> Meeting:
    """Enter the stories that a list names; each counts once in a run, wherever it is named."""
    rows = known(connection, (story.url for story in stories))
    best: dict[str, Met] = {}
    for story in stories:
        if story.url not in best or (best[story.url].wanted is None and story.wanted is not None):
            best[story.url] = story
    new = [story for url, story in best.items() if url not in rows]
    asks = [Waiting(Ask(story.address, "article", story.found_in), story.outlet) for story in new if story.wanted]
    met = Counter(story.outlet for story in new)
    if new:
        connection.execute(insert(candidates), [_row(story, run, now) for story in new])
    for url, row in rows.items():
        if row.run != run:
            met[row.outlet] += 1
        if ask := _met_again(connection, best[url], row, run, refetch):
            asks.append(Waiting(ask, row.outlet))
    return Meeting(tuple(asks), met)


def _row(story: Met, run: int, now: float) -> dict[str, Any]:
    state, reason = ("waiting", None) if story.wanted else ("set aside", "names no award")
    more = {"found": now, "run": run, "state": state, "became": state, "reason": reason, "attempts": 0}
    return story._asdict() | more


def _met_again(connection: Connection, story: Met, row: Row[Any], run: int, refetch: bool) -> Ask | None:
    """A story that was known: asked for where it waits, is wanted only now, or where its list says that it changed."""
    told: dict[str, Any] = {"run": run}
    first = row.run != run
    newly = story.wanted is not None and row.wanted is None
    changed = _has_changed(story, row)
    again = row.wanted is not None and row.became != "waiting" and row.state == "stored"
    ask = newly or (first and row.state == "waiting") or (again and (changed or (refetch and first)))
    if newly:
        told |= {"wanted": story.wanted, "found_in": story.found_in, "state": "waiting", "reason": None}
        told |= {"headline": story.headline or row.headline, "address": story.address}
    if changed:
        told["published"] = story.published
    if ask:
        told["became"] = "waiting"
    elif first:
        told["became"] = "unchanged" if row.state == "stored" else "set aside"
    if len(told) > 1 or first:
        connection.execute(update(candidates).where(candidates.c.url == row.url).values(told))
    if not ask:
        return None
    return Ask(told.get("address", row.address), "article", story.found_in, row.etag, row.modified)


def _has_changed(story: Met, row: Row[Any]) -> bool:
    """Whether the list that named a story gives it a later time now than then."""
    if story.found_in != row.found_in or not story.published or not row.published:
        return False
    return len(story.published) == len(row.published) and story.published > row.published


def take_up(connection: Connection, run: int, now: float, outlets: frozenset[str] | None) -> list[Waiting]:
    """The stories that are still to be asked for, from earlier runs; they count in this one."""
    open_ = (candidates.c.state == "waiting") | (candidates.c.again <= now)
    where = candidates.c.wanted.is_not(None) & open_
    if outlets is not None:
        where &= candidates.c.outlet.in_(outlets)
    rows = connection.execute(select(candidates).where(where).order_by(candidates.c.found, candidates.c.url)).all()
    connection.execute(update(candidates).where(where).values(run=run, became="waiting"))
    return [Waiting(Ask(row.address, "article", row.found_in, row.etag, row.modified), row.outlet) for row in rows]


def wanted_urls(connection: Connection) -> Iterator[str]:
    """The canonical addresses of all stories that were ever wanted."""
    for row in connection.execute(select(candidates.c.url).where(candidates.c.wanted.is_not(None))):
        yield row[0]


def candidate_at(connection: Connection, address: str) -> Row[Any] | None:
    """The story that is asked for at an address."""
    return connection.execute(_CANDIDATE_AT, {"key": address}).first()


def answer_candidate(connection: Connection, url: str, told: dict[str, Any]) -> None:
    """What came of a story: columns of `candidates`."""
    connection.execute(_CANDIDATE, told | {"key": url})


def add_pages(
    connection: Connection, story: str, numbered: dict[str, int | None], *, spare: bool = False
) -> list[str]:
    """Have further pages of a story asked for: addresses and numbers; the addresses that were not asked for before.

    Spare ones are only kept, for `wake_pages`.
    """
    if not numbered:
        return []
    columns = pages.c.address, pages.c.state
    had = {row.address: row.state for row in connection.execute(select(*columns).where(pages.c.story == story))}
    new = [address for address in numbered if address not in had]
    if new:
        shared = {"story": story, "state": "spare" if spare else "waiting", "attempts": 0}
        rows: list[dict[str, Any]] = [shared | {"address": one, "number": numbered[one]} for one in new]
        connection.execute(insert(pages).prefix_with("OR IGNORE"), rows)
    slept = [] if spare else [address for address in numbered if had.get(address) == "spare"]
    for address in slept:
        answer_page(connection, address, {"state": "waiting"})
    return slept + new


def wake_pages(connection: Connection, story: str) -> list[str]:
    """Have the spare pages of a story asked for; their addresses."""
    spare = (pages.c.story == story) & (pages.c.state == "spare")
    found = connection.execute(select(pages.c.address).where(spare).order_by(pages.c.number)).scalars().all()
    connection.execute(update(pages).where(spare).values(state="waiting"))
    return list(found)


def page_at(connection: Connection, address: str) -> Row[Any] | None:
    """The further page of a story that is asked for at an address."""
    return connection.execute(select(pages).where(pages.c.address == address)).first()


def answer_page(connection: Connection, address: str, told: dict[str, Any]) -> None:
    """What came of a further page: columns of `pages`."""
    connection.execute(_PAGE, told | {"key": address})


def take_up_pages(connection: Connection, now: float, outlets: frozenset[str] | None) -> Iterator[Waiting]:
    """The further pages that are still to be asked for."""
    open_ = (pages.c.state == "waiting") | (pages.c.again <= now)
    joined = pages.join(candidates, candidates.c.url == pages.c.story)
    columns = (pages.c.address, candidates.c.address.label("first"), candidates.c.outlet)
    for row in connection.execute(select(*columns).select_from(joined).where(open_)):
        if outlets is None or row.outlet in outlets:
            yield Waiting(Ask(row.address, "page", row.first), row.outlet)


def became(connection: Connection, run: int) -> dict[str, Counter[str]]:
    """How many of the stories that a run met became what, by outlet."""
    columns = (candidates.c.outlet, candidates.c.became)
    counted = select(*columns, func.count()).where(candidates.c.run == run).group_by(*columns)
    found: dict[str, Counter[str]] = {}
    for outlet, what, number in connection.execute(counted):
        found.setdefault(outlet, Counter())[what] += number
    return found


def waiting_by_outlet(connection: Connection, now: float, outlets: frozenset[str] | None) -> Counter[str]:
    """How many stories are still to be asked for, by outlet."""
    open_ = (candidates.c.state == "waiting") | (candidates.c.again <= now)
    counted = select(candidates.c.outlet, func.count()).where(candidates.c.wanted.is_not(None) & open_)
    rows = connection.execute(counted.group_by(candidates.c.outlet)).all()
    return Counter({name: number for name, number in rows if outlets is None or name in outlets})


def outlets_met(connection: Connection) -> frozenset[str]:
    """The outlets and sites that stories were met of, or given by hand."""
    return frozenset(connection.execute(select(candidates.c.outlet).distinct()).scalars())


def stored_since(connection: Connection, since: float) -> Counter[str]:
    """How many stories were stored for the first time since a moment, by outlet."""
    counted = select(candidates.c.outlet, func.count()).where(candidates.c.fetched >= since)
    rows = connection.execute(counted.group_by(candidates.c.outlet)).all()
    return Counter({row[0]: row[1] for row in rows})
