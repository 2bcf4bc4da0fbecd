"""Short lines above a story's first paragraph are none of it; datelines, sentences and heads of lists stay."""

import pytest

from extractor.clean.drafts import Cut, Draft
from extractor.clean.reading.above import cut_above

LEAD = "Pemerintah Kota Ambon menerima piagam perlindungan pekerja di Jakarta, Selasa malam itu."


def kept(text: str, title: str | None = "Judul", cuts: tuple[Cut, ...] = ()) -> str:
    return cut_above(Draft(text, cuts), title).kept.strip()


@pytest.mark.parametrize(
    "above",
    [
        "BSU",
        "Kecamatan Parang, Kabupaten Magetan, Provinsi Jawa Timur",
        "Berita Daerah\n\nPetrus Latu\n4 Juni 2025",
        "- Petrus Latu\n- 4 Juni 2025",
    ],
)
def test_short_lines_above_the_first_paragraph_go(above: str) -> None:
    assert kept(f"{above}\n\n{LEAD}\n\nSubjudul\n\n{LEAD}") == f"{LEAD}\n\nSubjudul\n\n{LEAD}"


@pytest.mark.parametrize(
    "text",
    [
        f"Ini kabar yang baik.\n\n{LEAD}",
        f"AMBON, KABAR LONTAR –\n\n{LEAD}",
        f"Daftar pemenang:\n- Ambon\n- Tual\n\n{LEAD}",
        f"1 | Ambon\n2 | Tual\n\n{LEAD}",
        "Juara satu\nJuara dua",
        "\n".join(f"Kota {number}" for number in range(12)) + f"\n{LEAD}",
        "",
    ],
)
def test_what_may_be_story_stays(text: str) -> None:
    assert kept(text) == text


def test_without_a_title_the_first_line_may_be_it() -> None:
    assert kept(f"Ambon Terima Piagam\n\n{LEAD}", None).startswith("Ambon Terima")


def test_a_line_that_was_cut_already_counts_for_nothing() -> None:
    text = f"{LEAD}\nBSU\n{LEAD}"
    assert kept(text, cuts=(Cut(0, len(LEAD), "caption"),)) == LEAD
