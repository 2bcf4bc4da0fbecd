from typing import Any

import pytest

from extractor.store import Store
from extractor.store.decisions import By, add, say, seen_fact, undo
from extractor.store.judging import article, judged_in
from extractor.store.lessons import Lesson, lessons
from tests.review.stored import TEXT, URL, ingested, read

BY = By("rina", "2026-11-22T03:20:00Z")


@pytest.fixture
def jambi(store: Store) -> Store:
    ingested(store, read())
    return store


def decide(store: Store, action: str, kind: str, **rest: Any) -> int:
    with store.writing() as connection:
        about = article(connection, URL)
        assert about
        return say(connection, action, seen_fact(kind, about, judged_in(connection, kind, about)[0]), BY, **rest).id


def learnt(store: Store) -> list[Lesson]:
    with store.reading() as connection:
        return list(lessons(connection))


def test_a_correction_is_to_be_found_with_what_was_corrected(jambi: Store) -> None:
    decide(jambi, "correct", "worker_counts", field="status", value="total")
    [lesson] = learnt(jambi)
    assert (lesson.kind, lesson.finds, lesson.told, lesson.fact["status"]) == (
        "worker_counts", True, {"status"}, "total",
    )  # fmt: skip
    assert [lesson.text[start:end] for start, end in lesson.spans] == ["3.000 pekerja rentan"]
    assert lesson.pattern
    assert lesson.pattern.startswith("worker_counts.")


def test_a_rejection_is_to_be_ignored(jambi: Store) -> None:
    decide(jambi, "reject", "worker_counts")
    assert [(one.kind, one.finds) for one in learnt(jambi)] == [("worker_counts", False)]


def test_an_added_fact_is_to_be_found_where_its_words_stand(jambi: Store) -> None:
    at = TEXT.index("Wali Kota Jambi Sutan")
    official = dict.fromkeys(("status", "jurisdiction", "organization")) | {"honorifics": [], "degrees": []}
    official |= {"name": "Sutan R.", "role": "Wali Kota", "spans": [[at, at + 21]]}
    with jambi.writing() as connection:
        about = article(connection, URL)
        assert about
        add(connection, "officials", about, official, BY)
    [lesson] = learnt(jambi)
    assert (lesson.finds, lesson.pattern, lesson.fact["name"]) == (True, None, "Sutan R.")
    assert [lesson.text[start:end] for start, end in lesson.spans] == ["Wali Kota Jambi Sutan"]


@pytest.mark.parametrize("action", ["accept", "note"])
def test_what_holds_teaches_nothing(jambi: Store, action: str) -> None:
    decide(jambi, action, "worker_counts")
    assert learnt(jambi) == []


def test_what_was_undone_teaches_nothing(jambi: Store) -> None:
    number = decide(jambi, "reject", "worker_counts")
    with jambi.writing() as connection:
        undo(connection, number, BY)
    assert learnt(jambi) == []


def test_a_lesson_is_of_the_text_that_the_person_saw(jambi: Store) -> None:
    decide(jambi, "reject", "worker_counts")
    ingested(jambi, read("Ralat. " + TEXT.replace("3.000", "2.000")))
    [lesson] = learnt(jambi)
    assert lesson.text == TEXT


def test_lessons_come_in_the_order_of_kinds(jambi: Store) -> None:
    decide(jambi, "reject", "records")
    decide(jambi, "reject", "regions")
    assert [one.kind for one in learnt(jambi)] == ["regions", "records"]
