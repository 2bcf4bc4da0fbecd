"""Clusters on the command line: found, listed, shown."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from extractor.cli import DONE, fail, printable
from extractor.cli.consoles import stdout_console
from extractor.cli.stores import opened
from extractor.store.clusters import cluster
from extractor.store.syndicated import Printing, Release, release_of, releases

_TITLE = 200
"""Letters of a title that are printed; the press has some of 10,000."""
_BEHIND = 12
"""Columns that a day takes."""
_FOLLOWERS = 8
"""Outlets that are named in a list, before the others are counted."""


def building(data: Path, store: str | None) -> int:
    """Bring the clusters up to the articles, and say what came of it."""
    with opened(data, store) as held:
        done = cluster(held)
    if not done.judged:
        print("the clusters are up to date", file=sys.stderr)
        return DONE
    judged = f"{done.judged:,} article{'s'[: done.judged != 1]} compared"
    print(f"clusters: {judged}, {done.moved:,} in another cluster than before", file=sys.stderr)
    return DONE


def listing(limit: int, page: int, form: str, data: Path, store: str | None) -> int:
    """Print a page of the releases that several articles print."""
    with opened(data, store) as held, held.reading() as connection:
        total, found = releases(connection, limit, (page - 1) * limit)
    if form == "json":
        told = [[_told(printing) for printing in release] for release in found]
        print(json.dumps({"total": total, "releases": told}, ensure_ascii=False, indent=1))
        return DONE
    console = stdout_console()
    for number, release in enumerate(found):
        if number:
            console.print()
        _print_release(console, release)
    print(_summary(total, len(found), limit, page), file=sys.stderr)
    return DONE


def showing(article: str, form: str, data: Path, store: str | None) -> int:
    """Print all who printed an article's release."""
    with opened(data, store) as held, held.reading() as connection:
        found = release_of(connection, article)
    if found is None:
        return fail(f"{printable(article)}: no article of the store has this address or file; `extractor search` helps")
    if form == "json":
        print(json.dumps([_told(printing) for printing in found], ensure_ascii=False, indent=1))
        return DONE
    console = stdout_console()
    for printing in found:
        _print_hanging(console, f"{_day(printing)}  {_named(printing)}{_how(printing, found[0])}")
        _print_below(console, _title(printing), "bold")
        _print_below(console, printable(printing.url or printing.source), "cyan", soft=True)
    if len(found) == 1:
        print("no other article of the store prints it", file=sys.stderr)
    return DONE


def _print_release(console: Console, release: Release) -> None:
    first, *others = release
    shown = [f"{_named(other)}{_later(other, first)}" for other in others[:_FOLLOWERS]]
    more = len(others) - _FOLLOWERS
    if more > 0:
        shown.append(f"{more:,} more")
    _print_hanging(console, f"{_day(first)}  {_named(first)}, then {', '.join(shown)}")
    _print_below(console, _title(first), "bold")
    _print_below(console, printable(first.url or first.source), "cyan", soft=True)


def _print_below(console: Console, said: str, style: str = "", *, soft: bool = False) -> None:
    """A line below another's day; an address is never broken."""
    if soft:
        console.print(Text(f"  {said}", style=style), soft_wrap=True)
    else:
        console.print(Padding(Text(said, style=style), (0, 0, 0, 2), expand=False))


def _print_hanging(console: Console, said: str) -> None:
    """A line that begins with a day; what is too long for it stands below, behind the day."""
    day, behind = said[:_BEHIND], said[_BEHIND:]
    for number, line in enumerate(Text(behind).wrap(console, console.width - _BEHIND)):
        console.print(Text(" " * _BEHIND if number else day) + line)


def _named(printing: Printing) -> str:
    return printable(printing.named or "outlet not known")


def _title(printing: Printing) -> str:
    title = printing.title or printing.opening.split("\n")[0]
    return printable(title if len(title) <= _TITLE else f"{title[:_TITLE]}...")


def _day(printing: Printing) -> str:
    return printable(printing.published[:10]) if printing.published else "no day    "


def _how(printing: Printing, first: Printing) -> str:
    """How an article belongs to its release: ", copy, 97 %, 1 day later"."""
    if printing.similarity is None:
        return ""
    if printing is first:
        return ", first"
    kind = "a copy" if printing.copied else "recast"
    return f", {kind}, {printing.similarity:.0%}{_later(printing, first).replace(' +', ', +')}"


def _later(printing: Printing, first: Printing) -> str:
    """How many days after the first: " +2 days"; nothing on the same day."""
    try:
        own, earliest = (date.fromisoformat((one.published or "")[:10]) for one in (printing, first))
    except ValueError:
        return ""
    days = (own - earliest).days
    return f" +{days} day{'s'[: days != 1]}" if days else ""


def _told(printing: Printing) -> dict[str, Any]:
    return {name: value for name, value in printing._asdict().items() if name != "opening"}


def _summary(total: int, shown: int, limit: int, page: int) -> str:
    if not total:
        return "no release was printed twice; `extractor clusters build` compares what was ingested since"
    if not shown:
        return f"{total:,} release{'s'[: total != 1]} in several articles; there is no page {page}"
    first = (page - 1) * limit + 1
    more = f"; --page {page + 1} shows more" if first - 1 + shown < total else ""
    return f"{total:,} release{'s'[: total != 1]} in several articles, {first:,} to {first + shown - 1:,} shown{more}"
