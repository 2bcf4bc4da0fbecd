"""Frames: names of awards that no award file knows, by the words that stand round them.

framed_name     Samudra Lestari Award
framed_gift     menyerahkan Samudra Lestari 2023 kepada
framed_event    meraih gelar juara pada SAMURA 2023
framed_head     Anugerah Garam Nusantara
framed_title    dinobatkan sebagai kabupaten pembina desa terbaik
framed_open     menerima penghargaan kepatuhan pelayanan publik; penghargaan dari Ombudsman atas kepatuhan ...
"""

from extractor.assemble.mentions import Mention, holds, is_capital
from extractor.patterns import Match, Units

FRAMES = ("framed_name", "framed_gift", "framed_event", "framed_head", "framed_open", "framed_title")
"""The frames in the order in which they count where they overlap; an open one counts only where nothing else is named.
"""

NAMELESS = ("framed_open", "framed_title")
"""The frames of awards without a name of their own: they hold for their sentence alone where another is spoken of."""

_MOST_WORDS, _MOST_OPEN, _LEAST_OPEN = 6, 8, 2
_MOST_TITLE = 12
_NO_TITLE = ("win_active", "win_passive", "give", "award", "roles", "persons", "year", "number", "ordinals")
_BEFORE, _BEHIND, _GIVER_WORDS = 3, 6, 10
_ROMAN = frozenset("IVX.")
_AWARD = ("award", "awards")
_WON = ("win_active", "give")
_NO_NAME = (
    "win_active",
    "win_passive",
    "give",
    "nominee_cues",
    "nominee_nouns",
    "region",
    "roles",
    "company_heads",
    "level_words",
    "year",
)
_NO_OPEN = (
    "list_openers",
    "contests",
    "win_active",
    "win_passive",
    "give",
    "received",
    "number",
    "currency",
    "award_openers",
    "persons",
    "roles",
    "category_heads",
    "award_name_ends",
)


def framed(units: Units, match: Match) -> Mention | None:
    """The award that a frame names; None where its words are no name."""
    match match.pattern.like:
        case "framed_name":
            return _named(units, match)
        case "framed_gift":
            return _given(units, match)
        case "framed_event":
            return _held(units, match)
        case "framed_head":
            return _headed(units, match)
        case "framed_title":
            return _title(units, match)
    if units.words[match.end : match.end + 1] in (["dari"], ["oleh"]):
        return _thanked(units, match)
    return _open(units, match)


def is_nameless(mention: Mention) -> bool:
    """Whether a mention is of an award without a name of its own."""
    return mention.pattern.partition(".")[2] in NAMELESS


def _mention(units: Units, match: Match, start: int, end: int) -> Mention:
    return Mention("award", start, end, units.said(start, end).replace("\n", " "), match.pattern.name)


def _named(units: Units, match: Match) -> Mention | None:
    """The capitalised words before "Award": at least one."""
    first, _ = units.sentence(match.start)
    start = match.start
    while start > first and match.start - start < _MOST_WORDS and _is_name_word(units, start - 1):
        start -= 1
    while start < match.end - 2 and units.has(start, "award_heads"):
        start += 1
    if start < match.start and start - 1 > first and _is_in_name(units, start - 1):
        start -= 1
    capital = is_capital(units, match.start)
    return _mention(units, match, start, match.end) if capital and match.end - start > 1 else None


def _headed(units: Units, match: Match) -> Mention | None:
    """The capitalised words behind "Anugerah": at least two; a head that opens a line is none of them."""
    first, last = units.sentence(match.start)
    start, end = match.start, match.end
    while end < last and end - match.end < _MOST_WORDS and _is_name_word(units, end) and not _ends_name(units, end):
        end += 1
    opens = start == first or units.reading.list_marks.get(units.starts[start - 1]) is not None
    named_award = units.words[end - 1] in _AWARD
    if named_award or (opens and units.words[start] != "anugerah"):
        start = match.end
    least = 2 if named_award else 3
    return _mention(units, match, start, end) if is_capital(units, match.start) and end - start >= least else None


def _given(units: Units, match: Match) -> Mention | None:
    start, end = match.slots["name"]
    plain = all(_is_name_word(units, unit) for unit in range(start, end))
    return _mention(units, match, start, end) if plain and end - start > 1 else None


def _held(units: Units, match: Match) -> Mention | None:
    """An award by its event and year, where the sentence tells of a title that was won, and of no contest."""
    sentence = units.sentence(match.start)
    start, end = match.slots["name"]
    titled = holds(units, *sentence, "win_active") and holds(units, *sentence, "award_nouns")
    if not titled or holds(units, *sentence, "contests"):
        return None
    plain = all(_is_name_word(units, unit) for unit in range(start, end))
    return _mention(units, match, start, end) if plain else None


def _open(units: Units, match: Match) -> Mention | None:
    """An award without a name of its own: the words behind "penghargaan", where the sentence tells that it was won or
    given.

    None where those words only praise it ("penghargaan bergengsi") or tell of a contest.
    """
    first, last = units.sentence(match.start)
    end = match.end
    while end < min(last, match.end + _MOST_OPEN) and units.tags[end] != "mark" and not units.among(end, _NO_OPEN):
        end += 1
    praise = ("award_praise", "predicate")
    said = [unit for unit in range(match.end, end) if not units.among(unit, praise)]
    won = holds(units, max(first, match.start - _BEFORE), match.start, *_WON)
    told = won or holds(units, end, min(last, end + _BEHIND), "win_passive", "received", "give")
    if len(said) < _LEAST_OPEN or not told or units.has(match.end, "award_praise"):
        return None
    named = _is_name_word(units, match.end) and units.words[match.start] != "anugerah"
    return _mention(units, match, match.end if named else match.start, end)


def _thanked(units: Units, match: Match) -> Mention | None:
    """An award named by its reason: "penghargaan dari Ombudsman RI atas kepatuhan standar pelayanan publik"."""
    first, last = units.sentence(match.start)
    won = holds(units, max(first, match.start - _BEFORE), match.start, "win_active", "received")
    behind = units.words[match.end : min(last, match.end + _GIVER_WORDS)]
    if not won or "atas" not in behind:
        return None
    start = match.end + behind.index("atas")
    end = start + 1
    while end < min(last, start + _MOST_OPEN) and units.tags[end] != "mark" and not units.has(end, "award_name_ends"):
        end += 1
    if end - start <= _LEAST_OPEN:
        return None
    name = f"{units.said(match.start, match.end)} {units.said(start, end)}".replace("\n", " ")
    return Mention("award", match.start, end, name, match.pattern.name)


def _title(units: Units, match: Match) -> Mention | None:
    """A title that ends with a superlative: "dinobatkan sebagai kabupaten pembina desa terbaik"; no place, no post."""
    start, last = match.end, min(units.sentence(match.start)[1], match.end + _MOST_TITLE)
    end = start
    while end < last and units.tags[end] != "mark" and not units.among(end, _NO_TITLE):
        end += 1
    best = [unit for unit in range(start + 1, end) if units.has(unit, "superlatives")]
    placed = best and holds(units, best[-1] + 1, min(best[-1] + 2, last), "number", "ordinals")
    if not best or placed or holds(units, *units.sentence(start), "contests"):
        return None
    return _mention(units, match, start, best[-1] + 1)


def _is_in_name(units: Units, region: int) -> bool:
    """Whether a region without its kind begins an award's name, for no capital stands before it: "ajang Jambi Health
    Award".
    """
    return units.has(region, "region") and not is_capital(units, region - 1) and units.tags[region - 1] != "mark"


def _ends_name(units: Units, unit: int) -> bool:
    """Whether a word ends an award's name although a headline prints it with a capital: "PENGHARGAAN DALAM SEPEKAN"."""
    return units.has(unit, "award_name_ends")


def _is_name_word(units: Units, unit: int) -> bool:
    """Whether a word can be part of an award's name: capitalised, and no verb, place, post or head of another award."""
    word = units.reading.words[units.starts[unit]]
    return word[0].isupper() and not _ROMAN.issuperset(word) and not units.among(unit, _NO_NAME)
