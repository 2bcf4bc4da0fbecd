"""What a part of a dateline is: a site or an agency, a place that the gazetteer knows, a date.

The words are in patterns/datelines.toml.
"""

import functools
import re
from typing import NamedTuple

from extractor import folders
from extractor.gazetteer import gazetteer
from extractor.tomlfiles import read_toml

_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[a-z]{2,10}){1,4}|[a-z]{2,30}\d{0,2}\.com", re.IGNORECASE)
_KIND = re.compile(r"(?:kota administrasi|kabupaten|provinsi|kab\.|kab|kota|prov\.) ?(?<=[ .])(.{2,})", re.IGNORECASE)
_SMALL = re.compile(
    r"(?:kecamatan|kec\.|desa|kelurahan|distrik|kampung|nagari|gampong|pekon|dusun) .{2,}", re.IGNORECASE
)
_DAYS = "senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad"
_DATE = re.compile(
    rf"(?:{_DAYS})|\d{{4}}"
    rf"|(?:(?:{_DAYS}),? ?)?\(?\d{{1,2}}[ /.-]\w{{1,9}}(?:[ /.-]\d{{2,4}})?(?: \d{{1,2}}[.:]\d{{2}})?\)?",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"[A-Za-z]*[a-z][A-Z][A-Za-z]*")


class DatelineWords(NamedTuple):
    """The lists of patterns/datelines.toml, in lower case."""

    agencies: frozenset[str]
    media: frozenset[str]
    not_names: tuple[str, ...]
    abroad: frozenset[str]
    places: frozenset[str]


@functools.cache
def dateline_words() -> DatelineWords:
    """The word lists, read once; `PatternError` where the file cannot be meant."""
    file = read_toml(folders.patterns() / "datelines.toml", "patterns/datelines.toml")
    file.expect(file.content, dict.fromkeys(DatelineWords._fields, list), 0)
    if missing := set(DatelineWords._fields) - file.content.keys():
        file.refuse(0, f"the lists {', '.join(sorted(missing))} are missing")
    file.expect_words(file.content, DatelineWords._fields, 0)
    file.expect_lower(file.content, DatelineWords._fields, 0)
    lists = file.content
    return DatelineWords(
        frozenset(lists["agencies"]),
        frozenset(lists["media"]),
        tuple(f"{word} " for word in lists["not_names"]),
        frozenset(lists["abroad"]),
        frozenset(lists["places"]),
    )


def is_domain(part: str) -> bool:
    """True where a name looks like a site's: "kabarlontar.co.id", "Lentera-Lontar.id"."""
    return _DOMAIN.fullmatch(part) is not None


def is_date(part: str) -> bool:
    """True for "22/4", "Selasa", "13 November 2020"."""
    return _DATE.fullmatch(part) is not None


def is_name(part: str) -> bool:
    """True where a part reads like a name: at most five words, none of which is in small letters."""
    words = part.split()
    if not 1 <= len(words) <= 5 or len(part) > 40 or not part[-1].isalnum() or ":" in part or is_date(part):
        return False
    if any(word.islower() and word not in ("el-sheikh", "de", "del") for word in words):
        return False
    return any(map(str.isalpha, part)) and not f"{part.lower()} ".startswith(dateline_words().not_names)


def is_place(part: str) -> bool:
    """True where the gazetteer knows a province, regency, city or town of this name, or it is a city abroad."""
    if not is_name(part):
        return False
    words = dateline_words()
    if part.lower() in words.abroad or part.lower() in words.places:
        return True
    kind = _KIND.fullmatch(part)
    name, known = kind[1].strip() if kind else part, gazetteer()
    levels = ("province", "regency", "city")
    return any(known.named(name, level=level) for level in levels) or known.town(name) is not None


def has_kind(text: str) -> bool:
    """True for what begins with the kind of a region: "Kota Ambon", "Kabupaten Buru"."""
    return _KIND.match(text) is not None


def is_small_place(part: str, *, villages: bool) -> bool:
    """True for a district of this name, or one that is called a village or a district; for a village where asked."""
    if not is_name(part):
        return False
    if _SMALL.fullmatch(part) or gazetteer().named(part, level="district"):
        return True
    return villages and bool(gazetteer().named(part, level="village"))


def is_province(part: str) -> bool:
    """True for a province's name or its abbreviation: what stands behind the place in "MAMASA, SULBAR"."""
    return is_name(part) and bool(gazetteer().named(part, level="province"))


def is_within(part: str, regency: str) -> bool:
    """True for "Dobo" and "Kepulauan Aru": a town, a district or a village, and the regency or city that it lies in."""
    if not is_name(part) or not is_name(regency):
        return False
    kind, known = _KIND.fullmatch(regency), gazetteer()
    name = kind[1].strip() if kind else regency
    codes = [one.code for level in ("regency", "city") for one in known.named(name, level=level)]
    town = known.town(part)
    small = [one.code for level in ("district", "village") for one in known.named(part, level=level)]
    return any(place.startswith(code) for code in codes for place in (*([town.code] if town else []), *small))


def is_outlet(part: str) -> bool:
    """True for an agency, or a name made like those of outlets: "Suara Lontar", "CenderawasihNews"."""
    if not is_name(part):
        return False
    known, lowered = dateline_words(), part.lower()
    pieces = re.split(r"[ /-]", lowered)
    if is_domain(pieces[-1]) or not known.agencies.isdisjoint((lowered, pieces[0], pieces[-1])):
        return True
    if pieces[0] in known.media or pieces[-1] in known.media or _CAMEL.fullmatch(part):
        return True
    ends = any(lowered.endswith(word) or lowered.startswith(word) for word in known.media if len(word) > 3)
    return ends and len(pieces) == 1 and len(lowered) > 6


def is_own(part: str, outlet: str | None) -> bool:
    """True for the outlet that the page names, whole or without the kind of its name: "Tapal Batas" of "Koran ..."."""
    if not outlet or not part[:1].isupper() or len(part.split()) > 6:
        return False
    said, whole = _letters(part), _letters(outlet)
    if said == whole or said == _letters(outlet.split(".")[0]):
        return True
    return " " in part and f" {outlet.lower()} ".find(f" {part.lower()} ") >= 0


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))
