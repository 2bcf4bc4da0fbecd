"""Whose words a sentence is."""

import pytest

from extractor.annotate.officials import officials
from extractor.annotate.officials.speakers import Speakers
from extractor.annotate.regions import regions
from extractor.annotate.story import read_story
from extractor.article import Article

LEAD = "Bupati Sleman, Wiyono Hartadi, hadir. Tampak Kepala BPJS Ketenagakerjaan Cabang Sleman, Retno Palupi.\n\n"


def said_by(text: str, marked: str = "4.500") -> str | None:
    story = read_story(Article(LEAD + text))
    unit = story.units.unit_of[story.units.reading.token_at((LEAD + text).index(marked))]
    found = Speakers(story, officials(story, regions(story))).of(unit)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Kami daftarkan 4.500 pekerja,” ujar Wiyono.", "Wiyono Hartadi"),
        ("“Kami daftarkan 4.500 pekerja,” kata Bupati.", "Wiyono Hartadi"),
        ("Retno mengatakan 4.500 pekerja sudah terdaftar.", "Retno Palupi"),
        ("Menurut Retno, baru 4.500 pekerja yang terdaftar.", "Retno Palupi"),
        ("Retno bersyukur. “Sudah 4.500 pekerja terdaftar. Itu banyak,” kata Retno.", "Retno Palupi"),
        ("Retno menyebut capaian itu baik. Sudah 4.500 pekerja terdaftar, ujarnya.", "Retno Palupi"),
        ("Retno menyebut capaian itu baik.\n\nIa menambahkan 4.500 pekerja sudah terdaftar.", "Retno Palupi"),
        ("Wiyono didampingi Retno mengatakan 4.500 pekerja terdaftar.", "Wiyono Hartadi"),
    ],
)
def test_a_sentence_is_its_speakers(text: str, name: str) -> None:
    assert said_by(text) == name


@pytest.mark.parametrize(
    "text",
    ["Sebanyak 4.500 pekerja sudah terdaftar.", "Sebanyak 4.500 pekerja hadir bersama Wiyono."],
)
def test_what_nobody_is_said_to_say_is_nobodys(text: str) -> None:
    assert said_by(text) is None
