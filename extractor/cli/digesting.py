"""The digest on the command line: previewed, sent, written."""

import os
import shlex
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.cli import DONE, FAILED, SET_ASIDE
from extractor.cli.clock import now
from extractor.cli.following import brought_up
from extractor.cli.stores import opened
from extractor.digest.files import write
from extractor.digest.posting import post, post_all
from extractor.digest.rendering import as_page, as_text
from extractor.digest.sending import FILE, MAIL, NOTHING_NEW, NOTIFY, SENT, STDOUT, Asked, Draft, Result, drafted, send
from extractor.errors import ExtractorError
from extractor.nightly.journal import Journal
from extractor.nightly.notes import notes_of
from extractor.settings import settings_of
from extractor.settings.model import Configuration
from extractor.store import Store


class Wanted(NamedTuple):
    """What the options ask for."""

    data: Path
    store: str | None = None
    since: str | None = None
    to: str | None = None
    preview: bool = False
    form: str = "text"
    out: Path = Path("out")
    language: str | None = None


def digesting(wanted: Wanted) -> int:
    """Send the digest, or show it; the exit code."""
    settings = settings_of(wanted.data, os.environ, language=wanted.language)
    channel = wanted.to or (MAIL if settings.digest.to else STDOUT)
    notes = notes_of(Journal(wanted.data).nights(), time.time())
    command = shlex.join(["extractor", *sys.argv[1:]])
    asked = Asked(channel, settings.digest.period, settings.language, wanted.since, notes, command)
    with opened(wanted.data, wanted.store) as store:
        brought_up(store)
        at = now()
        if wanted.preview:
            return _previewed(drafted(store, asked, at), asked, wanted.form)
        return _told(_sent(store, settings, asked, wanted, at), asked)


def _sent(store: Store, settings: Configuration, asked: Asked, wanted: Wanted, now: str) -> Sequence[Result]:
    """Send it where it is to go."""
    if asked.channel == MAIL:
        return [post(store, settings, asked, now)]
    if asked.channel == NOTIFY:
        if not settings.digest.notify:
            raise ExtractorError("digest.notify names no address; see `extractor config init`")
        return post_all(store, settings, asked, now)
    if asked.channel == FILE:
        return [send(store, asked, now, lambda draft: _written(draft, wanted.out))]
    return [send(store, asked, now, lambda draft: _printed(draft, wanted.form))]


def _printed(draft: Draft, form: str) -> None:
    sys.stdout.write(as_page(draft.contents) if form == "html" else as_text(draft.contents))
    sys.stdout.flush()


def _written(draft: Draft, folder: Path) -> None:
    name = f"digest-{draft.period}{'-again' if draft.before else ''}"  # where a day was named: both stay
    made = {"html": as_page(draft.contents), "txt": as_text(draft.contents)}
    write({folder / f"{name}.{ending}": text.encode() for ending, text in made.items()})


def _previewed(draft: Draft, asked: Asked, form: str) -> int:
    if draft.news.is_empty:
        print("nothing is new: nothing would be sent", file=sys.stderr)
        return DONE
    if form == "text":
        print(f"Subject: {draft.contents.subject}\n")
    _printed(draft, form)
    print(f"a preview for {asked.channel}: nothing was sent, nothing was noted", file=sys.stderr)
    if draft.before and not asked.since:
        print(_before(draft, asked), file=sys.stderr)
    return DONE


def _before(draft: Draft, asked: Asked) -> str:
    assert draft.before is not None
    again = "--since DAY tells it again, --preview shows what waits for the next"
    return f"the digest of {draft.period} went to {asked.channel} already, at {draft.before.at}; {again}"


def _told(results: Sequence[Result], asked: Asked) -> int:
    """Say what was done."""
    for result in results:
        if result.outcome == SENT:
            told = ", ".join(f"{name} {count:,}" for name, count in result.counts.items() if count)
            print(f"the digest of {result.draft.period} is sent to {asked.channel}: {told}", file=sys.stderr)
        elif result.outcome == NOTHING_NEW:
            print("nothing is new: nothing is sent", file=sys.stderr)
        else:
            print(_before(result.draft, asked), file=sys.stderr)
        if result.missed:
            print(result.missed, file=sys.stderr)
    if any(result.missed for result in results):
        return SET_ASIDE
    return DONE if results else FAILED
