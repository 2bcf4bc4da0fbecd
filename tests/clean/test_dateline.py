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
        ("BINTAN | WARTA LONTAR — ", "WARTA LONTAR", "BINTAN"),
        ("Lontar Kini | Medan — ", "Lontar Kini", "Medan"),
        ("Kabarlontar.com|JAKARTA – ", "Kabarlontar.com", "JAKARTA"),
        ("JAKARTA-MARITIM: ", "MARITIM", "JAKARTA"),
        ("BANDUNG, LENTERALONTAR.COM-", "LENTERALONTAR.COM", "BANDUNG"),
        ("TAPAKTUAN, PROKOPIM – ", "PROKOPIM", "TAPAKTUAN"),
        ("LOLU UTARA, MERCULONTAR – ", "MERCULONTAR", "LOLU UTARA"),
        ("Klojen (malangkota.go.id) – ", "malangkota.go.id", "Klojen"),
        ("Kecamatan Klojen (lontarkota.go.id) – ", "lontarkota.go.id", "Kecamatan Klojen"),
        ("Desa Tulehu, Kabar Lontar – ", "Kabar Lontar", "Desa Tulehu"),
        ("DABO SINGKEP, KABAR LONTAR – ", "KABAR LONTAR", "DABO SINGKEP"),
        ("Sungai Raya, KL - ", "KL", "Sungai Raya"),
        ("PENENGAHAN – ", None, "PENENGAHAN"),
        ("SOFIFI — ", None, "SOFIFI"),
        ("Den Haag (ANTARA) - ", "ANTARA", "Den Haag"),
        ("Makkah (Kemenag) --- ", "Kemenag", "Makkah"),
        ("New York, 3/6 (ANTARA) - ", "ANTARA", "New York"),
        ("Singapura (ANTARA/Xinhua) - ", "ANTARA/Xinhua", "Singapura"),
        ("Jakarta, 13 November 2020 – ", None, "Jakarta"),
        ("JAKARTA, Selasa (3/6/2025) - ", None, "JAKARTA"),
        ("Ambon – (3/6/2025) ", None, "Ambon"),
        ("Jakarta, CNN Indonesia -- ", "CNN Indonesia", "Jakarta"),
        ("Jakarta, Humas BPJS Ketenagakerjaan - ", "Humas BPJS Ketenagakerjaan", "Jakarta"),
        ("Semarang/Solo - ", None, "Semarang/Solo"),
        ("Ambon, Maluku – ", None, "Ambon, Maluku"),
        ("KabarLontar.com | MAMASA, SULBAR – ", "KabarLontar.com", "MAMASA, SULBAR"),
        ("AMBON – KABARLONTAR.COM – ", "KABARLONTAR.COM", "AMBON"),
        ("Bogor - Kabarlontar.com, ", "Kabarlontar.com", "Bogor"),
        ("Kabar Lontar – Ambon – ", "Kabar Lontar", "Ambon"),
        ("[KABARLONTAR.COM] AMBON – ", "KABARLONTAR.COM", "AMBON"),
        ("BANDUNG, (KL).- ", "KL", "BANDUNG"),
        ("KBRN, Ambon: ", "KBRN", "Ambon"),
        ("SUARA LONTAR - ", "SUARA LONTAR", None),
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
        ("Bitung – lontarpost.com\n\n" + REST, "lontarpost.com", "Bitung"),
        ("Suara Lontar, Suwawa\n\n" + REST, "Suara Lontar", "Suwawa"),
        ("Jakarta, NU Online " + REST, "NU Online", "Jakarta"),
        ("Lontar Terkini, TERNATE. " + REST, "Lontar Terkini", "TERNATE"),
        ("Kabarlontar.com, Ambon. " + REST, "Kabarlontar.com", "Ambon"),
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
        "WALI KOTA – Ona Latupono hadir di kampung nelayan itu.",
        "PARITRANA AWARD – Ajang itu digelar di Ambon kemarin.",
        "TENTANG – Peraturan itu mengatur nelayan di Ambon.",
        "JUARA 1 – Kota Ambon dan lima kota lain di Maluku",
        "Kota Ambon: Nelayan di kota ini sudah terlindungi semua.",
        "Kabupaten Bogor: 12.000 peserta dari dua puluh kampung",
        "Ambon: terbaik I, Tual: terbaik II, Masohi: terbaik III",
        "Medan: 12 peserta dari lima kampung nelayan di kota itu",
        "Tual – juara dua tahun lalu – kali ini absen.",
        "Jakarta - Bandung ditempuh 45 menit dengan kereta cepat.",
        "Pertama, Kota Ambon - nelayan di sana sudah terlindungi.",
        "Senin, Ambon – cerah sejak pagi sampai malam hari.",
        "Ona Latupono (Ambon) – juara pertama lomba perahu nelayan.",
        "PT Laut Jaya (Ambon) – Perusahaan itu menang lagi tahun ini.",
        "Bank Maluku, Ambon – Kantor itu melayani nelayan sejak pagi.",
        "ANTARA – lembaga kantor berita itu – hadir di sana.",
        "Piala Adipura - penghargaan lingkungan - diraih Ambon.",
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
