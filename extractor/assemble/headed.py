"""Recipients with a head of their own: companies ("PT Sagara Niaga"), institutions ("Yayasan Bina Laut"), villages."""

from bisect import bisect_left

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, is_capital
from extractor.assemble.names import clean_name, name_end
from extractor.assemble.persons import is_apposed
from extractor.assemble.places import comes_along, is_office, is_place
from extractor.facts import Recipient
from extractor.language import positions
from extractor.patterns import Units

_MOST_VILLAGE_WORDS = 4
_KINDS = ("wisata", "adat")
_BESIDES = "selain"
_CHAMPIONS = ("juara", "jawara")
_OFFICE, _BEARER = 4, 8
"""Units before a firm's officer in which a verb is looked for, and those that the officer's name takes at most."""


def headed(story: Story) -> list[Mention]:
    """Companies and institutions by the heads of their names; one behind "kantor" or "direktur" is a place."""
    units, found = story.units, list[Mention]()
    for unit in units.of("company_heads", "institution_heads"):
        if not (found and unit < found[-1].end) and _is_head(units, unit):
            named = _named(story, unit)
            found += [named] if named else []
    return found


def _is_head(units: Units, unit: int) -> bool:
    return is_capital(units, unit) and not (unit and units.has(unit - 1, "category_heads"))


def _named(story: Story, head: int) -> Mention | None:
    units = story.units
    _, limit = units.sentence(head)
    office = is_office(story, head)
    if office and head and units.has(head - 1, "roles"):
        return None
    end = _office_end(units, head + 1, limit) if office else name_end(units, head, limit)
    name = clean_name(units, head, end)
    if not name or (end == head + 1 and not _is_whole(name)):
        return None
    kind = "company" if units.has(head, "company_heads") else "institution"
    placed = head > 0 and units.has(head - 1, "place_words") and not _takes(story, head, end)
    placed = (placed and not _is_winner(units, end)) or comes_along(units, head)
    placed = placed or is_apposed(units, units.sentence(head)[0], head)
    sort = "place" if placed else "recipient"
    return Mention(sort, head, end, Recipient(kind, None, name), "head")


def _is_whole(name: str) -> bool:
    """Whether a head alone is a name: "Dinas Kesehatan", but not "RSUD", nor "Rumah sakit" that opens a sentence."""
    _, _, behind = name.partition(" ")
    return behind[:1].isupper()


def _is_winner(units: Units, end: int) -> bool:
    """Whether it is said behind a name that it won: "ke UD Sinar, runner up kategori usaha mikro"."""
    behind = end + 1
    if behind >= len(units.words) or units.words[end] != ",":
        return False
    return units.among(behind, ("runners_up", "winner_nouns")) or units.words[behind] in _CHAMPIONS


def _takes(story: Story, head: int, end: int) -> bool:
    """Whether an officer takes an award for the firm: "diterima Direktur PT Sagara", "kepada Direktur PT Sagara",
    "Direktur PT Sagara, Budi Hartono, menerima".
    """
    units = story.units
    if story.value(head - 1, "place_words") != "officer":
        return False
    first, last = units.sentence(head)
    before = range(max(first, head - _OFFICE), head - 1)
    if any(units.has(unit, "received") or units.words[unit] == "kepada" for unit in before):
        return True
    unit = end
    while unit < min(last, end + _BEARER) and (units.words[unit] == "," or is_capital(units, unit)):
        unit += 1
    return unit < last and units.has(unit, "win_active") and units.words[end] in (",", units.words[unit])


def _office_end(units: Units, start: int, limit: int) -> int:
    """Where the name of a region's office ends: behind the region that it is of, if it stands there."""
    end = start
    while end < limit and (units.has(end, "region") or units.has(end, "region_kinds")):
        end += 1
    return end if units.holds("region", start, end) else start


def unknown_villages(units: Units, taken: set[int]) -> list[Mention]:
    """Villages that the gazetteer does not know, by their cue: "Desa Penglipuran" is a village of custom.

    Adds their units to `taken`, those that other mentions have.
    """
    found = []
    for unit in units.of("village_cues"):
        if unit in taken or not is_capital(units, unit):
            continue
        _, limit = units.sentence(unit)
        most = _MOST_VILLAGE_WORDS + (unit + 1 < limit and units.words[unit + 1] in _KINDS)
        end = name_end(units, unit + 1, min(limit, unit + most))
        if end > unit + 1 and taken.isdisjoint(range(unit, end)):
            name = units.on_one_line(unit, end).removeprefix("Kepala ")
            village = Mention("recipient", unit, end, Recipient("village", None, name), "village")
            found.append(village._replace(sort="place") if is_place(units, village) else village)
            taken.update(range(unit, end))
    return found


def short_names(units: Units, named: list[Mention]) -> list[Mention]:
    """Later mentions by an abbreviation that stood in brackets behind the full name: "PT Karang Lestari (PKL)"."""
    full = {}
    for mention in named:
        at = mention.end
        if at + 2 < len(units.words) and units.words[at] == "(" and units.words[at + 2] == ")":
            short = units.said(at + 1, at + 2)
            if short.isupper() and len(short) > 1:
                full[short] = (at + 2, mention.value)
    found = _without_heads(units, named)
    if not full:
        return found
    heard = (
        (unit, full.get(units.said(unit, unit + 1)))
        for unit in positions(units.words, {short.lower() for short in full})
    )
    found += [
        Mention("recipient", unit, unit + 1, known[1], "short") for unit, known in heard if known and unit > known[0]
    ]
    return [one._replace(sort="place") if units.words[one.start - 1] == _BESIDES else one for one in found]


def _end_of(firm: tuple[Mention, list[str]]) -> int:
    return firm[0].end


def _without_heads(units: Units, named: list[Mention]) -> list[Mention]:
    """Later mentions of firms by two words or more of the name behind its head: "PT Karang Bumi ... Karang Bumi"."""
    firms: dict[str, list[tuple[Mention, list[str]]]] = {}
    for mention in named:
        words = units.words[mention.start + 1 : mention.end]
        if units.has(mention.start, "company_heads") and len(words) > 1:
            firms.setdefault(words[0], []).append((mention, words))
    if not firms:
        return []
    found, inside = list[Mention](), {unit for one in named for unit in range(one.start, one.end)}
    for unit in positions(units.words, set(firms)):
        known = firms[units.words[unit]]
        firm, words = known[max(0, bisect_left(known, unit, key=_end_of) - 1)]
        end = unit
        while end - unit < len(words) and end < len(units.words) and units.words[end] == words[end - unit]:
            end += 1
        whole = end - unit > 1 and (end == len(units.words) or not is_capital(units, end))
        if whole and unit > firm.end and unit not in inside and is_capital(units, unit):
            found.append(Mention("recipient", unit, end, firm.value, "short"))
    return found
