"""Settling: the claims that met become an entry, with the value of each field that holds and what it rests on."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from extractor.register.agreement import agreed, spelt
from extractor.register.checks import checks, same_events
from extractor.register.claims import GRADED, Agreement, Claim, Entry, Point
from extractor.register.contests import union
from extractor.register.keys import award_key, category_key, category_words, grade_of
from extractor.register.meeting import Meeting, apart, meetings

DIGITS = 16
"""Hexadecimal digits of an entry's id."""
STAGE = 3
"""Days within which two reports of a shortlist are of one stage."""


def settled(group: str, claims: Iterable[Claim]) -> list[Entry]:
    """The entries of a group, in order of their ids, whatever the order of its claims; `group` is their common key."""
    entries = [
        _entry(group, meeting, mark) for mark, some in _persons(claims).items() for meeting in meetings(some)
    ]
    return sorted(checked(entries), key=lambda entry: entry.id)


def checked(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a group with the checks of what they say."""
    told = same_events(entries)
    return [entry._replace(checks=(*checks(entry), *told.get(entry.id, ()))) for entry in entries]


def resettled(group: str, entries: Sequence[Entry], moves: Mapping[str, Mapping[str, Any]]) -> list[Entry]:
    """The entries of a group once more, where the claims of some, by their ids, speak of another edition or contest.

    An entry that only changes its own key keeps its id, unless another has come to be called so.
    """
    claims = {claim._replace(**moves.get(entry.id, {})): entry.id for entry in entries for claim in entry.claims}
    again = settled(group, claims)
    taken = {entry.id for entry in again}
    size = {entry.id: len(entry.claims) for entry in entries}
    found = []
    for entry in again:
        whence = {claims[claim] for claim in entry.claims}
        first = min(whence)
        keeps = len(whence) == 1 and first in moves and first not in taken and size[first] == len(entry.claims)
        found.append(entry._replace(id=first) if keeps else entry)
    return sorted(checked(found), key=lambda entry: entry.id)


def _persons(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims by the person whom they mean: people of one name in offices of different provinces are not one."""
    posts = defaultdict[str, list[Claim]](list)
    for claim in claims:
        posts[claim.post or ""].append(claim)
    known = [post for post in posts if post]
    if len(known) < 2:
        return {"": [claim for some in posts.values() for claim in some]}
    return dict(sorted(posts.items()))


def _entry(group: str, meeting: Meeting, mark: str) -> Entry:
    claims = sorted(meeting.claims, key=lambda claim: claim.order)
    won = [claim for claim in claims if claim.outcome == "winner"]
    telling = won or claims
    point = union(meeting.points)
    agreements = _agreements(claims, telling, point)
    values = {name: agreement.value for name, agreement in agreements.items()}
    published = sorted(claim.published for claim in claims if claim.published)
    first = claims[0]
    edition, level, scope = meeting.edition, values.get("level") or point.level, point.scope
    return Entry(
        id=_id(group, meeting, point, mark),
        group=group,
        award=values["award"],
        edition=edition,
        level=level,
        scope=scope,
        category=values["category"],
        type=values["type"],
        code=first.code,
        recipient=values["recipient"],
        outcome="winner" if won else "nominee",
        rank=values["rank"],
        shortlist=values["shortlist"],
        event_date=values["event_date"],
        support=support(telling, agreements, values),
        articles=len({claim.article for claim in claims}),
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
        agreements=agreements,
        checks=(),
        doubtful=meeting.doubtful,
        claims=tuple(claims),
    )


def support(
    claims: Iterable[Claim], agreements: Mapping[str, Agreement], holds: Mapping[str, Any], said: Iterable[str] = ()
) -> int:
    """The clusters that say what holds: none that says otherwise of what is disputed, or what a person `said`.

    Where none of the values holds that articles disagree on, nobody says otherwise than the entry.
    """
    against = {
        voice.cluster
        for name in _SUPPORTED
        if name in said or (agreements[name].disputed and holds[name] is not None)
        for voice in {one.cluster: one for one in reversed(agreements[name].voices)}.values()
        if voice.value != holds[name] and not _tells(str(holds[name]), str(voice.value))
    }
    some = list(claims)
    telling = [claim for claim in some if claim.outcome == "winner"] or some
    return len({claim.cluster for claim in telling} - against)


_SUPPORTED = ("level", "rank", "shortlist", "event_date")
"""Fields that are told otherwise by who does not support an entry; names are only spelt otherwise."""


def _agreements(claims: Sequence[Claim], telling: Sequence[Claim], point: Point) -> dict[str, Agreement]:
    """Every field's agreement; names of the award, recipient and category are told in many spellings of one thing."""
    names = {
        "award": spelt(claims, lambda claim: claim.award),
        "recipient": spelt(claims, lambda claim: claim.recipient),
        "type": spelt(claims, lambda claim: claim.type),
        "category": _category(claims, telling, point),
    }
    undisputed = {
        name: agreement._replace(disputed=agreement.disputed and (name, point.words) == ("category", GRADED))
        for name, agreement in names.items()
    }
    return undisputed | {
        "level": agreed(claims, lambda claim: claim.level),
        "rank": agreed(telling, lambda claim: claim.rank),
        "shortlist": _shortlist(telling),
        "event_date": _event(telling),
    }


def _category(claims: Sequence[Claim], telling: Sequence[Claim], point: Point) -> Agreement:
    """The category as most print it, of those who say all that is said of it; of a grade as its winners are told."""
    if point.words == GRADED:
        return agreed(telling, lambda claim: grade_of(claim.award, claim.category))
    full = [one for one in claims if category_words(one.category, one.type) == point.words]
    return spelt(full or claims, lambda claim: claim.category)


def _shortlist(claims: Sequence[Claim]) -> Agreement:
    """The shortest list that a nominee is on: stages follow each other, and only reports of one stage can disagree."""
    agreement = agreed(claims, lambda claim: claim.shortlist)
    lists = {claim.shortlist for claim in claims if claim.shortlist is not None}
    if len(lists) < 2 or claims[0].outcome == "winner":
        return agreement
    dated = [(claim.shortlist, day) for claim in claims if claim.shortlist and (day := claim.event_day)]
    clashing = {one for one, day in dated for other, on in dated if one != other and apart(day, on) <= STAGE}
    shortest = min(lists)
    if shortest in clashing:
        stage = [claim for claim in claims if claim.shortlist in clashing]
        return agreement._replace(value=agreed(stage, lambda claim: claim.shortlist).value)
    return agreement._replace(value=shortest, disputed=bool(clashing))


def _event(claims: Sequence[Claim]) -> Agreement:
    """The day on which it was given; of nominees the day of the last stage, on which its own reports can disagree."""
    agreement = agreed(claims, lambda claim: claim.event_date, _tells)
    last = max((claim.event_date for claim in claims if claim.event_date), default=None)
    if claims[0].outcome == "winner" or last is None:
        return agreement
    stage = [claim for claim in claims if claim.event_date and _are_of_one_stage(claim.event_date, last)]
    of_it = agreed(stage, lambda claim: claim.event_date, _tells)
    return agreement._replace(value=of_it.value, disputed=of_it.disputed)


def _are_of_one_stage(one: str, other: str) -> bool:
    """Whether two days are of one stage; a month or an interval is of that of its days."""
    return apart(one, other) <= STAGE or _tells(other, one) or _tells(one, other)


def _tells(exact: str, vague: str) -> bool:
    """Whether a day lies in a month or an interval of days."""
    if len(exact) != len("2025-08-05"):
        return False
    first, _, last = vague.partition("/")
    return first <= exact <= f"{last}~" if last else exact.startswith(f"{vague}-")


def _id(group: str, meeting: Meeting, point: Point, mark: str) -> str:
    """Sixteen digits over what tells an entry from all others, which stay while its claims name the same contest."""
    words = None if point.words is None else sorted(point.words)
    key = [group, meeting.edition, point.level, point.scope, words, meeting.mark, mark]
    text = json.dumps(key, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:DIGITS]


def year_of(edition: int | None, event: str | None, published: Sequence[str]) -> int | None:
    """The year under which an entry is listed: of the edition, else of the event, else of the first article."""
    if edition is not None:
        return edition
    first = event or (published[0] if published else "")
    return int(first[:4]) if first[:4].isdigit() else None


def contest_of(entry: Mapping[str, Any]) -> str | None:
    """The key of those among whom only one can be the first: award, edition, level, holder, category, kind of place.

    A category counts as it is printed: kabupaten and kota have a first each where they compete apart; so they are kept
    apart where no category is told. None where the category says nothing.
    """
    words = category_words(entry["category"])
    if entry["edition"] is None or entry["level"] is None or (words is not None and not words):
        return None
    if entry["level"] != "national" and entry["scope"] is None:
        return None
    code, category = entry["recipient_code"], category_key(entry["category"])
    kind = "firm" if code is None else str(code.count("."))
    if words is None and kind == "1":
        kind = "city" if code[3:] >= _FIRST_CITY else "regency"
    parts = (award_key(entry["award"]), str(entry["edition"]), entry["level"], entry["scope"] or "", kind, category)
    return "|".join(str(part) for part in parts)


_FIRST_CITY = "71"
"""Behind a province's two digits, kabupaten are numbered from 01 and kota from 71."""
