"""What the project brings and keeps: patterns, outlets, the store, the lock, the last night."""

import fcntl
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from extractor.cli.doctor.checked import FAIL, OK, WARN, Checked
from extractor.errors import ExtractorError
from extractor.nightly.journal import DONE, FAILED, Journal, NightRecord
from extractor.nightly.known import without_store
from extractor.store import Store
from extractor.store.failures import BRING_BACK
from extractor.store.tables import articles, entries

_COUNTED = (articles, entries)
_OLD = 36 * 3600.0
"""Seconds after which a night is overdue."""


def patterns() -> Iterator[Checked]:
    """Whether the patterns and the outlets can be meant."""
    from extractor.outlets import outlets
    from extractor.patterns import patterns as loaded

    try:
        yield Checked("patterns", OK, f"{len(loaded().awards)} awards")
    except ExtractorError as error:
        yield Checked("patterns", FAIL, f"{error}: mend that line")
    try:
        yield Checked("outlets", OK, f"{len(outlets().all)} outlets")
    except ExtractorError as error:
        yield Checked("outlets", FAIL, f"{error}: mend that line")


def store(folder: Path, where: str | Path) -> Iterator[Checked]:
    """Whether the store opens, is of this version and answers; a file of SQLite is looked through quickly."""
    try:
        with Store(where) as opened:
            if lost := without_store(folder, where):
                yield Checked("store", FAIL, lost)
                return
            if opened.file is not None and not opened.file.exists():
                do = "the next night, or `extractor ingest PATH`, makes one"
                yield Checked("store", WARN, f"{opened.file}: none there yet: {do}")
                return
            with opened.reading() as connection:
                counts = [connection.execute(select(func.count()).select_from(one)).scalar_one() for one in _COUNTED]
                quick = "PRAGMA quick_check(1)" if opened.file is not None else "SELECT 'ok'"
                damage = connection.exec_driver_sql(quick).scalar()
            if damage != "ok":
                do = f"`extractor db check` says more; {BRING_BACK}"
                yield Checked("store", FAIL, f"{opened.name}: damaged: {damage}: {do}")
            else:
                yield Checked("store", OK, f"{opened.name}: {counts[0]:,} articles, {counts[1]:,} entries")
    except ExtractorError as error:
        yield Checked("store", FAIL, str(error))


def lock(folder: Path) -> Checked:
    """Whether somebody is at work on the folder."""
    try:
        descriptor = os.open(folder / "lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return Checked("lock", OK, "nobody is at work")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return Checked("lock", OK, "nobody is at work")
    except BlockingIOError:
        try:
            told = json.loads(os.pread(descriptor, 4096, 0))
            return Checked("lock", OK, f"process {told['pid']} is at work since {told['since']} ({told['command']})")
        except (ValueError, KeyError, TypeError):
            return Checked("lock", OK, "somebody is at work")
    finally:
        os.close(descriptor)


def last_night(folder: Path, now: float) -> Iterator[Checked]:
    """How the last night ended and how long ago that is, and what of it a person should look at."""
    try:
        all_ = Journal(folder).nights()
    except ExtractorError as error:
        yield Checked("last night", FAIL, str(error))
        return
    nights = [night for night in all_ if night.whole]
    if not nights:
        none = "no whole one yet, only single steps" if all_ else "there was none yet"
        yield Checked("last night", WARN, f"{none}: `extractor nightly`, and README.md for a timer")
        return
    yield _night(nights[-1], now)
    for finding in nights[-1].findings:
        yield Checked("health", WARN, str(finding.get("line")))


def _night(night: NightRecord, now: float) -> Checked:
    began = f"{datetime.fromtimestamp(night.started, UTC):%Y-%m-%d %H:%M} UTC"
    failed = [f"{name}: {step.reason}" for name, step in night.steps.items() if step.outcome == FAILED]
    if night.outcome == FAILED:
        return Checked("last night", FAIL, f"{began}: failed: {'; '.join(failed)}: mend that, and run it again")
    if now - night.started > _OLD:
        hours = (now - night.started) / 3600
        return Checked("last night", FAIL, f"{began}: {hours:.0f} h ago: does the timer run? `extractor nightly`")
    if night.ended is None:
        return Checked("last night", WARN, f"{began}: has not ended: it is at work, or was killed: run it again")
    if night.outcome != DONE:
        left = ", ".join(name for name, step in night.steps.items() if step.outcome != DONE)
        return Checked("last night", WARN, f"{began}: not to its end; left: {left}: a later deadline would help")
    return Checked("last night", OK, f"{began}: done")
