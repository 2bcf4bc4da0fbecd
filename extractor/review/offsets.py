"""Units of offsets: this project, Python and Prodigy count code points; JavaScript counts UTF-16 code units.

Label Studio's editor shows its users JavaScript's strings and stores code points all the same: its source says so
(`charsToCodePoints` in selection-tools.js, read in label-studio 1.7.3), and counts each character of a CRLF. Editors
before that one stored code units; the words that Label Studio keeps beside the offsets tell which were counted.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Literal

Unit = Literal["code points", "UTF-16"]
UNITS: tuple[Unit, ...] = ("code points", "UTF-16")
_ASTRAL = 0xFFFF


def to_utf16(text: str, offsets: Iterable[int]) -> list[int]:
    """Offsets in code points as offsets in UTF-16 code units; a letter beyond the first 65,536 counts twice."""
    units = _units(text)
    return [units[offset] for offset in offsets]


def from_utf16(text: str, offsets: Iterable[int]) -> list[int]:
    """Offsets in UTF-16 code units as offsets in code points; `ValueError` within a letter or outside the text."""
    units = _units(text)
    found = []
    for offset in offsets:
        at = bisect_left(units, offset)
        if at == len(units) or units[at] != offset:
            raise ValueError(f"no letter begins at {offset}")
        found.append(at)
    return found


def _units(text: str) -> list[int]:
    return list(accumulate((2 if ord(letter) > _ASTRAL else 1 for letter in text), initial=0))


def in_code_points(text: str, span: Sequence[int], unit: Unit) -> tuple[int, int] | None:
    """A span as offsets in code points; None where it is empty or not within the text."""
    try:
        start, end = from_utf16(text, span) if unit == "UTF-16" else span
    except ValueError:
        return None
    return (start, end) if 0 <= start < end <= len(text) else None


def unit_of(text: str, told: Iterable[tuple[Sequence[int], str | None]]) -> Unit | None:
    """In which unit all spans hold the words that are told with them; None where it is neither.

    White space does not count, as editors show it in their own ways; what has no words told is not asked.
    """
    asked = [(span, words) for span, words in told if words is not None]
    for unit in UNITS:
        if all(_says(text, in_code_points(text, span, unit), words) for span, words in asked):
            return unit
    return None


def _says(text: str, span: tuple[int, int] | None, words: str) -> bool:
    return span is not None and _bare(text[span[0] : span[1]]) == _bare(words)


def _bare(words: str) -> str:
    """Words without white space; Label Studio writes a line end as a backslash and an n."""
    return "".join(words.replace("\\n", "").split())
