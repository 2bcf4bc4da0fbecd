"""Holders: officials where the story names them.

An award for persons is theirs and not their region's ("Bupati Sigi Arman Lado menerima Satyalancana Wira Karya"); and a
verb behind a name alone ("Arman juga menerima") speaks of its bearer, not of the region that the story spoke of last.
"""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Holder, Mention, is_capital, unit_range
from extractor.facts import Facts
from extractor.patterns import Units

_STATUS = 2
"""Units from which an official's name begins with status and post: "Pj Bupati"."""
_ADVERBS = 2
"""Words in lower case between a name and its verb: "juga", "pun kembali"."""


def holders(story: Story, facts: Facts) -> dict[int, Holder]:
    """The officials of a story wherever it names them, by the unit behind the name."""
    found = (
        Holder(*unit_range(story.units, span), official.name, official.jurisdiction)
        for official in facts.officials
        for span in official.spans
    )
    return {holder.end: holder for holder in found}


def with_holders(named: list[Mention], officials: dict[int, Holder]) -> list[Mention]:
    """The recipients; one named by its head's post reaches over the holder's status and name: "Pj Bupati Sigi Ardi"."""
    known = {
        (start, holder.code): holder
        for holder in officials.values()
        for start in range(holder.start, min(holder.start + _STATUS, holder.end))
    }
    return [
        one._replace(start=holder.start, end=max(one.end, holder.end))
        if one.value.code and (holder := known.get((one.start, one.value.code)))
        else one
        for one in named
    ]


def subject(units: Units, named: dict[int, Holder], verb: int) -> Holder | None:
    """The official whose name is the subject of a verb: right before it, but for "juga" and the like."""
    for end in range(verb, max(verb - _ADVERBS, 0) - 1, -1):
        if end in named:
            return named[end]
        if end and (is_capital(units, end - 1) or units.tags[end - 1] == "mark"):
            return None
    return None
