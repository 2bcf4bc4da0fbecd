"""The day and time on which a story appeared, from all that the page says of it.

Sources come in three families that err apart from each other: what the system wrote into the source (JSON-LD,
OpenGraph, meta tags, microdata, scripts), what is printed (the outlet's layout, `<time>`, the byline), and the address.
A day that two families name is believed over one that a single family names; else that which follows closest, within
a week, on a day that the story reports ("Selasa (5/9/2023)"); else the family in this order, for the system's date is
exact, the printed one may be of an update, and an address may be older than the story. Where none of them has a day, a
masthead's edition tells it, or the dateline. Days that
differ are a conflict, and so are times more than an hour apart on that day. htmldate is asked only where no other
source has a date, and of an Indonesian page what it alone says counts as disputed.

Many sites label local time as Greenwich's ("T16:51:00Z" over "16:51 WIB"). A time with such a label is read both ways,
and the reading that another source shares is taken, which is a conflict where it is not what the label says; without
another source the label is believed.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.clean.metadata.claims import Claim, Verdict, believe
from extractor.clean.metadata.moments import Moment

SOURCE, PRINT, ADDRESS = range(3)
Reported = tuple[int, int, int | None]
"""Day, month and perhaps the year of what a story reports."""
WEEK = 7
"""Days within which news is told."""
_APART = 60  # minutes between two times of one publication: systems print when they wrote, queued, or showed it


class Dated(NamedTuple):
    """A moment that a source names: its origin, its family, and in it the surer the smaller its rank."""

    moment: Moment
    origin: str
    family: int
    rank: int = 0


class Days(NamedTuple):
    """What a page says of its days: the claims, the days of changes, and the zone in minutes that it prints.

    `reported` are the days that its story reports on.
    """

    claims: Sequence[Dated]
    changed: Sequence[Moment]
    zone: int | None
    reported: Sequence[Reported] = ()


def published(days: Days) -> Verdict:
    """The moment that is believed, in the page's own zone; a day alone where no source has a time with a zone."""
    claims = _not_changed(sorted(days.claims, key=lambda claim: (claim.family, claim.rank)), days)
    if not claims:
        return Verdict(None)
    local = _local(claims, days.zone)
    changed = [moment.at(days.zone).day if days.zone is not None else moment.day for moment in days.changed]
    day = _day(local, changed, days.reported)
    here = [claim for claim in local if claim.moment.day == day]
    timed = [claim for claim in here if claim.moment.minutes is not None]
    chosen = timed[0] if timed else here[0]
    moment = chosen.moment
    value = moment.iso() if moment.zone is not None else moment.day.isoformat()
    kept = [(claim, Claim(dated.moment.iso(), dated.origin)) for claim, dated in zip(local, claims, strict=True)]
    believed = next(said for claim, said in kept if claim is chosen)
    conflict = (
        _days_apart(local, day, days.zone) or _times_apart(timed) or _late(day, changed) or _mislabelled(claims, local)
    )
    verdict = believe((said for _, said in kept), believed, conflict=conflict)
    return verdict._replace(value=value)


def _not_changed(claims: list[Dated], days: Days) -> list[Dated]:
    """The claims without a printed time that is that of a change, where the source tells of an earlier day."""
    if not any(moment.clock for moment in days.changed):
        return claims
    zone = days.zone or 0
    changes = {(moment.at(zone).day, moment.at(zone).minutes) for moment in days.changed if moment.clock}
    first = min((claim.moment.at(zone).day for claim in claims if claim.family == SOURCE), default=None)

    def is_change(claim: Dated) -> bool:
        here = claim.moment.at(zone)
        return claim.family == PRINT and (here.day, here.minutes) in changes and first is not None and first < here.day

    return [claim for claim in claims if not is_change(claim)]


def _local(claims: list[Dated], zone: int | None) -> list[Dated]:
    """The claims in the page's zone, each read so that it agrees with the others if one of its readings does."""
    if zone is None:
        return claims
    sure = [claim.moment.at(zone) for claim in claims if _is_sure(claim, zone)]
    return [Dated(_reading(claim, zone, sure), claim.origin, claim.family, claim.rank) for claim in claims]


def _is_sure(claim: Dated, zone: int) -> bool:
    """Whether a claim can be read in one way only: printed, in the address, or labelled with the page's own zone."""
    moment = claim.moment
    if moment.clock is None:
        return True
    return moment.zone == zone != 0 if moment.zone is not None else claim.family in (PRINT, ADDRESS)


def _reading(claim: Dated, zone: int, sure: list[Moment]) -> Moment:
    moment = claim.moment
    if moment.clock is None or _is_sure(claim, zone):
        return moment.at(zone)
    if moment.zone is None:
        readings = (moment.at(zone), Moment(moment.day, moment.clock, 0).at(zone))
    else:
        readings = (moment.at(zone), Moment(moment.day, moment.clock, zone))
    near = [min((_distance(reading, other) for other in sure if other.clock), default=None) for reading in readings]
    if near[0] is not None and near[1] is not None:
        return readings[near[1] < near[0] and near[1] <= _APART]
    on_day = [any(reading.day == other.day for other in sure) for reading in readings]
    return readings[on_day[1] and not on_day[0]]


def _mislabelled(claims: list[Dated], local: list[Dated]) -> bool:
    """Whether a time had to be read against its label: its source and another name two moments."""
    pairs = [(said.moment, here.moment) for said, here in zip(claims, local, strict=True)]
    return any(said.zone is not None and said.at(here.zone or 0) != here for said, here in pairs)


def _distance(one: Moment, other: Moment) -> float:
    days = (one.day - other.day).days
    return abs(days * 1440 + (one.minutes or 0) - (other.minutes or 0))


def _day(claims: list[Dated], changed: list[datetime.date], reported: Sequence[Reported]) -> datetime.date:
    """The day that most families name, at a tie that closest behind what the story reports, then the surest's.

    It is the printed one if the system's is that of a change.
    """
    families = dict[datetime.date, set[int]]()
    for claim in claims:
        families.setdefault(claim.moment.day, set()).add(claim.family)
    order = list(families)
    day = max(
        order,
        key=lambda day: (not _late(day, changed), len(families[day]), -since(day, reported), -order.index(day)),
    )
    if len(families[day]) == 1 and day in changed:
        earlier = [other for other in order if PRINT in families[other] and other < day]
        day = earlier[0] if earlier else day
    return day


def since(day: datetime.date, reported: Sequence[Reported]) -> int:
    """Days from the latest reported day up to a day; more than a week where none lies so near before it."""
    gaps = [WEEK + 1]
    for number, month, year in reported:
        try:
            gap = (day - datetime.date(year or day.year, month, number)).days
        except ValueError:  # "(31/6)": no such day
            continue
        gaps.append(gap if 0 <= gap <= WEEK else WEEK + 1)
    return min(gaps)


def _late(day: datetime.date, changed: list[datetime.date]) -> bool:
    """Whether the day lies behind the last change of the page: no story is changed before it appears."""
    return bool(changed) and day > max(changed) + datetime.timedelta(days=1)


def _days_apart(claims: list[Dated], day: datetime.date, zone: int | None) -> bool:
    """Whether a source names another day; where the page's zone is unknown, the next one is no other."""
    slack = 1 if zone is None and any(claim.moment.zone is not None for claim in claims) else 0
    return any(abs((claim.moment.day - day).days) > slack for claim in claims)


def _times_apart(timed: Iterable[Dated]) -> bool:
    minutes = [claim.moment.minutes or 0 for claim in timed]
    return bool(minutes) and max(minutes) - min(minutes) > _APART
