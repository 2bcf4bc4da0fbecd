"""Moments in UTC."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from extractor.times import utc


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (0.0, "1970-01-01T00:00:00Z"),
        (1_795_325_400.999, "2026-11-22T05:30:00Z"),
        (datetime(2026, 11, 22, 5, 30, tzinfo=UTC), "2026-11-22T05:30:00Z"),
        (datetime(2026, 11, 22, 5, 30, tzinfo=timezone(timedelta(hours=7))), "2026-11-21T22:30:00Z"),
    ],
)
def test_a_moment_is_told_in_utc_to_the_second(at: datetime | float, told: str) -> None:
    assert utc(at) == told
