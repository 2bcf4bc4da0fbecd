"""How near two texts are, and whether one release stands behind both; corpus/twins measures it at large."""

import pytest

from extractor.register.likeness import Likeness, fingerprint, likeness

RELEASE = """LARANTUKA - Bupati Flores Timur Anton Wungubelen membagikan 4.120 kartu jaminan kepada nelayan ikan
terbang. Kartu itu berlaku sampai Desember 2026 dan iurannya sebesar Rp816 juta dibayar dari dana alokasi umum.
"Laut memberi makan, laut juga mengambil. Karena itu keluarga nelayan harus dijamin," kata Anton di Pelabuhan
Larantuka.
Kepala Dinas Perikanan Flores Timur Wilhelmina Barek mencatat 23 kecelakaan laut sepanjang tahun lalu, tujuh korban
tidak pernah ditemukan. Pendataan tahap kedua menyasar 1.950 orang di Pulau Adonara dan Solor."""
RECAST = """Tujuh nelayan Flores Timur yang hilang tahun lalu tidak pernah ditemukan. Dinas perikanan di bawah
Wilhelmina Barek menghitung 23 kecelakaan laut, dan keluarga korban pulang dengan tangan kosong.
Tahun ini tidak lagi. Iuran sebesar Rp816 juta untuk 4.120 nelayan ikan terbang dibayar pemerintah, hingga akhir 2026.
"Keluarga nelayan harus dijamin," ujar Bupati Anton Wungubelen ketika membagikan kartu di Pelabuhan Larantuka.
Setelah itu giliran Pulau Adonara dan Solor dengan 1.950 orang, yang pendataannya dimulai bulan depan."""
REPORTER = """Yosefina Ola menunggu di ujung Pelabuhan Larantuka sejak pagi. Suaminya melaut tiga hari lalu.
"Saya datang mau tanya apakah nama dia ada di daftar," ujarnya sambil menggendong anak bungsu.
Bupati Anton Wungubelen menghampirinya sesudah upacara. Ia berjanji memeriksa sendiri nama itu di kantor desa.
Hari itu ribuan kartu jaminan untuk nelayan dibagikan. Beberapa orang mengeluh karena namanya salah tulis, dan petugas
meminta mereka kembali lagi minggu depan. Wilhelmina Barek menyebut kesalahan seperti itu wajar pada hari pertama."""


def alike(one: str, other: str) -> Likeness:
    return likeness(fingerprint(one), fingerprint(other))


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


ELSEWHERE = swapped(
    RELEASE, ("Flores Timur", "Lembata"), ("LARANTUKA", "LEWOLEBA"), ("Larantuka", "Lewoleba"), ("4.120", "2.305"),
    ("Rp816", "Rp455"), ("Anton Wungubelen", "Petrus Lela"), ("kata Anton", "kata Petrus"), ("1.950", "870"),
    ("Wilhelmina Barek", "Kanisius Tuaq"), ("Pulau Adonara dan Solor", "Kedang dan Ile Ape"), ("23 ", "11 "),
)  # fmt: skip
NEXT_YEAR = swapped(RELEASE, ("2026", "2027"))
CUT = "\n".join(RELEASE.split("\n")[2:])


@pytest.mark.parametrize(
    ("other", "is_twin", "is_copy"),
    [
        (RELEASE, True, True),
        ("\n".join(reversed(RELEASE.split("\n"))), True, True),
        (CUT, True, True),
        (RELEASE.replace("kartu", "katru"), True, True),
        (RECAST, True, False),
        (REPORTER, False, False),
        (ELSEWHERE, False, False),
        (NEXT_YEAR, False, False),
        ("", False, False),
    ],
    ids=[
        "itself",
        "turned round",
        "half of it",
        "a slip mended",
        "recast",
        "another reporter",
        "another region",
        "another year",
        "nothing",
    ],
)
def test_one_release_is_told_from_what_looks_like_it(other: str, is_twin: bool, is_copy: bool) -> None:
    found = alike(RELEASE, other)
    assert (found.is_twin, found.is_copy) == (is_twin, is_copy)
    assert alike(other, RELEASE) == found


def test_a_note_is_no_twin_of_the_release_that_it_is_from() -> None:
    note = "Bupati Flores Timur Anton Wungubelen membagikan 4.120 kartu jaminan kepada nelayan ikan terbang."
    assert not alike(RELEASE, note).is_twin
    assert alike(note, note).is_twin


def test_a_twin_of_texts_is_near_and_a_stranger_far() -> None:
    assert alike(RELEASE, RELEASE).share == 1
    assert 0.4 < alike(RELEASE, RECAST).share < 0.8
    assert alike(RELEASE, REPORTER).share < 0.35


def test_years_and_days_are_no_figures_and_headlines_name_nobody() -> None:
    found = fingerprint("Bupati Sigi Terima Piala Utama\nPiala itu diterima Yulianti pada 4/8/2025 dari 31 calon.")
    assert (found.numbers, found.names, found.years) == ({"31"}, {"yulianti"}, {"2025"})


FORM = """JAMBI - Kabupaten Bungo meraih juara 1 Paritrana Award tingkat Provinsi Jambi kategori pemerintah daerah,
Jumat siang. Penghargaan diserahkan oleh Gubernur Jambi Al Haris di rumah dinas. Sebanyak 1.037 pekerja rentan di
Kabupaten Bungo telah dilindungi lewat anggaran daerah, kata kepala dinas tenaga kerja setempat saat ditemui. Ia
berterima kasih kepada semua pihak yang telah bekerja keras selama setahun terakhir untuk warga."""


@pytest.mark.parametrize(
    ("pairs", "is_twin"),
    [
        ((("Bungo", "Merangin"), ("1.037", "2.111")), False),
        ((("Bungo", "Merangin"),), True),
        ((("Bungo telah", "Bungo, menurut catatan WARTA, telah"), ("warga.", "warga, tulis WARTA.")), True),
    ],
    ids=["for another region", "every figure stays", "an outlet that names itself"],
)
def test_a_form_that_is_filled_in_for_another_region_is_another_release(
    pairs: tuple[tuple[str, str], ...], is_twin: bool
) -> None:
    assert alike(FORM, swapped(FORM, *pairs)).is_twin is is_twin
