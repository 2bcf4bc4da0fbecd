"""What leaves the store: the same bytes from the same content, each value with its words, nothing that is to stay."""

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bench.synthetic import Extracted, articles
from extractor.export import Exported, export
from extractor.export.evidence import WORDS
from extractor.export.folder import manifest
from extractor.store import Store
from extractor.store.clusters import cluster
from extractor.store.decisions import By, add, say, seen_entry, seen_fact
from extractor.store.entries import register
from extractor.store.histories import worker_counts_of
from extractor.store.judging import article, effective_facts, judged_in
from extractor.store.publishing import Criteria, publication
from extractor.store.tables import articles as articles_table
from extractor.store.tables import claims, entries, texts
from tests.export.made import FORMS
from tests.export.reading import READERS
from tests.review import stored
from tests.store.conftest import server_or_skip
from tests.store.filled import LATER, fill

COUNT = 24
BY = By("rina", "2026-11-22T03:30:00Z", "dilihat di foto")
WHOLE = Criteria()
MADE = list(articles(COUNT))


def filled(store: Store, made: list[Extracted] | None = None) -> Store:
    fill(store, made if made is not None else COUNT)
    cluster(store)
    register(store, LATER)
    return store


def written(store: Store, folder: Path, form: str = "jsonl", criteria: Criteria = WHOLE, **more: Any) -> Exported:
    with store.reading() as connection:
        return export(publication(connection, criteria), folder, form, **more)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def facts(folder: Path) -> Iterator[dict[str, Any]]:
    for table in ("records", "officials", "regulations", "worker_counts", "ranks", "dates", "coverage", "amounts"):
        yield from rows(folder, table)


def counted(folder: Path) -> dict[str, int]:
    """Rows of each table, as an export says it of itself."""
    return {name: told["rows"] for name, told in (manifest(folder) or {})["tables"].items()}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every form of the same articles, out of a store in a file."""
    folder = tmp_path_factory.mktemp("reference")
    with Store(folder / "store.sqlite") as store:
        store.create()
        filled(store)
        for form in FORMS:
            written(store, folder / form, form)
    return folder


@pytest.fixture(scope="module")
def made() -> Iterator[dict[str, Store]]:
    """The stores that were filled so far, by their backends."""
    stores: dict[str, Store] = {}
    yield stores
    for store in stores.values():
        store.close()


@pytest.fixture
def full(backend: str, made: dict[str, Store], tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with the same articles, for tests that only read it."""
    if backend not in made:
        file = str(tmp_path_factory.mktemp("full") / "store.sqlite")
        store = Store(file if backend == "sqlite" else in_server())
        store.create()
        made[backend] = filled(store)
    return made[backend]


def in_server() -> str:
    server = server_or_skip()
    return server.url(server.database())


@pytest.mark.parametrize("form", FORMS)
def test_the_same_articles_in_another_order_give_the_same_bytes(
    form: str, store: Store, reference: Path, tmp_path: Path
) -> None:
    filled(store, list(articles(COUNT))[::-1])
    written(store, tmp_path / "out", form)
    assert files(tmp_path / "out") == files(reference / form)


def test_an_entry_names_the_first_of_the_articles_that_say_so(reference: Path) -> None:
    published = {one["id"]: one["published"] for one in rows(reference / "jsonl", "articles")}
    said: dict[str, set[str]] = {}
    for one in rows(reference / "jsonl", "claims"):
        said.setdefault(one["entry_id"], set()).add(one["article_id"])
    told = rows(reference / "jsonl", "entries")
    assert any(len(articles) > 1 for articles in said.values())
    assert all(one["first_article_id"] in said[one["id"]] for one in told)
    firsts = [min(published[name][:10] for name in said[one["id"]]) for one in told]
    assert [published[one["first_article_id"]][:10] for one in told] == firsts


@pytest.mark.parametrize("form", FORMS)
def test_an_export_made_again_has_the_same_bytes(form: str, full: Store, tmp_path: Path) -> None:
    written(full, tmp_path / "one", form)
    written(full, tmp_path / "two", form)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_everything_that_is_stored_leaves(reference: Path) -> None:
    made = list(articles(COUNT))
    counts = counted(reference / "jsonl")
    assert counts["articles"] == len({one["article"]["url"] for one in made}) == COUNT
    for kind in ("records", "worker_counts", "officials", "regulations", "coverage", "amounts", "ranks", "dates"):
        assert counts[kind] == sum(len({json.dumps(bare(fact)) for fact in one[kind]}) for one in made)
    assert counts["claims"] == counts["records"]
    assert counts["entries"] > 0


def bare(fact: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fact.items() if name not in ("spans", "pattern")}


def test_every_quote_stands_in_its_text_at_its_place(full: Store, tmp_path: Path) -> None:
    written(full, tmp_path / "out")
    with full.reading() as connection:
        stories = dict(connection.execute(select(texts.c.hash, texts.c.text)).all())
    checked = 0
    for fact in facts(tmp_path / "out"):
        text = stories[fact["text_hash"]]
        whole = fact["quote_prefix"] + fact["quote"] + fact["quote_suffix"]
        assert text[fact["start"] : fact["end"]] == fact["quote"]
        assert text[fact["start"] - len(fact["quote_prefix"]) :].startswith(whole)
        assert 0 < len(whole.split()) <= WORDS
        checked += 1
    assert checked > 5 * COUNT


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "sqlite"])
def test_each_place_that_proves_a_record_lies_in_one_of_its_quotes(form: str, reference: Path) -> None:
    stories = {hashlib.sha256(one["article"]["text"].encode()).hexdigest(): one["article"]["text"] for one in MADE}
    told = list(READERS[form](reference / form, "records"))
    further = 0
    for record in told:
        text, more = stories[record["text_hash"]], meant(record["further_quotes"])
        further += len(more)
        assert all(text[one["start"] : one["end"]] == one["exact"] for one in more)
        assert all(len(f"{one['prefix']}{one['exact']}{one['suffix']}".split()) <= WORDS for one in more)
        quoted = [(int(record["start"]), int(record["end"])), *((one["start"], one["end"]) for one in more)]
        for start, end in meant(record["spans"]):
            assert any(first <= start and end <= last for first, last in quoted)
        assert record["recipient"].split()[-1] in record["quote"]
    assert further > len(told) / 2


def meant(value: Any) -> Any:
    """A list that some forms print as JSON."""
    return json.loads(value) if isinstance(value, str) else value


def test_an_article_without_an_address_is_found_by_its_files_name(store: Store, tmp_path: Path) -> None:
    made = list(articles(2))
    made[0]["article"] |= {"url": None, "outlet": None, "title": None, "source": "/home/rahasia/kliping/jambi 2024.txt"}
    filled(store, made)
    written(store, tmp_path / "out")
    told = {(one["url"] is None, one["file"]) for one in READERS["jsonl"](tmp_path / "out", "articles")}
    assert told == {(True, "jambi 2024.txt"), (False, None)}
    assert b"rahasia" not in b"".join(files(tmp_path / "out").values())


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_no_article_text_and_no_author_leaves(form: str, store: Store, tmp_path: Path) -> None:
    made = list(articles(COUNT))
    for one in made:
        one["article"]["author"] = "Wartawati Rahasia"
    filled(store, made)
    written(store, tmp_path / "out", form)
    everything = b"".join(files(tmp_path / "out").values()).decode()
    assert "Wartawati Rahasia" not in everything
    for one in made:
        words = re.findall(r"\S+", one["article"]["text"].partition("\n")[0])
        runs = {" ".join(words[at : at + WORDS + 1]) for at in range(len(words) - WORDS)}
        assert [run for run in runs if run in everything] == []


def test_phones_in_a_story_are_dots_in_its_quotes(store: Store, tmp_path: Path) -> None:
    made = list(articles(1))
    text = made[0]["article"]["text"]
    [start, end] = made[0]["records"][0]["spans"][0]
    made[0]["article"]["text"] = text[:end] + " (0812-3456-7890)" + text[end:]
    moved = [[s if s < end else s + 17, e if e <= end else e + 17] for s, e in [[start, end]]]
    for kind in ("regions", "officials", "regulations", "worker_counts", "ranks", "dates", "coverage", "amounts"):
        made[0][kind] = []
    made[0]["records"] = [made[0]["records"][0] | {"spans": moved}]
    filled(store, made)
    written(store, tmp_path / "out")
    [record] = rows(tmp_path / "out", "records")
    assert "••••-••••-••••" in record["quote_suffix"]
    assert "3456" not in b"".join(files(tmp_path / "out").values()).decode()


def test_what_a_person_says_leaves_in_place_of_the_machines(store: Store, tmp_path: Path) -> None:
    filled(store)
    with store.writing() as connection:
        keys = list(connection.scalars(select(articles_table.c.key).order_by(articles_table.c.key)))
        about = article(connection, keys[0])
        assert about
        [first, *_] = judged_in(connection, "worker_counts", about)
        say(connection, "correct", seen_fact("worker_counts", about, first), BY, field="count", value=4316)
        [rejected, *_] = judged_in(connection, "officials", about)
        say(connection, "reject", seen_fact("officials", about, rejected), BY)
        fact = {"value": 12.5, "of": "pekerja", "status": "actual", "spans": [[0, 5]]}
        add(connection, "coverage", about, fact, BY)
    register(store, LATER)
    before = written(store, tmp_path / "out")
    workers, officials = rows(tmp_path / "out", "worker_counts"), rows(tmp_path / "out", "officials")
    assert [one["count"] for one in workers if one["standing"] == "corrected"] == [4316]
    here = named(tmp_path, keys[0])
    assert rejected.fact["name"] not in [one["name"] for one in officials if one["article_id"] == here]
    added = [one for one in rows(tmp_path / "out", "coverage") if one["standing"] == "added"]
    assert [(one["value"], one["pattern"]) for one in added] == [(12.5, "review")]
    said = rows(tmp_path / "out", "decisions")
    assert [(one["action"], one["who"], one["field"], one["value"]) for one in said] == [
        ("correct", "rina", "count", 4316), ("reject", "rina", None, None), ("add", "rina", None, fact),
    ]  # fmt: skip
    assert said[0]["name"] in [one["id"] for one in workers]
    assert {name: count for name, count, _ in before.tables}["officials"] == len(officials)


def named(folder: Path, key: str) -> str:
    return next(one["id"] for one in rows(folder / "out", "articles") if one["url"] == key)


@pytest.mark.parametrize("form", FORMS)
def test_a_filtered_export_says_how_many_of_how_many(form: str, full: Store, reference: Path, tmp_path: Path) -> None:
    award = rows(reference / "jsonl", "entries")[0]["award"]
    told = written(full, tmp_path / "out", form, Criteria(award=award.upper()))
    whole = counted(reference / form)
    assert {name: total for name, _, total in told.tables if name != "regions"} == {
        name: count for name, count in whole.items() if name != "regions"
    }
    chosen = {name: count for name, count, _ in told.tables}
    assert 0 < chosen["entries"] == sum(one["award"] == award for one in rows(reference / "jsonl", "entries"))
    assert chosen["entries"] < whole["entries"]
    assert chosen["records"] < whole["records"]
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert f"| `entries` | {chosen['entries']:,} | {whole['entries']:,} |" in card
    assert "Not everything: award: " in card


def entry_where(criteria: Criteria, one: dict[str, Any]) -> bool:
    within = one["scope"] is not None and (one["scope"] + ".").startswith(f"{criteria.scope}.")
    return (
        (criteria.edition is None or one["edition"] == criteria.edition)
        and (criteria.outcome is None or one["outcome"] == criteria.outcome)
        and (criteria.level is None or one["level"] == criteria.level)
        and (criteria.scope is None or within)
        and (criteria.since is None or one["last_published"] >= criteria.since)
        and (criteria.until is None or one["first_published"][:10] <= criteria.until)
        and (criteria.recipient is None or criteria.recipient.lower() in one["recipient"].lower())
        and (not criteria.reviewed_only or one["review"] in ("accepted", "corrected", "added"))
    )


@pytest.mark.parametrize(
    "criteria",
    [
        Criteria(edition=2020), Criteria(outcome="nominee"), Criteria(level="province"), Criteria(since="2020-01-01"),
        Criteria(until="2019-06-30"), Criteria(since="2018-01-01", until="2020-12-31"), Criteria(recipient="KABUPATEN"),
        Criteria(recipient="100%"), Criteria(recipient="_"), Criteria(reviewed_only=True),
        Criteria(scope="3"),
    ],
    ids=str,
)  # fmt: skip
def test_a_filter_chooses_the_entries_that_it_names(
    criteria: Criteria, full: Store, reference: Path, tmp_path: Path
) -> None:
    written(full, tmp_path / "out", criteria=criteria)
    everything = rows(reference / "jsonl", "entries")
    assert rows(tmp_path / "out", "entries") == [one for one in everything if entry_where(criteria, one)]


def test_a_scope_takes_in_what_lies_under_it(full: Store, reference: Path, tmp_path: Path) -> None:
    everything = rows(reference / "jsonl", "entries")
    scope = next(one["scope"] for one in everything if one["scope"])
    written(full, tmp_path / "out", criteria=Criteria(scope=scope.split(".")[0]))
    chosen = rows(tmp_path / "out", "entries")
    assert chosen
    assert chosen == [one for one in everything if (one["scope"] or "").split(".")[0] == scope.split(".")[0]]


@pytest.mark.parametrize("criteria", [WHOLE, Criteria(outcome="nominee")], ids=["whole", "filtered"])
def test_every_key_leads_to_a_row(criteria: Criteria, full: Store, tmp_path: Path) -> None:
    from extractor.export.resources import KEYS, RESOURCES

    written(full, tmp_path / "out", criteria=criteria)
    keys = {name: [one[key] for one in rows(tmp_path / "out", name)] for name, key in KEYS.items()}
    assert [name for name, found in keys.items() if len(set(found)) != len(found)] == []
    references = [(one, field) for one in RESOURCES for field in one.fields if field.refers]
    broken = [
        (one.name, field.name, row[field.name])
        for one, field in references
        for row in rows(tmp_path / "out", one.name)
        if row[field.name] is not None and row[field.name] not in keys[str(field.refers)]
    ]
    assert broken == []


def counted_of(told: Exported, table: str) -> int:
    """How many rows of a table there are, as an export says."""
    return next(total for name, _, total in told.tables if name == table)


def test_a_rejected_entry_stays_in_the_store(store: Store, tmp_path: Path) -> None:
    filled(store)
    with store.writing() as connection:
        entry = connection.scalar(select(entries.c.id).order_by(entries.c.id))
        about = seen_entry(connection, str(entry))
        assert about
        say(connection, "reject", about, BY)
    with store.reading() as connection:
        keys = select(articles_table.c.key, claims.c.record_id).join(claims, claims.c.article_id == articles_table.c.id)
        behind = len(connection.execute(keys.where(claims.c.entry_id == entry)).all())
    before = counted_of(written(store, tmp_path / "before"), "records")
    register(store, LATER)
    after = counted_of(written(store, tmp_path / "out"), "records")
    assert entry not in [one["id"] for one in rows(tmp_path / "out", "entries")]
    assert entry not in [one["entry_id"] for one in rows(tmp_path / "out", "claims")]
    assert (len(rows(tmp_path / "out", "records")), after) == (before - behind, before - behind)
    part = written(store, tmp_path / "part", criteria=Criteria(award="Paritrana Award"))
    assert [total for name, _, total in part.tables if name == "records"] == [after]


def test_an_empty_store_is_exported_empty(store: Store, tmp_path: Path) -> None:
    told = written(store, tmp_path / "out", "datapackage")
    assert {count for _, count, _ in told.tables} == {0}
    assert (manifest(tmp_path / "out") or {})["release"] == "unreleased"


def test_a_release_is_called_by_the_day_of_the_newest_run(reference: Path) -> None:
    assert (manifest(reference / "csv") or {})["release"] == "2026-11-22"


@pytest.mark.parametrize("form", [form for form in FORMS if form != "xlsx"])
def test_changes_between_releases_are_told_with_values_before_and_after(
    form: str, store: Store, reference: Path, tmp_path: Path
) -> None:
    fill(store, COUNT + 10)
    cluster(store)
    register(store, LATER)
    with store.writing() as connection:
        entry = rows(reference / "jsonl", "entries")[0]
        about = seen_entry(connection, entry["id"])
        assert about
        say(connection, "correct", about, BY, field="rank", value=7)
        gone = rows(reference / "jsonl", "entries")[1]
        about = seen_entry(connection, gone["id"])
        assert about
        say(connection, "reject", about, BY)
    register(store, LATER)
    written(store, tmp_path / "out", form, since_release=reference / form)
    with (tmp_path / "out" / "changes.csv").open(encoding="utf-8", newline="") as stream:
        changes = list(csv.DictReader(stream))
    assert [one["entry"] for one in changes if one["change"] == "withdrawn" and one["entry"] == gone["id"]]
    corrected = [one for one in changes if one["entry"] == entry["id"] and one["field"] == "rank"]
    assert [(one["before"], one["after"], one["review"]) for one in corrected] == [
        ("" if entry["rank"] is None else str(entry["rank"]), "7", "corrected")
    ]
    before = {one["id"] for one in rows(reference / "jsonl", "entries")}
    added = {one["entry"] for one in changes if one["change"] == "added"}
    assert added
    assert not added & before
    told = (tmp_path / "out" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "→ “7”; corrected by a person" in told


@pytest.mark.parametrize("form", [form for form in FORMS if form != "xlsx"])
def test_a_release_against_itself_changes_nothing(form: str, full: Store, reference: Path, tmp_path: Path) -> None:
    written(full, tmp_path / "out", form, since_release=reference / form)
    assert (tmp_path / "out" / "changes.csv").read_text().count("\n") == 1


class TestTheTextChangedAfterACorrection:
    OLD = "Di Jambi sebanyak 3.000 pekerja rentan sudah terdaftar sejak Mei, kata Wali Kota Jambi."
    NEW = OLD.replace("3.000", "4.000")

    @pytest.fixture
    def corrected(self, store: Store) -> Store:
        stored.ingested(store, stored.read(self.OLD))
        with store.writing() as connection:
            about = article(connection, stored.URL)
            assert about
            [seen] = judged_in(connection, "worker_counts", about)
            say(connection, "correct", seen_fact("worker_counts", about, seen), BY, field="count", value=3100)
        stored.ingested(store, stored.read(self.NEW), at="2026-11-22T05:00:00Z")
        return store

    def test_one_figure_leaves_with_the_words_that_the_person_saw(self, corrected: Store, tmp_path: Path) -> None:
        written(corrected, tmp_path / "out")
        [row] = rows(tmp_path / "out", "worker_counts")
        assert (row["count"], row["standing"]) == (3100, "stale")
        assert (row["quote"], row["quote_prefix"]) == ("3.000 pekerja rentan", "Di Jambi sebanyak ")
        assert row["text_hash"] == hashlib.sha256(self.OLD.encode()).hexdigest()
        assert self.OLD[row["start"] : row["end"]] == row["quote"]

    def test_the_history_tells_what_the_text_says_now(self, corrected: Store) -> None:
        with corrected.reading() as connection:
            [[about, [one]]] = list(effective_facts(connection, "worker_counts", [stored.URL]))
            [stated] = worker_counts_of(connection, one.fact["region"])
        assert about.text == self.NEW
        assert (stated.fact["count"], stated.voices[0].stale) == (3100, "stale: its text now says 4.000")
        assert "3.000 pekerja rentan" in stated.voices[0].quote
