"""The step `register` on both databases: entries follow what articles and people say, and nothing else is written."""

from itertools import count, pairwise
from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, update

from extractor.review.entries import SINCE
from extractor.store import Store
from extractor.store.check import faults
from extractor.store.decisions import By, relate, say, seen_entry, seen_fact, undo
from extractor.store.entries import register
from extractor.store.judging import article, judged_in
from extractor.store.likenesses import near_names
from extractor.store.looks import Wanted, looks
from extractor.store.proofs import _fullest, entry_ids, proven
from extractor.store.readings import touch
from extractor.store.tables import articles, claims, clusters, entries, metadata, records, touched
from tests.store.filled import fill
from tests.store.telling import firm, ingested, record, told

NOW, LATER, LAST = "2026-11-22T04:00:00Z", "2026-11-22T05:00:00Z", "2026-11-22T06:00:00Z"
BY = By("sari", "2026-11-22T04:30:00Z")


def rows(store: Store) -> list[dict[str, Any]]:
    with store.reading() as connection:
        return [dict(row) for row in connection.execute(select(entries).order_by(entries.c.id)).mappings()]


def only(store: Store) -> dict[str, Any]:
    [row] = rows(store)
    return row


def everything(store: Store) -> dict[str, list[Any]]:
    with store.reading() as connection:
        return {
            name: sorted(map(repr, connection.execute(select(table)).all())) for name, table in metadata.tables.items()
        }


def decide(store: Store, action: str, name: str, **rest: Any) -> int:
    with store.writing() as connection:
        held = article(connection, f"https://koran.example/{name}")
        assert held
        [first, *_] = judged_in(connection, "records", held)
        return say(connection, action, seen_fact("records", held, first), BY, **rest).id


def decide_entry(store: Store, action: str, **rest: Any) -> int:
    with store.writing() as connection:
        seen = seen_entry(connection, only(store)["id"])
        assert seen
        return say(connection, action, seen, BY, **rest).id


def test_a_first_place_that_articles_leave_open_speaks_against_no_other(store: Store) -> None:
    other = {"type": "region", "code": "15.72", "name": "Kota Sungai Penuh"}
    ingested(store, told("a", record(rank=1)), told("b", record(rank=2)), told("c", record(rank=1, recipient=other)))
    register(store, NOW)
    found = {row["recipient"]: (row["rank"], row["disputed"], row["failed"]) for row in rows(store)}
    assert found == {"Kota Jambi": (None, ["rank"], False), "Kota Sungai Penuh": (1, [], False)}


def test_who_accepts_an_entry_has_not_settled_what_it_leaves_open(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record(rank=2)))
    register(store, NOW)
    decide_entry(store, "accept")
    register(store, LATER)
    assert (only(store)["review"], only(store)["rank"], only(store)["disputed"]) == ("accepted", None, ["rank"])
    decide_entry(store, "correct", field="rank", value=2)
    register(store, LAST)
    assert (only(store)["review"], only(store)["rank"], only(store)["disputed"]) == ("corrected", 2, [])


def test_two_articles_make_one_entry_with_two_claims(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record(category="kabupaten/kota")))
    done = register(store, NOW)
    row = only(store)
    assert (done.made, row["support"], row["category"]) == (1, 2, "kabupaten/kota")
    assert (row["year"], row["changed"]) == (2024, NOW)
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(claims)) == 2
        assert connection.scalar(select(func.count()).select_from(touched)) == 0


def test_a_second_run_changes_nothing(store: Store) -> None:
    fill(store, 30)
    register(store, NOW)
    before = everything(store)
    done = register(store, LATER, everything=True)
    assert (done.made, done.changed, done.withdrawn) == (0, 0, 0)
    assert done.unchanged == len(before["entries"]) > 20
    assert everything(store) == before


def test_the_order_of_articles_does_not_matter(store: Store, target_url: str) -> None:
    made = [told(f"a{at}", record(rank=1 + at % 2, edition=2024 if at % 3 else None)) for at in range(6)]
    ingested(store, *made)
    register(store, NOW)
    with Store(target_url) as other:
        other.create()
        for one in reversed(made):
            ingested(other, one)
            register(other, NOW)
        assert [row | {"changed": ""} for row in rows(other)] == [row | {"changed": ""} for row in rows(store)]


def test_only_what_changed_bears_the_new_time(store: Store) -> None:
    ingested(store, told("a", record(), firm("Sinar Elok")))
    register(store, NOW)
    ingested(store, told("b", record()))
    register(store, LATER)
    assert {row["recipient"]: row["changed"] for row in rows(store)} == {"Kota Jambi": LATER, "Sinar Elok": NOW}


def test_what_an_article_says_no_more_is_withdrawn(store: Store) -> None:
    ingested(store, told("a", record(), firm("Sinar Elok")))
    register(store, NOW)
    ingested(store, told("a", record()), patterns="two")
    assert register(store, LATER).withdrawn == 1
    assert only(store)["recipient"] == "Kota Jambi"


def test_records_read_anew_with_the_same_values_leave_the_entry_as_it_was(store: Store) -> None:
    ingested(store, told("a", record(), firm("Sinar Elok")))
    register(store, NOW)
    before = rows(store)
    ingested(store, told("a", record(), firm("Sinar Elok"), regions=[]) | {"coverage": [COVERAGE]}, patterns="two")
    register(store, LATER)
    assert rows(store) == before
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(claims)) == 2


COVERAGE = {"value": 96.5, "of": None, "status": "actual", "spans": [[0, 4]], "pattern": "made.up"}


def test_copies_of_a_release_are_one_voice(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record()))
    with store.writing() as connection:
        first, second = connection.scalars(select(articles.c.id).order_by(articles.c.id)).all()
        connection.execute(insert(clusters), [{"article_id": one, "cluster": first} for one in (first, second)])
    register(store, NOW)
    assert (only(store)["support"], only(store)["articles"]) == (1, 2)


def test_a_run_that_was_cut_short_is_taken_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, 30)
    monkeypatch.setattr("extractor.store.entries.BATCH", 5)
    calls = count()

    def stop(_: int, __: int) -> None:
        if next(calls) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        register(store, NOW, told=stop)
    assert len(rows(store)) > 0
    register(store, NOW)
    cut = rows(store)
    with store.writing() as connection:
        connection.execute(delete(claims))
        connection.execute(delete(entries))
    register(store, NOW, everything=True)
    assert cut == rows(store)


def test_two_first_places_of_a_contest_are_told_and_mended(store: Store) -> None:
    ingested(store, told("a", firm("Sinar Elok", rank=1)), told("b", firm("Karya Elok", rank=1)))
    register(store, NOW)
    assert [row["failed"] for row in rows(store)] == [True, True]
    decide(store, "correct", "b", field="rank", value=2)
    register(store, LATER)
    assert {row["recipient"]: (row["failed"], row["rank"]) for row in rows(store)} == {
        "Sinar Elok": (False, 1),
        "Karya Elok": (False, 2),
    }


def test_a_rejected_record_is_no_claim_and_comes_back_when_that_is_undone(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record(rank=2)))
    number = decide(store, "reject", "b")
    register(store, NOW)
    assert (only(store)["rank"], only(store)["disputed"], only(store)["support"]) == (3, [], 1)
    with store.writing() as connection:
        undo(connection, number, BY)
    register(store, LATER)
    assert (only(store)["disputed"], only(store)["support"], only(store)["articles"]) == (["rank"], 2, 2)


def test_a_corrected_recipient_moves_the_claim_to_its_own_entry(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record()))
    register(store, NOW)
    bungo = {"type": "region", "code": "15.08", "name": "Kabupaten Bungo"}
    decide(store, "correct", "b", field="recipient", value=bungo)
    register(store, LATER)
    assert {row["recipient"]: row["support"] for row in rows(store)} == {"Kota Jambi": 1, "Kabupaten Bungo": 1}


def test_a_decision_on_an_entry_stands_above_its_claims(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record(rank=2)))
    register(store, NOW)
    number = decide_entry(store, "correct", field="rank", value=2)
    register(store, LATER)
    row = only(store)
    assert (row["rank"], row["disputed"], row["review"], row["changed"]) == (2, [], "corrected", LATER)
    ingested(store, told("c", record()), told("d", record()))
    register(store, LAST)
    assert (only(store)["rank"], only(store)["support"], only(store)["articles"]) == (2, 1, 4)
    with store.writing() as connection:
        undo(connection, number, BY)
    register(store, LAST)
    assert (only(store)["rank"], only(store)["review"]) == (3, "machine")


def test_a_decision_follows_an_entry_of_which_more_becomes_known(store: Store) -> None:
    ingested(store, told("a", record()))
    register(store, NOW)
    before = only(store)["id"]
    decide_entry(store, "accept")
    ingested(store, told("b", record(category="kabupaten/kota")))
    register(store, LATER)
    row = only(store)
    assert row["id"] != before
    assert (row["review"], row["category"]) == ("accepted", "kabupaten/kota")


def test_names_that_a_person_calls_the_same_are_one_recipient_until_that_is_undone(store: Store) -> None:
    ingested(store, told("a", firm("Sawit Rimba Makmur")), told("b", firm("Sawit Rimba Makmor")))
    register(store, NOW)
    with store.reading() as connection:
        [near] = near_names(connection)
    with store.writing() as connection:
        number = relate(connection, "same", near.one.key, near.other.key, BY).id
    register(store, LATER)
    assert only(store)["support"] == 2
    with store.writing() as connection:
        undo(connection, number, BY)
    register(store, LAST)
    assert [row["support"] for row in rows(store)] == [1, 1]


@pytest.mark.parametrize(("undone", "left"), [(0, [1, 2]), (1, [1, 1, 1])])
def test_what_is_no_more_one_has_no_entry_left_under_the_other_s_name(
    store: Store, undone: int, left: list[int]
) -> None:
    names = ("Sawit Rimba Makmor", "Sawit Rimba Makmur", "Sawit Rimba Subur")
    awards = ("Paritrana Award", "PROPER", "PROPER")
    ingested(store, *(told(name[-3:], firm(name, award=award)) for name, award in zip(names, awards, strict=True)))
    register(store, NOW)
    before = [(row["award"], row["recipient"], row["support"]) for row in rows(store)]
    keys = [f"as:{name.lower()}" for name in names]
    with store.writing() as connection:
        numbers = [relate(connection, "same", one, other, BY).id for one, other in pairwise(keys)]
    register(store, LATER)
    assert sorted(row["support"] for row in rows(store)) == [1, 2]
    with store.writing() as connection:
        undo(connection, numbers[undone], BY)
    register(store, LAST)
    assert sorted(row["support"] for row in rows(store)) == left
    with store.writing() as connection:
        undo(connection, numbers[1 - undone], BY)
    register(store, LAST)
    assert [(row["award"], row["recipient"], row["support"]) for row in rows(store)] == before
    assert list(faults(store)) == []


def test_names_that_a_person_calls_different_are_not_proposed_again(store: Store) -> None:
    ingested(store, told("a", firm("Sawit Rimba Makmur")), told("b", firm("Sawit Rimba Makmor")))
    register(store, NOW)
    with store.writing() as connection:
        [near] = near_names(connection)
        relate(connection, "different", near.one.key, near.other.key, BY)
    with store.reading() as connection:
        assert near_names(connection) == []


def test_the_line_that_is_shown_is_the_one_that_says_most() -> None:
    text = "Tiga besar:\nKota Jambi\nBungo\nPenghargaan 2024 bagi finalis Kota Jambi diserahkan."
    first, second = text.index("Kota"), text.rindex("Kota")
    spans = [[first, first + 10], [second - 13, second - 1], [second, second + 10]]
    assert _fullest(text, spans, [spans[0], spans[2]]) == [spans[2], spans[0]]


def test_every_value_leads_to_its_words(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record(rank=2)))
    register(store, NOW)
    with store.reading() as connection:
        [number] = entry_ids(connection, only(store)["id"][:8])
        shown = proven(connection, number)
    assert shown
    assert shown.entry
    assert [(proof.words, proof.told.claim.outlet, proof.told.claim.rank) for proof in shown.proofs] == [
        ("Kota Jambi", "a", 3),
        ("Kota Jambi", "b", 2),
    ]
    assert {voice.value for voice in shown.entry.agreements["rank"].voices} == {2, 3}


@pytest.mark.parametrize(
    "name", ["=1+1", "'; DROP TABLE entries; --", "<script>", "\u202eimbaJ", "x" * 10_000, "\u4f60" * 9_000]
)
def test_hostile_names_are_text(store: Store, name: str) -> None:
    ingested(store, told("a", firm(name, award=name)))
    register(store, NOW)
    assert (only(store)["recipient"], only(store)["award"]) == (name, name)


def test_records_that_other_keys_grouped_are_grouped_anew(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record()))
    register(store, NOW)
    before = rows(store)
    with store.writing() as connection:
        first = connection.scalar(select(func.min(records.c.id)))
        connection.execute(update(records).where(records.c.id == first).values(group="paritrana award|as:kota jambi"))
        touch(connection, ["paritrana award|as:kota jambi", "paritrana award|at:15.71"])
    register(store, LATER)
    assert len(rows(store)) == 2
    register(store, NOW, everything=True)
    assert rows(store) == before


def test_what_is_touched_and_has_no_records_is_struck(store: Store) -> None:
    with store.writing() as connection:
        touch(connection, ["nothing award|as:nobody"])
    assert register(store, NOW).groups == 1
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(touched)) == 0


def test_claims_are_of_current_texts_only(store: Store) -> None:
    ingested(store, told("a", record()))
    register(store, NOW)
    changed = told("a", firm("Sinar Elok"))
    changed["article"]["text"] += " Ralat."
    ingested(store, changed, patterns="two")
    register(store, LATER)
    assert only(store)["recipient"] == "Sinar Elok"
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(records)) == 2
        assert connection.scalar(select(func.count()).select_from(claims)) == 1


def say_of(store: Store, edition: int, **rest: Any) -> int:
    """A correction of the entry of an edition."""
    with store.writing() as connection:
        [row] = connection.execute(select(entries.c.id).where(entries.c.edition == edition)).all()
        seen = seen_entry(connection, row.id)
        assert seen
        return say(connection, "correct", seen, BY, **rest).id


def test_an_entry_that_a_person_calls_another_edition_meets_the_one_that_is_there(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record(edition=2023, event_date="2023-06-10")))
    register(store, NOW)
    before = rows(store)
    number = say_of(store, 2023, field="edition", value=2024)
    register(store, LATER)
    row = only(store)
    assert (row["edition"], row["support"], row["review"]) == (2024, 2, "corrected")
    assert [(one["ok"], one["told"]) for one in row["checks"] if one["check"] == "dates_within_edition"] == [
        (False, "edition 2024, event 2023-06-10")
    ]
    with store.reading() as connection:
        shown = proven(connection, row["id"])
        assert shown
        assert [proof.told.claim.edition for proof in shown.proofs] == [2024, 2023]
        undo_of = number
    with store.writing() as connection:
        undo(connection, undo_of, BY)
    register(store, LAST)
    assert [one | {"changed": ""} for one in rows(store)] == [one | {"changed": ""} for one in before]


def test_two_entries_on_which_people_decided_become_one(store: Store) -> None:
    ingested(store, told("a", record()), told("b", record(edition=2023)))
    register(store, NOW)
    say_of(store, 2024, field="rank", value=1)
    say_of(store, 2023, field="edition", value=2024)
    register(store, LATER)
    assert (only(store)["rank"], only(store)["edition"], only(store)["articles"]) == (1, 2024, 2)
    say_of(store, 2024, field="edition", value=2025)
    register(store, LAST)
    assert (only(store)["edition"], only(store)["articles"]) == (2025, 2)
    assert only(store)["support"] == 0  # no article says that it was the first


def test_an_entry_that_alone_changes_its_edition_keeps_its_name_and_is_checked_by_what_holds(store: Store) -> None:
    ingested(store, told("a", record(edition=2020, event_date="2024-06-10")))
    register(store, NOW)
    before = only(store)
    say_of(store, 2020, field="edition", value=2024)
    register(store, LATER)
    row = only(store)
    assert (before["failed"], row["failed"], row["edition"], row["id"]) == (True, False, 2024, before["id"])
    say_of(store, 2024, field="event_date", value="2022-01-02")
    register(store, LAST)
    assert "edition 2024, event 2022-01-02" in [check["told"] for check in only(store)["checks"] if not check["ok"]]


def test_what_was_said_of_an_entry_that_is_gone_is_said_of_the_one_with_its_key(store: Store) -> None:
    ingested(store, told("a", record(edition=2023)), told("b", record(shortlist=9)))
    register(store, NOW)
    say_of(store, 2023, field="edition", value=2024)
    ingested(store, told("a", firm("Sinar Elok")), patterns="two")
    register(store, LATER)
    assert sorted((row["recipient"], row["support"]) for row in rows(store)) == [("Kota Jambi", 1), ("Sinar Elok", 1)]


class TestAnArticleThatChangedAfterADecision:
    def changed(self, store: Store, action: str) -> Any:
        ingested(store, told("a", record(rank=1)))
        register(store, NOW)
        with store.writing() as connection:
            [number] = connection.scalars(select(entries.c.id))
            seen = seen_entry(connection, number)
            assert seen
            say(connection, action, seen, By("rina", NOW))
        register(store, NOW)
        newer = told("a", record(rank=3))
        newer["article"]["text"] += " (diperbarui)"
        ingested(store, newer, patterns="two")
        register(store, LATER)
        return only(store)

    @pytest.mark.parametrize(("action", "rank"), [("accept", 1), ("reject", 3)])
    def test_what_holds_is_stale_and_what_was_decided_is_told(self, store: Store, action: str, rank: int) -> None:
        row = self.changed(store, action)
        told_ = f"rina {action}ed rank 1 on {NOW[:10]}; its articles now say rank 3"
        assert (row["rank"], row["review"], row["failed"]) == (rank, "stale", True)
        assert {"check": SINCE, "ok": False, "told": told_} in row["checks"]

    @pytest.mark.parametrize("action", ["accept", "reject"])
    def test_it_is_listed_for_a_second_look_once(self, store: Store, action: str) -> None:
        self.changed(store, action)
        with store.reading() as connection:
            found = [(one.why, one.told) for one in looks(connection, Wanted(), frozenset({"Paritrana Award"}))]
        assert found == [("stale", f"rina {action}ed rank 1 on {NOW[:10]}; its articles now say rank 3")]


def counted(number: int, status: str, region: str | None) -> dict[str, Any]:
    fact = {"count": number, "bound": "exact", "group": "penduduk", "status": status, "region": region}
    return fact | {"spans": [[0, 4]], "pattern": "made.up"}


@pytest.mark.parametrize(("region", "checks"), [(None, 0), ("32", 0), ("15.71", 1)])
def test_parts_and_totals_are_checked_on_the_entries_of_their_region(
    store: Store, region: str | None, checks: int
) -> None:
    counts = [counted(46, "covered", region), counted(209, "total", region)]
    ingested(store, told("a", record(), worker_counts=counts))
    register(store, NOW)
    assert len([one for one in only(store)["checks"] if one["check"] == "parts_below_totals"]) == checks


@pytest.mark.parametrize(("region", "checks"), [(None, 1), ("15.08", 0), ("15.71", 1)])
def test_a_sum_is_checked_on_the_entries_of_its_region(store: Store, region: str | None, checks: int) -> None:
    text = "4.361 orang, terdiri atas 3.000 petani dan 1.316 nelayan"
    counts = [
        counted(number, "covered", region) | {"spans": [[text.index(words), text.index(words) + len(words)]]}
        for number, words in ((4361, "4.361"), (3000, "3.000"), (1316, "1.316"))
    ]
    made = told("a", record(), worker_counts=counts)
    ingested(store, made | {"article": made["article"] | {"text": text}})
    register(store, NOW)
    assert len([one for one in only(store)["checks"] if one["check"] == "sums_add_up"]) == checks


def test_two_kabupaten_cannot_both_be_first_where_no_category_is_told_but_a_kota_can(store: Store) -> None:
    places = [("33.02", "Kabupaten Banyumas"), ("33.04", "Kabupaten Banjarnegara"), ("33.72", "Kota Surakarta")]
    won = [
        record(recipient={"type": "region", "code": code, "name": name}, scope="33", rank=1) for code, name in places
    ]
    ingested(store, *(told(f"a{at}", one) for at, one in enumerate(won)))
    register(store, NOW)
    assert {row["recipient"]: row["failed"] for row in rows(store)} == {
        "Kabupaten Banyumas": True, "Kabupaten Banjarnegara": True, "Kota Surakarta": False,
    }  # fmt: skip
