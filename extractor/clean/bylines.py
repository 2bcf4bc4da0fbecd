"""The line above a text that only dates it: "Kamis, 09 Sep 2021 16:51 WIB", "Lontar.net | 23 Mei 2023".

It dates the page, not what the story tells. The day is the one printed, whatever the zone.
"""

import re

from extractor.clean.metadata.bylines import is_changed, without_labels
from extractor.clean.metadata.moments import Found, find

_SHORTEST, _LONGEST, _NAME = 8, 110, 6  # characters of a line, and words of a name beside the date
_CLOCK = re.compile(r"(?:pukul |jam )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:wib|wita|wit|am|pm))?", re.I)
_BETWEEN = re.compile(
    r" ?[|•·] ?| [–—@-] |, (?=pukul|jam|\d{1,2}[:.]\d{2})| (?=oleh ?:|penulis ?:|editor ?:)", re.IGNORECASE
)


def byline_date(line: str) -> str | None:
    """The ISO date of a byline: a line that is a date with a weekday, a time of day, an author or an outlet beside it.

    A date alone on a line is none: a story's table may hold it. Nor is a line in which anything is longer than a name,
    nor the day of a change.
    """
    if not _SHORTEST <= len(line) <= _LONGEST:
        return None
    parts = [part for part in _BETWEEN.split(" ".join(line.split())) if part]
    dated = [(part, _only_date(part)) for part in parts]
    dates = [(part, found) for part, found in dated if found]
    beside = [part for part, found in dated if not found and not _CLOCK.fullmatch(part)]
    if len(dates) != 1 or any(part.count(" ") >= _NAME or part.endswith(".") for part in beside):
        return None
    part, found = dates[0]
    is_bare = len(parts) == 1 and not found.moment.clock and not part[: found.start].strip()
    return None if is_bare or is_changed(part[: found.start]) else found.moment.day.isoformat()


def _only_date(part: str) -> Found | None:
    """The date that a part of a line is, with its weekday and label, and nothing else."""
    found = list(find(part))
    if len(found) != 1:
        return None
    rest = without_labels(f"{part[: found[0].start]} {part[found[0].end :]}").strip(" ,:")
    return None if rest else found[0]
