"""One fault at a time: its memory and its connections, more nights than one, and what happens without the guard."""

from collections import Counter
from datetime import datetime
from itertools import count, pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from extractor.sources import permission as permission_module
from extractor.sources.exchange import Ask
from tests.sources.web.faulty import GAP, NIGHT, WHOLE, longest_wait, one_fault
from tests.sources.web.night import Wall

MOST_GROWTH = 150_000_000


def test_with_a_single_worker_a_silent_site_holds_up_the_others(tmp_path: Path) -> None:
    assert longest_wait(one_fault(tmp_path, "silent", manners={"workers": 1}), "well") >= WHOLE


@pytest.mark.parametrize(
    "fault",
    ["bomb 10 MB", "bomb 4 MB", "flood", "endless", "heavy redirect", "100 Continue", "one byte a second",
     "feed of 100,000", "feed entity bomb", "robots 1 MB"],
)  # fmt: skip
def test_no_fault_takes_150_mb_nor_a_second_connection(tmp_path: Path, fault: str) -> None:
    told = one_fault(tmp_path, fault)
    assert told.growth < MOST_GROWTH
    assert {seen.beside for seen in told.logs[fault]} == {0}
    assert told.story("well").state == "stored"


def test_without_its_limits_a_bomb_takes_more(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "bomb 4 MB", limits={"unpacked": 400_000_000})
    assert told.growth > MOST_GROWTH


def test_without_its_guard_what_is_inside_is_reached(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "to 127.0.0.1", limits={"inside": True})
    assert told.inside == ["127.0.0.1/robots.txt", "127.0.0.1/rahasia"]


def test_without_its_guard_a_name_that_changes_its_address_leads_inside(tmp_path: Path) -> None:
    assert one_fault(tmp_path, "rebinding", limits={"inside": True}).inside


def test_without_the_rule_of_rfc_9309_an_unreachable_robots_txt_opens_a_site(tmp_path: Path) -> None:
    opened = permission_module.Permission("open", "as others have it", 0.0, NIGHT.timestamp() + 80_000)
    with patch("extractor.sources.entering.permission", lambda *_: opened._replace(since=NIGHT.timestamp())):
        told = one_fault(tmp_path, "robots 500")
    assert told.story("robots 500").state == "stored"


def test_a_feed_that_answers_304_for_ever_is_read_whole_once_a_day(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "feed 304", nights=2)
    assert told.story("feed 304", 0).state == "stored"
    assert told.sites["feed 304"].stories[0].number == 900


def test_rules_of_an_earlier_day_hold_where_the_file_cannot_be_reached_any_more(tmp_path: Path) -> None:
    told = one_fault(tmp_path, "robots later 500", nights=2)
    assert [told.story("robots later 500", number).state for number in range(4)] == [
        "stored", "refused", "stored", "stored",
    ]  # fmt: skip
    assert "what it said before holds" in told.of("hosts", "robots later 500")[0].robots_reason


def test_by_its_validators_alone_such_a_feed_goes_silent(tmp_path: Path) -> None:
    def always(due: Any, *_: object) -> Ask:
        return Ask(due.listing.url, due.listing.why, due.found_in, due.etag, due.modified)

    with patch("extractor.sources.crawl.conditional", always), pytest.raises(StopIteration):
        one_fault(tmp_path, "feed 304", nights=2).story("feed 304", 0)


class Jumping(Wall):
    """A wall clock that is put forward and back by hours again and again."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self._jumps = count()

    def __call__(self) -> float:
        return super().__call__() + (next(self._jumps) % 7 - 3) * 5400


@pytest.mark.parametrize("fault", ["well too", "429 date", "500"])
def test_a_clock_that_jumps_costs_no_story_and_no_gap(tmp_path: Path, fault: str) -> None:
    told = one_fault(tmp_path, fault, wall=Jumping(NIGHT))
    log = [seen.came for seen in told.logs["well"]]
    assert min(later - before for before, later in pairwise(log)) >= GAP
    assert Counter(row.state for row in told.of("candidates", "well")) == {"stored": 3, "set aside": 1}
    assert told.summary.faults() == []
    assert sum(seen.path.startswith("/read/") for seen in told.logs["well"]) == 3
