"""Words of texts with and without spaces."""

import pytest

from extractor.clean.wordcounts import words_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wali Kota Ambon menerima piagam itu.", 6),
        ("", 0),
        ("清晨五点,老木匠坐在院子里刨木头。", 10),
        ("時計は二十年ぶりに動きだした。\n\n拍手が起きた。", 12),
        ("Подпись на карточке", 3),
        ("Donaudampfschifffahrtsgesellschaftskapitän", 1),
    ],
)
def test_a_text_is_counted_in_words(text: str, count: int) -> None:
    assert len(words_in(text)) == count
