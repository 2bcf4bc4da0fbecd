"""Whether a host may be asked at all: its robots.txt as it was answered, by RFC 9309, 2.3.1.

2xx: the rules in it. 4xx: there is none, and nothing is forbidden. 5xx, 429, no answer, an answer that leads astray:
the host is forbidden, whole, unless rules of an earlier day are known: they hold on while the file cannot be reached.
"""

from typing import Any, NamedTuple

from extractor.sources.exchange import Exchange
from extractor.sources.robots import LIMIT, Rules

DAY = 86_400.0
AGAIN = 3_600.0
"""Seconds after which a file that could not be reached is asked for again."""


class Permission(NamedTuple):
    """What a host allows: by "rules", everything ("open") or nothing ("closed"); `reason` says why, for people.

    `body` holds the file. `since` is when it was last answered, `until` when it is to be asked for again (seconds UTC).
    """

    kind: str
    reason: str
    since: float
    until: float
    body: bytes = b""

    def allows(self, agent: str, url: str) -> bool:
        """True where an address of the host may be asked for."""
        return self.kind == "open" or (self.kind == "rules" and self.rules.allows(agent, url))

    @property
    def rules(self) -> Rules:
        """The rules of the file; none in it where there is no file."""
        return Rules.read(self.body)

    def to_row(self) -> dict[str, Any]:
        """The permission as a row of the state."""
        return {f"robots_{name}": value for name, value in self._asdict().items()}

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Permission | None":
        """The permission of a row of the state; None where the host was never asked."""
        return cls(*(row[f"robots_{name}"] for name in cls._fields)) if row.get("robots_kind") else None


def permission(exchange: Exchange, now: float, before: Permission | None = None) -> Permission:
    """What the answer to a request for robots.txt allows; `before` is what was known, `now` the time (seconds UTC)."""
    status = exchange.status
    broken_off = exchange.outcome == "truncated" and exchange.passing and len(exchange.body) < LIMIT
    if exchange.outcome in ("ok", "truncated") and not broken_off:  # what is missing may forbid
        return Permission("rules", f"robots.txt ({status})", now, now + DAY, exchange.body[:LIMIT])
    if exchange.outcome == "unchanged" and before is not None:
        return before._replace(since=now, until=now + DAY)
    if exchange.outcome in ("gone", "refused"):
        return Permission("open", f"no robots.txt ({status})", now, now + DAY)
    why = f"robots.txt cannot be reached: {exchange.reason or status}"
    if before is not None and before.kind != "closed":
        return before._replace(reason=f"{why}; what it said before holds", until=now + AGAIN)
    return Permission("closed", why, now, now + AGAIN)
