"""A night from its beginning to its end: the folder locked, what a kill left mended, the work planned and done."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from extractor.errors import ExtractorError
from extractor.outlets import Outlet
from extractor.sources.archive import Archive
from extractor.sources.crawl import Bounds, Clocks, Crawl, Told
from extractor.sources.discovery.candidate import Listing
from extractor.sources.discovery.sitemaps import named_in_robots
from extractor.sources.entering import LISTS, Finished
from extractor.sources.finding import Finder
from extractor.sources.lock import locked
from extractor.sources.places import origin_of, robots_of
from extractor.sources.settings import Settings
from extractor.sources.state import Run, State, StateError, begin_run, end_run
from extractor.sources.state.candidates import (
    became,
    outlets_met,
    stored_since,
    take_up,
    take_up_pages,
    waiting_by_outlet,
)
from extractor.sources.state.hosts import permission_of
from extractor.sources.state.lists import Due, alive, due_lists, list_at, listing_of, plan_lists, sources_by_hand
from extractor.sources.summary import Summary
from extractor.sources.working import Fetches, read
from extractor.sources.writing import catch_up, take_back

STATE, ARCHIVE = "state.sqlite", "archive"


class Night(NamedTuple):
    """What a night is to do: the folder, how it asks, what it looks for, in which outlets, how far.

    `held` says that whoever calls holds the folder's lock.
    """

    folder: Path
    settings: Settings
    fetcher: Fetches
    finder: Finder
    outlets: tuple[Outlet, ...]
    bounds: Bounds = Bounds()
    clocks: Clocks = Clocks()
    command: str = "extractor crawl"
    limit: int = 1024**3
    held: bool = False


def made(folder: Path) -> None:
    """Make a data folder where it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExtractorError(f"{folder}: cannot be made: {error.strerror or error}") from error


@contextmanager
def _open(night: Night) -> Iterator[tuple[Archive, State]]:
    """The folder's archive and state, with its lock held."""
    made(night.folder)
    lock = nullcontext() if night.held else locked(night.folder, night.command, night.clocks.wall())
    with (
        lock,
        State(night.folder / STATE) as state,
        Archive(night.folder / ARCHIVE, night.limit, night.clocks.wall) as archive,
    ):
        yield archive, state


def crawl(
    night: Night,
    tell: Callable[[Told], object] = lambda _: None,
    begun: Callable[[Crawl], object] = lambda _: None,
) -> Summary:
    """Do a night's work; raises `Locked` where another does it. `begun` is given the crawl, to stop it by."""
    with _open(night) as (archive, state):
        wall = night.clocks.wall
        with state.transaction() as connection:
            run = begin_run(connection, wall(), night.command)
            _plan(connection, night, run)
        said = tuple(_mend(night, archive, state, run))
        work = Crawl(
            night.settings, archive, state, run, night.fetcher, night.finder, night.bounds, night.clocks, tell
        )
        begun(work)
        _take_up(night, state, run, work)
        work.work()
        return _end(night, state, run, work, said)


def _mend(night: Night, archive: Archive, state: State, run: Run) -> Iterator[str]:
    """Bring archive and state together, where the last run was killed; what was done, one line each."""
    yield from (str(lost) for lost in archive.lost)

    def again(connection: Connection, finished: Finished) -> Finished:
        ask = finished.exchange.ask
        row = list_at(connection, ask.url) if ask.why in LISTS else None
        due = Due(listing_of(row), row.outlet, row.found_in, None, None, None) if row else None
        return finished._replace(found=read(night.finder, finished.exchange, due))

    if taken := take_back(archive, state):
        yield f"{taken} exchanges that the archive has lost are asked for again"
    if entered := catch_up(archive, state, run, again):
        yield f"{entered} exchanges of the last run were read from the archive"


def _plan(connection: Connection, night: Night, run: Run) -> None:
    """The lists of the night; those of a night that is taken up again are planned already."""
    by_hand = sources_by_hand(connection)
    for outlet in night.outlets:
        listings = (*by_hand.pop(outlet.id, ()), *night.finder.plan(outlet, run.night))
        plan_lists(connection, outlet.id, listings, run.night)
        for found_in, named in _named(connection, listings, night.clocks.wall()).items():
            plan_lists(connection, outlet.id, named, run.night, found_in)
    for name, given in by_hand.items():
        if night.bounds.outlets is None or name in night.bounds.outlets:
            plan_lists(connection, name, given, run.night)


def _named(connection: Connection, listings: tuple[Listing, ...], now: float) -> dict[str, tuple[Listing, ...]]:
    """The sitemaps that robots.txt files name which are not asked for again this night, by the files' addresses."""
    found = {}
    for origin in {origin_of(listing.url) for listing in listings if listing.mapless} - {None}:
        known = permission_of(connection, str(origin))
        if known is not None and known.since <= now < known.until:
            file = robots_of(str(origin))
            found[file] = named_in_robots(known.rules.sitemaps, file)
    return found


def _take_up(night: Night, state: State, run: Run, work: Crawl) -> None:
    """What is to be asked: the stories that wait, and the lists that were not asked yet."""
    now, outlets = night.clocks.wall(), night.bounds.outlets
    with state.transaction() as connection:
        waiting = [*take_up(connection, run.id, now, outlets), *take_up_pages(connection, now, outlets)]
        lists = due_lists(connection, outlets)
        work.met = Counter({name: counts.total() for name, counts in became(connection, run.id).items()})
    for one in waiting:
        work.add_story(one)
    for due in lists:
        work.add_list(due)


def _end(night: Night, state: State, run: Run, work: Crawl, said: tuple[str, ...]) -> Summary:
    """What became of the run, kept with it; where that fails too, the first failure is the one to tell."""
    outcome = "failed" if work.broken or work.is_offline else "stopped" if work.stopped else "done"
    with state.transaction() as connection:
        counted = became(connection, run.id)
    summary = Summary(
        run.id,
        run.started,
        night.clocks.wall(),
        outcome,
        work.broken or work.stopped,
        work.met,
        counted,
        Counter(work.open.values()),
        work.requests,
        work.left_alone(),
        said,
    )
    try:
        with state.transaction() as connection:
            end_run(connection, run, summary.ended, outcome, {"reason": summary.reason, "counts": summary.to_dict()})
    except StateError:
        if not work.broken:
            raise
    return summary


def planned(night: Night) -> tuple[dict[str, tuple[Listing, ...]], Counter[str]]:
    """The lists that a night would ask of each outlet, and how many stories wait at each; nothing is asked or kept."""
    now = night.clocks.wall()
    lists = {outlet.id: night.finder.plan(outlet, now) for outlet in night.outlets}
    path = night.folder / STATE
    if not path.is_file():
        return lists, Counter()
    with State(path, read_only=True) as state, state.transaction() as connection:
        for name, listings in lists.items():
            named = chain(*_named(connection, listings, now).values())
            lists[name] = alive(connection, (*listings, *named), now)
        for name, given in sources_by_hand(connection).items():
            if night.bounds.outlets is None or name in night.bounds.outlets:
                lists[name] = (*given, *lists.get(name, ()))
        return lists, waiting_by_outlet(connection, now, night.bounds.outlets)


def given_by_hand(folder: Path) -> frozenset[str]:
    """The sites that a data folder knows from `extractor sources add`, and those that its lists led to."""
    path = folder / STATE
    if not path.is_file():
        return frozenset()
    with State(path, read_only=True) as state, state.transaction() as connection:
        return outlets_met(connection) | sources_by_hand(connection).keys()


def gave(folder: Path, since: float) -> Counter[str]:
    """How many articles were stored for the first time since a moment (seconds UTC), by outlet."""
    path = folder / STATE
    if not path.is_file():
        return Counter()
    with State(path, read_only=True) as state, state.transaction() as connection:
        return stored_since(connection, since)
