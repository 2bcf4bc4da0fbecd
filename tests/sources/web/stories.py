"""The stories that the little web prints, made from a few sentences: half of them on an award, told in several ways."""

from datetime import datetime, timedelta, timezone
from typing import NamedTuple

WIB = timezone(timedelta(hours=7))
AWARD = "Paritrana Award"
TAG = "paritrana-award"
TOLD_BY = ("headline", "headline", "summary", "headline", "tag")
"""What of a story names the award in lists, in turn: where it is the tag alone, only the award's page does."""

_PLACES = (
    "Tanjung Jabung", "Lubuk Salak", "Muara Kelabu", "Batu Gajah", "Rawa Bening", "Bukit Damar", "Teluk Pandan",
    "Sungai Rotan", "Pulau Seruni", "Kota Lama", "Gunung Kembar", "Padang Ilalang", "Simpang Kopi",
)  # fmt: skip
_PEOPLE = ("Darmawan Sutejo", "Siti Marhamah", "Yohanis Kellen", "Ratna Puspita", "Maringan Pohan", "Lalu Gede Arsana")
_AWARDED = {
    "headline": (
        "Pemkab {place} Raih Paritrana Award, {number} Pekerja Rentan Terlindungi",
        "{place} Sabet Penghargaan Paritrana Tingkat Provinsi Edisi ke-{number}",
        "Bupati {place} Terima Anugerah Paritrana Bersama {number} Desa",
    ),
    "summary": ("Perlindungan {number} Pekerja Rentan Antar {place} ke Panggung Kehormatan",),
    "tag": ("Kabar Baik bagi {number} Petani Garam di {place} dari Panggung Provinsi",),
}
_OTHERS = (
    "Harga Cabai di Pasar {place} Tembus Rp{number} Ribu per Kilogram",
    "Jalan Penghubung {place} Rusak, Warga Tanam {number} Batang Pisang",
    "BPJS Ketenagakerjaan Buka {number} Loket Layanan Keliling di {place}",
    "Tim Voli {place} Juara Turnamen Antarkecamatan ke-{number}",
)
_BODY_AWARD = (
    "Pemerintah Kabupaten {place} meraih Paritrana Award 2024 tingkat provinsi untuk kategori pemerintah "
    "kabupaten/kota. Piala diserahkan gubernur di aula kantor gubernur, Selasa malam.",
    "Penilaian berlangsung sejak Juni. Tim juri mendatangi {number} desa dan memeriksa daftar peserta satu per satu "
    "bersama perangkat desa.",
)
_BODY_OTHER = (
    "Warga {place} sudah {number} hari membicarakan perkara ini di warung kopi, di pasar dan di balai desa. Mereka "
    "berharap ada jalan keluar sebelum musim hujan tiba.",
    "Camat {place} mendatangi lokasi bersama {number} petugas dan mencatat keluhan pedagang maupun sopir angkutan.",
)
_BODY = (
    '"Kami tidak ingin berhenti di sini. Tahun depan semua dusun harus ikut," kata {person}, kepala dinas yang '
    "membidangi tenaga kerja, ketika ditemui di kantornya.",
    "Menurut dia, pendataan dilakukan petugas desa dari pintu ke pintu selama tiga bulan. Hasilnya dicocokkan dengan "
    "catatan kependudukan supaya tidak ada nama yang tercatat dua kali.",
    "Seorang pedagang ikan, {person}, mengaku baru sekali ini didatangi petugas. Ia menunjukkan kartu yang disimpannya "
    "di balik timbangan.",
    "Anggaran untuk kegiatan itu disepakati bersama dewan pada akhir tahun lalu. Sebagian diambil dari sisa belanja "
    "perjalanan dinas.",
)


class Story(NamedTuple):
    """A story of an outlet: its number there, what it says, and by what lists tell that it is on an award, if it is."""

    number: int
    headline: str
    lead: str
    paragraphs: tuple[str, ...]
    author: str
    published: datetime
    told_by: str | None = None

    @property
    def slug(self) -> str:
        letters = "".join(letter if letter.isalnum() else " " for letter in self.headline.lower())
        return "-".join(letters.split())


def stories_of(outlet: int, count: int, awarded: int, newest: datetime) -> list[Story]:
    """So many stories of an outlet, the newest first and half an hour apart; those on an award lie among the others."""
    every = count // awarded
    return [_story(outlet, number, number // every if number % every == 0 else None, newest) for number in range(count)]


def story(outlet: int, number: int, told_by: str | None, newest: datetime) -> Story:
    """One more story: the number-th of an outlet, printed at its own time."""
    headlines = _AWARDED[told_by] if told_by else _OTHERS
    seed = outlet * 7 + number
    told = {"place": _PLACES[seed % len(_PLACES)], "number": 100 + outlet * 41 + number, "person": _PEOPLE[seed % 6]}
    own = _BODY_AWARD if told_by else _BODY_OTHER
    paragraphs = tuple(text.format(**told) for text in (*own, *_BODY))
    lead = paragraphs[0] if told_by in ("headline", "summary") else paragraphs[3]
    headline = headlines[seed % len(headlines)].format(**told)
    return Story(number, headline, lead, paragraphs, _PEOPLE[(seed + 2) % 6], newest, told_by)


def _story(outlet: int, number: int, nth: int | None, newest: datetime) -> Story:
    told_by = TOLD_BY[nth % len(TOLD_BY)] if nth is not None else None
    return story(outlet, number, told_by, newest - timedelta(minutes=30 * number))
