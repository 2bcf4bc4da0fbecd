"""Bylines above a story: "Kamis, 09 Sep 2021 16:51 WIB", "Ona Latupono - Senin, 3 Juni 2024"."""

import re

_DAYS = "senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun"
_MONTHS = "jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec"
_WORDS = "(?:di)?(?:terbitkan|publikasikan|terbit|published|posted|tulis|tayang|tanggal|perbarui|update)(?: on| pada)?"
_NUMBERED = rf"\d{{1,2}}(?: (?:{_MONTHS})[a-z]{{0,7}}\.?,? |[/.-]\d{{1,2}}[/.-])\d{{4}}"
_ENGLISH = rf"(?:{_MONTHS})[a-z]{{0,7}} \d{{1,2}}, \d{{4}}"
_CLOCK = r"(?:pukul |jam |at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:wib|wita|wit|am|pm))?"
_DATE = re.compile(
    rf"(?:{_WORDS}:? )?(?P<day>(?:{_DAYS})(?:day)? ?,? ?[(/]? ?)?(?:{_NUMBERED}|{_ENGLISH})\)?(?P<time>,? {_CLOCK})?"
)
_TIME = re.compile(_CLOCK)
_BETWEEN = re.compile(r" ?[|•·] ?| [–—@-] |, (?=pukul|jam|\d{1,2}[:.]\d{2}$)")


def is_byline(folded: str) -> bool:
    """True for a date with a weekday or a time of day, alone or beside an author or an outlet.

    A date alone is none, for a story's table may hold it; nor is a line in which anything is longer than a name.
    """
    if not 8 <= len(folded) <= 110 or not any(map(str.isdecimal, folded)):
        return False
    parts = [part for part in _BETWEEN.split(folded) if part]
    dates = [match for match in map(_DATE.fullmatch, parts) if match]
    if len(dates) != 1:
        return False
    times = [part for part in parts if _TIME.fullmatch(part)]
    others = [part for part in parts if not _DATE.fullmatch(part) and part not in times]
    if any(part.count(" ") > 5 or part.endswith(".") for part in others):
        return False
    return bool(times or dates[0]["day"] or dates[0]["time"])
