"""The demonstration: a feed, a robots.txt and pages on the machine itself, crawled as any press is."""

import socket
from pathlib import Path
from typing import NamedTuple

import pytest
import requests

from extractor.article import Page
from extractor.sources.archive import pages_of
from extractor.sources.demo import crawl_demo, serve_demo
from extractor.sources.demo.pages import demo_pages
from extractor.sources.summary import Summary
from tests.sources.stands import agreement


class Shown(NamedTuple):
    """Two runs of the demonstration on one folder."""

    folder: Path
    first: Summary
    second: Summary


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    folder = tmp_path_factory.mktemp("demo") / "data"
    return Shown(folder, crawl_demo(folder), crawl_demo(folder))


def test_every_page_of_the_demonstration_is_found_and_those_on_awards_are_stored(shown: Shown) -> None:
    total = shown.first.total
    assert total.total() == len(demo_pages())
    assert total["stored"] > 20
    assert total == {"stored": total["stored"], "set aside": total["set aside"]}


def test_a_second_run_asks_for_no_story_again(shown: Shown) -> None:
    assert set(shown.second.requests) == {"unchanged"}


def test_its_counts_add_up_and_its_state_agrees_with_its_archive(shown: Shown) -> None:
    assert (shown.first.faults(), shown.second.faults(), agreement(shown.folder)) == ([], [], [])


def test_what_is_archived_is_what_the_corpus_holds(shown: Shown) -> None:
    printed = {page.url: page.body for page in demo_pages()}
    kept = [page for path in (shown.folder / "archive").glob("*.warc.gz") for page in pages_of(path)]
    assert kept
    assert {page.url for page in kept if isinstance(page, Page) and printed[(page.url or "")] != page.content} == set()


def test_only_its_own_names_are_known() -> None:
    with serve_demo() as demo, pytest.raises(socket.gaierror):
        demo.resolve("www.example.org", 80)


def test_it_is_served_on_the_machine_alone_and_ends_with_its_use() -> None:
    with serve_demo() as demo:
        host, port = demo.address
        answer = requests.get(f"http://{host}:{port}/feed/", headers={"Host": sorted(demo.hosts)[0]}, timeout=5)
    assert (host, answer.status_code) == ("127.0.0.1", 200)
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://{host}:{port}/feed/", timeout=5)
