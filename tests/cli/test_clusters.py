"""`extractor clusters`: what a person types, and what is printed."""

import json

import pytest
from click.testing import CliRunner, Result

from extractor.cli import group
from extractor.errors import ExtractorError
from extractor.store import Store
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.test_clusters import ALL, COPIED, RILIS, ingest, story

HOSTILE = '=HYPERLINK("x") \x1b[31m\u202e<b>' + "Z" * 10_000


def run(url: str, *arguments: str) -> Result:
    environment = {"EXTRACTOR_STORE": url, "COLUMNS": "80"}
    return CliRunner(env=environment).invoke(group, ["clusters", *arguments], standalone_mode=False)


def test_build_says_what_it_did_and_then_that_nothing_is_left(store: Store, store_url: str) -> None:  # noqa: F811
    ingest(store, ALL)
    assert run(store_url, "build").stderr == "clusters: 5 articles compared, 2 in another cluster than before\n"
    assert run(store_url, "build").stderr == "the clusters are up to date\n"


def test_a_list_says_who_was_first_and_who_followed(store: Store, store_url: str) -> None:  # noqa: F811
    ingest(store, ALL)
    run(store_url, "build")
    listed = run(store_url, "list")
    assert listed.stdout.splitlines()[0] == "2025-08-29  kabar.example, then pos.example +1 day, suara.example +2 days"
    assert listed.stderr == "1 release in several articles, 1 to 1 shown\n"


def test_an_article_shows_its_release_in_the_order_of_days(store: Store, store_url: str) -> None:  # noqa: F811
    ingest(store, ALL)
    run(store_url, "build")
    lines = run(store_url, "show", "https://suara.example/kartu").stdout.splitlines()
    heads = [line for line in lines if line.startswith("2025")]
    assert heads == [
        "2025-08-29  kabar.example, first",
        "2025-08-30  pos.example, a copy, 100%, +1 day",
        "2025-08-31  suara.example, recast, 54%, +2 days",
    ]


def test_an_article_without_an_address_is_shown_with_its_file(store: Store, store_url: str) -> None:  # noqa: F811
    ingest(store, [story("kabar", COPIED, "2025-08-29", url=None), RILIS])
    run(store_url, "build")
    assert "  kabar.html" in run(store_url, "list").stdout + run(store_url, "show", "kabar.html").stdout


@pytest.mark.parametrize("arguments", [("list",), ("show", "https://pos.example/kartu")], ids=["list", "show"])
def test_no_line_is_wider_than_a_terminal_or_steers_it(
    store: Store, store_url: str, arguments: tuple[str, ...]  # noqa: F811
) -> None:
    long = "warta" * 12
    ingest(store, [story(long, COPIED, "2025-08-01", title=HOSTILE), story("pos", COPIED, None, title=HOSTILE), RILIS])
    run(store_url, "build")
    printed = run(store_url, *arguments).stdout
    assert "=HYPERLINK" in printed
    assert [line for line in printed.splitlines() if len(line) > 80 and "https://" not in line] == []
    assert "\x1b" not in printed
    assert "\u202e" not in printed


def test_json_has_every_article_of_a_release(store: Store, store_url: str) -> None:  # noqa: F811
    ingest(store, ALL)
    run(store_url, "build")
    told = json.loads(run(store_url, "list", "--format", "json").stdout)
    assert told["total"] == 1
    assert [(one["site"], one["copied"]) for one in told["releases"][0]] == [
        ("kabar.example", True),
        ("pos.example", True),
        ("suara.example", False),
    ]
    alone = json.loads(run(store_url, "show", "https://warta.example/kartu", "--format", "json").stdout)
    assert [(one["site"], one["similarity"], one["copied"]) for one in alone] == [("warta.example", None, None)]


def test_what_was_not_compared_yet_is_alone(store: Store, store_url: str) -> None:  # noqa: F811
    ingest(store, [RILIS])
    shown = run(store_url, "show", "kabar.html")
    assert shown.stdout.startswith("2025-08-29  kabar.example\n")
    assert shown.stderr == "no other article of the store prints it\n"


def test_nothing_printed_twice_is_said(store_url: str) -> None:  # noqa: F811
    assert run(store_url, "list").stderr.startswith("no release was printed twice")


def test_an_unknown_article_fails_in_one_line(store_url: str) -> None:  # noqa: F811
    shown = run(store_url, "show", "https://nobody.example/")
    assert shown.return_value == 1
    assert shown.stderr.count("\n") == 1


def test_a_store_that_is_not_there_is_said_in_one_line(tmp_path: object) -> None:
    shown = run(f"{tmp_path}/none.sqlite", "list")
    assert isinstance(shown.exception, ExtractorError)
    assert "extractor ingest PATH" in str(shown.exception)
