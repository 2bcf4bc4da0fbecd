"""Regions: the provinces, kabupaten, kota, districts and villages that a story names, and which one each name means.

Shapes as printed: a government ("Pemkot Jambi", "Pemerintah Kota (Pemko) Padang Panjang"), an office ("Bupati Way
Kanan", "Sekretaris Daerah (Sekda) Provinsi Jambi"), a kind ("Kota Jambi", "Kab. Bogor"), a list under one kind
("Kabupaten Sijunjung, Mentawai dan Solok"), a bare name ("Bungo", "Kukar"), a district or village behind its word
("Kecamatan Tumijajar", "Pekon Tanjungsetia", "Distrik Kais dan Distrik Kokoda").

None: a bank, street, stadium, club, campus, paper or branch that bears a region's name, a word that is also a name
("metro", "pati"), a bare name that several regions bear where the story leaves it open.
"""

from collections import defaultdict

from extractor import facts
from extractor.annotate.regions.drawn_together import drawn_together
from extractor.annotate.regions.lower_regions import lower_regions
from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regions.misspellings import misspelt
from extractor.annotate.regions.placenames import PlaceName, place_names
from extractor.annotate.regions.placing import place, setting
from extractor.annotate.regions.sisters import sisters
from extractor.annotate.regions.villagewords import village_names
from extractor.annotate.regions.wrapped import unwrapped
from extractor.annotate.story import Story
from extractor.gazetteer import gazetteer
from extractor.language import positions

__all__ = ["Mention", "region_facts", "regions"]


def regions(story: Story) -> list[Mention]:
    """Every mention of a region, in the order of the text; a branch office's region is among them (`how` "branch")."""
    names = place_names(story)
    scene = setting(names)
    upper, still_open = place(story, names, scene)
    upper = unwrapped(story, upper)
    upper += misspelt(story, scene.province)
    upper += drawn_together(story, upper)
    upper += sisters(story, upper)
    lower = lower_regions(story, upper)
    taken = _taken(story, lower)
    upper = [mention for mention in upper if not taken.issuperset(range(mention.start, mention.end))]
    found = dict.fromkeys([*upper, *lower, *_parents(still_open, lower)])
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def region_facts(story: Story, places: list[Mention]) -> tuple[facts.Region, ...]:
    """Each region that the story is about or places something in, once, with all its mentions."""
    mentions = defaultdict[str, list[Mention]](list)
    for mention in places:
        if mention.how != "branch":
            mentions[mention.code].append(mention)
    words = village_names(story, places)
    return tuple(_fact(story, code, found, words) for code, found in mentions.items())


def _fact(story: Story, code: str, mentions: list[Mention], words: dict[str, str]) -> facts.Region:
    region = gazetteer().get(code)
    assert region is not None, code
    spans = tuple(dict.fromkeys(story.units.offsets(mention.start, mention.end) for mention in mentions))
    name = f"{words.get(code, region.kind)} {region.name}"
    return facts.Region(code, region.level, name, spans, f"regions.{mentions[0].pattern}")


def _parents(names: list[PlaceName], lower: list[Mention]) -> list[Mention]:
    """Names that the story left open and that stand right behind a district or village of theirs: "Singkep, Lingga"."""
    ends = {mention.end: mention.code for mention in lower}
    found = []
    for name in names:
        under = ends.get(name.start - 1) or ends.get(name.start, "")
        found += [
            Mention(code, name.start, name.end, "list", name.pattern)
            for code in name.codes
            if under.startswith(code + ".")
        ]
    return found


def _taken(story: Story, lower: list[Mention]) -> set[int]:
    """The units that are part of a district's or village's name, wherever the story says it again ("Gunung Medan")."""
    units = story.units
    taken = {at for mention in lower for at in range(mention.start, mention.end)}
    inner = [at for at in taken if at - 1 in taken and units.has(at, "region")]
    pairs = {(units.words[at - 1], units.words[at]) for at in inner}
    if not pairs:
        return taken
    ends = positions(units.words, {last for _, last in pairs})
    again = (at for at in ends if at and (units.words[at - 1], units.words[at]) in pairs)
    return taken.union(at for at in again if not units.said(at - 1, at).islower())
