"""What the state and the archive tell of one address, line by line in the order in which it happened."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from extractor.cli import DONE, fail, printable
from extractor.errors import ExtractorError, SetAside
from extractor.sources.archive import Archive
from extractor.sources.archive.stored import Stored
from extractor.sources.discovery.canonical import canonical
from extractor.sources.night import ARCHIVE, STATE
from extractor.sources.places import origin_of, outlet_at
from extractor.sources.settings import TOKEN
from extractor.sources.state import State
from extractor.sources.state.story import Story, story_of

_TIMES = frozenset("found fetched checked asked whole changed again at due added robots_since robots_until".split())

_TABLES = ("candidates", "pages", "sources", "lists", "fetches", "records")


def telling(url: str, folder: Path, form: str) -> int:
    """Print what is known of an address; the exit code."""
    if origin_of(url) is None:
        return fail(f"{url}: is no address of the web (https://...)")
    path = folder / STATE
    if not path.is_file():
        raise ExtractorError(f"{folder}: no crawl has been here; name its folder with --data")
    with State(path, read_only=True) as state, state.transaction() as connection:
        story = story_of(connection, url, canonical(url, outlet_at(url)), origin_of(url))
    if not story.is_known:
        return fail(f"{url}: no list has named it, and it was never asked for")
    page = _page(story, folder / ARCHIVE)
    if form == "json":
        print(json.dumps(_told(url, story, page), ensure_ascii=False, indent=1))
        return DONE
    for line in (*_lines(url, story), *([f"page: {page}"] if page else [])):
        print("  " * (line[:2] == "  ") + printable(line))
    return DONE


def _lines(url: str, story: Story) -> Iterator[str]:
    for row in story.candidates:
        yield f"story: {row.address}" + (f" ({row.headline})" if row.headline else "")
        yield f"found: {_time(row.found)} in {row.found_in}" + (f", dated {row.published}" if row.published else "")
        yield f"wanted: {row.wanted}" if row.wanted else "wanted: no, neither headline nor address names an award"
        again = f", again from {_time(row.again)}" if row.again else ""
        yield f"state: {row.state}" + (f", {row.reason}" if row.reason else "") + again
    for row in story.pages:
        number = f"page {row.number}" if row.number else "all pages"
        state = "not asked for, all pages at once are" if row.state == "spare" else row.state
        yield f"{number}: {row.address}: {state}" + (f", {row.reason}" if row.reason else "")
    for row in story.sources:
        yield f"source: {row.why} of {row.outlet}, added by hand {_time(row.added)}, asked in every crawl"
    for row in story.lists:
        asked = f"asked {_time(row.asked)}: {row.outcome}" if row.asked else "not asked yet"
        yield f"list: of {row.outlet}, {asked}" + (f", {row.reason}" if row.reason else "")
        if row.entries is not None:
            yield f"stories in it: {row.entries}; it changed {_time(row.changed)}"
    if story.permission:
        allowed = "allows it" if story.permission.allows(TOKEN, url) else "does not allow it"
        yield f"robots: {allowed}: {story.permission.reason}, {_time(story.permission.since)}"
    else:
        yield "robots: its host was not asked yet"
    for row in story.fetches:
        status = f" {row.status}" if row.status else ""
        led = f", led to {row.led_to}" if row.led_to else ""
        reason = f", {row.reason}" if row.reason else ""
        yield f"asked: {_time(row.at)} {row.url}: {row.outcome}{status}{reason}{led}"
        for record in (one for one in story.records if one.fetch == row.id):
            yield f"  {record.kind} in {record.file} at {record.offset}, {record.length} bytes"


def _page(story: Story, archive: Path) -> str | None:
    """What the newest answer in the archive is: an article, or why none."""
    answers = [row for row in story.records if row.kind in ("response", "revisit") and row.status == 200]
    articles = {row.id for row in story.fetches if row.why == "article"}
    answers = [row for row in answers if row.fetch in articles]
    if not answers:
        return None
    from extractor.clean import clean

    last = answers[-1]
    try:
        article = clean(Archive(archive).find(Stored(*(last._mapping[name] for name in Stored._fields))))
    except SetAside as aside:
        return f"no article: {aside.reason}"
    except ExtractorError as error:
        return f"cannot be read: {error}"
    return f"an article of {len(article.text.split())} words" + (f": {article.title}" if article.title else "")


def _told(url: str, story: Story, page: str | None) -> dict[str, Any]:
    permission = story.permission
    return {
        "url": url,
        **{name: [_row(row) for row in getattr(story, name)] for name in _TABLES},
        "robots": permission and {"reason": permission.reason, "allows": permission.allows(TOKEN, url)},
        "page": page,
    }


def _row(row: Row[Any]) -> dict[str, Any]:
    return {name: _time(value) if name in _TIMES and value else value for name, value in row._mapping.items()}


def _time(at: float | None) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds") if at is not None else "never"
