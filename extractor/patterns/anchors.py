"""Anchors: of each form the rarest part that must be there; the form is tried only where that stands.

A word that is an anchor becomes a word list of its own ("=masuk"), so that the lexicon finds it with all the others.
"""

from extractor.errors import PatternError
from extractor.patterns.forms import Form, Part
from extractor.patterns.patternfiles import Pattern
from extractor.patterns.wordlists import Entry, WordList

TOO_DEAR = 0.05
"""A form is refused where its anchor would stand at more than one unit in twenty."""
_SHAPES = {"number": 0.03, "year": 0.01, "slashed": 0.002, "Name": 0.25, "word": 0.6, "mark": 0.12}
_LIST, _COMMON_WORD, _SIGN, _WORD = 0.004, 0.03, 0.12, 0.0005
"""Shares of the units of the press that a list, a word or a sign is likely to be."""


class Anchors:
    """The anchors of the forms of some patterns; `common` are the words that no form may rest on."""

    def __init__(self, patterns: list[Pattern], common: frozenset[str]) -> None:
        self._common = common
        self._parts = {form: self._chosen(pattern, form) for pattern in patterns for form in pattern.forms}
        self._names = {form: _name(form.parts[part]) for form, part in self._parts.items()}

    def part(self, form: Form) -> int:
        """Which of a form's parts is its anchor."""
        return self._parts[form]

    def name(self, form: Form) -> str:
        """The list or shape whose phrases anchor a form."""
        return self._names[form]

    def lists(self) -> list[WordList]:
        """The words that are anchors, as word lists."""
        names = dict.fromkeys(name for name in self._names.values() if name.startswith("="))
        return [WordList(name, "", False, _entries(name[1:].split("="))) for name in names]

    def _chosen(self, pattern: Pattern, form: Form) -> int:
        priced = [(self.price(part), at) for at, part in enumerate(form.parts) if part.least and not part.gap]
        price, at = min(priced)
        if price > TOO_DEAR:
            reason = f"the form {form.printed!r} would be tried at nearly every word: give it a rarer word or list"
            raise PatternError(pattern.file, form.line, reason)
        return at

    def price(self, part: Part) -> float:
        """The share of the units of the press that are likely to be this part."""
        if part.list:
            return _SHAPES.get(part.list, _LIST)
        return sum(_COMMON_WORD if word in self._common else _WORD if word.isalnum() else _SIGN for word in part.words)


def _name(anchor: Part) -> str:
    return anchor.list or "=" + "=".join(anchor.words)


def _entries(words: list[str]) -> tuple[Entry, ...]:
    return tuple(Entry(word, word, 0) for word in words)
