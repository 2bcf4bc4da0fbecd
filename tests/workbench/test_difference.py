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


AWARDED = "Penghargaan 2024: Kota Tegal juara 1, Kota Batu juara 2, kata panitia Senin."


def won(name: str, span: tuple[int, int], **fields: Any) -> dict[str, Any]:
    """A record; the award and its year stand once for all."""
    told = {"award": "Penghargaan", "edition": 2024, "outcome": "winner", "rank": 1, "event_date": None}
    recipient = {"type": "region", "code": None, "name": name}
    return told | fields | {"recipient": recipient, "spans": [[0, 16], list(span)], "pattern": "records.list"}


def records(*made: dict[str, Any]) -> dict[str, Any]:
    return {"article": {"source": "a.txt", "id": "1", "text": AWARDED}, "regulations": [], "records": list(made)}


def test_records_that_share_the_award_s_words_are_compared_by_who_got_it() -> None:
    tegal, batu, day = won("Kota Tegal", (18, 36)), won("Kota Batu", (38, 55), rank=2), "2024-06-10"
    lost = won("Taman Bacaan", (57, 69), award="Kalpataru", edition=None, outcome="nominee", rank=None)
    found = changes([records(lost, tegal, batu)], [records(tegal | {"event_date": day}, batu | {"event_date": day})])
    assert [(change.before, change.after) for change in found[:2]] == [({"event_date": None}, {"event_date": day})] * 2
    assert [(change.before or {}).get("recipient") for change in found[2:]] == ["Taman Bacaan"]
    assert found[2].after is None


def test_a_record_whose_recipient_is_read_otherwise_is_one_that_changed() -> None:
    (change,) = changes([records(won("Tegal", (23, 36)))], [records(won("Kota Tegal", (18, 36)))])
    assert (change.before, change.after) == ({"recipient": "Tegal"}, {"recipient": "Kota Tegal"})
