"""Vocabularies: words that a reader looks up one by one, in patterns/vocabulary/NAME.txt, and that make no units.

They have the form of word lists (`word`, or `word = value`), but the story is not searched for them: a reader that
stands at a word asks whether it is in one. So they may hold everyday words, and cost nothing where nobody asks.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from extractor import folders
from extractor.patterns.wordlists import read_word_list


@cache
def vocabulary(name: str) -> Mapping[str, str]:
    """The vocabulary `name`, word to value (itself where the file does not say), as printed; read on first use.

    Raises PatternError for the first line in it that cannot be meant.
    """
    words = read_word_list(folders.patterns() / "vocabulary" / f"{name}.txt")
    return MappingProxyType({entry.phrase: entry.value for entry in words.entries})
