"""`extractor register`: what a person types, and what is printed."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import group
from extractor.cli.register.registered import _ENTRIES, _shares
from extractor.errors import ExtractorError
from extractor.store import Store
from extractor.store.alone import alone
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.telling import firm, ingested, record, told

HOSTILE = '=HYPERLINK("x") \x1b[31m\u202e<b>' + "Z" * 3_000
NOW = "2026-11-22T04:00:00Z"


def run(url: str, *arguments: str) -> Result:
    environment = {"EXTRACTOR_STORE": url, "COLUMNS": "100"}
    return CliRunner(env=environment).invoke(group, ["register", *arguments], standalone_mode=False)


def refused(url: str, *arguments: str) -> str:
    result = run(url, *arguments)
    if isinstance(result.exception, ExtractorError):
        return str(result.exception)
    assert result.return_value == 1
    return result.stderr


@pytest.fixture
def url(store: Store, store_url: str) -> str:  # noqa: F811
    ingested(
        store,
        told("a", record(), record(edition=2022, rank=1), firm("Sawit Rimba Makmur")),
        told("b", record(rank=2), firm("Sawit Rimba Makmor", edition=2023), published="2024-06-13"),
    )
    run(store_url, "build")
    return store_url


def entry(url: str, *arguments: str) -> str:
    """The id, as listed, of the first entry that is asked for."""
    return str(json.loads(run(url, "list", "--format", "json", *arguments).stdout)["entries"][0]["id"])


def test_build_says_what_it_did_and_then_that_nothing_is_left(store: Store, store_url: str) -> None:  # noqa: F811
    ingested(store, told("a", record()), told("b", record()))
    first = run(store_url, "build").stderr.splitlines()
    assert first[0] == "register: 1 made, of 1 recipients' awards"
    assert first[1].startswith("2 articles are not compared with others yet")
    assert run(store_url, "build").stderr.splitlines()[0] == "the register is up to date"


def test_build_leaves_with_75_where_another_is_at_work(url: str) -> None:
    with Store(url) as held, alone(held, "ingest", NOW):
        assert run(url, "build").return_value == 75


def test_a_list_marks_what_is_disputed(url: str) -> None:
    listed = run(url, "list", "--award", "Paritrana Award", "--recipient", "Kota Jambi")
    assert re.search(r"Paritrana Award 2024\s+Jambi\s+Kota Jambi\s+winner #\?\s+2\s+[0-9a-f]{8}", listed.stdout)
    assert listed.stderr == "2 of 2 entries\n"


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_a_table_keeps_words_whole(columns: int) -> None:
    row = ("Noken Bersih Award 2025", "Kabupaten Jayawijaya", "Kampung", "Kampung Sogokmo", "winner", "1", "4ab41c22")
    shares = _shares(columns, _ENTRIES, [row])
    cut = [word for cell, width in zip(row, shares.values(), strict=True) for word in cell.split() if len(word) > width]
    assert cut == []
    assert sum(shares.values()) + len(shares) - 1 <= columns


def test_the_next_page_begins_where_the_first_ends(url: str) -> None:
    first = run(url, "list", "--limit", "3", "--format", "json")
    shown = json.loads(first.stdout)
    rest = json.loads(run(url, "list", "--format", "json", "--after", shown["following"]).stdout)
    assert (len(shown["entries"]), len(rest["entries"]), rest["following"], shown["total"]) == (3, 1, None, 4)
    assert not {row["id"] for row in shown["entries"]} & {row["id"] for row in rest["entries"]}


def test_an_entry_is_shown_with_who_says_what_and_in_which_words(url: str) -> None:
    shown = re.sub(r" +\n", "\n", run(url, "show", entry(url, "--disputed")[:8]).stdout)
    assert "DISPUTED rank: as many say each, so none holds\n  3: 1 independent: a, 2024-06-11" in shown
    assert "2: 1 independent: b, 2024-06-13" in shown
    assert "words: Kota Jambi" in shown
    assert "https://koran.example/b" in shown


def test_an_id_of_before_says_what_it_is_now(store: Store, store_url: str) -> None:  # noqa: F811
    ingested(store, told("a", record(level=None, scope=None)))
    run(store_url, "build")
    before = entry(store_url)
    ingested(store, told("b", record()))
    run(store_url, "build")
    shown = run(store_url, "show", before[:8])
    assert shown.stderr == f"{before[:8]} is now {entry(store_url)}: what is known of its contest changed\n"
    assert "Who says so, 2 articles" in shown.stdout


def test_an_entry_as_json_leads_every_claim_to_its_words(url: str) -> None:
    shown = json.loads(run(url, "show", entry(url, "--disputed"), "--format", "json").stdout)
    assert [(claim["rank"], claim["words"], claim["outlet"]) for claim in shown["claims"]] == [
        (3, "Kota Jambi", "a"),
        (2, "Kota Jambi", "b"),
    ]
    assert {one["value"] for one in shown["disputes"]["rank"]} == {2, 3}


@pytest.mark.parametrize("named", ["Sawit Rimba Makmur", "15.71", "Kota Jambi"])
def test_a_recipient_is_shown_with_all_its_entries(url: str, named: str) -> None:
    shown = run(url, "show", named).stdout.splitlines()
    assert len([line for line in shown if line.startswith("Paritrana Award 2")]) == (1 if "Sawit" in named else 2)


def test_a_region_is_shown_over_all_editions(url: str) -> None:
    lines = run(url, "region", "Kota Jambi").stdout.splitlines()
    assert lines[0].rstrip() == "Kota Jambi (15.71)"
    assert [line.split()[2] for line in lines if line.startswith("Paritrana")] == ["2024", "2022"]


def test_names_that_may_be_one_are_suggested_and_joined_by_a_decision(url: str) -> None:
    [pair] = json.loads(run(url, "suggest", "--format", "json").stdout)
    assert {pair["one"], pair["other"]} == {"Sawit Rimba Makmur", "Sawit Rimba Makmor"}
    said = CliRunner(env={"EXTRACTOR_STORE": url, "EXTRACTOR_REVIEWER": "sari"}).invoke(
        group, ["review", "same", pair["one_key"], pair["other_key"]], standalone_mode=False
    )
    assert said.exception is None
    run(url, "build")
    assert len(run(url, "show", "Sawit Rimba Makmor").stdout.splitlines()) >= 2
    assert json.loads(run(url, "suggest", "--format", "json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("show", "Tiada Siapa"), "no entry and no recipient of this name"),
        (("show", "99.99"), "no region has this code"),
        (("show", " "), "no entry and no recipient is named"),
        (("list", "--recipient", ""), "--recipient: no name is given"),
        (("region", "Solok"), "13.02 Kabupaten Solok, 13.72 Kota Solok"),
        (("region", "Atlantis"), "is no region"),
        (("list", "--province", "Atlantis"), "is no province"),
        (("list", "--after", "zz"), "no entry of the register any more"),
    ],
)
def test_what_cannot_be_meant_is_refused_on_one_line(url: str, arguments: tuple[str, ...], reason: str) -> None:
    said = refused(url, *arguments)
    assert reason in said
    assert len(said.splitlines()) == 1


def test_entries_that_no_dated_article_tells_of_are_counted_where_days_choose(
    store: Store,  # noqa: F811
    store_url: str,  # noqa: F811
    tmp_path: Path,
) -> None:
    ingested(store, told("a", record()), told("b", firm("Sawit Rimba Makmur"), published=None))
    run(store_url, "build")
    left = "left out by their days, since no dated article tells of them: 1"
    assert left in run(store_url, "list", "--since", "2024-01-01").stderr
    assert left not in run(store_url, "list").stderr
    environment = {"EXTRACTOR_STORE": store_url}
    asked = ["export", str(tmp_path / "out"), "--format", "csv"]
    done = CliRunner(env=environment).invoke(group, [*asked, "--since", "2024-01-01"], standalone_mode=False)
    assert left in done.stderr
    assert "What no dated article tells of" in (tmp_path / "out" / "README.md").read_text()
    done = CliRunner(env=environment).invoke(group, [*asked, "--since", "2025-01-01"], standalone_mode=False)
    assert "nothing to export; but for the days 1 would be, of which no dated article tells" in str(done.exception)


def test_hostile_names_are_printed_as_text(store: Store, store_url: str) -> None:  # noqa: F811
    ingested(store, told("a", firm(HOSTILE, award=HOSTILE)))
    run(store_url, "build")
    for form in ("table", "json", "csv"):
        for asked in (("list",), ("show", entry(store_url)), ("suggest",)):
            shown = run(store_url, *asked, "--format", form).stdout
            assert "\x1b" not in shown
            assert "\u202e" not in shown
    assert len(run(store_url, "list").stdout.splitlines()) < 25
    [_, row] = csv.reader(io.StringIO(run(store_url, "list", "--format", "csv").stdout))
    assert row[1].startswith("'=")


@pytest.mark.parametrize("named", ["PT Sawit Rimba Makmur", "P.T. Sawit Rimba Makmur Tbk", "sawit rimba makmur"])
def test_a_firm_is_found_with_its_legal_form_and_without(url: str, named: str) -> None:
    assert "Sawit Rimba Makmur" in run(url, "show", named).stdout
    assert run(url, "list", "--recipient", named).stderr == "1 of 1 entries\n"


def test_a_region_takes_in_what_lies_in_it(url: str) -> None:
    assert run(url, "list", "--recipient", "15").stderr == run(url, "list", "--recipient", "15.71").stderr
    assert run(url, "list", "--recipient", "15").stderr == "2 of 2 entries\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--award", "paritrana"), "no award 'paritrana': did you mean 'Paritrana Award'?"),
        (("--award", "Paritarna Award"), "did you mean 'Paritrana Award'?"),
        (("--award", "zzz"), "the register has no award 'zzz'; it has 1 awards"),
        (("--scope", "xx"), "'xx' is no region"),
        (("--scope", "99"), "99: no region has this code"),
    ],
)
def test_what_the_register_cannot_have_is_refused_with_what_may_be_meant(
    url: str, asked: tuple[str, str], said: str
) -> None:
    assert said in refused(url, "list", *asked)


def test_who_holds_an_award_may_be_named_and_an_award_be_spelt_in_any_case(url: str) -> None:
    assert run(url, "list", "--scope", "Jambi").stderr == "4 of 4 entries\n"
    assert run(url, "list", "--award", "PARITRANA AWARD").stderr == "4 of 4 entries\n"


def test_an_empty_answer_says_what_there_is(url: str) -> None:
    assert "0 of 0 entries; the register has 4" in run(url, "list", "--edition", "1999").stderr


def test_who_holds_an_award_may_lie_in_the_region_that_is_asked_for(store: Store, store_url: str) -> None:  # noqa: F811
    ingested(store, told("a", record(level="regency", scope="15.71"), record(scope="16", edition=2023)))
    run(store_url, "build")
    assert run(store_url, "list", "--scope", "15").stderr == "1 of 1 entries\n"
