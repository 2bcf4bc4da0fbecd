"""The crawl as a command: options to a night, progress while it goes on, the summary and the exit code at its end."""

import json
import os
import shlex
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from extractor.cli import DONE, SET_ASIDE, fail, printable, printable_piece
from extractor.cli.clock import now
from extractor.nightly.work import Stop
from extractor.outlets import Outlet
from extractor.settings import settings_of
from extractor.sources.crawl import Bounds, Told
from extractor.sources.discovery.wanted import award_words
from extractor.sources.fetching import Fetcher
from extractor.sources.finding import Finder, called, selected
from extractor.sources.network import Network
from extractor.sources.night import Night, crawl, given_by_hand, planned
from extractor.sources.settings import Settings, crawl_settings, read_settings
from extractor.sources.summary import Summary

_EVERY = 60.0
"""Seconds between two lines of a log that say how the crawl stands."""


class Wanted(NamedTuple):
    """What the options ask for."""

    data: Path
    names: tuple[str, ...] = ()
    since: datetime | None = None
    limit: int | None = None
    deadline: float | None = None
    refetch: bool = False
    dry_run: bool = False
    contact: str | None = None
    workers: int | None = None
    form: str = "text"


def network(settings: Settings) -> Network:
    """How the net is used; tests put one of their own in its place."""
    return Network(settings.user_agent)


def crawling(wanted: Wanted) -> int:
    """Do a night's work, or say what it would be; the exit code."""
    outlets, named = _outlets(wanted)
    finder = Finder(award_words(), wanted.since.date() if wanted.since else None, wanted.refetch)
    bounds = Bounds(wanted.limit, wanted.deadline, named)
    if wanted.dry_run:
        told = settings_of(wanted.data, os.environ, contact=wanted.contact, workers=wanted.workers)
        settings = crawl_settings(told, told.contact or "nobody@example.org")  # nobody is asked, nobody need be reached
        return _dry(Night(wanted.data, settings, Fetcher(network(settings)), finder, outlets, bounds), wanted.form)
    settings = read_settings(wanted.data, os.environ, wanted.contact, wanted.workers)
    command = shlex.join(["extractor", *sys.argv[1:]])
    night = Night(wanted.data, settings, Fetcher(network(settings)), finder, outlets, bounds, command=command)
    stop = Stop(time.monotonic)
    with progress() as shown, stopped_by_signals(stop.ask):
        summary = crawl(night, shown.tell, lambda work: stop.listen(work.stop))
    return _told(summary, wanted.form)


def _outlets(wanted: Wanted) -> tuple[tuple[Outlet, ...], frozenset[str] | None]:
    """The outlets that are meant, and their ids and the sites given by hand; None for these: all."""
    if not wanted.names:
        return selected(()), None
    by_hand = given_by_hand(wanted.data)
    sites = {name for name in wanted.names if name in by_hand and called(name) is None}
    others = tuple(name for name in wanted.names if name not in sites)
    outlets = selected(others) if others else ()
    return outlets, frozenset((*(outlet.id for outlet in outlets), *sites))


def _told(summary: Summary, form: str) -> int:
    """Print the summary; the exit code."""
    if form == "json":
        print(json.dumps(summary.to_dict(), ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(printable_piece, summary.to_lines())))
    if summary.outcome == "failed":
        return fail(summary.reason or "it failed")
    if faults := summary.faults():
        return fail(f"the counts do not add up: {faults[0]}")
    if summary.reached_nobody:
        return fail(f"none of {sum(summary.requests.values())} requests was answered: is there a way to the net?")
    return SET_ASIDE if summary.failed else DONE


def _dry(night: Night, form: str) -> int:
    """Print what a night would ask."""
    lists, waiting = planned(night)
    if form == "json":
        told = {name: {"lists": [one.url for one in lists.get(name, ())], "waiting": waiting[name]} for name in
                sorted({*lists, *waiting})}  # fmt: skip
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return DONE
    for name in sorted({*lists, *waiting}):
        print(f"{name}: {len(lists.get(name, ()))} lists, {waiting[name]} articles that wait")
        for listing in lists.get(name, ()):
            print(f"  {listing.why:<8} {listing.url}")
    return DONE


@contextmanager
def stopped_by_signals(ask: Callable[[str], object]) -> Iterator[None]:
    """SIGTERM and SIGINT ask for the end, so that what is under way is finished; a second one ends it at once."""
    asked = False

    def hear(number: int, _: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        ask(f"asked to end ({signal.Signals(number).name})")

    before = {number: signal.signal(number, hear) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, action in before.items():
            signal.signal(number, action)


class _Log:
    """Plain lines on standard error: what went wrong at once, how it stands every minute."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def tell(self, told: Told) -> None:
        """An exchange has ended."""
        last = told.last
        if last is not None and last.outcome not in ("ok", "unchanged"):
            reason = f": {last.reason}" if last.reason else ""
            self.say(f"{last.outcome}: {last.ask.why} {last.ask.url}{reason}")
        if time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            self.say(_standing(told))

    def say(self, line: str) -> None:
        """A line with the time."""
        print(f"{now()} {printable(line)}", file=sys.stderr, flush=True)

    def now(self, what: str) -> None:
        """What is being done, where there is a line that changes."""


class _Terminal(_Log):
    """One line that changes, with the faults above it."""

    def __init__(self) -> None:
        super().__init__()
        from rich.console import Console

        self._status = Console(stderr=True).status("begins")
        self._status.start()

    def tell(self, told: Told) -> None:
        """An exchange has ended."""
        self._status.update(_standing(told))
        super().tell(told._replace(last=None) if told.last and told.last.outcome == "moved" else told)

    def say(self, line: str) -> None:
        """A line above the one that changes."""
        self._status.console.print(printable(line), markup=False, highlight=False, soft_wrap=True)

    def now(self, what: str) -> None:
        """What is being done."""
        self._status.update(printable(what))

    def end(self) -> None:
        """The line goes."""
        self._status.stop()


@contextmanager
def progress() -> Iterator[_Log]:
    """What tells people how a crawl goes: a line that changes on a terminal, a log elsewhere."""
    if not sys.stderr.isatty():
        yield _Log()
        return
    terminal = _Terminal()
    try:
        yield terminal
    finally:
        terminal.end()


def _standing(told: Told) -> str:
    became = ", ".join(f"{name} {number}" for name, number in sorted(told.became.items()))
    standing = f"{told.requests} requests, {told.busy} under way, {told.waiting} articles wait"
    return f"{standing}; {became}" if became else standing
