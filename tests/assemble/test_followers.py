"""Records of champions without a number, of those named behind the first, and of firms with a number in their name. All
people and firms are invented."""

import pytest

from extractor import extract

Row = tuple[str, str, int | None]


def rows(text: str) -> list[Row]:
    """The records of a text: recipient, outcome and rank."""
    return [(one.recipient.name, one.outcome, one.rank) for one in extract(text).records]


FOLLOWING = [
    (
        "Kota Denpasar menjadi juara pertama Paritrana Award 2024, disusul Kabupaten Tabanan dan Kabupaten Badung.",
        [("Kota Denpasar", 1), ("Kabupaten Tabanan", 2), ("Kabupaten Badung", 3)],
    ),
    (
        "Juara pertama Paritrana Award 2024 diraih Kota Denpasar, diikuti Kabupaten Tabanan.",
        [("Kota Denpasar", 1), ("Kabupaten Tabanan", 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOWING)
def test_who_follows_the_first_has_the_places_behind(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(name, rank) for name, _, rank in rows(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kota Tegal juara kedua Paritrana Award 2024, disusul Kabupaten Brebes.",
        "Kota Tegal menjadi juara pertama Paritrana Award 2024, disusul Kabupaten Brebes untuk kategori kabupaten.",
        "Juara pertama Paritrana Award 2024 diraih Kota Tegal, diikuti dua daerah lain, yakni Kabupaten Brebes.",
    ],
)
def test_who_follows_has_no_place_where_the_order_is_not_told(text: str) -> None:
    assert rows(text)[-1] == ("Kabupaten Brebes", "winner", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kota Denpasar menjadi juara Paritrana Award 2024 kategori pemerintah daerah.", "Kota Denpasar"),
        ("Kota Tegal Jadi Juara Paritrana Award 2024", "Kota Tegal"),
        ("PT Sagara Niaga berhasil menjadi juara umum Paritrana Award 2024.", "Sagara Niaga"),
    ],
)
def test_a_champion_without_a_number_is_a_winner_without_a_place(text: str, name: str) -> None:
    assert rows(text) == [(name, "winner", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Kota Tegal bertekad menjadi juara Paritrana Award 2025.",
        "Kota Tegal mengaku siap menjadi juara Paritrana Award 2024.",
        "Wali Kota Tegal berpesan agar daerah yang menjadi juara Paritrana Award tidak berpuas diri.",
        "Gubernur Bali mengatakan yang menjadi juara Paritrana Award akan maju ke tingkat nasional.",
    ],
)
def test_who_is_to_become_champion_has_won_nothing(text: str) -> None:
    assert rows(text) == []


def test_a_number_may_be_part_of_a_name() -> None:
    text = "PT Roda Tiga Jaya, PT Nusa Dua dan CV Satu Hati masuk nominasi Paritrana Award 2024."
    assert [name for name, _, _ in rows(text)] == ["Roda Tiga Jaya", "Nusa Dua", "Satu Hati"]


def test_a_number_that_counts_ends_a_name() -> None:
    text = "PT Sagara Niaga Tiga Kali Raih Paritrana Award"
    assert [name for name, _, _ in rows(text)] == ["Sagara Niaga"]
