"""Misspelt names: one letter off, behind a word that says what they are or in a list that they would leave."""

from extractor.annotate.regions.lists import Neighbours
from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regions.placenames import PlaceName
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer

_LEVELS = {"Kota": "city", "Kabupaten": "regency", "Provinsi": "province"}
_LONGEST = 4
_LEAST_LETTERS = 5


def one_letter_off(story: Story, name: PlaceName, near: Neighbours, main: str | None) -> tuple[str, ...]:
    """What a bare name means: where it would leave its list's province, the region there one letter off, if any."""
    province, codes = next(iter(near.provinces)), name.codes
    if name.how != "bare" or province != main or any(code[:2] == province for code in codes):
        return codes
    level = _LEVELS.get(near.kind or "")
    meant = gazetteer().near(story.units.said(name.unit, name.unit + 1), level=level, within=province)
    return (meant[0].code,) if len(meant) == 1 and "." in meant[0].code else codes


def misspelt(story: Story, province: str | None) -> list[Mention]:
    """The mentions of regions of the story's province one letter off behind their kind: "Pemkab Merngin"."""
    values, found = story.patterns.lexicon.values, list[Mention]()
    for match in story.matches.get("regions", ()):
        if match.pattern.like != "misspelt" or province is None:
            continue
        cue = story.units.words[match.start]
        kind = values["government"].get(cue) or values["region_kinds"].get(cue) or ""
        hit = _nearest(story, match.slots["name"][0], _LEVELS.get(kind), province)
        if hit:
            how = "government" if cue in values["government"] else "cue"
            found.append(Mention(hit[0], match.start, hit[1], how, "misspelt"))
    return found


def _nearest(story: Story, unit: int, level: str | None, province: str) -> tuple[str, int] | None:
    """The code of the region one letter off the longest run of capitalised words from a unit on, and where it ends."""
    units, end = story.units, unit
    last = min(unit + _LONGEST, units.sentence(unit)[1])
    while end < last and units.said(end, end + 1)[0].isupper() and not units.has(end, "region"):
        end += 1
    for at in range(end, unit, -1):
        name = units.said(unit, at)
        found = gazetteer().near(name, level=level, within=province) if len(name) >= _LEAST_LETTERS and level else []
        if len(found) == 1:
            return found[0].code, at
    return None
