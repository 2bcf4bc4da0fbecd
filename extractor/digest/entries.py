"""How a digest tells of entries: what a recipient got, who printed it, what changed, who says what."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from extractor.digest.wording import Words, region, short
from extractor.export.publication import web_address
from extractor.register.agreement import left_open
from extractor.register.claims import Agreement
from extractor.store.news import TELLING, WITHDRAWN, Change, Printing

_WHO = 4
"""Outlets that are named for a value, before the others are counted."""
_ID = 8
"""Digits of an entry's id that are printed."""
_LINK = 600
"""Characters of an address; longer ones are no links."""
Row = Mapping[str, Any]


class Voice(NamedTuple):
    """A line, and the article that it leads to."""

    told: str
    link: str | None = None


class Line(NamedTuple):
    """A recipient and what it got; `voice` None where the contest's is this line's too."""

    recipient: str
    place: str | None
    outcome: str
    won: bool
    voice: Voice | None


class Contest(NamedTuple):
    """Entries of one level, region and category; `voice` stands below the last of contests that share it."""

    name: str
    lines: tuple[Line, ...]
    voice: Voice | None


class Dispute(NamedTuple):
    """A field of an entry on which articles disagree, each value with who says it; `id` as commands take it."""

    id: str
    entry: str
    fields: tuple[tuple[str, tuple[Voice, ...]], ...]


class Teller:
    """Tells of entries in a language; `printings` are the articles of each entry, the first publisher first."""

    def __init__(self, words: Words, printings: Mapping[str, Sequence[Printing]]) -> None:
        self.words, self._printings = words, printings

    def award(self, row: Row) -> str:
        """An award with its edition."""
        return short(" ".join(str(part) for part in (row["award"], row.get("edition")) if part))

    def contests(self, rows: Iterable[Row]) -> tuple[Contest, ...]:
        """Entries by their contests, in order."""
        made = [self._contest(name, list(some)) for name, some in groupby(rows, key=self._contest_name)]
        following = [contest.voice for contest in made[1:]]
        return tuple(
            contest._replace(voice=None) if contest.voice == after else contest
            for contest, after in zip(made, [*following, None], strict=True)
        )

    def _contest_name(self, row: Row) -> str:
        level = region(row["scope"]) or (self.words.of("levels", row["level"]) if row["level"] else None)
        return " · ".join(short(part, 80) for part in (level, row["category"]) if part)

    def _contest(self, name: str, rows: list[Row]) -> Contest:
        voices = [self._voice(row) for row in rows]
        common = voices[0] if len(set(voices)) == 1 else None
        lines = (self._line(row, None if common else voice) for row, voice in zip(rows, voices, strict=True))
        return Contest(name, tuple(lines), common)

    def _line(self, row: Row, voice: Voice | None) -> Line:
        won = row["outcome"] == "winner"
        outcome = self.words["rank"].format(rank=row["rank"]) if won and row["rank"] else self.outcome(row)
        marked = {"disputed_mark": set(row["disputed"]) - set(_open(row)), "failed_mark": row["failed"]}
        marks = [self.words[name] for name, holds in marked.items() if holds]
        return Line(_recipient(row), _place(row), ", ".join([outcome, *marks]), won, voice)

    def outcome(self, told: Row) -> str:
        """What was got: "pemenang, peringkat 1"; "pemenang, peringkat belum pasti" where articles leave it open."""
        parts = [self.words.of("outcome", told["outcome"])]
        if told.get("rank"):
            parts.append(self.words["rank"].format(rank=told["rank"]))
        elif told.get("shortlist"):
            parts.append(self.words["shortlist"].format(shortlist=told["shortlist"]))
        parts += [self.words["left_open"].format(field=self._fields([name])) for name in _open(told)]
        return ", ".join(parts)

    def _voice(self, row: Row) -> Voice:
        """Who printed an entry: "di 4 media, pertama Antara, 29 Agustus 2025"."""
        printings = self._printings.get(row["id"], ())
        if not printings:
            return Voice(self.words["reviewer"])
        first = self._first(printings[0])
        outlets = len({one.outlet for one in printings})
        told = first if outlets == 1 else self.words.counted("voices", outlets, first=first)
        if row["support"] > 1:
            told = f"{told}; {self.words.counted('sources', row['support'])}"
        return Voice(told, _link(printings))

    def _first(self, printing: Printing) -> str:
        outlet = self._outlet(printing)
        told = printing.published
        return self.words["voice"].format(outlet=outlet, day=self.words.day(told)) if told else outlet

    def _outlet(self, printing: Printing) -> str:
        return short(printing.outlet or self.words["unnamed"], 60)

    @staticmethod
    def differs(one: Change) -> bool:
        """Whether an entry tells another outcome than before, or none."""
        if one.row is None or one.row["review"] == "rejected":
            return True
        return any(one.row[name] != one.before.get(name) for name in TELLING)

    def change(self, one: Change) -> Voice:
        """What is another than before: "Kota Jambi, Paritrana Award 2025: nominasi → pemenang, peringkat 1"."""
        now = one.row or one.before
        head = f"{_recipient(now)}, {self.award(now)}"
        before = self.outcome(one.before) if one.before.get("outcome") not in (None, WITHDRAWN) else ""
        if one.row is None or one.row["review"] == "rejected":
            after = self.words["withdrawn" if one.row is None else "rejected"]
            return Voice(f"{head}: {before} → {after}")
        told = [f"{before} → {self.outcome(one.row)}"] if self.differs(one) else []
        over = [name for name in one.before.get("disputed", ()) if name not in one.row["disputed"]]
        if over:
            told.append(self.words["settled"].format(fields=self._fields(over)))
        newest = sorted(self._printings.get(one.id, ()), key=lambda printing: printing.published or "", reverse=True)
        return Voice(f"{head}: {'; '.join(told)}", _link(newest))

    def _fields(self, names: Iterable[str]) -> str:
        return ", ".join(self.words.of("fields", name) for name in names)

    def dispute(self, row: Row, agreements: Mapping[str, Agreement]) -> Dispute:
        """Every field that is new in dispute, with who says what."""
        fields = [
            (self._fields([name]), tuple(self._said(row, name, agreements[name])) if name in agreements else ())
            for name in row["disputed"]
        ]
        return Dispute(row["id"][:_ID], f"{_recipient(row)}, {self.award(row)}", tuple(fields))

    def _said(self, row: Row, name: str, agreement: Agreement) -> Iterable[Voice]:
        by_key = {one.key: one for one in self._printings.get(row["id"], ())}
        for value in dict.fromkeys(voice.value for voice in agreement.voices):
            keys = [key for voice in agreement.voices if voice.value == value for key in voice.articles]
            printings = [by_key[key] for key in keys if key in by_key]
            outlets = list(dict.fromkeys(self._outlet(one) for one in printings)) or [self.words["reviewer"]]
            who = ", ".join(outlets[:_WHO])
            if len(outlets) > _WHO:
                who = f"{who}, {self.words.counted('more', len(outlets) - _WHO)}"
            yield Voice(self.words["says"].format(value=self._value(name, value), who=who), _link(printings))

    def _value(self, name: str, value: object) -> str:
        if name == "event_date":
            return self.words.day(str(value))
        if name in ("level", "outcome"):
            return self.words.of("levels" if name == "level" else "outcome", str(value))
        return short(value, 80)


def _open(row: Row) -> list[str]:
    """What of an outcome articles leave open."""
    return [name for name in left_open(row) if name in ("rank", "shortlist")]


def _recipient(row: Row) -> str:
    code = row.get("recipient_code")
    official = region(code) if row.get("recipient_type") == "region" else None
    return short(official or row.get("recipient") or code or "?")


def _place(row: Row) -> str | None:
    """Where a recipient is, where its contest does not say so."""
    code = row["recipient_code"]
    if not code or "." not in code:
        return None
    holder = code[:5] if code.count(".") > 1 else code[:2]
    return None if holder == row["scope"] else region(holder)


def _link(printings: Sequence[Printing]) -> str | None:
    """The address of the first article that has one which may be followed."""
    for one in printings:
        found = web_address(one.url)
        if found and len(found) <= _LINK and not set(found) & set(" \t\r\n<>\"'"):
            return found
    return None
