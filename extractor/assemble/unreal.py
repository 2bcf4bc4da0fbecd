"""What is unreal: places and awards that are hoped for, denied or put off.

"bertekad meraih juara pertama", "gagal meraih Adipura", "batal menerima": the cue stands before the verb. "Tidak ada
perusahaan di Bontang yang mendapat peringkat Merah" denies the whole clause, for nobody is left to do it.
"""

from collections.abc import Iterator

from extractor.annotate.story import Story
from extractor.assemble.mentions import holds
from extractor.patterns import Units

_CUES = ("hope", "denial", "refutation")
_HOPE_REACH, _DENIAL_REACH, _NOBODY_REACH, _REACH = 12, 4, 16, 40
_NOBODY = ("ada", "satu")
_ANYBODY = 3
"""Units behind "tidak ada" or "tak satu pun" in which a noun says of whom there is none."""


def is_unreal(story: Story, unit: int) -> bool:
    """Whether a hope, a denial or a refutation stands before a unit."""
    units = story.units
    for at in _before(units, unit):
        apart = unit - at
        if units.has(at, "refutation") or (apart <= _HOPE_REACH and units.has(at, "hope")):
            return True
        if units.has(at, "denial") and _is_of_winner(units, at, unit):
            continue
        if units.has(at, "denial") and (apart <= _DENIAL_REACH or (apart <= _NOBODY_REACH and _is_nobody(units, at))):
            return True
    return False


def _before(units: Units, unit: int) -> Iterator[int]:
    """The cues before a unit in its clause, the nearest first; as in `context.cue`, for all lists in one go.

    What is told of last year is over: "merebut kembali TPID Award yang tahun lalu jatuh ke tangan Kota Batam".
    """
    first, _ = units.sentence(unit)
    at = unit
    while at > max(first, unit - _REACH) and units.words[at - 1] != ";" and not units.has(at, "clause_turns"):
        at -= 1
        if units.words[at] == "yang" and units.has(at + 1, "last_year"):
            return
        if units.among(at, _CUES):
            yield at


def _is_of_winner(units: Units, denial: int, unit: int) -> bool:
    """Whether a denial says of a winner that there is none, and what follows a comma is another thing: "belum ada
    pemenang, nominatornya Desa A".
    """
    between = units.words[denial:unit]
    return "," in between and units.holds("winner_nouns", denial, denial + between.index(","))


def _is_nobody(units: Units, denial: int) -> bool:
    """Whether a denial speaks of none: "belum ada kabupaten yang", "tak satu pun perusahaan"."""
    behind = denial + 2
    return units.words[denial + 1] in _NOBODY and holds(
        units, behind, behind + _ANYBODY, "recipient_nouns", "region_kinds"
    )
