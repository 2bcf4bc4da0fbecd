"""Words as the search index holds them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.store.tokens import LONGEST, MOST, tokens, words_of


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kota JAMBI", ["kota", "jambi"]),
        ("Jum'at, Jum’at", ["jumat", "jumat"]),
        ("é e\u0301 E\u0301", ["e", "e", "e"]),
        ("1.316 peserta dari Rp1.500.000", ["1316", "peserta", "dari", "rp", "1500000"]),
        ("2025.123 dan 1,4 juta", ["2025", "123", "dan", "1", "4", "juta"]),
        ("24/6/2025", ["24", "6", "2025"]),
        ("covid19 COVID-19", ["covid", "19", "covid", "19"]),
        ("anti\u00adkorupsi", ["antikorupsi"]),
        ("\uff11\uff12 \u0967\u0968", ["12", "12"]),
        ("Straße", ["strasse"]),
        ("Ω", ["x3c9x"]),
        ("!? — …", []),
    ],
)
def test_a_word_is_letters_and_digits(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("one", "other"), [("penghargaan", "harga"), ("meraih", "diraih"), ("jaminan", "menjamin"), ("pekerja", "kerja")]
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert [token.stem for token in tokens(one)] == [token.stem for token in tokens(other)]


def test_a_token_knows_where_it_stands() -> None:
    text = "Jum'at:  1.316 orang"
    assert [text[token.start : token.end] for token in tokens(text)] == ["Jum'at", "1.316", "orang"]


@given(st.text())
def test_whatever_a_text_holds_its_tokens_are_plain(text: str) -> None:
    plain = re.compile(rf"[a-z0-9]{{1,{LONGEST}}}")
    assert [token for token in tokens(text) if not (plain.fullmatch(token.word) and plain.fullmatch(token.stem))] == []


def test_a_hostile_text_is_indexed_as_far_as_a_story_goes() -> None:
    assert len(words("a1" * MOST)) == MOST
    assert sum(map(len, words_of(None, "kata" * 1_000_000)[2:])) <= 2 * LONGEST
