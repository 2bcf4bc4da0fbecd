"""The spellings that are looked for in a text, and which of them count only beside a cue."""

from functools import cache

import pytest

from extractor.gazetteer import gazetteer


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    return {surface.lower(): codes for surface, codes in gazetteer().phrases()}


@pytest.mark.parametrize(
    ("surface", "codes"),
    [
        ("Jambi", ("15", "15.71")),
        ("Provinsi Jambi", ("15",)),
        ("Propinsi Jambi", ("15",)),
        ("Kota Jambi", ("15.71",)),
        ("Muaro Jambi", ("15.05",)),
        ("Kabupaten Muaro Jambi", ("15.05",)),
        ("Kab. Bogor", ("32.01",)),
        ("Kab Bogor", ("32.01",)),
        ("Bogor", ("32.01", "32.71")),
        ("Gorontalo", ("75", "75.01", "75.71")),
        ("Sumbar", ("13",)),
        ("Provinsi Sumbar", ("13",)),
        ("DKI Jakarta", ("31",)),
        ("Jakarta", ("31",)),
        ("Jakarta Selatan", ("31.74",)),
        ("Yogyakarta", ("34", "34.71")),
        ("Kota Yogyakarta", ("34.71",)),
        ("Kukar", ("64.02",)),
        ("Kabupaten Kukar", ("64.02",)),
        ("Kota Tangsel", ("36.74",)),
        ("Tangerang Selatan", ("36.74",)),
        ("Pangkalpinang", ("19.71",)),
        ("Pangkal Pinang", ("19.71",)),
        ("Batu Bara", ("12.19",)),
        ("Fak-Fak", ("92.03",)),
        ("Fakfak", ("92.03",)),
        ("Kep. Riau", ("21",)),
        ("Sumatra Selatan", ("16",)),
        ("Banjar Baru", ("63.72",)),
        ("Kota Mobagu", ("71.74",)),
        ("Toli-Toli", ("72.04",)),
        ("Toli Toli", ("72.04",)),
        ("Tojo Una-Una", ("72.09",)),
        ("Mura", ("16.05", "62.12")),
        ("Kabupaten Kepulauan Riau", ("21.01",)),
    ],
)
def test_a_spelling_names_the_regions_that_it_may_mean(surface: str, codes: tuple[str, ...]) -> None:
    assert phrases()[surface.lower()] == codes


@pytest.mark.parametrize(
    "surface",
    ["Danau Sipin", "Pemenang", "Atam", "Psp", "Kota Kembang", "Purwokerto", "Kota Bungo", "Sumatera", "Jawa"],
)
def test_districts_towns_nicknames_and_islands_are_not_looked_for(surface: str) -> None:
    assert surface.lower() not in phrases()


def test_no_spelling_is_given_twice() -> None:
    assert len(phrases()) == len(list(gazetteer().phrases()))


def test_every_province_kabupaten_and_kota_is_looked_for_by_its_name_and_official_name() -> None:
    provinces = sorted({codes[0][:2] for codes in phrases().values()})
    upper = [gazetteer().get(code) for code in provinces] + [
        region for code in provinces for region in gazetteer().children(code)
    ]
    names = {name.lower(): one.code for one in upper if one for name in (one.name, one.official)}
    assert len(upper) == 38 + 514
    assert {name for name, code in names.items() if code not in phrases().get(name, ())} == set()


@pytest.mark.parametrize(
    "surface",
    ["Batu", "Batubara", "Batu Bara", "PATI", "Metro", "Palas", "Madina", "Mitra", "Bima", "OKI", "Kota Baru"],
)
def test_a_word_or_a_persons_name_counts_only_beside_a_cue(surface: str) -> None:
    assert gazetteer().needs_cue(surface)


@pytest.mark.parametrize(
    "surface", ["Kota Batu", "Kabupaten Pati", "Jambi", "Sumbar", "Kukar", "Banyumas", "Medan", ""]
)
def test_a_name_that_means_nothing_else_or_has_its_kind_counts_by_itself(surface: str) -> None:
    assert not gazetteer().needs_cue(surface)
