"""The press tokenizer: what is one token, and what is taken apart."""

import time

import pytest

from extractor.language.tokens import pieces

ONE_TOKEN = """1.316 1,4 24/6/2025 7/2 188.45/123/2024 G/57/V.08/HK/2024 100.3.3.1/44 168/PUU-XXI/2023
13-3-2019 08.30 10:30
M.K.M. S.Sos. S.Sos M.Si M.Si. Ph.D. S.Pd.I S.STP A.Md.Keb. S.I.K. Sp.OG J.E. M. H. Dr. dr. No. Plt. Kab. Kec. Rp.
Arang-arang non-ASN RT-nya ke-2 se-Indonesia Covid-19 III-2025 K3 SP36 DP3AP2KB
kabupaten/kota se-kabupaten/kota RT/RW Gaji/Upah s/d Ma’ruf Jum'at Musa’ad
tanyafakta.co TRIBUNJAMBI.COM balipedia.co.id Liputan6.com Kompas.com redaksi@contoh.co.id @pemkot_contoh
https://www.contoh.id/2025/06/berita.html?halaman=2 a.n. s.d."""


@pytest.mark.parametrize(
    "chunk",
    ONE_TOKEN.split(),
)
def test_is_one_token(chunk):
    assert pieces(chunk) == [chunk]


@pytest.mark.parametrize(
    "apart",
    [
        "Rp 740.174.000",
        "Rp. 3,5",
        "Rp. 1.528.128.000 ,-",
        "Rp. 76.537.694.296 .-",
        "43,31 %",
        "25 % - 30 %",
        "2.300 -an",
        "2.300 an",
        "60 ribu",
        "Rp 20 rb - 21 rb / kg",
        "Rp 6 ribu - Rp 10 ribu",
        "sebesar Rp 3,8",
        "Rp 38.000 / Kg ,",
        "ribu / kg",
        "12 rb-an",
        "22 - 26",
        "28 – 29/7/2025",
        "08.00 WIB - 15.00",
        "Senin – Selasa",
        "2025 – 2029",
        "1 , 2 , 3",
        "2021 , 2022",
        "tahun 2024",
        "TAHUN 2024",
        "USD 100",
        "( Sekda )",
        "bangga ” ujarnya '",
        "PPN ) ' ,",
        "( Contoh.co ) -- Pemkab",
        "3 ( tiga )",
    ],
)
def test_figures_signs_and_quotes_are_taken_apart(apart):
    assert pieces(apart.replace(" ", "")) == apart.split()


@pytest.mark.parametrize(
    "apart",
    [
        "rentan .",
        "1.316 .",
        "contoh.co ,",
        "Ketenagakerjaan . Bantuan",
        "APBD . Pemerintah",
        "20/3/2022 . Pemkab",
        "RT . 03 / RW . 02",
        "No. 4",
        "No. B/340/KPTS/B.01/2023",
        "Kab. Bogor",
        "PT. Maju",
    ],
)
def test_a_stop_ends_a_sentence_or_belongs_to_its_abbreviation(apart):
    assert pieces(apart.replace(" ", "")) == apart.split()


@pytest.mark.parametrize(
    "apart",
    [
        "Lestari , SH. MH",
        "Lestari , SE .",
        "SE. , MM .",
        "H. SE. MM",
        "H. M.Si",
        "S.Pd. M.Pd",
        "S.T. , M.T.",
        "S.E. M.M.",
        "Hj. Lestari",
        "Drs. H. Pranowo",
        "Prof. Dr. Ir. H. Pranowo",
        "H. M. Pranowo",
        "M. Pranowo",
        "D.I. Yogyakarta",
        "A.A. Gede",
        "Sp.A ( K )",
    ],
)
def test_titles_initials_and_degrees_glued_to_names_keep_their_stops(apart):
    assert pieces(apart.replace(" ", "")) == apart.split()


@pytest.mark.parametrize(
    "chunk",
    [
        "!?" * 100_000,
        "a.b" * 60_000,
        "A." * 100_000,
        "abc1" * 50_000,
        "a-" * 100_000,
        "a/b1." * 40_000,
        "1,2" * 60_000,
        "1/2-" * 50_000,
        "S.Pd." * 40_000,
        "(" * 200_000,
        "a@b." * 50_000,
        "x" * 200_000,
        "www." * 50_000,
    ],
    ids=lambda chunk: chunk[:5],
)
def test_hostile_chunks_take_linear_time(chunk):
    began = time.process_time()
    found = pieces(chunk)
    assert time.process_time() - began < 3
    assert "".join(found) == chunk
