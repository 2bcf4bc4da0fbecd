"""Days on which the press is quiet for a reason: weekends, and the weeks of Lebaran."""

from datetime import date

_BEFORE, _AFTER = 5, 9
"""Days around 1 Syawal, from the first of the joint leave to when newsrooms are back."""


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday."""
    return day.weekday() >= 5


def is_lebaran(day: date) -> bool:
    """Whether a day lies in the weeks of Idul Fitri, when offices give out no awards and newsrooms are half empty."""
    near = (_syawal(year) for year in range(_hijri(day) - 1, _hijri(day) + 2))
    return any(-_BEFORE <= day.toordinal() - first <= _AFTER for first in near)


def _hijri(day: date) -> int:
    """The year of the Islamic calendar, or the one beside it."""
    return (day.toordinal() - 227_014) * 30 // 10_631 + 1


def _syawal(year: int) -> int:
    """The ordinal of 1 Syawal of a year by the tabular calendar, at most a day or two from the one that is declared."""
    return (11 * year + 3) // 30 + 354 * year + 297 + 1_948_055 - 1_721_425
