"""Datelines in the shapes that the press prints, and sentences that only look like one."""

import time

import pytest

from extractor.clean.dateline import dateline

REST = "Pemerintah daerah menyerahkan kartu peserta kepada nelayan."


@pytest.mark.parametrize(
    ("printed", "outlet", "place"),
    [
        ("KABARLONTAR.CO, KOTA AMBON – ", "KABARLONTAR.CO", "KOTA AMBON"),
        ("AMBON - ", None, "AMBON"),
        ("BERITATANAHAIR, Padang Pariaman – ", "BERITATANAHAIR", "Padang Pariaman"),
        ("Ambon (KABAR) - ", "KABAR", "Ambon"),
        ("AMBON, Lontar.com - ", "Lontar.com", "AMBON"),
        ("LONTAR.CO.ID, AMBON -- ", "LONTAR.CO.ID", "AMBON"),
        ("Lontar.com - ", "Lontar.com", None),
        ("Ambon, KL – ", "KL", "Ambon"),
        ("lontarpedia.co.id | Badung - ", "lontarpedia.co.id", "Badung"),
        ("BANDARLAMPUNG (Siginjai.co) – ", "Siginjai.co", "BANDARLAMPUNG"),
        ("Manokwari, CenderawasihNews– ", "CenderawasihNews", "Manokwari"),
        ("MINSEL— ", None, "MINSEL"),
        ("KALTENG- ", None, "KALTENG"),
        ("Jakarta: ", None, "Jakarta"),
        ("KabarLontar.Com – Banda Aceh – ", "KabarLontar.Com", "Banda Aceh"),
        ("BERITALONTAR l PONTIANAK – ", "BERITALONTAR", "PONTIANAK"),
        ("HARIAN LONTAR (PONTIANAK) – ", "HARIAN LONTAR", "PONTIANAK"),
        ("LONTAR, Bogor--", "LONTAR", "Bogor"),
        ("Lontarpos-Malang — ", "Lontarpos", "Malang"),
        ("GRESIK, (22/4) - ", None, "GRESIK"),
        ("KALIANDA, iLontar - ", "iLontar", "KALIANDA"),
    ],
)
def test_a_dateline_names_outlet_and_place(printed: str, outlet: str | None, place: str | None) -> None:
    found = dateline(printed + REST, 0)
    assert found is not None
    assert (found.outlet, found.place) == (outlet, place)
    assert printed.startswith((printed + REST)[slice(*found.span)].rstrip())
    assert found.span[1] >= len(printed.rstrip())


@pytest.mark.parametrize(
    ("line", "outlet", "place"),
    [
        ("Serang, Lentera-Lontar.id\n\n" + REST, "Lentera-Lontar.id", "Serang"),
        ("Lontar6.com, Jakarta " + REST, "Lontar6.com", "Jakarta"),
    ],
)
def test_a_dateline_may_have_no_dash(line: str, outlet: str, place: str) -> None:
    found = dateline(line, 0)
    assert found is not None
    assert (found.outlet, found.place) == (outlet, place)


@pytest.mark.parametrize(
    "line",
    [
        "Jalur Liwa – Krui kembali dibuka untuk umum.",
        "Arus kendaraan di jalur Liwa–Krui lancar.",
        "Program ini - kata bupati - berjalan dua tahun.",
        "Sebanyak 20 nelayan: semua terdaftar.",
        "Kabupaten/kota - dan desa - ikut serta.",
        "Rincian penerima tahun 2024: sebelas orang.",
        "Non-ASN di Ambon menerima kartu peserta.",
        "Baru 3.000 - 4.000 pekerja yang terdaftar.",
        "",
    ],
)
def test_a_sentence_is_no_dateline(line: str) -> None:
    assert dateline(line, 0) is None


@pytest.mark.parametrize("text", ["A, " * 100_000, "A-" * 100_000, "a.b" * 100_000, "(" * 100_000, "A (" * 100_000])
def test_a_hostile_head_takes_no_time(text: str) -> None:
    started = time.process_time()
    assert dateline(text, 0) is None
    assert time.process_time() - started < 0.5
