"""The bench of the crawl, in small: both crawlers are given the same, and what is counted is what the hosts saw."""

from functools import cache

import pytest

from bench.crawl import Crawled, crawled

HOSTS, SECONDS, GAP = 4, 3.0, 0.5  # seconds by the clock: on a busy machine the first page takes one
BOTH = pytest.mark.parametrize("name", ["ours", "scrapy"])


@cache
def one(name: str) -> Crawled:
    return crawled(name, HOSTS, SECONDS, GAP)


@BOTH
def test_hosts_give_pages_at_the_pace_of_their_gap(name: str) -> None:
    assert HOSTS <= one(name).asked.pages <= HOSTS * (SECONDS / GAP + 1)


@BOTH
def test_each_host_is_asked_once_what_it_allows(name: str) -> None:
    assert one(name).asked.robots == HOSTS


@BOTH
def test_what_a_crawler_takes_is_that_of_its_own_process(name: str) -> None:
    assert 30 < one(name).megabytes < 400
    assert 0 < one(name).busy < 30


def test_our_crawl_leaves_the_whole_gap_by_the_log_of_the_hosts() -> None:
    assert one("ours").asked.gap >= GAP
