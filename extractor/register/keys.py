"""Keys: what makes two awards, categories or recipients one, however the press spells them.

Regions and villages go by their codes. Companies, institutions and people share one space of names, as one article's
company is another's institution. A key makes only such spellings one as cannot be told apart in meaning; near names
are proposed to people, never joined (`suggestions.py`). Keys hold letters, digits, single blanks, ":" and "~", and are
at most 200 bytes long, so that every database can index them.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from extractor.register.spellings import spellings

LONGEST = 200
"""Bytes of a key; a longer one is cut and ends in a digest of the whole."""
_LONG_GRADE = 5
"""Letters of a grade in which one may be wrong."""
PLACES = ("region", "village")
"""Types of recipients that a code names."""
_BRACKETS = re.compile(r"\(([^()]{0,80})\)")
_APOSTROPHES = re.compile("(?<=\\w)['`\u2018\u2019\u02bc](?=\\w)")
_OTHER = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """A text in small letters without accents and punctuation, its words apart by one blank; "P.T." is "pt"."""
    if not text.isascii():
        text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    words = _OTHER.sub(" ", _APOSTROPHES.sub("", text.casefold())).split()
    return " ".join(_with_initials_joined(words))


def award_key(award: str) -> str:
    """The key of an award; one without a name of its own keeps its words."""
    words = ["award" if word == "awards" else word for word in folded(award).split()]
    return _bounded(" ".join(words) or _raw(award))


def category_key(category: str | None, recipient_type: str | None = None) -> str | None:
    """The key of a category, its words in alphabetical order; None where there is none.

    Of words that say no more than the recipient's type ("pemerintah kabupaten/kota" of a region) only "*" is left.
    """
    words = category_words(category, recipient_type)
    return None if words is None else _bounded(" ".join(sorted(words)) or "*")


@lru_cache(maxsize=1 << 15)
def readable_category(award: str, category: str | None, type_: str, code: str | None = None) -> str | None:
    """A category in one spelling for all that are compared as one: "usaha besar", "pemerintah kabupaten/kota"."""
    grade = grade_of(award, category)
    words = category_words(category, type_)
    if grade or words is None:
        return grade.lower() if grade else None
    known = spellings()
    if words:
        idle = words & known.implied.get(type_, frozenset())
        first = {known.heads[type_]} if idle and type_ in known.heads else idle
        return _bounded(" ".join([*sorted(first), *sorted(words - idle)]))
    return known.plain.get("province" if type_ == "region" and code and "." not in code else type_, "*")


@lru_cache(maxsize=4096)  # a contest's category is asked for again with each of its claims
def category_words(category: str | None, recipient_type: str | None = None) -> frozenset[str] | None:
    """The words that tell a category from others; without any where it says no more than the recipient's type."""
    if category is None or not category.strip():
        return None
    known = spellings()
    words = " ".join(known.categories.get(word, word) for word in folded(category).split()).split()
    telling = {word for word in words if word not in known.idle}
    if not telling:
        return frozenset({_raw(category)}) if not words else frozenset()
    implied = known.implied.get(recipient_type or "", frozenset())
    return frozenset() if telling <= implied else frozenset(telling)


def recipient_key(type_: str, code: str | None, name: str, scope: str | None = None) -> str:
    """The key of a recipient: "at:15.71" for a place with a code, else "as:" and its name.

    A place without a code is kept apart by the province (`scope`) in which the award is held.
    """
    if type_ in PLACES and code:
        return f"at:{code}"
    if type_ in PLACES:
        return _bounded(f"in:{(scope or '')[:2]}:{folded(name) or _raw(name)}")
    return _bounded(f"as:{name_key(name, is_person=type_ == 'person')}")


def name_key(name: str, *, is_person: bool = False) -> str:
    """The name of a firm or person without legal forms, titles, degrees and its own initials in brackets."""
    known = spellings()
    if is_person:
        words = folded(name.partition(",")[0]).split()
        dropped = known.titles
    else:
        words = folded(_BRACKETS.sub(lambda found: _kept(name, found), name)).split()
        dropped = known.legal_forms
    start, end = 0, len(words)
    while start < end and words[start] in dropped:
        start += 1
    while not is_person and end > start and words[end - 1] in dropped:
        end -= 1
    bare = words[start:end] or words
    if bare and not is_person:
        bare[0] = known.names.get(bare[0], bare[0])
    return " ".join(bare) or _raw(name)


def asked_words(text: str) -> list[str]:
    """The words of a name as a person asks for it, without what stands before and behind names but in no key."""
    words, known = folded(text).split(), spellings()
    start, end = 0, len(words)
    while start < end and words[start] in known.legal_forms | known.titles:
        start += 1
    while end > start and words[end - 1] in known.legal_forms:
        end -= 1
    return words[start:end] or words


def group_of(record: Mapping[str, Any]) -> str:
    """The group of a record in the annotation guideline's form: claims of different groups never meet in an entry."""
    recipient = record["recipient"]
    key = recipient_key(recipient["type"], recipient.get("code"), recipient["name"], record.get("scope"))
    return f"{award_key(record['award'])}|{key}"


def grade_of(award: str, category: str | None) -> str | None:
    """The grade that a category is, of an award that gives each recipient one: "Nidya" is "Nindya"; None of others."""
    if not category:
        return None
    said = folded(category)
    grades = spellings().grades.get(award, ())
    for grade in grades:
        if said == grade.lower():
            return grade
    if len(said) < _LONG_GRADE:
        return None
    return next((grade for grade in grades if DamerauLevenshtein.distance(said, grade.lower()) == 1), None)


def _kept(name: str, found: "re.Match[str]") -> str:
    """What is left of words in brackets: nothing of a legal form and of the initials of the words outside."""
    inside = folded(found[1]).replace(" ", "")
    outside = folded(name[: found.start()] + " " + name[found.end() :]).split()
    initials = "".join(word[0] for word in outside)
    if inside in spellings().legal_forms or (len(inside) > 1 and inside in initials):
        return " "
    return found[0]


def _with_initials_joined(words: list[str]) -> list[str]:
    """Words in which single letters that follow each other are one: "p t" of "P.T."; digits stay apart."""
    joined: list[str] = []
    run = False
    for word in words:
        letter = len(word) == 1 and word.isalpha()
        if letter and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = letter
    return joined


def _raw(text: str) -> str:
    """A name without any letter or digit, as the code points of its characters."""
    return "u" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _bounded(key: str) -> str:
    encoded = key.encode("utf-8", "replace")
    if len(encoded) <= LONGEST:
        return encoded.decode()
    digest = hashlib.sha256(encoded).hexdigest()[:16]
    return f"{encoded[: LONGEST - 17].decode('utf-8', 'ignore')}~{digest}"
