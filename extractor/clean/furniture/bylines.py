"""Bylines: "Kamis, 09 Sep 2021 16:51 WIB", "Oleh: Ona Latupono", "Ditulis oleh Ona Latupono pada 3 Juni 2024"."""

import re

_DAYS = (
    "(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)(?: (?:legi|pa?hing|pon|wage|kliwon))?"
    "|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun"
)
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


_SIGNED = re.compile(
    r"(?:ditulis|diposting|diposkan|dipublikasikan|diterbitkan|diunggah|posted|published|written|submitted)"
    rf"(?: (?:oleh|by):? [^.:]{{2,60}}?)?,? ?(?:pada|on|tanggal|:|\||-|–|•|·)? ?(?:hari |tanggal )?"
    rf"(?:(?:{_DAYS})(?:day)?,? )?"
    rf"(?:{_NUMBERED}|{_ENGLISH})(?:,? ?[-–|]? ?{_CLOCK})?"
    r"(?:,? ?(?:dalam|di|in|under|kategori|[|•·–-])(?: (?:kategori|rubrik|kanal|category))?:? [^.]{2,60})?"
)
_BY = re.compile(
    r"(?:(?:oleh|by|penulis|teks|naskah|reporter|pewarta|laporan) ?: ?|(?:oleh|by) )(?!oleh)(?=[a-z])", re.IGNORECASE
)
_APART = re.compile(r" ?[|•·/&] ?| [–-] |, | dan (?=[A-Z])| (?:di|pada|on) (?=\d)")
_POSTED = re.compile(
    r"(?:, ?| [-–|] )(?:jurnalis|wartawan|reporter|kontributor|koresponden|penulis|editor|pewarta|redaksi)",
    re.IGNORECASE,
)
_WRITER = re.compile(r"[A-Z][\w.'’-]{0,20}(?: (?:[A-Z][\w.'’-]{0,20}|bin|binti|al|el|de|van)){0,4}|@\w{2,30}")
_PART = re.compile(
    r"(?:teks|naskah|foto|penulis|editor|video|ilustrasi|ilustrator|infografik|infografis|grafis|penyunting|reporter"
    r"|desain|desainer|fotografer|videografer|riset|data|penerjemah|photo|text|layout) ?(?:: ?|oleh |by )\S.{1,60}",
    re.IGNORECASE,
)


def is_signed(folded: str) -> bool:
    """True for who wrote a story and when: "Ditulis oleh Ona Latupono pada 3 Juni 2024 dalam kategori Desa"."""
    return len(folded) <= 200 and folded[0] in "dpws" and _SIGNED.fullmatch(folded) is not None


def is_credits(text: str) -> bool:
    """True for two credits or more on one line: "Teks: Ona Latupono · Foto: Yance Luhulima"."""
    if len(text) > 200 or text.endswith(".") or not (":" in text or "oleh" in text or " by " in text):
        return False
    parts = [part for part in re.split(r" ?[|•·] ?| / | [–-] |; ", text) if part]
    return len(parts) >= 2 and all(map(_PART.fullmatch, parts))


def is_writer(text: str) -> bool:
    """True for "Oleh Ona & Yance, 3 Juni 2024", "Ona Latupono, Wartawan": names and perhaps a day, and nothing else."""
    if len(text) > 110:
        return False
    text = text.rstrip("*) ")
    posted = _POSTED.search(text)
    if posted and posted.end() == len(text):
        return _WRITER.fullmatch(text[: posted.start()]) is not None
    found = _BY.match(text)
    if not found:
        return False
    parts = [part.strip() for part in _APART.split(text[found.end() :]) if part.strip()]
    dates = [part for part in parts if _DATE.fullmatch(part.lower()) or _TIME.fullmatch(part.lower())]
    days = [part for part in parts if re.fullmatch(_DAYS, part.lower())]
    names = [part for part in parts if part not in dates and part not in days]
    return 1 <= len(names) <= 4 and all(map(_WRITER.fullmatch, names))
