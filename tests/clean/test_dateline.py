"""Datelines in the shapes that the press prints, and sentences that only look like one."""

import time

import pytest

from extractor.clean.dateline import dateline

REST = "Pemerintah daerah menyerahkan kartu peserta kepada nelayan."
LONG = "Pemerintah daerah menyerahkan kartu peserta kepada seratus nelayan di kampung itu."


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
        ("KABARLONTAR.COM - BANDA ACEH. ", "KABARLONTAR.COM", "BANDA ACEH"),
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
        ("Ambon (3/6/2025) - ", None, "Ambon"),
        ("Ambon 3/6/2025 – ", None, "Ambon"),
        ("Tulehu (03/06/2025) - ", None, "Tulehu"),
        ("KLOJEN, Tapal Lontar: ", "Tapal Lontar", "KLOJEN"),
        ("Lontar Kita.com, Ambon – ", "Lontar Kita.com", "Ambon"),
        ("LontarKita.com, AMBON ~ ", "LontarKita.com", "AMBON"),
        ("*AMBON* – ", None, "AMBON"),
        ("AMBON-", None, "AMBON"),
        ("Dobo, Kepulauan Aru – ", None, "Dobo, Kepulauan Aru"),
        ("Tulehu, Kabupaten Maluku Tengah – ", None, "Tulehu, Kabupaten Maluku Tengah"),
        ("Lontar.id | Dobo, Kepulauan Aru – ", "Lontar.id", "Dobo, Kepulauan Aru"),
        ("Kabarlontar.maluku.lontar.go.id, Ambon – ", "Kabarlontar.maluku.lontar.go.id", "Ambon"),
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
        ("Tiakur, 9 Desember 2024. " + REST, None, "Tiakur"),
        ("Tulehu (9/12/2024). " + REST, None, "Tulehu"),
        ("AMBON, Senin (9/12/2024). " + REST, None, "AMBON"),
        ("Ambon, 9-12-2024 | " + REST, None, "Ambon"),
        ("REDELONG | " + LONG, None, "REDELONG"),
        ("Ambon || " + LONG, None, "Ambon"),
        ("KABARLONTAR.COM | AMBON | " + LONG, "KABARLONTAR.COM", "AMBON"),
        ("Ambon | Suara Lontar | " + LONG, "Suara Lontar", "Ambon"),
        ("[AMBON] " + LONG, None, "AMBON"),
        ("Ambon (ANTARA) " + LONG, "ANTARA", "Ambon"),
    ],
)
def test_a_dateline_may_have_no_dash(line: str, outlet: str | None, place: str) -> None:
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
        "Surabaya, 10 November 1945. Kota itu terbakar sejak pagi dan tentara mundur.",
        "Ambon, 3 Juni 2025. Nomor: 12/HM",
        "Juara (3/6/2025) - lomba itu dimulai dari pelabuhan lama di kota.",
        "Ambon | Juara lomba perahu nelayan tingkat provinsi tahun lalu | 12 | 3",
        "Ambon | Juara lomba perahu nelayan tingkat provinsi tahun lalu di kota",
        "Ona Latupono | Nelayan di kampung itu menerima seratus kartu dari pemerintah daerah.",
        "Kota Ambon | Nelayan di kampung itu menerima seratus kartu dari pemerintah daerah.",
        "Ambon (ibu kota provinsi) Nelayan di kampung itu menerima seratus kartu kemarin.",
        "[AMBON] bukan nama kapal yang karam di perairan itu.",
        "Ambon, Tual – Dua kota itu menerima piagam dari pemerintah pusat.",
        "Ona, Ambon – Nelayan itu menerima piagam dari pemerintah pusat.",
        "PAPUA-Barat punya dua kota pelabuhan yang ramai sejak lama.",
        "KLOJEN, Tulehu: Nelayan di dua kampung itu sudah terlindungi semua.",
        "BATAM-Karimun ditempuh dua jam dengan kapal cepat.",
        "",
    ],
)
def test_a_sentence_is_no_dateline(line: str) -> None:
    assert dateline(line, 0) is None


@pytest.mark.parametrize("printed", ["Lentera Pulau, Ambon – ", "Ambon | Lentera Pulau | ", "Lentera Pulau – Ambon – "])
@pytest.mark.parametrize("own", ["Lentera Pulau", "LenteraPulau.com", "Harian Lentera Pulau"])
def test_the_outlet_that_the_page_names_is_one(printed: str, own: str) -> None:
    found = dateline(printed + LONG, 0, own)
    assert found is not None
    assert (found.outlet, found.place) == ("Lentera Pulau", "Ambon")
    assert dateline(printed + LONG, 0) is None


def test_a_university_that_the_page_names_signs() -> None:
    found = dateline(f"Universitas Lontar, Ambon – {LONG}", 0, "Universitas Lontar")
    assert found is not None
    assert (found.outlet, found.place) == ("Universitas Lontar", "Ambon")


@pytest.mark.parametrize(
    "text",
    ["A | " * 50_000, "A, " * 100_000, "A-" * 100_000, "a.b" * 100_000, "(" * 100_000, "A (" * 100_000],
)
def test_a_hostile_head_takes_no_time(text: str) -> None:
    started = time.process_time()
    assert dateline(text, 0) is None
    assert time.process_time() - started < 0.5


def test_a_village_that_its_sentence_names_again_is_a_dateline() -> None:
    found = dateline("Sukamaju – Pemerintah Desa Sukamaju, Kecamatan Cigedug, membagikan kartu kepada petani.", 0)
    assert found is not None
    assert found[:2] == (None, "Sukamaju")


def test_a_village_whose_own_site_writes_is_a_dateline() -> None:
    found = dateline(f"Sukamaju – {LONG}", 0, "Desa Sukamaju")
    assert found is not None
    assert found.place == "Sukamaju"


@pytest.mark.parametrize(("printed", "outlet"), [("AMBON, Kini24 | ", "Kini24"), ("AMBON, KabarKita | ", "KabarKita")])
def test_a_place_and_an_outlet_before_a_bar_are_a_dateline(printed: str, outlet: str) -> None:
    found = dateline(printed + LONG, 0)
    assert found is not None
    assert found[:2] == (outlet, "AMBON")


def test_a_village_alone_is_no_dateline() -> None:
    assert dateline(f"Sukamaju – {LONG}", 0) is None


def test_a_table_with_a_bar_has_no_dateline() -> None:
    assert dateline("AMBON, Tual | 12 | 30 | 42 | juara umum pekan olahraga provinsi Maluku tahun ini.", 0) is None
