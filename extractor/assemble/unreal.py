"""What is unreal: places and awards that are hoped for, denied or put off.

"bertekad meraih juara pertama", "gagal meraih Adipura", "batal menerima": the cue stands before the verb.
"""

from extractor.annotate.context import cue
from extractor.annotate.story import Story

_HOPE_REACH, _DENIAL_REACH = 12, 4


def is_unreal(story: Story, unit: int) -> bool:
    """Whether a hope, a denial or a refutation stands before a unit."""
    hoped = cue(story, unit, "hope", _HOPE_REACH) or cue(story, unit, "denial", _DENIAL_REACH)
    return bool(hoped or cue(story, unit, "refutation"))
