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
        ("Pajak hotel mencapai 41 persen dari yang ditargetkan sebesar Rp198 juta.", "Pajak hotel"),
        ("Belanja tidak terduga baru terserap Rp3 miliar.", "Belanja tidak terduga"),
        ("Dana hibah dianggarkan Rp12 miliar.", "Dana hibah"),
        ("Pajak air bawah tanah, kami targetkan Rp11 juta.", "Pajak air bawah tanah"),
        ("Untuk golongan satu, kenaikannya mulai Rp500.", "kenaikan"),
        ("Beras itu dijual seharga Rp14 ribu.", "Beras"),
        ("Dana hibah untuk instansi vertikal sebesar Rp1 miliar.", "Dana hibah"),
        ("Anggaran untuk perbaikan jembatan sebesar Rp1 miliar.", "perbaikan jembatan"),
        ("Gaji dan tunjangan sebesar Rp8 juta dibayarkan.", "Gaji dan tunjangan"),
        ("Jumlahnya Rp8 juta.", None),
        ("Selain itu bawang merah dari Rp40 ribu turun.", "bawang merah"),
        ("Laporan pasangan Budi Raharja – Siti Aminah Rp50 juta.", None),
        ("Beras kualitas 1 Rp14 ribu.", "Beras kualitas 1"),
        ("Harga terong hanya Rp3.000 per kg.", "Harga terong per kg"),
        ("Korupsi itu merugikan negara Rp75 miliar.", "kerugian negara"),
        ("Gula pasir 1 kg Rp17 ribu.", "Gula pasir"),
        ("Sisa dana rehabilitasi tahun anggaran 2022 sebesar Rp82 juta.", "Sisa dana rehabilitasi"),
        ("KPM mendapatkan Rp500 ribu yang terbagi untuk uang tunai dan sembako.", None),
        ("Kini Rp24.000 sedangkan untuk minyak curah naik.", None),
    ],
)
def test_what_an_amount_is_for_stands_beside_it(text: str, purpose: str | None) -> None:
    assert [fact.purpose for fact in read(text)] == [purpose]


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("Harga cabai rawit dari Rp30 ribu per kg naik menjadi Rp35 ribu per kg.", ["Harga cabai rawit per kg"] * 2),
        ("Pajak parkir terealisasi Rp8 juta (81,2 persen) dari target Rp10 juta.", ["Pajak parkir"] * 2),
        ("Telur Rp28 ribu, tepung terigu Rp12 ribu dan gula Rp17 ribu.", ["Telur", "tepung terigu", "gula"]),
        ("Dana itu: 1. Kota Metro Rp5 miliar2. Kota Solok Rp4 miliar", ["Kota Metro", "Kota Solok"]),
        ("Premi Rp5 juta dan santunan Rp8 juta, total Rp13 juta.", ["Premi", "santunan", None]),
        ("Nilainya Rp5 juta dan untuk beras premium Rp8 juta.", [None, "beras premium"]),
        ("Kini Rp12 juta untuk beras medium dan sewa gudang Rp14 juta.", ["beras medium", "sewa gudang"]),
        ("Gaji Rp5 juta sedangkan ia punya Rp8 juta.", ["Gaji", None]),
    ],
)
def test_each_amount_of_a_sentence_is_for_its_own(text: str, purposes: list[str | None]) -> None:
    assert [fact.purpose for fact in read(text)] == purposes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minyak curah Rp190.00/kg.", [(19000, True)]),
        ("Bawang merah Rp45.0000 per kg.", [(45000, True)]),
        ("Gula Rp9,500 per kg.", [(9500, False)]),
        ("Biayanya Rp1.5-2 miliar.", [(1_500_000_000, False), (2_000_000_000, False)]),
        ("Modalnya sebesarRp3,8 miliar.", [(3_800_000_000, False)]),
        ("Kenaikannya Rp6 ribu-Rp10 ribu.", [(6000, False), (10_000, False)]),
        ("Bawang sebelumnya Rp35 per kilogram, kini Rp45 ribu.", [(35, True), (45_000, False)]),
        ("Harga cabai dari Rp30.000 menjadi Rp32 juta.", [(30_000, True), (32_000_000, False)]),
        ("Kecamatan itu dari Rp171 juta baru Rp130 (76 persen).", [(171_000_000, False), (130, True)]),
        ("Dari Rp250 menjadi Rp250 ribu.", [(250, True), (250_000, False)]),
        ("Dividennya Rp75 per lembar saham.", [(75, False)]),
    ],
)
def test_a_broken_figure_is_read_as_well_as_it_can_be(text: str, found: list[tuple[int, bool]]) -> None:
    assert [(fact.value, fact.suspect) for fact in read(text)] == found


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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Harga telur Rp26. 000 sampai dengan Rp26.500 per kilogram.", [26000, 26500]),
        ("Anggaran Rp 1.549, 22 miliar dan dana Rp18, 519 miliar cair.", [1549220000000, 18519000000]),
        ("Pagu Rp4, 864.173.000 dan dana Rp4.375. 000.000 cair.", [4864173000, 4375000000]),
        ("Realisasi Rp 44.151. 047.248 (64,33%) dilaporkan.", [44151047248]),
        ("Iurannya Rp 16.800. 200 orang hadir.", [16800]),
        ("Iurannya Rp 16.800, 37 orang hadir.", [16800]),
        ("Iurannya Rp16.800.\n250 orang hadir.", [16800]),
    ],
)
def test_a_stray_space_parts_no_figure(text: str, values: list[int]) -> None:
    assert [amount.value for amount in read(text)] == values


def test_both_ends_of_a_range_before_rupiah_are_amounts() -> None:
    assert [amount.value for amount in read("Tarifnya 20-25 juta rupiah.")] == [20_000_000, 25_000_000]
    assert [amount.value for amount in read("Singkong dihargai 956-1.238 rupiah per kilogram.")] == [956, 1238]


def test_a_quadrillion_is_meant() -> None:
    (found,) = read("Investasinya Rp 10,3 kuadriliun.")
    assert (found.value, found.suspect) == (103 * 10**14, False)


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Anggaran iuran pekerja terus naik:\n2021: Rp1 miliar\n2022: Rp2 miliar", "Anggaran iuran pekerja"),
        ("Rincian dana desa:\n- 2021 = Rp700 juta\n- 2022 = Rp800 juta", "dana desa"),
        ("Realisasi iuran pekerja di Sleman:\n1. Tahun 2021 Rp7 juta\n2. Tahun 2022 Rp8 juta", "iuran pekerja"),
    ],
)
def test_rows_of_years_are_for_what_heads_them(text: str, purpose: str) -> None:
    assert {purpose in (amount.purpose or "") for amount in read(text)} == {True}


def test_a_row_of_years_without_a_heading_is_for_nothing() -> None:
    assert [amount.purpose for amount in read("Warga senang.\n2021: Rp1 miliar")] == [None]
