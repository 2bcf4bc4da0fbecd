import time

import pytest

from extractor.export.wording import LOST, masked, plain


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("hubungi 0812-3456-7890 ya", "hubungi ••••-••••-•••• ya"),
        ("WA +62 812 3456 7890", "WA +•• ••• •••• ••••"),
        ("telepon (0741) 60123.", "telepon (••••) •••••."),
        ("telp 021-5555678", "telp •••-•••••••"),
        ("628123456789", "••••••••••••"),
        ("kirim ke budi.s@kantor.example, ya", "kirim ke ••••.•@••••••.•••••••, ya"),
        ("NIK 1571010101900001", "NIK ••••••••••••••••"),
        ("NIK 1571 0101 0190 0001", "NIK •••• •••• •••• ••••"),
        ("NIP 19700101 199503 1 001", "NIP •••••••• •••••• • •••"),
        ("NPWP 01.234.567.8-901.000", "NPWP ••.•••.•••.•-•••.•••"),
        ("rekening 1234567890", "rekening ••••••••••"),
        ("ikuti @siti.rahma_95, ya", "ikuti @••••.••••••••, ya"),
        ("(@dinsos_kota) dan @a", "(@•••••••••••) dan @a"),
        ("di Jl. Kenanga Raya No. 12A RT 03/RW 05, kini", "di Jl. Kenanga Raya No. ••• •• ••/•• ••, kini"),
        ("Jalan Melati Nomor 7 Jambi", "Jalan Melati Nomor • Jambi"),
    ],
)
def test_personal_numbers_and_addresses_are_dots(told: str, printed: str) -> None:
    assert masked(told) == printed


@pytest.mark.parametrize(
    "told",
    [
        "Rp1500000000", "Rp 1500000000", "Rp. 12345678901", "Rp7.699.476.000.000", "62.000.000 orang",
        "pukul 08.30 - 10.00 WIB", "Nomor 188.45/123/2024", "08/11/2025", "2025-11-20", "RT 001/002",
        "UU Jalan Nomor 38 Tahun 2004", "Jalan Tol Jambi 12 kilometer", "Kampung RW 05", "pukul 10.00 @ Balai Kota",
        "Kelurahan 15.71.10.1005", "Perwali Nomor 14 Tahun 2025", "3.000 + 1.316 = 4.316", "tahun 2019 2020 2021",
    ],
)  # fmt: skip
def test_amounts_dates_and_codes_stay(told: str) -> None:
    assert masked(told) == told


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\ud800", "\u202e", "\u2066", "\u2028", "\ufffe"])
def test_characters_that_only_a_program_sees_are_replaced_one_by_one(character: str) -> None:
    assert plain(f"Kota{character}Jambi") == f"Kota{LOST}Jambi"


@pytest.mark.parametrize("text", ["Kota Jambi", "جائزة", "naïve 😀", "a\tb\nc", "a\u200fb"])
def test_what_people_write_stays(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    "hostile",
    ["0" * 100_000, "a@" * 9**5, "0-" * 50_000, "1 " * 50_000, "a.a@" * 9**5, "Jl A " * 9**5, "Jl " + "Aa " * 9**5],
)
def test_a_hostile_text_is_masked_in_time(hostile: str) -> None:
    began = time.process_time()
    masked(hostile)
    assert time.process_time() - began < 2
