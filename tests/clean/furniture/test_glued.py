"""Teasers without a line break go where their end is sure, and only there."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.clean.drafts import Draft, finish
from extractor.clean.furniture import cut_furniture, strip

STORY = "Wali Kota Ambon menerima piagam itu di Jakarta, Selasa (3/6/2025), disaksikan para kepala dinas.\n"
GOES_ON = "Bupati mengatakan kartu itu dibagikan kepada nelayan sampai akhir tahun."


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("Program berjalan lancar.Baca juga: Kota Lama Raih Juara 1", "Program berjalan lancar."),
        ("Program berjalan lancar. Baca juga: Kota Lama Raih Juara 1", "Program berjalan lancar. "),
        ("Program berjalan lancar.Baca Juga Kota Lama Raih Juara 1", "Program berjalan lancar."),
        ("Program berjalan lancarBaca juga: Kota Lama Raih Juara 1", "Program berjalan lancar"),
        (f"Baca juga: Kota Lama Raih Juara 1{GOES_ON}", GOES_ON),
        (f"Terus berjalan. Baca juga: Kota Lama Raih Juara 1{GOES_ON}", f"Terus berjalan. {GOES_ON}"),
        (f"Terus berjalan. Baca juga: Kota Lama Raih Juara 1. {GOES_ON}", f"Terus berjalan.  {GOES_ON}"),
        (f"Terus berjalan. (Baca juga: Kota Lama Juara 1) {GOES_ON}", f"Terus berjalan.  {GOES_ON}"),
        (
            "Terus berjalan. Baca juga: Kota Lama Raih Juara 1 Menurut bupati, kartu itu dibagikan gratis.",
            "Terus berjalan. Menurut bupati, kartu itu dibagikan gratis.",
        ),
        (
            'Terus berjalan. Baca juga: Kota Lama Raih Juara 1 "Kami senang kartu itu dibagikan gratis," katanya.',
            'Terus berjalan. "Kami senang kartu itu dibagikan gratis," katanya.',
        ),
        (f"Terus berjalan.SCROLL TO CONTINUE WITH CONTENT {GOES_ON}", f"Terus berjalan. {GOES_ON}"),
        ("Terus berjalan.[Gambas:Video 20detik]", "Terus berjalan."),
        ("Terus berjalan. Ikuti kami di Google News", "Terus berjalan. "),
        (
            "“Jangan bikin ibumu marah.”Tulisan ini didukung oleh pembaca. Jadilah anggota mulai Rp15.000 sebulan.",
            "“Jangan bikin ibumu marah.”",
        ),
        ("Terus berjalan.Dapatkan buletin mingguan kami langsung di kotak surat Anda.", "Terus berjalan."),
        ("Terus berjalan. Isi artikel ini sepenuhnya tanggung jawab penulis.", "Terus berjalan. "),
    ],
)
def test_a_glued_teaser_goes_and_its_paragraph_stays(printed: str, kept: str) -> None:
    assert strip(f"{printed}\n{STORY}") == f"{kept}\n{STORY}"


@pytest.mark.parametrize(
    "printed",
    [
        "Bupati berpesan. Baca juga buku itu sampai selesai, pesan bupati.",
        "Program berjalan. Baca juga: tiga kota ini masuk nominasi dan bupati datang ke sana.",
        f"Baca juga: Kota Lama Raih Juara 1 Wali Kota Ambon {GOES_ON.lower()} Nelayan senang.",
        "Kami baca juga: Kota Lama Raih Juara",
        "Program itu [baca: perlindungan] dan kartu itu dibagikan.",
        "Dinas memakai Google News. Nelayan ikut membaca.",
        "Program berjalan. Tulisan ini menang lomba esai desa.",
        "Program berjalan. Berita ini kabar baik, dan semua itu bukan tanggung jawab kami. " + GOES_ON * 5,
    ],
)
def test_a_paragraph_stays_whole_where_the_end_is_not_sure(printed: str) -> None:
    assert strip(f"{printed}\n{STORY}") == f"{printed}\n{STORY}"


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("Kerja sama itu dengan BUMDPabrik Lama Terima PROPER Hijau", "Kerja sama itu dengan BUMD"),
        ("Kerja sama itu lancar.Pabrik Lama Terima PROPER Hijau", "Kerja sama itu lancar."),
        ("Kata bupati, Pabrik Lama Terima PROPER Hijau", "Kata bupati, Pabrik Lama Terima PROPER Hijau"),
    ],
)
def test_the_text_of_a_known_link_goes_where_it_is_glued(paragraph: str, kept: str) -> None:
    draft = cut_furniture(Draft(f"{paragraph}\n{STORY}"), links=["Pabrik Lama Terima PROPER Hijau", "Lanjut"])
    assert draft.kept == f"{kept}\n{STORY}"


def test_a_headline_teased_elsewhere_goes_where_it_is_glued() -> None:
    text = f"Kerja sama dengan BUMDPabrik Lama Terima PROPER\n{STORY}Baca juga: Pabrik Lama Terima PROPER\n"
    assert strip(text) == f"Kerja sama dengan BUMD\n{STORY}"


def test_an_outlet_adds_its_own_lines() -> None:
    class Outlet:
        furniture = ("sahabat lontar,",)

    draft = cut_furniture(Draft(f"{STORY}Sahabat Lontar, salam hangat\n"), outlet=Outlet())  # type: ignore[arg-type]
    assert finish(draft, tidy=False)[1][0].reason == "link"


@given(st.lists(st.sampled_from(["Baca juga: ", "Kota Lama ", "1Bupati kata dia. ", "\n", "(", "Foto: ", "a. "])))
def test_what_stays_stood_there_in_this_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    kept = iter(text)
    assert all(letter in kept for letter in strip(text))


@pytest.mark.parametrize(
    "text",
    [
        ".Baca juga: A B C D" * 5_000,
        "Baca juga\n" * 10_000,
        "Tinggalkan Balasan\n" * 10_000,
        "Facebook\n" * 10_000,
        "#a " * 20_000,
        "1 2 " * 20_000,
        "(Foto: " * 20_000,
        "google news ikuti. " * 10_000,
        "\n" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    started = time.process_time()
    strip(text)
    assert time.process_time() - started < 1


def test_a_label_goes_with_the_link_that_is_glued_to_it() -> None:
    headline = "54 Atlet Kabupaten Buru Berangkat ke Pekan Olahraga"
    draft = Draft(f"{STORY}Baca Juga{headline}\n{STORY}")
    assert cut_furniture(draft, links=[headline]).kept == STORY + STORY
