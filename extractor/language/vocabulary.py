"""The spaCy vocabularies that the readings are written in, and the answer to their growth.

A `Vocab` never forgets a word: a third of a kilobyte each, and a million articles bring some two million words, most of
them figures and slips of the press. So readings are written in a *current* vocabulary, which is `vocab()` at first,
and is replaced by a fresh one when it holds `LIMIT` words; a Doc keeps its own alive as long as it is needed. A
word's number (its hash) is the same in all of them, and later ones share the flags of the first, so matchers that
were made with `vocab()` read every Doc alike. The names of matches, however, are known to `vocab().strings` alone:
never look them up in `doc.vocab.strings`.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.vocab import Vocab

LIMIT = 200_000
"""Words that a vocabulary may hold before readings turn to a fresh one: some 70 MB."""


_ATTRIBUTES = (
    *("LOWER", "NORM", "SHAPE", "PREFIX", "SUFFIX"),
    *("IS_ALPHA", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "LIKE_NUM"),
)
"""What a word is asked on first sight. The other attributes of spaCy (LIKE_URL, IS_STOP, IS_CURRENCY ...) cost
as much again, mean nothing for the press, and are never true here."""


@cache
def vocab() -> "Vocab":
    """The shared vocabulary of matchers and patterns, made on first use."""
    return successor()


def successor() -> "Vocab":
    """A fresh vocabulary with the lexical attributes and flags of the shared one."""
    from spacy.vocab import Vocab

    return Vocab(lex_attr_getters=_getters())


@cache
def _getters() -> dict[Any, Any]:
    """The lexical attributes of all vocabularies: spaCy's, and the flags that are added to any of them."""
    from spacy import attrs
    from spacy.lang.lex_attrs import LEX_ATTRS

    return {number: LEX_ATTRS[number] for number in (getattr(attrs, name) for name in _ATTRIBUTES)}


def encodable(word: str) -> str:
    """The word as spaCy can hold it: a lone surrogate becomes U+FFFD, one for one."""
    return word.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
