from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.review.decisions import standing
from extractor.review.effective import Judged, Proof, effective, judged
from extractor.review.identity import digest
from tests.review.said import HASH, NEWER, Said, count, record, region

SOLO, SOLOK = region("33.72", "Kota Surakarta", (10, 14)), region("13.72", "Kota Solok", (10, 14))
BUNGO, TEBO = record("Bungo Jaya", (0, 9), (20, 30)), record("Tebo Makmur", (0, 9), (34, 45))


def held(kind: str, facts: list[dict[str, Any]], said: Said, text_hash: str = HASH, text: str | None = None) -> Any:
    return [(fact, standing) for fact, standing in effective(kind, facts, said.decisions, text_hash, text)]


def told(kind: str, facts: list[dict[str, Any]], said: Said, field: str, text_hash: str = HASH) -> Any:
    return [(fact[field], standing) for fact, standing in effective(kind, facts, said.decisions, text_hash)]


def test_what_nobody_spoke_of_is_the_machines() -> None:
    assert held("regions", [SOLO], Said("regions")) == [(SOLO, "machine")]


@pytest.mark.parametrize(
    ("action", "rest", "code", "standing"),
    [
        ("accept", {}, "33.72", "accepted"),
        ("reject", {}, "33.72", "rejected"),
        ("correct", {"field": "code", "value": "13.72"}, "13.72", "corrected"),
        ("note", {"why": "ask the reporter"}, "33.72", "machine"),
    ],
)
def test_a_persons_word_stands_above_the_machines(action: str, rest: Any, code: str, standing: str) -> None:
    assert told("regions", [SOLO], Said("regions").of(SOLO, action, **rest), "code") == [(code, standing)]


def test_a_word_on_one_article_or_kind_is_none_on_another() -> None:
    assert told("amounts", [{"value": 1, "spans": []}], Said("regions").of(SOLO, "reject"), "value") == [(1, "machine")]


def test_the_latest_word_counts() -> None:
    said = Said("regions").of(SOLO, "reject").of(SOLO, "accept").of(SOLO, "correct", field="code", value="13.72")
    assert told("regions", [SOLO], said, "code") == [("13.72", "corrected")]
    assert told("regions", [SOLO], said.of(SOLO, "reject"), "code")[0][1] == "rejected"


def test_corrections_of_two_fields_both_hold() -> None:
    said = Said("records").of(BUNGO, "correct", field="edition", value=2024)
    said.of(BUNGO, "correct", field="rank", value=2).of(BUNGO, "accept")
    [(fact, standing)] = held("records", [BUNGO], said)
    assert (fact["edition"], fact["rank"], standing) == (2024, 2, "corrected")


def test_a_fact_that_the_machine_missed_is_added() -> None:
    assert held("regions", [], Said("regions").added(SOLOK)) == [(SOLOK | {"pattern": "review"}, "added")]


def test_an_added_fact_can_be_corrected_and_rejected() -> None:
    said = Said("worker_counts").added(count(300, (0, 3)))
    name = said.decisions[0].name
    said._add("correct", name, field="count", value=310, was={"fact": None})
    assert told("worker_counts", [], said, "count") == [(310, "added")]
    assert told("worker_counts", [], said._add("reject", name, was={"fact": None}), "count") == []


def test_an_added_fact_that_the_machine_reads_later_is_one_fact() -> None:
    read = SOLOK | {"spans": [[10, 14], [50, 54]]}
    assert told("regions", [read], Said("regions").added(SOLOK), "code") == [("13.72", "accepted")]


class TestRerun:
    def test_a_correction_stands_where_the_machine_reads_the_fact_no_more(self) -> None:
        said = Said("regions").of(SOLO, "correct", field="code", value="13.72")
        assert told("regions", [], said, "code") == [("13.72", "corrected")]

    def test_an_acceptance_stands_where_the_machine_reads_the_fact_no_more(self) -> None:
        assert held("regions", [], Said("regions").of(SOLO, "accept")) == [(SOLO | {"pattern": "review"}, "accepted")]

    def test_a_rejection_of_what_is_read_no_more_leaves_nothing(self) -> None:
        assert held("regions", [], Said("regions").of(SOLO, "reject")) == []

    @pytest.mark.parametrize(
        "read", [SOLOK, region("13.03", "Kabupaten Solok", (10, 14))], ids=["as a person said", "otherwise"]
    )
    def test_another_reading_of_the_same_words_gives_way(self, read: dict[str, Any]) -> None:
        said = Said("regions").of(SOLO, "correct", field="code", value="13.72")
        said.of(SOLO, "correct", field="name", value="Kota Solok")
        assert [code for code, _ in told("regions", [read], said, "code")] == ["13.72"]

    def test_what_the_machine_learnt_from_a_correction_is_accepted(self) -> None:
        said = Said("records").of(BUNGO, "correct", field="edition", value=2024)
        learnt = BUNGO | {"edition": 2024, "spans": [[0, 9], [15, 30]]}
        assert held("records", [learnt], said) == [(learnt, "accepted")]

    def test_a_rejection_holds_for_the_same_fact_with_other_details(self) -> None:
        said = Said("records").of(BUNGO, "reject")
        assert told("records", [BUNGO | {"edition": 2024}], said, "rank") == [(None, "rejected")]

    def test_a_rejection_says_nothing_of_another_fact_at_the_same_words(self) -> None:
        assert told("regions", [SOLOK], Said("regions").of(SOLO, "reject"), "code") == [("13.72", "machine")]

    def test_a_sibling_that_shares_the_awards_words_is_not_swallowed(self) -> None:
        said = Said("records").of(BUNGO, "correct", field="edition", value=2024)
        found = held("records", [TEBO], said)
        assert [(fact["recipient"]["name"], standing) for fact, standing in found] == [
            ("Tebo Makmur", "machine"),
            ("Bungo Jaya", "corrected"),
        ]

    def test_each_reading_gives_way_to_one_fact_only(self) -> None:
        said = Said("worker_counts").of(count(300, (0, 20)), "accept").of(count(400, (40, 60)), "accept")
        read = [count(301, (0, 20)), count(401, (40, 60))]
        assert told("worker_counts", read, said, "count") == [(300, "accepted"), (400, "accepted")]


class TestTheTextChanged:
    def test_a_correction_holds_and_is_stale(self) -> None:
        said = Said("regions").of(SOLO, "correct", field="code", value="13.72")
        assert told("regions", [SOLO], said, "code", NEWER) == [("13.72", "stale")]

    def test_a_rejection_holds_and_is_stale(self) -> None:
        [one] = judged("regions", [SOLO], Said("regions").of(SOLO, "reject").decisions, NEWER)
        assert (one.standing, one.stale) == ("rejected", True)

    def test_a_second_look_ends_it(self) -> None:
        said = Said("regions").of(SOLO, "correct", field="code", value="13.72").of(SOLO, "accept", text_hash=NEWER)
        assert told("regions", [SOLO], said, "code", NEWER) == [("13.72", "corrected")]

    def test_the_text_of_before_is_not_stale_when_it_comes_back(self) -> None:
        assert told("regions", [SOLO], Said("regions").of(SOLO, "accept"), "code", HASH) == [("33.72", "accepted")]

    @pytest.mark.parametrize(
        ("text", "spans"),
        [
            ("Kemarin di Solo.", [[11, 15]]),
            ("Kemarin di Solo, dan lagi di Solo.", []),
            ("Kemarin di tempat lain.", []),
            (None, []),
        ],
        ids=["said once", "said twice", "not said", "not told"],
    )
    def test_words_are_found_again_or_there_are_none(self, text: str | None, spans: list[list[int]]) -> None:
        [(fact, _)] = held("regions", [], Said("regions", ("Solo",)).of(SOLO, "accept"), NEWER, text)
        assert fact["spans"] == spans

    def test_what_is_said_as_often_as_before_is_found_each_time(self) -> None:
        said = Said("regions", ("Solo", "Solo")).of(SOLO, "accept")
        [(fact, _)] = held("regions", [], said, NEWER, "Solo, sekali lagi Solo.")
        assert fact["spans"] == [[0, 4], [18, 22]]

    def test_another_reading_of_the_same_words_gives_way_in_the_new_text(self) -> None:
        said = Said("regions", ("Solo",)).of(SOLO, "correct", field="code", value="13.72")
        read = region("13.03", "Kabupaten Solok", (11, 15))
        [(fact, standing)] = held("regions", [read], said, NEWER, "Kemarin di Solo.")
        assert (fact["code"], standing) == ("13.72", "stale")


class TestUndo:
    def test_an_undone_word_counts_no_more(self) -> None:
        said = Said("regions").of(SOLO, "reject").undone(1)
        assert held("regions", [SOLO], said) == [(SOLO, "machine")]

    def test_an_undone_undoing_counts_no_more(self) -> None:
        said = Said("regions").of(SOLO, "reject").undone(1).undone(2)
        assert told("regions", [SOLO], said, "code") == [("33.72", "rejected")]

    def test_undoing_the_latest_word_brings_back_the_one_before(self) -> None:
        said = Said("regions").of(SOLO, "correct", field="code", value="13.72").of(SOLO, "reject").undone(2)
        assert told("regions", [SOLO], said, "code") == [("13.72", "corrected")]

    def test_an_undone_addition_leaves_nothing(self) -> None:
        assert held("regions", [], Said("regions").added(SOLOK).undone(1)) == []

    def test_an_undone_correction_is_not_what_the_person_saw(self) -> None:
        said = Said("records").of(BUNGO, "correct", field="edition", value=2024)
        said.of(BUNGO, "correct", field="rank", value=1).undone(1)
        [(fact, _)] = held("records", [], said)
        assert (fact["edition"], fact["rank"]) == (None, 1)


class TestOnce:
    def test_a_correction_that_makes_two_facts_one_leaves_one(self) -> None:
        said = Said("regions").of(SOLO, "correct", field="code", value="13.72")
        said.of(SOLO, "correct", field="name", value="Kota Solok")
        other = SOLOK | {"spans": [[40, 45]]}
        [(fact, standing)] = held("regions", [SOLO, other], said)
        assert (fact["code"], fact["spans"], standing) == ("13.72", [[10, 14], [40, 45]], "corrected")

    @pytest.mark.parametrize(("first", "standing"), [("reject", "corrected"), ("correct", "rejected")])
    def test_of_two_words_on_facts_that_became_one_the_latest_counts(self, first: str, standing: str) -> None:
        said = Said("worker_counts")
        three, four = count(3, (0, 5)), count(4, (10, 15))
        said = said.of(four, "reject") if first == "reject" else said
        said = said.of(three, "correct", field="count", value=4)
        said = said if first == "reject" else said.of(four, "reject")
        assert told("worker_counts", [three, four], said, "count") == [(4, standing)]

    def test_a_fact_that_is_read_twice_is_one(self) -> None:
        [(fact, _)] = held("regions", [SOLO, SOLO | {"spans": [[50, 54]]}], Said("regions"))
        assert fact["spans"] == [[10, 14], [50, 54]]


def test_decisions_keep_the_digest_that_the_person_saw() -> None:
    [one] = judged("regions", [SOLO], Said("regions").of(SOLO, "correct", field="code", value="13.72").decisions, HASH)
    assert (one.digest, one.machine, one.decisions) == (digest("regions", SOLO), SOLO, (1,))


def test_the_facts_that_are_given_are_not_changed() -> None:
    facts = [dict(SOLO)]
    held("regions", facts, Said("regions").of(SOLO, "correct", field="code", value="13.72"))
    assert facts == [SOLO]


@st.composite
def conversations(draw: st.DrawFn) -> tuple[list[dict[str, Any]], Said]:
    """Facts of one kind, and what people said of them, of facts that are read no more, and of each other's words."""
    place = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda one: (one[0], one[0] + one[1]))
    facts = st.builds(count, st.integers(1, 4), place)
    known = draw(st.lists(facts, min_size=1, max_size=4))
    said = Said("worker_counts")
    for _ in range(draw(st.integers(0, 8))):
        fact = draw(st.sampled_from(known))
        match draw(st.sampled_from(["accept", "reject", "correct", "add", "undo"])):
            case "correct":
                said.of(fact, "correct", field="count", value=draw(st.integers(1, 4)))
            case "add":
                said.added(fact)
            case "undo" if said.decisions:
                said.undone(draw(st.integers(1, len(said.decisions))))
            case "accept" | "reject" as action:
                said.of(fact, action, text_hash=draw(st.sampled_from([HASH, NEWER])))
            case _:
                pass
    return draw(st.lists(st.sampled_from(known), max_size=4)), said


@given(conversations())
def test_no_fact_stands_twice_and_none_of_the_machines_is_lost(given_: tuple[list[dict[str, Any]], Said]) -> None:
    facts, said = given_
    found = judged("worker_counts", facts, said.decisions, HASH)
    values = [digest("worker_counts", one.fact) for one in found]
    assert len(values) == len(set(values))
    spoken = {decision.name.rpartition(" ")[2] for decision in said.decisions}
    untouched = {digest("worker_counts", fact) for fact in facts} - spoken
    covered = {digest("worker_counts", one.machine) for one in found if one.machine}
    assert untouched <= covered | set(values)


@given(conversations())
def test_what_is_undone_to_the_last_word_is_the_machines_again(given_: tuple[list[dict[str, Any]], Said]) -> None:
    facts, said = given_
    for decision in standing(said.decisions):
        said.undone(decision.id)
    assert standing(said.decisions) == []
    plain = effective("worker_counts", facts, [], HASH)
    assert effective("worker_counts", facts, said.decisions, HASH) == plain


@given(conversations())
def test_the_order_in_which_decisions_are_given_does_not_matter(given_: tuple[list[dict[str, Any]], Said]) -> None:
    facts, said = given_
    assert judged("worker_counts", facts, said.decisions[::-1], HASH) == judged(
        "worker_counts", facts, said.decisions, HASH
    )


class TestAnotherValueInTheSamePlace:
    OLD = "Di Jambi sebanyak 3.000 pekerja rentan, sudah terdaftar sejak Mei. Petugas 70 orang hadir di kantor."
    NEW = "JAMBI - Di Jambi sebanyak 4.000 pekerja rentan, sudah terdaftar sejak Mei. Petugas 70 orang hadir di kantor."
    SAW, SAYS = count(3000, (18, 38)), count(4000, (26, 46))
    QUOTES = ("3.000 pekerja rentan",)

    def held(self, said: Said, *read: dict[str, Any], new: str = NEW) -> list[Judged]:
        return judged("worker_counts", read, said.decisions, NEWER, new, {HASH: self.OLD})

    @pytest.mark.parametrize(
        ("action", "stands"),
        [({"action": "correct", "field": "count", "value": 3100}, 3100), ({"action": "accept"}, 3000)],
    )
    def test_one_value_stands_and_the_other_is_told_beside_it(self, action: dict[str, Any], stands: int) -> None:
        [one] = self.held(Said("worker_counts", self.QUOTES).of(self.SAW, **action), self.SAYS)
        assert (one.fact["count"], one.standing, one.says) == (stands, "stale", {"count": 4000})

    def test_its_proof_is_of_the_text_that_the_person_saw(self) -> None:
        [one] = self.held(Said("worker_counts", self.QUOTES).of(self.SAW, "accept"), self.SAYS)
        assert one.proof == Proof(HASH, [[18, 38]], self.QUOTES)

    def test_a_rejection_says_nothing_of_the_new_value(self) -> None:
        found = self.held(Said("worker_counts", self.QUOTES).of(self.SAW, "reject"), self.SAYS)
        assert [(one.fact["count"], one.standing) for one in found] == [(4000, "machine")]

    def test_a_value_in_another_place_is_another_fact(self) -> None:
        new = self.NEW.replace("4.000 pekerja rentan", "banyak") + " Kelak 4.000 pekerja rentan, katanya."
        at = new.index("4.000")
        found = self.held(
            Said("worker_counts", self.QUOTES).of(self.SAW, "accept"), count(4000, (at, at + 20)), new=new
        )
        assert sorted((one.fact["count"], one.standing) for one in found) == [(3000, "stale"), (4000, "machine")]

    def test_in_a_text_that_is_another_story_there_is_no_same_place(self) -> None:
        new = "Wali kota membagikan bantuan bagi 4.000 nelayan miskin di pelabuhan lama kemarin siang."
        said = Said("worker_counts", self.QUOTES).of(self.SAW, "accept")
        assert len(self.held(said, count(4000, (34, 47), group="nelayan"), new=new)) == 2

    def test_a_second_look_ends_it_with_the_words_of_today(self) -> None:
        said = Said("worker_counts", self.QUOTES).of(self.SAW, "correct", field="count", value=3100)
        [one] = self.held(said, self.SAYS)
        was = {"fact": self.SAW | {"spans": one.fact["spans"]}, "quotes": ["4.000 pekerja rentan"]}
        said._add("accept", said.decisions[0].name, was=was, text_hash=NEWER)
        [again] = self.held(said, self.SAYS)
        assert (again.fact["count"], again.standing, again.proof) == (3100, "corrected", None)
