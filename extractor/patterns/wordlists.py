"""Word lists: the words and phrases of the press that play one part, one a line, in patterns/words/NAME.txt.

A line is a phrase, or `phrase = value` where the phrase stands for something ("wawako = Wakil Wali Kota"). A line that
starts with `#` is a comment. The file name is the list's name. Two comments are orders:

    #! case     capitals count in this file
    #! guard    no form names this list: its phrases only keep the words in them from being read ("terima kasih")
"""

from pathlib import Path
from typing import NamedTuple

from extractor.errors import PatternError

_ORDERS = ("case", "guard")


class Entry(NamedTuple):
    """A phrase as the press prints it, what it stands for (itself where the file does not say), and its line."""

    phrase: str
    value: str
    line: int


class WordList(NamedTuple):
    """A named list of phrases; `exact` where capitals count, `guard` where no form is meant to name it."""

    name: str
    file: str
    exact: bool
    entries: tuple[Entry, ...]
    guard: bool = False


def read_word_list(path: Path) -> WordList:
    """The list in a file; refuses empty phrases, empty values and a phrase that stands in it twice."""
    file = f"{path.parent.name}/{path.name}"
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    except UnicodeDecodeError:
        raise PatternError(file, 0, "is not UTF-8 text") from None
    orders = _orders(file, lines)
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        phrase, sign, value = (part.strip() for part in line.partition(" = "))
        if not phrase or (sign and not value) or line.startswith("= ") or line.endswith(" ="):
            raise PatternError(file, number, f"expected `phrase` or `phrase = value`, found {line!r}")
        folded = phrase if "case" in orders else phrase.lower()
        if folded in entries:
            raise PatternError(file, number, f"{phrase!r} stands in line {entries[folded].line} already")
        entries[folded] = Entry(phrase, value or phrase, number)
    if not entries:
        raise PatternError(file, 0, "a word list without words")
    return WordList(path.stem, file, "case" in orders, tuple(entries.values()), "guard" in orders)


def _orders(file: str, lines: list[str]) -> set[str]:
    """What a file's `#!` comments order."""
    orders = set()
    for number, line in enumerate(lines, start=1):
        if line.startswith("#!"):
            order = line[2:].strip()
            if order not in _ORDERS:
                raise PatternError(file, number, f"unknown order {line!r}; known are #! {' and #! '.join(_ORDERS)}")
            orders.add(order)
    return orders
