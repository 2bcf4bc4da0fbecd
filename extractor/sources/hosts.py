"""What the hosts of a night allow, and the addresses that wait until that is known.

Looked into by all threads, changed by the one that schedules.
"""

from collections.abc import Callable
from typing import NamedTuple

from extractor.sources.exchange import Ask
from extractor.sources.permission import DAY, Permission
from extractor.sources.places import origin_of, robots_of
from extractor.sources.robots import Rules
from extractor.sources.settings import TOKEN

MOST_MOVES = 5


class Verdict(NamedTuple):
    """Whether an address may be asked for; `reason` says why not."""

    allowed: bool
    reason: str = ""


class _Known(NamedTuple):
    permission: Permission
    rules: Rules


class Hosts:
    """Permissions by origin; `wall` is the time in seconds UTC."""

    def __init__(self, permissions: dict[str, Permission], wall: Callable[[], float]) -> None:
        self.wall = wall
        self._known = {origin: _Known(one, one.rules) for origin, one in permissions.items()}
        self._waiting: dict[str, list[Ask]] = {}
        self._moves: dict[str, int] = {}

    def verdict(self, url: str) -> Verdict | None:
        """Whether an address may be asked for; None where its host is to be asked for its robots.txt first."""
        origin = origin_of(url)
        if origin is None:
            return Verdict(True)  # the fetcher says what is wrong with it
        known = self._known.get(origin)
        if known is None or not self._is_fresh(known.permission):
            return None
        permission = known.permission
        if permission.kind == "closed":
            return Verdict(False, permission.reason)
        if permission.kind == "rules" and not known.rules.allows(TOKEN, url):
            return Verdict(False, "robots.txt forbids it")
        return Verdict(True)

    def _is_fresh(self, permission: Permission) -> bool:
        """Whether what is known still holds; a clock that jumped makes nothing hold for longer than a day."""
        now = self.wall()
        return permission.since - 60.0 <= now < permission.until <= now + DAY

    def hold(self, ask: Ask) -> Ask | None:
        """Keep an address until its host has said what it allows; the request for that, where none is under way."""
        origin = origin_of(ask.url)
        assert origin is not None
        first = origin not in self._waiting
        self._waiting.setdefault(origin, []).append(ask)
        return Ask(robots_of(origin), "robots") if first else None

    def moved(self, ask: Ask) -> bool:
        """Whether a robots.txt that lies elsewhere may be followed there: five times."""
        origin = origin_of(ask.found_in or ask.url) or ""
        self._moves[origin] = self._moves.get(origin, 0) + 1
        return self._moves[origin] <= MOST_MOVES

    def learn(self, origin: str, permission: Permission) -> tuple[list[Ask], float | None]:
        """What a host allows is known: the addresses that waited for it, and the gap that it asks for."""
        known = _Known(permission, permission.rules)
        self._known[origin] = known
        return self._waiting.pop(origin, []), known.rules.delay(TOKEN)

    def closed(self) -> dict[str, str]:
        """The origins that may not be asked at all now, and why."""
        found = {origin: known.permission for origin, known in self._known.items() if self._is_fresh(known.permission)}
        return {origin: permission.reason for origin, permission in found.items() if permission.kind == "closed"}

    def delays(self) -> dict[str, float]:
        """The gaps that the known hosts ask for, by origin."""
        told = {origin: known.rules.delay(TOKEN) for origin, known in self._known.items()}
        return {origin: delay for origin, delay in told.items() if delay}
