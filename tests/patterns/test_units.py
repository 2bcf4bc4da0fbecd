"""Units: what a word list holds keeps its shape where that is a number."""

import pytest

from extractor.language import read
from extractor.patterns.lexicon import Lexicon
from extractor.patterns.wordlists import Entry, WordList


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Perda Nomor 2 Tahun 2021", "2", "number"),
        ("Perda Nomor 2 Tahun 2021", "2", "blocks"),
        ("Ada 2 pekerja", "2", "number"),
        ("Perda Tahun 2021", "2021", "year"),
    ],
)
def test_a_figure_in_a_word_list_is_still_a_number(text: str, word: str, name: str) -> None:
    lexicon = Lexicon([WordList("blocks", "blocks.txt", False, (Entry("2", "2", 1), Entry("2021", "2021", 2)))])
    units = lexicon.units(read(text))
    assert units.has(units.words.index(word), name)
    assert set(units.tags) <= {tag for tags in lexicon.tags.values() for tag in tags}


@pytest.mark.parametrize("text", ["Kamis (7/2)", "Perda 4/2016", "Nomor 188.45/123/2024"])
def test_a_figure_with_slashes_can_anchor_a_form(text: str) -> None:
    units = Lexicon([WordList("words", "words.txt", False, (Entry("lain", "lain", 1),))]).units(read(text))
    assert [units.tags[unit] for unit in units.tagged] == ["slashed"]
