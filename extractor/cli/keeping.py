"""The jobs of `extractor db`: what was found or written on standard output, how far it is on standard error."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from extractor.cli import DONE, FAILED, fail, printable
from extractor.cli.clock import now
from extractor.cli.stores import opened
from extractor.errors import ExtractorError
from extractor.store import Store


def creating(data: Path, store: str | None) -> int:
    """Make an empty store; the exit code."""
    from extractor.nightly.known import make_folder

    with opened(data, store, new=True) as found:
        if found.is_there():
            return fail(f"{found.name}: there is a store already")
        make_folder(found)
        found.create()
        print(f"{found.name}: an empty store")
    return DONE


def upgrading(data: Path, store: str | None) -> int:
    """Bring the tables up; the exit code."""
    from extractor.store.migrations.upgrading import upgrade

    with opened(data, store, any_version=True) as found:
        before, after = upgrade(found)
        how = f"tables {after}, the newest: nothing to do" if before == after else f"tables {before} are now {after}"
        print(f"{found.name}: {how}")
    return DONE


def checking(data: Path, store: str | None) -> int:
    """Print every fault; the exit code."""
    from extractor.store.alone import is_at_work
    from extractor.store.check import faults

    number = 0
    with opened(data, store) as found:
        with suppress(ExtractorError):  # what is wrong is said below
            is_at_work(found, "db check", now())
        for fault in faults(found, _looking):
            _looking("")
            print(printable(fault), flush=True)
            number += 1
        _looking("")
        print(f"{found.name}: {number or 'no'} fault{'s'[: number != 1]}", file=sys.stderr)
    return FAILED if number else DONE


def backing_up(data: Path, store: str | None, folder: Path | None, keep: int | None) -> int:
    """Write a backup; the exit code."""
    from extractor.settings import settings_of
    from extractor.store.backup import backup

    wanted = settings_of(data, os.environ).backup.folder
    with opened(data, store, any_version=True) as found:
        made = backup(found, folder or Path(wanted or data / "backups"), now(), keep)
    print(f"{made.path}: {made.rows:,} rows, {made.path.stat().st_size / 1e6:.1f} MB, read back and whole")
    if made.remark:
        print(f"{made.path.parent}: {made.remark}", file=sys.stderr)
    for path in made.removed:
        print(f"{path}: removed")
    return DONE


def copying(source: str, target: str) -> int:
    """Copy a store; the exit code."""
    from extractor.store.copying import copy

    with Store(source) as taken, Store(target, any_version=True) as given:
        rows = copy(taken, given, lambda table, number: _looking(f"{table}: {number:,}"))
        _looking("")
        print(f"{given.name}: {sum(rows.values()):,} rows in {len(rows)} tables, each as in {taken.name}")
    return DONE


def _looking(what: str) -> None:
    """Say on a terminal what is being done, in the place of what was said before."""
    if sys.stderr.isatty():
        print(f"\r\033[K{printable(what)}", end="", file=sys.stderr, flush=True)
