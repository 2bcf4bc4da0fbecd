"""Hostile lines: of each form, lines that hold its parts again and again and never quite what it asks for."""

from extractor.patterns import Patterns
from extractor.patterns.forms import Form, Part

SAID = {
    "number": "1.316",
    "year": "2024",
    "slashed": "188.45/123/2024",
    "Name": "Sumbermulyo",
    "word": "sumber",
    "mark": ";",
}
LENGTH = 5_000


def said(part: Part, book: Patterns) -> str:
    """Words that a part takes."""
    if part.gap:
        return " ".join(["sumber"] * part.most)
    if part.list is None:
        return part.words[0]
    return SAID.get(part.list) or book.lexicon.lists[part.list].entries[0].phrase


def lines(form: Form, book: Patterns) -> dict[str, str]:
    """The lines for a form: over and over the whole of it, all but its end, all but its start, its anchor alone."""
    words = [said(part, book) for part in form.parts]
    anchor = words[book.anchors.part(form)]
    rows = {"whole": words, "no end": words[:-1] or words, "no start": words[1:] or words, "anchor": [anchor]}
    return {name: filled(" ".join(row) + " ") for name, row in rows.items()}


def filled(text: str) -> str:
    return (text * (LENGTH // len(text) + 1))[:LENGTH]
