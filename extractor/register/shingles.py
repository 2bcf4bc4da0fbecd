"""Near-duplicate texts: which may be one text, by the bands that they share.

A text's shingles are its runs of three words, each hashed to 64 bits by BLAKE2b and multiplication modulo 2^64: the
same on every machine and in every version of Python. Its signature is a bottom-k MinHash (Broder 1997): its smallest
hashes, each of which is a band of its own. Two texts share bands in proportion to the share of the shorter one that
the longer repeats, where a signature of permutations would ask for alikeness of the whole.
"""

from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

SHINGLE = 3
"""Words in a shingle."""
BANDS = 48
"""The most bands of a text; a text of fewer shingles has fewer."""

_STOPS = str.maketrans("", "", ".,")
_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
"""Odd, and far apart in their bits: from SplitMix and xxHash."""


def normalised(word: str) -> str:
    """A word or number as it is compared: in lower case, and "1.316" is 1316."""
    return word.translate(_STOPS) if word[0].isdigit() else word.lower()


def shingles_of(words: list[str]) -> NDArray[np.uint64]:
    """The hashes of the runs of `SHINGLE` words, sorted, each once; none for fewer words."""
    if len(words) < SHINGLE:
        return np.empty(0, np.uint64)
    hashes = np.array([_word_hash(word) for word in words], np.uint64)
    mixed = np.zeros(len(words) - SHINGLE + 1, np.uint64)
    for place in range(SHINGLE):
        mixed = (mixed ^ hashes[place : place + len(mixed)]) * np.uint64(_MULTIPLIERS[place % 3])
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def bands_of(shingles: NDArray[np.uint64]) -> tuple[int, ...]:
    """The bands of a text's shingles, the smallest hash first: up to `BANDS` signed 64-bit numbers."""
    return tuple(shingles[:BANDS].view(np.int64).tolist())


@lru_cache(maxsize=1 << 17)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")
