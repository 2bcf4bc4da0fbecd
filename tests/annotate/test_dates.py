"""Dates as the press prints them, and the years that it leaves out."""

import pytest

from extractor.annotate.dates import dates
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.facts import Date


def read(text: str, published: str | None = None) -> tuple[Date, ...]:
    return dates(read_story(Article(text, published=published)))


def values(text: str, published: str | None = None) -> list[str]:
    return [one.value for one in read(text, published)]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("24/6/2025", "2025-06-24"),
        ("(24/06/2025)", "2025-06-24"),
        ("24-6-2025", "2025-06-24"),
        ("24.06.2025", "2025-06-24"),
        ("Senin (30/01/23)", "2023-01-30"),
        ("Kamis, 12 Januari 2023", "2023-01-12"),
        ("Kamis 12 Januari 2023", "2023-01-12"),
        ("Jum'at, 8 September 2017", "2017-09-08"),
        ("Jumat malam (8/9/2017)", "2017-09-08"),
        ("30 Des 2021", "2021-12-30"),
        ("June 7, 2024", "2024-06-07"),
        ("9 Nopember 2021", "2021-11-09"),
        ("17 bulan Mei 2021", "2021-05-17"),
    ],
)
def test_a_day_is_read_as_printed(printed: str, value: str) -> None:
    assert values(f"Penghargaan diterima di Kupang, {printed} lalu.") == [value]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("22-26 April 2024", "2024-04-22/2024-04-26"),
        ("21 hingga 23 Juli 2025", "2025-07-21/2025-07-23"),
        ("16 s.d. 21 Oktober 2017", "2017-10-16/2017-10-21"),
        ("1 Januari - 31 Desember 2023", "2023-01-01/2023-12-31"),
        ("28 Oktober-1 November 2020", "2020-10-28/2020-11-01"),
        ("30 Desember-2 Januari 2022", "2021-12-30/2022-01-02"),
        ("17 Maret sampai dengan tanggal 30 Maret 2020", "2020-03-17/2020-03-30"),
        ("Senin–Selasa (28–29/7/2025)", "2025-07-28/2025-07-29"),
        ("Senin (28/7) hingga Rabu (30/7/2025)", "2025-07-28/2025-07-30"),
        ("(29/6/2021) sampai (5/7/2021)", "2021-06-29/2021-07-05"),
        ("Januari–Mei 2023", "2023-01/2023-05"),
        ("Januari hingga Juli 2025", "2025-01/2025-07"),
        ("Januari 2023-Agustus 2024", "2023-01/2024-08"),
    ],
)
def test_two_dates_with_until_between_are_an_interval(printed: str, value: str) -> None:
    found = read(f"Kegiatan itu berlangsung {printed} di Kupang.")
    assert [(one.value, one.precision) for one in found] == [(value, "interval")]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("8 dan 9 Februari 2020", ["2020-02-08", "2020-02-09"]),
        ("5, 6, dan 7 Juli 2024", ["2024-07-05", "2024-07-06", "2024-07-07"]),
        ("Mei dan Juli 2025", ["2025-05", "2025-07"]),
    ],
)
def test_days_joined_by_and_share_month_and_year(printed: str, expected: list[str]) -> None:
    assert values(f"Tes digelar pada {printed} di Kupang.") == expected


def test_a_missing_year_is_the_one_in_which_the_weekday_fits() -> None:
    assert values("Sejak tahun 2018 kota itu ikut, kata dia, Kamis (7/2).") == ["2019-02-07"]


def test_a_missing_year_comes_from_the_day_of_publication() -> None:
    assert values("Piala diserahkan Senin (30/12).", published="2025-01-02") == ["2024-12-30"]


def test_a_missing_year_comes_from_the_storys_own_day_and_not_from_history() -> None:
    text = "Kota itu berdiri 5 September 1984. Piala diserahkan Kamis (8/8), ujarnya, Sabtu (10/8/2024)."
    assert values(text) == ["1984-09-05", "2024-08-08", "2024-08-10"]


def test_a_date_whose_year_is_open_is_none() -> None:
    assert values("Piala diserahkan Kamis (8/8).") == []


def test_a_day_of_birth_is_no_day_of_the_story() -> None:
    assert values("Pemuda kelahiran Kupang, 7 Juli 2000, itu tiba Kamis (7/9).") == ["2000-07-07"]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("September mendatang", "2023-09"),
        ("Desember lalu", "2022-12"),
        ("sejak Maret", "2023-03"),
        ("awal Agustus", "2023-08"),
        ("Oktober tahun lalu", "2022-10"),
        ("bulan Juni ini", "2023-06"),
    ],
)
def test_a_month_without_a_year_lies_on_the_side_that_is_said(printed: str, value: str) -> None:
    assert values(f"Rabu (9/8/2023), ia menyebut iuran {printed} beres.") == ["2023-08-09", value]


def test_a_printed_date_stands_where_its_weekday_disagrees() -> None:
    found = read("Rapat digelar Rabu (7/9/2017) di Kupang.")
    assert [(one.value, one.suspect) for one in found] == [("2017-09-07", True)]


def test_month_comes_before_day_where_only_that_fits_the_weekday() -> None:
    assert values("Rapat digelar Jumat (9/8/2017) di Kupang.") == ["2017-09-08"]


def test_a_weekday_alone_is_seen_from_the_day_of_publication() -> None:
    text = "Hal itu disampaikan lewat telepon, Rabu."
    assert values(text, published="2025-07-17") == ["2025-07-16"]
    assert values(text) == []


def test_the_day_before_counts_from_the_day_named_last() -> None:
    text = "Rakor digelar Kamis (22/05/2025). Sehari sebelumnya bupati bertemu warga."
    assert values(text) == ["2025-05-22", "2025-05-21"]


@pytest.mark.parametrize(
    "text",
    [
        "Perda Banten No 4/2016 sudah berlaku.",
        "Nomor 4/7/2020 dicatat.",
        "Warga RT 03/02 gotong royong.",
        "Layanan darurat siaga (24/7) penuh.",
        "Persib menang 2-1 di kandang.",
        "Mahasiswa Universitas 17 Agustus 1945 hadir.",
        "Pada 2019 ada 12 desa.",
        "Mei Lestari menerima santunan.",
        "Hubungi 0812-3456-7890 sampai pukul 08.30 WIB.",
        "Rapat pada tanggal 31/2/2024 batal.",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert values(text) == []


def test_a_date_printed_twice_is_one_fact_with_two_spans() -> None:
    text = "Piala diserahkan Kamis (16/10/2025). Hingga 16 Oktober 2025 ada 12 piala."
    (found,) = read(text)
    assert [text[start:end] for start, end in found.spans] == ["Kamis (16/10/2025)", "16 Oktober 2025"]


@pytest.mark.parametrize(
    "head", ["Program: Pagi / Jumat, 26 Juli 2019 / Penyiar: Tono", "Jumat, 26 Juli 2019", "SUARA SIAK | 26 Juli 2019"]
)
def test_the_date_at_the_head_of_a_transcript_is_the_day_it_is_told(head: str) -> None:
    assert "2019-07-25" in values(f"KABAR PAGI\n{head}\n\nDalam rapat, kemarin, Kota Tegal menang.")


def test_a_date_alone_under_the_title_is_the_pages_and_no_date_of_the_story() -> None:
    assert values("Ketua RT Didaftarkan\n19/2/2025\n\nRapat digelar Selasa (18/2).") == ["2025-02-18"]


def test_a_date_in_the_first_sentence_is_no_date_of_the_page() -> None:
    assert values("Kota Tegal menang pada 19 Februari 2025\n\nDalam rapat, kemarin, ia pulang.") == ["2025-02-19"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Piala diterima di Tegal, kemarin.", ["2023-08-08"]),
        ("Piala diterima di Tegal (kemarin).", ["2023-08-08"]),
        ("Kemarin kita susah, hari ini kita senang.", []),
        ("Tahun kemarin, Tegal kalah.", []),
    ],
)
def test_yesterday_set_off_is_the_day_before_publication(said: str, expected: list[str]) -> None:
    assert values(said, "2023-08-09") == expected


@pytest.mark.parametrize(
    "plan",
    [
        "Pabrik itu akan selesai pada tahun 2032.",
        "Target pemerintah adalah nol emisi pada 2032.",
        "Kota itu dihuni lagi pada 2032 mendatang.",
    ],
)
def test_a_year_of_plans_is_no_anchor(plan: str) -> None:
    assert values(f"Sepanjang tahun 2025 harga naik. {plan} Hal itu dikatakannya, Senin (20/10).") == ["2025-10-20"]


@pytest.mark.parametrize(
    "habit",
    [
        "Setiap tahun panen rampung pada November.",
        "Panen biasanya rampung pada November.",
        "Pada November curah hujan cenderung naik.",
        "Belanja cenderung naik setiap tahun. Lonjakan ini terjadi karena proyek rampung pada November-Desember.",
    ],
)
def test_a_month_of_habit_has_no_year(habit: str) -> None:
    assert values(f"Ia hadir, Senin (20/10/2025). {habit}") == ["2025-10-20"]


def test_a_month_outside_a_sentence_of_habit_has_the_year_of_the_story() -> None:
    assert values("Ia hadir, Senin (20/10/2025). Biasanya sepi. Panen rampung pada September.") == [
        "2025-10-20",
        "2025-09",
    ]


def test_a_year_found_by_weekday_serves_the_months_of_the_story() -> None:
    text = "Proyek itu mulai pertengahan tahun 2021. Hingga akhir Juni sudah separuh, katanya, Kamis (22/7)."
    assert sorted(values(text)) == ["2021-06", "2021-07-22"]


@pytest.mark.parametrize(
    "text", ["Kerja sama bulan Juni hingga akhir Agustus 2022.", "Panen awal Juni sampai pertengahan Agustus 2022"]
)
def test_parts_of_a_month_end_an_interval(text: str) -> None:
    assert [fact.value for fact in read(text)] == ["2022-06/2022-08"]
