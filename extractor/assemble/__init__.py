"""Assemble: the award records that a story reports, from its facts and its words."""

from extractor.annotate.story import Story
from extractor.assemble.awardnames import award_mentions
from extractor.assemble.bare import added_persons, best_of, of_items, openers, to_persons
from extractor.assemble.categories import Categories
from extractor.assemble.editions import edition_mentions, time_mentions
from extractor.assemble.events import date_mentions, event_day
from extractor.assemble.holders import holders, with_holders
from extractor.assemble.levels import for_provinces, level_mentions, outside
from extractor.assemble.mentions import Mention, Scene, placed, unit_range
from extractor.assemble.merging import records
from extractor.assemble.narrative import narrate
from extractor.assemble.passages import near_awards
from extractor.assemble.proofs import proven
from extractor.assemble.recipients import Signs, recipients
from extractor.assemble.setting import main_settings
from extractor.assemble.triggers import champions, trigger_mentions, without_taking_part
from extractor.facts import Facts, Record

__all__ = ["assemble"]


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
    said = without_taking_part(story, said, categories.mentions())
    told = [mention for mention in said if mention.sort == "trigger"]
    signs = _signs(story, ranks, told, categories)
    signs.behind.extend(of_items(story.units, awards))
    officials = holders(story, facts)
    named = with_holders(recipients(story, facts, places, awards, levels, signs), officials)
    levels = outside(levels, named)
    settings = [*edition_mentions(story, facts), *levels, *for_provinces(story, places), *date_mentions(story, facts)]
    settings += time_mentions(story)
    return Scene(story, [*said, *named, *categories.ended_by(named), *settings], officials)


def _signs(story: Story, ranks: list[Mention], told: list[Mention], categories: Categories) -> Signs:
    """Where names without a head are looked for: behind places, passives and what opens a list, and before verbs."""
    passives = [mention for mention in told if mention.value.get("bare")]
    named = categories.mentions()
    opened = openers(story.units, [*told, *ranks, *named])
    opened += best_of(story.units, named) + added_persons(story.units, named)
    verbs = [mention for mention in told if mention.value["place"] == "before"]
    given = [one for one in told if one.value["place"] == "kepada" or story.units.has(one.start, "received")]
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
