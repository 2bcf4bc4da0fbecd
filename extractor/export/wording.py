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
_DIGITS = re.compile(r"\d[\d .()-]{7}")
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_HANDLE = re.compile(r"(?<![\w@])@\w[\w.]{1,30}")
_HOUSE = re.compile(
    r"\b(?:Jalan|Jln|Jl|Gang|Gg)\b\.? {0,2}(?:[A-Z][\w.'-]{0,30} ){1,5}(?:(?:No|Nomor|Blok)\b\.? {0,2})"
    r"(?!\d{1,4} (?:Tahun|tahun|/))(?P<house>[A-Z]?\d{1,4}[A-Za-z]?(?:[/-][A-Z]?\d{0,4})?"
    r"(?:,? RT\.? {0,2}\d{1,3}(?: ?/? ?RW\.? {0,2}\d{1,3})?)?)"
)
"""The house in a street: "Jl. Kenanga Raya No. 12A RT 03/RW 05"; a law on roads has a year behind its number."""
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
    """A text, plain, with dots for phones, mail addresses, names of accounts, ID numbers and the numbers of houses."""
    if _may_tell(text):
        return passage(text, 0, len(text))
    return text if text.isprintable() else _UNSHOWN.sub(LOST, text)


def passage(text: str, start: int, end: int) -> str:
    """A passage of a text, masked, also where what is masked reaches beyond it."""
    found = text[start:end]
    wide_start, wide_end = max(0, start - _AROUND), end + _AROUND
    wide = text[wide_start:wide_end]
    if _may_tell(wide):
        wide = _HOUSE.sub(_without_house, _HANDLE.sub(_dots, _MAIL.sub(_dots, wide)))
        wide = _PHONE.sub(_if_phone, _ID.sub(_unless_money, wide))
        found = wide[start - wide_start : end - wide_start]
    return plain(found)


def _may_tell(text: str) -> bool:
    """Whether a text can hold something that is not to leave; most do not."""
    if "@" in text or "Jl" in text or "Jalan " in text or "Gang " in text or "Gg" in text:
        return True
    return _DIGITS.search(text) is not None


def _without_house(found: re.Match[str]) -> str:
    start = found.start("house") - found.start()
    return found.group()[:start] + re.sub(r"\w", MASK, found["house"])


def _dots(found: re.Match[str]) -> str:
    return re.sub(r"\w", MASK, found.group())


def _if_phone(found: re.Match[str]) -> str:
    digits = sum(character.isdigit() for character in found.group())
    return _dots(found) if digits in _DIGITS_OF_A_PHONE else found.group()


def _unless_money(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 5) : found.start()]
    return found.group() if _MONEY.search(before) else _dots(found)
