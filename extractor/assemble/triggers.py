"""Triggers: the verbs and nouns that make somebody a winner or a nominee, and which of a group's decides."""

from itertools import pairwise

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Sentence, is_capital, says
from extractor.assemble.unreal import is_unreal
from extractor.patterns import Match, Units
from extractor.patterns.vocabulary import vocabulary

_FAR = 1000
_TO = ("kepada", "untuk", "bagi")
_GOT = ("award", "award_heads", "rank_heads", "predicate")
_OPINION = ("opini", "predikat")
_APPOINTED = 20
_BECOMING = ("menjadi ", "jadi ")
_OTHER_CHAMPIONS = frozenset({"bertahan", "sejati", "hati", "dunia", "ke"})


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


def without_taking_part(story: Story, said: list[Mention], categories: list[Mention]) -> list[Mention]:
    """What is said without the "diikuti" right behind a category, which says who takes part in it and follows nobody:
    "Skala menengah diikuti PT A dan CV B".
    """
    ends = {mention.end for mention in categories}
    return [
        mention
        for mention in said
        if mention.sort != "trigger" or mention.start not in ends or not story.units.has(mention.start, "followers")
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
    direct, behind = match.pattern.says.get("direct"), match.end
    if direct and not (behind < len(story.units.words) and story.units.among(behind, _GOT)):
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


def deciding(group: list[Mention]) -> Mention | None:
    """The trigger that decides: a nominee's before a winner's; "puas sebagai" and "nominator" are one, and so are
    "masuk nominasi" and "penerima", which make a nominee.

    Of several verbs the one whose object stands nearest: "tampil gemilang dan meraih juara I".
    """
    triggers = [mention for mention in group if mention.sort == "trigger"]
    triggers = [one for one in triggers if not one.value.get("weak") or _stands_for(group, one, triggers)]
    placed = any(mention.sort == "rank" for mention in group)
    triggers = [one for one in triggers if placed or not one.value.get("ranked")]
    for first, second in pairwise(triggers):
        if second.value["place"] == "listed" and first.end == second.start:
            outcomes = (first.value["outcome"], second.value["outcome"])
            said = {"place": "before", "outcome": "nominee" if "nominee" in outcomes else "winner"}
            return first._replace(end=second.end, value=said, pattern=second.pattern)
    nominee = next((mention for mention in triggers if mention.value["outcome"] == "nominee"), None)
    verbs = [mention for mention in triggers if mention.value["place"] != "listed"]
    return nominee or min(verbs or triggers, key=lambda trigger: _to_object(group, trigger), default=None)


def _stands_for(group: list[Mention], trigger: Mention, triggers: list[Mention]) -> bool:
    """Whether "mewakili" is said of a region that stands for its province: not of one who takes its award, nor of one
    who does so for its place ("setelah menjadi juara pertama, Kabupaten Sigi mewakili Sulawesi Tengah").
    """
    if any(mention.sort == "rank" for mention in group):
        return False
    province = any(mention.sort == "place" and mention.start == trigger.end for mention in group)
    return len(triggers) == 1 and province and any(mention.sort == "award" for mention in group)


def _to_object(group: list[Mention], trigger: Mention) -> int:
    """How far behind a verb the award, place or grade stands that it may have as its object."""
    objects = [mention.start - trigger.end for mention in group if mention.sort in ("award", "rank", "category")]
    return min((apart for apart in objects if apart >= 0), default=_FAR)


def _counts(units: Units, sentence: Sentence) -> bool:
    """Whether something is given to some whom a sentence counts: "kepada empat perusahaan"."""
    behind = range(sentence.start + 1, sentence.end)
    return any(units.words[unit - 1] in _TO and unit in units.quantities for unit in behind)


def outcome_of(story: Story, sentence: Sentence) -> str | None:
    """What a sentence says of those whom it counts or lists; None where it hopes, denies or explains.

    Of those to whom it says that its award was given only where it counts them: "menyerahkan Adipura kepada tiga kota".
    """
    trigger = deciding(sentence.mentions)
    if trigger and (trigger.value["place"] != "kepada" or (sentence.of("award") and _counts(story.units, sentence))):
        return None if is_unreal(story, trigger.start) else str(trigger.value["outcome"])
    shortlists = sentence.of("shortlist")
    if shortlists:
        return None if is_unreal(story, shortlists[0].start) else "nominee"
    return "winner" if says(story.units, sentence, "winner_nouns") else None
