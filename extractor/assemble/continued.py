"""Continued: sentences that go on with a list of those who got an award, or are in the running for it.

"Penerima terbanyak berasal dari Batam, antara lain PT A dan PT B. Dari Bintan ada PT C. Karimun menyumbang satu, yakni
PT D."
"""

from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Mention, Sentence
from extractor.assemble.unreal import is_unreal

_OPENERS = ("category_fillers", "list_openers")
_SORTS = frozenset({"recipient", "place", "edition"})
_MOST = 4
"""Words before what opens the list, but for the places: "Pandeglang menyumbang satu, yakni"."""


def read_continued(memory: Memory, sentence: Sentence) -> None:
    """Tell of those whom a sentence adds to the names of the one before it: as those, without a place.

    They are of the same type, no regions, and stand behind what opens a list; nothing else is said of an award.
    """
    last = memory.told[-1] if memory.told else None
    plain = _SORTS.issuperset(mention.sort for mention in sentence.mentions)
    if last is None or sentence.number - last.claim.at != 1 or not plain:
        return
    claim, units = last.claim, memory.story.units
    named = [one for one in sentence.of("recipient") if one.value.type == claim.recipient.type != "region"]
    if not named or claim.rank is not None or not _is_opened(memory, sentence, named[0]):
        return
    if units.words[sentence.end - 1] == "?" or is_unreal(memory.story, named[0].start):
        return
    for one in named:
        said = (one.start, one.end)
        added = claim._replace(recipient=one.value, at=sentence.number, anchor=said, units=(said,))
        memory.tell(added, last.setting, sentence)


def _is_opened(memory: Memory, sentence: Sentence, name: Mention) -> bool:
    """Whether a word that opens a list stands right before a name, behind no more than where those are from."""
    units, before = memory.story.units, name.start - 1
    if before <= sentence.start or not units.among(before, _OPENERS):
        return False
    inside = {unit for one in sentence.mentions if one.end <= before for unit in range(one.start, one.end)}
    return sum(unit not in inside for unit in range(sentence.start, before)) <= _MOST
