"""The setting of a claim: which award, its edition, its level and scope, and the day of the event.

Each is looked for near the award's name, then in the sentence, then in what the story said before, then in the story as
a whole. A year in a date, a law or a budget is no edition.
"""

from collections import Counter
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Sentence, unit_range
from extractor.facts import Facts, Region
from extractor.patterns import Units

_REACH, _WORDS_REACH, _LEAD = 10, 10, 4
_BETWEEN = frozenset(
    "tahun penilaian edisi periode tingkat provinsi propinsi kabupaten kota award ( ) bpjs ketenagakerjaan bpjamsostek".split()
)
_NO_EDITION = frozenset("apbd apbn rpjmd rpjmn per sejak hingga sampai pergub perbup perda uud".split())
_EDITION_CUES = frozenset("pada tahun edisi penilaian periode".split())
_PAST = {"tahun lalu": 1, "tahun sebelumnya": 1, "setahun sebelumnya": 1, "setahun lalu": 1}


class Setting(NamedTuple):
    """What is known of an award at one place of the story."""

    award: str
    edition: int | None
    level: str | None
    scope: str | None


def settings_of(story: Story, sentence: Sentence) -> list[tuple[Mention, Setting]]:
    """The awards that a sentence names, each with the edition, level and scope that stand by it."""
    found = []
    for mention in sentence.of("award"):
        award = story.patterns.awards.get(mention.value)
        words = award.edition_words if award else ()
        edition = (
            _edition_by_words(story.units, sentence, words) if words else _edition_at(story.units, sentence, mention)
        )
        level, scope = _level_of(sentence, mention)
        found.append((mention, Setting(mention.value, edition, level, scope)))
    return found


def edition_mentions(story: Story, facts: Facts) -> list[Mention]:
    """The years of the story that may be editions."""
    units = story.units
    dated = _dated_units(units, facts)
    found = []
    for unit in units.tagged:
        if units.has(unit, "year") and unit not in dated:
            before = units.words[unit - 1] if unit else ""
            earlier = units.words[unit - 2] if unit > 1 and before in ("tahun", "mei", "juni") else ""
            if before not in _NO_EDITION and before not in ("-", "–", "—", "/") and earlier not in _NO_EDITION:
                found.append(Mention("edition", unit, unit + 1, int(units.words[unit])))
    return found


def _dated_units(units: Units, facts: Facts) -> set[int]:
    spans = [span for fact in (*facts.dates, *facts.regulations) for span in fact.spans]
    return {unit for span in spans for unit in range(*unit_range(units, span))}


def _edition_at(units: Units, sentence: Sentence, award: Mention) -> int | None:
    """The year right before an award's name, or behind it with nothing but its place and level between."""
    for mention in sentence.of("edition"):
        if 0 <= award.start - mention.end <= 1:
            return int(mention.value)
        if not award.end <= mention.start <= award.end + _REACH:
            continue
        inside = [unit for unit in range(award.end, mention.start)]
        if all(units.words[unit] in _BETWEEN or _is_name(units, unit) for unit in inside):
            return int(mention.value)
    return None


def _edition_by_words(units: Units, sentence: Sentence, words: tuple[str, ...]) -> int | None:
    """The year soon behind one of an award's edition words: "LKPD Tahun Anggaran 2022" for an audit's opinion."""
    for mention in sentence.of("edition"):
        before = " ".join(units.words[max(sentence.start, mention.start - _WORDS_REACH) : mention.start])
        if any(word in before for word in words):
            return int(mention.value)
    return None


def _is_name(units: Units, unit: int) -> bool:
    return any(units.has(unit, name) for name in ("region", "level_words", "Name", "award", "award_nouns"))


def sentence_edition(units: Units, sentence: Sentence, anchor: tuple[int, int]) -> int | None:
    """The year that a sentence places a claim in: "Pada 2023 ...", "juara tiga edisi 2021"; `anchor` are the claim's units.

    Of several years the one that no comma parts from the anchor counts, else the last before it.
    """
    cued = [m for m in sentence.of("edition") if m.start > sentence.start and units.words[m.start - 1] in _EDITION_CUES]
    near = [m for m in cued if not _commas(units, anchor[0], m.start)] or [m for m in cued if m.start <= anchor[0]][-1:]
    return int(min(near, key=lambda m: abs(m.start - anchor[0])).value) if near else None


def _commas(units: Units, one: int, other: int) -> int:
    return sum(word in (",", ";", "namun") for word in units.words[min(one, other) : max(one, other)])


def _level_of(sentence: Sentence, award: Mention) -> tuple[str | None, str | None]:
    """The level that goes with an award: of several awards in a sentence each has the words that stand nearest to it."""
    awards = sentence.of("award")
    own = [m for m in sentence.of("level") if min(awards, key=lambda other: _apart(other, m)) is award]
    if len(awards) > 1 and not own:
        return None, None
    return level_near(sentence, award.start)


def _apart(award: Mention, other: Mention) -> int:
    return max(other.start - award.end, award.start - other.end, 0)


def level_near(sentence: Sentence, unit: int) -> tuple[str | None, str | None]:
    """The level word nearest to a unit in its sentence, and the region that goes with it."""
    levels = sentence.of("level")
    if not levels:
        return None, None
    level, scope = min(levels, key=lambda mention: abs(mention.start - unit)).value
    if scope is None:
        scope = next((mention.value[1] for mention in levels if mention.value[0] == level and mention.value[1]), None)
    return level, scope


def main_settings(story: Story, scene: list[Sentence]) -> dict[str, Setting]:
    """By award, what the story says of it where it names it: the latest edition of its first mentions, the
    commonest level and scope."""
    named = [setting for sentence in scene for _, setting in settings_of(story, sentence)]
    mains = {}
    leading = next((level_near(sentence, sentence.start)[0] for sentence in scene[:2] if sentence.of("level")), None)
    for award in dict.fromkeys(setting.award for setting in named):
        of = [setting for setting in named if setting.award == award]
        edition = max((setting.edition for setting in of[:_LEAD] if setting.edition), default=None)
        edition = edition or next((setting.edition for setting in of if setting.edition), None)
        level, scope = (commonest([getattr(setting, name) for setting in of]) for name in ("level", "scope"))
        mains[award] = Setting(award, edition, level or (leading if not mains else None), scope)  # type: ignore[arg-type]
    return mains


def level_mentions(story: Story, facts: Facts) -> list[Mention]:
    """Words that say at which level an award is given, and regions behind an award's name: "Paritrana Award Provinsi Bali".

    The value is the level and the code of the region that goes with it, or None.
    """
    units = story.units
    regions = {
        unit: region for region in facts.regions for span in region.spans for unit in range(*unit_range(units, span))
    }
    found = []
    for unit in units.tagged:
        if units.has(unit, "level_words") and units.said(unit, unit + 1) != "Nasional":
            level = story.value(unit, "level_words")
            region = regions.get(unit) or regions.get(unit + 1) if unit + 1 < len(units.words) else None
            code = _scope(level, region.code if region else None)
            found.append(Mention("level", unit, unit + (2 if region and unit not in regions else 1), (level, code)))
        elif units.has(unit, "givers") and _gives(units, unit):
            level = story.value(unit, "givers")
            region = regions.get(unit) or regions.get(unit + 1)
            found.append(Mention("level", unit, unit + 1, (level, _scope(level, region.code if region else None))))
        elif units.has(unit, "award"):
            found.extend(_region_behind(units, unit, regions))
    return found


def _gives(units: Units, unit: int) -> bool:
    """Whether a body gives an award: behind "dari" or "oleh", or before a verb of giving: "Kementerian ... memberikan"."""
    first, last = units.sentence(unit)
    if unit > first and units.words[unit - 1] in _GIVEN:
        return True
    opens = unit - first <= _OPENS
    return opens and any(units.has(at, "give") for at in range(unit + 1, min(last, unit + _GIVES_WITHIN)))


def for_provinces(story: Story, facts: Facts) -> list[Mention]:
    """Provinces that a place is given for: "terbaik pertama untuk Provinsi Papua Barat"."""
    units = story.units
    spans = [
        (region, *unit_range(units, span))
        for region in facts.regions
        if region.level == "province"
        for span in region.spans
    ]
    return [
        Mention("level", start, end, ("province", region.code))
        for region, start, end in spans
        if start > 1 and units.words[start - 1] == "untuk"
    ]


def _region_behind(units: Units, award: int, regions: dict[int, Region]) -> list[Mention]:
    """The province right behind an award's name, with at most a year or a bracket between."""
    for at in range(award + 1, min(award + 6, len(units.words))):
        region = regions.get(at)
        if region is not None:
            return [Mention("level", at, at + 1, ("province", region.code))] if region.level == "province" else []
        if not (units.words[at] in _BETWEEN or units.has(at, "year") or units.has(at, "level_words")):
            return []
    return []


def _scope(level: str, code: str | None) -> str | None:
    if level == "province" and code:
        return code[:2]
    return code if level == "regency" else None


def implied_level(story: Story, facts: Facts) -> str | None:
    """The level of an award that no word of the story gives: by who takes part, and by where those named lie.

    National where the president, his deputy or a minister is there or regions of several provinces are named; a
    province's where its governor or secretary is there, or the story names one province and nothing outside it.
    """
    roles = [(official.role, official.jurisdiction) for official in facts.officials]
    if any(role.startswith(_NATIONAL_ROLES) for role, _ in roles):
        return "national"
    named = {region.code[:2] for region in facts.regions if not _is_capital(region.code)}
    if any(jurisdiction and len(jurisdiction) == 2 for _, jurisdiction in roles):
        return "province"
    provinces = {region.code for region in facts.regions if region.level == "province" and region.code in named}
    return "province" if len(named) == 1 and provinces == named else None


_GIVEN = ("dari", "oleh", "dihelat", "digelar", "diselenggarakan", "diadakan", "diumumkan", "besutan", "versi")
_OPENS, _GIVES_WITHIN = 2, 16
_NATIONAL_ROLES = ("Presiden", "Wakil Presiden", "Menteri", "Wakil Menteri")


def _is_capital(code: str) -> bool:
    return code.startswith("31")


def commonest(values: list[str | int | None]) -> str | int | None:
    """The value met most often, the first of equals; None where there is none."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None
