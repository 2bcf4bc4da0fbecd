"""Datelines that end without a dash: "Tiakur, 9 Desember 2024. ", "REDELONG | ", "(AMBON) ", "LONTAR, AMBON. ".

What follows must be a sentence that begins with a capital, for a table's row and a letter's head begin like this too.
"""

import re
from typing import NamedTuple

from extractor.clean.dateline_names import (
    dateline_words,
    has_kind,
    is_domain,
    is_name,
    is_outlet,
    is_own,
    is_place,
    is_small_place,
)

_SENTENCE, _TOLD = 5, 8  # words behind a stop, and behind a bar, which may be a table's
_ENDS = (".", "!", "?", ")", "”", '"', "*")
_NAME = r"[A-Z][\w'’-]{1,20}(?: [A-Z(][\w'’.-]{1,20}){0,3}?"
_MONTHS = r"(?:jan|feb|mar|apr|mei|jun|jul|agu|ags|sep|okt|nov|des)[a-z]{0,7}\.?"
_YEAR = r"(?:20\d{2}|199\d)"
_DATED = re.compile(
    rf"(?P<place>{_NAME})(?:,? ?\(|, )(?:[a-zA-Z'’]{{4,7}},? ?\(?)?"
    rf"\d{{1,2}}(?i:[ -]{_MONTHS}[ -]{_YEAR}|[/.-]\d{{1,2}}[/.-]{_YEAR}|/\d{{1,2}}(?=\)))\)?"
    r"(?P<stop>\.| ?\|{1,2}|;) ?(?=[A-Z“\"])"
)
_SHOUTED = re.compile(
    r"(?:(?P<outlet>[\w.-]{2,24}(?: [\w.-]{1,24}){0,3}), )?"
    r"(?P<place>[A-Z]{3,20}(?: [A-Z]{3,20}){0,2})(?P<stop>\.) (?=[A-Z“\"][\w ])"
)
_AGENCY = re.compile(rf"(?P<place>{_NAME}) [(\[](?P<outlet>[\w.][\w. /-]{{1,30}})(?P<stop>[)\]][.:,]?) (?=[A-Z“\"])")
_BRACKETS = re.compile(r"[(\[](?P<place>[A-Z][A-Z ]{2,30})(?P<stop>[)\]]) (?=[A-Z“\"])")
_DIGIT = re.compile(r"\d")
_BAR = re.compile(r"\s*(?:\|{1,2}|•|»|~|::|►|//)\s+")


class Stopped(NamedTuple):
    """What a dateline without a dash names, and where in the line it ends."""

    outlet: str | None
    place: str | None
    end: int


def stopped(line: str, own: str | None) -> Stopped | None:
    """The dateline with which a line begins, where a stop, a bar, a bracket or nothing parts it from the story.

    `own` is the outlet that the page names.
    """
    head = line[:90]
    found = _dated(line) if _DIGIT.search(head) else None
    found = found or _shouted(line) or (_in_brackets(line, own) if "(" in head or "[" in head else None)
    return found or _barred(line, own) or _signed(line)


def _goes_on(rest: str, least: int) -> bool:
    """True where a sentence follows that is no part of a table."""
    rest = rest.strip()
    return rest[:1] != "" and not rest[0].islower() and "|" not in rest and rest.count(" ") >= least - 1


def _dated(line: str) -> Stopped | None:
    found = _DATED.match(line)
    if not found or not _goes_on(line[found.end() :], _SENTENCE):
        return None
    place = found["place"]
    known = is_place(place) or is_small_place(place, villages=True)
    return Stopped(None, place, found.end("stop")) if known else None


def _shouted(line: str) -> Stopped | None:
    found = _SHOUTED.match(line)
    if found:
        outlet = found["outlet"]
        if is_place(found["place"]) and (outlet is None or is_name(outlet)):
            return Stopped(outlet, found["place"], found.end("stop"))
    return None


def _in_brackets(line: str, own: str | None) -> Stopped | None:
    """A place and its agency in brackets, or a place in brackets itself: "AMBON (ANTARA) ", "[AMBON] "."""
    found = _AGENCY.match(line)
    if found and _goes_on(line[found.end() :], _TOLD) and is_place(found["place"]) and not has_kind(found["place"]):
        outlet = found["outlet"].strip()
        signs = is_domain(outlet) or is_outlet(outlet) or is_own(outlet, own)
        return Stopped(outlet, found["place"], found.end("stop")) if signs else None
    found = _BRACKETS.match(line)
    if found and is_place(found["place"]) and _goes_on(line[found.end() :], _TOLD):
        return Stopped(None, found["place"], found.end("stop"))
    return None


def _barred(line: str, own: str | None) -> Stopped | None:
    """A place before a bar, with its outlet before or behind another, or behind a comma: "AMBON, Kabar24 | "."""
    names, end = list[str](), 0
    for bar in _BAR.finditer(line[:90]):
        name = line[end : bar.start()].strip()
        if len(names) == 2 or not (is_name(name) or is_domain(name)):
            break
        names.append(name)
        end = bar.end()
    if len(names) == 1 and ", " in names[0]:
        names = names[0].split(", ")
        if len(names) != 2 or not all(map(is_name, names)):
            return None
    rest = line[end:].strip()
    if not names or not _goes_on(rest, _TOLD) or not rest.endswith(_ENDS):
        return None
    places = [name for name in names if is_place(name) and not has_kind(name)]
    outlets = [name for name in names if is_domain(name) or is_outlet(name) or is_own(name, own)]
    if len(names) == 1:
        return Stopped(None, names[0], end) if places else None
    outlet, place = names if outlets[:1] == names[:1] else reversed(names)
    signs = outlet in outlets or (place.isupper() and not is_place(outlet))
    return Stopped(outlet, place, end) if signs and place in places and outlet != place else None


def _signed(line: str) -> Stopped | None:
    """A site and a place, or a place and an agency, and then the sentence: "Kabar6.com, Ambon Sebanyak ..."."""
    first, comma, rest = line.partition(", ")
    if not comma or not (is_domain(first) or is_place(first)):
        return None
    words = rest[:120].split(" ")
    for count in (3, 2, 1):
        second = " ".join(words[:count])
        name = second.rstrip(".,:")
        if len(words) > count and words[count][:1].isupper() and _signs(first, name):
            outlet, place = (first, name) if is_domain(first) else (name, first)
            return Stopped(outlet, place, len(first) + 2 + len(second))
    return None


def _signs(first: str, second: str) -> bool:
    """Whether two names are a site and a place, or a place and an agency."""
    return is_place(second) if is_domain(first) else " " in second and second.lower() in dateline_words().agencies
