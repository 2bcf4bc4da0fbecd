"""Skeletons: what is begun can be filled in, and an award's file is whole from the start."""

import tomllib
from pathlib import Path

import pytest

from extractor.facts import KINDS
from extractor.patterns import patterns
from extractor.patterns.awardfiles import read_awards
from extractor.workbench.skeletons import award, fields, file_name, kinds, pattern


@pytest.mark.parametrize("kind", kinds())
def test_a_pattern_is_toml_with_every_line_to_fill_in(kind: str) -> None:
    (row,) = tomllib.loads(pattern(kind, patterns()))["pattern"]
    assert (row["id"], row["like"], row["form"], row["ignores"]) == ("", "", "", [])
    assert all(name in pattern(kind, patterns()) for name in fields(kind))


def test_fields_are_those_that_json_prints() -> None:
    assert fields("amounts") == ("value", "for", "suspect")
    assert {"award", "recipient", "type", "outcome"} <= set(fields("records"))
    assert set(kinds()) == {*KINDS, "records"}


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Desa Terang", ("Desa Terang", "Anugerah Desa Terang", "Penghargaan Desa Terang")),
        ("Anugerah Terang", ("Anugerah Terang",)),
        ('Piala "Bupati" \\ Gubernur', ('Piala "Bupati" \\ Gubernur',)),
    ],
)
def test_an_award_is_read_as_it_was_begun(tmp_path: Path, name: str, names: tuple[str, ...]) -> None:
    (tmp_path / file_name(name)).write_text(award(name), encoding="utf-8")
    assert {made.name: made.names for made in read_awards(tmp_path).values()} == {name: names}


def test_a_file_is_named_for_its_award() -> None:
    assert file_name("Adipura Mini (2024)!") == "adipura_mini_2024.toml"
