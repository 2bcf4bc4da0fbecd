"""A record's award, edition, day and level have words of their own, also where a list's head says them for all."""

import pytest

from extractor import extract

STORY = (
    "Paritrana Award 2023 tingkat Provinsi Jawa Tengah diserahkan di Semarang, Kamis (16/11/2023).\n\n"
    "Pemenang kategori pemerintah kabupaten/kota:\n"
    "1. Kota Tegal\n"
    "2. Kabupaten Brebes\n"
)


def words(text: str, number: int) -> list[str]:
    """The words that prove the record of this number, in the order of its spans."""
    return [text[start:end] for start, end in extract(text).records[number].spans]


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("said", ["Paritrana Award", "2023", "16/11/2023", "tingkat"])
def test_what_a_lists_head_says_is_proof_of_each_item(number: int, said: str) -> None:
    assert any(said in one for one in words(STORY, number))


def test_the_words_for_who_got_it_stand_first() -> None:
    assert words(STORY, 1)[0] == "Kabupaten Brebes"


def test_of_two_places_the_nearer_before_the_record_proves() -> None:
    text = f"Kabupaten Batang meraih Paritrana Award 2022.\n\n{STORY}"
    found = extract(text).records
    start = next(one for one in found if one.recipient.name == "Kota Tegal").spans
    assert any(text[a:b] == "2023" for a, b in start)
    assert all(text[a:b] != "2022" for a, b in start)


def test_what_stands_with_the_record_is_not_told_twice() -> None:
    text = "Kota Tegal meraih Paritrana Award 2023."
    assert sorted(words(text, 0)) == ["2023", "Kota Tegal", "Paritrana Award", "meraih"]


HEADED = (
    "Paritrana Award 2023 diserahkan di Semarang, Kamis (16/11/2023). Berikut daftar pemenang:\n\n"
    "Kategori Usaha Besar\n"
    "1. PT Sagara Niaga\n"
    "2. PT Karang Lestari\n\n"
    "Kategori Usaha Menengah\n"
    "Juara I: PT Rimba Jaya\n"
)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "Usaha Besar"), (1, "Usaha Besar"), (1, "2"), (2, "Usaha Menengah"), (2, "Juara I")]
)
def test_the_heading_proves_the_category_and_the_number_the_place(number: int, said: str) -> None:
    assert said in words(HEADED, number)


def test_the_number_in_another_line_proves_no_place() -> None:
    found = extract(HEADED).records[1].spans
    assert HEADED.index("2. PT Karang") in [start for start, _ in found]
