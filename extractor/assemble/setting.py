"""The setting of a claim: which award, its edition, its level and scope, and the day of the event.

Each is looked for near the award's name, then in the sentence, then in what the story said before, then in the story as
a whole. A year in a date, a law or a budget is no edition.
"""

from collections import Counter
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Sentence, unit_range
from extractor.facts import Facts
from extractor.patterns import Units

_REACH = 10
_BETWEEN = frozenset("tahun penilaian edisi periode tingkat provinsi propinsi kabupaten kota award ( ) ke untuk bpjs ketenagakerjaan bpjamsostek di".split())
_NO_EDITION = frozenset("apbd apbn rpjmd rpjmn per sejak hingga sampai pergub perbup perda uud".split())
_EDITION_CUES = frozenset("pada tahun edisi penilaian periode".split())
_PAST = {"tahun lalu": 1, "tahun sebelumnya": 1, "setahun sebelumnya": 1, "setahun lalu": 1}


class Setting(NamedTuple):
    """What is known of an award at one place of the story."""

    award: str
    edition: int | None
    level: str | None
    scope: str | None


def settings_of(story: Story, facts: Facts, sentence: Sentence) -> list[tuple[Mention, Setting]]:
    """The awards that a sentence names, each with the edition, level and scope that stand by it."""
    found = []
    for mention in sentence.of("award"):
        edition = _edition_at(story.units, sentence, mention)
        level, scope = _level_at(sentence, mention)
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
            if before not in _NO_EDITION and earlier not in _NO_EDITION:
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


def _is_name(units: Units, unit: int) -> bool:
    return any(units.has(unit, name) for name in ("region", "level_words", "Name", "award", "award_nouns"))


def sentence_edition(units: Units, sentence: Sentence, unit: int) -> int | None:
    """The year that a sentence places what it tells at `unit` in: "Pada 2023 ...", "tahun 2024 giliran ..."."""
    cued = [m for m in sentence.of("edition") if m.start > sentence.start and units.words[m.start - 1] in _EDITION_CUES]
    before = [m for m in cued if m.start <= unit]
    chosen = before[-1] if before else None
    return int(chosen.value) if chosen else None


def _level_at(sentence: Sentence, award: Mention) -> tuple[str | None, str | None]:
    """The level word nearest to an award's name in its sentence, and the region that goes with it."""
    levels = sentence.of("level")
    if not levels:
        return None, None
    nearest = min(levels, key=lambda mention: abs(mention.start - award.start))
    level, scope = nearest.value
    return level, scope


def level_mentions(story: Story, facts: Facts) -> list[Mention]:
    """Words that say at which level an award is given, with the region's code where one follows: "tingkat Provinsi Bali"."""
    units = story.units
    regions = {unit_range(units, span)[0]: region for region in facts.regions for span in region.spans}
    ends = {unit_range(units, span)[1]: unit_range(units, span)[0] for region in facts.regions for span in region.spans}
    found = []
    for unit in units.tagged:
        if units.has(unit, "level_words"):
            level = story.value(unit, "level_words")
            place = regions.get(unit + 1) or regions.get(unit)
            found.append(Mention("level", unit, unit + 1, (level, _scope(level, place.code if place else None))))
        elif units.has(unit, "award"):
            found.extend(_region_behind(units, unit, regions, ends))
    return found


def _region_behind(units: Units, award: int, regions: dict[int, object], ends: dict[int, int]) -> list[Mention]:
    """The province or regency right behind an award's name, with at most a year or bracket between: its scope."""
    for at in range(award + 1, min(award + 6, len(units.words))):
        region = regions.get(at)
        if region is not None:
            level = {"province": "province"}.get(region.level)  # type: ignore[attr-defined]
            return [Mention("level", at, at + 1, (level, region.code))] if level else []  # type: ignore[attr-defined]
        if not (units.words[at] in _BETWEEN or units.has(at, "year") or units.has(at, "level_words")):
            return []
    return []


def _scope(level: str, code: str | None) -> str | None:
    if level == "province" and code:
        return code[:2]
    return code if level == "regency" else None


def commonest(values: list[str | int | None]) -> str | int | None:
    """The value met most often, the first of equals; None where there is none."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None
