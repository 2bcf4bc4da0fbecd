"""The nightly job as a command: options to a night, what is told of it where, the exit code at its end."""

import json
import os
import shlex
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from extractor.cli import DONE, fail, printable_piece
from extractor.cli import FAILED as UNABLE
from extractor.cli.clock import now
from extractor.cli.crawling import network, progress, stopped_by_signals
from extractor.errors import ExtractorError, Locked
from extractor.nightly import metrics
from extractor.nightly.journal import FAILED, Journal, unfinished
from extractor.nightly.log import logger
from extractor.nightly.night import Night, Report, counted, done_before, run
from extractor.nightly.ping import FAIL, START, SUCCESS, WHOLE, ping
from extractor.nightly.steps import STEPS
from extractor.nightly.work import Crawls, Step, Stop, Work
from extractor.outlets import Outlet
from extractor.settings import SettingsError, settings_of
from extractor.settings.deadlines import seconds_left
from extractor.settings.model import Configuration
from extractor.sources.fetching import Fetcher
from extractor.sources.finding import selected
from extractor.sources.network import Network
from extractor.sources.settings import Settings, named_settings


class Wanted(NamedTuple):
    """What the options ask for."""

    data: Path
    store: str | None = None
    deadline: str | None = None
    only: str | None = None
    first: str | None = None
    dry_run: bool = False
    contact: str | None = None
    form: str = "text"


def nightwork(wanted: Wanted) -> int:
    """Do a night's work, or say what it would be; the exit code."""
    steps = _steps(wanted)
    settings = settings_of(wanted.data, os.environ, store=wanted.store, contact=wanted.contact)
    begins, crawling = True, any(step.name == "crawl" for step in steps)
    if not (crawling or settings.store or wanted.data.is_dir()):
        raise ExtractorError(f"{wanted.data}: there is no such folder; a night that crawls, or an ingest, makes it")
    if crawling:
        try:
            crawl_settings(settings, wanted.data)  # where nobody is named the night does not begin
        except SettingsError as error:
            if not wanted.dry_run:
                raise
            print(f"no night would begin: {error}", file=sys.stderr)
            begins = False
    if wanted.dry_run:
        _dry(wanted, steps, settings)
        return DONE if begins else UNABLE
    deadline = wanted.deadline or settings.nightly.deadline
    left = None if deadline is None else seconds_left(deadline, datetime.now().astimezone())
    stop = Stop(time.monotonic, None if left is None else time.monotonic() + left)
    log = logger(wanted.data, now)
    whole = len(steps) == len(STEPS)
    night = Night(steps, whole, shlex.join(["extractor", *sys.argv[1:]]), log)
    try:
        with progress() as shown, stopped_by_signals(stop.ask):
            crawls = Crawls(lambda told: crawl_settings(told, wanted.data), fetcher, press, shown.tell)
            store = settings.store or wanted.data / "store.sqlite"

            def say(line: str) -> None:
                shown.say(line)
                shown.now(line)

            work = Work(wanted.data, settings, store, 0.0, time.time, stop, crawls, say)
            report = _watched(night, work)
    except OSError as error:
        where = error.filename or wanted.data
        what = error.strerror or error
        return fail(f"{where}: {what}: the night stopped here; mend that and run it again, it goes on at its step")
    return _told(report, wanted.form)


def crawl_settings(told: Configuration, folder: Path) -> Settings:
    """How the crawl is set; tests put settings of their own in its place."""
    return named_settings(told, folder)


def fetcher(settings: Settings) -> Fetcher:
    """What asks the press."""
    return Fetcher(network(settings))


def press() -> tuple[Outlet, ...]:
    """The outlets that are crawled; tests have their own."""
    return selected(())


def _steps(wanted: Wanted) -> tuple[Step, ...]:
    """The steps that are asked for."""
    names = [step.name for step in STEPS]
    for given in filter(None, (wanted.only, wanted.first)):
        if given not in names:
            raise click.UsageError(f"no step is called {given!r}: there are {', '.join(names)}")
    if wanted.only and wanted.first:
        raise click.UsageError("--only and --from do not go together")
    if wanted.only:
        return tuple(step for step in STEPS if step.name == wanted.only)
    return STEPS[names.index(wanted.first) :] if wanted.first else STEPS


def _dry(wanted: Wanted, steps: tuple[Step, ...], settings: Configuration) -> None:
    """Print what a night would do."""
    whole = len(steps) == len(STEPS)
    before = unfinished(Journal(wanted.data).nights(), time.time()) if whole else None
    if before:
        print(f"goes on with the night of {before.id}, which was cut short")
    for step in steps:
        done = " is done already" if step.name in done_before(steps, before) else ""
        print(f"{step.name}{done}")
    deadline = wanted.deadline or settings.nightly.deadline
    print(f"deadline: {deadline or 'none'}")


def _watched(night: Night, work: Work) -> Report:
    """Do the night, with the dead man's switch told of it and its numbers written."""
    switch = _Switch(work)
    heard = False

    def begun(_: float) -> None:
        nonlocal heard
        heard = True
        switch.tell(START)

    try:
        report = run(night, work, begun)
    except Locked:
        raise
    except BaseException:
        if heard:
            switch.tell(FAIL)
        raise
    switch.tell(SUCCESS if report.is_well else FAIL)
    if work.settings.nightly.metrics:
        try:
            metrics.write(Path(work.settings.nightly.metrics), metrics.exposition(Journal(work.folder).nights()))
        except ExtractorError as error:
            work.say(str(error))
    return report


class _Switch:
    """The dead man's switch of the settings, where there is one."""

    def __init__(self, work: Work) -> None:
        self._say, self._address = work.say, work.settings.nightly.ping
        self._inside = work.settings.nightly.ping_inside

    def tell(self, what: str) -> None:
        """Tell it; what goes wrong is said and does no more."""
        if self._address is None:
            return
        network = pinging()
        if self._inside:
            network = network._replace(inside=True, redirects=0)
        if failed := ping(Fetcher(network), self._address, what):
            self._say(failed)


def pinging() -> Network:
    """How the switch is reached: guarded, in ten seconds."""
    return Network("extractor", connect=5.0, whole=WHOLE)


def _told(report: Report, form: str) -> int:
    """Print the report; the exit code."""
    if form == "json":
        print(json.dumps(report.to_dict(), ensure_ascii=False, indent=1))
        return report.code
    width = max(len(name) for name in report.steps)
    for name, outcome in report.steps.items():
        reason = f": {outcome.reason}" if outcome.reason else ""
        print(printable_piece(f"{name:<{width}}  {outcome.outcome}{reason}{counted(outcome.counts)}"))
    for finding in report.findings:
        print(printable_piece(f"look at this: {finding}"))
    print(f"the night of {report.id}: {report.outcome}")
    failed = next((name for name, outcome in report.steps.items() if outcome.outcome == FAILED), None)
    if failed:
        fail(f"{failed}: {report.steps[failed].reason}")
    return report.code
