"""References: what a person types to name a fact or an entry, the same in every store that holds the article.

5b7e01d2c4aa9f31       an entry of the register; its first digits are enough where no other entry has them
1f3a9c02.5b7e01d2      a fact: eight digits that stand for the article, then the first of the fact's digest
#12                    a decision
"""

import hashlib
import re
from typing import NamedTuple

MARK = 8
"""Digits that stand for an article."""
SHOWN = 8
"""Digits of a fact's digest that are printed: more than enough within one article."""
_FORMS = re.compile(
    r"#(?P<decision>\d{1,9})|(?P<mark>[0-9a-f]{8})\.(?P<digest>[0-9a-f]{4,16})|(?P<entry>[0-9a-f]{4,16})"
)


class Reference(NamedTuple):
    """What a person named: a decision by its number, an article's fact, or an entry; digits may be the first few."""

    decision: int | None = None
    mark: str | None = None
    digest: str | None = None
    entry: str | None = None


def article_mark(key: str) -> str:
    """The digits that stand for an article."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:MARK]


def fact_reference(key: str, fact_digest: str) -> str:
    """How a fact is printed."""
    return f"{article_mark(key)}.{fact_digest[:SHOWN]}"


def read_reference(text: str) -> Reference | None:
    """What a text names; None where it is no reference."""
    found = _FORMS.fullmatch(text.strip().lower())
    if not found:
        return None
    number = found["decision"]
    return Reference(int(number) if number else None, found["mark"], found["digest"], found["entry"])
