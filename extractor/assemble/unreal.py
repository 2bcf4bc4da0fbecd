"""What is unreal: places and awards that are hoped for, denied or put off.

"bertekad meraih juara pertama", "gagal meraih Adipura", "batal menerima": the cue stands before the verb. "Tidak ada
perusahaan di Bontang yang mendapat peringkat Merah" denies the whole clause, for nobody is left to do it.
"""

from extractor.annotate.context import cue
from extractor.annotate.story import Story
from extractor.assemble.mentions import holds

_HOPE_REACH, _DENIAL_REACH, _NOBODY_REACH = 12, 4, 16
_NOBODY = ("ada", "satu")
_ANYBODY = 3
"""Units behind "tidak ada" or "tak satu pun" in which a noun says of whom there is none."""


def is_unreal(story: Story, unit: int) -> bool:
    """Whether a hope, a denial or a refutation stands before a unit."""
    hoped = cue(story, unit, "hope", _HOPE_REACH) or cue(story, unit, "denial", _DENIAL_REACH)
    return bool(hoped or cue(story, unit, "refutation")) or _is_nobody(story, unit)


def _is_nobody(story: Story, unit: int) -> bool:
    """Whether the clause of a unit speaks of none: "belum ada kabupaten yang", "tak satu pun perusahaan"."""
    denied = cue(story, unit, "denial", _NOBODY_REACH)
    if denied is None or story.units.words[denied.unit + 1] not in _NOBODY:
        return False
    return holds(story.units, denied.unit + 2, denied.unit + 2 + _ANYBODY, "recipient_nouns", "region_kinds")
