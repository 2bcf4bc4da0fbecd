"""Checks: what must be true of an entry if its values are, told in words that a person can follow."""

from collections.abc import Iterable, Sequence

from extractor.gazetteer.region import lies_in
from extractor.register.claims import Check, Claim, Entry
from extractor.register.meeting import SAME_EVENT, apart

_DIGITS = 8
"""Digits of an entry's id by which a check names it."""
ALSO_FIRST = "also first: "
"""What stands before the others that are first in a contest."""
_TOLD, _LONGEST = 8, 80
"""Names that are told of these, and letters of each."""
LATEST = 2
"""Years after its edition in which an award is still given: the audited, or the judged, year comes before."""


def checks(entry: Entry) -> tuple[Check, ...]:
    """The checks that an entry's own values allow; each names what it looked at."""
    made = _within_edition(entry), _before_it_was_told(entry), _under_scope(entry), _won_its_place(entry)
    return tuple(filter(None, made))


def same_events(entries: Sequence[Entry]) -> dict[str, tuple[Check, ...]]:
    """By entry the check that no other edition of its award was given to its recipient at its event.

    The press calls an edition by the year that is judged and by the year of the ceremony.
    """
    found: dict[str, tuple[Check, ...]] = {}
    dated = [one for one in entries if one.outcome == "winner" and one.edition and one.event_date]
    for one in dated:
        others = sorted(
            f"{other.edition} (entry {other.id[:_DIGITS]})"
            for other in dated
            if other.level == one.level and other.edition != one.edition and other.scope == one.scope
            and apart(str(one.event_date), str(other.event_date)) <= SAME_EVENT
        )
        if others:
            told = f"the event of {one.event_date} is told of edition {', '.join(others)} too"
            found[one.id] = (Check("one_edition_an_event", False, told),)
    return found


def first_places(firsts: Iterable[tuple[str, str, str]]) -> dict[str, Check]:
    """By entry the check that no other of its contest was first; given as ids, groups and recipients of entries."""
    ordered = sorted(firsts, key=lambda one: (one[2], one[0]))
    found = {}
    for id_, group, _ in ordered:
        others = list(dict.fromkeys(name for _, other, name in ordered if other != group))
        told = f"{ALSO_FIRST}{_few(others)}" if others else "no other is first in its category"
        found[id_] = Check("one_first_place", not others, told)
    return found


def _few(names: list[str]) -> str:
    """The first of many names, and how many more there are; what is printed as a name may be a whole article."""
    told = [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in names[:_TOLD]]
    return ", ".join([*told, f"… +{len(names) - _TOLD}"] if len(names) > _TOLD else told)


def _within_edition(entry: Entry) -> Check | None:
    """An award is given in its edition's year or soon after it."""
    if entry.edition is None or entry.event_date is None:
        return None
    year = int(entry.event_date[:4])
    told = f"edition {entry.edition}, event {entry.event_date}"
    return Check("dates_within_edition", entry.edition <= year <= entry.edition + LATEST, told)


def _before_it_was_told(entry: Entry) -> Check | None:
    """What was won was told on the day at the earliest."""
    won: list[Claim] = [
        claim
        for claim in entry.claims
        if claim.outcome == "winner" and claim.told_day and claim.event_day == entry.event_date and claim.event_day
    ]
    if not won:
        return None
    early = [claim for claim in won if (claim.told_day or "") < (claim.event_day or "")]
    day = min(claim.told_day or "" for claim in won)
    return Check("told_after_event", not early, f"event {entry.event_date}, first told {day}")


def _under_scope(entry: Entry) -> Check | None:
    """Who takes part in a province's or regency's contest lies in it."""
    if entry.code is None or entry.scope is None:
        return None
    inside = lies_in(entry.code, entry.scope)
    return Check("region_under_scope", inside, f"{entry.code} {'lies' if inside else 'does not lie'} in {entry.scope}")


def _won_its_place(entry: Entry) -> Check | None:
    """Who took a place has won; of a nominee a place is another edition's, or its outcome is misread."""
    if entry.outcome != "nominee" or entry.rank is None:
        return None
    return Check("place_is_won", False, f"a nominee with place {entry.rank}")
