"""The dates that pages print beside a story: "Kamis, 09 Sep 2021 16:51 WIB", "2024-09-12T10:12:00+07:00".

They date the page, not what the story tells. dateparser reads them, with nothing from the clock: a byline without its
year has no date. The day is the one printed, whatever the zone.
"""

import datetime
import re

_MONTHS = "jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec"
_DAYS = "senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab|min"
_WORDS = r"(?:diterbitkan|dipublikasikan|terbit|published|posted|ditulis|tayang|pub\.\ date|tanggal|diperbarui|update)"
_DATE = re.compile(
    rf"""(?:{_WORDS}(?:\ on|\ pada)?\ ?:?\ )?
         (?P<weekday>(?:{_DAYS})\ ?,?\ )?
         (?P<date>\d{{1,2}}(?:\ (?:{_MONTHS})[a-z]{{0,7}}\.?,?\ |[/.-]\d{{1,2}}[/.-])\d{{4}}
           |(?:{_MONTHS})[a-z]{{0,7}}\ \d{{1,2}},\ \d{{4}})
         (?P<time>,?\ (?:pukul\ |jam\ |at\ )?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:\ ?(?:wib|wita|wit|am|pm))?)?""",
    re.VERBOSE,
)
_TIME = re.compile(r"(?:pukul |jam )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:wib|wita|wit|am|pm))?")
_BETWEEN = re.compile(r" ?[|•·] ?| [–—@-] |, (?=pukul|jam|\d{1,2}[:.]\d{2})| (?=oleh ?:|penulis ?:|editor ?:)")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def byline_date(line: str) -> str | None:
    """The ISO date of a byline: a line that is a date with a weekday, a time of day, an author or an outlet beside it.

    A date alone on a line is none: a story's table may hold it. Nor is a line in which anything is longer than a name.
    """
    if not 8 <= len(line) <= 110:
        return None
    parts = [part for part in _BETWEEN.split(" ".join(line.lower().split())) if part]
    read = [_DATE.fullmatch(part) for part in parts]
    dates = [match for match in read if match]
    beside = [part for part, match in zip(parts, read, strict=True) if not match and not _TIME.fullmatch(part)]
    if len(dates) != 1 or any(part.count(" ") > 5 or part.endswith(".") for part in beside):
        return None
    if len(parts) == 1 and not dates[0]["weekday"] and not dates[0]["time"] and dates[0].start("date") == 0:
        return None
    return iso_date(dates[0]["date"])


def iso_date(text: str) -> str | None:
    """The day that a page's date names, in ISO form; None where no full date stands in it."""
    text = " ".join(text[:80].split())
    iso = _ISO.match(text)
    if iso:
        try:
            return datetime.date.fromisoformat(iso[0]).isoformat()
        except ValueError:
            return None
    printed = _DATE.match(text.lower())
    text = printed["date"] if printed else text
    if sum(map(str.isdecimal, text)) < 4:
        return None
    import dateparser

    fixed = datetime.datetime(2000, 1, 1)  # never used: all three parts are required
    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": fixed}
    read = dateparser.parse(text, languages=["id", "en"], settings={**settings, "PARSERS": ["absolute-time"]})
    return read.date().isoformat() if read else None
