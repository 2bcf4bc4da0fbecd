"""The outlets on the command line: listed, added to, counted."""

import json
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from extractor.cli import DONE, SET_ASIDE, fail, printable
from extractor.errors import ExtractorError
from extractor.outlets import outlets
from extractor.sources.discovery.candidate import Candidate
from extractor.sources.discovery.canonical import is_story
from extractor.sources.discovery.lists import by_hand
from extractor.sources.discovery.wanted import award_words
from extractor.sources.finding import BY_HAND, Finder
from extractor.sources.guard import refusal
from extractor.sources.night import STATE, made
from extractor.sources.places import outlet_at, outlet_name
from extractor.sources.state import State
from extractor.sources.state.candidates import meet
from extractor.sources.state.lists import add_source, sources_by_hand
from extractor.sources.state.statistics import Given, given


def listing(folder: Path, form: str) -> int:
    """Print every outlet with the number of its lists."""
    added = _by_hand(folder)
    told = [
        {
            "outlet": outlet.id,
            "name": outlet.name,
            "feeds": len(outlet.feeds),
            "sitemaps": len(outlet.sitemaps),
            "indexes": len(outlet.indexes),
            "tags": len(outlet.tags),
            "searches": len(outlet.search),
            "by_hand": added.pop(outlet.id, 0),
            "verified": outlet.verified,
        }
        for outlet in outlets().all
    ]
    told += [{"outlet": name, "name": None, "by_hand": number, "verified": None} for name, number in added.items()]
    if form == "json":
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return DONE
    for row in told:
        kinds = ("feeds", "sitemaps", "indexes", "tags", "searches", "by_hand")
        counts = ", ".join(f"{name.replace('_', ' ')} {row[name]}" for name in kinds if row.get(name))
        name = f" ({row['name']})" if row["name"] else ""
        print(f"{row['outlet']}{name}: {counts or 'no lists'}; seen to work: {row['verified'] or 'never'}")
    return DONE


def _by_hand(folder: Path) -> Counter[str]:
    if not (folder / STATE).is_file():
        return Counter()
    with State(folder / STATE, read_only=True) as state, state.transaction() as connection:
        return Counter({name: len(given) for name, given in sources_by_hand(connection).items()})


def adding(lines: list[str], kind: str | None, folder: Path) -> int:
    """Keep addresses that were given by hand; what each was taken for is printed."""
    listed = by_hand(lines, BY_HAND)
    for reason in listed.said:
        fail(f"not added: {reason}")
    inner = {candidate: why for candidate in listed.candidates if (why := _inner(candidate.as_found))}
    for candidate, why in inner.items():
        fail(f"not added: {candidate.as_found[:200]}: {why}")
    open_ = tuple(candidate for candidate in listed.candidates if candidate not in inner)
    if open_:
        _keep(open_, kind, folder)
    return SET_ASIDE if listed.said or inner else DONE


def _inner(url: str) -> str | None:
    """Why an address whose host is a number may never be asked; None of others, whose names may lead anywhere."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return "an inner address, which extractor never asks"
    try:
        return refusal(host)
    except ValueError:
        return None


def _keep(candidates: tuple[Candidate, ...], kind: str | None, folder: Path) -> None:
    finder = Finder(award_words())
    made(folder)
    now = time.time()
    with State(folder / STATE) as state, state.transaction() as connection:
        for candidate in candidates:
            url = candidate.as_found
            why = kind or _looks(url)
            if why == "article":
                met = finder.met(candidate, BY_HAND, why=f"given {BY_HAND}")
                new = bool(meet(connection, [met], 0, now).asks)
            else:
                new = add_source(connection, url, why, outlet_name(url), now)
            print(f"{why}: {printable(url)}" + ("" if new else " (known already)"))


def _looks(url: str) -> str:
    """What an address looks like."""
    path = url.partition("?")[0].rstrip("/").lower()
    last = path.rpartition("/")[2]
    if "sitemap" in last:
        return "sitemap"
    if "/wp-json/" in path:
        return "api"
    if last in ("feed", "rss", "atom") or last.endswith((".xml", ".rss", ".atom")):
        return "feed"
    return "article" if is_story(url, outlet_at(url)) else "index"


def statistics(folder: Path, form: str) -> int:
    """Print what each outlet gave."""
    if not (folder / STATE).is_file():
        raise ExtractorError(f"{folder}: no crawl has been here; name its folder with --data")
    with State(folder / STATE, read_only=True) as state, state.transaction() as connection:
        rows = given(connection)
    if form == "json":
        told = [row._asdict() | {"last": _day(row.last), "strange": row.is_strange} for row in rows]
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return DONE
    for row in rows:
        print(_line(row))
    return DONE


def _line(row: Given) -> str:
    usual = "" if row.usual is None else f", usually {row.usual:g}"
    strange = " - far from its usual" if row.is_strange else ""
    failing = f"; {row.failing} lists fail" if row.failing else ""
    last = f", the last {_day(row.last)}" if row.last else ""
    return f"{row.outlet}: {row.stored} articles{last}; last night {row.latest}{usual}{strange}{failing}"


def _day(at: float | None) -> str | None:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="minutes") if at is not None else None
