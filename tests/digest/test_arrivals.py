"""Which articles a day's sheet tells of: none is left out of all sheets, and what is not on one is counted."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extractor.cli import group
from extractor.digest.arrivals import Left, arrivals, left
from extractor.store import Store
from extractor.store.ingest import Brought, Ingest
from extractor.store.runs import Run
from tests.register.test_likeness import RECAST, RELEASE, REPORTER
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.filled import LATER, PATTERNS
from tests.store.test_clusters import story

DAY = "2025-08-29"
EVENING = "2025-08-28T22:10:00+07:00"


def ingest(store: Store, *stories: dict[str, Any], at: str = f"{DAY}T00:30:00Z") -> None:  # noqa: F811
    writer = Ingest(store, Run("ingest", PATTERNS, at))
    for one in stories:
        writer.article(one, [Brought(one["article"]["source"])])
    writer.end(LATER, "done", None, {})


def told(store: Store, day: str = DAY) -> list[str]:  # noqa: F811
    with store.reading() as connection:
        return [str(one.outlet).removesuffix(".example") for one in arrivals(connection, day)]


def missing(store: Store, day: str = DAY) -> Left:  # noqa: F811
    with store.reading() as connection:
        return left(connection, day)


def test_what_was_printed_in_the_evening_and_met_in_the_night_is_on_the_mornings_sheet(store: Store) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, EVENING), at="2025-08-28T20:00:00Z")
    assert told(store) == ["kabar"]
    assert told(store, "2025-08-28") == ["kabar"]
    assert told(store, "2025-08-30") == []


def test_what_was_met_on_its_own_day_is_on_no_sheet_of_the_next(store: Store) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, EVENING), at="2025-08-28T16:30:00Z")
    assert (told(store, "2025-08-28"), told(store)) == (["kabar"], [])


@pytest.mark.parametrize(("moment", "day"), [("2025-08-28T16:59:59Z", "2025-08-28"), ("2025-08-28T17:00:00Z", DAY)])
@pytest.mark.parametrize("fetched", [True, False])
def test_an_article_without_a_day_is_of_the_day_in_jakarta_on_which_it_was_met(
    store: Store, moment: str, day: str, fetched: bool  # noqa: F811
) -> None:
    more, at = ({"fetched": moment}, "2026-01-01T00:00:00Z") if fetched else ({}, moment)
    ingest(store, story("kabar", RELEASE, None, **more), at=at)
    assert told(store, day) == ["kabar"]
    assert missing(store, day) == Left(0, 0)


def test_an_article_that_changed_stays_on_the_day_on_which_it_was_first_met(store: Store) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, None, fetched=f"{DAY}T01:00:00Z"))
    changed = story("kabar", f"{RELEASE}\nDibetulkan.", None, fetched="2025-09-02T01:00:00Z")
    ingest(store, changed, at="2025-09-02T02:00:00Z")
    assert (told(store), told(store, "2025-09-02")) == (["kabar"], [])


def test_an_old_article_that_was_met_is_on_the_sheet_of_its_day_and_counted_on_this(store: Store) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, "2024-08-29"), story("warta", REPORTER, "2025-08-22"))
    assert (told(store, "2024-08-29"), told(store)) == (["kabar"], ["warta"])
    assert missing(store) == Left(undated=0, older=1)


def test_articles_without_a_day_of_other_sheets_are_counted(store: Store) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, None), at="2025-08-20T03:00:00Z")
    ingest(store, story("warta", REPORTER, None))
    assert told(store) == ["warta"]
    assert missing(store) == Left(undated=1, older=0)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-08-29T00:20:00+08:00", DAY),  # an outlet of Makassar: what it printed
        ("2025-08-28T17:20:00Z", DAY),  # a machine's clock
        ("2025-08-28T17:20:00+00:00", DAY),
        ("2025-08-29T23:20:00", DAY),
        ("2025-08-30T01:00:00+10:00", DAY),
        ("2025-08-29", DAY),
    ],
)
def test_the_day_is_that_of_the_outlets_own_clock(store: Store, published: str, day: str) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, published), at="2026-01-01T00:00:00Z")
    around = [(date.fromisoformat(day) + timedelta(off)).isoformat() for off in (-1, 0, 1)]
    assert [told(store, one) for one in around] == [[], ["kabar"], []]


def test_every_article_is_on_a_sheet(store: Store) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, None), story("warta", REPORTER, "2019-01-01"), story("suara", RECAST, DAY))
    assert sorted(told(store) + told(store, "2019-01-01")) == ["kabar", "suara", "warta"]


def test_the_command_counts_what_is_not_there(store: Store, store_url: str, tmp_path: Path) -> None:  # noqa: F811
    ingest(store, story("kabar", RELEASE, None), at="2025-08-20T03:00:00Z")
    some = {"suara": (RECAST, DAY), "warta": (REPORTER, None), "bali": (f"{RELEASE} Bali", EVENING)}
    ingest(store, *(story(host, text, published) for host, (text, published) in some.items()))
    asked = ["kliping", "--day", DAY, "--out", str(tmp_path), "--language", "en"]
    done = CliRunner(env={"EXTRACTOR_STORE": store_url}).invoke(group, asked, standalone_mode=False)
    assert done.stderr.startswith("29 August 2025: 3 articles (2 different texts); 1 without a date")
    assert "1 other article without a date is on the sheet of the day on which it was first found" in done.stderr
    page = (tmp_path / f"kliping-{DAY}.html").read_text(encoding="utf-8")
    assert "1 other article without a date" in page
    assert "28 August 2025, newly found" in page
