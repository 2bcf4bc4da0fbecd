"""Lines that are no story go whole; everything else stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.clean.furniture import strip

STORY = "Wali Kota Ambon menerima piagam itu di Jakarta, Selasa (3/6/2025), disaksikan para kepala dinas.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Harga Cabai di Pasar Mardika Turun",
        "BACA JUGA : Harga Cabai di Pasar Mardika Turun",
        "Baca: Dua Kapal Feri Kembali Berlayar",
        "BACA JUGA Pasar Mardika Ditata Ulang, Pedagang Pindah ke Batu Merah",
        "Lihat juga Kota Lama Terima PROPER dan Adipura",
        "Simak juga Video 'Laut Banda dari Udara':",
        'Tonton juga video "Panen Pala" di sini:',
        "SCROLL TO CONTINUE WITH CONTENT",
        "ADVERTISEMENT",
        "Editor : Yance Luhulima",
        "Penulis: Ona Latupono | Editor: Yance Luhulima",
        "Follow Berita Kabar Lontar di Google News",
        "Cek berita dan artikel yang lain di Google News dan ikuti juga saluran WhatsApp kabarlontar.example tiap hari",
        "googletag.cmd.push(function() { googletag.display('tengah'); });",
        "[Gambas:Video]",
        "0 Komentar",
        "Bagikan:",
        "Halaman Selanjutnya",
    ],
)
def test_a_line_of_furniture_goes_whole(line: str) -> None:
    assert strip(f"{STORY}{line}\n{STORY}") == STORY + STORY


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga buku itu sampai selesai, pesan bupati.",
        "Baca juga surat edaran bupati tentang pekerja rentan di Kota Ambon",
        "BACA JUGA Al-Kitab, pesan Uskup Amboina.",
        "Editor sebuah harian di Kupang hadir sebagai juri.",
        "Bagikan kartu itu kepada nelayan, kata Sekda.",
        "Komentar warga beragam, ada yang setuju dan ada yang tidak.",
        "Simak juga " + "penjelasan bupati tentang pekerja rentan di kampung nelayan " * 6,
        "Follow up hasil rapat itu, kata Sekda, dimulai Senin",
        "- Editor: bukan baris kredit karena butir daftar",
    ],
)
def test_a_line_of_the_story_stays(line: str) -> None:
    text = f"{STORY}{line}\n{STORY}"
    assert strip(text) == text


def test_a_teaser_goes_with_the_headline_below_it() -> None:
    assert strip(f"{STORY}Baca Juga\n\nKapal Feri Kembali Berlayar dari Hunimua\n\n{STORY}") == STORY + "\n\n" + STORY


def test_a_sentence_below_a_teaser_stays() -> None:
    assert strip(f"{STORY}Baca Juga\n{STORY}") == STORY + STORY


def test_nothing_is_left_below_the_comment_form() -> None:
    assert strip(f"{STORY}\nTinggalkan Balasan\nNama\nSurel\n") == STORY + "\n"


def test_a_comment_form_above_the_story_does_not_take_it() -> None:
    text = f"Tinggalkan Balasan\n{STORY}"
    assert strip(text) == text


def test_headlines_below_a_list_of_other_stories_go() -> None:
    other = "Berita Terkait\nPasar Mardika Ditata Ulang\nPanen Raya Pala di Banda Besar\n"
    assert strip(f"{STORY}{other}") == STORY


def test_line_ends_stay_as_they_were() -> None:
    assert strip(f"Satu.\r\nADVERTISEMENT\r\nDua.\n{STORY}") == f"Satu.\r\nDua.\n{STORY}"


@given(st.text(alphabet="ab \n\r.:Baca jug"))
def test_what_stays_stood_there_in_this_order(text: str) -> None:
    left = strip(text)
    for line in text.splitlines(keepends=True):
        left = left.removeprefix(line)
    assert left == ""
