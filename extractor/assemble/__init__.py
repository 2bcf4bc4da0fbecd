"""Assemble: the award records that a story reports, from its facts and its words."""

from extractor.annotate.story import Story
from extractor.assemble.awardnames import award_mentions
from extractor.assemble.bare import of_items, openers, to_persons
from extractor.assemble.categories import Categories
from extractor.assemble.editions import edition_mentions, time_mentions
from extractor.assemble.events import date_mentions, event_day
from extractor.assemble.holders import holders, with_holders
from extractor.assemble.levels import for_provinces, level_mentions
from extractor.assemble.mentions import Mention, Scene, is_capital, placed, unit_range
from extractor.assemble.merging import records
from extractor.assemble.narrative import narrate
from extractor.assemble.passages import near_awards
from extractor.assemble.proofs import proven
from extractor.assemble.recipients import Signs, recipients
from extractor.assemble.setting import main_settings
from extractor.facts import Facts, Record
from extractor.patterns import Match, Units
from extractor.patterns.vocabulary import vocabulary

__all__ = ["assemble"]

_OPINION = ("opini", "predikat")
_APPOINTED = 20
_BECOMING = ("menjadi ", "jadi ")
_OTHER_CHAMPIONS = frozenset({"bertahan", "sejati", "hati", "dunia", "ke"})


def assemble(story: Story, facts: Facts) -> tuple[Record, ...]:
    """The award records of a story: who got what or is in the running for it; none where no award is named."""
    awards = award_mentions(story)
    if not awards:
        return ()
    story, facts = near_awards(story, facts, awards)
    scene = _scene(story, facts, awards)
    mains = main_settings(story, scene)
    memory = narrate(story, mains, scene)
    return proven(story, scene, records(story, facts, memory, event_day(story, scene)))


def read_scene(story: Story, facts: Facts) -> Scene:
    """The story's sentences with all that they say of awards; none where no award is named."""
    awards = award_mentions(story)
    return _scene(story, facts, awards) if awards else Scene(story, [])


def _scene(story: Story, facts: Facts, awards: list[Mention]) -> Scene:
    ranks, places = rank_mentions(story, facts), placed(story, facts)
    told = [*trigger_mentions(story), *champions(story, ranks)]
    levels = level_mentions(story, places)
    said = [*ranks, *told, *awards]
    categories = Categories(story, said)
    signs = _signs(story, ranks, told, categories)
    signs.behind.extend(of_items(story.units, awards))
    officials = holders(story, facts)
    named = with_holders(recipients(story, facts, places, awards, levels, signs), officials)
    settings = [*edition_mentions(story, facts), *levels, *for_provinces(story, places), *date_mentions(story, facts)]
    settings += time_mentions(story)
    return Scene(story, [*said, *named, *categories.ended_by(named), *settings], officials)


def _signs(story: Story, ranks: list[Mention], told: list[Mention], categories: Categories) -> Signs:
    """Where names without a head are looked for: behind places, passives and what opens a list, and before verbs."""
    passives = [mention for mention in told if mention.value.get("bare")]
    opened = openers(story.units, [*told, *ranks, *categories.mentions()])
    verbs = [mention for mention in told if mention.value["place"] == "before"]
    given = [mention for mention in told if mention.value["place"] == "kepada"]
    return Signs([*ranks, *passives, *opened, *to_persons(story, given)], verbs)


def rank_mentions(story: Story, facts: Facts) -> list[Mention]:
    """The places and shortlists of the story."""
    sorts = {"place": "rank", "shortlist": "shortlist"}
    return [
        Mention(sorts[rank.kind], *unit_range(story.units, span), rank.value, rank.pattern)
        for rank in facts.ranks
        for span in rank.spans
        if not _has_prize(story, unit_range(story.units, span)[1])
    ]


def _has_prize(story: Story, unit: int) -> bool:
    """Whether a place stands right before the money for it, which says of nobody that they got it: "juara kedua Rp10
    juta".
    """
    return unit < len(story.units.words) and story.units.has(unit, "currency")


def trigger_mentions(story: Story) -> list[Mention]:
    """The words of the story that make somebody a winner or a nominee."""
    return [
        Mention("trigger", match.start, match.end, match.pattern.says, match.pattern.name)
        for match in story.matches.get("records", ())
        if "outcome" in match.pattern.says and _tells(story, match)
    ]


def champions(story: Story, ranks: list[Mention]) -> list[Mention]:
    """The places where somebody becomes the winner without a number: "menjadi juara Paritrana Award"."""
    units, placed_at = story.units, {unit for rank in ranks for unit in range(rank.start, rank.end)}
    return [
        Mention("trigger", unit, unit + 1, {"place": "before", "outcome": "winner"}, "records.active")
        for unit in units.of("rank_heads")
        if units.words[unit].startswith(_BECOMING) and unit not in placed_at and not _is_qualified(units, unit + 1)
        if not _is_anybody(units, unit - 1)
    ]


def _is_anybody(units: Units, unit: int) -> bool:
    """Whether a "yang" before a verb speaks of whoever does it: "mengatakan yang menjadi juara", "daerah yang menjadi
    juara"; not behind a name or a comma.
    """
    if unit < 1 or units.words[unit] != "yang":
        return False
    return not is_capital(units, unit - 1) and units.tags[unit - 1] != "mark"


def _is_qualified(units: Units, unit: int) -> bool:
    """Whether what stands behind "juara" makes another of it: "juara bertahan", "juara dunia", a number."""
    if unit >= len(units.words):
        return False
    return units.words[unit] in _OTHER_CHAMPIONS or unit in units.quantities or units.has(unit, "ordinals")


def _tells(story: Story, match: Match) -> bool:
    """Whether a verb tells of an award, and not of a place, money or another opinion, or of what else is appointed."""
    if match.pattern.says.get("appoints") and not _is_award(story, match.end):
        return False
    return not _is_whereabouts(story, match.end) and not _gives_prize(story, match)


def _is_award(story: Story, start: int) -> bool:
    """Whether "sebagai" and an award, a place or a winner stand behind a verb of appointing."""
    units, limit = story.units, min(story.units.sentence(start)[1], start + _APPOINTED) if start else start
    behind = (unit + 1 for unit in range(start, limit - 1) if units.words[unit] == "sebagai")
    return any(units.among(unit, ("award", "rank_heads", "winner_nouns")) for unit in behind)


def _gives_prize(story: Story, match: Match) -> bool:
    """Whether a verb has no award as its object: "mendapat uang pembinaan", "menerima Rp15 juta", "opini WDP"."""
    units, at = story.units, match.end
    if match.pattern.says["place"] != "before" or at + 1 >= len(units.words):
        return False
    at += units.words[at] in _OPINION
    given = units.words[at].partition(" ")[0]
    return units.has(at, "currency") or given in vocabulary("prizes") or given in vocabulary("lower_opinions")


def _is_whereabouts(story: Story, end: int) -> bool:
    """Whether a verb says where somebody lies and no place in a contest: "berada di Kecamatan Batu"."""
    units = story.units
    locates = end < len(units.words) and units.words[end - 1].split()[-1] == "di"
    return locates and units.among(end, ("district_cues", "region_kinds", "village_cues", "region"))
