"""Laws and regulations as the press cites them."""

from typing import Any

import pytest

from extractor.annotate.regions import regions
from extractor.annotate.regions.mentions import Mention
from extractor.annotate.regulations import regulations
from extractor.annotate.story import read_story
from extractor.article import Article
from extractor.facts import Regulation


def read(text: str) -> tuple[Regulation, ...]:
    story = read_story(Article(text))
    return regulations(story, regions(story))


def cited(text: str) -> list[tuple[Any, ...]]:
    return [(one.type, one.number, one.year) for one in read(text)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Perda Nomor 4 Tahun 2016", ("Perda", "4", 2016)),
        ("Perda No. 4 Thn 2016", ("Perda", "4", 2016)),
        ("Perda 4/2016", ("Perda", "4", 2016)),
        ("PP 50/2012", ("PP", "50", 2012)),
        ("UU No.1 Tahun 1970", ("UU", "1", 1970)),
        ("Undang-undang Nomor 24 Tahun 2011", ("UU", "24", 2011)),
        ("Undang-Undang (UU) Nomor 24 Tahun 2011", ("UU", "24", 2011)),
        ("inpres nomor 2 tahun 2021", ("Inpres", "2", 2021)),
        ("Instruksi Presiden Nomor 1 2025", ("Inpres", "1", 2025)),
        ("Peraturan Menteri Keuangan (PMK) No.35/2020", ("Permen", "35", 2020)),
        ("PMK Nomor 215/PMK.07/2021", ("Permen", "215/PMK.07/2021", 2021)),
        ("Permen LHK Nomor 1 Tahun 2021", ("Permen", "1", 2021)),
        ("Permenkeu nomor: 205/2019", ("Permen", "205", 2019)),
        ("Peraturan Menteri Pemuda dan Olahraga Nomor 3 Tahun 2020", ("Permen", "3", 2020)),
        ("Kepmenhub Nomor KM 7 Tahun 2024", ("Kepmen", "KM 7", 2024)),
        ("Qanun Aceh Nomor 7 Tahun 2014", ("Perda", "7", 2014)),
        ("Keputusan Gubernur Nomor G/57/V.08/HK/2024", ("Kepgub", "G/57/V.08/HK/2024", 2024)),
        ("Keputusan Wali Kota Nomor 188.45/123/2024", ("Kepwali", "188.45/123/2024", 2024)),
        ("SK Bupati Nomor 100.3.3.1/44 Tahun 2024", ("SK", "100.3.3.1/44", 2024)),
        ("Surat Edaran Bupati Nomor 560/2145/Disnaker Tahun 2023", ("SE", "560/2145/Disnaker", 2023)),
        ("Peraturan Nagari Nomor 3 Tahun 2021", ("Perdes", "3", 2021)),
        ("Peraturan BPJS Ketenagakerjaan Nomor 1 Tahun 2023", ("other", "1", 2023)),
        ("Perda Tahun 2018", ("Perda", None, 2018)),
        ("UUD 1945", ("UUD", None, 1945)),
        ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", ("UUD", None, 1945)),
    ],
)
def test_type_number_and_year_are_read(said: str, expected: tuple[Any, ...]) -> None:
    assert cited(f"Hal itu diatur dalam {said} dan berlaku.") == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("PP Nomor 44, 45, dan 46 Tahun 2015", [("PP", "44", 2015), ("PP", "45", 2015), ("PP", "46", 2015)]),
        ("UU Nomor 40 Tahun 2004 dan Nomor 24 Tahun 2011", [("UU", "40", 2004), ("UU", "24", 2011)]),
        ("Perda 4/2016 dan Perwal 46/2017", [("Perda", "4", 2016), ("Perwali", "46", 2017)]),
    ],
)
def test_laws_cited_together_are_each_a_fact(said: str, expected: list[tuple[Any, ...]]) -> None:
    assert cited(f"Dasarnya {said}.") == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ada Perda Nomor 4 Tahun 2016 tentang Perlindungan Tenaga Kerja, kata dia.", "Perlindungan Tenaga Kerja"),
        ("Ada Perda Nomor 4 Tahun 2016 tentang Pajak yang berlaku.", "Pajak"),
        ("UU No 24 tahun 2011, tentang BPJS, mengatur itu.", "BPJS"),
        ("UU Kesehatan No. 36 Tahun 2009 mengatur itu.", "Kesehatan"),
        ("Buruh menolak UU Cipta Kerja itu.", "Cipta Kerja"),
        ("Ada Perbup tentang perlindungan nelayan tahun depan.", "perlindungan nelayan"),
        (
            "Perda Nomor 1 Tahun 2020 tentang Ketertiban Umum, Ketenteraman, dan Perlindungan Masyarakat berlaku.",
            "Ketertiban Umum, Ketenteraman, dan Perlindungan Masyarakat",
        ),
        ("Ada Perda Nomor 9 Tahun 2012 tentang Anak serta Inpres Nomor 2 Tahun 2021.", "Anak"),
    ],
)
def test_the_title_ends_where_the_sentence_goes_on(text: str, subject: str) -> None:
    assert read(text)[0].subject == subject


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Peraturan Gubernur Kepri Nomor 27 Tahun 2023 berlaku.", "21"),
        ("Perda Kota Bontang Nomor 9 Tahun 2012 berlaku.", "64.74"),
        ("Peraturan Wali Kota Jambi Nomor 14 Tahun 2025 berlaku.", "15.71"),
        ("Pemkab Sleman memakai Perbup Nomor 41 Tahun 2022.", "34.04"),
        ("UU Nomor 24 Tahun 2011 berlaku di Kota Bontang.", None),
        ("Permenaker Nomor 5 Tahun 2021 berlaku di Kota Bontang.", None),
        ("Perbup Nomor 5 Tahun 2021 berlaku.", None),
    ],
)
def test_the_issuer_is_the_region_named_or_the_storys(text: str, issuer: str | None) -> None:
    assert read(text)[0].issuer == issuer


@pytest.mark.parametrize(
    "text",
    [
        "DPRD membahas Ranperda tentang Perlindungan Anak.",
        "Bupati akan menerbitkan Perbup tentang Perlindungan Anak.",
        "Perda tentang Perlindungan Anak masih dibahas.",
        "Ranperda sudah kami usulkan.",
        "Kita siapkan Perbup-nya.",
    ],
)
def test_a_law_that_is_planned_is_a_draft(text: str) -> None:
    assert [one.status for one in read(text)] == ["draft"]


@pytest.mark.parametrize(
    "text",
    [
        "Perda Nomor 4 Tahun 2016 tentang Pajak akan dibahas lagi.",
        "Bupati menerbitkan Perbup tentang Perlindungan Anak.",
        "Iuran dibayar sesuai Perbup yang baru.",
    ],
)
def test_a_law_that_is_there_is_in_force(text: str) -> None:
    assert [one.status for one in read(text)] == ["in_force"]


@pytest.mark.parametrize(
    "text",
    [
        "Perda tersebut berlaku.",
        "Pelanggar perda ditindak.",
        "Kalau ada Perda, nilainya naik.",
        "Kasat Pol PP Cahyadi hadir.",
        "Hj. Winarti SE MH hadir.",
        "PMK menyerang 3 sapi di kandang nomor 2.",
        "Pegawai menerima SK pengangkatan.",
        "Asisten II Nomor 14 hadir.",
        "Ia tinggal di Jalan Mawar Nomor 14.",
        "Pengasuh PP Tebuireng hadir.",
    ],
)
def test_what_is_no_law_is_none(text: str) -> None:
    assert read(text) == ()


def test_a_law_named_twice_is_one_fact() -> None:
    text = "Ada Perda Nomor 4 Tahun 2016 tentang Pajak. Perda No. 4/2016 itu berlaku."
    (found,) = read(text)
    said = [text[start:end] for start, end in found.spans]
    assert said == ["Perda Nomor 4 Tahun 2016 tentang Pajak", "Perda No. 4/2016"]


def test_a_law_without_a_number_is_no_fact_beside_one_that_has_it() -> None:
    assert cited("Kota itu memiliki Perda. Perda Nomor 4 Tahun 2016 mengatur iuran.") == [("Perda", "4", 2016)]


def test_the_storys_own_city_issues_its_rules() -> None:
    story = read_story(Article("Wali kota menyebut Perwal Nomor 14 Tahun 2025."))
    (found,) = regulations(story, [Mention("15.71", 0, 1, "government")])
    assert found.issuer == "15.71"


def test_a_title_may_stand_behind_terkait() -> None:
    (found,) = read("DPRD membahas Raperda terkait perlindungan pekerja rentan.")
    assert (found.subject, found.status) == ("perlindungan pekerja rentan", "draft")
    assert read("Hal itu sesuai dengan perda terkait.") == ()


def test_a_laws_name_before_its_number_is_no_other_law() -> None:
    assert cited("Hal itu turunan UU Otsus, yakni Undang-Undang Nomor 2 Tahun 2021.") == [("UU", "2", 2021)]


def test_a_title_that_points_back_is_none() -> None:
    (found,) = read("Di kabupaten tengah disusun Ranperbup tentang hal yang sama.")
    assert (found.type, found.subject, found.status) == ("Perbup", None, "draft")


def test_a_level_behind_a_law_says_who_issues_it() -> None:
    text = "Bupati Aceh Utara menyebut Qanun Aceh Nomor 7 Tahun 2014. Rancangan qanun kabupaten sedang digodok."
    assert [(one.issuer, one.status) for one in read(text)] == [("11", "in_force"), ("11.08", "draft")]


def test_a_law_whose_birth_is_urged_is_a_draft() -> None:
    (found,) = read("DPRD Sanggau mendorong lahirnya Perda tentang perlindungan tenaga kerja lokal.")
    assert found.status == "draft"
