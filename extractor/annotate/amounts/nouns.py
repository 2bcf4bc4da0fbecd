"""Nouns: which words may be part of what an amount is for, and which only stand between it and the amount."""

from extractor.annotate.story import Story
from extractor.patterns.vocabulary import vocabulary

FOR = frozenset(("untuk", "bagi", "guna", "demi", "buat", "berupa"))
JOINTS = frozenset(("dan", "serta", "atau", "&", "dan/atau"))
_PER_OR_SLASH = frozenset(("per", "/"))
_YEARS = frozenset(("tahun", "ta"))
_PERCENT = frozenset(("persen", "%", "prosen"))
_PREFIXES = ("mem", "men", "meng", "meny", "mel", "mer", "mew", "di", "ter", "ber")
_PASSIVE = ("di", "ter")
_SHORTEST_VERB = 6
_MEASURES = frozenset(
    "kg kilogram kilo gram ons liter ekor butir ikat sak karung lembar unit ton kaleng bungkus".split()
)
_CLASSES = frozenset("kelas kualitas golongan grade tipe size jenis tahap".split())
"""Nouns whose number is a part of the name: "beras kualitas 1"."""
_BRACKET = 8


def filler_before(story: Story, end: int, first: int) -> int:
    """Where the filler begins that ends at `end`; `end` where none does."""
    units = story.units
    word = units.words[end - 1]
    before = units.words[end - 2] if end - 2 >= first else ""
    if word == ")":
        inside = range(end - 2, max(first, end - _BRACKET) - 1, -1)
        return next((at for at in inside if units.words[at] == "("), end - 1)
    if before and (before in _PER_OR_SLASH or (word == "anggaran" and before in _YEARS)):
        return end - 2
    if end - 2 in units.quantities and (word in _PERCENT or word in _MEASURES or units.words[end - 3] == "sebanyak"):
        return end - 2
    if word == "harga" and before in vocabulary("amount_fillers"):
        return end - 1
    if word == "atau" and (before in _PERCENT or before == ")"):
        return end - 1
    if word == ":" or units.tags[end - 1] == "year" or all(map(_is_filler, word.split())):
        return end - 1
    return end


def _is_filler(word: str) -> bool:
    """Whether a word is of amount_fillers.txt or a passive verb ("belanja pegawai terserap Rp395 miliar")."""
    if word in vocabulary("amount_fillers") or word.removeprefix("per").removesuffix("nya") in _MEASURES - {word}:
        return True
    return word.startswith(_PASSIVE) and is_verb(word)


def head_of(story: Story, unit: int) -> str | None:
    """What a head of amount_heads.txt stands for, with or without -nya; None for other words and "tahun anggaran"."""
    units, heads = story.units, vocabulary("amount_heads")
    word = units.words[unit]
    if word == "anggaran" and unit and units.words[unit - 1] in _YEARS:
        return None
    if " " in word and word not in heads:
        first, *_, last = word.split()
        return heads.get(first) or (heads.get(last) if is_verb(first) else None)
    return heads.get(word) or heads.get(word.removesuffix("nya"))


def is_noun(story: Story, unit: int) -> bool:
    """Whether a unit may be a word of a name: no number, mark, function word or verb."""
    units = story.units
    word = units.words[unit]
    before = units.words[unit - 1] if unit else ""
    if unit in units.quantities and before in _CLASSES:
        return True
    if unit in units.quantities or units.tags[unit] in ("year", "number", "slashed") or not word[0].isalpha():
        return False
    if head_of(story, unit) or word in vocabulary("amount_nouns"):
        return True
    if unit + 1 < len(units.words) and f"{word} {units.words[unit + 1]}" in vocabulary("amount_nouns"):
        return True
    if (
        word.endswith("nya")
        or word.split(" ", 1)[0] in vocabulary("group_stops")
        or _is_filler(word)
        or word in _MEASURES
    ):
        return False
    return not (word in FOR or word in vocabulary("amount_turns") or is_verb(word) or units.has(unit, "currency"))


def is_verb(word: str) -> bool:
    """Whether a word is a verb by its prefix, or by patterns/vocabulary/amount_verbs.txt."""
    if word in vocabulary("amount_verbs"):
        return True
    return len(word) >= _SHORTEST_VERB and word.startswith(_PREFIXES) and word not in vocabulary("amount_nouns")


def is_mark(story: Story, unit: int) -> bool:
    """Whether a unit has no letter and no figure."""
    return not any(character.isalnum() for character in story.units.words[unit])
