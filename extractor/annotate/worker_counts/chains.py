"""Chains: headcounts that only commas, "dan" and places keep apart, and that share what is said of them."""

from collections.abc import Sequence

from extractor.annotate.story import Story
from extractor.annotate.worker_counts.headcounts import Headcount

_JOINTS = frozenset(
    ("dan", "serta", ",", "plus", "ditambah", "juga", "&", "hingga", "maupun", "lalu", "kemudian", "sampai", "-", "–")
)
_PLACING = frozenset(("di", "kota", "kabupaten", "provinsi", "orang"))


def chains(story: Story, counts: Sequence[Headcount]) -> list[list[int]]:
    """The headcounts in rows: those that nothing but commas and joints keeps apart stand in one."""
    rows: list[list[int]] = []
    for index, count in enumerate(counts):
        before = counts[index - 1] if index else None
        if before is not None and _is_joined(story, before.end, story.units.unit_of[count.quantity.bound_start]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows


def _is_joined(story: Story, start: int, end: int) -> bool:
    """Whether units [start, end) only join: commas, "dan", and the place of what stands before them."""
    units = story.units
    words = units.words[start:end]
    plain = (word in _JOINTS or word in _PLACING or units.has(start + at, "region") for at, word in enumerate(words))
    return (not words or any(word in _JOINTS for word in words)) and all(plain)
