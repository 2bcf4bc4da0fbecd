"""Figures as the press prints them, and what they are worth.

Stops before three digits group and a comma divides: "1.316", "1,4", "1.500.000,00". One or two digits behind a single
stop are an English fraction ("1.5 juta"). Commas group where no other reading is left ("1,269,500", "3,000"),
and "1,269" where the text groups so elsewhere; else it is a fraction. None: hours, dates and numbers with
slashes, telephone numbers, house numbers with a leading zero, broken groups ("1.25.000").
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_PLAIN = re.compile(r"0|[1-9][0-9]{0,14}")
_GROUPED = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6})(?:,([0-9]{1,4})|\.([0-9]{2}))?")
_DIVIDED = re.compile(r"(0|[1-9][0-9]{0,11}),([0-9]{1,8})")
_POINT = re.compile(r"(0|[1-9][0-9]{0,5})\.([0-9]{1,2})")
_SMALL_POINT = re.compile(r"0\.([0-9]{3,6})")
_MISGROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{1,6}){1,5}")
_HOUR = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_IN_GROUPS = re.compile(r"[0-9]{3}(?:\.[0-9]{3}){0,4}")
_MOST_DECIMALS = 3
_ENGLISH = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3}){1,6})(?:\.([0-9]{1,2}))?")
_ENGLISH_FOR_SURE = re.compile(
    r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,6}(?:\.[0-9]{1,2})?|[1-9][0-9]{0,2},[0-9]{3}\.[0-9]{1,2}"
)


class Figure(NamedTuple):
    """A printed number: `digits` divided by ten to the power of `decimals`."""

    digits: int
    decimals: int

    def times(self, factor: int) -> int | float:
        """Its value, times a multiplier; an integer where it is one."""
        product = self.digits * factor
        divisor: int = 10**self.decimals
        return product / divisor if product % divisor else product // divisor


def groups_with_commas(words: Iterable[str]) -> bool:
    """Whether a text prints figures that can only be grouped as in English: "1,269,500", "1,269.50"."""
    return any("," in word and _ENGLISH_FOR_SURE.fullmatch(word) for word in words)


def figure(word: str, *, scaled: bool, english: bool) -> Figure | None:
    """The number that a word prints.

    `scaled`: a multiplier, a per cent sign or a currency stands beside it, so that it is no hour and its comma
    divides; `english`: the text groups with commas.
    """
    if _PLAIN.fullmatch(word):
        return Figure(int(word), 0)
    if found := _GROUPED.fullmatch(word):
        return _whole_and_part(found[1].replace(".", ""), found[2] or found[3] or "")
    if found := _ENGLISH.fullmatch(word):
        whole, part = found.groups()
        if part or whole.count(",") > 1 or (not scaled and (english or whole.endswith(",000"))):
            return _whole_and_part(whole.replace(",", ""), part or "")
    if found := _DIVIDED.fullmatch(word):
        return _whole_and_part(found[1], found[2])
    if found := _SMALL_POINT.fullmatch(word):
        return _whole_and_part("0", found[1])
    if (found := _POINT.fullmatch(word)) and (scaled or not (_HOUR.fullmatch(word) or found[2] == "0")):
        return _whole_and_part(found[1], found[2])
    return None


def rupiah(word: str) -> tuple[Figure, bool] | None:
    """The figure of an amount in rupiah without a multiplier that cannot be a fraction, and whether it is misgrouped.

    "9,500" is grouped by its comma. A group too short keeps its digits ("190.00"), the last one too long loses what is
    too much ("45.0000", "99.935.935.0004." with the number of the next item of a list glued to it).
    """
    if found := _ENGLISH.fullmatch(word):
        return _whole_and_part(found[1].replace(",", ""), found[2] or ""), False
    if _MISGROUPED.fullmatch(word) and not _GROUPED.fullmatch(word):
        *groups, last = word.split(".")
        return Figure(int("".join((*groups, last[:3]))), 0), True
    return None


def figure_in_two(head: str, sign: str, tail: str, *, scaled: bool) -> Figure | None:
    """The figure of an amount that is printed in two: "26" "." "000", "4" "," "864.173.000", "18" "," "519" (miliar).

    A head of several groups goes on only with what cannot begin a number of its own: "000", "047.248".
    """
    if _IN_GROUPS.fullmatch(tail) and not (sign == "," and "." not in tail):
        alone = "." not in tail and tail[0] != "0"
        return None if alone and "." in head else figure(f"{head}.{tail}", scaled=True, english=False)
    if sign == "," and scaled and len(tail) <= _MOST_DECIMALS and tail.isdecimal():
        return figure(f"{head},{tail}", scaled=True, english=False)
    return None


def _whole_and_part(whole: str, part: str) -> Figure:
    return Figure(int(whole + part), len(part))
