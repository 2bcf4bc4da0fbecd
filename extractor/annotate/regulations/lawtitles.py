"""The titles of laws: the words behind "tentang", to where the title ends and the sentence goes on.

A title in capitals ends before a word in lower case that is no small word of titles, a comma that lists nothing more, a
bracket, a quote or a stop. A title in lower case ends before a verb, "yang" or any mark.
"""

from extractor.annotate.story import Story
from extractor.patterns import Units

_SMALL = frozenset(
    """dan di bagi untuk pada dalam atas dari ke kepada terhadap serta atau dengan oleh secara berupa yang melalui
    antara sebagai tahun nomor no no. bukan tanpa para se per - – / &""".split()
)
_OF_A_LAW = frozenset("atas pelaksanaan pencabutan perubahan penetapan".split())
_ENDS_LOWER = frozenset(
    """yang ini itu tersebut agar sebagai adalah karena sehingga saat telah sudah akan juga maka merupakan bisa dapat
    guna ketika oleh dengan pekan sejak setelah tahun jo juncto kini masih rampung selesai terbit berlaku""".split()
)
_TITLE_VERBS = frozenset("masuk resmi disahkan dibahas jadi akan segera mulai berlaku digodok".split())
"""Verbs that end a title also in headlines, where they have a capital."""
_BEFORE_VERBS = frozenset("untuk tidak dalam dan atau dapat".split())
_POINTERS = frozenset("yang itu ini tersebut".split())
_QUOTES = frozenset("\"'“‘«")
_VERBS = ("me", "di", "ber", "ter")
_VERB_LENGTH, _LONGEST, _LISTED = 6, 30, 6


def title(story: Story, start: int, before: int | None = None) -> tuple[str, int] | None:
    """The title that begins at a unit and ends before another, as printed, and the unit behind it; None: no title."""
    units = story.units
    if start + 1 < len(units.words) and units.words[start] in _QUOTES:
        start += 1
    _, last = units.sentence(start) if start < len(units.words) else (0, 0)
    last = min(last, start + _LONGEST, before or len(units.words))
    if start >= last or units.tags[start] == "mark" or _points_back(units, start):
        return None
    capital = units.said(start, start + 1)[0].isupper()
    end = _end_in_capitals(units, start, last) if capital else _end_in_lower_case(units, start, last)
    while end > start and _hangs(units, end - 1):
        end -= 1
    return (units.said(start, end), end) if end > start else None


def _points_back(units: Units, start: int) -> bool:
    """Whether a title is but a word for what was said before: "tentang hal yang sama", "tentang hal itu"."""
    return units.words[start] == "hal" and not _POINTERS.isdisjoint(units.words[start + 1 : start + 2])


def _hangs(units: Units, unit: int) -> bool:
    """Whether a unit cannot end a title."""
    return units.words[unit] in _SMALL or (units.tags[unit] == "mark" and units.words[unit] != ")")


def _end_in_capitals(units: Units, start: int, last: int) -> int:
    at = start
    while at < last:
        word = units.words[at]
        if (word == "," and not _lists(units, at, last)) or _another_law(units, at):
            break
        if word == "(":
            close = next((unit for unit in range(at, min(at + _LISTED, last)) if units.words[unit] == ")"), None)
            if close is None or close + 1 >= last or not _is_title_word(units, close + 1):
                break
            at = close
        elif word != "," and not _is_title_word(units, at):
            break
        at += 1
    return at


def _is_capital(units: Units, unit: int, last: int) -> bool:
    return unit < last and units.said(unit, unit + 1)[0].isupper()


def _another_law(units: Units, unit: int) -> bool:
    """Whether another law begins here, and not the one that this law changes or carries out."""
    new = units.has(unit, "laws") and units.words[unit - 1] not in _OF_A_LAW
    return new and units.said(unit, unit + 1)[0].isupper()


def _is_title_word(units: Units, unit: int) -> bool:
    first = units.said(unit, unit + 1)[0]
    if units.words[unit] in _TITLE_VERBS:
        return False
    return units.words[unit] in _SMALL or first.isupper() or first.isdigit()


def _lists(units: Units, comma: int, last: int) -> bool:
    """Whether a comma stands between the things that a title lists ("Ketertiban, Ketenteraman, dan Perlindungan")."""
    for unit in range(comma + 1, min(comma + _LISTED, last - 1)):
        if units.words[unit] in ("dan", "serta"):
            return units.said(unit + 1, unit + 2)[0].isupper()
        if units.words[unit] != "," and not units.said(unit, unit + 1)[0].isupper():
            return False
    return False


def _end_in_lower_case(units: Units, start: int, last: int) -> int:
    at = start
    while at < last:
        word = units.words[at]
        if units.tags[at] == "mark" and word not in ("/", "-", "–"):
            break
        if word in _TITLE_VERBS:
            break
        if word.split()[0] in _ENDS_LOWER and not (word == "dengan" and _is_capital(units, at + 1, last)):
            break
        verb = len(word) >= _VERB_LENGTH and word.startswith(_VERBS) and not word.endswith("an")
        if verb and at > start and units.words[at - 1] not in _BEFORE_VERBS:
            break
        at += 1
    return at
