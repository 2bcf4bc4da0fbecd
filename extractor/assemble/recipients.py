"""Who may get an award: regions and villages from the facts, companies and institutions by their names.

A region is no recipient where it is a place, where it stands behind an award's name or "tingkat" as its scope, or in
the dateline. Districts get no awards.
"""

from itertools import chain
from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.assemble.bare import beside, objects, subjects
from extractor.assemble.headed import headed, short_names, unknown_villages
from extractor.assemble.mentions import Mention, Placed, unit_range
from extractor.assemble.places import as_places, behind_places, is_cued
from extractor.facts import Facts, Recipient, Region


class Signs(NamedTuple):
    """What shows a name without a head to be a recipient: it stands `behind` these, or before these `verbs`."""

    behind: list[Mention]
    verbs: list[Mention]


def recipients(
    story: Story, facts: Facts, places: list[Placed], awards: list[Mention], scopes: list[Mention], signs: Signs
) -> list[Mention]:
    """Every mention of somebody who may get an award; a mention inside a longer one is left out.

    `places` are the regions where the story names them, `scopes` those that say where an award is given.
    """
    units = story.units
    firms = headed(story)
    named = [*firms, *short_names(units, firms)]
    taken = {unit for mention in named for unit in range(mention.start, mention.end)}
    regions = [one for one in _regions(story, facts, places, scopes) if taken.isdisjoint((one.start, one.end - 1))]
    taken |= {unit for mention in awards for unit in range(mention.start, mention.end)}
    taken.update(chain.from_iterable(range(start, end) for _, start, end in places))
    villages = unknown_villages(units, taken)
    regions = [*behind_places(units, regions, villages), *villages]
    towns = {one.start for one in places if one.end - one.start == 1 and not is_cued(units, one.start)}
    bare = [*objects(units, signs.behind, taken, towns), *subjects(units, facts, signs.verbs, taken)]
    inside = {unit for name in bare for unit in range(name.start, name.end)}
    regions = [one for one in regions if one.start not in inside]
    return [*named, *regions, *bare, *beside(units, [*firms, *bare], taken)]


def _regions(story: Story, facts: Facts, places: list[Placed], scopes: list[Mention]) -> list[Mention]:
    """The regions of the story but for scopes, those in a law's name and the dateline."""
    laws = [unit_range(story.units, span) for law in facts.regulations for span in law.spans]
    elsewhere = {mention.start for mention in scopes}.union(*(range(*law) for law in laws))
    named = {region.code: _recipient(region) for region in facts.regions}
    found = [
        Mention("recipient", start, end, named[region.code], "region")
        for region, start, end in places
        if elsewhere.isdisjoint(range(start, end)) and not story.in_dateline(start)
    ]
    return as_places(story, found)


def _recipient(region: Region) -> Recipient:
    return Recipient("village" if region.level == "village" else "region", region.code, region.name)
