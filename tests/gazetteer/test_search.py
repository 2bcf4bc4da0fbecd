"""Looking regions up: by code, name, one letter off, parent and town."""

import pytest

from extractor.gazetteer import Region, gazetteer


def codes(regions: list[Region]) -> list[str]:
    return [region.code for region in regions]


@pytest.mark.parametrize(
    ("code", "level", "official"),
    [
        ("15", "province", "Provinsi Jambi"),
        ("31", "province", "Provinsi DKI Jakarta"),
        ("34", "province", "Provinsi Daerah Istimewa Yogyakarta"),
        ("11", "province", "Provinsi Aceh"),
        ("15.08", "regency", "Kabupaten Bungo"),
        ("15.71", "city", "Kota Jambi"),
        ("31.74", "city", "Kota Jakarta Selatan"),
        ("31.01", "regency", "Kabupaten Kepulauan Seribu"),
        ("71.09", "regency", "Kabupaten Kepulauan Siau Tagulandang Biaro"),
        ("15.71.10", "district", "Kecamatan Danau Sipin"),
        ("92.03.01", "district", "Distrik Fak-Fak"),
        ("34.04.07", "district", "Kapanewon Depok"),
        ("34.71.01", "district", "Kemantren Tegalrejo"),
        ("15.71.10.1005", "village", "Kelurahan Solok Sipin"),
        ("33.01.01.2003", "village", "Desa Ciklapa"),
        ("13.01.01.2003", "village", "Nagari Tiga Sepakat Inderapura"),
        ("13.09.01.2007", "village", "Desa Betumonga"),
        ("11.01.01.2003", "village", "Gampong Ujong Padang"),
        ("34.04.07.2001", "village", "Kalurahan Caturtunggal"),
        ("18.02.01.2003", "village", "Kampung Kalirejo"),
        ("18.04.04.2005", "village", "Pekon Sebarus"),
        ("18.12.02.2006", "village", "Tiyuh Daya Asri"),
        ("91.03.01.3007", "village", "Desa Adat Yoboi"),
    ],
)
def test_a_code_gives_its_region(code: str, level: str, official: str) -> None:
    region = gazetteer().get(code)
    assert region is not None
    assert (region.level, region.official) == (level, official)


@pytest.mark.parametrize("code", ["", "99", "15.99", "15.71.99", "15.71.10.9999", "15.71.10.1005.1", "Jambi", "."])
def test_a_code_that_no_region_has_gives_none(code: str) -> None:
    assert gazetteer().get(code) is None


@pytest.mark.parametrize(("code", "parent"), [("15.71.10.1005", "15.71.10"), ("15.71", "15"), ("15", None)])
def test_a_regions_parent_is_its_code_without_the_last_part(code: str, parent: str | None) -> None:
    region = gazetteer().get(code)
    assert region is not None
    assert region.parent == parent


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Muaro Jambi", ["15.05"]),
        ("MUARO JAMBI", ["15.05"]),
        ("Tulangbawang", ["18.05"]),
        ("Tulang Bawang", ["18.05"]),
        ("Tulangbawang Barat", ["18.12"]),
        ("Fak-Fak", ["92.03"]),
        ("Fakfak", ["92.03"]),
        ("Tanjungpinang", ["21.72"]),
        ("Pangkalpinang", ["19.71"]),
        ("Bukit Tinggi", ["13.75"]),
        ("Kotabaru", ["63.02"]),
        ("Kep. Mentawai", ["13.09"]),
        ("Kep Anambas", ["21.05"]),
        ("Kabupaten Bungo", ["15.08"]),
    ],
)
def test_a_kabupaten_or_kota_is_found_however_it_is_spelt(name: str, found: list[str]) -> None:
    regions = [*gazetteer().named(name, level="regency"), *gazetteer().named(name, level="city")]
    assert codes(regions) == found


@pytest.mark.parametrize(
    ("alias", "found"),
    [
        ("Sumbar", ["13"]),
        ("Sumatra Utara", ["12"]),
        ("Kep. Riau", ["21"]),
        ("DKI Jakarta", ["31"]),
        ("Daerah Khusus Ibukota Jakarta", ["31"]),
        ("DIY", ["34"]),
        ("D.I. Yogyakarta", ["34"]),
        ("Nanggroe Aceh Darussalam", ["11"]),
        ("Irian Jaya", ["91"]),
        ("PBD", ["96"]),
    ],
)
def test_a_province_is_found_by_its_short_and_former_names(alias: str, found: list[str]) -> None:
    assert codes(gazetteer().named(alias, level="province")) == found


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("Kukar", "64.02"),
        ("Mahulu", "64.11"),
        ("Tangsel", "36.74"),
        ("Pangkep", "73.10"),
        ("Pangkajene Kepulauan", "73.10"),
        ("Tanjabtim", "15.07"),
        ("Bolmut", "71.08"),
        ("Tubaba", "18.12"),
        ("OKU Timur", "16.08"),
        ("Sawahlunto/Sijunjung", "13.03"),
        ("Toba Samosir", "12.12"),
        ("Maluku Tenggara Barat", "81.03"),
        ("Ujung Pandang", "73.71"),
        ("Makasar", "73.71"),
        ("Bandarlampung", "18.71"),
        ("Jaksel", "31.74"),
        ("Kota Administrasi Jakarta Selatan", "31.74"),
        ("Kabupaten Kepulauan Riau", "21.01"),
    ],
)
def test_a_kabupaten_or_kota_is_found_by_its_short_and_former_names(alias: str, code: str) -> None:
    upper = [one for one in gazetteer().named(alias) if one.level in ("province", "regency", "city")]
    assert codes(upper) == [code]


@pytest.mark.parametrize(
    ("name", "within", "found"),
    [
        ("Mura", None, ["16.05", "62.12"]),
        ("Mura", "16", ["16.05"]),
        ("Banjar", "63", ["63.03"]),
        ("Solok", "13", ["13.02"]),
        ("Kerinci", "16", []),
        ("Kerinci", "1", []),
    ],
)
def test_a_name_of_several_regencies_is_settled_by_the_province(
    name: str, within: str | None, found: list[str]
) -> None:
    assert codes(gazetteer().named(name, level="regency", within=within)) == found


def test_a_name_of_regions_of_many_levels_gives_them_in_order_of_their_codes() -> None:
    assert codes(gazetteer().named("Jambi", within="15")) == ["15", "15.71"]


@pytest.mark.parametrize(
    ("name", "level", "within", "code"),
    [
        ("Kumpeh Hulu", "district", "15.05", "15.05.06"),
        ("Tj. Morawa", "district", "12.07", "12.07.02"),
        ("Sungai Rampah", "district", "12.18", "12.18.04"),
        ("Ilir Timur 1", "district", "16.71", "16.71.05"),
        ("Arang-arang", "village", "15.05", "15.05.06.2016"),
        ("Maro Sebo Hulu", "district", "15.04", "15.04.06"),
        ("Misool Utara", "district", "96.03", "96.03.01"),
        ("Jaan", "village", "35.18.17", "35.18.17.2007"),
    ],
)
def test_a_district_or_village_is_found_under_its_regency_in_other_spellings(
    name: str, level: str, within: str, code: str
) -> None:
    assert codes(gazetteer().named(name, level=level, within=within)) == [code]


@pytest.mark.parametrize("name", ["", " ", "-", "...", "Negeri Dongeng"])
def test_a_name_that_no_region_bears_finds_nothing(name: str) -> None:
    assert gazetteer().named(name) == []


@pytest.mark.parametrize(
    ("name", "level", "within", "found"),
    [
        ("Sarolagun", "regency", None, ["15.03"]),
        ("Sijunjungg", "regency", None, ["13.03"]),
        ("Surakatra", "city", None, ["33.72"]),
        ("Temanggong", "regency", None, ["33.23"]),
        ("Solo", "regency", "13", ["13.02"]),
        ("Solo", "city", "13", ["13.72"]),
        ("Kumpeh Hulu", "district", "15.05", ["15.05.06"]),
        ("Solok Sipim", "village", "15.71", ["15.71.10.1005"]),
    ],
)
def test_a_name_one_letter_off_finds_its_region(name: str, level: str, within: str | None, found: list[str]) -> None:
    assert codes(gazetteer().near(name, level=level, within=within)) == found


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Tebp", None),  # four letters, in the whole country
        ("Kukas", None),  # abbreviations: Kukar, Kubar
        ("Sulit", None),  # abbreviation: Sulut
        ("Sarolangun", "15"),  # not off at all
        ("Salorangun", "15"),  # two letters off
        ("S", "13"),
        ("", "13"),
    ],
)
def test_a_short_name_or_abbreviation_is_not_searched_one_letter_off(name: str, within: str | None) -> None:
    assert gazetteer().near(name, level="regency", within=within) == []


def test_a_text_run_together_is_not_searched_one_letter_off() -> None:
    assert gazetteer().near("Sarolangun" * 100_000) == []


@pytest.mark.parametrize(
    ("code", "count", "first"),
    [("15", 11, "15.01"), ("15.71", 11, "15.71.01"), ("15.05.06", 18, "15.05.06.2001"), ("34", 5, "34.01")],
)
def test_the_children_of_a_region_are_its_next_level(code: str, count: int, first: str) -> None:
    children = gazetteer().children(code)
    assert (len(children), children[0].code) == (count, first)
    assert {child.parent for child in children} == {code}


@pytest.mark.parametrize("code", ["15.71.10.1005", "99", "15.99", "99.01.01", ""])
def test_a_village_or_unknown_code_has_no_children(code: str) -> None:
    assert gazetteer().children(code) == []


@pytest.mark.parametrize(
    ("town", "official"),
    [
        ("Purwokerto", "Kabupaten Banyumas"),
        ("SINGARAJA", "Kabupaten Buleleng"),
        ("Cikarang", "Kabupaten Bekasi"),
        ("Bagan Siapi-api", "Kabupaten Rokan Hilir"),
        ("Wangi Wangi", "Kabupaten Wakatobi"),
    ],
)
def test_a_town_stands_for_its_kabupaten(town: str, official: str) -> None:
    region = gazetteer().town(town)
    assert region is not None
    assert region.official == official


@pytest.mark.parametrize("name", ["Jambi", "Banyumas", "Martapura", "Negara", ""])
def test_a_region_a_word_or_a_town_of_two_regencies_stands_for_none(name: str) -> None:
    assert gazetteer().town(name) is None
