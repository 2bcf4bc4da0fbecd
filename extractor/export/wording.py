"""Words of the press as an export prints them: no personal data, and no characters that make a text look like another.

Every character is replaced by one character, so that offsets hold.
"""

import re
from functools import lru_cache

MASK = "•"
LOST = "\ufffd"
"""Stands for control characters, halves of surrogate pairs and the marks that turn the direction of what follows."""
_AROUND = 48
"""Characters beside a passage that are looked at: a number may begin before it or end after it."""
_MAYBE = re.compile(r"@|\d[\d .()-]{7}")
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\d.,/])(?:\+62|62(?=[ -]?8)|\(?0)[ .()-]{0,2}\d{2,4}(?:[ .()-]{0,2}\d{2,4}){1,4}(?!\d)")
_ID = re.compile(
    r"(?<!\d)(?:\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}"  # NIK and family card, in fours
    r"|\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}"  # taxpayer
    r"|\d{8} \d{6} \d \d{3}"  # civil servant
    r"|(?<![a-f])\d{10,20}(?![a-f]))(?!\d)"  # all of them, accounts and phones, written in one; no digests
)
_MONEY = re.compile(r"(?:Rp|IDR|USD|\$)[. ]{0,2}\Z", re.IGNORECASE)
_DIGITS_OF_A_PHONE = range(9, 16)
_TURNS = "\u202a-\u202e\u2066-\u2069"
_UNSHOWN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u2028\u2029{_TURNS}]")


def plain(text: str) -> str:
    """A text of the press as every format can hold it: without controls, lone surrogates and marks of direction."""
    return text if text.isprintable() else _UNSHOWN.sub(LOST, text)


@lru_cache(maxsize=1 << 14)  # awards, names and categories come again and again
def masked(text: str) -> str:
    """A text, plain, with dots for the digits and letters of phones, mail addresses and ID numbers."""
    if _MAYBE.search(text):
        return passage(text, 0, len(text))
    return text if text.isprintable() else _UNSHOWN.sub(LOST, text)


def passage(text: str, start: int, end: int) -> str:
    """A passage of a text, masked, also where what is masked reaches beyond it."""
    found = text[start:end]
    wide_start, wide_end = max(0, start - _AROUND), end + _AROUND
    wide = text[wide_start:wide_end]
    if _MAYBE.search(wide):
        wide = _PHONE.sub(_if_phone, _ID.sub(_unless_money, _MAIL.sub(_dots, wide)))
        found = wide[start - wide_start : end - wide_start]
    return plain(found)


def _dots(found: re.Match[str]) -> str:
    return re.sub(r"\w", MASK, found.group())


def _if_phone(found: re.Match[str]) -> str:
    digits = sum(character.isdigit() for character in found.group())
    return _dots(found) if digits in _DIGITS_OF_A_PHONE else found.group()


def _unless_money(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 5) : found.start()]
    return found.group() if _MONEY.search(before) else _dots(found)
