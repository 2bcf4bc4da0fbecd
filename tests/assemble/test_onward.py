"""Records of those whom a place sends on to the next level. All people and firms are invented."""

import pytest

from extractor import extract

Row = tuple[str | None, str, str, int | None]


def rows(text: str) -> list[Row]:
    """The records of a text: level, recipient, outcome and rank."""
    return [(one.level, one.recipient.name, one.outcome, one.rank) for one in extract(text).records]


@pytest.mark.parametrize(
    "text",
    [
        "Pemenang pertama Paritrana Award mewakili Jambi ke tingkat nasional, kata Gubernur Jambi.",
        "Juara pertama Paritrana Award berhak mewakili Jambi ke tingkat nasional, ujar Gubernur Jambi Haris Sanjaya.",
        "Peringkat pertama akan dikirim ke Paritrana Award tingkat nasional sebagai wakil Jambi, kata Wali Kota Jambi.",
        "Gubernur Jambi mengatakan juara pertama Paritrana Award mewakili Jambi ke tingkat nasional.",
        "Menurut Bupati Bungo, juara pertama Paritrana Award akan maju ke tingkat nasional.",
    ],
)
def test_who_says_that_the_winner_goes_on_won_nothing(text: str) -> None:
    assert rows(text) == []


def test_what_goes_on_is_told_of_the_winner_named_before() -> None:
    text = (
        "Gubernur Jambi menyerahkan Paritrana Award 2024 tingkat Provinsi Jambi. Kabupaten Bungo meraih juara pertama. "
        "Pemenang pertama mewakili Jambi ke tingkat nasional, kata Gubernur Jambi."
    )
    assert rows(text) == [("province", "Kabupaten Bungo", "winner", 1)]


WON_BELOW = [
    (
        "Kabupaten Bungo sebagai juara pertama mewakili Provinsi Jambi pada Paritrana Award tingkat nasional.",
        [("province", "Kabupaten Bungo", "winner", 1)],
    ),
    (
        "Juara pertama yang mewakili Jambi ke Paritrana Award tingkat nasional adalah Kabupaten Bungo.",
        [("province", "Kabupaten Bungo", "winner", 1)],
    ),
    (
        "Desa Tegalarum menjadi juara pertama Lomba Desa dan berhak mewakili Kabupaten Magelang di tingkat provinsi.",
        [("regency", "Desa Tegalarum", "winner", 1)],
    ),
    (
        "Kabupaten Bungo menjadi juara pertama dan maju ke Paritrana Award tingkat nasional.",
        [("province", "Kabupaten Bungo", "winner", 1), ("national", "Kabupaten Bungo", "nominee", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WON_BELOW)
def test_a_place_that_sends_on_was_won_a_level_below(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mewakili Jambi, Kabupaten Bungo meraih juara pertama Paritrana Award tingkat nasional.",
        "Kabupaten Bungo yang mewakili Jambi meraih juara pertama Paritrana Award tingkat nasional.",
        "Kabupaten Bungo meraih juara pertama mewakili Provinsi Jambi pada Paritrana Award tingkat nasional.",
    ],
)
def test_who_stands_for_a_province_may_win_beyond_it(text: str) -> None:
    assert rows(text) == [("national", "Kabupaten Bungo", "winner", 1)]


def test_a_place_of_last_year_is_no_place_of_the_nominee_of_this_year() -> None:
    text = (
        "Tim penilai mewawancarai nominator Paritrana Award Provinsi Jambi, Rabu (14/5/2025). Kategori pemerintah "
        "daerah diwakili Kabupaten Bungo dan Kota Jambi. Tahun lalu Kabupaten Bungo menjadi juara pertama."
    )
    told = [(one.edition, one.recipient.name, one.outcome, one.rank) for one in extract(text).records]
    assert told == [
        (None, "Kabupaten Bungo", "nominee", None),
        (None, "Kota Jambi", "nominee", None),
        (2024, "Kabupaten Bungo", "winner", 1),
    ]
