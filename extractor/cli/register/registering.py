"""The register on the command line: built, listed, shown."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from extractor.cli import DONE, fail
from extractor.cli.clock import now
from extractor.cli.following import followed
from extractor.cli.output import cell
from extractor.cli.stores import opened
from extractor.errors import ExtractorError
from extractor.gazetteer import gazetteer, official_name
from extractor.store import Store
from extractor.store.alone import alone
from extractor.store.asked import award_asked, region_asked, region_meant, scope_asked
from extractor.store.entries import Written, register, uncompared
from extractor.store.histories import History, Stated, history
from extractor.store.likenesses import Near, near_names
from extractor.store.pages import Wanted, counted, page
from extractor.store.proofs import Proven, entry_ids, proven

CSV = ("id", "award", "edition", "level", "scope", "scope_name", "category", "recipient_type", "recipient_code",
       "recipient", "outcome", "rank", "shortlist", "event_date", "support", "articles", "first_published",
       "last_published", "disputed", "failed_checks", "review")  # fmt: skip


def building(data: Path, store: str | None, *, everything: bool) -> int:
    """Settle what changed, and say what came of it."""
    at = now()
    with opened(data, store) as held:
        with alone(held, "register build", at), _progress() as told:
            done = register(held, at, everything=everything, told=told)
        with held.reading() as connection:
            apart = uncompared(connection)
    print(built(done), file=sys.stderr)
    if apart:
        voices = f"{apart:,} articles are not compared with others yet, and each counts as a voice of its own"
        print(f"{voices}: `extractor clusters build`, then this again", file=sys.stderr)
    return DONE


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """What shows on a terminal how many groups are settled."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("settling", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def built(done: Written) -> str:
    """What a run of the step did, in words."""
    if not done.groups:
        return "the register is up to date"
    told = [f"{number:,} {name}" for name, number in done._asdict().items() if name != "groups" and number]
    return f"register: {', '.join(told) or 'nothing to settle'}, of {done.groups:,} recipients' awards"


def listing(data: Path, store: str | None, form: str, asked: Mapping[str, Any]) -> int:
    """Print a page of entries."""
    with opened(data, store) as held, followed(held).reading() as connection:
        wanted = _wanted(connection, asked)
        found = page(connection, wanted, sort=asked["sort"], after=asked["after"], limit=asked["limit"])
        total = counted(connection, wanted)
        everything = total or counted(connection, Wanted())
        late = counted(connection, wanted._replace(since=None, undated=True)) if wanted.since else 0
    if form == "json":
        _json({"entries": found.rows, "total": total, "following": found.following})
    elif form == "csv":
        _csv(CSV, map(_flat, found.rows))
    else:
        from extractor.cli.register.registered import entries_table

        entries_table(found.rows)
    more = f"; the next page: --after {found.following}" if found.following else ""
    none = f"; the register has {everything:,}" if not total else ""
    print(f"{len(found.rows):,} of {total:,} entries{more}{none}", file=sys.stderr)
    if late:
        print(f"left out by their days, since no dated article tells of them: {late:,}", file=sys.stderr)
    return DONE


def register_table(store: Store, limit: int = 10_000) -> int:
    """Print the register of a store as a table, for `make run`; the number of its entries."""
    from extractor.cli.register.registered import entries_table

    with store.reading() as connection:
        found = page(connection, Wanted(), limit=limit)
        total = counted(connection, Wanted())
    entries_table(found.rows)
    return total


def _wanted(connection: Connection, asked: Mapping[str, Any]) -> Wanted:
    if asked["recipient"] is not None and not asked["recipient"].strip():
        raise ExtractorError("--recipient: no name is given")
    plain = {name: asked[name] for name in ("edition", "level", "outcome", "disputed", "failed")}
    named = asked["recipient"]
    place = region_asked(named) if named else None
    return Wanted(
        **plain,
        award=award_asked(connection, asked["award"]) if asked["award"] else None,
        scope=scope_asked(asked["scope"]) if asked["scope"] else None,
        rejected=asked["rejected"],
        since=f"{asked['since']:%Y-%m-%d}" if asked["since"] else None,
        province=_province(asked["province"]) if asked["province"] else None,
        within=place.code if place else None,
        text=named if named and not place else None,
    )


def _province(named: str) -> str:
    places = gazetteer()
    code = named if places.get(named) else next((one.code for one in places.named(named, level="province")), None)
    if code is None or len(code) != 2:
        raise ExtractorError(f"{named!r} is no province: give its two digits or its name")
    return code


def showing(named: str, data: Path, store: str | None, form: str) -> int:
    """Print an entry with its proofs, or the entries of a recipient."""
    if not named.strip():
        raise ExtractorError("no entry and no recipient is named; `extractor register list` has all")
    with opened(data, store) as held, followed(held).reading() as connection:
        ids = entry_ids(connection, named)
        shown = proven(connection, ids[0]) if len(ids) == 1 else None
        rows = []
        if shown is None and len(ids) < 2:
            place = region_asked(named)
            wanted = Wanted(recipient=place.code) if place else Wanted(text=named)
            rows = page(connection, wanted, limit=1000).rows
    if shown:
        if not ids[0].startswith(named):
            print(f"{named} is now {ids[0]}: what is known of its contest changed", file=sys.stderr)
        return _print_proven(shown, form)
    if len(ids) > 1:
        return fail(f"{named}: {len(ids)} entries begin so: {', '.join(ids[:5])}")
    if not rows:
        return fail(f"{named}: no entry and no recipient of this name; `extractor register list` has all")
    if form == "json":
        _json({"entries": rows})
    elif form == "csv":
        _csv(CSV, map(_flat, rows))
    else:
        from extractor.cli.register.registered import entries_table

        entries_table(rows)
    return DONE


def _print_proven(shown: Proven, form: str) -> int:
    if form == "table":
        from extractor.cli.register.registered import print_proven

        print_proven(shown)
        return DONE
    claims = [
        {
            **proof.told.claim._asdict(),
            "cluster": proof.told.claim.cluster,
            "url": proof.url,
            "title": proof.title,
            "words": proof.words,
            "line": proof.line,
            "pattern": proof.pattern,
        }
        for proof in shown.proofs
    ]
    if form == "csv":
        columns = ("article", "url", "outlet", "published", "cluster", "edition", "level", "category", "recipient",
                   "outcome", "rank", "shortlist", "event_date", "standing", "words")  # fmt: skip
        _csv(columns, claims)
        return DONE
    disputes = {
        name: [{"value": voice.value, "cluster": voice.cluster, "articles": voice.articles} for voice in one.voices]
        for name, one in (shown.entry.agreements.items() if shown.entry else ())
        if one.disputed
    }
    _json(shown.row | {"disputes": disputes, "claims": claims})
    return DONE


def region_shown(named: str, data: Path, store: str | None, form: str) -> int:
    """Print what the store knows of a region."""
    place = region_meant(named)
    with opened(data, store) as held, followed(held).reading() as connection:
        told = history(connection, place.code)
    if form == "json":
        _json({"code": place.code, "name": place.official, "entries": told.entries} | _stated(told))
    elif form == "csv":
        _csv(CSV, map(_flat, told.entries))
    else:
        from extractor.cli.register.registered import print_region

        print_region(place, told)
    return DONE


def _stated(told: History) -> dict[str, Any]:
    return {
        "officials": [_plain(one) for one in told.officials],
        "worker_counts": [_plain(one) for one in told.worker_counts],
    }


def _plain(one: Stated) -> dict[str, Any]:
    columns = ("name", "role", "status", "organization", "count", "bound", "group")
    fact = {name: one.fact[name] for name in columns if name in one.fact}
    voices = [voice._asdict() for voice in one.voices]
    return fact | {"support": one.support, "first": one.days[0], "last": one.days[1], "voices": voices}


def suggesting(limit: int, data: Path, store: str | None, form: str) -> int:
    """Print names that may be one."""
    with opened(data, store) as held, held.reading() as connection:
        found = near_names(connection)
    rows = [_suggested(one) for one in found[:limit]]
    if form == "json":
        _json(rows)
    elif form == "csv":
        _csv(("likeness", "why", "one", "one_entries", "other", "other_entries", "one_key", "other_key"), rows)
    else:
        from extractor.cli.register.registered import suggestions_table

        suggestions_table(found[:limit])
    print(f"{len(rows):,} of {len(found):,} pairs; say with `extractor review same` or `different`", file=sys.stderr)
    return DONE


def _suggested(one: Near) -> dict[str, Any]:
    return {
        "likeness": one.likeness, "why": one.why, "one": one.one.name, "one_entries": one.one.entries,
        "other": one.other.name, "other_entries": one.other.entries, "one_key": one.one.key, "other_key": one.other.key,
    }  # fmt: skip


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as a row of CSV."""
    failed = "; ".join(check["told"] for check in row["checks"] if not check["ok"])
    return dict(row) | {
        "scope_name": official_name(row["scope"]),
        "disputed": "; ".join(row["disputed"]),
        "failed_checks": failed,
    }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row[name]) for name in columns] for row in rows)
    sys.stdout.write(text.getvalue())


def _json(told: Any) -> None:
    text = json.dumps(told, ensure_ascii=False, indent=1)
    print("".join(one if one.isprintable() or one == "\n" else f"\\u{ord(one):04x}" for one in text))
