"""The title line at the head of a story, and lines there that only look like one."""

import pytest

from extractor.clean.headings import head, is_paid

STORY = (
    "Wali Kota Ambon menerima piagam itu di Jakarta, Selasa (3/6/2025), disaksikan para kepala dinas dan puluhan "
    "nelayan yang sudah terdaftar sebagai peserta sejak tahun lalu."
)


def title_of(text: str) -> str | None:
    found = head(text).title
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    "title",
    [
        "Ambon Raih Piagam, Nelayan Terlindungi",
        "21.420 Nelayan Ambon Terdaftar Tahun Ini",
        "AMBON RAIH PIAGAM UNTUK NELAYAN",
        "Peresmian kantor nelayan di kota Ambon",
    ],
)
def test_a_title_stands_above_the_story(title: str) -> None:
    assert title_of(f"{title}\n\n{STORY}") == title


def test_a_byline_may_stand_between_title_and_story() -> None:
    assert title_of(f"Ambon Raih Piagam Nelayan\nBy Redaksi Kabar Lontar — June 7, 2024\n{STORY}") == (
        "Ambon Raih Piagam Nelayan"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Pemkot Ambon tahun ini kembali menganggarkan dana untuk iuran nelayan di seluruh kampung pesisir",
        "Luas Hutan Lindung di Kota Ambon yang",
        "By Redaksi Kabar Lontar — June 7, 2024",
        "Oleh Ona Latupono Kabar Lontar",
        "KABAR LONTAR | Edisi II/2023 | hal. 4",
        "1. Kota Ambon Juara Umum",
        "- Kota Ambon Juara Umum Lomba",
        "Nelayan itu senang sekali.",
    ],
)
def test_a_line_that_is_no_title(line: str) -> None:
    assert title_of(f"{line}\n\n{STORY}") is None


def test_no_title_stands_below_a_sentence() -> None:
    assert title_of(f"Harga ikan di Ambon cenderung naik.\nHarga Cakalang Ambon Rp40.000\n\n{STORY}") is None


def test_a_dateline_below_a_title_gives_place_and_outlet() -> None:
    found = head(f"Ambon Raih Piagam Nelayan\n\nAMBON, KABARLONTAR.COM – {STORY}")
    assert found.dateline is not None
    assert (found.dateline.place, found.outlet) == ("AMBON", "KABARLONTAR.COM")


@pytest.mark.parametrize(
    ("text", "paid"), [(f"ADVERTORIAL\n{STORY}", True), (f"{STORY} (adv/kominfo)", True), (STORY, False)]
)
def test_what_was_paid_for_says_so(text: str, paid: bool) -> None:
    assert is_paid(text) is paid
