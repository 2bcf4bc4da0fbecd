"""When two spellings are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.gazetteer.spelling import fold, keys, loosen, one_letter_off, spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tulangbawang", "Tulang Bawang"),
        ("Arang-arang", "ARANG ARANG"),
        ("Sa'dan", "Sa’dan"),
        ("Sa'dan", "Sadan"),
        ("D.I. Yogyakarta", "DI Yogyakarta"),
        ("Kep. Riau", "kep riau"),
        ("Toli–Toli", "Tolitoli"),
    ],
)
def test_case_spaces_hyphens_apostrophes_and_stops_make_no_other_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Kutai Barat", "Kutai Timur"), ("Kukar", "Kubar"), ("Sukamaju I", "Sukamaju II")]
)
def test_other_letters_make_another_name(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert loosen(one) != loosen(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kumpeh Hulu", "Kumpeh Ulu"),
        ("Seberang Hilir", "Seberang Ilir"),
        ("Sei Rampah", "Sungai Rampah"),
        ("Tj. Morawa", "Tanjung Morawa"),
        ("Muara Sebo", "Muaro Sebo"),
        ("Simpang Ampek", "Simpang Empat"),
        ("Ilir Timur 1", "Ilir Timur I"),
        ("Ilir Timur Satu", "Ilir Timur I"),
        ("Kep. Joren", "Kepulauan Joren"),
        ("Lbk. Begalung", "Lubuk Begalung"),
    ],
)
def test_dialects_abbreviations_and_numbers_make_no_other_name_when_loosened(one: str, other: str) -> None:
    assert loosen(one) == loosen(other)


def test_a_name_in_two_parts_is_found_by_each() -> None:
    assert keys("Konda/Kondaga") == ["kondakondaga", "konda", "kondaga"]
    assert keys("Misool (Misool Utara)") == ["misoolmisoolutara", "misool", "misoolutara"]


@pytest.mark.parametrize("other", ["tebo", "tebbo", "teb", "tabo", "tbeo", "xtebo", "etbo", "ebo"])
def test_one_letter_more_less_other_or_two_exchanged_is_one_letter_off(other: str) -> None:
    assert other in one_letter_off("tebo")


@pytest.mark.parametrize("other", ["te", "obet", "tabu", "teebboo", ""])
def test_two_letters_are_not_one_letter_off(other: str) -> None:
    assert other not in one_letter_off("tebo")


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Tulang Bawang Barat", "Tulangbawang Barat"),
        ("Fak Fak", "Fak-Fak"),
        ("Toli-Toli", "Toli Toli"),
        ("Tojo Una Una", "Tojo Una-Una"),
        ("Gunungkidul", "Gunung Kidul"),
        ("Kepulauan Aru", "Kep. Aru"),
        ("Banggai Kepulauan", "Banggai Kep."),
        ("Sumatera Barat", "Sumatra Barat"),
    ],
)
def test_the_press_joins_parts_and_shortens_names(name: str, spelling: str) -> None:
    assert spelling in spellings(name)


@given(st.text(min_size=1))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
