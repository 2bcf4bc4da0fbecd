"""Facts and decisions for tests, as short as they can be said."""

from typing import Any

from extractor.review.decisions import Decision
from extractor.review.identity import digest, fact_name

KEY = "https://koran.example/1"
HASH, NEWER = "a" * 64, "b" * 64


def region(code: str, name: str, *spans: tuple[int, int]) -> dict[str, Any]:
    return {"code": code, "level": "city", "name": name, "spans": [list(s) for s in spans], "pattern": "regions.bare"}


def count(number: int, *spans: tuple[int, int], group: str = "pekerja rentan") -> dict[str, Any]:
    fact = {"count": number, "bound": "exact", "group": group, "status": "covered", "region": None}
    return fact | {"spans": [list(s) for s in spans], "pattern": "worker_counts.group"}


def record(name: str, *spans: tuple[int, int], **fields: Any) -> dict[str, Any]:
    fact = dict.fromkeys(("edition", "level", "scope", "category", "rank", "shortlist", "event_date"))
    recipient = {"type": "company", "code": None, "name": name}
    fact |= {"award": "Paritrana Award", "recipient": recipient, "outcome": "winner"} | fields
    return fact | {"spans": [list(s) for s in spans], "pattern": "records.running"}


class Said:
    """What people said of one article's facts of one kind, numbered as it is said."""

    def __init__(self, kind: str, quotes: tuple[str, ...] = ()) -> None:
        self.kind, self.quotes, self.decisions = kind, quotes, list[Decision]()

    def _add(self, action: str, name: str, **rest: Any) -> "Said":
        number = len(self.decisions) + 1
        made = {"at": "2026-11-22T03:20:00Z", "who": "rina", "why": None, "text_hash": HASH, "article_key": KEY} | rest
        self.decisions.append(Decision(id=number, action=action, target=self.kind, name=name, **made))
        return self

    def of(self, fact: dict[str, Any], action: str, **rest: Any) -> "Said":
        """Something said of a fact that the machine read."""
        was = {"fact": fact, "quotes": list(self.quotes)}
        return self._add(action, fact_name(KEY, digest(self.kind, fact)), was=was, **rest)

    def added(self, fact: dict[str, Any], **rest: Any) -> "Said":
        """A fact that the machine missed."""
        was = {"fact": None, "quotes": list(self.quotes)}
        return self._add("correct", fact_name(KEY, digest(self.kind, fact)), value=fact, was=was, **rest)

    def undone(self, number: int) -> "Said":
        """An undoing of what was said as number so and so."""
        return self._add("undo", self.decisions[number - 1].name, undoes=number)
