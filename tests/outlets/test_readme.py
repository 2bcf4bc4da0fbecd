"""The example of patterns/README.md is an outlet file that can be meant."""

import re
from pathlib import Path
from textwrap import dedent

from extractor.outlets import address, load
from extractor.outlets.addresses import PARTS
from extractor.outlets.sites import PARTS as PARTS_OF_INDEXES

README = Path(__file__).parents[2] / "patterns" / "README.md"


def section() -> str:
    text = README.read_text(encoding="utf-8")
    return text[text.index("## Outlets\n") : text.index("## Where to look")]


def test_the_example_is_read_as_it_says(tmp_path: Path) -> None:
    example = section()[section().index('    name = "Warta Rimba"') : section().index("Only `name`")]
    (tmp_path / "wartarimba.example.toml").write_text(dedent(example), encoding="utf-8")
    outlet = load(tmp_path, thorough=True).of("m.rimba.example")
    assert outlet is not None
    assert (outlet.name, outlet.verified, outlet.layouts[0].story) == ("Warta Rimba", "2025-06-24", ("div.isi-berita",))
    found = address(outlet, "https://rimba.example/daerah/2025/06/24/bupati-lindungi-petani?page=all")
    assert found is not None
    assert found.published == "2025-06-24"


def test_the_line_of_an_edition_is_read_as_it_says(tmp_path: Path) -> None:
    line = next(line for line in section().splitlines() if line.startswith('    { domain = "wartabungo'))
    (tmp_path / "local.toml").write_text(f'verified = "never"\noutlets = [\n{line}\n]\n', encoding="utf-8")
    outlet = load(tmp_path).of("wartabungo.example")
    assert outlet is not None
    assert outlet.name == "Warta Bungo"


def test_every_part_of_an_address_is_told() -> None:
    told = set(re.findall(r"\{([a-z]+)\}", section()))
    assert (PARTS.keys() | PARTS_OF_INDEXES) - told == set()


def test_the_files_that_it_names_are_there() -> None:
    named = re.findall(r"`([a-z-]+(?:\.[a-z]+)?\.toml)`", section())
    folder = README.parent / "outlets"
    assert named
    assert [name for name in named if not (folder / name).is_file()] == []
