"""Names of those who wrote a story: what is one, and what only stands where one should.

An outlet, "Admin", "Redaksi", an address of the web and a sentence are no persons.
"""

import functools
import re
from collections.abc import Iterable, Sequence

from extractor.clean.metadata.claims import fold
from extractor.clean.metadata.words import alternatives, words

_BETWEEN = re.compile(r"\s*(?:;|/|\||&|\s+dan\s+|\s+and\s+|\s+und\s+|\s+et\s+|\s+bersama\s+)\s*", re.I)
_DEGREE = re.compile(
    r"(?:[A-Za-z]{1,5}\.){1,4}[A-Za-z]{0,5}|[SM]\.?\s?[A-Z][a-z]{0,4}|Ph\.?D|MBA|SH|MH|SE|MM|Jr\.?|Sr\.?|II|III"
)
_SITE = re.compile(r"\.(?:com|co|id|net|org|news|tv|info|my|go|ac)\b|https?:|www\.|@|#", re.I)
_DASH = re.compile(r"\s+[-–—|]\s+|\s*\|\s*")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,60}[)\]]?\s*")
_PARTICLES = frozenset("bin binti van von de der den da dos di la le el al bte s/o".split())
_WORDS, _LONGEST = 6, 70


def people(value: str, sites: Iterable[str] = (), *, strict: bool = False) -> list[str]:
    """The persons that a value names; `sites` are the outlet's names, folded; `strict` wants two words in capitals."""
    return list(_named(value, frozenset(sites), strict))


@functools.lru_cache(maxsize=64)  # a page's sources name the same few persons
def _named(value: str, known: frozenset[str], strict: bool) -> tuple[str, ...]:
    found = dict[str, str]()
    for part in [value[:300]] if _office().match(value) else _parts(value[:300]):
        name = person(part, known, strict=strict)
        if name:
            found.setdefault(fold(name), name)
    return tuple(found.values())


def person(part: str, sites: frozenset[str], *, strict: bool = False) -> str | None:
    """The name in a part of a byline, without the outlet behind it; None where it names nobody."""
    name = _lead().sub("", _BRACKETS.sub(" ", part).strip(" \t-–—|:,*)•·\"“”'"), count=1)
    pieces = [piece for piece in _DASH.split(name) if piece]
    name = next((piece for piece in pieces if _is_person(piece, sites, strict)), "")
    return name.strip(" ,:") or None


def _is_person(name: str, sites: frozenset[str], strict: bool) -> bool:
    listed = re.findall(r"[\w.'’`-]+", name.casefold())
    if not 1 <= len(listed) <= _WORDS or not 2 <= len(name) <= _LONGEST or _SITE.search(name):
        return False
    if any(map(str.isdecimal, name)) or not words().no_person.isdisjoint(listed):
        return False
    folded = fold(name)
    if name.casefold().strip() in words().nobody or not folded or folded in sites:
        return False
    listed_as_printed = name.split()
    small = [word for word in listed_as_printed if word[:1].islower() and word.casefold() not in _PARTICLES]
    if small and len(small) < len(listed_as_printed) and not _office().match(name):
        return False  # "Mou stands by special Supercopa antics"; a site that prints all in lower case prints all so
    if strict:
        capital = [word for word in name.split() if word[:1].isupper()]
        return len(listed) >= 2 and len(capital) == len(name.split())
    return True


def same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists share a person: "Boy" is "Boy Rahman", "BUDI" is "Budi"."""
    if not one or not other:
        return False
    if one[0] == other[0]:
        return True
    first = [set(re.findall(r"\w+", name.casefold())) for name in one]
    second = [set(re.findall(r"\w+", name.casefold())) for name in other]
    return any(a <= b or b <= a for a in first for b in second)


def _parts(value: str) -> list[str]:
    """A value at its dividers; a degree behind a comma stays with its name."""
    parts = list[str]()
    for piece in _BETWEEN.split(value):
        for number, bit in enumerate(piece.split(",")):
            if number and parts and _DEGREE.fullmatch(bit.strip()):
                parts[-1] = f"{parts[-1]}, {bit.strip()}"
            elif bit.strip():
                parts.append(bit.strip())
    return parts


@functools.cache
def _office() -> re.Pattern[str]:
    """An office at the head of a value: what it is called may hold "dan"."""
    return re.compile(rf"\W*(?:{alternatives(words().offices)})(?!\w)", re.I)


@functools.cache
def _lead() -> re.Pattern[str]:
    """A label before a name."""
    listed = alternatives((*words().reporter_labels, *words().editor_labels))
    return re.compile(rf"^(?:{listed})\s*:\s*|^(?:oleh|by|par|von|por|ditulis oleh|written by)\s+", re.I)
