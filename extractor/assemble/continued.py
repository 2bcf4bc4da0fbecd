"""Continued: sentences that go on with a list of those who got an award, or are in the running for it.

"Penerima terbanyak berasal dari Batam, antara lain PT A dan PT B. Dari Bintan ada PT C. Karimun menyumbang satu, yakni
PT D."
"""

from itertools import pairwise

from extractor.assemble.memory import Memory
from extractor.assemble.mentions import Mention, Sentence, is_capital
from extractor.assemble.unreal import is_unreal
from extractor.patterns import Units

_THERE_IS = ("ada", "terdapat")
_LEADING = frozenset("dari di asal untuk wilayah sedangkan sementara adapun lalu kemudian menyumbang satu ,".split())
_SORTS = frozenset({"recipient", "place", "edition"})
_NEXT = ("setelah", "setelah itu", "selanjutnya", "kemudian", "berikutnya", "menyusul", "lalu", "disusul")
_ORDER = frozenset({"itu", "berturut-turut", "ada", "menyusul", "adalah", "yakni", "yaitu", "di", "belakangnya", ","})
_TIES = (",", "dan", "serta", "kemudian", "lalu")
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
    if claim.rank is not None:
        _read_followers(memory, sentence)
        return
    named = [one for one in sentence.of("recipient") if one.value.type == claim.recipient.type != "region"]
    if not named or not _is_opened(memory, sentence, named[0]):
        return
    if units.words[sentence.end - 1] == "?" or is_unreal(memory.story, named[0].start):
        return
    for one in named:
        said = (one.start, one.end)
        added = claim._replace(recipient=one.value, at=sentence.number, anchor=said, units=(said,))
        memory.tell(added, last.setting, sentence)


def _read_followers(memory: Memory, sentence: Sentence) -> None:
    """Tell of those who have the places behind the last: "Peringkat pertama diraih A. Setelah itu berturut-turut B dan
    C".
    """
    last, units = memory.told[-1], memory.story.units
    named = [one for one in sentence.mentions if one.sort == "recipient"]
    opened = range(sentence.start, named[0].start) if named else range(0)
    rank, words = last.claim.rank, units.words[sentence.start : opened.stop]
    alike = all(one.value.type == last.claim.recipient.type for one in named)
    ended = bool(named) and all(units.tags[unit] == "mark" for unit in range(named[-1].end, sentence.end))
    if rank is None or not words or not alike or not ended or len(named) > _MOST or not _then(words):
        return
    tied = all(units.words[unit] in _TIES for one, other in pairwise(named) for unit in range(one.end, other.start))
    for number, one in enumerate(named if tied else (), start=rank + 1):
        said = (one.start, one.end)
        added = last.claim._replace(recipient=one.value, rank=number, at=sentence.number, anchor=said, units=(said,))
        memory.tell(added, last.setting, sentence)


def _then(words: list[str]) -> bool:
    """Whether the words before the names only say that these follow: "Setelah itu berturut-turut"."""
    return words[0] in _NEXT and all(word in _ORDER for word in words[1:])


def _is_opened(memory: Memory, sentence: Sentence, name: Mention) -> bool:
    """Whether a word that opens a list stands right before a name, behind no more than where those are from and how
    many they are.
    """
    units, before = memory.story.units, name.start - 1
    if before <= sentence.start or not (units.words[before] in _THERE_IS or units.has(before, "list_openers")):
        return False
    inside = {unit for one in sentence.mentions if one.end <= before for unit in range(one.start, one.end)}
    words = [unit for unit in range(sentence.start, before) if unit not in inside]
    named = [unit for unit in words if unit > sentence.start and is_capital(units, unit)]
    return len(words) <= _MOST and all(unit in named or _leads(units, unit) for unit in words)


def _leads(units: Units, unit: int) -> bool:
    """Whether a word before an opener only leads to who is added, and does not make others of them."""
    return units.words[unit] in _LEADING or units.among(unit, ("number", "recipient_nouns", "region_kinds"))
