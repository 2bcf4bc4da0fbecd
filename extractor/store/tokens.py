"""Tokens: the words of a text as the search index holds them, the same whatever database keeps it.

A token is letters a to z and digits, nothing else, so that no database's own parser has anything to decide: capitals,
accents and apostrophes go ("Jum'at" is `jumat`), letters of other scripts are spelt by their numbers, figures lose the
stops that group them ("1.316" is `1316`). Letters and digits are apart ("covid19" is what "covid-19" is).
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

LONGEST = 64
"""Characters of a token; what a longer one has behind them is left out."""
MOST = 60_000
"""Tokens of a text; no story of the press has more, and PostgreSQL takes no more than a mebibyte of them."""
MOST_LETTERS = 500_000
_GLUE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"  # accents of their own, and signs that are not seen
_LETTERS = rf"(?:[^\W\d_][{_GLUE}]*)+"
_TOKEN = re.compile(rf"(?P<figure>\d{{1,3}}(?:\.\d{{3}})+(?![\d])|\d+)|{_LETTERS}(?:['’‘ʼ`´]{_LETTERS})*")
_APOSTROPHES = frozenset("'’‘ʼ`´")


class Token(NamedTuple):
    """A word as it is looked up (`word`), its stem, and the characters [start, end) that it takes in its text."""

    word: str
    stem: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, in their order, as many as are indexed."""
    letters = 0
    for number, found in enumerate(_TOKEN.finditer(text)):
        word = _figure(found["figure"]) if found["figure"] else folded(found[0])
        letters += len(word)
        if number >= MOST or letters > MOST_LETTERS:
            return
        if word:
            yield Token(word, stem(word), *found.span())


class Words(NamedTuple):
    """What the index holds of a text: the stems of its title and its story, and both without order, each once."""

    title: str
    text: str
    stems: str
    words: str


def words_of(title: str | None, story: str) -> Words:
    """What the index is to hold of a text; pure, so that a worker can find it out."""
    told, said = list(tokens(title or "")), list(tokens(story))
    both = (*told, *said)
    return Words(
        " ".join(token.stem for token in told),
        " ".join(token.stem for token in said),
        " ".join(sorted({token.stem for token in both})),
        " ".join(sorted({token.word for token in both})),
    )


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word in the letters a to z and digits."""
    return "".join(map(_letter, unicodedata.normalize("NFKD", word[:LONGEST].casefold())))[:LONGEST]


def _letter(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character.lower()
    if character in _APOSTROPHES or unicodedata.category(character)[0] not in "LN":
        return ""
    return f"x{ord(character):x}x"


def _figure(printed: str) -> str:
    digits = (str(unicodedata.decimal(character)) for character in printed if character != ".")
    return "".join(digits)[:LONGEST]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What is left of an Indonesian word without its prefixes and suffixes, by Snowball's rules (Tala 2003)."""
    if word[0].isdigit():
        return word
    with _ONE_AT_A_TIME:
        return _stemmer().stemWord(word) or word


_ONE_AT_A_TIME = threading.Lock()


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("indonesian")
