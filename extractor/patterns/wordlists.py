"""Word lists: the words and phrases of the press that play one part, one a line, in patterns/words/NAME.txt.

A line is a phrase, or `phrase = value` where the phrase stands for something ("wawako = Wakil Wali Kota"). A line that
starts with `#` is a comment; the comment `#! case` makes capitals count in that file. The file name is the list's name.
"""

from pathlib import Path
from typing import NamedTuple

from extractor.errors import PatternError


class Entry(NamedTuple):
    """A phrase as the press prints it, what it stands for (itself where the file does not say), and its line."""

    phrase: str
    value: str
    line: int


class WordList(NamedTuple):
    """A named list of phrases; `exact` where capitals count."""

    name: str
    file: str
    exact: bool
    entries: tuple[Entry, ...]


def read_word_list(path: Path) -> WordList:
    """The list in a file; refuses empty phrases, empty values and a phrase that stands in it twice."""
    exact, entries, seen = False, [], dict[str, int]()
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if line.startswith("#"):
            exact = exact or line == "#! case"
            continue
        if not line:
            continue
        phrase, sign, value = (part.strip() for part in line.partition(" = "))
        if not phrase or (sign and not value):
            raise PatternError(path.name, number, f"expected `phrase` or `phrase = value`, found {line!r}")
        folded = phrase if exact else phrase.lower()
        if folded in seen:
            raise PatternError(path.name, number, f"{phrase!r} stands in line {seen[folded]} already")
        seen[folded] = number
        entries.append(Entry(phrase, value or phrase, number))
    if not entries:
        raise PatternError(path.name, 0, "a word list without words")
    return WordList(path.stem, path.name, exact, tuple(entries))
