"""Places of an older text in a newer one: where words stood that a person saw, and what is printed there now."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_WORD = re.compile(r"\S+")
_AROUND = 4
"""Words on either side of a place by half of which at least it is known again."""
_MOST = 25_000_000
"""Words of the one text times those of the other that are compared: two stories of 5,000 words take 6 MB."""


def carried(older: str, newer: str, spans: Sequence[Sequence[int]]) -> list[list[int]]:
    """The places of spans of an older text in the newer one; nothing for those round which most words changed."""
    from rapidfuzz.distance import Levenshtein

    before, after = (list(_WORD.finditer(text)) for text in (older, newer))
    if not spans or len(before) * len(after) > _MOST:
        return []
    starts, ends = [word.start() for word in before], [word.end() for word in before]
    now: dict[int, int] = {}
    same = set[int]()
    words = ([word.group() for word in before], [word.group() for word in after])
    for step in Levenshtein.opcodes(*words):
        if step.tag in ("equal", "replace"):
            now |= zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
        if step.tag == "equal":
            same |= set(range(step.src_start, step.src_end))
    found = []
    for start, end in spans:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        around = [*range(max(0, first - _AROUND), first), *range(last, min(len(before), last + _AROUND))]
        there = [now[at] for at in range(first, last) if at in now]
        if there and around and 2 * len(same.intersection(around)) >= len(around):
            place = [after[there[0]].start(), after[there[-1]].end()]
            found.append(_cut(newer, place, older[starts[first] : start], older[end : ends[last - 1]]))
    return found


def _cut(text: str, place: list[int], left: str, right: str) -> list[int]:
    """A place of whole words without the signs that stood beside the span: brackets, a comma."""
    start, end = place
    start += len(left) if text.startswith(left, start, end) else 0
    end -= len(right) if text.endswith(right, start, end) else 0
    return [start, end] if start < end else place
