"""Claims and entries: what one article says of an award, and what the register makes of all that say it."""

from typing import Any, NamedTuple

from extractor.register.keys import category_words, grade_of

GRADED = frozenset({"^"})
"""Stands for any grade of an award that gives grades: "Madya" and "Utama" are two values of one contest, not two."""
PERSONAL = ("accepted", "corrected", "added")
"""Standings of a claim on which a person has looked."""


class Claim(NamedTuple):
    """One record of one article, as it holds now.

    `article` and `cluster` are articles' keys: of its own, and of the one that was published first among its copies.
    `digest` names the record in the article; `standing` is machine, or what a person's decision made of it; `post` the
    jurisdiction of a person's office, where the article gives it.
    """

    article: str
    digest: str
    cluster: str
    outlet: str | None
    published: str | None
    award: str
    edition: int | None
    level: str | None
    scope: str | None
    category: str | None
    type: str
    code: str | None
    recipient: str
    outcome: str
    rank: int | None = None
    shortlist: int | None = None
    event_date: str | None = None
    standing: str = "machine"
    post: str | None = None

    @property
    def order(self) -> tuple[str, str, str]:
        """What claims are sorted by: the earliest first, then by names that every store has."""
        return self.published or "9999", self.article, self.digest

    @property
    def event_day(self) -> str | None:
        """The day of the event; None where only a month or an interval is known."""
        return self.event_date if self.event_date and len(self.event_date) == len("2025-08-05") else None

    @property
    def told_day(self) -> str | None:
        """The day on which the article was published."""
        return self.published[:10] if self.published else None


class Point(NamedTuple):
    """Which contest a claim names within an edition; None is unknown. `words` are those of the category."""

    level: str | None
    scope: str | None
    words: frozenset[str] | None

    @property
    def order(self) -> tuple[str, str, tuple[str, ...], bool]:
        """What points are sorted by."""
        return self.level or "", self.scope or "", tuple(sorted(self.words or ())), self.words is None


def point_of(claim: Claim) -> Point:
    """The contest that a claim names; a province's contest in which a place of it takes part is that province's."""
    scope = claim.scope if claim.level != "national" else None
    if claim.level == "province" and scope is None and claim.code:
        scope = claim.code[:2]
    if grade_of(claim.award, claim.category):
        return Point(claim.level, scope, GRADED)
    return Point(claim.level, scope, category_words(claim.category, claim.type))


class Voice(NamedTuple):
    """What a cluster says of a field: a value, the articles that say so, the first of them first."""

    value: Any
    cluster: str
    articles: tuple[str, ...]


class Agreement(NamedTuple):
    """A field over all claims: the value that holds, every cluster's voice, whether anything else is said."""

    value: Any
    voices: tuple[Voice, ...]
    disputed: bool


class Check(NamedTuple):
    """One check of an entry: its name, whether it is passed, and on what it rests in words."""

    check: str
    ok: bool
    told: str


class Entry(NamedTuple):
    """One award x edition x level x category x recipient: what holds, what is disputed, and whose claims it rests on.

    `doubtful` says that its claims could mean several entries and therefore stand alone.
    """

    id: str
    group: str
    award: str
    edition: int | None
    level: str | None
    scope: str | None
    category: str | None
    type: str
    code: str | None
    recipient: str
    outcome: str
    rank: int | None
    shortlist: int | None
    event_date: str | None
    support: int
    articles: int
    first_published: str | None
    last_published: str | None
    agreements: dict[str, Agreement]
    checks: tuple[Check, ...]
    doubtful: bool
    claims: tuple[Claim, ...]

    @property
    def disputed(self) -> tuple[str, ...]:
        """The fields on which articles disagree."""
        return tuple(name for name, agreement in self.agreements.items() if agreement.disputed)
