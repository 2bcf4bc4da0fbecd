"""What sources say of one field, and what is believed of it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from extractor.article import Told

_OTHERS = re.compile(r"[\W_]+")


class Claim(NamedTuple):
    """What one source says of a field: its value, and where it stands ("json-ld", "h1")."""

    value: str
    origin: str


class Verdict(NamedTuple):
    """The value that is believed, what each source says, the believed one first, and whether they really disagree."""

    value: str | None
    claims: tuple[Claim, ...] = ()
    conflict: bool = False

    def told(self, field: str) -> tuple[Told, ...]:
        """The claims as the article keeps them."""
        return tuple(Told(field, claim.value, claim.origin) for claim in self.claims)


def believe(claims: Iterable[Claim], believed: Claim | None = None, *, conflict: bool = False) -> Verdict:
    """The verdict for the first of the claims, or for the one that is named; no claim is kept twice."""
    listed = list(dict.fromkeys(claims))
    first = believed or (listed[0] if listed else None)
    if first is None:
        return Verdict(None)
    return Verdict(first.value, (first, *(claim for claim in listed if claim != first)), conflict)


@lru_cache(maxsize=64)  # a page's own few values, asked for again and again
def fold(text: str) -> str:
    """A text for comparison: letters and digits only, no case; "Kompas.com" is "kompascom"."""
    return _OTHERS.sub("", text.casefold())
