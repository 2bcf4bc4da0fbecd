"""Onward: those whom a place sends on to the next level, and the region that they stand for there, which won nothing.

"Juara pertama mewakili Jambi ke tingkat nasional, kata Gubernur Jambi" names nobody; "Kabupaten Bungo menjadi juara
pertama dan mewakili Jambi ke tingkat nasional" tells of a place in the province.
"""

from extractor.assemble.mentions import Mention, Sentence
from extractor.patterns import Units

_SENT = frozenset(
    {
        "mewakili", "dikirim", "diutus", "diberangkatkan", "diikutkan", "diusulkan", "maju", "maju ke", "melaju",
        "melenggang", "lolos", "lolos ke",
    }
)  # fmt: skip
_STANDING_FOR = ("mewakili", "wakil", "perwakilan", "utusan", "duta")
_LINKS = frozenset({"dan", "serta", "yang", "akan", "berhak", "untuk", "sehingga", "sekaligus", "lalu", "kemudian"})
_BELOW = {"national": "province", "province": "regency"}
_ENDS = (",", ";", ":")


def sent_on(units: Units, sentence: Sentence, behind: int) -> int | None:
    """The verb behind a unit of a sentence that sends somebody on: "mewakili", "dikirim", "maju ke"."""
    return next((unit for unit in range(behind, sentence.end) if units.words[unit] in _SENT), None)


def only_sent_on(units: Units, sentence: Sentence, ranks: list[Mention]) -> int | None:
    """The verb behind a group's place that says only that whoever has it goes on, without a comma before it: "juara
    pertama akan mewakili Jambi"; None where there is none.
    """
    verb = sent_on(units, sentence, ranks[0].end) if len(ranks) == 1 else None
    if verb is None or any(units.words[unit] in _ENDS for unit in range(ranks[0].end, verb)):
        return None
    won = [one for one in sentence.of("trigger") if one.value["outcome"] == "winner" and one.end < verb]
    return verb if all(one.value["place"] == "listed" for one in won) else None


def without_sent_on(units: Units, named: list[Mention], rank: Mention, verb: int) -> list[Mention]:
    """Those of a group whose place a verb sends on who have that place: they stand before the verb and do not only say
    so, or behind what opens a list ("yang mewakili Jambi ialah Kabupaten Bungo").
    """
    return [
        one
        for one in named
        if (one.start < verb and not _speaks(units, one, rank))
        or (one.start > verb and (units.words[one.start - 1] == ":" or units.has(one.start - 1, "list_openers")))
    ]


def _speaks(units: Units, named: Mention, rank: Mention) -> bool:
    said = units.holds("speech", named.end, rank.start) if named.end < rank.start else False
    return said or (named.start > 0 and units.has(named.start - 1, "speech"))


def represented(units: Units, sentence: Sentence) -> list[Mention]:
    """The regions of a sentence that others stand for: "mewakili Provinsi Jambi", "sebagai wakil Jambi"."""
    return [one for one in sentence.of("place") if one.start and units.words[one.start - 1] in _STANDING_FOR]


def level_below(units: Units, sentence: Sentence, anchor: tuple[int, int]) -> tuple[Sentence, str, str | None] | None:
    """Where what is said at units `anchor` sends somebody on to a level: the sentence without that, and the level and
    region in which it was won, which are those of the region stood for, else the ones below; None elsewhere.
    """
    verb = sent_on(units, sentence, anchor[1])
    goal = next((one for one in sentence.of("level") if verb is not None and one.start > verb), None)
    if verb is None or goal is None or goal.value[0] not in _BELOW or not _is_linked(units, sentence, anchor, verb):
        return None
    region = next((one.value.code for one in represented(units, sentence) if one.start > verb), None)
    level = _BELOW[goal.value[0]]
    if region:
        level = "province" if len(region) == 2 else "regency"
    kept = [one for one in sentence.mentions if one.sort != "level" or one.start < verb]
    return sentence._replace(mentions=kept), level, region


def _is_linked(units: Units, sentence: Sentence, anchor: tuple[int, int], verb: int) -> bool:
    """Whether a verb of going on stands behind a word that leads to it, or no verb tells what was won: not "meraih
    juara pertama mewakili Jambi".
    """
    won = any(
        one.value["outcome"] == "winner" and one.value["place"] == "before" and one.start < anchor[1]
        for one in sentence.of("trigger")
    )
    return not won or not _LINKS.isdisjoint(units.words[anchor[1] : verb])
