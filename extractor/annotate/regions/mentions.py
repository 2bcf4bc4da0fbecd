"""A mention of a region in a story."""

from typing import NamedTuple


class Mention(NamedTuple):
    """Units [start, end) that name the region of `code`, its kind, government or office included.

    `how`: "government" (Pemkot X), "office" (Bupati X), "cue" (Kota X, Desa X), "list" (a kind carried over a list),
    "bare", "dateline", or "branch" (inside the name of an office that is not the region's own). `pattern` is the id of
    the pattern that found it.
    """

    code: str
    start: int
    end: int
    how: str
    pattern: str = "bare"
