"""Award names: those of the award files, and names that no file knows, by their frame ("Samudra Lestari Award")."""

from extractor.annotate.story import Story
from extractor.assemble.frames import FRAMES, NAMELESS, framed, is_nameless
from extractor.assemble.mentions import Mention, is_capital
from extractor.patterns import Match, Units

_SHORT = 4
"""An abbreviation of up to four letters names an award only in capitals."""
_LINKS = ("(", ")", "atau", "/", ",", "award")


def award_mentions(story: Story) -> list[Mention]:
    """Every mention of an award, in order; mentions of one award with only brackets between them are one."""
    units, tags = story.units, story.units.tags
    named = story.patterns.lexicon.tags_with["award"]
    found = [mention for unit in units.tagged if tags[unit] in named and (mention := _known(story, unit))]
    taken = {unit for mention in found for unit in range(mention.start, mention.end)}
    frames = [match for match in story.matches.get("records", ()) if match.pattern.like in FRAMES]
    for match in sorted(frames, key=lambda match: FRAMES.index(match.pattern.like)):
        if match.pattern.like in NAMELESS and not taken.isdisjoint(range(*units.sentence(match.start))):
            continue
        if (match.pattern.like == "framed_title" or _is_grade(units, match)) and any(
            one.start < match.start for one in found if not is_nameless(one)
        ):
            continue
        mention = framed(units, match)
        if mention and taken.isdisjoint(range(mention.start, mention.end)):
            found.append(_by_file(story, mention))
            taken.update(range(mention.start, mention.end))
    return _joined(story, sorted(found, key=lambda mention: mention.start))


def _is_grade(units: Units, match: Match) -> bool:
    """Whether a frame names a grade that may be one of an award named before: "predikat daerah terinovatif"."""
    opens = match.pattern.like == "framed_open" and units.has(match.start, "category_heads")
    return opens and match.end < len(units.words) and not is_capital(units, match.end)


def _known(story: Story, unit: int) -> Mention | None:
    """The award of the award files that a unit names, unless it names a thing: "Tugu Adipura"."""
    units = story.units
    said = units.said(unit, unit + 1)
    if len(said) <= _SHORT and not said.isupper():
        return None
    name = story.value(unit, "award")
    if unit and units.words[unit - 1] in story.patterns.awards[name].not_after:
        return None
    return Mention("award", unit, unit + 1, name, "award")


def _by_file(story: Story, mention: Mention) -> Mention:
    """A framed name by the file that knows its first half: "Adipura/Samudra Award"."""
    first, slash, _ = mention.value.partition("/")
    known = story.patterns.lexicon.value("award", first) if slash else None
    return mention._replace(value=known or mention.value)


def _joined(story: Story, mentions: list[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        between = story.units.words[last.end : mention.start] if last else []
        if last and last.value == mention.value and len(between) <= 2 and all(word in _LINKS for word in between):
            found[-1] = last._replace(end=max(mention.end, last.end))
        else:
            found.append(mention)
    return found
