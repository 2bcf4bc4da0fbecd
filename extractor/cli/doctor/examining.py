"""The job of `extractor doctor`: everything looked at, a line each."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from extractor.cli import DONE, FAILED, printable
from extractor.cli.doctor.checked import FAIL, Checked
from extractor.cli.doctor.configured import mail, settings, watched
from extractor.cli.doctor.machine import machine, net
from extractor.cli.doctor.project import last_night, lock, patterns, store
from extractor.settings.model import Configuration
from extractor.store.database import FILE

_NAME = "www.kompas.com"
"""A name that is resolved wherever the net is there."""


def examining(data: Path, store: str | None, net: bool, form: str) -> int:
    """Print how all is; the exit code."""
    found = []
    for one in _look(data, store, net):
        found.append(one)
        if form == "text":
            print(f"{one.level:<4}  {one.what}: {printable(one.said)}", flush=True)
    if form == "json":
        print(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=1))
    return FAILED if any(one.level == FAIL for one in found) else DONE


def _look(folder: Path, where: str | None, asks: bool) -> Iterator[Checked]:
    told, said = settings(folder, os.environ, where)
    configured = told.configuration if told else None
    yield from machine(folder, time.time(), configured.workers if configured else 32)
    yield from said
    yield from patterns()
    yield from store(folder, (configured.store if configured else where) or folder / FILE)
    yield lock(folder)
    yield from last_night(folder, time.time())
    if configured:
        yield from watched(configured)
        yield mail(configured)
    if asks:
        yield from net(_names(configured))


def _names(told: Configuration | None) -> tuple[str, ...]:
    """The hosts that a night has to reach beside the press."""
    own = (urlsplit(told.nightly.ping or "").hostname, told.mail.host) if told else ()
    return tuple(dict.fromkeys((_NAME, *(name for name in own if name))))
