"""Queries: what a person types to search the store, read without any database.

    pekerja rentan           both words, in whatever form ("rentannya"), anywhere in the title or the story
    "wali kota jambi"        these words in this order
    -bupati  -"kota solok"   without
    pengharg*                words that begin so

Everything else in a query, AND, NEAR, brackets and lone quotes, is text like any other.
"""

import re
from typing import NamedTuple

from extractor.errors import ExtractorError
from extractor.store.tokens import tokens

LONGEST = 1_000
"""Characters of a query."""
SHORTEST_PREFIX = 2
_TERM = re.compile(r'(?P<without>-?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)|")')
_QUOTES = str.maketrans("“”„«»", '"""""')


class QueryError(ExtractorError):
    """A query that cannot be meant."""


class Query(NamedTuple):
    """What is to be there and what is not: stems that follow each other, a single word's too, and beginnings of words.

    Every stem and every beginning is of the letters a to z and digits.
    """

    phrases: tuple[tuple[str, ...], ...]
    prefixes: tuple[str, ...]
    without_phrases: tuple[tuple[str, ...], ...]
    without_prefixes: tuple[str, ...]


def read_query(typed: str) -> Query:
    """The query that was typed; `QueryError` where it asks for nothing."""
    if len(typed) > LONGEST:
        raise QueryError(f"a search of {len(typed):,} characters is too long; give {LONGEST:,} at most")
    wanted: tuple[list[tuple[str, ...]], list[str]] = ([], [])
    unwanted: tuple[list[tuple[str, ...]], list[str]] = ([], [])
    for term in _TERM.finditer(typed.translate(_QUOTES)):
        phrases, prefixes = unwanted if term["without"] else wanted
        said = term["phrase"] if term["phrase"] is not None else term["word"] or ""
        found = list(tokens(said))
        if found and term["word"] and said.endswith("*"):
            prefixes.append(_prefix(found.pop().word))
        if found:
            phrases.append(tuple(token.stem for token in found))
    if not any(wanted):
        raise QueryError(_nothing(typed, without=any(unwanted)))
    return Query(*(tuple(dict.fromkeys(terms)) for terms in (*wanted, *unwanted)))  # type: ignore[arg-type]


def _prefix(word: str) -> str:
    if len(word) < SHORTEST_PREFIX:
        raise QueryError(f"{word}* is the beginning of too many words; give {SHORTEST_PREFIX} letters at least")
    return word


def _nothing(typed: str, *, without: bool) -> str:
    if without:
        return f"{typed.strip()!r} says only what is not to be there; name a word that is"
    return f"{typed.strip()!r} holds no word to search for" if typed.strip() else "there is no word to search for"
