"""Levels: whether an award is national, a province's or a regency's, and the region that it is held in.

"tingkat Provinsi Bali", "tingkat nasional", "Paritrana Award Provinsi Bali", "Gubernur Bali menyerahkan", "dari
Kementerian Kesehatan"; where no word says it, who takes part and where those named lie.
"""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Placed, Sentence, holds
from extractor.facts import Facts, Region
from extractor.patterns import Units

Level = tuple[str | None, str | None]
"""A level and the code of the region that it is held in."""

_TAKES_OR_GIVES = ("give", "win_active")
_GIVEN = ("award", "award_nouns", "award_heads", "award_openers", "winner_nouns", "predicate", "rank_heads")
_OPENS, _GIVES_WITHIN, _BEHIND = 2, 16, 6
_AFTER = ("setelah", "sesudah", "usai", "seusai")
_HOLDING, _HELD = ("menggelar", "gelar", "menyelenggarakan", "mengadakan", "menghelat"), 4
_NATIONAL_ROLES = ("Presiden", "Wakil Presiden", "Menteri", "Wakil Menteri")
_DASHES, _DATELINE = ("-", "–", "—"), 8
_NAMED = {"nasional": "national", "provinsi": "province"}
_JAKARTA = "31"


def level_mentions(story: Story, named: list[Placed]) -> list[Mention]:
    """Words that say at which level an award is given, and regions behind its name: "Paritrana Award Provinsi Bali"."""
    units = story.units
    regions = {unit: region for region, start, end in named for unit in range(start, end)}
    found = []
    for unit in units.of("level_words", "givers", "award"):
        if units.has(unit, "level_words") and units.said(unit, unit + 1) != "Nasional":
            found.append(_worded(story, unit, regions))
        elif units.has(unit, "givers") and _gives(units, unit):
            level = story.value(unit, "givers")
            region = regions.get(unit) or regions.get(unit + 1)
            found.append(Mention("level", unit, unit + 1, (level, _scope(level, region))))
        elif units.has(unit, "award"):
            found.extend(_in_name(units, unit) or _behind_award(units, unit, regions))
    return found


def _worded(story: Story, unit: int, regions: dict[int, Region]) -> Mention:
    """The level that a word names, with the region in or behind it: "tingkat provinsi", "tingkat Provinsi Bali"."""
    level, inside = story.value(unit, "level_words"), unit in regions
    region = regions.get(unit) or regions.get(unit + 1)
    return Mention("level", unit, unit + (2 if region and not inside else 1), (level, _scope(level, region)))


def _gives(units: Units, unit: int) -> bool:
    """Whether a body gives an award: behind "oleh", or before a verb of giving: "Kementerian ... memberikan".

    One for whom somebody else stands gives nothing ("mewakili bupati, ia menerima"), nor does one who takes it first
    ("Bupati menerima Adipura yang diserahkan menteri"), or who gives something else ("memberikan pelayanan").
    """
    first, last = units.sentence(unit)
    if unit > first and units.words[unit - 1] == "mewakili":
        return False
    if unit > first and units.has(unit - 1, "giver_cues"):
        return True
    if _holds(units, unit, min(last, unit + _GIVES_WITHIN)):
        return unit - _behind_dateline(units, first, unit) <= _OPENS
    within = range(unit + 1, min(last, unit + _GIVES_WITHIN))
    verb = next((at for at in within if units.among(at, _TAKES_OR_GIVES)), None)
    if verb is None or not units.has(verb, "give") or not holds(units, first, last, *_GIVEN):
        return False
    return unit - _behind_dateline(units, first, unit) <= _OPENS


def _holds(units: Units, giver: int, limit: int) -> bool:
    """Whether a body holds the event of an award: "Pemkab Sigi bersama BPJS Kesehatan menggelar Anugerah Desa"."""
    verb = next((unit for unit in range(giver + 1, limit) if units.words[unit] in _HOLDING), limit)
    return verb < limit and holds(units, verb + 1, min(verb + _HELD, limit), "award", "award_heads", "give")


def _behind_dateline(units: Units, first: int, unit: int) -> int:
    """The unit behind the dash of a dateline that opens a sentence ("DENPASAR –"), else the sentence's first."""
    dashes = (at for at in range(first, min(unit, first + _DATELINE)) if units.words[at] in _DASHES)
    return next(dashes, first - 1) + 1


def _in_name(units: Units, award: int) -> list[Mention]:
    """The level that an award's name ends with: "Adiwiyata Nasional", "Adiwiyata Provinsi"."""
    level = _NAMED.get(units.words[award].split()[-1])
    return [Mention("level", award, award + 1, (level, None))] if level else []


def _behind_award(units: Units, award: int, regions: dict[int, Region]) -> list[Mention]:
    """The province right behind an award's name in its sentence, with at most a year or a bracket between."""
    for at in range(award + 1, min(award + _BEHIND, units.sentence(award)[1])):
        region = regions.get(at)
        if region is not None:
            return [Mention("level", at, at + 1, ("province", region.code))] if region.level == "province" else []
        if not (units.words[at] in ("(", ")") or units.among(at, ("edition_links", "year", "level_words"))):
            return []
    return []


def _scope(level: str, region: Region | None) -> str | None:
    if region is None or level not in ("province", "regency"):
        return None
    return region.code[:2] if level == "province" else region.code


def for_provinces(story: Story, named: list[Placed]) -> list[Mention]:
    """Provinces that a place is given for: "terbaik pertama untuk Provinsi Papua Barat"."""
    return [
        Mention("level", start, end, ("province", region.code))
        for region, start, end in named
        if region.level == "province" and start > 1 and story.units.words[start - 1] == "untuk"
    ]


def outside(levels: list[Mention], named: list[Mention]) -> list[Mention]:
    """The levels that stand in no firm's name: not that of "PT Lobam Garmen Internasional"."""
    firms = [one for one in named if one.value.type in ("company", "institution")]
    inside = {unit for one in firms for unit in range(one.start, one.end)}
    return [level for level in levels if level.start not in inside]


def level_of(sentence: Sentence, award: Mention) -> Level:
    """The level that goes with an award: of several in a sentence each has the words nearest to it."""
    awards = sentence.of("award")
    own = [m for m in sentence.of("level") if min(awards, key=lambda other: _apart(other, m)) is award]
    if len(awards) > 1 and not own:
        return None, None
    return level_near(sentence, award.start)


def level_for(sentence: Sentence, unit: int, award: str) -> Level:
    """The level word nearest to a unit, where it speaks of this award and not of another of the sentence's."""
    awards = sentence.of("award")
    own = [mention for mention in awards if mention.value == award]
    if len({mention.value for mention in awards}) < 2 or not own:
        return level_near(sentence, unit)
    return level_of(sentence, min(own, key=lambda mention: abs(mention.start - unit)))


def in_clause(units: Units, sentence: Sentence, unit: int) -> Sentence:
    """A sentence without the levels on the other side of its "setelah", where a unit's own side gives one: "maju ke
    nasional setelah menjadi juara pertama tingkat Provinsi Bali".
    """
    levels = sentence.of("level")
    turns = [at for at in range(sentence.start, sentence.end) if units.words[at] in _AFTER] if len(levels) > 1 else []
    own = [one for one in levels if all((one.start < turn) == (unit < turn) for turn in turns)]
    if not turns or not own:
        return sentence
    return sentence._replace(mentions=[one for one in sentence.mentions if one.sort != "level" or one in own])


def _apart(award: Mention, other: Mention) -> int:
    return max(other.start - award.end, award.start - other.end, 0)


def level_near(sentence: Sentence, unit: int) -> Level:
    """The level word nearest to a unit in its sentence, and the region that goes with it."""
    levels = sentence.of("level")
    if not levels:
        return None, None
    level, scope = min(levels, key=lambda mention: abs(mention.start - unit)).value
    if scope is None:
        scope = next((mention.value[1] for mention in levels if mention.value[0] == level and mention.value[1]), None)
    return level, scope


def implied_level(facts: Facts) -> str | None:
    """The level of an award that no word of the story gives: by who takes part, and by where those named lie.

    National where the president, his deputy or a minister is there; a province's where one of its officials is, or
    where the story names one province and nothing outside it. Jakarta, where ceremonies are held, lies nowhere.
    """
    if any(official.role.startswith(_NATIONAL_ROLES) for official in facts.officials):
        return "national"
    if any(len(official.jurisdiction or "") == 2 for official in facts.officials):
        return "province"
    codes = [region.code for region in facts.regions if not region.code.startswith(_JAKARTA)]
    named = {code[:2] for code in codes}
    return "province" if len(named) == 1 and named <= set(codes) else None
