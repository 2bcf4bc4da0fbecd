"""Numbers in words: "tiga puluh dua", "seribu", "setengah juta", and the multipliers behind figures."""

from collections.abc import Sequence
from typing import NamedTuple

UNITS = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
TEENS_AND_MORE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
SCALES = {
    "ribu": 1_000,
    "rb": 1_000,
    "juta": 1_000_000,
    "jt": 1_000_000,
    "miliar": 1_000_000_000,
    "milyar": 1_000_000_000,
    "miliyar": 1_000_000_000,
    "milliar": 1_000_000_000,
    "triliun": 1_000_000_000_000,
    "trilyun": 1_000_000_000_000,
    "trilliun": 1_000_000_000_000,
    "triliyun": 1_000_000_000_000,
    "kuadriliun": 1_000_000_000_000_000,
}
MULTIPLIERS = {"puluh": 10, "ratus": 100} | SCALES
ROUND_MULTIPLIERS = {
    multiplier + ending: value
    for multiplier, value in {"puluh": 10, "ratus": 100, **SCALES}.items()
    for ending in ("an", "-an")
}
"""With "-an", of which a figure is only about: "12 ribuan", "20 juta-an"."""
ONE_OF_A_SCALE = {"seribu": 1_000, "sejuta": 1_000_000, "semiliar": 1_000_000_000, "setriliun": 1_000_000_000_000}
HALF = "setengah"
STARTS = frozenset([*UNITS, *TEENS_AND_MORE, *ONE_OF_A_SCALE, HALF, "nol"])
"""Words that begin a number; none of them is a number alone where `spelled` says so."""


class Spelled(NamedTuple):
    """A number in words: its value and the token behind it; `about`: it ends in "-an"."""

    value: int
    end: int
    about: bool


def spelled(lowers: Sequence[str], start: int) -> Spelled | None:
    """The number that begins at this token, in words of lower case."""
    if lowers[start] == "nol":
        return Spelled(0, start + 1, False)
    total, last_scale, position = 0, 0, start
    while position < len(lowers):
        part = _scaled(lowers, position)
        if part is None or (last_scale and part.scale >= last_scale):
            break
        total += part.value
        position, last_scale = part.end, part.scale
        if part.about or part.scale == 1:
            return Spelled(total, position, part.about)
    return Spelled(total, position, False) if position > start else None


class _Part(NamedTuple):
    value: int
    end: int
    scale: int
    about: bool = False


def _scaled(lowers: Sequence[str], start: int) -> _Part | None:
    """A number under a thousand with its scale: "tiga puluh ribu", "setengah juta", "seribu", "dua setengah juta"."""
    word = lowers[start]
    if word in ONE_OF_A_SCALE:
        return _Part(ONE_OF_A_SCALE[word], start + 1, ONE_OF_A_SCALE[word])
    number, end = _under_a_thousand(lowers, start)
    half = word_at(lowers, end) == HALF
    multiplier = word_at(lowers, end + half)
    doubled = 2 * number + half
    if multiplier in SCALES and doubled:
        return _Part(doubled * SCALES[multiplier] // 2, end + half + 1, SCALES[multiplier])
    if multiplier in ROUND_MULTIPLIERS and doubled:
        factor = ROUND_MULTIPLIERS[multiplier]
        return _Part(doubled * factor // 2, end + half + 1, factor, about=True)
    return _Part(number, end, 1) if number else None


def _under_a_thousand(lowers: Sequence[str], start: int) -> tuple[int, int]:
    """The number from 1 to 999 at this token and the token behind it; (0, start) where there is none."""
    number, end = 0, start
    if word_at(lowers, end) == "seratus":
        number, end = 100, end + 1
    elif word_at(lowers, end) in UNITS and word_at(lowers, end + 1) == "ratus":
        number, end = 100 * UNITS[lowers[end]], end + 2
    word, after = word_at(lowers, end), word_at(lowers, end + 1)
    if word in ("sepuluh", "sebelas"):
        return number + TEENS_AND_MORE[word], end + 1
    if word in UNITS and after == "belas":
        return number + 10 + UNITS[word], end + 2
    if word in UNITS and after == "puluh":
        number, end = number + 10 * UNITS[word], end + 2
        word, after = word_at(lowers, end), word_at(lowers, end + 1)
    if word in UNITS and after not in ("ratus", "puluh", "belas"):
        return number + UNITS[word], end + 1
    return number, end


def word_at(lowers: Sequence[str], index: int) -> str:
    """The word at an index; empty behind the last."""
    return lowers[index] if index < len(lowers) else ""
