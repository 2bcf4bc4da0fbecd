"""Quantities in a reading: how many, how sure, and whether the printed figure can be meant.

Read: "1.316", "1,4 juta", "117 ribu", "60 ribuan lebih", "2.300-an", "4 (empat)", "tiga puluh dua (32)",
"setengah juta", "20-25 juta" (two quantities, the multiplier is of both), "Rp1,5 miliar" (the number in it).
None: dates, hours, numbers with slashes, law, article and house numbers, "tahun 2025", ordinals ("kedua", "ke-2"),
and vague numbers without a figure ("ribuan pekerja").

The number decides by its neighbours: a bound before it ("sekitar", "lebih dari", with "ada" or "mencapai" between)
comes before a bound behind it ("lebih", "-an"); "3.000 lebih banyak" is a comparison and no bound.
"""

from typing import Literal, NamedTuple

from extractor.language import Reading
from extractor.language.abbreviations import word_set
from extractor.language.figures import Figure, figure, figure_in_two, groups_with_commas, rupiah
from extractor.language.numerals import MULTIPLIERS, ROUND_MULTIPLIERS, STARTS, spelled, word_at

Bound = Literal["exact", "about", "at_least", "at_most"]

_BOUNDS: dict[Bound, str] = {
    "about": "sekitar/sekira/kurang lebih/lebih kurang/kira-kira/kisaran/kurleb/±/~/berkisar",
    "at_least": "lebih dari/di atas/sedikitnya/setidaknya/setidak-tidaknya/sekurang-kurangnya/sekurangnya/minimal"
    "/minimum/tidak kurang dari/tak kurang dari/tidak kurang/tak kurang/paling sedikit/paling tidak/paling kurang"
    "/lebih/melebihi/melampaui",
    "at_most": "hampir/nyaris/maksimal/maksimum/paling banyak/tidak lebih dari/tak lebih dari/tidak lebih/tak lebih"
    "/kurang dari/di bawah/tidak sampai/tak sampai",
}
_BEFORE: dict[tuple[str, ...], Bound] = {
    tuple(phrase.split()): bound for bound, phrases in _BOUNDS.items() for phrase in phrases.split("/")
}
_LONGEST_BOUND = max(map(len, _BEFORE))
_LAST_OF_BOUND = frozenset(phrase[-1] for phrase in _BEFORE)
_BETWEEN = word_set("ada sebanyak mencapai sebesar sejumlah terdapat total antara")
_MOST_BETWEEN = 2
_CURRENCY = word_set("rp rp. idr usd us$ $")
_RUPIAH = word_set("rp rp. idr")
_LETTER_MULTIPLIERS = {"M": 10**9, "M.": 10**9, "T": 10**12, "T.": 10**12}
"""Behind an amount in rupiah only: "Rp1,5 M"."""
_SCALED_AFTER = frozenset([*MULTIPLIERS, *ROUND_MULTIPLIERS, "%", "persen", "prosen"])
_COMPARED = word_set("banyak tinggi besar baik rendah sedikit kecil cepat murah mahal awal lanjut dari")
_RANGE = word_set("- – — hingga sampai s/d s.d. s.d")
_DAYS_JOINED = _RANGE | {"dan", ","}
_MONTHS = word_set(
    """januari februari pebruari maret april mei juni juli agustus september oktober november nopember desember
    jan feb apr agt sept okt nov des"""
)
_NUMBERED = word_set("nomor no no. nmr. pasal ayat rt rw pukul jam jl. ke")
"""Words whose number names and does not count."""
_IMPLAUSIBLE_FIGURE, _IMPLAUSIBLE_VALUE = 1_000_000, 10**17


class Quantity(NamedTuple):
    """A number in a reading: tokens [start, end) with multiplier, "-an", "lebih" and "(empat)".

    `bound_start` is the first token of the bound before it, or `start`. `printed`: in digits. `suspect`: the printed
    figure cannot be meant ("7.699.476 Miliar"); its value is kept as printed.
    """

    start: int
    end: int
    bound_start: int
    value: int | float
    bound: Bound
    suspect: bool
    printed: bool


def quantities(reading: Reading) -> list[Quantity]:
    """All quantities of a reading, in order, none overlapping."""
    lowers = reading.lowers
    starts = reading.numerals
    if not starts:
        return []
    english = groups_with_commas(reading.words[index] for index in starts)
    found: list[Quantity] = []
    behind = 0
    for start in starts:
        if start < behind:
            continue
        number = _printed(reading, start, english) if lowers[start] < ":" else _in_words(lowers, start)
        if number is not None:
            found.append(_bounded(lowers, start, number))
            behind = found[-1].end
    return found


class _Number(NamedTuple):
    value: int | float
    end: int
    about: bool
    suspect: bool
    printed: bool


def _printed(reading: Reading, start: int, english: bool) -> _Number | None:
    lowers = reading.lowers
    if _counts_nothing(lowers, start):
        return None
    number = _figure_at(reading, start, english)
    if number is None and _before(lowers, start) in _RUPIAH and (bare := rupiah(lowers[start])):
        number, _ = bare
    if number is None:
        return None
    behind = start + 1
    if _before(lowers, start) in _RUPIAH and (whole := _split(reading, start)):
        number, behind = whole, start + 3
    end = _behind_repetition(lowers, behind, number.times(1))
    factor, about, end = _multiplier(reading, start, end)
    if factor == 1:
        factor, about = _multiplier_of_range(reading, number, end, english)
    if word_at(lowers, end) in ("-an", "an"):
        about, end = True, end + 1
    alone = behind == start + 1 and factor == 1 and _is_bare_rupiah(lowers, start, end)
    bare = rupiah(reading.words[start]) if alone else None
    number, misgrouped = bare or (number, False)
    value = number.times(factor)
    suspect = misgrouped or value >= _IMPLAUSIBLE_VALUE or (factor > 1 and number.times(1) >= _IMPLAUSIBLE_FIGURE)
    return _Number(value, _behind_repetition(lowers, end, value), about, suspect, printed=True)


def _split(reading: Reading, start: int) -> Figure | None:
    """An amount's figure that a stray space parts behind its stop or comma: "Rp26. 000", "Rp 1.549, 22 miliar"."""
    words = reading.words[start : start + 4]
    if len(words) < 4 or words[1] not in (".", ",") or reading.ends[start] != reading.starts[start + 1]:
        return None
    if reading.text[reading.ends[start + 1] : reading.starts[start + 2]] != " ":
        return None
    scaled = words[3].lower() in MULTIPLIERS
    return figure_in_two(words[0], words[1], words[2], scaled=scaled)


def _is_bare_rupiah(lowers: list[str], start: int, end: int) -> bool:
    """Whether a figure stands behind "Rp" and before nothing that scales it."""
    after = word_at(lowers, end)
    return _before(lowers, start) in _RUPIAH and after not in _RANGE and after not in _SCALED_AFTER


def _figure_at(reading: Reading, start: int, english: bool) -> Figure | None:
    if start >= len(reading.words):
        return None
    scaled = word_at(reading.lowers, start + 1) in _SCALED_AFTER or _before(reading.lowers, start) in _CURRENCY
    return figure(reading.words[start], scaled=scaled, english=english)


def _in_words(lowers: list[str], start: int) -> _Number | None:
    if _before(lowers, start) in ("salah", "per", *_NUMBERED) or word_at(lowers, start + 1) == "per":
        return None
    if word_at(lowers, start + 1) == "sama" and word_at(lowers, start + 2) == "lain":
        return None
    number = spelled(lowers, start)
    if number is None:
        return None
    end = number.end
    if word_at(lowers, end) == "(" and word_at(lowers, end + 2) == ")":
        repeated = figure(lowers[end + 1], scaled=False, english=False)
        if repeated is not None and repeated.times(1) == number.value:
            end += 3
    return _Number(number.value, end, number.about, suspect=False, printed=False)


def _counts_nothing(lowers: list[str], start: int) -> bool:
    """Whether a figure is part of a date, a year, an hour, or the number of a law, a street or a quarter."""
    word, before, after = lowers[start], _before(lowers, start), word_at(lowers, start + 1)
    if before == ".":
        before = _before(lowers, start - 1) if _before(lowers, start - 1) in ("rt", "rw", "no") else before
    if before in ("rt", "rw") and after in ("orang", "jiwa"):
        return False
    if after in ("wib", "wita", "wit") or (before in _NUMBERED and not (before == "ke" and after in _SCALED_AFTER)):
        return True
    if len(word) <= 2 and (after in _MONTHS or (after in _DAYS_JOINED and word_at(lowers, start + 3) in _MONTHS)):
        return True
    return len(word) == 4 and word[:2] in ("19", "20") and (before in _MONTHS or before in ("tahun", "thn", "thn."))


def _multiplier(reading: Reading, start: int, end: int) -> tuple[int, bool, int]:
    """The multiplier behind a figure, whether it makes it approximate, and the token behind it."""
    factor = 1
    while word_at(reading.lowers, end) in MULTIPLIERS and factor < 10**12:
        factor, end = factor * MULTIPLIERS[reading.lowers[end]], end + 1
    if (
        factor == 1
        and word_at(reading.words, end) in _LETTER_MULTIPLIERS
        and _before(reading.lowers, start) in _CURRENCY
    ):
        return _LETTER_MULTIPLIERS[reading.words[end]], False, end + 1
    if word_at(reading.lowers, end) in ROUND_MULTIPLIERS:
        return factor * ROUND_MULTIPLIERS[reading.lowers[end]], True, end + 1
    return factor, False, end


def _multiplier_of_range(reading: Reading, number: Figure, end: int, english: bool) -> tuple[int, bool]:
    """The multiplier that the first end of "20-25 juta" shares with the second."""
    if word_at(reading.lowers, end) not in _RANGE or number.times(1) >= 1_000:
        return 1, False
    upper = _figure_at(reading, end + 1, english)
    if upper is None or upper.times(1) <= number.times(1):
        return 1, False
    factor, about, _ = _multiplier(reading, end + 1, end + 2)
    return factor, about


def _behind_repetition(lowers: list[str], start: int, value: int | float) -> int:
    """The token behind "(empat)" or "(satu juta rupiah)", where it says this value; `start` elsewhere."""
    if word_at(lowers, start) != "(" or word_at(lowers, start + 1) not in STARTS:
        return start
    repeated = spelled(lowers, start + 1)
    if repeated is None or repeated.value != value:
        return start
    for end in (repeated.end, repeated.end + 1):
        if word_at(lowers, end) == ")":
            return end + 1
    return start


def _bounded(lowers: list[str], start: int, number: _Number) -> Quantity:
    bound, bound_start = _bound_before(lowers, start)
    after, end = _bound_behind(lowers, number)
    return Quantity(start, end, bound_start, number.value, bound or after, number.suspect, number.printed)


def _bound_before(lowers: list[str], start: int) -> tuple[Bound | None, int]:
    position = start
    if _before(lowers, position) in _CURRENCY:
        position -= 1
    for _ in range(_MOST_BETWEEN + 1):
        if _before(lowers, position) in _LAST_OF_BOUND:
            for length in range(min(_LONGEST_BOUND, position), 0, -1):
                bound = _BEFORE.get(tuple(lowers[position - length : position]))
                if bound is not None:
                    return bound, position - length
        if _before(lowers, position) not in _BETWEEN:
            break
        position -= 1
    return None, start


def _bound_behind(lowers: list[str], number: _Number) -> tuple[Bound, int]:
    """The bound behind a number, and the token behind that."""
    end = number.end
    word, after = word_at(lowers, end), word_at(lowers, end + 1)
    if word == "lebih" and after not in _COMPARED:
        return "at_least", end + 1
    if word == "+" and not after[:1].isdigit():
        return "at_least", end + 1
    if word == "ke" and after == "atas":
        return "at_least", end + 2
    return "about" if number.about else "exact", end


def _before(words: list[str], index: int) -> str:
    return words[index - 1] if index > 0 else ""
