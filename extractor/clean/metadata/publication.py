"""When a page's story appeared: the claims of its places, of what is asked where they are silent, and their zone."""

import datetime
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.clean.metadata import bylines, dating, storydays
from extractor.clean.metadata.claims import Claim, Verdict
from extractor.clean.metadata.guesses import guess, is_bare_year
from extractor.clean.metadata.markup import Markup
from extractor.clean.metadata.moments import minutes_between
from extractor.clean.metadata.published import PRINT, SOURCE, Dated, Days, published
from extractor.clean.metadata.selectors import selected

if TYPE_CHECKING:
    from extractor.outlets import Outlet

_ZONES = {"Asia/Jakarta": 420, "Asia/Pontianak": 420, "Asia/Makassar": 480, "Asia/Jayapura": 540}
_WIB = 420
_AMERICAN = ("en-us", "en_us")
_GUESSED = frozenset(("htmldate", "top", "changed"))
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:20)?\d\d(?![\d/])")
_IN_AMERICA = re.compile(r"\d\s?(?:[APap]\.?[Mm]\.?\s?)?\(?[ECMP][SD]T\b")
_SEARCHED = 50_000  # characters of a page in which such dates are looked for


def publication(
    markup: Markup, place: dating.Place, outlet: "Outlet | None", *, is_indonesian: bool, fetched: str | None = None
) -> Verdict:
    """The verdict on the day of publication; times without a zone are local ones where the page is Indonesian.

    Of a page that was `fetched` at a known time no claim of a later day is believed; it is a conflict.
    """
    claims, changed = dating.claims(markup, place, selected(markup, outlet, "published"))
    later = [claim for claim in claims if fetched is not None and _is_after(claim, fetched)]
    claims = [claim for claim in claims if claim not in later]
    claims += () if claims else storydays.in_month(place.addresses, place.near)
    if not claims and is_indonesian:
        claims += storydays.edition(markup.top)
        claims += () if claims else storydays.in_dateline(place.heading, markup.elements.body)
        claims += () if claims else storydays.of_top(markup.top, place.heading)
    elif not claims:
        claims += storydays.in_dateline(place.heading, markup.elements.body, is_indonesian=False)
    if not claims:
        claims += [change for change in changed if not is_indonesian or change.family == PRINT][:1]
    is_changed = any(claim in changed for claim in claims)
    if not claims or is_changed or (not is_indonesian and all(claim.rank >= bylines.BARE for claim in claims)):
        claims += _guessed(markup, place, claims, changed, is_indonesian=is_indonesian)
    changed = [] if is_changed else changed  # the day of the change is the best that the page itself tells
    zone = _zone(claims, outlet)
    if zone is None and is_indonesian:
        zone = storydays.printed_zone(markup.top) if any(claim.moment.clock for claim in claims) else None
        zone = _apart(claims) or zone or _WIB
    days = {(claim.moment.at(zone) if zone else claim.moment).day for claim in claims}
    reported = storydays.reported(place.heading) if len(days) > 1 else ()
    verdict = published(Days(claims, [change.moment for change in changed], zone, reported))
    origins = {claim.origin for claim in claims}
    is_doubtful = bool(later) or (bool(origins) and origins <= _GUESSED)
    told = (*verdict.claims, *(Claim(claim.moment.iso(), claim.origin) for claim in later))
    return verdict._replace(claims=told, conflict=verdict.conflict or is_doubtful)


def month_first(markup: Markup, *, is_indonesian: bool) -> bool | None:
    """Whether the page prints the month before the day, as Americans do; None where nothing tells.

    A page tells by its language, by another date that can be read in one way only, by an American zone.
    """
    declared = (markup.tree.getroottree().getroot().get("lang") or "").lower().replace("_", "-")
    locale = [value.lower().replace("_", "-") for _, value in markup.first(("og:locale",))]
    is_american = declared.startswith("en-us") and all(value == "en-us" for value in locale)
    if is_american and not is_indonesian:
        return True
    if not is_american and (is_indonesian or declared[:3] not in ("", "en")):
        return False
    text = markup.elements.text[:_SEARCHED]
    firsts, seconds = zip(*_SLASHED.findall(text), strict=True) if _SLASHED.search(text) else ((), ())
    is_day_first, is_month_first = (any(int(part) > 12 for part in parts) for parts in (firsts, seconds))
    if is_day_first or is_month_first or not firsts:
        return is_month_first and not is_day_first
    return True if _IN_AMERICA.search(text) and not is_indonesian else None


def _guessed(
    markup: Markup, place: dating.Place, claims: Sequence[Dated], changed: Sequence[Dated], *, is_indonesian: bool
) -> list[Dated]:
    """What is guessed where the places say nothing, or no more than a day; below a heading the day is surer."""
    address = next(iter(place.addresses), None)
    guessed = guess(markup, place.heading, address, far=not is_indonesian)
    if claims or is_indonesian:
        changes = {change.moment.day for change in changed}
        guessed = [claim for claim in guessed if claim.moment.day not in changes]
    if claims:
        guessed = [claim for claim in guessed if not is_bare_year(claim, markup)]
    if place.month_first:
        days = {claim.moment.day for claim in claims}
        guessed = [claim for claim in guessed if _turned(claim.moment.day) not in days]  # htmldate reads the day first
    if claims and not is_indonesian and (place.heading is not None or claims[0] in changed):
        guessed = [claim._replace(rank=bylines.BARE + 2) for claim in guessed]
    return guessed


def _turned(day: datetime.date) -> datetime.date | None:
    """The day that the figures of another one name where the month stands first."""
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else None


def _is_after(claim: Dated, fetched: str) -> bool:
    """Whether a claim is of a day after the one on which the page was fetched, in whatever zone."""
    return claim.moment.day > datetime.date.fromisoformat(fetched[:10]) + datetime.timedelta(days=1)


def _zone(claims: Sequence[Dated], outlet: "Outlet | None") -> int | None:
    """The zone of the page's times, in minutes: the printed one, the outlet's, or any source's; Greenwich is none."""
    zones = [(claim.moment.zone, claim.origin) for claim in claims if claim.moment.zone]
    near = next((zone for zone, origin in zones if origin in ("byline", "layout")), None)
    return near or (_ZONES.get(outlet.zone) if outlet else None) or next((zone for zone, _ in zones), None)


def _apart(claims: Sequence[Dated]) -> int | None:
    """The zone in which a printed time without one is, to the minute, what the source has in Greenwich's."""
    source = [claim.moment for claim in claims if claim.family == SOURCE and claim.moment.zone == 0]
    bare = [claim.moment for claim in claims if claim.family == PRINT and claim.moment.zone is None]
    for east in (zone for one in source for other in bare if (zone := minutes_between(one, other)) is not None):
        if east in _ZONES.values():
            return east
    return None
