"""Permission: 2xx are rules, 4xx are none, what cannot be reached forbids, and a day's knowledge holds a day."""

import pytest

from extractor.sources.exchange import Ask, Exchange, Hop
from extractor.sources.permission import AGAIN, DAY, Permission, permission
from extractor.sources.robots import LIMIT

URL = "https://koran.example/robots.txt"
PAGE = "https://koran.example/a"


def answer(status: int | None, outcome: str, body: bytes = b"") -> Exchange:
    hops = (Hop(URL, 0.0, None, b"", b"", status, ()),) if status else ()
    return Exchange(Ask(URL, "robots"), outcome, None if status else "no answer in time", URL, hops, body)


@pytest.mark.parametrize(
    ("exchange", "kind", "allowed"),
    [
        (answer(200, "ok", b"User-agent: *\nDisallow: /a"), "rules", False),
        (answer(200, "ok", b"User-agent: *\nDisallow: /b"), "rules", True),
        (answer(200, "truncated", b"User-agent: *\nDisallow: /a\n# isi"), "rules", False),
        (answer(200, "ok", b"<html>Tidak ada</html>"), "rules", True),
        (answer(404, "gone"), "open", True),
        (answer(401, "refused"), "open", True),
        (answer(403, "refused"), "open", True),
        (answer(429, "later"), "closed", False),
        (answer(500, "failed"), "closed", False),
        (answer(503, "later"), "closed", False),
        (answer(None, "failed"), "closed", False),
        (answer(None, "forbidden"), "closed", False),
        (answer(302, "moved"), "closed", False),
    ],
)
def test_what_the_answer_to_robots_allows(exchange: Exchange, kind: str, allowed: bool) -> None:
    found = permission(exchange, 1000.0)
    assert (found.kind, found.allows("extractor", PAGE)) == (kind, allowed)


KNOWN = Permission("rules", "robots.txt (200)", 0.0, DAY, b"User-agent: *\nDisallow: /b")


def test_rules_hold_a_day_and_what_cannot_be_reached_is_asked_again_within_the_hour() -> None:
    assert permission(answer(200, "ok"), 1000.0).until == 1000.0 + DAY
    assert permission(answer(500, "failed"), 1000.0).until == 1000.0 + AGAIN


def test_what_was_known_holds_on_while_the_file_cannot_be_reached() -> None:
    found = permission(answer(None, "failed"), DAY + 5, KNOWN)
    assert (found.allows("extractor", PAGE), found.until) == (True, DAY + 5 + AGAIN)
    assert "no answer in time" in found.reason


def test_a_host_that_was_closed_stays_closed() -> None:
    before = permission(answer(500, "failed"), 0.0)
    assert permission(answer(None, "failed"), AGAIN, before).kind == "closed"


def test_an_unchanged_file_is_good_for_another_day() -> None:
    assert permission(answer(304, "unchanged"), DAY, KNOWN) == KNOWN._replace(since=DAY, until=2 * DAY)


def test_a_permission_survives_its_row() -> None:
    assert Permission.from_row(KNOWN.to_row()) == KNOWN
    assert Permission.from_row({"robots_kind": None}) is None


@pytest.mark.parametrize(("rest", "kind"), [(b"", "closed"), (b"\n" * LIMIT, "rules")])
def test_a_file_that_broke_off_may_forbid_more_than_it_says(rest: bytes, kind: str) -> None:
    broken = answer(200, "truncated", b"User-agent: *\nDisallow: /a" + rest)._replace(passing=True)
    assert permission(broken, 1000.0).kind == kind
