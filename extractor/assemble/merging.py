"""Merging: claims of one story on one award, edition, level, category and recipient become one record."""

from collections import defaultdict
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.article import Span
from extractor.assemble.categories import fits, is_of_kind
from extractor.assemble.levels import implied_level
from extractor.assemble.memory import Memory, Told
from extractor.assemble.setting import Setting, commonest
from extractor.facts import Facts, Recipient, Record

_OLDEST = 2
"""Years between an edition, as that of an audit, and the ceremony, at most."""
_FILLED = ("edition", "level", "scope", "category", "rank", "shortlist", "event_date")


class Whole(NamedTuple):
    """What the story as a whole says: the first award, by award the commonest level, and what is implied.

    `implied` is the level of the first award where no word says it, `province` the one that most regions lie in, `days`
    by setting the day on which it was won, `won` whether anybody won anything, `year` the one that the story is of.
    """

    first: str | None
    levels: dict[str, str | None]
    implied: str | None
    province: str | None
    days: dict[Setting, str]
    won: bool
    year: int | None


def records(story: Story, facts: Facts, memory: Memory, event_day: str | None) -> tuple[Record, ...]:
    """The records of a story, in the order of its first words for each; `event_day` is that of its first award."""
    whole = _whole(story, facts, memory)
    merged: list[Record] = []
    spans: list[dict[Span, None]] = []
    rows: list[bool] = []
    known = defaultdict[tuple[str, Recipient], list[int]](list)
    for one in memory.told:
        level = _level(story, whole, one)
        if level == "province" and _is_province(one.claim.recipient):
            continue
        record = _record(story, whole, one, level, _day(memory, whole, one, event_day))
        alike = known[record.award, record.recipient]
        said = record.edition is not None
        apart = {at for at in alike if rows[at] != one.row and not (said if rows[at] else merged[at].edition)}
        at = next((at for at in alike if at not in apart and _same(merged[at], record)), None)
        if at is None:
            rows.append(one.row)
            alike.append(len(merged))
            merged.append(record)
            spans.append(dict.fromkeys(record.spans))
        else:
            merged[at] = _joined(merged[at], record)
            spans[at].update(dict.fromkeys(record.spans))
    proven = [record._replace(spans=tuple(proof)) for record, proof in zip(merged, spans, strict=True)]
    return tuple(_with_categories(story, _without_shadows(proven, rows)))


def _whole(story: Story, facts: Facts, memory: Memory) -> Whole:
    levels = defaultdict[str, list[str | None]](list)
    for one in memory.told:
        levels[one.setting.award].append(one.setting.level)
    return Whole(
        first=next(iter(memory.mains), None),
        levels={award: commonest(said) for award, said in levels.items()},
        implied=_shared_level(memory.told) or implied_level(facts),
        province=commonest([region.code[:2] for region in facts.regions for _ in region.spans]),
        days=_days(memory.told),
        won=any(one.claim.outcome == "winner" for one in memory.told),
        year=_year(story, facts),
    )


def _year(story: Story, facts: Facts) -> int | None:
    """The year that a story is of: that of its publication, else the one in which all its dates lie."""
    if story.article.published:
        return int(story.article.published[:4])
    years = {date.value[:4] for date in facts.dates}
    return int(years.pop()) if len(years) == 1 else None


def _record(story: Story, whole: Whole, one: Told, level: str | None, day: str | None) -> Record:
    claim, setting = one.claim, one.setting
    scope = setting.scope if level == "regency" else None
    if level == "province":
        scope = setting.scope or (claim.recipient.code or "")[:2] or whole.province
    edition = whole.year - 1 if setting.edition is None and one.row and whole.year else setting.edition
    kind = _kind(claim.recipient.name) if setting.level and not _said_level(story, one) else None
    return Record(
        award=setting.award,
        edition=edition,
        level=None if level == "international" else level,
        scope=scope,
        category=claim.category or kind,
        recipient=claim.recipient,
        outcome=claim.outcome,
        rank=claim.rank,
        shortlist=claim.shortlist,
        event_date=day,
        spans=tuple(story.units.offsets(start, end) for start, end in claim.units),
        pattern=claim.pattern,
    )


def _level(story: Story, whole: Whole, one: Told) -> str | None:
    """The level that the story gives, else the award's own, else what follows from those who won it and take part."""
    award = story.patterns.awards.get(one.setting.award)
    level = _said_level(story, one) or (award.level if award else None)
    if level or _is_province(one.claim.recipient):
        return level or "national"
    implied = whole.implied if one.setting.award == whole.first else None
    return whole.levels[one.setting.award] or implied


def _said_level(story: Story, one: Told) -> str | None:
    """The level that the story says; "PPD tingkat kabupaten" is a national award's category, and so is "di tingkat
    provinsi" where a province won it.
    """
    award = story.patterns.awards.get(one.setting.award)
    ours = ("regency", "province") if _is_province(one.claim.recipient) else ("regency",)
    category = award is not None and award.level == "national" and one.setting.level in ours
    return None if category else one.setting.level


def _shared_level(told: list[Told]) -> str | None:
    """National where regions of several provinces are among those named; else None."""
    codes = {one.claim.recipient.code for one in told if one.claim.recipient.code}
    return "national" if len({code[:2] for code in codes}) > 1 else None


def _kind(name: str) -> str | None:
    """The category that "PPD tingkat kabupaten" means: the kind of the region that won it."""
    first = name.partition(" ")[0].lower()
    return first if first in ("kabupaten", "kota") else None


def _day(memory: Memory, whole: Whole, one: Told, event_day: str | None) -> str | None:
    """The day that a claim's sentence gives; for this edition's winners else that of its level or of the event.

    For a nominee of the story's only award, else the day of its last stage, which the story may tell later; for the one
    whom a story of nominees is about else that of the event ("Pemaparan berlangsung pada Selasa").
    """
    main = memory.mains[one.setting.award]
    if one.claim.outcome == "nominee" and memory.alone and one.setting == main:
        own = one.claim.recipient == memory.hero and not whole.won
        return one.date or memory.stage_day or (event_day if own else None)
    earlier = one.row and one.setting.edition != main.edition
    if one.date or one.claim.outcome != "winner" or earlier:
        return one.date
    if whole.days.get(one.setting) or main.edition not in (None, one.setting.edition):
        return whole.days.get(one.setting)
    day = event_day if one.setting.award == next(iter(memory.mains)) and not _is_long_ago(one, event_day) else None
    level = one.setting.level
    return memory.days.get(level, day) if level and level != main.level else day


def _is_long_ago(one: Told, day: str | None) -> bool:
    """Whether an edition is so old that a day cannot be the one on which it was given: an award for 2018 in 2021."""
    return day is not None and one.setting.edition is not None and int(day[:4]) - one.setting.edition > _OLDEST


def _days(told: list[Told]) -> dict[Setting, str]:
    """By award, edition and level the one day on which the story says that somebody won it; none where it says two."""
    said = defaultdict[Setting, set[str]](set)
    for one in told:
        if one.date and one.claim.outcome == "winner" and not one.apart:
            said[one.setting].add(one.date)
    return {setting: next(iter(days)) for setting, days in said.items() if len(days) == 1}


def _is_province(recipient: Recipient) -> bool:
    return len(recipient.code or "") == 2


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
    """One record of two, with the spans of the first: a winner outranks a nominee and the shortlist, and what one does
    not say the other may.
    """
    outcome = "winner" if "winner" in (first.outcome, second.outcome) else "nominee"
    filled = {name: getattr(second, name) for name in _FILLED if getattr(first, name) is None}
    if first.outcome != second.outcome:
        won = first if first.outcome == "winner" else second
        filled["shortlist"] = won.shortlist
    return first._replace(**filled, outcome=outcome)


def _with_categories(story: Story, merged: list[Record]) -> list[Record]:
    """Give a further place, or a nominee, the category of the same award and edition, where the story has just one."""
    filled, categories = [], defaultdict[object, list[str]](list)
    for one in merged:
        categories[_kin(one)] += [one.category] if one.category else []
    for one in merged:
        known = {
            name.lower(): name
            for name in categories[_kin(one)]
            if fits(story, name, one.recipient.type)
            and not _is_grade(story, one.award, name)
            and not (one.outcome == "nominee" and _is_best(story, name))
        }
        lacks = one.category is None and (one.rank is not None or one.outcome == "nominee")
        only = next(iter(known.values())) if lacks and len(known) == 1 else None
        filled.append(one._replace(category=only) if only and is_of_kind(only, one.recipient) else one)
    return filled


def _kin(record: Record) -> object:
    """What the records of one list of winners share."""
    return record.award, record.edition, record.level, record.recipient.type


def _is_best(story: Story, category: str) -> bool:
    """Whether a category says what its winner is, and no nominee can be yet: "TPID terbaik"."""
    return not story.patterns.lexicon.entries["superlatives"].keys().isdisjoint(category.lower().split())


def _is_grade(story: Story, award: str, category: str) -> bool:
    known = story.patterns.awards.get(award)
    return known is not None and category in known.predicates


def _without_shadows(merged: list[Record], rows: list[bool]) -> list[Record]:
    """Leave out a nominee's record where the same edition has the same recipient as a winner; `rows` says of each
    whether it is of an earlier edition, where no year does.
    """
    keys = [
        (one.award, one.edition, one.level, one.recipient, row and one.edition is None)
        for one, row in zip(merged, rows, strict=True)
    ]
    won = {key for key, one in zip(keys, merged, strict=True) if one.outcome == "winner"}
    return [one for key, one in zip(keys, merged, strict=True) if one.outcome == "winner" or key not in won]
