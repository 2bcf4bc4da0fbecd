"""Round trips by Label Studio and Prodigy: what nobody changed is no decision, and every change is the right one."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.review import labelstudio, prodigy
from extractor.review.identity import FIELDS, digest
from extractor.review.tasks import Change, Marked, Task, changes, flat
from tests.review.said import HASH, KEY, count, record, region

TEXT = "😀 Kota Solok\r\ndan 300 pekerja; Bungo Jaya meraih Paritrana Award, é̈ Solok."
SOLOK = region("13.72", "Kota Solok", (2, 12), (69, 74))
COUNT = count(300, (18, 21), group="pekerja")
BUNGO = record("Bungo Jaya", (31, 41), (49, 64), edition=2024)


def mark(kind: str, fact: dict[str, Any]) -> Marked:
    spans = tuple((start, end) for start, end in fact["spans"])
    return Marked(kind, digest(kind, fact), json.loads(json.dumps(flat(kind, fact))), spans)


def task(text: str = TEXT, *marks: Marked) -> Task:
    facts = marks or (mark("regions", SOLOK), mark("worker_counts", COUNT), mark("records", BUNGO))
    return Task(KEY, HASH, text, facts)


def test_the_words_of_the_example_are_where_it_says() -> None:
    said = [TEXT[start:end] for one in task().shown for start, end in one.spans]
    assert said == ["Kota Solok", "Solok", "300", "Bungo Jaya", "Paritrana Award"]


def annotated(of: Task, **annotation: Any) -> dict[str, Any]:
    """A task as Label Studio gives it back where somebody submitted what was shown."""
    told = json.loads(json.dumps(labelstudio.written(of)))
    annotation = {
        "completed_by": {"email": "rina@example.org"},
        "updated_at": "2026-11-22T10:20:00.5+07:00",
    } | annotation
    told["annotations"] = [{"result": told["predictions"][0]["result"]} | annotation]
    return dict(told)


def back(told: Any) -> Task:
    [read] = labelstudio.read([told])
    return read


def region_of(told: Any, kind: str, type_: str = "labels") -> dict[str, Any]:
    parts = told["annotations"][0]["result"]
    return next(part for part in parts if part["type"] == type_ and part["id"].startswith(kind))


class TestLabelStudio:
    def test_what_nobody_changed_is_no_decision(self) -> None:
        assert changes(back(annotated(task())), accept=False) == ([], [])

    def test_what_nobody_changed_is_accepted_where_that_is_asked_for(self) -> None:
        found, faults = changes(back(annotated(task())), accept=True)
        assert ([(one.action, one.digest) for one in found], faults) == (
            [("accept", one.digest) for one in task().shown],
            [],
        )

    def test_who_and_when_come_from_the_file(self) -> None:
        read = back(annotated(task()))
        assert (read.who, read.at) == ("rina", "2026-11-22T03:20:00Z")

    @pytest.mark.parametrize(
        ("by", "who"), [(7, "labelstudio:7"), ({"id": 7}, "labelstudio:7"), (None, None), ("", None)]
    )
    def test_whoever_annotated_is_named(self, by: Any, who: str | None) -> None:
        assert back(annotated(task(), completed_by=by)).who == who

    def test_an_edited_field_is_a_correction(self) -> None:
        told = annotated(task())
        lines = region_of(told, "records", "textarea")["value"]["text"]
        lines[lines.index("edition: 2024")] = "edition: 2023"
        lines[lines.index("rank: -")] = "rank: 2"
        assert changes(back(told), accept=False) == (
            [Change("correct", "records", digest("records", BUNGO), {"edition": 2023, "rank": 2})],
            [],
        )

    def test_a_moved_region_corrects_the_words(self) -> None:
        told = annotated(task())
        region_of(told, "worker_counts")["value"] |= {"end": 29, "text": "300 pekerja"}
        [change], _ = changes(back(told), accept=False)
        assert (change.action, change.values) == ("correct", {"spans": [[18, 29]]})

    def test_a_region_that_was_taken_away_is_a_rejection(self) -> None:
        told = annotated(task())
        result = told["annotations"][0]["result"]
        told["annotations"][0]["result"] = [
            part for part in result if not part.get("id", "").startswith("worker_counts")
        ]
        assert changes(back(told), accept=False) == (
            [Change("reject", "worker_counts", digest("worker_counts", COUNT), {})],
            [],
        )

    def test_one_of_several_words_taken_away_leaves_the_others(self) -> None:
        told = annotated(task())
        result = told["annotations"][0]["result"]
        gone = region_of(told, "regions")["id"]
        told["annotations"][0]["result"] = [
            part for part in result if gone not in (part.get("id"), part.get("from_id"))
        ]
        [change], _ = changes(back(told), accept=False)
        assert (change.action, change.values) == ("correct", {"spans": [[69, 74]]})

    def test_a_new_region_with_its_fields_is_added(self) -> None:
        told = annotated(task())
        value = {"start": 7, "end": 12, "text": "Solok"}
        parts = [
            {"id": "x1", "type": "labels", "value": value | {"labels": ["regions"]}},
            {"id": "x1", "type": "textarea", "value": value | {"text": ["code: 13.02"]}},
        ]
        told["annotations"][0]["result"] += parts
        [change], faults = changes(back(told), accept=False)
        assert (change.action, change.values["name"], change.values["spans"], faults) == (
            "add",
            "Kabupaten Solok",
            [[7, 12]],
            [],
        )

    def test_a_new_region_without_its_fields_is_set_aside(self) -> None:
        told = annotated(task())
        value = {"start": 7, "end": 12, "text": "Solok", "labels": ["regions"]}
        told["annotations"][0]["result"].append({"id": "x1", "type": "labels", "value": value})
        found, [fault] = changes(back(told), accept=False)
        assert (found, fault) == ([], "x1: regions need code, level, name too: write code=...")

    def test_words_that_are_not_there_are_set_aside_and_nothing_is_rejected(self) -> None:
        told = annotated(task())
        region_of(told, "worker_counts")["value"]["start"] += 1
        name = f"worker_counts-{digest('worker_counts', COUNT)}-0"
        assert changes(back(told), accept=False) == ([], [f"{name}: its words are not where its offsets say"])

    def test_an_editor_that_counts_code_units_is_understood(self) -> None:
        told = annotated(task())
        for part in told["annotations"][0]["result"]:
            if "value" in part:
                part["value"]["start"] += 1
                part["value"]["end"] += 1
        assert changes(back(told), accept=False) == ([], [])

    def test_cancelled_and_missing_annotations_say_nothing(self) -> None:
        assert list(labelstudio.read([annotated(task(), was_cancelled=True), labelstudio.written(task())])) == []

    @pytest.mark.parametrize("told", [{}, [{"data": {"text": "x"}}], [1]])
    def test_what_is_none_of_ours_is_refused(self, told: Any) -> None:
        with pytest.raises(ValueError, match=r"Label Studio is a list|not made by `extractor review export`"):
            list(labelstudio.read(told))

    def test_the_configuration_has_every_kind(self) -> None:
        assert [kind for kind in FIELDS if f'value="{kind}"' not in labelstudio.CONFIGURATION] == []


class TestProdigy:
    def lines(self, **changed: Any) -> list[dict[str, Any]]:
        told = json.loads(json.dumps(prodigy.written(task())))
        return [told | {"answer": "accept", "_annotator_id": "rina", "_timestamp": 1795317600} | changed]

    def test_what_nobody_changed_is_no_decision(self) -> None:
        [read] = prodigy.read(iter(self.lines()))
        assert (changes(read, accept=False), read.who, read.at) == (([], []), "rina", "2026-11-22T03:20:00Z")

    @pytest.mark.parametrize("answer", ["reject", "ignore", None])
    def test_another_answer_says_nothing_of_single_facts(self, answer: str | None) -> None:
        assert list(prodigy.read(iter(self.lines(answer=answer)))) == []

    def test_words_that_were_taken_away_are_a_rejection(self) -> None:
        [line] = self.lines()
        line["spans"] = [span for span in line["spans"] if span["label"] != "records"]
        [read] = prodigy.read(iter([line]))
        assert changes(read, accept=False) == ([Change("reject", "records", digest("records", BUNGO), {})], [])

    def test_a_new_mark_with_fields_is_added(self) -> None:
        [line] = self.lines()
        line["spans"].append({"start": 7, "end": 12, "label": "regions", "fields": {"code": "13.02"}})
        [read] = prodigy.read(iter([line]))
        [change], faults = changes(read, accept=False)
        assert (change.action, change.values["code"], faults) == ("add", "13.02", [])

    def test_a_new_mark_without_fields_is_set_aside(self) -> None:
        [line] = self.lines()
        line["spans"].append({"start": 7, "end": 12, "label": "regions"})
        [read] = prodigy.read(iter([line]))
        assert changes(read, accept=False) == ([], ["regions at 7: regions need code, level, name too: write code=..."])

    def test_its_tokens_carry_the_words_of_the_spans(self) -> None:
        told = prodigy.written(task())
        span = told["spans"][0]
        words = told["tokens"][span["token_start"] : span["token_end"] + 1]
        assert (words[0]["text"], words[-1]["text"]) == ("Kota", "Solok")


LETTERS = st.sampled_from(
    ["a", "B", " ", "\r\n", "\n", "😀", "👨‍👩‍👧", "e\u0301", "\u0308", "中", "\U0001f1ee\U0001f1e9", "\u2028"]
)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    text = "x" + "".join(draw(st.lists(LETTERS, min_size=1, max_size=25))) + "y"
    marks = []
    for number in range(draw(st.integers(0, 3))):
        starts = draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=3, unique=True))
        spans = [(start, draw(st.integers(start + 1, len(text)))) for start in sorted(starts)]
        marks.append(mark("worker_counts", count(number, *spans)))
    return Task(KEY, HASH, text, tuple(marks))


@given(tasks())
def test_offsets_survive_label_studio(made: Task) -> None:
    read = back(annotated(made))
    assert [(one.digest, one.spans) for one in read.left or ()] == [(one.digest, one.spans) for one in made.shown]
    assert changes(read, accept=False) == ([], [])


@given(tasks())
def test_offsets_survive_prodigy(made: Task) -> None:
    line = json.loads(json.dumps(prodigy.written(made))) | {"answer": "accept"}
    [read] = prodigy.read(iter([line]))
    assert [(one.digest, one.spans) for one in read.left or ()] == [(one.digest, one.spans) for one in made.shown]
    assert changes(read, accept=False) == ([], [])
