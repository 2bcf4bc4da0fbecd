"""The step `register`: the entries of groups whose claims changed, made anew; only what differs is written.

A batch of groups is one transaction: their claims are read, settled and compared with the entries that are there, and
the groups are struck from `touched`. Killed at any moment, the next run goes on with what is left there. A run that
finds everything as it was writes nothing but that.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, text, union, update

from extractor.register.agreement import left_open
from extractor.register.checks import first_places
from extractor.register.claims import Check, Entry
from extractor.register.keys import award_key, category_key, folded
from extractor.register.settling import checked, contest_of, support, year_of
from extractor.review.decisions import Decision
from extractor.review.entries import SINCE, corrected_fields, effective_entries, overtaken, standing_of
from extractor.store.database import Store
from extractor.store.former import lead_on
from extractor.store.pieces import among, delete_with, pieces
from extractor.store.readings import touch
from extractor.store.regrouping import regroup
from extractor.store.settlement import named, settlement
from extractor.store.speaking import speak
from extractor.store.tables import articles, entries, judged, names, records, texts, touched
from extractor.store.told import Decided, Told, claims_of, sums_of, what_is_decided

BATCH = 400
"""Groups of a transaction."""
LONGEST_NAME = 200
"""Characters of a name by which recipients are looked up."""
FIRST = "one_first_place"
_LEVELS = {"national": "1", "province": "2", "regency": "3", None: "4"}
_COLUMNS = tuple(column.name for column in entries.columns if column.name != "changed")


class Written(NamedTuple):
    """What a run did: groups looked at, entries made, changed, unchanged and withdrawn."""

    groups: int = 0
    made: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0

    def plus(self, other: "Written") -> "Written":
        """Both together."""
        return Written(*(one + more for one, more in zip(self, other, strict=True)))


def register(
    store: Store, now: str, *, everything: bool = False, told: Callable[[int, int], None] | None = None
) -> Written:
    """Make anew the entries of all touched groups, or of all there are; `now` is written where one changed.

    With `everything` the records get the groups of today's keys first. `told` is called after each batch with the
    groups that are done and all that there are to do.
    """
    if everything:
        regroup(store)
        touch_all(store)
    with store.reading() as connection:
        total = len(connection.scalars(select(touched.c.group)).all())
    done = Written()
    while True:
        with store.writing() as connection:
            _alone(connection)
            batch = list(connection.scalars(select(touched.c.group).order_by(touched.c.group).limit(BATCH)))
            if not batch:
                break
            done = done.plus(_made_anew(connection, batch, now))
        if told:
            told(min(done.groups, total), total)
    if done.made + done.changed + done.withdrawn >= BATCH:
        store.analyse("entries", "claims", "names")
    return done


def uncompared(connection: Connection) -> int:
    """How many articles the step before, `clusters`, has not looked at: each counts as a voice of its own."""
    looked = select(judged.c.article_id)
    asked = select(func.count()).select_from(articles).where(articles.c.text_id.is_not(None))
    return int(connection.execute(asked.where(articles.c.id.not_in(looked))).scalar_one())


def touch_all(store: Store) -> None:
    """Have every group made anew."""
    with store.writing() as connection:
        known = union(select(records.c.group), select(entries.c.group))
        there = list(connection.scalars(known))
        for some in pieces(there):
            touch(connection, some)


def _alone(connection: Connection) -> None:
    """Wait for whoever touches groups: a claim that is written while its group is made anew must not be lost."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE touched IN ACCESS EXCLUSIVE MODE"))


def _made_anew(connection: Connection, batch: Sequence[str], now: str) -> Written:
    decided = what_is_decided(connection)
    groups = sorted({decided.group(group) for group in batch})
    before = _there(connection, sorted({*batch, *(member for group in groups for member in decided.members(group))}))
    found = claims_of(connection, groups, decided)
    after, speaking = _rows(connection, groups, found, decided)
    contests = {row["contest"] for row in (*before.values(), *after.values()) if row["contest"] and row["rank"] == 1}
    for number in before.keys() & after.keys():
        _keep_contest(after[number], before[number])
    made = [row for number, row in after.items() if number not in before]
    changed = [row for number, row in after.items() if number in before and _differs(row, before[number])]
    withdrawn = before.keys() - after.keys()
    if made:
        connection.execute(entries.insert(), [row | {"changed": now} for row in made])
    for row in changed:
        connection.execute(update(entries).where(entries.c.id == row["id"]).values(row | {"changed": now}))
    moved = speak(connection, sorted(before), speaking)
    if withdrawn or made:
        lead_on(connection, before, after, moved)
    delete_with(connection, entries.c.id, withdrawn)
    _keep_names(connection, {row["named"] for row in (*made, *changed)})
    _look_at_contests(connection, contests, now)
    delete_with(connection, touched.c.group, batch)
    return Written(len(batch), len(made), len(changed), len(after) - len(made) - len(changed), len(withdrawn))


def _keep_contest(row: dict[str, Any], before: dict[str, Any]) -> None:
    """Let a row have what its contest said of it, until the contest is looked at again."""
    if row["contest"] == before["contest"] and (row["rank"], row["outcome"]) == (1, "winner"):
        row["checks"] = [*row["checks"], *(check for check in before["checks"] if check["check"] == FIRST)]
        row["failed"] = _failed(row["checks"])


def _there(connection: Connection, groups: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The entries that are there of groups, by id."""
    found: dict[str, dict[str, Any]] = {}
    for some in pieces(groups):
        asked = select(*(entries.c[name] for name in _COLUMNS))
        asked = asked.where(among(connection, entries.c.group, some))
        found |= {row["id"]: dict(row) for row in connection.execute(asked).mappings()}
    return found


def _rows(
    connection: Connection, groups: Sequence[str], found: dict[str, list[Told]], decided: Decided
) -> tuple[dict[str, dict[str, Any]], dict[str, list[Told]]]:
    """The entries as rows, by id, and the claims that speak of each."""
    rows: dict[str, dict[str, Any]] = {}
    speaking: dict[str, list[Told]] = {}
    figured = sums_of(connection, {told.text_id for some in found.values() for told in some})
    for group in groups:
        chain = decided.on_entries.get(group, ())
        made = []
        settled_ = settlement(group, found.get(group, ()), chain)
        for entry, told in settled_:
            speaking[entry.id] = told
            made.append(_row(entry, _sums(told, figured, entry.code)))
            made[-1]["review"] = standing_of(one.claim.standing for one in told)
        if chain:
            made = _reviewed(connection, group, made, [entry for entry, _ in settled_], chain)
        for row in made:
            rows[row["id"]] = _derived(row, speaking.get(row["id"], ()))
    return rows, speaking


def _sums(
    told: Sequence[Told], figured: Mapping[int, Sequence[tuple[str | None, Check]]], code: str | None
) -> list[Check]:
    """What the figures of an entry's articles come to, each once; not what they say of other regions."""
    found = {check: None for one in told for of, check in figured.get(one.text_id, ()) if of in (None, code)}
    return sorted(found)


def _row(entry: Entry, more: Iterable[Check]) -> dict[str, Any]:
    plain = {name: getattr(entry, name) for name in _COLUMNS if name in Entry._fields and name != "checks"}
    checks = [check._asdict() for check in (*entry.checks, *more)]
    row: dict[str, Any] = {
        **plain,
        "recipient_type": entry.type,
        "recipient_code": entry.code,
        "disputed": list(entry.disputed),
        "checks": checks,
        "review": "machine",
    }
    return row


def _reviewed(
    connection: Connection, group: str, made: list[dict[str, Any]], held: Sequence[Entry], chain: Sequence[Decision]
) -> list[dict[str, Any]]:
    """A group's rows with what people decided on them, and the checks of what holds then."""
    with_names = [row | named(entry) for row, entry in zip(made, held, strict=True)]
    keys = {key for one in chain if one.was for key in one.was.get("texts") or ()}
    asked = select(articles.c.key, texts.c.hash).join(texts, texts.c.id == articles.c.text_id)
    hashes = dict(connection.execute(asked.where(among(connection, articles.c.key, keys))).all())
    corrected = corrected_fields(with_names, chain)
    rows = []
    for seen, stands in effective_entries(with_names, chain, hashes, _key):
        row = _EMPTY | {name: value for name, value in seen.items() if name != "claims"}
        row |= {"group": group, "review": row["review"] if stands == "machine" else stands}
        if stands == "accepted":  # what was open was accepted by nobody
            row["disputed"] = list(left_open(row))
        row["disputed"] = [name for name in row["disputed"] if name not in corrected.get(row["id"], ())]
        rows.append(row)
    now = overtaken(with_names, chain, hashes)
    again = _supported(_checked_again(rows, made, held), held, corrected)
    return [
        row | {"checks": [*row["checks"], Check(SINCE, False, now[row["id"]])._asdict()]} if row["id"] in now else row
        for row in again
    ]


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes rows of one group one entry."""
    return row["edition"], row["level"], row["scope"], category_key(row["category"], row["recipient_type"])


def _checked_again(
    rows: list[dict[str, Any]], made: Sequence[dict[str, Any]], held: Sequence[Entry]
) -> list[dict[str, Any]]:
    """Rows with the checks of what holds in them, where people changed what claims come to."""
    by_id = {row["id"]: row for row in rows if row["review"] != "rejected"}
    now = {
        entry.id: entry._replace(**{name: by_id[entry.id][name] for name in _CHECKED})
        for entry in held
        if entry.id in by_id
    }
    rest = {row["id"]: row["checks"][len(entry.checks) :] for row, entry in zip(made, held, strict=True)}
    again = {
        entry.id: [*(check._asdict() for check in entry.checks), *rest[entry.id]]
        for entry in checked(list(now.values()))
    }
    return [row | {"checks": again.get(row["id"], row["checks"])} for row in rows]


def _supported(
    rows: list[dict[str, Any]], held: Sequence[Entry], corrected: Mapping[str, set[str]]
) -> list[dict[str, Any]]:
    """Rows with the support of what people said of them: that of the articles which say so too."""
    by_id = {entry.id: entry for entry in held}
    return [
        row | {"support": support(one.claims, one.agreements, row, corrected[row["id"]])}
        if (one := by_id.get(row["id"])) and corrected.get(row["id"])
        else row
        for row in rows
    ]


_CHECKED = ("edition", "level", "scope", "outcome", "rank", "event_date")
"""What checks look at and people may correct."""
_EMPTY: dict[str, Any] = {
    "support": 0, "articles": 0, "first_published": None, "last_published": None, "disputed": [], "checks": [],
    "doubtful": False,
}  # fmt: skip
"""What an entry has of which no article speaks any more, and which a person's word keeps."""


def _derived(row: dict[str, Any], speaking: Sequence[Told]) -> dict[str, Any]:
    """A row with the columns that follow from its others."""
    code, scope = row["recipient_code"], row["scope"]
    published = sorted(told.claim.published for told in speaking if told.claim.published)
    row["year"] = year_of(row["edition"], row["event_date"], published)
    row["award_key"] = award_key(row["award"])
    row["recipient_key"] = row["group"].partition("|")[2]
    row["province"] = (code or scope or "")[:2] or None
    row["contest"] = contest_of(row)
    row["named"] = folded(row["recipient"])[:LONGEST_NAME]
    row["is_disputed"] = bool(row["disputed"])
    row["failed"] = _failed(row["checks"])
    row["sorting"] = _sorting(row)
    return row


def _sorting(row: dict[str, Any]) -> str:
    """What pages are sorted by, of plain characters: within a year those of no known edition come last."""
    year = f"{9999 - (row['year'] or 0):04d}{'' if row['edition'] else '~'}"
    category = category_key(row["category"]) or ""
    parts = (row["award_key"][:24], _LEVELS.get(row["level"], "4"), row["scope"] or "", category[:16])
    return f"{year}|{'|'.join(parts)}|{min(row['rank'] or 99, 99):02d}|{row['recipient_key'][:24]}|{row['id']}"


def _differs(row: dict[str, Any], before: dict[str, Any]) -> bool:
    return any(_plain(row[name]) != _plain(before[name]) for name in _COLUMNS)


def _plain(value: Any) -> Any:
    return json.dumps(value, sort_keys=True) if isinstance(value, list | dict) else value


def _keep_names(connection: Connection, wanted: set[str]) -> None:
    """Have names among those in which words are looked for."""
    ordered = sorted(wanted)
    for some in pieces(ordered):
        there = set(connection.scalars(select(names.c.named).where(among(connection, names.c.named, some))))
        new = [{"named": name} for name in some if name not in there]
        if new:
            connection.execute(names.insert(), new)


def _look_at_contests(connection: Connection, contests: Iterable[str], now: str) -> None:
    """Say of all first places of contests whether they are alone."""
    ordered = sorted(contests)
    for some in pieces(ordered):
        asked = select(*(entries.c[name] for name in ("id", "group", "recipient", "contest", "checks"))).where(
            among(connection, entries.c.contest, some),
            entries.c.rank == 1,
            entries.c.outcome == "winner",
            entries.c.review != "rejected",
        )
        firsts = connection.execute(asked).all()
        by_contest = defaultdict[str, list[tuple[str, str, str]]](list)
        for row in firsts:
            by_contest[row.contest].append((row.id, row.group, row.recipient))
        found = {number: check for some in by_contest.values() for number, check in first_places(some).items()}
        for row in firsts:
            checks = [*_without_first(row.checks), found[row.id]._asdict()]
            if _plain(checks) != _plain(row.checks):
                values = {"checks": checks, "failed": _failed(checks), "changed": now}
                connection.execute(update(entries).where(entries.c.id == row.id).values(values))


def _failed(checks: Iterable[dict[str, Any]]) -> bool:
    return any(not check["ok"] for check in checks)


def _without_first(checks: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [check for check in checks if check["check"] != FIRST]
