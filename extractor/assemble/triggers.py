"""Triggers: which of a group's verbs and nouns decides who won or is in the running."""

from itertools import pairwise

from extractor.annotate.story import Story
from extractor.assemble.mentions import Mention, Sentence, says
from extractor.assemble.unreal import is_unreal
from extractor.patterns import Units

_FAR = 1000
_TO = ("kepada", "untuk", "bagi")


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
