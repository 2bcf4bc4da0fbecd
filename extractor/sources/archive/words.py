"""Names looked for in a page's bytes, all at once and before anything is parsed: of a large WARC few pages are wanted.

A name counts as a whole word in any case; between its words may stand blanks, "&nbsp;", a hyphen, a slash or a bracket.
An abbreviation ("WTP") counts in capitals only. Names that share their first or last word ("Penghargaan ...",
"... Award") are looked for together: hyperscan's speed goes by the number of literals.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from extractor.sources.archive.quick import Filter

_GAP = rb"(?:\s|&nbsp;|[-/(]){1,4}"
_SHARED = 3  # names that share a word are looked for together from so many on
_Name = tuple[str, ...]


class Form(NamedTuple):
    """What is looked for: a regular expression over bytes, and whether capitals matter."""

    expression: bytes
    exact: bool = False


def filter_of(names: Iterable[str]) -> Filter:
    """A filter that wants the pages whose bytes hold one of the names."""
    forms = forms_of(names)
    try:
        return by_hyperscan(forms)
    except ImportError:  # it is built for some processors only
        return by_expression(forms)


def by_hyperscan(forms: Iterable[Form]) -> Filter:
    """The filter as hyperscan runs it: all forms at once; `ImportError` where the machine has none."""
    import hyperscan

    every = list(forms)
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    once, caseless = hyperscan.HS_FLAG_SINGLEMATCH, hyperscan.HS_FLAG_CASELESS
    database.compile(
        expressions=[form.expression for form in every],
        flags=[once if form.exact else once | caseless for form in every],
    )
    scan = database.scan

    def on_match(*_: object) -> bool:
        return True  # one is enough

    def wanted(content: bytes) -> bool:
        try:
            scan(content, match_event_handler=on_match)
        except hyperscan.ScanTerminated:
            return True
        return False

    return wanted


def by_expression(forms: Iterable[Form]) -> Filter:
    """The same filter with the standard library, much slower: it tries every form at every byte."""
    either = b"|".join((b"(?:" if form.exact else b"(?i:") + form.expression + b")" for form in forms)
    found = re.compile(either).search
    return lambda content: found(content) is not None


def forms_of(names: Iterable[str]) -> list[Form]:
    """The forms of names; a name that holds a shorter one needs none of its own."""
    every = {tuple(re.findall(r"\w+", name.lower())): name for name in names}
    short = [words for words in every if words and not any(_holds(words, other) for other in every if other != words)]
    exact = sorted(words for words in short if every[words].isupper() and len(words) == 1)
    left = sorted(set(short) - set(exact))
    forms = [Form(_bounded(re.escape(words[0].upper().encode())), exact=True) for words in exact]
    while (shared := _most_shared(left)) is not None:
        word, at = shared
        together = [words for words in left if len(words) > 1 and words[at] == word]
        others = b"|".join(_joined(words[1:] if at == 0 else words[:-1]) for words in together)
        parts = (re.escape(word.encode()), b"(?:" + others + b")")
        forms.append(Form(_bounded(_GAP.join(parts if at == 0 else parts[::-1]))))
        left = [words for words in left if words not in together]
    return [*forms, *(Form(_bounded(_joined(words))) for words in left)]


def _holds(words: _Name, other: _Name) -> bool:
    """Whether a name's words stand in a row within another's."""
    length = len(other)
    return 0 < length < len(words) and any(words[at : at + length] == other for at in range(len(words) - length + 1))


def _most_shared(names: list[_Name]) -> tuple[str, int] | None:
    """The first (0) or last (-1) word that most of the names share; None where no more than a few do."""
    counts = Counter((words[at], at) for words in names if len(words) > 1 for at in (0, -1))
    word, count = max(counts.items(), key=lambda counted: (counted[1], counted[0]), default=(None, 0))
    return word if count >= _SHARED else None


def _joined(words: _Name) -> bytes:
    return _GAP.join(re.escape(word.encode()) for word in words)


def _bounded(expression: bytes) -> bytes:
    return rb"\b" + expression + rb"\b"
