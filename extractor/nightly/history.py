"""The nights that were written down, as health is judged by them."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

from extractor.nightly.health import Finding, Night
from extractor.nightly.journal import DONE, NightRecord, StepRecord

_ZONE = timedelta(hours=7)
"""Of Jakarta, by whose days the press writes."""
_NIGHTS = 120
"""Nights that are looked back upon: eight weeks and more, for some were cut short."""


def history(nights: Sequence[NightRecord]) -> tuple[list[Night], list[Finding]]:
    """What each whole night brought, the oldest first, and the outlets that drift in the last one."""
    whole = [night for night in nights if night.whole][-_NIGHTS:]
    return [_night(night) for night in whole], _drifts(whole)


def left_alone(nights: Sequence[NightRecord]) -> Callable[[str], str | None]:
    """Why an outlet's site was left alone in the last night; None: it was not. Sites are domains or https://host."""
    crawl = nights[-1].steps.get("crawl") if nights else None
    told = crawl.counts.get("left_alone", {}) if crawl else {}
    left = {site.rpartition("//")[2]: str(reason) for site, reason in told.items()}

    def why(outlet: str) -> str | None:
        sites = (site for site in left if site in (outlet, f"www.{outlet}") or outlet.endswith(f".{site}"))
        return next((left[site] for site in sites), None)

    return why


def _night(night: NightRecord) -> Night:
    crawl, ingest = _done(night, "crawl"), _done(night, "ingest")
    once = ingest if ingest and ingest.times == 1 else None  # what a kill took of its counts is not known
    return Night(
        _day(night.started),
        crawl.counts.get("outlets", {}) if crawl else None,
        once.counts.get("read", 0) if once else 0,
        once.counts.get("aside", {}) if once else {},
        once.counts.get("records") if once else None,
    )


def _done(night: NightRecord, name: str) -> StepRecord | None:
    step = night.steps.get(name)
    return step if step and step.outcome == DONE else None


def _drifts(nights: Sequence[NightRecord]) -> list[Finding]:
    """The outlets that drift, with the first of the nights in a row in which they did."""
    found: dict[str, Finding] = {}
    for night in nights:
        drifting = night.steps["ingest"].counts.get("drift", []) if "ingest" in night.steps else None
        if not drifting and (drifting is None or not night.steps["ingest"].counts.get("read")):
            continue  # nothing was read: nothing is known
        found = {
            outlet: Finding(
                "drift", outlet, f"{pages} pages in a row miss {', '.join(missed)}",
                found[outlet].since if outlet in found else _day(night.started),
                f"its file in patterns/outlets expects {'it' if len(missed) == 1 else 'them'}",
            )
            for outlet, pages, missed in drifting
        }  # fmt: skip
    last = nights[-1].steps.get("ingest") if nights else None
    return list(found.values()) if last and last.counts.get("drift") else []


def _day(at: float) -> date:
    return (datetime.fromtimestamp(at, UTC) + _ZONE).date()
