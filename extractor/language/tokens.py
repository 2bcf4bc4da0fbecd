"""The press tokenizer: what is between white space is a chunk, and a chunk is cut into pieces once.

One piece each: words with apostrophes, hyphens and slashes between letters (Jum'at, non-ASN, kabupaten/kota),
figures with their stops, commas, colons and slashes (1.316, 1,4, 08.30, 24/6/2025, 188.45/123/2024), numbers of
letters and files (G/57/V.08/HK/2024), dates with hyphens (13-3-2019), addresses of the net, chains of initials
(J.E., D.I.), degrees with inner stops (M.Si, S.Sos.), abbreviations with their stop (Plt., No., Rp.), "-an" and
",-" behind a figure. Apart: quotes, brackets, signs, currency, units glued to figures (60ribu, tahun2024), the stop
that ends a sentence, also where the next sentence is glued to it (Ketenagakerjaan.Bantuan).

The stop behind a degree without inner stops (SE, MM, MSi) is a piece of its own, unless a comma or another degree
is glued to it: "SE.,MM." is SE. | , | MM | . and "SH.MH" is SH. | MH. Degrees with inner stops always keep theirs.

Every expression is possessive or bounded, so that the time is linear in any chunk.
"""

import re

from extractor.language.abbreviations import ABBREVIATIONS, BARE_DEGREES, DEGREE_ENDINGS

_L = r"(?:[^\W\d_]|[\u00ad\u0300-\u036f])"  # a letter; soft hyphens and combining marks go with it
_APOSTROPHE = "['’ʼ`´]"
_WORD = re.compile(rf"{_L}++(?:{_APOSTROPHE}{_L}++)*+(?:[-\u2010\u2011](?:{_L}|[0-9])++(?:{_APOSTROPHE}{_L}++)*+)*+")
_DAYS_AND_MONTHS = (
    "senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad"
    "|januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|no[vp]ember|desember"
)
_CALENDAR = re.compile(rf"(?:{_DAYS_AND_MONTHS})(?=[-\u2010\u2011](?:[0-9]|{_DAYS_AND_MONTHS}))", re.IGNORECASE)
"""A day or month that a hyphen joins to another: "Juni-Juli", "28 Oktober-1 November"."""
_PLAIN = re.compile(r"([^\W\d_]{2,}+)([,.]?)")
_LETTERS_DIGITS = re.compile(r"(?:[A-Z]{1,12}+|[^\W\d_]{1,2}+)([0-9]{1,6}+)(?:[A-Z0-9]{0,12}+)(?![^\W_])")
_ALONE = re.compile(r"(?i:ribu|rb|juta|jt|mil[iy]ar|triliun|trilyun|wib|wita|wit)(?=/|-(?:[0-9]|Rp))|(?i:no|nmr)\.")
_GLUED_CURRENCY = re.compile(r"[a-z]{2,20}?(?=Rp\.?[0-9])")
"""A word that the currency is glued to: "sebesarRp3,8"."""
_SPLIT_BEFORE_FIGURE = re.compile(r"(?i:rp|no|rt|rw|km|rm|usd|idr|sgd)[0-9]|[^\W\d_]{2,}+(?:19|20)[0-9]{2}(?![0-9])")
_NUMBER = re.compile(r"[0-9]++(?:[.,:/][0-9]++)*+")
_DATE = re.compile(
    r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9/])|(?:[0-9]{1,2}-[0-9]{1,2}-[12][0-9]{3}|[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
)
_SEGMENT = r"[A-Za-z0-9]{1,30}+(?:[.\-][A-Za-z0-9]{1,30}+){0,6}+"
_CODE = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT}){{2,10}}+(?![^\W_])")
_LETTER, _DIGIT = re.compile(r"[A-Za-z]"), re.compile(r"[0-9]")
_UNIT = re.compile(rf"{_L}++(?:-an(?!{_L}))?")
_PER_UNIT = re.compile(r"[0-9.,]++/[a-z]")
_SIGNS_INSIDE = r"[.,;:!?'’]"
_PAGE = re.compile(rf"(?i:https?://|www\.)(?:{_SIGNS_INSIDE}*+[^\s<>\"“”()\[\].,;:!?'’]++)++")
_TLD = "com|co|id|net|org|info|news|tv|online|site|asia|io|gov|edu|me|link|xyz|space|store"
_DOMAIN = re.compile(
    rf"[A-Za-z0-9_.+\-]{{1,60}}+@[A-Za-z0-9\-]{{1,40}}+(?:\.[A-Za-z]{{2,12}}+){{1,4}}+"
    rf"|[A-Za-z0-9\-]{{1,40}}+(?:\.[a-z0-9\-]{{2,40}}+){{0,3}}?\.(?:{_TLD})(?:\.id)?(?![^\W_]|[.-][^\W_])(?:/(?:\.?[\w\-/])*+)?"
    rf"|[A-Z0-9\-]{{1,40}}+(?:\.[A-Z0-9\-]{{2,40}}+){{0,3}}?\.(?:{_TLD.upper()})(?:\.ID)?(?![^\W_]|[.-][^\W_])"
)
_HANDLE = re.compile(r"[@#][^\W\d]\w*+(?:\.\w++)*+")
_INITIALS = re.compile(rf"S\.[A-Z]\.(?=M\.[A-Z](?!{_L}))|(?:[A-Z]\.)++(?:[A-Z](?!{_L}|['’.-]))?")
_SMALL_INITIALS = re.compile(rf"(?:[a-z]\.){{2,6}}+|(?:[a-z]\.){{1,5}}+[a-z](?!{_L}|[.'’-])")
_DEGREE = re.compile(
    rf"(?:[SMABDPL]|Sp|SP|Ph)\.([A-Za-z]{{1,6}}+)"
    rf"(?:\.(?:I|K|H|B|E|SD|AUD|Keb|Kep|Gz|Kes|Par|Ak|Kom|Pd|PD|Sos|Si|IP|AP|T|Li|Pn|Akun|Pel|Stat)(?!{_L}|\.{_L}))?(?!{_L})\.?"
)
_AFTER_FIGURE = re.compile(rf"-an(?!{_L})|[.,]-{{1,2}}+(?![\w-])")
_RUN = re.compile(r"\.++|-++|_++|=++|\*++|~++")


def pieces(chunk: str) -> list[str]:
    """Cut a chunk (no white space in it) into its tokens; joined again they are the chunk."""
    plain = _PLAIN.fullmatch(chunk)
    if plain is not None:
        word, end = plain.groups()
        if not end:
            return [word]
        return [chunk] if end == "." and word.lower() in ABBREVIATIONS else [word, end]
    found: list[str] = []
    position = 0
    while position < len(chunk):
        end_of_piece = _end(chunk, position)
        found.append(chunk[position:end_of_piece])
        position = end_of_piece
    return _split_lists(found) if "," in chunk else found


def _end(chunk: str, start: int) -> int:
    """Where the piece that begins at `start` ends."""
    first = chunk[start]
    if first.isdigit() and first.isascii():
        return _end_of_figure(chunk, start)
    if _is_letter(first):
        return _end_of_word(chunk, start)
    if first in "@#":
        found = _HANDLE.match(chunk, start)
    elif start and first in "-.," and chunk[start - 1].isdigit():
        found = _AFTER_FIGURE.match(chunk, start) or _RUN.match(chunk, start)
    else:
        found = _RUN.match(chunk, start)
    return found.end() if found else start + 1


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _end_of_figure(chunk: str, start: int) -> int:
    found = _DATE.match(chunk, start) or _code(chunk, start) or _address(chunk, start)
    if found is None:
        found = _NUMBER.match(chunk, start)
    return found.end() if found else start + 1


def _code(chunk: str, start: int) -> re.Match[str] | None:
    """A number of a decree or letter: two slashes, a letter and a digit; no price per unit ("500/kg/hari")."""
    if "/" not in chunk or _PER_UNIT.match(chunk, start):
        return None
    found = _CODE.match(chunk, start)
    return found if found and _LETTER.search(found[0]) and _DIGIT.search(found[0]) else None


def _address(chunk: str, start: int) -> re.Match[str] | None:
    """A page, a domain or a mail address; no stop at its end."""
    return (_PAGE.match(chunk, start) or _DOMAIN.match(chunk, start)) if "." in chunk else None


def _end_of_word(chunk: str, start: int) -> int:
    if start and _DIGIT.match(chunk, start - 1):
        unit = _UNIT.match(chunk, start)
        return unit.end() if unit else start + 1
    whole = _ALONE.match(chunk, start) or _GLUED_CURRENCY.match(chunk, start)
    whole = whole or _address(chunk, start) or _code(chunk, start)
    if whole is not None:
        return whole.end()
    if not _SPLIT_BEFORE_FIGURE.match(chunk, start):
        mixed = _LETTERS_DIGITS.match(chunk, start)
        if mixed is not None:
            return mixed.end()
    end = _joined(chunk, start)
    if chunk[end : end + 1] != ".":
        return end
    return _end_with_stop(chunk, start, end)


def _joined(chunk: str, start: int) -> int:
    """The end of a word and of the words that slashes join to it."""
    found = _WORD.match(chunk, start)
    if found is None:
        return start + 1
    if (calendar := _CALENDAR.match(chunk, start)) is not None:
        return calendar.end()
    end = found.end()
    while chunk[end : end + 1] == "/":
        found = _WORD.match(chunk, end + 1)
        if found is None:
            break
        end = found.end()
    return end


def _end_with_stop(chunk: str, start: int, end: int) -> int:
    """The end of a piece whose word ends at `end`, before a stop."""
    word = chunk[start:end]
    if len(word) <= 2:
        degree = _DEGREE.match(chunk, start)
        if degree is not None and _is_degree(word, degree[1]):
            return degree.end()
    if len(word) == 1:
        return _end_of_initials(chunk, start, end)
    if word.lower() in ABBREVIATIONS:
        return end + 1
    if word in BARE_DEGREES and _degree_goes_on(chunk, end + 1):
        return end + 1
    return end


def _is_degree(head: str, ending: str) -> bool:
    """Whether S.Sos, M.Kes, Sp.OG, Ph.D is one: known endings, as names stand behind an initial in the same shape."""
    if head in ("Sp", "SP", "Ph"):
        return ending[0].isupper() and len(ending) <= 4
    return len(ending) > 1 and ending.lower() in DEGREE_ENDINGS


def _degree_goes_on(chunk: str, position: int) -> bool:
    if chunk[position : position + 1] == ",":
        return True
    found = _WORD.match(chunk, position)
    return found is not None and (found[0] in BARE_DEGREES or found[0] in ("S", "M", "B", "Sp"))


def _end_of_initials(chunk: str, start: int, end: int) -> int:
    if not chunk[start].isupper():
        small = _SMALL_INITIALS.match(chunk, start)
        return small.end() if small else end
    if chunk[start] == "H" and chunk[start : start + 4] != "H.C.":
        return end + 1
    found = _INITIALS.match(chunk, start)
    return found.end() if found else end + 1


def _split_lists(found: list[str]) -> list[str]:
    """Take apart figures that commas only list: "1,2,3" and "2021,2022", but not "1,269,500"."""
    cut: list[str] = []
    for piece in found:
        if "," in piece and piece[0].isdigit() and _is_list(piece.split(",")):
            cut.extend(re.split("(,)", piece))
        else:
            cut.append(piece)
    return cut


def _is_list(parts: list[str]) -> bool:
    if len(parts) == 2:
        return all(len(part) == 4 and part[:2] in ("19", "20") for part in parts)
    return any(len(part.split(".")[0]) != 3 for part in parts[1:])
