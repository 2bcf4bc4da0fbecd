"""Removed pieces are shown where they stood."""

import pytest

from extractor.article import Article, Removed
from extractor.clean.drafts import Draft, finish
from extractor.clean.furniture import cut_furniture
from extractor.clean.shown import show_removed


@pytest.mark.parametrize(
    ("text", "removed", "shown"),
    [
        ("Satu.\n\nDua.", [Removed(7, "Baca juga: X", "link")], "Satu.\n\n[- link: Baca juga: X -]\nDua."),
        ("Satu. Dua.", [Removed(6, "(Baca: X)", "link")], "Satu. [- link: (Baca: X) -] Dua."),
        ("Satu.Dua.", [Removed(5, "IKLAN", "advertisement")], "Satu. [- advertisement: IKLAN -] Dua."),
        ("Satu.", [Removed(5, "Editor: X", "credit")], "Satu.\n[- credit: Editor: X -]"),
        ("Satu.", [Removed(0, "A", "byline"), Removed(0, "B", "caption")], "[- byline: A -]\n[- caption: B -]\nSatu."),
        ("Satu.", [], "Satu."),
    ],
)
def test_a_piece_is_shown_in_place(text: str, removed: list[Removed], shown: str) -> None:
    assert show_removed(Article(text, removed=tuple(removed))) == shown


@pytest.mark.parametrize("tidy", [True, False])
def test_what_the_furniture_took_is_shown_with_its_reason(tidy: bool) -> None:
    text, removed = finish(cut_furniture(Draft("Satu.Baca juga: Kota Lama Juara\n\nADVERTISEMENT\n\nDua.")), tidy=tidy)
    shown = show_removed(Article(text, removed=removed))
    assert "[- link: Baca juga: Kota Lama Juara -]" in shown
    assert "[- advertisement: ADVERTISEMENT -]" in shown
    assert shown.startswith("Satu.")
    assert shown.endswith("Dua.")
