from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text, update

from extractor.errors import ExtractorError
from extractor.review.decisions import Decision
from extractor.review.effective import Judged
from extractor.review.identity import digest
from extractor.store import Store, StoreError
from extractor.store.decisions import By, add, counting, known, relate, say, seen_entry, seen_fact, undo
from extractor.store.judging import Told, article, decided, decisions_on, effective_facts, judged_in
from extractor.store.tables import claims, decisions, entries, touched
from tests.review.stored import TEXT, URL, bare, ingested, read

BY = By("rina", "2026-11-22T03:20:00Z", "seen in the photograph")


def told(connection: Any) -> Told:
    found = article(connection, URL)
    assert found
    return found


def held(store: Store, kind: str = "records") -> list[Judged]:
    with store.reading() as connection:
        return judged_in(connection, kind, told(connection))


def decide(store: Store, action: str, kind: str = "records", **rest: Any) -> Decision:
    with store.writing() as connection:
        about = told(connection)
        [first, *_] = judged_in(connection, kind, about)
        return say(connection, action, seen_fact(kind, about, first), BY, **rest)


def groups(store: Store) -> set[str]:
    with store.writing() as connection:
        found = set(connection.scalars(select(touched.c.group)))
        connection.execute(delete(touched))
    return found


@pytest.fixture
def jambi(store: Store) -> Store:
    ingested(store, read())
    groups(store)
    return store


def test_a_decision_keeps_who_when_why_and_what_was_seen(jambi: Store) -> None:
    decide(jambi, "correct", field="rank", value=1)
    with jambi.reading() as connection:
        [said] = decisions_on(connection, URL)
        [row] = [dict(one._mapping) for one in connection.execute(select(decisions))]
    assert (said.who, said.at, said.why, said.action, said.field, said.value) == (*BY, "correct", "rank", 1)
    assert said.was
    assert said.was["fact"]["rank"] == 2
    assert "Kota Jambi" in said.was["quotes"]
    assert "id" not in said.was["fact"]
    assert row["name"] == f"{URL} {digest('records', said.was['fact'])}"


@pytest.mark.parametrize("statement", [update(decisions).values(who="x"), delete(decisions)], ids=["update", "delete"])
def test_no_decision_is_changed_or_deleted(jambi: Store, statement: Any) -> None:
    decide(jambi, "accept")
    with pytest.raises(StoreError, match="never changed and never deleted"), jambi.writing() as connection:
        connection.execute(statement)
    assert held(jambi)[0].standing == "accepted"


@pytest.mark.parametrize(("action", "standing"), [("accept", "accepted"), ("reject", "rejected"), ("note", "machine")])
def test_what_a_person_says_of_a_record(jambi: Store, action: str, standing: str) -> None:
    decide(jambi, action)
    assert held(jambi)[0].standing == standing


def test_a_word_of_a_person_survives_other_patterns(jambi: Store) -> None:
    decide(jambi, "correct", field="rank", value=1)
    record = held(jambi)[0].machine
    assert record
    other = {name: value for name, value in record.items() if name != "id"} | {"rank": 3}
    ingested(jambi, bare(records=[other]), patterns="two")
    [one] = held(jambi)
    assert (one.fact["rank"], one.standing, one.machine and one.machine["rank"]) == (1, "corrected", 3)
    ingested(jambi, bare(), patterns="three")
    [one] = held(jambi)
    assert (one.fact["rank"], one.standing, one.machine) == (1, "corrected", None)


def test_a_word_of_a_person_is_stale_when_the_text_changed(jambi: Store) -> None:
    decide(jambi, "correct", field="rank", value=1)
    ingested(jambi, read("KORAN - " + TEXT + " Ralat: juara 3."), patterns="one", at="2026-11-23T03:00:00Z")
    [one] = held(jambi)
    assert (one.fact["rank"], one.standing) == (1, "stale")
    assert one.fact["spans"]


def test_a_fact_is_added(jambi: Store) -> None:
    at = TEXT.index("Sutan")
    official = {
        "name": "Sutan R.", "honorifics": [], "degrees": [], "role": "Wali Kota", "status": None,
        "jurisdiction": "15.71", "organization": None, "spans": [[at, at + 5]],
    }  # fmt: skip
    with jambi.writing() as connection:
        add(connection, "officials", told(connection), official, BY)
    one = held(jambi, "officials")[-1]
    assert (one.fact["name"], one.standing, one.quotes) == ("Sutan R.", "added", ("Sutan",))


class TestTouched:
    def test_the_group_of_the_record(self, jambi: Store) -> None:
        decide(jambi, "reject")
        assert groups(jambi) == {"paritrana award|at:15.71"}

    def test_the_groups_of_before_and_after(self, jambi: Store) -> None:
        decide(
            jambi, "correct", field="recipient", value={"type": "region", "code": "15.72", "name": "Kota Sungai Penuh"}
        )
        assert groups(jambi) == {"paritrana award|at:15.71", "paritrana award|at:15.72"}

    def test_the_groups_of_before_and_after_an_undoing(self, jambi: Store) -> None:
        value = {"type": "region", "code": "15.72", "name": "Kota Sungai Penuh"}
        made = decide(jambi, "correct", field="recipient", value=value)
        groups(jambi)
        with jambi.writing() as connection:
            undo(connection, made.id, BY)
        assert groups(jambi) == {"paritrana award|at:15.71", "paritrana award|at:15.72"}

    def test_a_worker_count_that_the_articles_entries_are_checked_by(self, jambi: Store) -> None:
        decide(jambi, "reject", "worker_counts")
        assert groups(jambi) == {"paritrana award|at:15.71"}

    def test_both_recipients_that_are_the_same(self, jambi: Store) -> None:
        with jambi.writing() as connection:
            relate(connection, "same", "at:15.71", "as:kota jambi", BY)
        assert groups(jambi) == {"paritrana award|at:15.71"}

    @pytest.mark.parametrize("said_before", [[], [("at:15.71", "as:kota jambi"), ("as:kota jambi", "as:jambi")]])
    def test_two_codes_are_never_one_recipient(self, jambi: Store, said_before: list[tuple[str, str]]) -> None:
        with jambi.writing() as connection:
            for one, other in said_before:
                relate(connection, "same", one, other, BY)
            one = said_before[-1][1] if said_before else "at:15.71"
            with pytest.raises(ExtractorError, match=r"Jambi \(15.71\) and Kota Sungai Penuh \(15.72\) have codes"):
                relate(connection, "same", one, "at:15.72", BY)
            relate(connection, "different", one, "at:15.72", BY)

    def test_the_group_of_a_corrected_record_when_the_article_changes(self, jambi: Store) -> None:
        value = {"type": "region", "code": "15.72", "name": "Kota Sungai Penuh"}
        decide(jambi, "correct", field="recipient", value=value)
        groups(jambi)
        ingested(jambi, read("Ralat. " + TEXT))
        assert "paritrana award|at:15.72" in groups(jambi)

    def test_the_group_of_an_added_record_when_the_article_changes(self, jambi: Store) -> None:
        fact = held(jambi)[0].fact | {"award": "Adipura", "spans": [[8, 18]]}
        with jambi.writing() as connection:
            add(connection, "records", told(connection), fact, BY)
        assert groups(jambi) == {"paritrana award|at:15.71", "adipura|at:15.71"}
        ingested(jambi, read("Ralat. " + TEXT))
        assert "adipura|at:15.71" in groups(jambi)

    def test_nothing_where_the_transaction_fails(self, jambi: Store) -> None:
        def failing() -> None:
            with jambi.writing() as connection:
                about = told(connection)
                say(connection, "reject", seen_fact("records", about, judged_in(connection, "records", about)[0]), BY)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            failing()
        assert (groups(jambi), held(jambi)[0].standing) == (set(), "machine")


class TestUndo:
    def test_an_undoing_and_its_undoing(self, jambi: Store) -> None:
        made = decide(jambi, "reject")
        with jambi.writing() as connection:
            undoing = undo(connection, made.id, BY)
        assert held(jambi)[0].standing == "machine"
        with jambi.writing() as connection:
            undo(connection, undoing.id, BY)
        assert held(jambi)[0].standing == "rejected"
        with jambi.reading() as connection:
            assert [one.action for one in decisions_on(connection, URL)] == ["reject", "undo", "undo"]

    def test_what_is_not_there(self, jambi: Store) -> None:
        with pytest.raises(ExtractorError, match="#7: there is no decision"), jambi.writing() as connection:
            undo(connection, 7, BY)

    def test_what_is_undone_already(self, jambi: Store) -> None:
        made = decide(jambi, "reject")
        with jambi.writing() as connection:
            undo(connection, made.id, BY)
        with pytest.raises(ExtractorError, match="#1 is undone already, by #2"), jambi.writing() as connection:
            undo(connection, made.id, BY)


ENTRY = {
    "id": "e" * 16, "group": "paritrana award|at:15.71", "award": "Paritrana Award", "recipient_type": "region",
    "recipient": "Kota Jambi", "outcome": "winner", "support": 1, "articles": 1, "disputed": [], "checks": [],
    "review": "machine", "changed": "2026-11-22T03:00:00Z",
}  # fmt: skip


class TestEntries:
    @pytest.fixture
    def entered(self, jambi: Store) -> Store:
        [one] = held(jambi)
        with jambi.writing() as connection:
            connection.execute(insert(entries), ENTRY)
            row = {"entry_id": ENTRY["id"], "record_id": one.fact["id"], "article_id": told(connection).id}
            connection.execute(insert(claims), row | {"cluster": told(connection).id})
        return jambi

    def test_an_entry_is_seen_with_its_claims(self, entered: Store) -> None:
        with entered.reading() as connection:
            seen = seen_entry(connection, "e" * 16)
            assert seen
            assert seen.was
            assert seen.was["claims"] == [f"{URL} {held(entered)[0].digest}"]
            assert seen.was["texts"] == {URL: told(connection).hash}
            assert seen.was["entry"]["recipient"] == "Kota Jambi"

    def test_a_decision_on_an_entry_touches_its_group(self, entered: Store) -> None:
        with entered.writing() as connection:
            seen = seen_entry(connection, "e" * 16)
            assert seen
            say(connection, "accept", seen, BY)
        assert groups(entered) == {"paritrana award|at:15.71"}
        with entered.reading() as connection:
            assert [one.action for one in counting(connection, "entry", "e" * 16)] == ["accept"]

    def test_there_is_no_such_entry(self, jambi: Store) -> None:
        with jambi.reading() as connection:
            assert seen_entry(connection, "f" * 16) is None


def test_effective_facts_of_many_articles(jambi: Store) -> None:
    ingested(jambi, read(url=URL + "/2"))
    decide(jambi, "reject")
    with jambi.reading() as connection:
        found = [
            (one.key, [f.standing for f in facts])
            for one, facts in effective_facts(connection, "records", [URL + "/2", URL])
        ]
        assert decided(connection, "records") == [URL]
        assert decided(connection, "regions") == []
    assert found == [(URL, ["rejected"]), (URL + "/2", ["machine"])]


def test_the_same_said_twice_is_known(jambi: Store) -> None:
    made = decide(jambi, "correct", field="rank", value=1)
    with jambi.reading() as connection:
        assert known(connection, made)
        assert not known(connection, made._replace(who="budi"))
        assert not known(connection, made._replace(value=3))


@pytest.mark.parametrize(
    "hostile", ["'; DROP TABLE decisions; --", "\u202eevil\u0000", "=cmd()", "x" * 10_000, "\ud83d"]
)
def test_hostile_words_are_text(jambi: Store, hostile: str) -> None:
    with jambi.writing() as connection:
        about = told(connection)
        seen = seen_fact("records", about, judged_in(connection, "records", about)[0])
        say(connection, "correct", seen, By(hostile, BY.at, hostile), field="category", value=hostile)
    fact = held(jambi)[0].fact
    assert fact["category"] == hostile.replace("\u0000", "\ufffd").replace("\ud83d", "\ufffd")


def test_the_machines_rows_are_not_changed_by_a_decision(jambi: Store) -> None:
    with jambi.reading() as connection:
        before = connection.execute(text("SELECT * FROM records")).all()
    decide(jambi, "correct", field="rank", value=1)
    with jambi.reading() as connection:
        assert connection.execute(text("SELECT * FROM records")).all() == before
