"""Mentions: an amount where a story prints it."""

from typing import NamedTuple


class Mention(NamedTuple):
    """An amount in units [start, unit]: its currency, if that stands before it, and its number.

    `value` in whole rupiah; `suspect`: it cannot be meant as printed; `scaled`: it has a multiplier;
    `pattern` found it.
    """

    start: int
    unit: int
    value: int
    suspect: bool
    scaled: bool
    pattern: str
