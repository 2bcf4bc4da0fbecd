"""Assemble: the award records that a story reports, from its facts and its words."""

from extractor.annotate.story import Story
from extractor.assemble.awardnames import award_mentions
from extractor.assemble.categories import category_mentions
from extractor.assemble.events import date_mentions, event_day
from extractor.assemble.mentions import Mention, Sentence, sentences, unit_range
from extractor.assemble.merging import records
from extractor.assemble.narrative import Narrator
from extractor.assemble.recipients import openers, recipients
from extractor.assemble.setting import edition_mentions, for_provinces, level_mentions, main_settings
from extractor.facts import Facts, Record

__all__ = ["assemble"]


def assemble(story: Story, facts: Facts) -> tuple[Record, ...]:
    """The award records of a story: who got what or is in the running for it; none where no award is named."""
    scene = read_scene(story, facts)
    if not scene:
        return ()
    mains = main_settings(story, scene)
    narrator = Narrator(story, mains)
    return records(story, facts, narrator.read(scene), mains, narrator.days, event_day(story, scene))


def read_scene(story: Story, facts: Facts) -> list[Sentence]:
    """The story's sentences with all that they say of awards; none where no award is named."""
    awards = award_mentions(story)
    if not awards:
        return []
    placed, told = rank_mentions(story, facts), trigger_mentions(story)
    levels = level_mentions(story, facts)
    behind = [*placed, *(mention for mention in told if mention.value.get("bare"))]
    behind += openers(story.units, [*told, *placed, *category_mentions(story, [*placed, *told, *awards])])
    verbs = [mention for mention in told if mention.value["place"] == "before"]
    named = recipients(story, facts, awards, levels, behind, verbs)
    categories = category_mentions(story, [*named, *placed, *told, *awards])
    settings = [*edition_mentions(story, facts), *levels, *for_provinces(story, facts), *date_mentions(story, facts)]
    return sentences(story, [*awards, *named, *placed, *told, *categories, *settings])


def rank_mentions(story: Story, facts: Facts) -> list[Mention]:
    """The places and shortlists of the story."""
    found = []
    for rank in facts.ranks:
        sort = "rank" if rank.kind == "place" else "shortlist"
        for span in rank.spans:
            start, end = unit_range(story.units, span)
            found.append(Mention(sort, start, end, rank.value, rank.pattern))
    return found


def trigger_mentions(story: Story) -> list[Mention]:
    """The words of the story that make somebody a winner or a nominee."""
    return [
        Mention("trigger", match.start, match.end, match.pattern.says, match.pattern.name)
        for match in story.matches.get("records", ())
        if "outcome" in match.pattern.says
    ]
