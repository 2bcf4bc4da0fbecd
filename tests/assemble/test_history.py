"""Records of earlier years, of persons, of lists whose names share a category. All people and firms are invented."""

import pytest

from extractor import extract

Row = tuple[int | None, str | None, str, str]


def rows(text: str) -> list[Row]:
    """Edition, category, type and name of each recipient, in order."""
    return sorted(
        ((one.edition, one.category, one.recipient.type, one.recipient.name) for one in extract(text).records), key=str
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Sigi meraih Adipura 2024.\nSebelumnya, pada 2022 dan 2023, Sigi juga meraih penghargaan yang sama.",
        "Kabupaten Sigi meraih Adipura 2024.\nTahun 2022 serta 2023 Kabupaten Sigi juga meraih Adipura.",
        "Kabupaten Sigi meraih Adipura tiga tahun berturut-turut, yakni 2022, 2023, dan 2024.",
        "Piala Adipura diterima Kabupaten Sigi tiga tahun berturut-turut (2022, 2023 dan 2024).",
        "Kabupaten Sigi meraih Adipura 2024.\nAdipura sebelumnya diraih pada 2022 dan 2023.",
        "Kabupaten Sigi meraih Adipura tiga kali, yakni pada 2022 hingga 2024.",
        "Kabupaten Sigi meraih Adipura berturut-turut pada 2022 sampai 2024.",
    ],
)
def test_each_year_of_a_row_is_an_edition(text: str) -> None:
    assert rows(text) == [(year, None, "region", "Kabupaten Sigi") for year in (2022, 2023, 2024)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Kota Tegal meraih juara I pada 2022 dan juara II pada 2023 dalam Paritrana Award.", [2022, 2023]),
        ("Dengan APBD 2022 dan 2023 yang tertib, Kota Tegal meraih Adipura 2024.", [2024]),
        ("Kota Tegal gagal meraih Adipura pada 2022 dan 2023.\nKota Tegal meraih Adipura 2024.", [2024]),
    ],
)
def test_other_years_beside_each_other_are_no_row_of_editions(text: str, years: list[int]) -> None:
    assert [record.edition for record in extract(text).records] == years


def test_years_in_office_are_no_years_of_an_award() -> None:
    text = "Selama menjabat pada 2014 hingga 2019, Bupati Sigi membawa kabupatennya meraih Adipura."
    assert len(extract(text).records) <= 1


def test_a_row_of_years_stands_by_one_of_several_awards() -> None:
    text = "Kabupaten Sigi meraih Adipura 2018 dan 2019 serta Anugerah Parahita Ekapraya 2018."
    told = [(record.award, record.edition) for record in extract(text).records]
    assert told == [("Adipura", 2018), ("Adipura", 2019), ("Anugerah Parahita Ekapraya", 2018)]


def test_earlier_years_that_a_speaker_tells_are_not_the_year_of_the_place_without_one() -> None:
    text = (
        "Pemerintah Kabupaten Klaten kembali menyabet Paritrana Award.\nTahun ini Klaten menduduki peringkat II "
        'tingkat Provinsi Jawa Tengah.\n"Tahun 2022 dan 2023 kita juga meraih penghargaan yang sama," katanya.'
    )
    assert [(one.edition, one.rank) for one in extract(text).records] == [(None, 2), (2022, None), (2023, None)]


def test_an_earlier_year_that_is_told_too_is_not_the_year_of_the_award_without_one() -> None:
    text = (
        "PT Karang Lestari Bahari meraih Zero Accident Award dari Gubernur Bali, Kamis (16/2/2023).\nTahun 2021 PT "
        "Karang Lestari Bahari juga meraih penghargaan itu."
    )
    assert [(one.edition, one.event_date) for one in extract(text).records] == [(None, "2023-02-16"), (2021, None)]


def test_others_got_the_same_award() -> None:
    text = (
        "Kabupaten Sigi meraih Naker Award 2023 dari Kementerian Ketenagakerjaan.\nDaerah lain yang mendapat "
        "penghargaan serupa adalah Kabupaten Pasuruan dan Kota Batu."
    )
    assert [one[3] for one in rows(text)] == ["Kabupaten Pasuruan", "Kabupaten Sigi", "Kota Batu"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kalpataru 2024 diraih Suparno Hadi, petani asal Desa Karangsari, Kabupaten Kebumen.", "Suparno Hadi"),
        ("Marni Lestari, perajin tenun asal Buleleng, meraih Samudra Award 2024.", "Marni Lestari"),
        ("Kader posyandu Siti Lestari menerima Samudra Award 2024.", "Siti Lestari"),
        ("Sarwono (62) meraih Kalpataru 2024.", "Sarwono"),
        ("Penghargaan tahun ini:\n- Kalpataru 2024 untuk Sutarno Wijaya, guru asal Kota Tegal;", "Sutarno Wijaya"),
    ],
)
def test_what_stands_beside_a_name_makes_it_a_persons(text: str, name: str) -> None:
    assert rows(text) == [(2024, None, "person", name)]


def test_a_single_name_behind_whom_it_says_who_that_is_may_be_given_an_award() -> None:
    text = "Kalpataru 2023 kategori Pengabdi Lingkungan diberikan kepada Mujiyem, warga Desa Karangsari."
    assert rows(text) == [(2023, "Pengabdi Lingkungan", "person", "Mujiyem")]


def test_a_region_behind_a_profession_in_a_headline_is_only_where_they_are_from() -> None:
    assert rows("Petani Gaharu Ketapang Terima Kalpataru 2024") == []


def test_an_item_says_for_whom_an_award_is() -> None:
    text = "Tiga penghargaan dibawa pulang tahun ini:\n- Adipura 2023 untuk Kota Tegal;\n- PROPER 2023 untuk PT Laut;"
    assert rows(text) == [(2023, None, "company", "Laut"), (2023, None, "region", "Kota Tegal")]


@pytest.mark.parametrize(
    "text",
    [
        "UHC Award 2024 diraih Kota Madiun untuk kategori Utama serta Kabupaten Ngawi, Magetan dan Kota Batu untuk "
        "kategori Madya.",
        "UHC Award 2024 diraih Kota Madiun untuk kategori Utama, serta Kabupaten Ngawi dan Magetan yang bersama Kota "
        "Batu berada di kategori Madya.",
    ],
)
def test_names_behind_a_category_may_have_another(text: str) -> None:
    madya = [(2024, "Madya", "region", name) for name in ("Kabupaten Magetan", "Kabupaten Ngawi", "Kota Batu")]
    assert rows(text) == [*madya, (2024, "Utama", "region", "Kota Madiun")]


def test_a_category_may_be_pointed_back_to() -> None:
    text = (
        "Kedai Kopi Samudra masuk nominasi Paritrana Award 2024 kategori usaha mikro.\n"
        "Satu-satunya yang menang pada kategori itu adalah PT Laut Kencana."
    )
    assert (2024, "usaha mikro", "company", "Laut Kencana") in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Bupati Sigi menerima Paritrana Award 2024 yang diserahkan langsung oleh Wakil Presiden di Jakarta.",
            (2024, None, "region", "Kabupaten Sigi"),
        ),
        (
            "Paritrana Award 2024 kategori usaha besar diterima Direktur PT Karang Lestari, Budi Hartono.",
            (2024, "usaha besar", "company", "Karang Lestari"),
        ),
        (
            "Gubernur Bali menyerahkan Paritrana Award 2024 kepada Direktur Utama PT Karang Lestari.",
            (2024, None, "company", "Karang Lestari"),
        ),
        (
            "Direktur PT Karang Lestari, Budi Hartono, menerima Paritrana Award 2024 dari Gubernur Bali.",
            (2024, None, "company", "Karang Lestari"),
        ),
        (
            "Paritrana Award 2024 kategori desa diterima Kepala Desa Penglipuran, Kabupaten Bangli.",
            (2024, "desa", "village", "Desa Penglipuran"),
        ),
    ],
)
def test_who_takes_an_award_for_a_region_or_firm_gives_none(text: str, row: Row) -> None:
    assert rows(text) == [row]


def test_a_director_who_only_speaks_takes_nothing() -> None:
    text = "Kota Tegal meraih Adipura 2024.\nDirektur PT Karang Lestari, Budi Hartono, memuji Adipura itu."
    assert rows(text) == [(2024, None, "region", "Kota Tegal")]


def test_the_year_since_which_an_award_was_won_is_no_edition() -> None:
    text = (
        "Ini opini WTP kesembilan yang diterima Pemkab Batang sejak LKPD 2015.\nOpini WTP atas LKPD 2023 diserahkan "
        "Kepala BPK Perwakilan Jawa Tengah."
    )
    assert rows(text) == [(2023, None, "region", "Kabupaten Batang")]


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Sigi meraih Adipura 2023 dan UHC Award 2024 kategori Madya.",
        "Selain meraih Adipura 2023, Kabupaten Sigi juga menerima UHC Award 2024 kategori Madya.",
        "UHC Award 2024 kategori Madya serta Adipura 2023 diraih Kabupaten Sigi.",
    ],
)
def test_each_award_of_a_verb_is_won(text: str) -> None:
    assert sorted((one.award, one.edition, one.category) for one in extract(text).records) == [
        ("Adipura", 2023, None),
        ("UHC Award", 2024, "Madya"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Setelah gagal meraih Adipura, Kabupaten Sigi menerima UHC Award 2024.",
        "Kabupaten Sigi meraih UHC Award 2024 dan bertekad merebut Adipura.",
        "Kabupaten Sigi meraih UHC Award 2024.\nKabupaten Sigi bertekad mempertahankan dan meraih kembali Adipura.",
        "Bupati Sigi didampingi Kepala BPJS Kesehatan menerima UHC Award 2024.",
        "Kabupaten Sigi meraih UHC Award 2024.\nPenjurian Naker Award diikuti Wakil Bupati Sigi.",
    ],
)
def test_what_is_hoped_for_or_attended_beside_an_award_is_not_won(text: str) -> None:
    assert [(one.award, one.edition, one.recipient.name) for one in extract(text).records] == [
        ("UHC Award", 2024, "Kabupaten Sigi")
    ]


def test_a_record_has_each_span_once_however_often_it_is_said() -> None:
    (record,) = extract("Kota Tegal meraih Adipura 2024, dan Kota Tegal menerima Adipura 2024.\n" * 3).records
    assert len(record.spans) == len(set(record.spans))


def test_a_long_list_of_years_or_awards_is_no_row() -> None:
    years = ", ".join(map(str, range(2001, 2024)))
    assert len(extract(f"Kota Tegal meraih Adipura pada {years} dan 2024.").records) == 1
