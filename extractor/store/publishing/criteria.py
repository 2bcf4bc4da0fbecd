"""Which entries of the register are asked for; everything else that leaves the store with them follows from them."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_

from extractor.store.tables import entries

REVIEWED = ("accepted", "corrected", "added")
_LIKE = str.maketrans({"\\": r"\\", "%": r"\%", "_": r"\_"})


class Criteria(NamedTuple):
    """What an entry is to be; None asks for nothing.

    `since` and `until` are ISO days: the entry is told of by an article published in between. `scope` is a region's
    code and takes in what lies under it; `recipient` is a region's code, or words of the name.
    """

    award: str | None = None
    edition: int | None = None
    level: str | None = None
    scope: str | None = None
    recipient: str | None = None
    outcome: str | None = None
    since: str | None = None
    until: str | None = None
    reviewed_only: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """Each as a person would say it."""
        named = [(name.replace("_", " "), value) for name, value in self._asdict().items()]
        asked = [(name, value) for name, value in named if value not in (None, False)]
        return tuple(name if value is True else f"{name}: {value}" for name, value in asked)

    def conditions(self) -> list[ColumnElement[bool]]:
        """The same for the database; rejected entries never leave it."""
        column = entries.c
        wanted: list[ColumnElement[bool]] = [column.review != "rejected"]
        if self.award is not None:
            wanted.append(func.lower(column.award) == self.award.lower())
        wanted += [column[name] == value for name in ("edition", "level", "outcome") if (value := getattr(self, name))]
        if self.scope is not None:
            wanted.append(_within(column.scope, self.scope))
        if self.recipient is not None:
            wanted.append(_recipient(self.recipient))
        if self.since is not None:
            wanted.append(column.last_published >= self.since)
        if self.until is not None:
            wanted.append(func.substr(column.first_published, 1, 10) <= self.until)
        if self.reviewed_only:
            wanted.append(column.review.in_(REVIEWED))
        return wanted


def _within(column: ColumnElement[str | None], code: str) -> ColumnElement[bool]:
    return or_(column == code, column.like(f"{code.translate(_LIKE)}.%", escape="\\"))


def _recipient(sought: str) -> ColumnElement[bool]:
    if sought.replace(".", "").isdigit():
        return _within(entries.c.recipient_code, sought)
    return func.lower(entries.c.recipient).like(f"%{sought.lower().translate(_LIKE)}%", escape="\\")
