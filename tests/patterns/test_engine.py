"""The engine: what the parts of a form match, where a form is tried, and what it costs."""

from pathlib import Path

import pytest

from extractor.errors import PatternError
from extractor.language import read
from extractor.patterns import Match, Patterns, Units, load

from .folder import patterns_folder

WORDS = {
    "words__laws_txt": "perwal = Perwali\nperaturan wali kota = Perwali\nperaturan = other\n",
    "words__posts_txt": "wali kota = Wali Kota\nkota = Kota\n",
    "words__groups_txt": "pekerja\npekerja rentan = vulnerable\n",
    "words__titles_txt": "#! case\nDr.\ndr.\nH.\n",
    "words__common_txt": "yang\nini\n",
}


def book(folder: Path, *forms: str, **words: str) -> Patterns:
    rows = [f'[[pattern]]\nid = "p{at}"\nform = "{form}"\nfinds = ["[Satu]."]\n' for at, form in enumerate(forms)]
    return load(patterns_folder(folder, regulations_toml="\n".join(rows), **(WORDS | words)))


def units(folder: Path, text: str) -> Units:
    return book(folder, "{laws} {number}").units(read(text))


def found(folder: Path, form: str, text: str) -> list[str]:
    patterns = book(folder, form)
    seen = patterns.units(read(text))
    return [seen.said(match.start, match.end) for match in matches(patterns, seen)]


def matches(patterns: Patterns, seen: Units) -> list[Match]:
    return patterns.find(seen).get("regulations", [])


@pytest.mark.parametrize(
    ("text", "phrase", "names"),
    [
        ("Peraturan Wali Kota itu", "Peraturan Wali Kota", {"laws"}),
        ("Peraturan kota itu", "Peraturan", {"laws"}),
        ("para pekerja rentan", "pekerja rentan", {"groups"}),
        ("PERWAL itu", "PERWAL", {"laws"}),
        ("oleh Dr. Rahman", "Dr.", {"titles"}),
        ("sebanyak 1,4 juta orang", "1,4 juta", {"number"}),
        ("sebanyak tiga puluh dua (32) orang", "tiga puluh dua (32)", {"number"}),
        ("pada 2024 lalu", "2024", {"year"}),
        ("Nomor 188.45/123/2024 itu", "188.45/123/2024", {"slashed"}),
        ("warga Sleman.", "Sleman", {"region"}),
        ("warga Kabupaten Sleman.", "Kabupaten Sleman", {"region"}),
    ],
)
def test_a_phrase_or_number_is_one_unit(tmp_path: Path, text: str, phrase: str, names: set[str]) -> None:
    seen = units(tmp_path, text)
    unit = next(unit for unit in seen.tagged if seen.said(unit, unit + 1) == phrase)
    assert all(seen.has(unit, name) for name in names)


@pytest.mark.parametrize(
    ("text", "word", "shape"),
    [("Rahman datang", "Rahman", "Name"), ("lalu datang", "datang", "word"), ("ya, lalu", ",", "mark")],
)
def test_any_other_word_has_its_shape_and_costs_nothing(tmp_path: Path, text: str, word: str, shape: str) -> None:
    seen = units(tmp_path, text)
    at = next(at for at in range(len(seen.words)) if seen.said(at, at + 1) == word)
    assert seen.tags[at] == shape
    assert at not in seen.tagged


def test_the_phrase_that_starts_first_counts_then_the_longest(tmp_path: Path) -> None:
    seen = book(tmp_path, "{laws} {number}", words__ends_txt="kota baru\n").units(read("peraturan wali kota baru"))
    assert seen.words == ["peraturan wali kota", "baru"]


def test_a_phrase_of_two_lists_is_a_phrase_of_each(tmp_path: Path) -> None:
    patterns = book(tmp_path, "{laws} {number}", "{letters} {number}", words__letters_txt="perwal = surat\n")
    seen = patterns.units(read("Perwal 14"))
    assert {match.pattern.id for match in matches(patterns, seen)} == {"p0", "p1"}
    assert [patterns.value(seen, 0, name) for name in ("laws", "letters")] == ["Perwali", "surat"]


def test_capitals_count_only_in_lists_that_say_so(tmp_path: Path) -> None:
    seen = units(tmp_path, "DR. Rahman dan PERATURAN WALI KOTA")
    assert [seen.said(unit, unit + 1) for unit in seen.tagged] == ["PERATURAN WALI KOTA"]


def test_a_phrase_does_not_cross_a_sentence(tmp_path: Path) -> None:
    assert "peraturan wali kota" not in units(tmp_path, "Soal peraturan\nWali kota datang").words


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("{laws} nomor|no. {number}", "Perwal No. 14 berlaku", ["Perwal No. 14"]),
        ("{laws} nomor|no. {number}", "Perwal NOMOR 14 berlaku", ["Perwal NOMOR 14"]),
        ("{laws} nomor|no. {number}", "Perwal 14 berlaku", []),
        ("{laws} nomor? {number}", "Perwal 14 berlaku", ["Perwal 14"]),
        ("{laws} nomor? {number}", "Perwal nomor 14 berlaku", ["Perwal nomor 14"]),
        ("{posts?} {laws} {number}", "Wali Kota Perwal 14", ["Wali Kota Perwal 14"]),
        ("{laws} {number}", "Perwal 2024 berlaku", ["Perwal 2024"]),
        ("{Name+} selaku {posts}", "Rahman Hadi Wibawa selaku Wali Kota", ["Rahman Hadi Wibawa selaku Wali Kota"]),
        ("{laws} {word*} {number}", "Perwal 14 dan perwal baru kita 15", ["Perwal 14", "perwal baru kita 15"]),
        ("{laws} ... {year}", "Perwal yang kita baca 2024", ["Perwal yang kita baca 2024"]),
        ("{laws} ... {year}", "Perwal yang kita baca sejak tahun 2024", []),
        ("{laws} ...6 {year}", "Perwal yang kita baca sejak tahun 2024", ["Perwal yang kita baca sejak tahun 2024"]),
        ("{laws} ...1 {year}", "Perwal 2024", ["Perwal 2024"]),
        ("{laws} ...1 {year}", "Perwal baru 2024", ["Perwal baru 2024"]),
        ("{laws} ...1 {year}", "Perwal baru kita 2024", []),
        ("{laws} ...1 {year} ...1 {groups}", "Perwal baru 2024 bagi pekerja", ["Perwal baru 2024 bagi pekerja"]),
        ("{laws} {Name+} ...1 {year}", "Perwal Desa Maju baru 2024", ["Perwal Desa Maju baru 2024"]),
        ("{laws} ... {year}", "Perwal itu. Lalu 2024", []),
        ("{laws} {slashed}", "Perwal 188.45/123/2024", ["Perwal 188.45/123/2024"]),
        ("{laws} ( {number} )", "Perwal (14) berlaku", ["Perwal (14)"]),
        ("{number} {groups}", "1,4 juta pekerja rentan", ["1,4 juta pekerja rentan"]),
        ("{number} {groups}", "14 pekerjaan", []),
        ("wali|bupati {laws}", "bupati perwal", ["bupati perwal"]),
    ],
)
def test_a_form_takes_what_it_says(tmp_path: Path, form: str, text: str, said: list[str]) -> None:
    assert sorted(found(tmp_path, form, text)) == sorted(said)


def test_slots_name_the_units_that_they_took(tmp_path: Path) -> None:
    patterns = book(tmp_path, "{Name+} ,? selaku {role:posts} ... {laws?} {year}")
    seen = patterns.units(read("Hadi Wibawa, selaku Wali Kota sejak tahun 2024"))
    match = max(matches(patterns, seen), key=lambda match: match.end - match.start)
    assert {name: seen.said(*taken) for name, taken in match.slots.items()} == {
        "Name": "Hadi Wibawa",
        "role": "Wali Kota",
        "year": "2024",
    }


def test_a_match_knows_its_form(tmp_path: Path) -> None:
    patterns = book(tmp_path, "{laws} {number}")
    (match,) = matches(patterns, patterns.units(read("Perwal 14")))
    assert (match.form.printed, match.form.line, match.pattern.name) == ("{laws} {number}", 3, "regulations.p0")


@pytest.mark.parametrize(
    ("form", "anchor"),
    [
        ("{laws} {number}", "laws"),
        ("{laws} tentang {Name}", "=tentang"),
        ("{number} yang {groups}", "groups"),
        ("{Name} , {posts?} selaku|sebagai {Name}", "=selaku=sebagai"),
        ("{number} {year}", "year"),
        ("{laws?} {slashed} ... {word}", "slashed"),
    ],
)
def test_the_anchor_is_the_rarest_part_that_must_be_there(tmp_path: Path, form: str, anchor: str) -> None:
    patterns = book(tmp_path, form)
    assert patterns.anchors.name(patterns.every[0].forms[0]) == anchor


@pytest.mark.parametrize("form", ["{word} {Name}", "{Name} , {Name}", ", {laws?} {word}", "; ( {Name}"])
def test_a_form_that_would_be_tried_everywhere_is_refused(tmp_path: Path, form: str) -> None:
    with pytest.raises(PatternError, match=r"^regulations\.toml:3: .* would be tried at nearly every word"):
        book(tmp_path, form)


@pytest.mark.parametrize(
    ("form", "step"),
    [("{laws} {number}", "compare"), ("{laws} ... {number}", "compare"), ("{laws} {word*} {number}", "look")],
)
def test_a_form_is_tried_only_where_its_anchor_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, step: str
) -> None:
    patterns = book(tmp_path, form)
    tried: list[int] = []
    monkeypatch.setattr(f"extractor.patterns.matching.{step}", lambda *given: tried.append(given[2]) or ())
    seen = patterns.units(read("Sejak 2023 ada Perwal 14 dan 300 pekerja di Kota Tegal"))
    patterns.find(seen)
    assert [seen.words[unit] for unit in tried] == ["perwal"]


@pytest.mark.parametrize("form", ["{laws} {Name+}", "{laws} {Name} {Name} {Name?} {Name?}"])
def test_a_match_that_others_reach_into_is_told_once_and_whole(tmp_path: Path, form: str) -> None:
    assert found(tmp_path, form, "Perwal Hadi Wibawa Perwal Rahman Arif Budi Sari") == [
        "Perwal Hadi Wibawa",
        "Perwal Rahman Arif Budi Sari",
    ]


def test_matches_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    patterns = book(tmp_path, "{laws} {year}", "{number} {groups}")
    seen = patterns.units(read("Ada 300 pekerja, Perwal 2024 dan 400 pekerja rentan"))
    assert [match.pattern.id for match in matches(patterns, seen)] == ["p1", "p0", "p1"]
