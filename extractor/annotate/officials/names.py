"""Names of persons as the press prints them: titles before, degrees behind, initials and particles inside.

    Dr. dr. H. Maulana, M.K.M.     Drs HR Erwansyah, MM     Joune J.E. Ganda, SE, MAP     Tanti Yulinda,SH.MH
    I Dewa Tagel Wirasa            Syafrizal Dt. Rajo Mudo  La Ode Asrun, ST., M.Eng      Lalu Ahmad bin Said

None: a weekday, month, region, post, body or company; a word with digits; an abbreviation in capitals of three letters
and more; a verb of a headline (patterns/vocabulary/name_stops.txt, "Mengentaskan"). Words of courtesy (Bapak, ibu) are
passed over.
"""

from functools import lru_cache
from typing import NamedTuple

from extractor.annotate.officials.setting import Setting, is_degree, is_honorific, looks_like_degree
from extractor.patterns.vocabulary import vocabulary

_LONGEST = 7
_ROMAN = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"))
_ASIDES = frozenset(("Purn", "Purn.", "P", "Mar", "HC", "H.C.", "H.C", "K", "E", "S", "T"))
_HAJI_M = {"HM": ("H", "M"), "HM.": ("H.", "M."), "H.M.": ("H.", "M.")}
"""Haji and Muhammad in one, as ANNOTATION reads it: "HM Sanusi" is H and M Sanusi."""
_APOSTROPHES = "'’‘`´-"
_MONTHS = frozenset(
    """Januari Februari Maret April Juni Juli Agustus September Oktober November Desember
    Ramadhan Ramadan Syawal Rajab Muharram Safar""".split()
)
"""Months that are also the last word of names: "Marzuki Juni"."""
_GLUED = "mengatakan menyebutkan menyebut menjelaskan menuturkan mengungkapkan menyampaikan menegaskan".split()
_OF_TIME = frozenset("lalu silam ini itu mendatang nanti kemarin depan tahun hingga sampai dan - – yang".split())
"""Words behind a month that make it a time."""


class Name(NamedTuple):
    """A person's name: tokens [start, end) with titles and degrees, [first, last) of the name alone."""

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    honorifics: tuple[str, ...]
    degrees: tuple[str, ...]


def read_name(setting: Setting, at: int, limit: int) -> Name | None:
    """The name that starts at a token, or behind words of courtesy there; None where no name does."""
    start = _behind_courtesy(setting, at, limit)
    first, honorifics = _honorifics(setting, start, limit)
    opening = first + _opens_with_initials(setting, first, limit)
    last = name_end(setting, opening, limit)
    if last == opening:
        return None
    end, degrees = _degrees_behind(setting, last, limit)
    words = tuple(_unglued(word) for word in setting.words[first:last] if word != ".")
    if words[0] in _HAJI_M and len(words) > 1:
        words, honorifics = (_HAJI_M[words[0]][1], *words[1:]), (*honorifics, _HAJI_M[words[0]][0])
    return Name(start, end, first, last, words, honorifics, degrees)


def _opens_with_initials(setting: Setting, first: int, limit: int) -> bool:
    """Whether a name begins with two initials that are a degree elsewhere: "MM Renwarin"."""
    word = setting.words[first] if first + 1 < limit else ""
    return len(word) == 2 and word.isupper() and is_degree(word) and is_name_word(setting, first + 1, limit)


@lru_cache(maxsize=4096)
def _unglued(word: str) -> str:
    """A name's word without the verb of speech that a lost space glued to it: "Hartonomengatakan"."""
    verb = next((verb for verb in _GLUED if word.endswith(verb)), "")
    return word.removesuffix(verb) if len(word) > len(verb) + 2 else word


def read_name_before(setting: Setting, end: int, floor: int) -> Name | None:
    """The name that ends at a token, read from behind: degrees, then the name, then titles."""
    last = end
    while last > floor and (setting.words[last - 1] in ",." or is_degree(setting.words[last - 1])):
        last -= 1
    first = last
    while first > floor and last - first < _LONGEST and _inside(setting, first - 1, last):
        first -= 1
    while first < last and setting.lowers[first] in vocabulary("particles") and setting.words[first][0].islower():
        first += 1
    if first == last:
        return None
    start = first
    while start > floor and is_honorific(setting.words[start - 1]):
        start -= 1
    name = read_name(setting, start, end)
    return name if name and name.last == last else None


def _inside(setting: Setting, token: int, last: int) -> bool:
    if is_honorific(setting.words[token]):
        return False
    if is_name_word(setting, token, last) or setting.lowers[token] in vocabulary("particles"):
        return True
    return token + 1 == last and token > 0 and _is_double(setting, token, last)


def _behind_courtesy(setting: Setting, at: int, limit: int) -> int:
    while at < limit and (setting.lowers[at] in vocabulary("courtesy")):
        at += 1
        if at < limit and setting.words[at] == ".":
            at += 1
    return at


def _honorifics(setting: Setting, at: int, limit: int) -> tuple[int, tuple[str, ...]]:
    """Where the titles that start at a token end, and the titles as printed."""
    found: list[str] = []
    while at < limit:
        end = setting.phrase_end(at, "honorifics")
        if end == at and is_honorific(setting.words[at]):
            end = at + 1
        if end == at:
            break
        if end + 2 < limit and setting.words[end] == "(" and setting.words[end + 1] in _ASIDES:
            end += 3
        found.append(setting.said(at, end))
        at = end
        if at + 1 < limit and setting.words[at] in ".," and _opens_name(setting, at + 1, limit):
            at += 1
    return at, tuple(found)


def _opens_name(setting: Setting, at: int, limit: int) -> bool:
    """Whether a name goes on behind a stop or a stray comma after a title: "Irjen Pol, Hartono"."""
    if setting.words[at - 1] == ".":
        return setting.words[at][0].isupper() or is_honorific(setting.words[at])
    return is_honorific(setting.words[at]) or is_name_word(setting, at, limit)


def name_end(setting: Setting, first: int, limit: int) -> int:
    """The end of the name words that start at a token; the token itself where none stand there."""
    at = first
    limit = min(limit, first + _LONGEST)
    while at < limit:
        if _is_month_inside(setting, at, first, limit):
            at += 1
        elif is_name_word(setting, at, limit) and not (at > first and _is_title(setting, at)):
            at += 2 if _is_cut_short(setting, at, limit) else 1
        elif (
            at > first
            and setting.lowers[at] in vocabulary("particles")
            and at + 1 < limit
            and is_name_word(setting, at + 1, limit)
        ):
            at += 2
        else:
            break
    if first < at < limit and (_is_double(setting, at, limit) or _is_named_for_month(setting, at, limit)):
        at += 1
    if at > first and setting.words[at - 1] == "Mei":
        at -= 1
    while at > first and _is_abbreviation(setting.words[at - 1]) and not _closes(setting.words[at - 1]):
        at -= 1
    return first if at == first + 1 and len(setting.words[first].replace(".", "")) < 3 else at


def _is_double(setting: Setting, at: int, limit: int) -> bool:
    """Whether a word behind name words is a double family name ("Sinen-Fabanyo"), and not the joint of two persons."""
    halves = setting.words[at].split("-")
    if len(halves) != 2 or not all(half.istitle() and half.isalpha() and len(half) > 2 for half in halves):
        return False
    if any(half in vocabulary("name_stops") or half in vocabulary("bodies") for half in halves):
        return False
    return halves[1] not in vocabulary("given_names") and (at + 1 == limit or not is_name_word(setting, at + 1, limit))


def _is_month_inside(setting: Setting, at: int, first: int, limit: int) -> bool:
    """Whether a month is a name's word, as another follows: "Raja Juli Hartono", and at its start a known one."""
    if setting.words[at] not in _MONTHS or at + 1 >= limit or not is_name_word(setting, at + 1, limit):
        return False
    return at > first or setting.words[at + 1] in vocabulary("given_names")


def _is_named_for_month(setting: Setting, at: int, limit: int) -> bool:
    """Whether a month behind name words is the last of them: no year and no word of time follows."""
    if setting.words[at] not in _MONTHS:
        return False
    behind = setting.lowers[at + 1] if at + 1 < limit else "."
    return not behind[0].isdigit() and behind not in _OF_TIME


def _is_cut_short(setting: Setting, at: int, limit: int) -> bool:
    """Whether a short form's stop was taken for a sentence's ("Sy . Hamdan")."""
    return at + 2 < limit and setting.words[at + 1] == "." and setting.lowers[at] in vocabulary("particles")


def _is_title(setting: Setting, token: int) -> bool:
    """Whether a word behind name words is a title; two capitals without a stop are a name's initials ("Herman HN")."""
    word = setting.words[token]
    return is_honorific(word) and word not in vocabulary("given_names") and not (len(word) == 2 and word.isupper())


def is_name_word(setting: Setting, token: int, limit: int) -> bool:
    """Whether a token may be part of a name where it stands."""
    word = setting.words[token]
    if not _has_name_shape(word):
        return False
    if setting.placed(token):
        return _is_person_after_all(setting, token, limit)
    return setting.phrase_end(token, "roles") == token and setting.phrase_end(token, "acting") == token


def _is_person_after_all(setting: Setting, token: int, limit: int) -> bool:
    """Whether a region's name is a person's here: a common given name with another name word behind ("Bima Arya")."""
    place = setting.place(token)
    if place is None or place.end > token + 1 or setting.words[token] not in vocabulary("given_names"):
        return False
    return token + 1 < limit and not setting.placed(token + 1) and _has_name_shape(setting.words[token + 1])


@lru_cache(maxsize=16384)
def _has_name_shape(word: str) -> bool:
    if not word[0].isupper() or word in vocabulary("name_stops") or word in vocabulary("bodies"):
        return False
    if word.endswith("kan") and word.startswith(("Me", "Di", "Ber", "Ter")):
        return False
    letters = word.replace(".", "")
    for sign in _APOSTROPHES:
        letters = letters.replace(sign, "")
    if not letters.isalpha() or len(word) > 30:
        return False
    if "." in word.rstrip("."):
        return len(letters) <= 3 and not is_degree(word)
    if "-" in word[4:-3] and word[word.index("-") + 1].isupper():
        return False
    if word.endswith("."):
        return len(letters) <= 5 and (len(letters) == 1 or not is_degree(word))
    if word in _ROMAN or len(letters) == 1:
        return True
    if is_degree(word) or (len(word) > 4 and word[-1] == "-"):
        return False
    if len(letters) == 2:
        return word not in vocabulary("fields")
    if letters.isupper():
        plain = word.capitalize()
        return (
            word in vocabulary("given_names")
            or plain in vocabulary("given_names")
            or (len(letters) > 4 and plain not in vocabulary("fields") and plain not in vocabulary("name_stops"))
        )
    return letters[1].islower() or word[1] in _APOSTROPHES


def _is_abbreviation(word: str) -> bool:
    return word.endswith(".") or (len(word) == 1 and word.isupper())


def _closes(word: str) -> bool:
    """Whether a name may end in an initial: without a stop it may ("Ades Primayuri H")."""
    return len(word) == 1 and word in "XVI"


def _degrees_behind(setting: Setting, at: int, limit: int) -> tuple[int, tuple[str, ...]]:
    """Where the degrees behind a name end, and the degrees as printed: ", S.H., M.H.", " SE MM", ",SH.MH"."""
    found: list[str] = []
    while at < limit:
        behind_comma = setting.words[at] == "," or (bool(found) and setting.words[at] == ".")
        start = at + 1 if behind_comma else at
        if (
            start < limit
            and is_honorific(setting.words[start])
            and start + 1 < limit
            and is_degree(setting.words[start + 1])
        ):
            start += 1
        if start >= limit:
            break
        end = setting.phrase_end(start, "degrees")
        if end == start and (
            is_degree(setting.words[start]) or (behind_comma and looks_like_degree(setting.words[start]))
        ):
            end = start + 1
        if end == start:
            break
        if setting.words[end - 1] == ".":
            end -= 1
        found.append(setting.said(start, end))
        at = end
    return at, tuple(found)
