"""Moments as everything here prints and keeps them: in UTC, to the second, "2026-11-22T05:30:00Z"."""

from datetime import UTC, datetime


def utc(at: datetime | float) -> str:
    """A moment, aware of its zone or in seconds since 1970, as text."""
    moment = at.astimezone(UTC) if isinstance(at, datetime) else datetime.fromtimestamp(at, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
