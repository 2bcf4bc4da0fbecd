"""The bands that near-duplicates are looked up by."""

import pytest

from extractor.register.likeness import fingerprint
from extractor.register.shingles import BANDS

STORY = "Bupati Sigi menyerahkan 1.316 kartu kepada kader posyandu di aula kantor bupati, Senin (4/8/2025)."


def bands_of(text: str) -> tuple[int, ...]:
    return fingerprint(text).bands


def test_bands_are_the_same_on_every_machine_and_in_every_version() -> None:
    assert bands_of("Kota Tual menang lagi") == (-6180809472259858398, -4448049512067135070)


@pytest.mark.parametrize(
    "other",
    [
        STORY.upper(),
        STORY.replace(" ", "\n\n"),
        STORY.replace("1.316", "1316"),
        STORY.replace(",", " –").replace("(", "").replace(")", ""),
    ],
    ids=["capitals", "lines", "stops in numbers", "marks"],
)
def test_what_is_no_word_changes_no_band(other: str) -> None:
    assert bands_of(other) == bands_of(STORY)


def test_a_text_of_two_words_has_no_bands() -> None:
    assert bands_of("Piala Adipura") == ()


def test_a_long_text_has_no_more_bands_than_are_kept() -> None:
    assert len(bands_of(" ".join(f"kata{number}" for number in range(500)))) == BANDS


def test_bands_are_signed_numbers_of_64_bits() -> None:
    bands = bands_of("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh")
    assert min(bands) >= -(2**63)
    assert max(bands) < 2**63
    assert any(band < 0 for band in bands)  # a hash above 2^63 is kept too, as both databases keep numbers


def test_half_of_a_text_keeps_half_of_its_bands() -> None:
    words = [f"kata{number}" for number in range(400)]
    whole, half = set(bands_of(" ".join(words))), set(bands_of(" ".join(words[:200])))
    assert 15 <= len(whole & half) <= 33


@pytest.mark.parametrize("text", ["", "\0\0\0", "\ud800 \ud801 \ud802", "١٢٣ ٤٥٦ ٧٨٩", "a" * 100_000])
def test_no_text_is_refused(text: str) -> None:
    assert isinstance(bands_of(text), tuple)


def test_a_number_is_one_word_without_its_stops() -> None:
    assert fingerprint("Rp1.250.000 dan 41,3 persen, 18/6/2025").numbers == {"1250000", "413"}
    assert fingerprint("Rp1.250.000 dan 41,3 persen, 18/6/2025").words == 6
