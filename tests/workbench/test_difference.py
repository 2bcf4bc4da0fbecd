"""Differences: facts gained, lost and read otherwise."""

from typing import Any

from extractor.workbench.difference import changes

TEXT = "Perwal Nomor 14 Tahun 2025 dan Perda Nomor 2."


def law(span: tuple[int, int], pattern: str = "regulations.numbered", **fields: Any) -> dict[str, Any]:
    return {"type": "Perwali", "number": "14", "year": 2025} | fields | {"spans": [list(span)], "pattern": pattern}


def read(*laws: dict[str, Any], text: str = TEXT) -> dict[str, Any]:
    return {"article": {"source": "a.txt", "id": text, "text": text}, "regulations": list(laws), "records": []}


def test_the_same_facts_are_no_change() -> None:
    assert changes([read(law((0, 26)))], [read(law((0, 26)))]) == []


def test_other_offsets_or_another_pattern_are_no_change() -> None:
    assert changes([read(law((0, 26)))], [read(law((0, 9), "regulations.named"))]) == []


def test_a_fact_that_is_new_is_gained_and_one_that_went_is_lost() -> None:
    found = changes([read(law((0, 26)))], [read(law((31, 44), number="2", year=None))])
    assert [(change.words, change.before is None, change.after is None) for change in found] == [
        ("Perda Nomor 2", True, False),
        ("Perwal Nomor 14 Tahun 2025", False, True),
    ]


def test_a_fact_read_otherwise_at_the_same_words_tells_its_changed_fields() -> None:
    (change,) = changes([read(law((0, 15), year=None))], [read(law((0, 26)))])
    assert (change.before, change.after) == ({"year": None}, {"year": 2025})


def test_an_article_that_one_side_has_not_counts_as_one_without_facts() -> None:
    (change,) = changes([], [read(law((0, 26)))])
    assert (change.source, change.before) == ("a.txt", None)


def test_an_article_whose_text_changed_is_another() -> None:
    found = changes([read(law((0, 26)))], [read(law((0, 26)), text=TEXT + " Lagi.")])
    assert sorted(change.before is None for change in found) == [False, True]
