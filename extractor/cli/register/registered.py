"""What people see of the register: entries, proofs and histories, as wide as the terminal; 100 columns elsewhere."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.cli import brief, printable
from extractor.cli.consoles import NARROW, stdout_console
from extractor.cli.output import region_name
from extractor.gazetteer import Region
from extractor.register.agreement import left_open
from extractor.register.claims import Agreement
from extractor.register.sums import printed
from extractor.store.histories import History, Stated
from extractor.store.likenesses import Near
from extractor.store.proofs import Proof, Proven

_ENTRIES = {"Award": 22, "Level": 12, "Category": 16, "Recipient": 20, "Outcome": 10, "By": 3, "Entry": 8}
_FIXED = {"Outcome", "By", "Entry", "Day", "Years", "Date", "Near"}
_LEAST, _LONGEST = 7, 18
"""Columns that a growing one has at least, and letters of words for which one gives room to another."""
_LINE = 500
"""Letters of a line that stands by itself."""
_BOUNDS = {"about": "~", "at_least": "≥", "at_most": "≤"}


def entries_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Entries as a table, or below each other where that is too wide."""
    console = stdout_console()
    if not rows:
        print("No entries were found.", file=sys.stderr)
        return
    told = [_entry(row) for row in rows]
    if console.width < NARROW:
        _print_lines(console, told)
    else:
        console.print(_grid(console.width, _ENTRIES, told))
    sys.stdout.flush()


def _entry(row: Mapping[str, Any]) -> tuple[str, ...]:
    award = " ".join(str(part) for part in (row["award"], row["edition"]) if part)
    level = region_name(row["scope"]) or row["level"] or ""
    return award, level, row["category"] or "", row["recipient"], outcome(row), str(row["support"]), row["id"][:8]


def outcome(row: Mapping[str, Any]) -> str:
    """What the recipient got, with a sign where that is in doubt: "winner #1?"; "winner #?" where its place is open."""
    if row["review"] == "rejected":
        return "rejected"
    told, open_ = str(row["outcome"]), _unplaced(row)
    if row["rank"] or "rank" in open_:
        told = f"{told} #{row['rank'] or '?'}"
    elif row["shortlist"] or "shortlist" in open_:
        told = f"top {row['shortlist'] or '?'}"
    failed = any(not check["ok"] for check in row["checks"])
    signs = {"?": row["disputed"] and not open_, "!": failed, "~": row["doubtful"], "*": row["review"] == "stale"}
    return told + "".join(sign for sign, holds in signs.items() if holds)


def _unplaced(row: Mapping[str, Any]) -> list[str]:
    """What of a place articles leave open."""
    return [name for name in left_open(row) if name in ("rank", "shortlist")]


def _print_lines(console: Console, rows: Iterable[tuple[str, ...]]) -> None:
    for award, level, category, recipient, got, support, entry in rows:
        console.print(Text(brief(recipient), style="bold"))
        for line in (award, ", ".join(filter(None, (level, category))), f"{got}, by {support}, entry {entry}"):
            if line:
                console.print(Padding(Text(brief(line, _LINE)), (0, 0, 0, 2)))


def _grid(width: int, columns: Mapping[str, int], rows: Iterable[Sequence[str]], *, head: bool = True) -> Table:
    """Rows in columns; those that may grow share what the width leaves them, and words stay whole where they can."""
    told = [[brief(cell) for cell in row] for row in rows]
    grid = Table.grid(padding=(0, 1))
    for name, share in _shares(width, columns, told).items():
        grid.add_column(width=share, overflow="fold", justify="right" if name == "By" else "left")
    if head:
        grid.add_row(*(Text(name, style="bold underline") for name in columns))
    for row in told:
        grid.add_row(*map(Text, row))
    return grid


def _shares(width: int, columns: Mapping[str, int], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The columns' widths; one that has room beyond its longest word gives of it to one whose words would be cut."""
    elastic = [name for name in columns if name not in _FIXED]
    fixed = sum(columns[name] for name in columns if name in _FIXED) + len(columns) - 1
    whole = sum(columns[name] for name in elastic)
    shares = {
        name: max(_LEAST, wanted * (width - fixed) // whole) if name in elastic else wanted
        for name, wanted in columns.items()
    }
    longest = {
        name: max((len(word) for row in rows for word in row[at].split()), default=0) for at, name in enumerate(columns)
    }
    for name in elastic:
        while shares[name] < min(longest[name], _LONGEST):
            giver = max(elastic, key=lambda other: shares[other] - max(longest[other], _LEAST))
            if shares[giver] <= max(longest[giver], _LEAST):
                break
            shares[giver] -= 1
            shares[name] += 1
    return shares


def print_proven(shown: Proven) -> None:
    """An entry with its values, disputes, checks and the words of every article."""
    console = stdout_console()
    row = shown.row
    head = " ".join(str(part) for part in (row["award"], row["edition"]) if part)
    console.print(Text(brief(f"{head}: {row['recipient']}"), style="bold"))
    for name, value in _values(row):
        console.print(_grid(console.width, {"Date": 14, "Value": 60}, [(name, value)], head=False))
    if shown.entry:
        _print_disputes(console, row, shown.entry.agreements, shown.proofs)
    for check in row["checks"]:
        mark = "passed" if check["ok"] else "FAILED"
        told = f"{check['check'].replace('_', ' ')}: {check['told']}"
        console.print(_grid(console.width, {"Date": 14, "Value": 60}, [(mark, told)], head=False))
    console.print(Text(f"\nWho says so, {_counted(shown)}", style="bold underline"))
    for proof in shown.proofs:
        _print_proof(console, proof)
    sys.stdout.flush()


def _values(row: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    level = " ".join(filter(None, (row["level"], f"({region_name(row['scope'])})" if row["scope"] else "")))
    span = " to ".join(dict.fromkeys(day[:10] for day in (row["first_published"], row["last_published"]) if day))
    doubt = "could mean several entries of this recipient, and stands alone" if row["doubtful"] else ""
    told = {
        "level": level,
        "category": row["category"],
        "recipient": f"{row['recipient_type']}{' ' + row['recipient_code'] if row['recipient_code'] else ''}",
        "outcome": outcome({**row, "disputed": _unplaced(row), "checks": [], "doubtful": False, "review": ""}),
        "given" if row["outcome"] == "winner" else "stage": row["event_date"],
        "published": span,
        "review": row["review"] if row["review"] != "machine" else "",
        "doubt": doubt,
        "entry": row["id"],
    }
    return [(name, str(value)) for name, value in told.items() if value]


def _counted(shown: Proven) -> str:
    articles, support = shown.row["articles"], shown.row["support"]
    told = f"{articles} article{'s'[: articles != 1]}"
    if not support:
        return f"{told}, none of which says all that holds" if articles else told
    return f"{told}, {support} independent" if support != articles else told


def _print_disputes(
    console: Console, row: Mapping[str, Any], agreements: Mapping[str, Agreement], proofs: Sequence[Proof]
) -> None:
    """For each disputed field who says what."""
    outlets = {proof.told.claim.article: _source(proof) for proof in proofs}
    for name, agreement in agreements.items():
        if not agreement.disputed:
            continue
        settled = "" if name in row["disputed"] else " (a person decided)"
        settled = ": as many say each, so none holds" if name in left_open(row) else settled
        console.print(Text(f"DISPUTED {name.replace('_', ' ')}{settled}", style="bold red"))
        values = dict.fromkeys(voice.value for voice in agreement.voices)
        speaking = {voice.cluster: voice for voice in reversed(agreement.voices)}
        for value in values:
            said = [voice for voice in agreement.voices if voice.value == value]
            who = "; ".join(outlets.get(article, article) for voice in said for article in voice.articles)
            support = sum(speaking[voice.cluster] is voice for voice in said)
            line = f"{value}: {f'{support} independent' if support else 'only in a copy'}: {who}"
            console.print(Padding(Text(brief(line, _LINE)), (0, 0, 0, 2)))


def _source(proof: Proof) -> str:
    claim = proof.told.claim
    title = f"“{proof.title[:50]}”" if proof.title else proof.file
    named = claim.outlet or (proof.url and proof.url.split("/")[2]) or title
    return ", ".join(filter(None, (named, claim.told_day)))


def _print_proof(console: Console, proof: Proof) -> None:
    claim = proof.told.claim
    copy = "" if claim.cluster == claim.article else " (a copy)"
    standing = "" if claim.standing == "machine" else f" [{claim.standing}]"
    console.print(Text(printable(f"{_source(proof)}{copy}{standing}"), style="cyan"))
    said = {
        "edition": claim.edition, "level": claim.level, "category": claim.category, "outcome": claim.outcome,
        "rank": claim.rank, "shortlist": claim.shortlist, "date": claim.event_date,
    }  # fmt: skip
    lines = ["; ".join(f"{name} {value}" for name, value in said.items() if value is not None)]
    lines += [f"words: {proof.words}"] if proof.words else []
    lines += [f"line: {proof.line}"] if proof.line else []
    lines += [proof.url] if proof.url else []
    for line in lines:
        console.print(Padding(Text(brief(line, _LINE)), (0, 0, 0, 2)))


def print_region(place: Region, told: History) -> None:
    """A region's entries over all editions, its officials and its worker counts over time."""
    console = stdout_console()
    console.print(Text(f"{place.official} ({place.code})", style="bold"))
    if not (told.entries or told.officials or told.worker_counts):
        print("Nothing was found.", file=sys.stderr)
    awards = {name: width for name, width in _ENTRIES.items() if name != "Recipient"}
    _section(console, "Awards", awards, [(*_entry(row)[:3], *_entry(row)[4:]) for row in told.entries])
    officials = {"Years": 11, "Name": 24, "Office": 34, "By": 3, "Words": 40}
    _section(console, "Officials", officials, [_official(one) for one in told.officials])
    counts = {"Years": 11, "Number": 10, "Who": 18, "Status": 9, "By": 3, "Words": 44}
    _section(console, "Worker counts", counts, [_count(one) for one in told.worker_counts])
    sys.stdout.flush()


def _section(console: Console, name: str, columns: Mapping[str, int], rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    console.print(Text(f"\n{name}", style="bold"))
    if console.width >= NARROW:
        console.print(_grid(console.width, columns, rows))
        return
    for row in rows:
        told = "; ".join(f"{cell}" for cell in row if cell)
        console.print(Padding(Text(brief(told, _LINE)), (0, 0, 0, 2)))


def _official(one: Stated) -> tuple[str, ...]:
    fact = one.fact
    role = " ".join(filter(None, (fact["status"], fact["role"])))
    office = ", ".join(filter(None, (role, fact["organization"])))
    return _days(one), fact["name"], office, str(one.support), _words(one)


def _count(one: Stated) -> tuple[str, ...]:
    fact = one.fact
    number = f"{_BOUNDS.get(fact['bound'], '')}{printed(fact['count'])}"
    return _days(one), number, fact["group"], fact["status"] or "", str(one.support), _words(one)


def _days(one: Stated) -> str:
    """The first and the last day; "≈" where articles bear no date and a day that they name stands for it."""
    first, last = one.days
    sign = "≈" if one.voices[0].about else ""
    if first is None or last is None:
        return "undated"
    return f"{sign}{first}" if first == last else f"{sign}{first} to {last}"


def _words(one: Stated) -> str:
    voice = one.voices[0]
    stale = next((f"; {told.stale}" for told in one.voices if told.stale), "")
    return f"{voice.quote} ({', '.join(filter(None, (voice.outlet or voice.key, voice.day)))}{stale})"


def suggestions_table(found: Sequence[Near]) -> None:
    """Pairs of names that may be one."""
    columns = {"One": 30, "Other": 30, "Near": 5, "Why": 24, "Keys": 40}
    rows = [
        (f"{one.one.name} ({one.one.entries})", f"{one.other.name} ({one.other.entries})", f"{one.likeness:g}", one.why,
         f"'{one.one.key}' '{one.other.key}'")
        for one in found
    ]  # fmt: skip
    console = stdout_console()
    console.print(_grid(console.width, columns, rows))
    sys.stdout.flush()
