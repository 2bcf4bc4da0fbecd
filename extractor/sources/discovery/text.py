"""What lists print, as text: headlines without markup, days as ISO dates."""

import html
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from extractor.sources.discovery.words import words

_TAG = re.compile(r"<[^<>]{0,2000}>")
_SHOWN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?")
_WORD = re.compile(r"[A-Za-z]{3,9}")
HEADLINE, SUMMARY = 300, 1_000
"""Characters that are kept."""


def plain(markup: str | None, most: int) -> str | None:
    """The words of a piece of HTML on one line, cut to so many characters; None where there are none."""
    if not markup:
        return None
    text = markup[: most * 10]
    if "&" in text or "<" in text:
        text = html.unescape(_TAG.sub(" ", html.unescape(text)))
    text = " ".join(text.split())
    return text[:most].rstrip() or None


def day_of(printed: str | None) -> str | None:
    """The ISO date, with time and zone where they are printed, of a date in a feed or sitemap; None where it is none.

    Shapes: "2025-01-09", "2025-01-09T08:15:00+07:00", "Thu, 09 Jan 2025 08:15:00 +0700",
    "Kamis, 9 Januari 2025 08:15".
    """
    if not printed:
        return None
    printed = printed.strip()[:60]
    if found := _SHOWN.match(printed):
        return _iso(*found.groups())
    english = _WORD.sub(_in_english, printed)
    try:
        moment = parsedate_to_datetime(english)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat()


def _iso(day: str, time: str | None, zone: str | None) -> str | None:
    zone = {"Z": "+00:00", None: ""}.get(zone, zone)
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    said = f"{day}T{time}{zone}" if time else day
    try:
        return datetime.fromisoformat(said).isoformat() if time else datetime.fromisoformat(said).date().isoformat()
    except ValueError:
        return None


def _in_english(found: re.Match[str]) -> str:
    months = dict(words().months)
    return months.get(found[0].lower(), found[0])


def is_older(published: str | None, since: str | None) -> bool:
    """Whether something was published before a day; of the day itself, in whatever zone, nothing is older."""
    if published is None or since is None:
        return False
    try:
        moment = datetime.fromisoformat(published)
        if moment.tzinfo is not None:
            published = moment.astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return False
    return _days(published) < _days(since) - 1 if _days(published) and _days(since) else False


def _days(day: str) -> int:
    try:
        return datetime.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0
