"""The dateline at the head of a story: "KABARLONTAR.CO, AMBON –", "Ambon (KABAR) - ", "kabarlontar.co.id | Ambon - ".

It names the outlet, the place, or both, in any order, and ends with a dash (a colon after a place; nothing at all where
it stands alone on its line). A part is the outlet where it looks like a domain or is no region beside one that is; a
place where the gazetteer knows it. A head that names neither is no dateline: "Jembatan Liwa – Krui".
"""

import re
from typing import NamedTuple

from extractor.article import Span
from extractor.gazetteer import gazetteer

_WIDTH = 75  # characters in which the dash must come
_DASH = re.compile(r" ?(?:--?|[–—―])(?= |$)| (?:--?|[–—―])(?=\S)|(?:--|[–—―])(?=[A-Z\"“])|:(?= )")
_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[a-z]{2,10}){1,3}|[a-z]{2,30}\d{0,2}\.com", re.IGNORECASE)
_BRACKETED = re.compile(r"([^()]{2,45}?) ?\(([^()]{2,40})\)")
_PARTS = re.compile(r" ?[,|] ?| [l/] | (?=\()")
_KIND = re.compile(r"(?:kota administrasi|kabupaten|provinsi|kab\.|kab|kota|prov\.) (.{2,})", re.IGNORECASE)
_MEDIA = re.compile(
    r"(?:^|[ -])(?:media|kabar|suara|radar|harian|tribun|warta|berita|info|jurnal|koran|antara|sinar|lintas|pos|fajar)"
    r"|(?:news|post|pos|ekspres|express|times|press|online|tv|co|id|media|kabar|berita|pers|raya)(?:$|[ -])",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:[a-z]{4,6}['’]?[a-z]{0,3},? )?\(?\d{1,2}[ /.-][\w]{1,9}(?:[ /.-]\d{2,4})?\)?", re.IGNORECASE)


class Dateline(NamedTuple):
    """The outlet and the place of a dateline; None where it does not name one. `span` reaches over its dash."""

    outlet: str | None
    place: str | None
    span: Span


def dateline(text: str, start: int) -> Dateline | None:
    """The dateline of the paragraph that starts at `start`; None where it has none."""
    end = text.find("\n", start, start + _WIDTH)
    head = text[start : end if end >= 0 else start + _WIDTH]
    alone = end >= 0 or start + len(head) == len(text)
    for match in _DASH.finditer(head):
        found = _read(head[: match.start()].strip(), colon=match[0] == ":")
        if found:
            outlet, place, stop = _with_place(head, *found, match.end())
            return Dateline(outlet, place, (start, start + stop))
        if match.start() > 45:
            break
    return _without_dash(head, start, alone)


def _with_place(head: str, outlet: str | None, place: str | None, stop: int) -> tuple[str | None, str | None, int]:
    """A second dash after the outlet's own: "KabarLontar.Com – Banda Aceh – "."""
    again = _DASH.search(head, stop + 1) if place is None else None
    if again and is_place(head[stop : again.start()].strip()):
        return outlet, head[stop : again.start()].strip(), again.end()
    return outlet, place, stop


def _without_dash(head: str, start: int, alone: bool) -> Dateline | None:
    """A domain and a place with no dash: alone on their line, or "Kabar6.com, Ambon Sebanyak ..."."""
    bare = head.rstrip()
    if alone and "," in bare:
        found = _read(bare, colon=False)
        if found and all(found):
            return Dateline(*found, (start, start + len(bare)))
    outlet, comma, rest = head.partition(", ")
    if comma and is_domain(outlet):
        words = rest.split(" ")
        for count in (3, 2, 1):
            place = " ".join(words[:count])
            if len(words) > count and is_place(place):
                return Dateline(outlet, place, (start, start + len(outlet) + 2 + len(place)))
    return None


def _read(head: str, *, colon: bool) -> tuple[str | None, str | None] | None:
    """The outlet and the place in what stands before the dash; None where it is no dateline."""
    if not head or not (head[0].isupper() or head[0].isdecimal() or is_domain(re.split(r"[ ,|]", head, maxsplit=1)[0])):
        return None
    bracketed = _BRACKETED.fullmatch(head)
    if bracketed and not _DATE.fullmatch(bracketed[2]):
        return _two(bracketed[1], bracketed[2])
    parts = [part for part in _PARTS.split(head) if part and not _DATE.fullmatch(part)]
    if len(parts) == 2 or (len(parts) == 3 and is_domain(parts[1])):
        return None if colon and not any(map(is_domain, parts)) else _two(parts[0], parts[1])
    return _one(parts[0], colon=colon) if len(parts) == 1 else None


def _two(first: str, second: str) -> tuple[str | None, str | None] | None:
    """Which of two parts is the outlet."""
    if is_domain(first) or is_domain(second):
        outlet, place = (first, second) if is_domain(first) else (second, first)
        return (outlet, place) if is_name(place) else None
    places = is_place(first), is_place(second)
    if places == (True, False) and is_name(second):
        return second, first
    if places == (False, True) and is_name(first):
        return first, second
    if first.isupper() and is_name(first) and is_name(second) and _MEDIA.search(second):
        return second, first
    return None


def _one(part: str, *, colon: bool) -> tuple[str | None, str | None] | None:
    """The only part of a dateline: a domain, a place, an outlet that carries its place ("Kabar-Ambon")."""
    if is_domain(part):
        return part, None
    if is_place(part):
        return None, part
    outlet, hyphen, place = part.partition("-")
    if hyphen and is_place(place) and is_name(outlet):
        return outlet, place
    if hyphen and is_place(outlet) and is_name(place) and part.isupper():
        return place, outlet
    shouted = part.isupper() and 4 <= len(part) <= 30 and part.count(" ") <= 2 and not any(map(str.isdecimal, part))
    return (None, part) if shouted and not colon else None


def is_domain(part: str) -> bool:
    """True where a name looks like a site's: "kabarlontar.co.id", "Lentera-Lontar.id"."""
    return _DOMAIN.fullmatch(part) is not None


def is_name(part: str) -> bool:
    """True where a part reads like a name: at most five words, none of which is in small letters."""
    words = part.split()
    return 1 <= len(words) <= 5 and not any(word.islower() for word in words) and len(part) <= 40


def is_place(part: str) -> bool:
    """True where the gazetteer knows a province, regency, city or town of this name."""
    if not is_name(part):
        return False
    kind = _KIND.fullmatch(part)
    name, known = kind[1] if kind else part, gazetteer()
    levels = ("province", "regency", "city")
    return any(known.named(name, level=level) for level in levels) or known.town(name) is not None
