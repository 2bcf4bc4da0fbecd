"""Names in a page's bytes: found however they are set, and nothing else."""

import pytest

from extractor.batch.archived import with_award_words
from extractor.sources.archive.quick import Filter
from extractor.sources.archive.words import by_expression, filter_of, forms_of

NAMES = ["Piala Adipura", "Adipura", "Opini WTP", "WTP", "Kota Layak Anak", "Penghargaan K3", "Penghargaan Proklim"]
MORE = ["Penghargaan SAKIP", "K3 Award", "UHC Award", "BKN Award", "Penghargaan Kabupaten/Kota Sehat"]


@pytest.fixture(scope="module", params=[filter_of, lambda names: by_expression(forms_of(names))], ids=["all", "re"])
def wanted(request: pytest.FixtureRequest) -> Filter:
    made: Filter = request.param([*NAMES, *MORE])
    return made


@pytest.mark.parametrize(
    ("content", "held"),
    [
        (b"<p>meraih Adipura.</p>", True),
        (b"ADIPURA", True),
        (b"adipuraku", False),
        (b"WTP ke-8", True),
        (b"wtp", False),
        (b"SWTP", False),
        (b"kota layak\n  anak", True),
        (b"Kota&nbsp;Layak&nbsp;Anak", True),
        (b"/kota-layak-anak-2024", True),
        (b"kotalayak anak", False),
        (b"penghargaan k3", True),
        (b"penghargaan tinggi", False),
        (b"UHC Award", True),
        (b"penghargaan kabupaten/kota sehat", True),
        (b"", False),
        (b"\xff\xfe\x00", False),
    ],
)
def test_a_name_is_found_however_it_is_set(wanted: Filter, content: bytes, held: bool) -> None:
    assert wanted(content) == held


def test_a_name_that_holds_a_shorter_one_needs_no_form() -> None:
    assert len(forms_of(["Piala Adipura", "Adipura", "Trofi Adipura Kencana"])) == 1


@pytest.mark.parametrize("name", [*NAMES, *MORE])
def test_every_name_is_found(wanted: Filter, name: str) -> None:
    assert wanted(f"<b>{name}</b>".encode())


def test_the_awards_names_are_those_of_the_patterns() -> None:
    wanted = with_award_words()
    assert wanted(b"malam penganugerahan Paritrana Award")
    assert not wanted(b"hujan deras mengguyur pesisir")
