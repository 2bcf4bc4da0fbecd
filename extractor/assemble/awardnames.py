"""Award names: those of the award files, and names that no file knows, by their frame ("Samudra Lestari Award")."""

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention
from extractor.patterns import Match, Units

_SHORT = 4
"""An abbreviation of up to four letters names an award only in capitals."""


def award_mentions(story: Story) -> list[Mention]:
    """Every mention of an award, in order; mentions of one award with only brackets between them are one."""
    units = story.units
    known = [mention for unit in units.tagged if (mention := _known(story, unit))]
    taken = {unit for mention in known for unit in range(mention.start, mention.end)}
    framed = [_framed(units, match) for match in story.matches.get("records", ()) if match.pattern.says.get("place") == "award"]
    new = [mention for mention in framed if mention and not taken.intersection(range(mention.start, mention.end))]
    found: list[Mention] = []
    for mention in sorted([*known, *new], key=lambda mention: mention.start):
        if found and _joined(units, found[-1], mention):
            found[-1] = found[-1]._replace(end=max(mention.end, found[-1].end))
        elif not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _known(story: Story, unit: int) -> Mention | None:
    units = story.units
    if not units.has(unit, "award"):
        return None
    said = units.said(unit, unit + 1)
    if len(said) <= _SHORT and not said.isupper():
        return None
    name = story.value(unit, "award")
    award = story.patterns.awards[name]
    if unit and units.words[unit - 1] in award.not_after:
        return None
    return Mention("award", unit, unit + 1, name, "award")


def _joined(units: Units, first: Mention, second: Mention) -> bool:
    if first.value != second.value or second.start - first.end > 2:
        return False
    return all(units.words[unit] in ("(", ")", "atau", "/", ",", "award") for unit in range(first.end, second.start))


def _framed(units: Units, match: Match) -> Mention | None:
    """An award that no file knows; None where the words are a giver or a person rather than a name."""
    start, end = match.slots["name"]
    if match.pattern.id == "framed_head":
        if not units.reading.words[units.starts[match.start]][0].isupper() or end - start < 2:
            return None
        start = match.start
    else:
        end = match.end
    return Mention("award", start, end, units.said(start, end).replace("\n", " "), match.pattern.name)
