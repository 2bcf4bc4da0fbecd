"""Who may get an award: regions and villages from the facts, companies and institutions by the heads of their names.

A region is no recipient where it is a place ("di Kota Kendari"), a scope ("tingkat Provinsi Bali"), the giver's or a
part of another name; `place_words` lists what stands before those.
"""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, unit_range
from extractor.assemble.names import clean_name, name_end
from extractor.facts import Facts, Recipient, Region
from extractor.patterns import Units

_TYPES = {"village": "village"}


def recipients(story: Story, facts: Facts) -> list[Mention]:
    """Every mention of somebody who may get an award, in no order; a mention inside a longer one is left out."""
    units = story.units
    named = [*_headed(units), *_short_names(units)]
    taken = {unit for mention in named for unit in range(mention.start, mention.end)}
    found = [mention for mention in _regions(units, facts) if mention.start not in taken and mention.end - 1 not in taken]
    return [*named, *found]


def _regions(units: Units, facts: Facts) -> list[Mention]:
    found = []
    for region in facts.regions:
        for span in region.spans:
            start, end = unit_range(units, span)
            found.append(Mention("recipient", start, end, _recipient(region), "region"))
    return found


def _recipient(region: Region) -> Recipient:
    return Recipient(_TYPES.get(region.level, "region"), region.code, region.name)


def _headed(units: Units) -> list[Mention]:
    """Names with a head of their own: "PT Sagara Niaga", "Yayasan Bina Laut"."""
    found: list[Mention] = []
    for unit in units.tagged:
        company = units.has(unit, "company_heads")
        if not company and not units.has(unit, "institution_heads"):
            continue
        if found and unit < found[-1].end or not units.reading.words[units.starts[unit]][0].isupper():
            continue
        _, limit = units.sentence(unit)
        end = name_end(units, unit + 1, limit)
        name = clean_name(units, unit, end)
        if end > unit + 1 and name:
            found.append(Mention("recipient", unit, end, Recipient("company" if company else "institution", None, name), "head"))
    return found


def _short_names(units: Units) -> list[Mention]:
    """Later mentions by an abbreviation that stood in brackets behind the full name: "PT Karang Lestari (PKL)"."""
    found = []
    full = {}
    for mention in _headed(units):
        at = mention.end
        if at + 2 < len(units.words) and units.words[at] == "(" and units.words[at + 2] == ")":
            short = units.said(at + 1, at + 2)
            if short.isupper() and len(short) > 1:
                full[short] = (at + 2, mention.value)
    for unit, tag in enumerate(units.tags) if full else ():
        if tag in ("Name", "word") or "|" in tag:
            known = full.get(units.said(unit, unit + 1))
            if known and unit > known[0]:
                found.append(Mention("recipient", unit, unit + 1, known[1], "short"))
    return found


def bare_name(units: Units, start: int, limit: int, sort: str = "bare") -> Mention | None:
    """A name without a head, where only a recipient can stand: behind "diraih" or "Juara I:"."""
    end = name_end(units, start, limit)
    name = clean_name(units, start, end)
    if not name or (end - start == 1 and len(name) < 3):
        return None
    return Mention("recipient", start, end, Recipient("company", None, name), sort)


def is_place(units: Units, mention: Mention) -> bool:
    """Whether a region mention is a place, a scope or an origin by the word before it."""
    at = mention.start - 1
    first, _ = units.sentence(mention.start)
    while at >= first and units.words[at] in ("(", "/", "provinsi", "pemerintah"):
        at -= 1
    return at >= first and units.has(at, "place_words")
