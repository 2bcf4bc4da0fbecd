from typing import Any

import pytest

from extractor.review.decisions import ENTRY, Decision
from extractor.review.entries import effective_entries, overtaken, standing_of

ENTRY_SEEN = {"id": "e1", "group": "g", "award": "Adipura", "edition": None, "rank": None, "recipient": "Kota Tegal"}
CLAIMS = ["https://koran.example/1 " + "a" * 16, "https://warta.example/2 " + "b" * 16]
TEXTS = {"https://koran.example/1": "1" * 64, "https://warta.example/2": "2" * 64}


def entry(**fields: Any) -> dict[str, Any]:
    return ENTRY_SEEN | {"claims": CLAIMS} | fields


def say(*actions: tuple[str, str | None, Any], name: str = "e1") -> list[Decision]:
    was = {"entry": ENTRY_SEEN, "claims": CLAIMS, "texts": TEXTS}
    return [
        Decision(n, "2026-11-22T03:20:00Z", "rina", None, action, ENTRY, name, field, value, was)
        for n, (action, field, value) in enumerate(actions, start=1)
    ]


@pytest.mark.parametrize(
    ("actions", "edition", "standing"),
    [
        ([], None, "machine"),
        ([("accept", None, None)], None, "accepted"),
        ([("correct", "edition", 2024)], 2024, "corrected"),
        ([("correct", "edition", 2024), ("correct", "edition", 2023)], 2023, "corrected"),
        ([("correct", "edition", 2024), ("accept", None, None)], 2024, "corrected"),
        ([("accept", None, None), ("reject", None, None)], None, "rejected"),
        ([("note", None, None)], None, "machine"),
    ],
)
def test_a_persons_word_on_an_entry(actions: list[Any], edition: int | None, standing: str) -> None:
    [(found, how)] = effective_entries([entry()], say(*actions), TEXTS)
    assert (found["edition"], how) == (edition, standing)


def test_an_entry_is_stale_when_one_of_its_articles_changed() -> None:
    changed = TEXTS | {"https://warta.example/2": "3" * 64}
    [(found, how)] = effective_entries([entry()], say(("correct", "rank", 1)), changed)
    assert (found["rank"], how) == (1, "stale")


def test_a_further_article_makes_nothing_stale() -> None:
    [(_, how)] = effective_entries(
        [entry()], say(("accept", None, None)), TEXTS | {"https://kabar.example/3": "3" * 64}
    )
    assert how == "accepted"


def test_an_entry_whose_id_changed_is_known_by_its_claims() -> None:
    other = entry(id="e3", edition=2020, claims=["https://kabar.example/3 " + "c" * 16])
    found = effective_entries([other, entry(id="e2", edition=2024)], say(("correct", "rank", 1)), TEXTS)
    assert [(one["id"], one["rank"], how) for one, how in found] == [("e3", None, "machine"), ("e2", 1, "corrected")]


def test_an_entry_that_nobody_claims_any_more_stands_as_the_person_saw_it() -> None:
    [(found, how)] = effective_entries([], say(("correct", "edition", 2024)), TEXTS)
    assert (found, how) == (ENTRY_SEEN | {"edition": 2024, "claims": []}, "corrected")


def test_a_rejected_entry_that_nobody_claims_is_gone() -> None:
    assert effective_entries([], say(("reject", None, None)), TEXTS) == []


@pytest.mark.parametrize(
    ("claims", "standing"),
    [
        ([], "machine"),
        (["machine", "machine"], "machine"),
        (["machine", "accepted"], "accepted"),
        (["accepted", "corrected"], "corrected"),
        (["added"], "corrected"),
        (["corrected", "stale"], "stale"),
    ],
)
def test_an_entry_stands_as_the_records_that_speak_of_it(claims: list[str], standing: str) -> None:
    assert standing_of(claims) == standing


class TestAnArticleChanged:
    SEEN = ENTRY_SEEN | {"outcome": "winner", "rank": 1, "event_date": None}
    NOW = TEXTS | {"https://warta.example/2": "3" * 64}
    READ = (CLAIMS[0], "https://warta.example/2 " + "d" * 16)

    def said(self, action: str, field: str | None = None, value: Any = None) -> list[Decision]:
        was = {"entry": self.SEEN, "claims": CLAIMS, "texts": TEXTS}
        return [Decision(7, "2026-11-22T03:20:00Z", "rina", None, action, ENTRY, "e1", field, value, was)]

    def read(self, **fields: Any) -> dict[str, Any]:
        return self.SEEN | {"rank": 3, "event_date": "2024-06-10", "claims": list(self.READ)} | fields

    def test_what_a_person_accepted_stands_and_what_was_unknown_is_added(self) -> None:
        [(found, how)] = effective_entries([self.read()], self.said("accept"), self.NOW)
        assert (found["rank"], found["event_date"], how) == (1, "2024-06-10", "stale")

    def test_what_the_articles_say_instead_is_told_with_who_decided_what(self) -> None:
        told = overtaken([self.read()], self.said("accept"), self.NOW)
        assert told == {"e1": "rina accepted rank 1 on 2026-11-22; its articles now say rank 3"}

    def test_where_they_say_the_same_nothing_is_told(self) -> None:
        assert overtaken([self.read(rank=1)], self.said("accept"), self.NOW) == {}
        assert overtaken([self.read()], self.said("accept"), TEXTS) == {}

    def test_a_corrected_value_stands(self) -> None:
        [(found, how)] = effective_entries([self.read()], self.said("correct", "rank", 2), self.NOW)
        assert (found["rank"], how) == (2, "stale")
        told = overtaken([self.read()], self.said("correct", "rank", 2), self.NOW)
        assert told == {"e1": "rina said rank 2 on 2026-11-22; its articles now say rank 3"}

    def test_a_correction_says_nothing_of_the_other_fields(self) -> None:
        seen = [one._replace(was={**one.was, "entry": self.SEEN | {"event_date": "2024-06-09"}})  # type: ignore[dict-item]
                for one in self.said("correct", "rank", 1)]  # fmt: skip
        [(found, how)] = effective_entries([self.read()], seen, self.NOW)
        assert (found["rank"], found["event_date"], how) == (1, "2024-06-10", "stale")
        assert overtaken([self.read(rank=1)], seen, self.NOW) == {}

    def test_what_was_accepted_before_one_field_was_corrected_stands(self) -> None:
        [accepted] = self.said("accept")
        chain = [accepted._replace(id=6), *self.said("correct", "event_date", "2024-06-08")]
        [(found, _)] = effective_entries([self.read()], chain, self.NOW)
        assert (found["rank"], found["event_date"]) == (1, "2024-06-08")

    def test_what_nobody_rejected_is_shown_again(self) -> None:
        [(found, how)] = effective_entries([self.read()], self.said("reject"), self.NOW)
        assert (found["rank"], how) == (3, "stale")
        told = overtaken([self.read()], self.said("reject"), self.NOW)
        assert told == {"e1": "rina rejected rank 1 on 2026-11-22; its articles now say rank 3"}

    def test_a_rejection_holds_while_the_changed_article_says_no_more_than_before(self) -> None:
        same = self.read(rank=1, claims=CLAIMS)
        [(_, how)] = effective_entries([same], self.said("reject"), self.NOW)
        assert how == "rejected"
        told = overtaken([same], self.said("reject"), self.NOW)
        assert told == {"e1": "rina rejected it on 2026-11-22; one of its articles changed since"}
