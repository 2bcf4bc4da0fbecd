"""Amounts: rupiah as printed, and what they are for."""

import pytest

from extractor.annotate.amounts import amounts
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.facts import Amount


def read(text: str) -> tuple[Amount, ...]:
    return amounts(read_story(Article(text)))


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("Rp1,5 miliar", [1_500_000_000]),
        ("Rp. 820 juta", [820_000_000]),
        ("Rp.1.528.128.000,-", [1_528_128_000]),
        ("Rp 38,7 M", [38_700_000_000]),
        ("Rp600 ribu", [600_000]),
        ("IDR 5 juta", [5_000_000]),
        ("1,2 miliar rupiah", [1_200_000_000]),
        ("Rp10.000 hingga Rp20.000", [10_000, 20_000]),
        ("Rp30-35 ribu", [30_000, 35_000]),
        ("Rp20 - Rp25 ribu", [20_000, 25_000]),
        ("Rp1 juta dan Rp2 juta", [1_000_000, 2_000_000]),
    ],
)
def test_an_amount_is_whole_rupiah(printed: str, values: list[int]) -> None:
    assert [fact.value for fact in read(f"Nilainya {printed}.")] == values


@pytest.mark.parametrize(
    "text",
    [
        "Nilainya ratusan juta rupiah.",
        "Investasi itu US$ 12 juta.",
        "Sebanyak 30 juta pekerja.",
        "Capaiannya Rp 101,23 persen.",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Santunan kematian sebesar Rp42 juta diserahkan.", "Santunan kematian"),
        ("Iurannya Rp16.800 per bulan.", "iuran per bulan"),
        ("Pemkab mengalokasikan Rp2,4 miliar untuk iuran pekerja rentan.", "iuran pekerja rentan"),
        ("Pemkab mengalokasikan dana Rp2,4 miliar untuk membayar premi nelayan.", "premi nelayan"),
        ("Penerima beasiswa di Blora pulang, lalu dapat Rp5 juta.", "beasiswa"),
        ("Ia membawa Rp2,4 miliar.", None),
    ],
)
def test_what_an_amount_is_for_stands_beside_it(text: str, purpose: str | None) -> None:
    assert [fact.purpose for fact in read(text)] == [purpose]


@pytest.mark.parametrize(
    ("printed", "suspect"),
    [
        ("Rp 7.120.450 miliar", True),
        ("Rp 15.000 triliun", True),
        ("Rp16.800 ribu", True),
        ("Rp 3.600 triliun", False),
        ("Rp 7,1 miliar", False),
    ],
)
def test_an_amount_that_cannot_be_meant_is_suspect(printed: str, suspect: bool) -> None:
    assert [fact.suspect for fact in read(f"Anggarannya {printed}.")] == [suspect]


def test_an_amount_said_twice_is_one_fact() -> None:
    text = "Iurannya Rp16.800. Kata dia, Rp16.800 itu murah."
    facts = read(text)
    assert [text[start:end] for start, end in facts[0].spans] == ["Rp16.800", "Rp16.800"]
    assert len(facts) == 1
