"""Names of companies and institutions, read token by token: a run of capitalised words behind a head or a trigger."""

from extractor.patterns import Units

_INNER = frozenset({"and", "&", "of", "the", "bin", "al", "de", "la", "van", "dr", "dr."})
MOST_WORDS = 9
_ENDING_LISTS = (
    "company_ends",
    "rank_heads",
    "category_heads",
    "title_words",
    "win_active",
    "win_passive",
    "give",
    "award",
    "year",
)
_COUNTED = frozenset({"kali", "tahun", "bulan", "hari", "besar", "di", "dari"})
_COUNTED_LISTS = ("award_nouns", "recipient_nouns", "rank_heads", "category_heads", "region_kinds", "winner_nouns")
"""What a number counts, or leads to, behind a name."""
_NO_NAME = (
    "district_cues",
    "region_kinds",
    "village_cues",
    "government",
    "laws",
    "draft_laws",
    "region",
    "roles",
    "company_heads",
    "institution_heads",
    "award_nouns",
    "level_words",
    "nominee_cues",
    "number",
    "currency",
    "givers",
)


def name_end(units: Units, start: int, limit: int) -> int:
    """The unit behind a name that starts at `start`: capitalised words, numbers and "and" or "&" between them.

    A name ends at punctuation, at a word in lower case, and at most nine words on; "PT A dan PT B" are two names.
    """
    words, at, end = units.reading.words, start, start
    while at < limit and at - start < MOST_WORDS:
        token = words[units.starts[at]]
        if not (token[0].isupper() or (at > start and (token[0].isdigit() or units.words[at] in _INNER))):
            break
        if at > start and _ends_name(units, at):
            break
        at += 1
        if token[0].isupper() or token[0].isdigit():
            end = at
    return end


def begins_name(units: Units, unit: int) -> bool:
    """Whether a name without a head may begin here: with a capitalised word that plays no other part."""
    token = units.reading.words[units.starts[unit]]
    return token[0].isupper() and not units.among(unit, _NO_NAME) and not _ends_name(units, unit)


def _ends_name(units: Units, unit: int) -> bool:
    if units.has(unit, "number") and units.has(unit, "title_words"):
        return _counts(units, unit)
    return units.among(unit, _ENDING_LISTS) or _is_dropped(units, unit)


def _counts(units: Units, number: int) -> bool:
    """Whether a number word counts what stands behind it, as in a headline: "PT Sagara Dua Kali Juara"; not in "PT Roda
    Tiga Jaya".
    """
    behind = number + 1
    if behind == len(units.words):
        return False
    return units.words[behind] in _COUNTED or units.among(behind, _COUNTED_LISTS)


def clean_name(units: Units, start: int, end: int) -> str:
    """A name as printed without legal forms at either end."""
    while start < end and units.has(start, "company_heads") and _is_dropped(units, start):
        start += 1
    return units.said(start, end).replace("\n", " ").strip(" ,.;:") if start < end else ""


def _is_dropped(units: Units, unit: int) -> bool:
    return units.words[unit].replace(".", "") in ("pt", "cv", "ud")
