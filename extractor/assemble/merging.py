"""Merging: claims of one story on one award, edition, level, category and recipient become one record."""

from collections import defaultdict

from extractor.annotate.story import Story
from extractor.article import Span
from extractor.assemble.categories import fits
from extractor.assemble.narrative import Told
from extractor.assemble.levels import implied_level
from extractor.assemble.setting import Setting, commonest
from extractor.facts import Facts, Record


def records(
    story: Story, facts: Facts, told: list[Told], mains: dict[str, Setting], days: dict[str, str], event_day: str | None
) -> tuple[Record, ...]:
    """The records of a story, in the order of its first words for each; `days` are the days that it gives for a level."""
    merged: list[Record] = []
    levels, of_recipient = defaultdict[str, list[str | None]](list), defaultdict[object, list[int]](list)
    for one in told:
        levels[one.setting.award].append(one.setting.level)
    levels_known = {award: commonest(found) for award, found in levels.items()}
    province = _province(facts)
    first_named = next(iter(mains), None)
    implied = _level_of(told) or implied_level(facts)
    for one in told:
        main = mains[one.setting.award]
        known = levels_known[one.setting.award]
        day = event_day if one.setting.award == first_named else None
        if one.setting.level and one.setting.level != main.level:
            day = days.get(one.setting.level, day)
        first = implied if one.setting.award == first_named else None
        record = _record(story, province, one, main, day, str(known) if known else first)
        if record is None:
            continue
        alike = of_recipient[record.award, record.recipient]
        at = next((index for index in alike if _same(merged[index], record)), None)
        if at is None:
            alike.append(len(merged))
            merged.append(record)
        else:
            merged[at] = _joined(merged[at], record)
    return tuple(_with_categories(story, _without_shadows(merged)))


def _record(
    story: Story, province: str | None, one: Told, main: Setting, event_day: str | None, implied: str | None
) -> Record | None:
    """The record of a claim; None for a province among what a province gives."""
    claim, setting = one.claim, one.setting
    default = story.patterns.awards[setting.award].level if setting.award in story.patterns.awards else None
    said = None if default == "national" and setting.level == "regency" else setting.level
    level = said or default or ("national" if _is_province(claim.recipient.code) else implied)
    if level == "province" and _is_province(claim.recipient.code):
        return None
    now = setting.edition == main.edition or main.edition is None
    scope = setting.scope if level == "regency" else None
    if level == "province":
        scope = setting.scope or (claim.recipient.code or "")[:2] or province
    spans = tuple(story.units.offsets(start, end) for start, end in claim.units)
    return Record(
        award=setting.award,
        edition=setting.edition,
        level=None if level == "international" else level,
        scope=scope,
        category=claim.category or (_kind(claim.recipient.name) if said is None and setting.level else None),
        recipient=claim.recipient,
        outcome=claim.outcome,
        rank=claim.rank,
        shortlist=claim.shortlist,
        event_date=one.date or (event_day if now and claim.outcome == "winner" else None),
        spans=spans,
        pattern=claim.pattern,
    )


def _kind(name: str) -> str | None:
    """The category that "PPD tingkat kabupaten" means: the kind of the region that won it."""
    first = name.partition(" ")[0].lower()
    return first if first in ("kabupaten", "kota") else None


def _level_of(told: list[Told]) -> str | None:
    """National where provinces, or regions of several provinces, are among those named; else None."""
    codes = {one.claim.recipient.code for one in told if one.claim.recipient.code}
    return "national" if len({code[:2] for code in codes}) > 1 else None


def _is_province(code: str | None) -> bool:
    return bool(code) and len(code or "") == 2


def _province(facts: Facts) -> str | None:
    """The province of most regions of the story, for recipients that have no code of their own."""
    found = commonest([region.code[:2] for region in facts.regions for _ in region.spans])
    return str(found) if found else None


def _same(first: Record, second: Record) -> bool:
    """Whether two records of one award and recipient can be one: nothing that both say differs."""
    for name in ("edition", "level", "rank"):
        one, other = getattr(first, name), getattr(second, name)
        if one is not None and other is not None and one != other:
            return False
    return first.category is None or second.category is None or _alike(first.category, second.category)


def _alike(first: str, second: str) -> bool:
    one, other = set(first.lower().split()), set(second.lower().split())
    return one <= other or other <= one


def _joined(first: Record, second: Record) -> Record:
    """One record of two: a winner outranks a nominee, and what one does not say the other may."""
    spans: tuple[Span, ...] = tuple(dict.fromkeys((*first.spans, *second.spans)))
    outcome = "winner" if "winner" in (first.outcome, second.outcome) else "nominee"
    filled = {
        name: getattr(first, name) if getattr(first, name) is not None else getattr(second, name)
        for name in ("edition", "level", "scope", "category", "rank", "shortlist", "event_date")
    }
    return first._replace(**filled, outcome=outcome, spans=spans)


def _with_categories(story: Story, merged: list[Record]) -> list[Record]:
    """Give a further place, or one who lost, the category of the same award and edition, where the story has just one."""
    filled = []
    sisters = defaultdict[object, list[Record]](list)
    for one in merged:
        sisters[_kin(one)].append(one)
    for one in merged:
        known = {
            other.category.lower(): other.category
            for other in sisters[_kin(one)]
            if other.category and fits(story, other.category, one.recipient.type) and not _is_grade(story, other)
        }
        told = one.rank is not None or one.outcome == "nominee"
        filled.append(
            one._replace(category=known.popitem()[1]) if one.category is None and told and len(known) == 1 else one
        )
    return filled


def _kin(record: Record) -> object:
    """What records of the same winners' list share."""
    return record.award, record.edition, record.level, record.recipient.type


def _is_grade(story: Story, record: Record) -> bool:
    award = story.patterns.awards.get(record.award)
    return bool(award) and record.category in award.predicates  # type: ignore[union-attr]


def _without_shadows(merged: list[Record]) -> list[Record]:
    """Leave out a nominee's record where the same edition has the same recipient as a winner."""
    won = {(one.award, one.edition, one.level, one.recipient) for one in merged if one.outcome == "winner"}
    return [
        one
        for one in merged
        if one.outcome == "winner" or (one.award, one.edition, one.level, one.recipient) not in won
    ]
