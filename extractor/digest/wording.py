"""How a digest says things: its own words in two languages, and the press's words in one short line each."""

import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from extractor.export.wording import masked
from extractor.gazetteer import gazetteer
from extractor.times import utc

LANGUAGES = ("id", "en")
JAKARTA = timezone(timedelta(hours=7))
LONGEST = 120
"""Characters of a name or a title that are printed."""
_WORDS = Path(__file__).with_name("digest.toml")
_MARKS = 4
"""Marks on one letter; more of them would cover the lines around."""


class Words:
    """The words of a language."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._told = told

    def __getitem__(self, name: str) -> str:
        return str(self._told[name])

    def of(self, table: str, name: str) -> str:
        """A word of a table; one that it lacks stands for itself."""
        return str(self._told[table].get(name, name))

    def number(self, count: int) -> str:
        """A number as people write it."""
        return f"{count:,}".replace(",", str(self._told["thousands"]))

    def counted(self, name: str, count: int, **more: str) -> str:
        """A number of things: "1 new entry", "14 new entries"."""
        form: str = self._told[name][count != 1]
        return form.format(n=self.number(count), **more)

    def day(self, told: str) -> str:
        """An ISO day or moment as a day, "22 November 2026"; a moment with its zone as the day in Jakarta."""
        try:
            at = _day(told)
        except ValueError:
            return short(told, 20)
        return f"{at.day} {self._told['months'][at.month - 1]} {at.year}"


@cache
def words_of(language: str) -> Words:
    """The digest's words in a language."""
    return Words(tomllib.loads(_WORDS.read_text(encoding="utf-8"))[language])


def _day(told: str) -> date:
    if len(told) <= len("2026-11-22"):
        return date.fromisoformat(told)
    moment = datetime.fromisoformat(told)
    return (moment if moment.tzinfo else moment.replace(tzinfo=JAKARTA)).astimezone(JAKARTA).date()


def period_of(now: str, kind: str) -> str:
    """The day, week or month of a moment (ISO, UTC) in Jakarta: "2026-11-22", "2026-W47", "2026-11"."""
    at = datetime.fromisoformat(now).astimezone(JAKARTA)
    if kind == "week":
        year, week, _ = at.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{at:%Y-%m}" if kind == "month" else f"{at:%Y-%m-%d}"


def beginning(day: str) -> str:
    """The moment (ISO, UTC) at which a day begins in Jakarta."""
    return utc(datetime.combine(date.fromisoformat(day), datetime.min.time(), JAKARTA))


def short(text: object, longest: int = LONGEST) -> str:
    """A text of the press on one line, no personal data in it, cut where it is long."""
    line = " ".join(_with_few_marks(masked(str(text)[: 4 * longest])).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _with_few_marks(text: str) -> str:
    if text.isascii():
        return text
    kept, marks = [], 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MARKS:
            kept.append(letter)
    return "".join(kept)


def region(code: str | None) -> str | None:
    """The name of a region: "Jawa Barat", "Kota Bekasi"."""
    found = gazetteer().get(code) if code else None
    return found.official.removeprefix("Provinsi ") if found else None
