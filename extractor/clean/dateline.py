"""The dateline at the head of a story: "KABARLONTAR.CO, AMBON –", "Ambon (KABAR) - ", "kabarlontar.co.id | Ambon - ".

It names the outlet, the place, or both, in any order, perhaps a date, and ends with a dash (a colon after a place;
nothing at all where it stands alone on its line). A part is the outlet where it looks like a domain or an agency; a
place where the gazetteer knows it, or where an outlet stands beside it. A head that names neither is no dateline:
"Jembatan Liwa – Krui". A false one costs more than one that is missed: it takes words out of the story.
"""

import re
from typing import NamedTuple

from extractor.article import Span
from extractor.clean.dateline_names import (
    dateline_words,
    has_kind,
    is_date,
    is_domain,
    is_name,
    is_outlet,
    is_own,
    is_place,
    is_province,
    is_small_place,
    is_within,
)
from extractor.clean.dateline_stops import stopped

__all__ = ["Dateline", "dateline", "is_domain", "is_name", "is_place"]
_WIDTH = 90  # characters in which the dash must come
_FIRST = 60  # characters in which the first dash must come
_DASH = re.compile(r" ?(?:-{1,3}|[–—―−]{1,2}|_|~(?= ))|:(?= |$)| :(?= |$)")
_SEPARATOR = re.compile(r"\s*[,|()\[\]]\s*|\s+[l/•·]\s+|\s*\*{1,2}\s*|\s+(?=\d{1,2}/\d{1,2}/\d)")
_SPACED = re.compile(r" [-–—]{1,2} ")
_DATED = re.compile(r"\s*\(\s*(?:[\w'’]{4,7},? ?\(?)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)\s*(?:[-–—]\s?)?")
_SITE_BEHIND = re.compile(r"\s*([\w-]{2,40}(?:\.[A-Za-z]{2,10}){1,3})\s*(?:,|[-–—]{1,2}|:)\s*(?:[-–—]\s?)?")
_STOPPED = re.compile(r"\s*([A-Z][A-Z ]{2,30})\.(?=\s[A-Z“\"])")
_KINDS = re.compile(r"\b(?:Desa|Kelurahan|Kecamatan|Distrik|Kampung|Nagari|Gampong|Pekon)\b")
_TOLD = 160  # characters of a sentence in which a village is named again
_SENTENCE = 5  # words that a story's first line has at least


class Dateline(NamedTuple):
    """The outlet and the place of a dateline; None where it does not name one. `span` reaches over its dash."""

    outlet: str | None
    place: str | None
    span: Span


class _Named(NamedTuple):
    """What the words before a dash name."""

    outlet: str | None
    place: str | None


def dateline(text: str, start: int, own: str | None = None) -> Dateline | None:
    """The dateline of the paragraph that starts at `start`; None where it has none.

    `own` is the outlet that the page names, whose name nothing else may show to be one.
    """
    end = text.find("\n", start, start + _WIDTH)
    head = text[start : end if end >= 0 else start + _WIDTH]
    line_end = end if end >= 0 else text.find("\n", start, start + 400)
    line = text[start : line_end if line_end >= 0 else start + 400]
    for match in _DASH.finditer(head):
        if match.start() > _FIRST:
            break
        if not match.start() or not _parts(head, match):
            continue
        named = _read(head[: match.start()], own) or _signed(head, match, own) or _told_of(line, match, own)
        if named and _goes_on(line, match, named):
            named, stop = _extended(head, named, match.end())
            return Dateline(named.outlet, named.place, (start, start + len(head[:stop].rstrip())))
    if (end >= 0 or start + len(head) == len(text)) and (named := _alone_on_line(head.rstrip(" -–—:."), own)):
        return Dateline(named.outlet, named.place, (start, start + len(head.rstrip())))
    found = stopped(line, own)
    return Dateline(found.outlet, found.place, (start, start + len(line[: found.end].rstrip()))) if found else None


def _parts(head: str, match: re.Match[str]) -> bool:
    """Whether a dash parts words, and is not inside one: a space stands beside it, or a site or a bracket before."""
    before, behind = head[match.start() - 1], head[match.end() : match.end() + 1]
    sign = match[0].strip()
    if sign == ":":
        return True
    if behind == "" or behind.isspace():
        return sign != "_" or is_domain(head[: match.start()].rsplit(maxsplit=1)[-1])
    if not (behind.isupper() or behind in "“\""):
        return match[0][0] == " " and behind in "(,"
    if match[0][0] == " " or len(sign) > 1 or sign in "—―":
        return True
    before_dash, word = head[: match.start()], re.split(r"\W", head[match.end() :], maxsplit=1)[0]
    if sign in "-–" and len(before_dash) > 3 and before_dash.isupper() and is_place(before_dash):
        return word[1:].islower() and not is_place(word) and not is_place(f"{before_dash} {word}")
    return before == ")" or (sign in "-–_" and is_domain(re.split(r"[ ,|(]", head[: match.start()])[-1]))


def _goes_on(line: str, match: re.Match[str], named: _Named) -> bool:
    """Whether a story starts behind the dash: a sentence, not the rest of a title, a table or a list."""
    rest = line[match.end() :].strip()
    if not rest:
        return match[0].strip() != ":" or named.outlet is not None
    if named.outlet is not None and is_domain(named.outlet):
        return True
    if rest[0].islower() and not is_domain(rest.split()[0].rstrip(",-–")):
        return False
    if len(rest.split()) < _SENTENCE or (match[0].strip() == ":" and (rest[0].isdecimal() or has_kind(line))):
        return False
    return named.outlet is not None or not _is_route(line[: match.start()].strip(), rest)


def _is_route(place: str, rest: str) -> bool:
    """True for "Jakarta - Bandung ditempuh 45 menit": two places and a verb."""
    words = rest.split()
    return not place.isupper() and is_place(words[0]) and words[1].islower()


def _extended(head: str, named: _Named, stop: int) -> tuple[_Named, int]:
    """What stands behind the first dash and still is dateline.

    "Kabarlontar.Com – Banda Aceh – ", "KABARLONTAR.COM – BANDA ACEH. ", "– (3/6/2025)".
    """
    if dated := _DATED.match(head, stop):
        stop = dated.end()
    if named.place is None:
        for again in _DASH.finditer(head, stop + 1):
            place = head[stop : again.start()].strip()
            if _parts(head, again) and is_place(place):
                return named._replace(place=place), again.end()
            break
        if (ended := _STOPPED.match(head, stop)) and is_place(ended[1]):
            return named._replace(place=ended[1]), ended.end()
    elif named.outlet is None and (site := _SITE_BEHIND.match(head, stop)):
        return named._replace(outlet=site[1]), site.end()
    return named, stop


def _signed(head: str, match: re.Match[str], own: str | None) -> _Named | None:
    """An outlet's name where a second dash behind a place follows: "Kabar Lontar – Ambon – "."""
    outlet = head[: match.start()].strip()
    again = _DASH.search(head, match.end())
    if not again or not is_place(head[match.end() : again.start()].strip()):
        return None
    if not is_outlet(outlet) and not is_own(outlet, own):
        return None
    return _Named(outlet, None)


def _told_of(line: str, match: re.Match[str], own: str | None) -> _Named | None:
    """A village or a district whose office writes, or that the sentence names again: "Sukamaju – Desa Sukamaju"."""
    place, told = line[: match.start()].strip(), line[match.end() : match.end() + _TOLD]
    if place.count(" ") > 1 or match[0].strip() == ":" or not is_small_place(place, villages=True):
        return None
    kinds = _KINDS.findall(told)
    office = own is not None and _KINDS.search(own) is not None and own.endswith(f" {place}")
    return _Named(None, place) if office or any(f"{kind} {place}" in told for kind in kinds) else None


def _read(head: str, own: str | None) -> _Named | None:
    """The outlet and the place in what stands before a dash; None where it is no dateline."""
    head = head.strip().rstrip(".,")
    printed = [part.strip() for part in _SEPARATOR.split(head)]
    parts = [part for part in printed if part and not is_date(part)]
    if not parts or not (parts[0][0].isupper() or is_domain(parts[0])):
        return None
    sites = [part for part in parts if is_domain(part)]
    if len(sites) > 1 or len(parts) > 3:
        return None
    if sites:
        return _beside(head, sites[0], [part for part in parts if part != sites[0]])
    places = [part for part in parts if is_place(part)]
    outlets = [part for part in parts if part not in places]
    if len(parts) > 1 and len(outlets) == 1 and places and (_may_sign(outlets[0], parts, own) or "|" in head):
        return _beside(head, outlets[0], places)
    if len(parts) == 2 and not outlets:
        signed = [part for part in parts if is_outlet(part)]
        return _beside(head, signed[0], [part for part in parts if part != signed[0]]) if signed else _two(head, parts)
    if len(parts) == 2 and places == parts[1:]:
        return _two(head, parts)
    if len(parts) == 2 and not places:
        return _small(*parts, own=own)
    if len(parts) == 1:
        return _one(parts[0]) or _dated(parts[0], [part for part in printed if part and is_date(part)])
    return None


def _dated(place: str, dates: list[str]) -> _Named | None:
    """A village or a district with the day beside it: "Karangjengkol (06/05/2025)"."""
    days = any(sum(map(str.isdecimal, date)) >= 3 and not date.isdecimal() for date in dates)
    return _Named(None, place) if days and is_small_place(place, villages=True) else None


def _may_sign(part: str, parts: list[str], own: str | None) -> bool:
    """Whether a name beside a place may be an outlet: any name behind it, one made like an outlet's before."""
    if (part == parts[-1] and is_name(part)) or is_own(part, own):
        return True
    shouted = part.isupper() and is_name(part)
    return is_outlet(part) or shouted or all(is_outlet(one) for one in part.split("/"))


def _beside(head: str, outlet: str, places: list[str]) -> _Named | None:
    """An outlet with what stands beside it: nothing, a place, or a place and its province."""
    if not places:
        return _Named(outlet, None)
    if len(places) == 1:
        return _Named(outlet, places[0]) if is_name(places[0]) or _are_places(places[0]) else None
    two = _two(head, places)
    if two:
        return _Named(outlet, two.place)
    known = [place for place in places if is_place(place)]
    return _Named(outlet, known[0]) if len(known) == 1 and is_domain(outlet) and all(map(is_name, places)) else None


def _two(head: str, places: list[str]) -> _Named | None:
    """A place and its province, or a town or village and its regency, as printed: "MAMASA, SULBAR"."""
    first, second = places
    if not (is_place(first) and is_province(second)) and not is_within(first, second):
        return None
    at = head.find(first)
    return _Named(None, head[at : head.find(second, at + len(first)) + len(second)])


def _small(first: str, second: str, *, own: str | None) -> _Named | None:
    """A place that is no region's seat beside an outlet: "TULEHU, SUARA LONTAR", "Klojen (Humas)"."""
    for outlet, place in ((second, first), (first, second)):
        signs = is_outlet(outlet) or is_own(outlet, own)
        shouted = outlet.isupper() and is_name(outlet) and " " not in outlet
        if signs and place.isupper() and is_name(place):
            return _Named(outlet, place)
        if (signs or shouted) and is_small_place(place, villages=signs or place.isupper()):
            return _Named(outlet, place)
    behind = first.isupper() and is_name(second) and is_small_place(first, villages=False)
    behind = behind and not is_small_place(second, villages=True)
    return _Named(second, first) if behind else None


def _one(part: str) -> _Named | None:
    """The only part of a dateline: a place, two with a slash, an outlet that carries its place ("Kabar-Ambon")."""
    if is_place(part) or _are_places(part):
        return _Named(None, part)
    outlet, hyphen, place = part.partition("-")
    if hyphen and is_name(outlet) and is_place(place):
        return _Named(outlet, place)
    if hyphen and part.isupper() and is_place(outlet) and is_name(place):
        return _Named(place, outlet)
    if part.isupper() and is_name(part) and len(part) >= 4:
        if is_outlet(part):
            return _Named(part, None)
        return _Named(None, part) if is_small_place(part, villages=False) else None
    return _Named(part, None) if " " in part and part.lower() in dateline_words().agencies else None


def _are_places(part: str) -> bool:
    """True for "Semarang/Solo"."""
    places = part.split("/")
    return len(places) == 2 and all(map(is_place, places))


def _alone_on_line(head: str, own: str | None) -> _Named | None:
    """An outlet and a place that have their line for themselves: "Serang, Lontar.id", "Bitung – lontarpost.com"."""
    named = _read(head, own) or _read(_SPACED.sub(", ", head), own)
    if not named or not named.outlet or not named.place:
        return None
    signs = is_outlet(named.outlet) or is_own(named.outlet, own)
    return named if is_domain(named.outlet) or (signs and is_place(named.place)) else None
