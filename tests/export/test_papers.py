"""The papers beside the tables: card, codebook, citation, changes, manifest."""

import json
import re
from pathlib import Path

import pytest
import yaml

from extractor import folders
from extractor.export import export
from extractor.export.changes import earlier
from extractor.export.folder import ExportError, manifest, sha256
from extractor.export.publication import Publisher
from tests.export.made import ENTRY, FORMS, RECORD, publication
from tests.export.reading import sheet

SCORES = json.loads((folders.corpus() / "scores.json").read_text(encoding="utf-8"))["held_out"]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    export(publication(), tmp_path / "out", "csv")
    return tmp_path / "out"


def test_the_codebook_has_what_was_measured_and_on_what(out: Path) -> None:
    told = (out / "CODEBOOK.md").read_text(encoding="utf-8")
    assert SCORES["fingerprint"][:16] in told
    table = told.partition("## officials")[2].partition("\n## ")[0]
    lines = {line.split("|")[1].strip(): line for line in table.splitlines() if "|" in line}
    precision = SCORES["kinds"]["officials"]["precision"] * 100
    assert f"precision {precision:.1f} %" in lines["`name`"]
    assert f"right in {SCORES['attributes']['officials.role'] * 100:.1f} %" in lines["`role`"]


def test_no_number_of_the_codebook_is_typed_by_hand(out: Path) -> None:
    told = (out / "CODEBOOK.md").read_text(encoding="utf-8")
    kinds = SCORES["kinds"].values()
    known = {f"{one[name] * 100:.1f}" for one in kinds for name in ("precision", "recall")}
    known |= {f"{value * 100:.1f}" for value in SCORES["attributes"].values()}
    assert set(re.findall(r"([\d.]+) %", told)) <= known


def test_the_citation_is_cff(out: Path) -> None:
    told = yaml.safe_load((out / "CITATION.cff").read_text(encoding="utf-8"))
    made = manifest(out) or {}
    assert told["cff-version"] == "1.2.0"
    assert (told["type"], told["version"], str(told["date-released"])) == (
        "dataset", f"2026-11-22+{made['fingerprint'][:12]}", "2026-11-22",
    )  # fmt: skip
    assert [one["value"] for one in told["identifiers"]] == [f"sha256:{made['fingerprint']}"]
    assert told["license"] == "CC-BY-4.0"


def test_who_is_to_be_cited_stands_in_all_papers(tmp_path: Path) -> None:
    by = Publisher(("Lembaga Riset Rimba", "Rahma, Siti"), "10.5281/zenodo.0000000", "https://data.rimba.example/")
    export(publication(by=by), tmp_path / "out", "datapackage")
    told = yaml.safe_load((tmp_path / "out" / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["authors"] == [{"name": "Lembaga Riset Rimba"}, {"family-names": "Rahma", "given-names": "Siti"}]
    assert (told["doi"], told["url"]) == ("10.5281/zenodo.0000000", "https://data.rimba.example/")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["title"] for one in package["contributors"]] == ["Lembaga Riset Rimba", "Rahma, Siti"]
    assert (package["id"], package["homepage"]) == ("https://doi.org/10.5281/zenodo.0000000", told["url"])
    croissant = json.loads((tmp_path / "out" / "croissant.json").read_text(encoding="utf-8"))
    assert [(one["@type"], one["name"]) for one in croissant["creator"]] == [
        ("sc:Organization", "Lembaga Riset Rimba"),
        ("sc:Person", "Rahma, Siti"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_the_manifest_lists_every_file_with_its_hash(form: str, tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", form)
    made = manifest(tmp_path / "out") or {}
    there = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert set(made["files"]) == there - {"release.json"}
    assert [name for name, told in made["files"].items() if sha256(tmp_path / "out" / name) != told["sha256"]] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_card_says_whose_is_what_and_how_many_rows(form: str, tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", form)
    told = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "| `entries` | 1 | 1 |" in told
    assert "## Whose is what" in told
    assert "Apache-2.0" in told
    assert max(len(line) for line in told.splitlines() if not line.startswith(("|", "Articles", "Who won"))) <= 120


def test_a_release_has_the_name_that_it_is_given(tmp_path: Path) -> None:
    export(publication(name="2026.1"), tmp_path / "out", "datapackage")
    version = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))["version"]
    assert version.partition("+")[0] == "2026.1"


def test_the_same_data_have_one_fingerprint_in_every_format(tmp_path: Path) -> None:
    for form in FORMS:
        export(publication(), tmp_path / form, form)
    assert len({(manifest(tmp_path / form) or {})["fingerprint"] for form in FORMS}) == 1


def test_other_data_are_cited_otherwise(tmp_path: Path) -> None:
    export(publication(), tmp_path / "one", "csv")
    export(publication(entries=[{"id": ENTRY, "rank": 2}]), tmp_path / "two", "csv")
    one, two = ((tmp_path / name / "CITATION.cff").read_text(encoding="utf-8") for name in ("one", "two"))
    assert one != two


def test_a_part_of_the_data_is_cited_as_that_part(tmp_path: Path) -> None:
    export(publication(filters=("award: Piala Teduh",)), tmp_path / "out", "datapackage")
    told = yaml.safe_load((tmp_path / "out" / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["title"].endswith("(only award: Piala Teduh)")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["title"] == told["title"]


def test_a_changelog_goes_on_with_the_one_before(tmp_path: Path) -> None:
    export(publication(name="satu"), tmp_path / "one", "csv")
    export(publication(name="dua"), tmp_path / "two", "csv", tmp_path / "one")
    changed = publication(name="tiga", entries=[{"id": ENTRY, "rank": 2}])
    export(changed, tmp_path / "three", "csv", tmp_path / "two")
    told = (tmp_path / "three" / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = [line for line in told.splitlines() if line.startswith("## ")]
    assert heads == ["## tiga, against dua", "## dua, against satu", "## satu"]
    assert "rank “3” → “2”" in told


def test_two_releases_of_one_day_are_told_apart(tmp_path: Path) -> None:
    export(publication(), tmp_path / "one", "csv")
    export(publication("lain"), tmp_path / "two", "csv", tmp_path / "one")
    heads = [line for line in (tmp_path / "two" / "CHANGELOG.md").read_text().splitlines() if line.startswith("## ")]
    later, earlier = heads[0].removeprefix("## ").split(", against ")
    assert later != earlier
    assert later.partition("+")[0] == earlier.partition("+")[0]


def test_a_release_may_replace_the_one_that_it_is_compared_with(tmp_path: Path) -> None:
    export(publication(name="satu"), tmp_path / "out", "csv")
    export(publication(name="dua", entries=[]), tmp_path / "out", "csv", tmp_path / "out")
    told = (tmp_path / "out" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "### Withdrawn (errata): 1" in told


def test_a_folder_that_is_no_release_is_none_to_compare_with(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is no export of extractor's"):
        earlier(tmp_path, ())


def test_a_spreadsheet_is_none_to_compare_with(tmp_path: Path) -> None:
    export(publication(), tmp_path / "out", "xlsx")
    with pytest.raises(ExportError, match="for people"):
        earlier(tmp_path / "out", ())


def test_a_release_with_other_filters_is_none_to_compare_with(out: Path) -> None:
    with pytest.raises(ExportError, match="other filters"):
        earlier(out, ("award: Adipura",))


def test_a_release_that_cannot_be_read_is_said_in_one_line(out: Path) -> None:
    (out / "entries.csv").unlink()
    with pytest.raises(ExportError, match="cannot be read") as caught:
        earlier(out, ())
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("more", ["x", "a,b", ""])
def test_a_release_that_somebody_changed_is_none_to_compare_with(out: Path, more: str) -> None:
    kept = (out / "entries.csv").read_text(encoding="utf-8") if more else ""
    (out / "entries.csv").write_text(f"{kept}{more}", encoding="utf-8")
    with pytest.raises(ExportError, match="was changed since it was exported"):
        earlier(out, ())


def test_the_spreadsheet_begins_with_what_is_in_it(tmp_path: Path) -> None:
    import openpyxl

    export(publication(), tmp_path / "out", "xlsx")
    made = manifest(tmp_path / "out") or {}
    first = [cell for line in sheet(tmp_path / "out", "Read me") for cell in line if cell]
    assert first[:3] == [
        "Award records of the Indonesian press", "Release", f"2026-11-22+{made['fingerprint'][:12]}",
    ]  # fmt: skip
    book = openpyxl.load_workbook(tmp_path / "out" / "register.xlsx")
    register = book["Register"]
    assert book.sheetnames[:3] == ["Read me", "Register", "Records"]
    assert (register.freeze_panes, register.auto_filter.ref) == ("A2", "A1:Z2")
    assert register["A1"].font.bold
    assert [cell.value for cell in register[1]][:2] == ["award", "edition"]
    row = {cell.value: register.cell(2, cell.column) for cell in register[1]}
    assert row["checks"].value == "sum fails: Piala Teduh"
    assert (row["scope"].value, row["scope"].data_type) == ("15.71", "s")
    assert (row["edition"].value, row["edition"].data_type) == (1900, "n")
    assert list(row)[-1] == "id"
    assert row["url"].hyperlink.target == row["url"].value == "https://koran.example/berita/1234567890123"
    counts = {cell.value: book["Worker counts"].cell(2, cell.column).value for cell in book["Worker counts"][1]}
    assert (counts["region"], counts["region name"], counts["id"]) == ("15.71", "Kota Jambi", RECORD)
    assert "Clusters" in book.sheetnames
    book.close()
