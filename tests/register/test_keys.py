"""Keys: which spellings of awards, categories and recipients are one, and which are not."""

import pytest

from extractor.register.keys import (
    LONGEST,
    award_key,
    category_key,
    group_of,
    name_key,
    readable_category,
    recipient_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PT Sawit Rimba Makmur Tbk", "Sawit Rimba Makmur"),
        ("P.T. Sawit Rimba Makmur", "PT. SAWIT RIMBA MAKMUR"),
        ("PT Lintas Niaga (Persero)", "Lintas Niaga"),
        ("PT Lintas Niaga (Persero) Tbk.", "PT Lintas Niaga"),
        ("CV Tiga-Putra", "Tiga Putra"),
        ("Rumah Sakit Umum Daerah (RSUD) Tanjung Elok", "RSUD Tanjung Elok"),
        ("Bank Pembangunan Daerah (BPD) Sagara", "BPD Sagara"),
        ("Yayasan Nurul 'Ilmi", "yayasan nurul ilmi"),
        ("Yayasan Nuru'l Ilmi", "Yayasan Nurul Ilmi"),
        ("Kop. Tani Subur", "Koperasi Tani Subur"),
    ],
)
def test_spellings_of_one_firm_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sawit Rimba Makmur", "Sawit Rimba Makmur Abadi"),
        ("SMKN 1 Lembah", "SMKN 2 Lembah"),
        ("Hotel Pelangi (Cabang Solok)", "Hotel Pelangi"),
        ("Koperasi Tani Subur", "Tani Subur"),
    ],
)
def test_names_that_may_be_two_firms_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["PT", "!!!", "\u202e", "UD CV"])
def test_a_name_of_nothing_else_keeps_a_key_of_its_own(name: str) -> None:
    assert name_key(name) not in ("", name_key("Sawit Rimba Makmur"))


def test_people_go_by_their_names_without_titles_and_degrees() -> None:
    assert recipient_key("person", None, "Hj. Wa Ode Rahma, S.Pd., M.Si.") == "as:wa ode rahma"


def test_a_firm_that_another_article_takes_for_an_institution_is_one_recipient() -> None:
    assert recipient_key("company", None, "RS Mitra Elok") == recipient_key("institution", None, "RS Mitra Elok")


def test_a_region_goes_by_its_code_and_a_village_without_one_by_province_and_name() -> None:
    assert recipient_key("region", "15.71", "Kota Jambi") == recipient_key("region", "15.71", "Pemkot Jambi")
    assert recipient_key("village", None, "Desa Elok", "15") != recipient_key("village", None, "Desa Elok", "32")


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("usaha kecil dan mikro", "Usaha Mikro Kecil", "company"),
        ("perusahaan besar", "kategori Usaha Besar", "company"),
        ("Pemerintah Kabupaten/Kota", "pemerintah daerah", "region"),
        ("pemkab", "kabupaten", "region"),
        ("UKM", "usaha kecil menengah", "company"),
    ],
)
def test_spellings_of_one_category_have_one_key(one: str, other: str, type_: str) -> None:
    assert category_key(one, type_) == category_key(other, type_)


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("usaha besar", "usaha menengah", "company"),
        ("Sektor keuangan", "Sektor pendidikan", "company"),
        ("Kota Terinovatif", "Kota Sangat Inovatif", "region"),
        ("A", "BB", "region"),
        ("pemerintah desa", "pemerintah kota", None),
    ],
)
def test_two_categories_have_two_keys(one: str, other: str, type_: str | None) -> None:
    assert category_key(one, type_) != category_key(other, type_)


def test_no_category_has_no_key() -> None:
    assert (category_key(None), category_key("  ")) == (None, None)


def test_the_plural_of_an_award_is_the_award() -> None:
    assert award_key("UHC Awards") == award_key("UHC Award") == "uhc award"


def test_a_group_is_the_award_and_the_recipient() -> None:
    recipient = {"type": "region", "code": "15.71", "name": "Kota Jambi"}
    assert group_of({"award": "UHC Award", "scope": None, "recipient": recipient}) == "uhc award|at:15.71"


@pytest.mark.parametrize("letter", ["x", "=", "|", "\u202e", "\x00", "\ud800", "\U0001f3c6"])
def test_a_hostile_name_gives_a_short_key_without_the_sign_between_keys(letter: str) -> None:
    key = recipient_key("company", None, letter * 10_000)
    assert len(key) <= LONGEST
    assert "|" not in key
    key.encode("utf-8")


@pytest.mark.parametrize(
    ("award", "categories", "type_", "code", "readable"),
    [
        (
            "Paritrana Award",
            ["kabupaten/kota", "Kategori Pemerintah Kabupaten/Kota", "kota/kabupaten", "pemda"],
            "region",
            "15.08",
            "pemerintah kabupaten/kota",
        ),
        ("Paritrana Award", ["Pemerintah Provinsi", "provinsi"], "region", "15", "pemerintah provinsi"),
        ("Paritrana Award", ["desa", "Desa/Kelurahan"], "village", "15.71.01.1001", "pemerintah desa/kelurahan"),
        ("Paritrana Award", ["Usaha Besar", "badan usaha skala besar"], "company", None, "usaha besar"),
        ("Paritrana Award", ["UMKM", "usaha mikro, kecil dan menengah"], "company", None, "usaha kecil menengah mikro"),
        ("Paritrana Award", [None, " "], "region", "15.08", None),
        ("Kabupaten/Kota Layak Anak", ["Nidya", "Nindya"], "region", "15.08", "nindya"),
    ],
)
def test_categories_that_are_compared_as_one_have_one_readable_spelling(
    award: str, categories: list[str | None], type_: str, code: str | None, readable: str | None
) -> None:
    assert {readable_category(award, one, type_, code) for one in categories} == {readable}
