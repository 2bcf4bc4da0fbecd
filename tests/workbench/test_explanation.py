"""Explanations: what was read by which pattern, and what the forms that were not read wanted next."""

import json

import pytest

from extractor.workbench.explanation import Near, explain


def near(text: str, kind: str | None = None) -> list[Near]:
    return list(explain(text, kind).near)


def test_a_fact_names_its_pattern_with_file_and_line() -> None:
    (found,) = explain("melalui Perwal Nomor 14 Tahun 2025, kita").found
    assert (found.kind, found.words, found.pattern) == (
        "regulations",
        ("Perwal Nomor 14 Tahun 2025",),
        "regulations.numbered",
    )
    assert found.place is not None
    assert (found.place.file, found.place.line > 0) == ("regulations.toml", True)
    assert found.fields["year"] == 2025


@pytest.mark.parametrize(
    ("text", "words", "wanted", "before", "instead"),
    [
        ("Perkadus Nomor 14 Tahun 2025 berlaku.", "Nomor 14 Tahun 2025", "{laws}", True, "Perkadus"),
        ("Kota Tegal ada di deret kedua.", "kedua", "{rank_heads}", True, "deret"),
        ("Acara digelar 12 Junius lalu.", "12", "{months}", False, "Junius"),
    ],
)
def test_an_attempt_tells_what_it_wanted_and_what_stands_there(
    text: str, words: str, wanted: str, before: bool, instead: str
) -> None:
    assert (words, wanted, before, instead) in {(one.words, one.wanted, one.before, one.instead) for one in near(text)}


def test_what_a_list_is_stands_beside_it() -> None:
    one = next(one for one in near("Kota Tegal ada di deret kedua.") if one.wanted == "{rank_heads}")
    assert one.meaning is not None
    assert one.meaning.startswith("one of patterns/words/rank_heads.txt: juara,")


def test_a_form_that_is_whole_without_a_fact_says_so() -> None:
    found = near("Kota itu berada di peringkat ketiga terbawah.", "ranks")
    assert ("peringkat ketiga", None) in {(one.words, one.wanted) for one in found}


def test_words_that_a_fact_holds_are_no_attempt() -> None:
    assert "14" not in {one.words for one in near("melalui Perwal Nomor 14 Tahun 2025, kita")}


def test_known_words_tell_their_lists_and_numbers() -> None:
    known = {one.words: one for one in explain("Perwal itu melindungi 1,4 juta orang.").known}
    assert known["Perwal"].lists["laws"] == "Perwali"
    assert known["1,4 juta"].number == 1_400_000


def test_an_award_that_is_hoped_for_tells_of_the_hope() -> None:
    heard = explain("Kota Tegal bertekad meraih Adipura.").awards
    assert [(one.sort, one.words) for one in heard] == [
        ("recipient", "Kota Tegal"),
        ("hope", "bertekad"),
        ("trigger", "meraih"),
        ("award", "Adipura"),
    ]


def test_an_explanation_is_json() -> None:
    told = json.loads(json.dumps(explain("Perwal Nomor 14 Tahun 2025 untuk 2.300 warga.").to_dict()))
    assert list(told) == ["text", "found", "near", "known", "awards"]
