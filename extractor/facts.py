"""The facts that an article states, kind by kind, and the award records built from them.

Types only: they compute nothing. Every fact carries `spans`, the offsets of the words that prove it (in order, at least
one), and `pattern`, the id of the pattern or rule that read it ("regulations.numbered"). A fact said three times is one
fact with three spans. Unknown is None. The field names are the JSON keys of the annotation guideline.
"""

from typing import Any, NamedTuple

from extractor.article import Article, Span

KINDS = ("regions", "officials", "regulations", "worker_counts", "ranks", "dates", "coverage", "amounts")
"""The kinds of facts, in the order in which they are printed."""


class Region(NamedTuple):
    """An administrative region: `code` of the Ministry of Home Affairs with dots, `name` with its kind."""

    code: str
    level: str
    name: str
    spans: tuple[Span, ...]
    pattern: str = ""


class Official(NamedTuple):
    """A named person in a public post; `jurisdiction` is a region's code, `organization` the body as written."""

    name: str
    honorifics: tuple[str, ...]
    degrees: tuple[str, ...]
    role: str
    status: str | None
    jurisdiction: str | None
    organization: str | None
    spans: tuple[Span, ...]
    pattern: str = ""


class Regulation(NamedTuple):
    """A law or regulation; `number` as printed, `issuer` a region's code, `status` in_force or draft."""

    type: str
    number: str | None
    year: int | None
    subject: str | None
    issuer: str | None
    status: str
    spans: tuple[Span, ...]
    pattern: str = ""


class WorkerCount(NamedTuple):
    """A number of people; `bound` exact, about, at_least, at_most; `status` covered, uncovered, target, total or None.

    `count` is the JSON key of the annotation guideline; it hides the method of a tuple, which nobody calls on a fact.
    """

    count: int  # type: ignore[assignment]
    bound: str
    group: str
    status: str | None
    region: str | None
    spans: tuple[Span, ...]
    pattern: str = ""


class Rank(NamedTuple):
    """A place ("juara 1") or a shortlist ("13 besar dari 50"); `modality` actual or hoped."""

    kind: str
    value: int
    of: int | None
    modality: str
    spans: tuple[Span, ...]
    pattern: str = ""


class Date(NamedTuple):
    """A day, month or interval in ISO form; `suspect` where the printed weekday disagrees with the printed date."""

    value: str
    precision: str
    suspect: bool
    spans: tuple[Span, ...]
    pattern: str = ""


class Coverage(NamedTuple):
    """A percentage of people or workers covered: `value` in percent, `of` what it is a share of, as written."""

    value: float
    of: str | None
    status: str
    spans: tuple[Span, ...]
    pattern: str = ""


class Amount(NamedTuple):
    """An amount of money in whole rupiah; `purpose` is what for, `suspect` where it cannot be meant as printed."""

    value: int
    purpose: str | None
    suspect: bool
    spans: tuple[Span, ...]
    pattern: str = ""


class Recipient(NamedTuple):
    """Who got or may get an award: `type` region, company, village, institution or person; `code` of a place."""

    type: str
    code: str | None
    name: str


class Record(NamedTuple):
    """One award x edition x level x category x recipient, as the story reports it."""

    award: str
    edition: int | None
    level: str | None
    scope: str | None
    category: str | None
    recipient: Recipient
    outcome: str
    rank: int | None
    shortlist: int | None
    event_date: str | None
    spans: tuple[Span, ...]
    pattern: str = ""


class Facts(NamedTuple):
    """The facts of one article; its fields are the kinds."""

    regions: tuple[Region, ...] = ()
    officials: tuple[Official, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    worker_counts: tuple[WorkerCount, ...] = ()
    ranks: tuple[Rank, ...] = ()
    dates: tuple[Date, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    amounts: tuple[Amount, ...] = ()


Fact = Region | Official | Regulation | WorkerCount | Rank | Date | Coverage | Amount | Record


class Extraction(NamedTuple):
    """All that was read from one article."""

    article: Article
    facts: Facts
    records: tuple[Record, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON object of the annotation guideline."""
        kinds = {kind: [to_dict(fact) for fact in getattr(self.facts, kind)] for kind in KINDS}
        records = [to_dict(record) for record in self.records]
        return {"schema": 1, "article": self.article.to_dict(), **kinds, "records": records}


def to_dict(fact: Fact) -> dict[str, Any]:
    """A fact as JSON prints it: lists for tuples, `for` for an amount's purpose."""
    named = {key: list(value) if isinstance(value, tuple) else value for key, value in fact._asdict().items()}
    if isinstance(fact, Record):
        named["recipient"] = fact.recipient._asdict()
    if isinstance(fact, Amount):
        named = {"value": fact.value, "for": fact.purpose} | {
            k: v for k, v in named.items() if k not in ("value", "purpose")
        }
    named["spans"] = [list(span) for span in fact.spans]
    return named
