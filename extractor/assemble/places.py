"""Places: region mentions that only say where something is, where somebody is from, or whose office gives the award.

"di Kota Kendari", "asal Kabupaten Sigi", "se-Provinsi Bali", "Dinas Sosial Kota Kendari": none of them gets the award.
"""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, is_capital
from extractor.assemble.persons import is_apposed, is_of_persons
from extractor.patterns import Units

_ADDRESS = 12
_ADDRESS_MARKS = (",", "(", ")")
_OFFICE_WORDS = 10
_HEADS = ("(", "/", "provinsi", "pemerintah")
_ENDS = (",", ".", "(", ")", ";", "|")
_CUES = ("region_kinds", "government", "village_cues", "district_cues", "region_posts")
_ATTENDED, _ATTENDING = frozenset({"didampingi", "disaksikan", "dihadiri"}), 4
_TOLD_OF = (["yang"], ["("], ["sebagai"], ["selaku"])
"""Words behind one who is above or below the winner that tell what it got: "di bawah Kabupaten A yang juara I"."""
_THAN, _LOST, _COMPARED = ("dari", "atas"), frozenset({"kalah", "unggul"}), 4
_PREPOSITIONS = ("di", "dari", "ke")
_ROMAN = frozenset("ivx.")


def as_places(story: Story, mentions: list[Mention]) -> list[Mention]:
    """The region mentions in order; those that are places, or right behind one that lies in them, as places."""
    read: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start):
        placed = is_place(story.units, mention) or is_office(story, mention.start) or _is_of_office(story, mention)
        placed = placed or bool(read and _continues(story.units, read[-1], mention))
        read.append(mention._replace(sort="place") if placed else mention)
    return read


def behind_places(units: Units, regions: list[Mention], villages: list[Mention]) -> list[Mention]:
    """The regions, those as places that a comma ties to a village that is one: "asal Desa A, Kabupaten B"."""
    ends = {village.end for village in villages if village.sort == "place"}
    found = []
    for mention in regions:
        tied = mention.start - 1 in ends and units.words[mention.start - 1] == ","
        ends |= {mention.end} if tied else set()
        found.append(mention._replace(sort="place") if tied else mention)
    return found


def _continues(units: Units, last: Mention, mention: Mention) -> bool:
    """Whether a region is a place, a scope or an origin: by the word before it, or as an address's tail."""
    inside = last.sort == "place" and (last.value.code or "").startswith(f"{mention.value.code}.")
    return inside and mention.start - last.end == 1 and units.words[last.end] == ","


def comes_along(units: Units, unit: int) -> bool:
    """Whether a name that begins at a unit is that of one who only comes along: "didampingi Kepala BPJS Kesehatan"."""
    first, _ = units.sentence(unit)
    return not _ATTENDED.isdisjoint(units.words[max(first, unit - _ATTENDING) : unit])


def is_office(story: Story, unit: int) -> bool:
    """Whether a word begins the name of a region's office that gets no award for it; its head ("Bupati Bogor") does."""
    stems = tuple(story.patterns.lexicon.entries["office_stems"])
    return story.units.words[unit].startswith(stems)


def _is_of_office(story: Story, mention: Mention) -> bool:
    """Whether a bare region says whose office or officer the word before it is: "Kapolres Jayapura", "Dinas
    Pemberdayaan Masyarakat dan Desa (DPMD) Bondowoso".
    """
    units, at = story.units, mention.start
    if not at or is_cued(units, at):
        return False
    end = at - 3 if units.words[at - 1] == ")" and at > 3 and units.words[at - 3] == "(" else at
    return _ends_office(story, end)


def _ends_office(story: Story, end: int) -> bool:
    """Whether an office's name runs up to a unit: "Dinas P3A", "Dinas Lingkungan Hidup dan Pertanahan"."""
    units = story.units
    first, _ = units.sentence(end)
    at = end - 1
    while at >= first and end - at <= _OFFICE_WORDS and (is_capital(units, at) or units.words[at] == "dan"):
        if is_office(story, at):
            return True
        at -= 1
    return False


def is_place(units: Units, mention: Mention) -> bool:
    """Whether a region mention is a place, a scope or an origin: by the word before it, or as an address's tail."""
    first, last = units.sentence(mention.start)
    if units.has(mention.start, "level_words") or _is_all(units, mention):
        return True
    at = mention.start - 1
    while at >= first and units.words[at] in _HEADS:
        at -= 1
    if at >= first and (units.has(at, "compared") or _is_lost_to(units, first, at)):
        return units.words[mention.end : mention.end + 1] not in _TOLD_OF
    if mention.start > first and units.words[mention.start - 1] == "(" and _is_plain_name(units, mention.start - 2):
        return True
    province = len(mention.value.code or "") == 2
    inside = at >= first and units.words[at].endswith(" di")
    if at >= first and (inside or units.has(at, "place_words") or (province and units.words[at] == "untuk")):
        return True
    if not is_cued(units, mention.start) and is_of_persons(units, first, mention.start):
        return True
    if is_apposed(units, first, mention.start):
        return True
    ends = mention.end >= last or units.words[mention.end] in _ENDS
    return ends and _ends_address(units, first, mention.start)


def _is_plain_name(units: Units, unit: int) -> bool:
    """Whether a unit ends a name of two words that no list knows: "Adat Kasepuhan Cibedug (Kabupaten Lebak)"; one word
    may be a town, for which its regency stands ("Ungaran (Kabupaten Semarang)").
    """
    plain = unit > 0 and units.tags[unit - 1] == units.tags[unit] == "Name"
    plain = plain and is_capital(units, unit - 1) and is_capital(units, unit)
    return plain and not _ROMAN.issuperset(units.words[unit])


def _is_lost_to(units: Units, first: int, preposition: int) -> bool:
    """Whether a preposition stands behind "kalah tipis" or "unggul 0,2 poin": it leads to one compared, to no place."""
    behind = units.words[max(first, preposition - _COMPARED) : preposition]
    return units.words[preposition] in _THAN and not _LOST.isdisjoint(behind)


def is_cued(units: Units, unit: int) -> bool:
    """Whether a region's name begins with its kind, its government or the post of its head."""
    return units.among(unit, _CUES)


def _is_all(units: Units, mention: Mention) -> bool:
    """Whether a mention means all regions of one: "se-Kabupaten Bogor"."""
    return any(word.startswith("se-") for word in units.words[mention.start : mention.end])


def _ends_address(units: Units, first: int, start: int) -> bool:
    """Whether one comes to "di" walking back over names and commas: "di Hotel Asri, Kota Kendari, Senin"."""
    at = start - 1
    while at >= first and start - at <= _ADDRESS and (units.words[at] in _ADDRESS_MARKS or is_capital(units, at)):
        at -= 1
    return first <= at < start - 1 and units.words[at] in _PREPOSITIONS
