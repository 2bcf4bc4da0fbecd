"""Persons: names of those who get an award for themselves, by what stands beside the name.

"Suparno Hadi, petani asal Desa Karangsari", "kader posyandu Siti Aminah", "Sakiran (72)". What the press says of
persons: patterns/vocabulary/professions.txt.
"""

from extractor.patterns import Units
from extractor.patterns.vocabulary import vocabulary

_OLDEST = 99
_APPOSITION, _SUBJECT = 18, 7
ORIGINS = ("dari", "asal")


def is_person(units: Units, start: int, end: int) -> bool:
    """Whether what stands beside the name at units [start, end) makes it a person's."""
    return is_described(units, end) or any(_is_profession(units, at) for at in (start - 1, start - 2) if at >= 0)


def is_described(units: Units, end: int) -> bool:
    """Whether a profession follows a name behind a comma, or an age in brackets: ", petani asal", "(72)"."""
    words = units.words
    if end + 1 < len(words) and words[end] == ",":
        return _is_profession(units, end + 1)
    if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")":
        return words[end + 1].isdigit() and 9 < int(words[end + 1]) <= _OLDEST
    return False


def is_of_persons(units: Units, first: int, unit: int) -> bool:
    """Whether capitalised words up to a unit say who somebody is: "Petani Gaharu" before "Ketapang" in a headline."""
    at = unit - 1
    while at >= first and unit - at <= 3 and units.reading.words[units.starts[at]][0].isupper():
        if _is_profession(units, at):
            return True
        at -= 1
    return False


def is_apposed(units: Units, first: int, unit: int) -> bool:
    """Whether what begins at a unit says where somebody is from: ", warga Desa Katekan"."""
    return unit - 2 > first and units.words[unit - 2] == "," and _is_profession(units, unit - 1)


def tells_of_person(units: Units, first: int, verb: int) -> bool:
    """Whether the subject before a verb is somebody by profession: "Kader posyandu, Nurhayati, juga terpilih"."""
    return any(_is_profession(units, unit) and _is_named(units, unit + 1, verb) for unit in range(first, verb))


def _is_named(units: Units, start: int, verb: int) -> bool:
    """Whether a name stands soon behind a profession, and nothing but that and a comma before the verb."""
    between = [units.reading.words[units.starts[unit]] for unit in range(start, verb)]
    return 0 < len(between) <= _SUBJECT and any(word[0].isupper() for word in between)


def before_apposition(units: Units, first: int, end: int) -> int:
    """The unit behind a name that an apposition or an origin follows up to `end`; `end` itself where none does.

    "Marni Lestari, perajin tenun asal Sukasada, Buleleng, | meraih"; "Hasan Basri dari Sintang | terhenti".
    """
    for unit in range(end - 1, max(first, end - _APPOSITION), -1):
        if units.words[unit] in (".", ";", ":"):
            break
        if units.words[unit] in (",", "(") and is_described(units, unit):
            return unit
        if units.words[unit] in ORIGINS and _is_address(units, unit + 1, end):
            return before_apposition(units, first, unit)
    return end


def _is_address(units: Units, start: int, end: int) -> bool:
    """Whether units [start, end) are capitalised words and commas, as places are."""
    words = (units.reading.words[units.starts[unit]] for unit in range(start, end))
    return start < end and all(word[0].isupper() or word == "," for word in words)


def _is_profession(units: Units, unit: int) -> bool:
    return units.words[unit].partition(" ")[0] in vocabulary("professions")
