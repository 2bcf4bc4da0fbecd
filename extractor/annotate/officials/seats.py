"""Seats: the place that stands behind a post, with the words that lead to it.

Bupati [Way Kanan]    Sekda [Pemprov Kaltim]    Kepala Desa [Penyak, Kecamatan Koba, Kabupaten Bangka Tengah]
Bupati [setempat]     Presiden [RI ke-7]        Bupati [Pesisir Barat (Pesibar)]
"""

from typing import NamedTuple

from extractor.annotate.officials.setting import Place, Setting
from extractor.patterns.vocabulary import vocabulary

PLACE_WORDS = frozenset(
    """kota kabupaten kab kab. provinsi propinsi prov prov. pemprov pemkab pemkot pemko pemda pemerintah daerah
    kecamatan kec. kec distrik desa kelurahan nagari gampong pekon kampung wilayah cabang kepulauan
    pemrpov pemprop pemporv""".split()
)
"""Words between a post or body and the name of its place; the last are misspelt as seen."""
_SMALL_WORDS = frozenset("ri republik indonesia setempat terpilih definitif nonaktif petahana".split())
"""Words behind a post that say no place."""


_OF_POLICE_DISTRICT = ("Kepolisian Resor", "Kepolisian Resor Kota")


class Stretch(NamedTuple):
    """Words behind a post: their end, the last region among them, and whether there were any."""

    end: int
    place: Place | None


def behind_brackets(setting: Setting, at: int, limit: int, behind_place: bool = False) -> int:
    """Behind a short form in brackets: "Sekretaris Daerah (Sekda)"; of a place only where one stands before it."""
    if at + 2 < limit and setting.words[at] == "(" and (behind_place or not setting.placed(at + 1)):
        for end in range(at + 2, min(at + 6, limit)):
            if setting.words[end] == ")":
                return end + 1
    return at


def command_place(setting: Setting, at: int, limit: int, level: str | None) -> Stretch:
    """The place of a command by its number: "Dandim 0732/Sleman", "Dandim 0732 Sleman", "Danramil 0732-04/Kalasan"."""
    if at >= limit or not setting.words[at][0].isdigit():
        return Stretch(at, None)
    name, end = setting.words[at].partition("/")[2], at + 1
    if end + 1 < limit and setting.words[end] == "-" and setting.words[end + 1][0].isdigit():
        name, end = setting.words[end + 1].partition("/")[2], end + 2
    start = end - 1 if name else end
    if not name and end + 1 < limit and setting.words[end] == "/":
        start, end = end + 1, end + 2
    if start >= limit:
        return Stretch(end, None)
    place = _looked_up(setting, start, limit, level) if level else None
    place = place or setting.place(start)
    if place is None and (named := max(setting.place_end(start), end)) > start:
        place = unread_place(setting, start, named, name=name)
    return Stretch(max(place.end, end) if place else end, place)


def unread_place(setting: Setting, at: int, end: int, role: str = "", name: str = "") -> Place | None:
    """The region that a body, court or command is named for, where it was not read as one: "Kajari Sleman"."""
    from extractor.gazetteer import gazetteer

    if at >= end and not name:
        return None
    name = name or setting.said(at, end)
    if role.endswith(_OF_POLICE_DISTRICT) and (district := _police_district(setting, at, end)):
        return district
    levels = ("province",) if role.endswith(("Tinggi", "Daerah", "Kodam")) else ("regency", "city")
    found = [region for level in levels for region in gazetteer().named(name, level=level)]
    codes = {region.code for region in found}
    return Place(codes.pop(), at, end, "post") if len(codes) == 1 else None


def _police_district(setting: Setting, at: int, end: int) -> Place | None:
    """The region of a police district of whose name there are a kabupaten and a kota: Polres Kediri is the kabupaten's,
    Polres Kediri Kota the city's.
    """
    from extractor.gazetteer import gazetteer

    end += end < len(setting.words) and setting.words[end] == "Kota"
    is_city = setting.words[end - 1] == "Kota"
    found = gazetteer().named(setting.said(at, end - is_city), level="city" if is_city else "regency")
    return Place(found[0].code, at, end, "post") if len(found) == 1 else None


def place_behind(setting: Setting, at: int, limit: int, level: str | None) -> Stretch:
    """The place behind a post; of a post of that `level` (village, district) the places above it are passed over."""
    while at < limit and (setting.lowers[at] in _SMALL_WORDS or setting.lowers[at].startswith("ke-")):
        at += 1
    start = at
    while at < limit and setting.place(at) is None and is_place_word(setting, at):
        at = behind_brackets(setting, at + 1, limit)
    place = setting.place(at) if at < limit else None
    if place is None and level and at < limit:
        place = _looked_up(setting, at, limit, level)
    if place is None:
        named = setting.place_end(at) if at < limit else at
        return Stretch(named if named > at and not starts_name(setting, at, limit) else start, None)
    at = behind_brackets(setting, place.end, limit, behind_place=True)
    if at < limit and setting.words[at] == "Kota" and setting.words[at - 1] != ")":
        at += 1
    return Stretch(_places_above(setting, at, limit, place, bool(level)), place)


def is_place_word(setting: Setting, at: int) -> bool:
    """Whether a token leads to the name of a place: "Kota", "Pemkab", "Kecamatan"."""
    return setting.lowers[at] in PLACE_WORDS and setting.words[at][0].isupper()


def _places_above(setting: Setting, at: int, limit: int, place: Place, sunken: bool) -> int:
    """Behind the places that a place lies in, side by side with it or, below a regency, behind commas."""
    while at < limit:
        next_at = at + 1 if sunken and setting.words[at] == "," else at
        while next_at < limit and setting.place(next_at) is None and is_place_word(setting, next_at):
            next_at += 1
        above = setting.place(next_at) if next_at < limit else None
        if above is None or (next_at == at and not sunken and not place.code.startswith(f"{above.code}.")):
            return at
        at = above.end
    return at


def low_place(setting: Setting, at: int, limit: int) -> Place | None:
    """The district or town of the story's regions whose name, read as no region, starts at a token."""
    from extractor.gazetteer import gazetteer

    town = gazetteer().town(setting.words[at]) if setting.words[at][0].isupper() else None
    if town is not None and town.code in setting.regions_near(at):
        return Place(town.code, at, at + 1, "post")
    return _looked_up(setting, at, limit, "district")


def _looked_up(setting: Setting, at: int, limit: int, level: str) -> Place | None:
    """A district or village that nothing but its post tells: the longest such name under the story's regions."""
    from extractor.gazetteer import gazetteer

    if not setting.words[at][0].isupper():
        return None
    within = setting.regions_near(at)
    for end in range(min(at + 3, limit), at, -1):
        if not all(word[0].isupper() for word in setting.words[at:end]):
            continue
        name = setting.said(at, end)
        for code in within:
            found = gazetteer().named(name, level=level, within=code)
            if len(found) == 1:
                return Place(found[0].code, at, end, "post")
    return None


def starts_name(setting: Setting, at: int, limit: int) -> bool:
    """Whether a person's name that begins like a field or region starts here ("Anak Agung", "Bima Arya", "I Made")."""
    if at + 1 >= limit:
        return False
    word, behind = setting.words[at], setting.words[at + 1]
    if word == "I":
        return behind[0].isupper() and behind not in vocabulary("bodies") and behind not in vocabulary("fields")
    given = vocabulary("given_names")
    return (word == "Anak" and behind == "Agung") or (word in given and behind in given)
