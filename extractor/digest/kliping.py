"""The daily *kliping*: the articles of a day with what they say, a row each; `sheets` makes of it what people open.

A release stands together: its first publisher, then those who printed it too. The tone is a person's. Records and
worker counts are what people and the machine together hold to be so, with what the register makes of them: at which
level, disputed, a check not passed, taken on a text that has changed, told before.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection

from extractor.digest.arrivals import LATE, OPENING, Arrival, Left, arrivals
from extractor.digest.marks import Entry, entries_of
from extractor.digest.wording import short
from extractor.export.publication import web_address
from extractor.export.wording import masked, plain
from extractor.gazetteer import official_name
from extractor.register.agreement import left_open
from extractor.register.checks import ALSO_FIRST
from extractor.review.effective import Judged
from extractor.store.judging import effective_facts

HERE = Path(__file__).parent
LANGUAGES = ("id", "en")
_LINES = 12
_UNTITLED = 120
"""Characters of a text that stand where there is no title."""
Words = Mapping[str, Any]


class Clip(NamedTuple):
    """An article of the sheet, as it is printed."""

    number: int
    outlet: str
    title: str
    published: str
    link: str | None  # an address of the web
    source: str  # what stands where there is no link
    first: int  # the number of the sheet's first article of its release: its own, where it is that
    release: str  # what is told of its release
    awards: tuple[str, ...]
    workers: tuple[str, ...]
    dated: bool = True
    tone: str = ""

    @property
    def address(self) -> str:
        """What stands in the column of the link: by this an article is found again in a sheet of before."""
        return self.link or self.source


@cache
def words_of(language: str) -> Words:
    """The sheet's own words in a language."""
    told: Words = tomllib.loads((HERE / "kliping.toml").read_text(encoding="utf-8"))[language]
    return told


def clips(connection: Connection, day: str, language: str, *, awarded: bool = False) -> list[Clip]:
    """The articles that were printed on a day (ISO), and those of the days before and of no day that were met on it.

    With `awarded` only those that tell of an award.
    """
    rows = arrivals(connection, day)
    keys = [row.key for row in rows]
    judged = {
        kind: {told.key: [one for one in found if one.standing != "rejected"] for told, found in some}
        for kind, some in ((kind, effective_facts(connection, kind, keys)) for kind in ("records", "worker_counts"))
    }
    rows = [row for row in rows if judged["records"].get(row.key)] if awarded else rows
    entries = entries_of(connection, (number for some in judged["records"].values() for number in _ids(some)))
    words, first, sheet = words_of(language), dict[int, int](), list[Clip]()
    for number, row in enumerate(rows, 1):
        teller = _Teller(words, row, day, entries)
        said = judged["records"].get(row.key, []), judged["worker_counts"].get(row.key, [])
        clip = _clip(number, first.setdefault(row.release, number), teller, said)
        sheet.append(clip if clip.first == number else _shortened(clip, sheet[clip.first - 1]))
    return sheet


def counted(sheet: list[Clip], day: str, language: str) -> str:
    """What the sheet holds, in a line."""
    words = words_of(language)
    texts, undated = len({clip.first for clip in sheet}), sum(not clip.dated for clip in sheet)
    many = {"articles": _many(words, "articles", len(sheet)), "texts": _many(words, "texts", texts)}
    told = str(words["count"].format(day=long_day(day, words), **many))
    return f"{told}; {_many(words, 'undated_here', undated)}" if undated else told


def left_out(told: Left, language: str) -> str:
    """What the sheet does not hold, in a line; nothing where there is nothing."""
    words = words_of(language)
    parts = []
    if told.undated:
        parts.append(_many(words, "undated_elsewhere", told.undated))
    if told.older:
        parts.append(_many(words, "older", told.older))
    return "; ".join(parts)


def without_awards(count: int, language: str) -> str:
    """How many articles are left out because they tell of no award, in a line; nothing where there are none."""
    return _many(words_of(language), "awardless", count) if count else ""


def _many(words: Words, name: str, count: int) -> str:
    return str(words[name][count != 1].format(count=count, days=LATE))


def _ids(some: Iterable[Judged]) -> Iterable[int]:
    return (int(one.machine["id"]) for one in some if one.machine)


def _shortened(clip: Clip, first: Clip) -> Clip:
    """An article without what stands beside the first of its release already."""
    awards = () if clip.awards == first.awards else clip.awards
    return clip._replace(awards=awards, workers=() if clip.workers == first.workers else clip.workers)


def _clip(number: int, first: int, teller: "_Teller", said: tuple[list[Judged], list[Judged]]) -> Clip:
    row, words = teller.row, teller.words
    untitled = words["untitled"].format(opening=_opening(row.opening))
    return Clip(
        number=number,
        outlet=masked(row.outlet or "?"),
        title=masked(_cut(row.title, OPENING) if row.title else untitled),
        published=teller.published(),
        link=web_address(row.url),
        source=plain(Path(row.source).name[:OPENING] or "-"),
        first=first,
        release=_release(number, first, row.copies, words),
        awards=_few(filter(None, map(teller.award, said[0]))),
        workers=_few(map(teller.workers, said[1])),
        dated=row.printed is not None,
    )


def _opening(text: str) -> str:
    """How a text without a title begins."""
    return _cut(text.partition("\n")[0], _UNTITLED)


def _cut(text: str, longest: int) -> str:
    """A text as it is, or its first whole words and dots."""
    if len(text) <= longest:
        return text
    kept = text[:longest]
    return f"{kept.rpartition(' ')[0] or kept}…"


def _release(number: int, first: int, copies: int, words: Words) -> str:
    if number != first:
        return str(words["same"].format(number=first))
    return str(words["copies"].format(count=copies)) if copies > 1 else ""


def _few(lines: Iterable[str]) -> tuple[str, ...]:
    """The first lines, each once; how many more there are."""
    each = tuple(dict.fromkeys(lines))
    return each if len(each) <= _LINES else (*each[: _LINES - 1], f"… +{len(each) - _LINES + 1}")


class _Teller:
    """Says what an article says, on the sheet of a day."""

    def __init__(self, words: Words, row: Arrival, day: str, entries: Mapping[int, Entry]) -> None:
        self.words, self.row, self._day, self._entries = words, row, day, entries

    def published(self) -> str:
        """The day that was printed, and that the article came later or tells none."""
        if self.row.printed is None:
            return str(self.words["undated"])
        printed = masked(long_day(self.row.printed, self.words))
        return printed if self.row.printed == self._day else f"{printed}, {self.words['late']}"

    def award(self, one: Judged) -> str | None:
        """A record in a line: "Adipura 2025, nasional, kota kecil: Kota Sawahlunto (pemenang, peringkat 1) [baru]".

        None where a person rejected the entry that it speaks of.
        """
        record = one.fact
        entry = self._entries.get(int(one.machine["id"])) if one.machine else None
        if entry and entry["review"] == "rejected":
            return None
        recipient = record["recipient"]
        name = official_name(recipient.get("code")) or short(recipient["name"])
        what = " ".join(str(part) for part in (record["award"], record.get("edition")) if part)
        parts = (what, self._level(record, entry or {}), record.get("category"))
        told = f"{', '.join(filter(None, parts))}: {name} ({self._outcome(record)})"
        return masked(told + self._marked(self._marks(record, one, entry)))

    def _level(self, record: Mapping[str, Any], entry: Entry) -> str | None:
        """At which level an award was given, and where: "nasional", "Provinsi Jambi"; the register may know what the
        article leaves open.
        """
        level = record.get("level") or entry.get("level")
        where = official_name(record.get("scope") or entry.get("scope")) if level != "national" else None
        return where or (self.words["levels"].get(level, level) if level else None)

    def _outcome(self, told: Mapping[str, Any]) -> str:
        outcome = [self.words["outcome"].get(told["outcome"], told["outcome"])]
        if told.get("rank"):
            outcome.append(self.words["rank"].format(rank=told["rank"]))
        return ", ".join(outcome)

    def _marks(self, record: Mapping[str, Any], one: Judged, entry: Entry | None) -> Iterable[str]:
        words = self.words
        yield from self._stale(one, entry)
        if entry is None:
            return
        if entry["disputed"]:
            yield words["disputed"].format(fields=", ".join(words["fields"].get(one, one) for one in entry["disputed"]))
        held = {**entry, "rank": record.get("rank")} if "rank" in left_open(entry) else entry
        if self._outcome(held) != self._outcome(record):
            yield words["register"].format(outcome=self._outcome(held))
        failed = [self._why(check) for check in entry["checks"] if not check["ok"]]
        if failed:
            yield words["failed"].format(why=", ".join(dict.fromkeys(failed)))
        if entry["doubtful"]:
            yield words["doubtful"]
        first, since = entry["first_published"], self.row.printed or self._day
        if first and first[:10] < since:
            yield words["known"].format(day=long_day(first[:10], words))

    def _why(self, check: Mapping[str, Any]) -> str:
        """What a failed check found, in the sheet's language."""
        told = self.words["checks"].get(check["check"], check["told"])
        return str(told.format(others=check["told"].removeprefix(ALSO_FIRST)))

    def _stale(self, one: Judged, entry: Entry | None = None) -> Iterable[str]:
        """That a text has changed since a person judged it, and what it says now."""
        if one.stale:
            now = ", ".join(self._value(name, value) for name, value in (one.says or {}).items() if value is not None)
            yield self.words["now"].format(told=now) if now else self.words["stale"]
        elif entry and entry["review"] == "stale":
            yield self.words["stale"]

    def _value(self, name: str, value: Any) -> str:
        if name == "count":
            return self._number(value)
        if name == "recipient":
            return str(official_name(value.get("code")) or short(value["name"]))
        told = self.words["rank"].format(rank=value) if name == "rank" else str(value)
        return str({**self.words["outcome"], **self.words["worker_status"]}.get(told) or official_name(told) or told)

    def _number(self, count: int) -> str:
        return f"{count:,}".replace(",", self.words["thousands"])

    def workers(self, one: Judged) -> str:
        """A worker count in a line: "8.450 pekerja rentan (terlindungi), Kabupaten Tebo"."""
        count, words = one.fact, self.words
        bound = words["bound"].get(count.get("bound"), "")
        status = words["worker_status"].get(count.get("status"))
        region = official_name(count.get("region"))
        told = f"{bound} {self._number(count['count'])} {count['group']}".strip()
        told += (f" ({status})" if status else "") + (f", {region}" if region else "")
        return masked(told + self._marked(self._stale(one)))

    @staticmethod
    def _marked(marks: Iterable[str]) -> str:
        told = "; ".join(marks)
        return f" [{told}]" if told else ""


def long_day(day: str, words: Words) -> str:
    """A day (ISO) as people write it; one that is none stays as it is."""
    try:
        told = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{told.day} {words['months'][told.month - 1]} {told.year}"
