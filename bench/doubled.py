"""The patterns twice over: beside each form one that never matches."""

from extractor.patterns import Patterns
from extractor.patterns.forms import parse_form
from extractor.patterns.patternfiles import Pattern

UNMET, COMMON = "takpernahtercetak", "yang yang yang"
"""What is added to a form so that it never matches: a word that no paper prints, on which the form then rests, or
everyday words in a row that none prints, so that it rests where the form itself does and is tried there."""


def doubled(book: Patterns, added: str) -> Patterns:
    """The patterns of `book`, each with a copy whose forms end with these words."""
    by_kind = {
        kind: (*members, *(_copy(pattern, added) for pattern in members)) for kind, members in book.by_kind.items()
    }
    return Patterns(by_kind, book.lists, book.awards)


def _copy(pattern: Pattern, added: str) -> Pattern:
    forms = tuple(parse_form(f"{form.printed} {added}", pattern.file, form.line) for form in pattern.forms)
    return pattern._replace(id=f"{pattern.id}-never", forms=forms)
