"""The posts that WordPress lists as JSON: /wp-json/wp/v2/posts, with or without a search."""

import json
from typing import Any

from extractor.outlets import Outlet
from extractor.sources.discovery.candidate import Candidate, Listed
from extractor.sources.discovery.canonical import absolute, canonical, sites_of
from extractor.sources.discovery.text import HEADLINE, SUMMARY, day_of, plain
from extractor.sources.places import site_of

LONGEST = 3_000_000
"""Bytes of an answer; a hundred posts with their texts stay below."""
MOST = 200


def read_wordpress(body: bytes, url: str, outlet: Outlet | None = None) -> Listed:
    """The stories of an answer of the API at `url`; what is none, says what it says."""
    if len(body) > LONGEST:
        return Listed(said=(f"longer than {LONGEST // 1_000_000} MB",))
    try:
        answer = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return Listed(said=("no JSON",))
    if not isinstance(answer, list):
        told = answer.get("message") or answer.get("code") if isinstance(answer, dict) else None
        return Listed(said=(f"no posts: {plain(told, 100)}" if isinstance(told, str) else "no posts",))
    found: dict[str, Candidate] = {}
    sites = sites_of(url, outlet)
    for post in answer[:MOST]:
        candidate = _candidate(post, url, outlet) if isinstance(post, dict) else None
        if candidate and site_of(candidate.url) in sites:
            found.setdefault(candidate.url, candidate)
    said = (f"only the first {MOST} posts are read",) if len(answer) > MOST else ()
    return Listed(tuple(found.values()), said=said, own=len(found))


def _candidate(post: dict[str, Any], url: str, outlet: Outlet | None) -> Candidate | None:
    link = post.get("link")
    listed = absolute(link, url) if isinstance(link, str) else None
    if listed is None:
        return None
    return Candidate(
        url=canonical(listed, outlet),
        as_found=listed,
        headline=plain(_rendered(post.get("title")), HEADLINE),
        published=_published(post),
        found_in=url,
        summary=plain(_rendered(post.get("excerpt")), SUMMARY),
    )


def _published(post: dict[str, Any]) -> str | None:
    """The moment of a post: `date_gmt` is in UTC without saying so, `date` in the site's own time."""
    utc, own = post.get("date_gmt"), post.get("date")
    if isinstance(utc, str) and (moment := day_of(utc)):
        return moment if "+" in moment[10:] or "T" not in moment else f"{moment}+00:00"
    return day_of(own) if isinstance(own, str) else None


def _rendered(said: Any) -> str | None:
    said = said.get("rendered") if isinstance(said, dict) else said
    return said if isinstance(said, str) else None
