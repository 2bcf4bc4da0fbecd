"""Articles into the store: the same again changes nothing, another text is a version, another reading replaces one."""

import copy
import hashlib
import re
from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, select

from bench.synthetic import article
from extractor.store import Store
from extractor.store.ingest import CHANGED, NEW, UNCHANGED, Brought, Ingest
from extractor.store.pattern_sets import PatternSet
from extractor.store.runs import Run
from extractor.store.search import search
from extractor.store.tables import (
    KINDS,
    articles,
    claims,
    decisions,
    entries,
    inputs,
    pattern_sets,
    readings,
    records,
    regions,
    runs,
    texts,
    touched,
)
from tests.store.dumps import by_names, count, dump, groups

NOW, LATER = "2026-11-22T03:20:00Z", "2026-11-22T03:21:00Z"
OLD, OTHER = PatternSet("a" * 16, {"dates.toml": "1"}, {}), PatternSet("b" * 16, {"dates.toml": "2"}, {})
URL = "https://warta.example/berita/kota-teduh-raih-penghargaan"


def kept(number: int = 3, **told: Any) -> dict[str, Any]:
    """An article as the workers give it; `told` is what its own is to be instead."""
    made = copy.deepcopy(article(number))
    made["article"] |= {"fetched": None, "canonical": made["article"]["url"]} | told
    return made


def retold(made: dict[str, Any], ending: str, **told: Any) -> dict[str, Any]:
    """The same article with a sentence more."""
    other = copy.deepcopy(made)
    other["article"] |= {"text": f"{made['article']['text']} {ending}"} | told
    return other


def brought(made: dict[str, Any], name: str | None = None, digest: str = "0" * 64) -> list[Brought]:
    return [Brought(name or made["article"]["source"], digest)]


def writer(store: Store, patterns: PatternSet = OLD, started: str = NOW) -> Ingest:
    return Ingest(store, Run("ingest", patterns, started))


def write(store: Store, made: dict[str, Any], name: str | None = None, **run: Any) -> str:
    one = writer(store, **run)
    became = one.article(made, brought(made, name))
    one.end(LATER, "done", None, {})
    return became


def current(store: Store) -> Any:
    with store.reading() as connection:
        return connection.execute(select(texts).join(articles, articles.c.text_id == texts.c.id)).one()


def rows(store: Store, table: Any) -> list[Any]:
    with store.reading() as connection:
        return list(connection.execute(select(table)).mappings())


def test_an_article_is_kept_with_all_that_was_read(store: Store) -> None:
    made = kept(fetched=NOW, published="2025-03-04T10:20:00+07:00", tags=["adipura"], section="daerah")
    assert write(store, made) == NEW
    text = current(store)
    assert (text.text, text.published, text.tags) == (made["article"]["text"], "2025-03-04T10:20:00+07:00", ["adipura"])
    assert (text.fetched, text.seen, text.version, text.patterns) == (NOW, NOW, 1, OLD.version)
    (run,) = rows(store, runs)
    assert (run["command"], run["started"], run["ended"], run["outcome"]) == ("ingest", NOW, LATER, "done")
    assert rows(store, inputs)[0]["digest"] == "0" * 64
    assert rows(store, readings)[0]["facts"]["records"] == made["records"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_fact_is_a_row_of_its_kind(store: Store, kind: str) -> None:
    numbers = [number for number in range(40) if article(number).get(kind)][:2]
    for number in numbers:
        write(store, kept(number))
    told = [fact for number in numbers for fact in article(number)[kind]]
    found = rows(store, KINDS[kind])
    assert len(told) > 1
    assert [row["spans"] for row in found] == [fact["spans"] for fact in told]
    assert [row["pattern"] for row in found] == [fact["pattern"] for fact in told]
    shared = [name for name in told[0] if name != "recipient"]
    assert [{name: row[name] for name in shared} for row in found] == [
        {name: fact[name] for name in shared} for fact in told
    ]


def test_the_same_again_changes_nothing_and_leaves_no_run(store: Store) -> None:
    made = [kept(number) for number in range(12)]
    for one in made:
        write(store, one)
    before = dump(store)
    again = writer(store, started=LATER)
    assert {again.article(one, brought(one)) for one in made} == {UNCHANGED}
    again.end(LATER, "done", None, {"inputs": 12})
    assert dump(store) == before
    assert count(store, runs) == 12


def test_another_text_at_an_address_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    made = kept()
    write(store, made)
    facts = count(store, regions)
    assert write(store, retold(made, "Hujan turun.")) == CHANGED
    assert [(text["version"], text["text"][-12:]) for text in rows(store, texts)][1] == (2, "Hujan turun.")
    assert current(store).version == 2
    assert count(store, articles) == 1
    assert count(store, regions) == 2 * facts
    assert count(store, readings) == 2


EARLY, LATE = "2026-11-20T01:00:00Z", "2026-11-21T01:00:00Z"


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [(EARLY, LATE, 2), (LATE, EARLY, 1), (None, None, 2), (None, EARLY, 2), (EARLY, None, 2)],
)
def test_the_text_that_was_sent_last_holds(
    store: Store, first: str | None, second: str | None, holds: int
) -> None:
    made = kept(fetched=first)
    write(store, made, "first.html")
    write(store, retold(made, "Hujan turun.", fetched=second), "second.html")
    assert current(store).version == holds


def test_a_site_that_goes_back_to_its_first_text_is_followed(store: Store) -> None:
    made = kept(fetched="2026-11-20T01:00:00Z")
    write(store, made, "a#1")
    write(store, retold(made, "Hujan turun.", fetched="2026-11-21T01:00:00Z"), "a#2")
    back = kept(fetched="2026-11-22T01:00:00Z")
    assert write(store, back, "a#3") == CHANGED
    text = current(store)
    assert (text.version, text.fetched, text.seen) == (1, "2026-11-20T01:00:00Z", "2026-11-22T01:00:00Z")
    assert count(store, texts) == 2


def test_a_text_that_lacks_pages_never_outdoes_the_whole_one(store: Store) -> None:
    whole, part = {"have": 3, "of": 3, "missing": []}, {"have": 1, "of": 3, "missing": [1, 3]}
    made = kept(fetched=EARLY, pages=whole)
    write(store, made, "first.html")
    write(store, retold(made, "Hujan turun.", fetched=LATE, pages=part), "second.html")
    assert current(store).pages == whole


def test_what_is_searched_is_the_text_that_holds(store: Store) -> None:
    made = kept(fetched=EARLY)
    write(store, retold(made, "Kambing mengembik."), "a")
    write(store, retold(made, "Kerbau melenguh.", fetched=LATE), "b")
    with store.reading() as connection:
        assert [search(connection, word).total for word in ("mengembik", "melenguh")] == [0, 1]


def test_one_text_at_two_addresses_is_two_articles(store: Store) -> None:
    made = kept()
    write(store, made)
    other = kept(canonical="https://kabar.example/berita/kota-teduh-raih-penghargaan", source="other")
    assert write(store, other) == NEW
    assert count(store, articles) == 2
    with store.reading() as connection:
        assert len(set(connection.scalars(select(texts.c.hash)))) == 1


@pytest.mark.parametrize(
    "url",
    [
        URL.replace("https", "http"),
        URL + "?utm_source=x",
        URL + "/amp",
        URL.replace("//", "//www."),
        URL.replace("//", "//m."),
        URL + "/",
    ],
)
def test_any_address_of_an_article_is_its_own(store: Store, url: str) -> None:
    write(store, kept(canonical=None, url=URL))
    assert write(store, kept(canonical=None, url=url, source="other")) == UNCHANGED
    assert count(store, articles) == 1
    assert count(store, inputs) == 2


def test_without_an_address_the_text_is_the_key(store: Store) -> None:
    made = kept(url=None, canonical=None)
    assert [write(store, made, "a.txt"), write(store, made, "b.txt")] == [NEW, UNCHANGED]
    assert write(store, retold(made, "Hujan."), "c.txt") == NEW
    assert rows(store, articles)[0]["key"] == f"sha256:{current_hash(made)}"


ANOTHER = {"title": "Pasar Dibuka", "text": "Pasar induk itu dibuka wali kota pagi tadi dan langsung ramai pembeli."}


def test_stories_under_an_address_that_only_their_pages_give_are_two(store: Store) -> None:
    one, other = kept(canonical=URL, hearsay=True, title="Kabar 3"), kept(9, canonical=URL, hearsay=True, **ANOTHER)
    assert [write(store, one, "a.html"), write(store, other, "b.html")] == [NEW, NEW]
    assert [write(store, one, "a.html"), write(store, other, "b.html")] == [UNCHANGED, UNCHANGED]
    assert [(row["key"], row["url"]) for row in rows(store, articles)] == [
        (URL, URL),
        (f"sha256:{current_hash(other)}", None),
    ]


@pytest.mark.parametrize("told", [{"hearsay": False}, {"title": "KABAR 3"}, {"title": None}])
def test_a_text_written_anew_at_its_own_address_or_under_its_title_is_a_version(
    store: Store, told: dict[str, Any]
) -> None:
    write(store, kept(3, canonical=URL, title="Kabar 3"), "a.html")
    assert write(store, kept(9, canonical=URL, **{"hearsay": True} | ANOTHER | told), "b.html") == CHANGED
    assert count(store, articles) == 1


def test_a_front_page_is_no_articles_address(store: Store) -> None:
    made = kept(url="https://warta.example/", canonical=None)
    write(store, made)
    assert [(row["key"], row["url"]) for row in rows(store, articles)] == [(f"sha256:{current_hash(made)}", None)]


def current_hash(made: dict[str, Any]) -> str:
    return hashlib.sha256(made["article"]["text"].encode()).hexdigest()


def test_other_patterns_replace_what_was_read_and_nothing_else(store: Store) -> None:
    made = kept()
    write(store, made)
    decision = {"at": NOW, "who": "siti", "action": "note", "target": "entry", "name": "x"}
    with store.writing() as connection:
        connection.execute(decisions.insert(), decision)
    before = rows(store, decisions), rows(store, articles), [row["text"] for row in rows(store, texts)]
    other = copy.deepcopy(made)
    other["regions"] = []
    assert write(store, other, patterns=OTHER) == CHANGED
    assert (rows(store, decisions), rows(store, articles), [row["text"] for row in rows(store, texts)]) == before
    assert count(store, regions) == 0
    assert [row["patterns"] for row in rows(store, readings)] == [OLD.version, OTHER.version]
    assert rows(store, texts)[0]["patterns"] == OTHER.version
    assert {row["version"] for row in rows(store, pattern_sets)} == {OLD.version, OTHER.version}


def test_other_patterns_that_read_the_same_leave_no_reading(store: Store) -> None:
    made = kept()
    write(store, made)
    with store.reading() as connection:
        before = connection.scalars(select(records.c.id)).all()
    assert write(store, made, patterns=OTHER) == UNCHANGED
    assert count(store, readings) == 1
    assert rows(store, texts)[0]["patterns"] == OTHER.version
    with store.reading() as connection:
        assert connection.scalars(select(records.c.id)).all() == before
    before_again = dump(store)
    write(store, made, patterns=OTHER)
    assert dump(store) == before_again


def test_of_two_inputs_of_one_run_with_one_text_the_one_that_outranks_is_read(store: Store) -> None:
    first, second = kept(author="Budi"), kept(author="Siti")
    second["regions"] = []
    one = writer(store)
    assert one.article(first, brought(first, "b.html")) == NEW
    assert one.article(second, brought(second, "a.html")) == CHANGED
    assert one.article(first, brought(first, "c.html")) == UNCHANGED
    assert (current(store).author, current(store).source, count(store, regions)) == ("Siti", "a.html", 0)
    assert [row["facts"]["regions"] for row in rows(store, readings)] == [[]]
    assert count(store, inputs) == 3


def test_groups_of_what_changed_are_touched(store: Store) -> None:
    made = kept()
    write(store, made)
    first = groups(store)
    assert {row["group"] for row in rows(store, touched)} == first
    with store.writing() as connection:
        connection.execute(delete(touched))
    assert write(store, made) == UNCHANGED
    assert rows(store, touched) == []
    other = retold(made, "Hujan.")
    other["records"] = [record | {"award": "Piala Hujan"} for record in made["records"]]
    write(store, other)
    assert {row["group"] for row in rows(store, touched)} == groups(store) > first


def test_claims_on_records_that_are_read_no_more_go_with_them(store: Store) -> None:
    made = kept()
    write(store, made)
    row = rows(store, records)[0]
    entry = {name: row[name] for name in ("award", "recipient_type", "recipient", "outcome", "group")}
    entry |= {"id": "e" * 16, "support": 1, "articles": 1, "disputed": [], "checks": [], "review": "machine"}
    with store.writing() as connection:
        connection.execute(entries.insert(), entry | {"changed": NOW})
        claim = {"entry_id": "e" * 16, "record_id": row["id"], "article_id": 1, "cluster": 1}
        connection.execute(claims.insert(), claim)
        connection.execute(delete(touched))
    other = copy.deepcopy(made)
    other["records"] = []
    assert write(store, other, patterns=OTHER) == CHANGED
    assert (rows(store, claims), rows(store, records)) == ([], [])
    assert row["group"] in {one["group"] for one in rows(store, touched)}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_arrival_leaves_no_trace(store: Store, empty_store: Store, seed: int) -> None:
    times = ("2026-11-20T01:00:00Z", "2026-11-21T01:00:00Z", "2026-11-22T01:00:00Z")
    made = [kept(number, fetched=times[number % 3]) for number in range(6)]
    made += [retold(kept(number), "Hujan.", fetched=times[2]) for number in range(3)]
    made += [kept(number, fetched=times[1], author="Budi", source=f"amp/{number}") for number in range(4)]
    fill(store, made)
    Random(seed).shuffle(made)
    fill(empty_store, made)
    here, there = by_names(store), by_names(empty_store)
    here["texts"], there["texts"] = _without_versions(here), _without_versions(there)
    assert here == there


def _without_versions(held: dict[str, list[str]]) -> list[str]:
    return sorted(re.sub(r"\('version', \d+\), ", "", row) for row in held["texts"])


def fill(store: Store, made: Iterable[dict[str, Any]]) -> None:
    for one in made:
        told = one["article"]
        write(store, one, f"{told['source']} {told['fetched']} {len(told['text'])}")


@pytest.fixture
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Store]:
    with Store(tmp_path_factory.mktemp("other") / "store.sqlite") as made:
        made.create()
        yield made


def test_what_is_set_aside_is_kept_with_its_reason(store: Store) -> None:
    one = writer(store)
    one.set_aside(Brought("a.html", "1" * 64), "index", "lists other stories", "warta.example")
    one.end(LATER, "done", None, {})
    (row,) = rows(store, inputs)
    assert (row["code"], row["reason"], row["site"]) == ("index", "lists other stories", "warta.example")
    before = dump(store)
    writer(store).set_aside(Brought("a.html", "1" * 64), "index", "lists other stories", "warta.example")
    assert dump(store) == before


def test_an_input_that_cannot_be_read_any_more_takes_nothing_away(store: Store) -> None:
    made = kept()
    write(store, made, "a.html")
    before = rows(store, articles), rows(store, texts), rows(store, records)
    writer(store).set_aside(Brought("a.html"), "unreadable", "cannot be read: no such file", None)
    assert (rows(store, articles), rows(store, texts), rows(store, records)) == before
    (row,) = rows(store, inputs)
    assert (row["code"], row["article_id"]) == ("unreadable", before[0][0]["id"])
    assert write(store, made, "a.html") == UNCHANGED
    assert rows(store, inputs)[0]["code"] is None


def test_a_run_that_fails_in_its_first_article_leaves_nothing(store: Store) -> None:
    made, one = kept(), writer(store)
    made["records"].append(made["records"][0] | {"outcome": None})
    with pytest.raises(Exception, match="outcome"):
        one.article(made, brought(made))
    one.end(LATER, "failed", "outcome", {})
    assert (rows(store, runs), rows(store, articles), rows(store, pattern_sets)) == ([], [], [])
    assert one.article(kept(), brought(made)) == NEW
    assert count(store, runs) == 1
