"""The files of patterns/regions: whole, in order, and refused where they cannot be meant."""

import csv
from pathlib import Path

import pytest

from extractor.errors import PatternError
from extractor.folders import patterns
from extractor.gazetteer import Gazetteer, gazetteer
from extractor.gazetteer.spelling import fold
from extractor.gazetteer.tables import read_aliases, read_names, read_regions, read_towns

REGIONS = patterns() / "regions"
VILLAGES = sorted((REGIONS / "villages").glob("*.csv"))


@pytest.mark.parametrize(("file", "count"), [("provinces.csv", 38), ("regencies.csv", 514), ("districts.csv", 7_285)])
def test_the_files_hold_every_region_of_the_decree(file: str, count: int) -> None:
    assert len({region.code for region in read_regions(REGIONS / file)}) == count


def test_the_village_files_hold_every_village_of_the_decree() -> None:
    assert sum(len({region.code for region in read_regions(path)}) for path in VILLAGES) == 83_762


@pytest.mark.parametrize("path", VILLAGES, ids=lambda path: path.stem)
def test_a_village_file_is_in_order_and_of_one_province(path: Path) -> None:
    codes = [region.code for region in read_regions(path)]
    assert codes == sorted(codes)
    assert {code[:2] for code in codes} == {path.stem}


@pytest.mark.parametrize("path", VILLAGES, ids=lambda path: path.stem)
def test_every_village_lies_in_a_district_of_the_file_of_districts(path: Path) -> None:
    districts = {region.code for region in read_regions(REGIONS / "districts.csv")}
    assert {region.parent for region in read_regions(path)} <= districts


def test_every_district_lies_in_a_regency_and_every_regency_in_a_province() -> None:
    provinces, regencies, districts = (
        read_regions(REGIONS / f"{name}.csv") for name in ("provinces", "regencies", "districts")
    )
    assert {one.parent for one in regencies} == {one.code for one in provinces}
    assert {one.parent for one in districts} == {one.code for one in regencies}


def test_no_alias_is_given_twice_for_one_region() -> None:
    pairs = [(alias.alias.lower(), alias.code) for alias in read_aliases(REGIONS / "aliases.csv")]
    assert len(pairs) == len(set(pairs))


def test_an_alias_that_is_another_regions_name_is_only_yogyakarta() -> None:
    upper = [*read_regions(REGIONS / "provinces.csv"), *read_regions(REGIONS / "regencies.csv")]
    names = {(fold(region.name), region.code) for region in upper}
    bare = {name for name, _ in names}
    aliases = read_aliases(REGIONS / "aliases.csv")
    others = {one.alias for one in aliases if fold(one.alias) in bare and (fold(one.alias), one.code) not in names}
    assert others == {"Yogyakarta"}


def test_no_town_is_a_region_or_stands_for_two() -> None:
    towns = {(fold(one.town), one.code) for one in read_towns(REGIONS / "towns.csv")}
    surfaces = {fold(surface) for surface, _ in gazetteer().phrases()}
    assert len(towns) == len({town for town, _ in towns})
    assert not surfaces & {town for town, _ in towns}


def test_every_town_stands_for_a_kabupaten() -> None:
    levels = {region.level for town in gazetteer().towns() if (region := gazetteer().town(town))}
    assert levels == {"regency"}


def test_every_name_that_needs_a_cue_is_one_that_is_looked_for() -> None:
    looked_for = {fold(surface) for surface, _ in gazetteer().phrases()} | {fold(town) for town in gazetteer().towns()}
    assert {name for name in read_names(REGIONS / "needs_cue.txt") if fold(name) not in looked_for} == set()


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("provinces.csv", "kode,nama\n11,Aceh\n", "provinces.csv:1: the first line must be code,name,kind"),
        ("provinces.csv", "", "provinces.csv:1: the first line must be code,name,kind"),
        ("provinces.csv", "code,name,kind\n11,Aceh\n", "provinces.csv:2: expected 3 filled columns"),
        ("provinces.csv", "code,name,kind\n11,,Provinsi\n", "provinces.csv:2: expected 3 filled columns"),
        ("aliases.csv", "alias,code,kind\nSumut,12,nickname\n", "aliases.csv:2: 'nickname' is none of abbreviation"),
        ("aliases.csv", "alias,code,kind\nSumut,99,variant\n", "aliases.csv:2: no region has the code 99"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_with_its_line(
    tmp_path: Path, file: str, text: str, reason: str
) -> None:
    write(tmp_path / "provinces.csv", [("code", "name", "kind"), ("12", "Sumatera Utara", "Provinsi")])
    write(tmp_path / "regencies.csv", [("code", "name", "kind"), ("12.71", "Medan", "Kota")])
    write(tmp_path / "aliases.csv", [("alias", "code", "kind")])
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(PatternError, match=reason):
        Gazetteer(tmp_path).named("Medan")


def write(path: Path, rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
