"""Amounts: the money in rupiah that a story names, in whole rupiah, and what it is for.

Shapes as printed: "Rp1,5 miliar", "Rp. 820 juta", "Rp.1.528.128.000,-", "42 juta rupiah", "IDR 5 juta", "Rp 38,7 M",
"Rp10.000 hingga Rp20.000" and "Rp30-35 ribu" (two each). What it is for stands before it ("santunan kematian
sebesar Rp42 juta") or behind it ("Rp3,4 miliar untuk iuran pekerja rentan"). "Rp 7.699.476 Miliar" cannot be meant:
suspect.

None: amounts without a figure ("ratusan juta rupiah"), other currencies.
"""

from extractor import facts
from extractor.annotate.story import Story
from extractor.annotate.surroundings import sentence_round
from extractor.annotate.worker_counts.groups import is_open_noun
from extractor.numbers import Quantity
from extractor.patterns import Match
from extractor.patterns.vocabulary import vocabulary

_FOR = frozenset(("untuk", "bagi", "guna", "demi", "buat", "berupa"))
_PAY = frozenset(
    (
        "membayar",
        "membayarkan",
        "mengiur",
        "membiayai",
        "pembayaran",
        "membeli",
        "melindungi",
        "pembiayaan",
        "menanggung",
        "setiap",
        "para",
    )
)
_PER = frozenset(("per", "sebulan", "setahun", "perbulan", "pertahun"))
_RANGES = frozenset(("-", "–", "—", "--", "hingga", "sampai", "s/d"))
_NO_MONEY = frozenset(("persen", "%", "kg", "kilogram"))
_SAYS_LITTLE = frozenset(("dana", "anggaran", "uang", "biaya", "bantuan", "pembangunan", "belanja"))
_SCALES = (10**12, 10**9, 10**6, 10**3)
_FILLERS_BACK = 6
_NAME = 4
_PURPOSE = 6
_NEVER_MEANT = 10**16
"""More than ten thousand trillion rupiah: four times what the state spends in a year."""


def amounts(story: Story) -> tuple[facts.Amount, ...]:
    """The amounts of a story, each once with all its spans, in the order of the text."""
    found: dict[int, facts.Amount] = {}
    read: set[int] = set()
    for match in sorted(story.matches.get("amounts", []), key=lambda match: match.slots["number"][0]):
        unit = match.slots["number"][0]
        quantity = story.units.quantities.get(unit)
        if quantity is None or unit in read or _is_no_money(story, match, unit):
            continue
        read.add(unit)
        value = _value(story, match, quantity)
        span = story.units.offsets(_start(match, unit), unit + 1)
        suspect = quantity.suspect or value > _NEVER_MEANT or _is_grouped_twice(story, quantity)
        fact = facts.Amount(value, _purpose(story, match, unit), suspect, (span,), match.pattern.name)
        same = found.get(value)
        found[value] = same._replace(purpose=same.purpose or fact.purpose, spans=(*same.spans, span)) if same else fact
    return tuple(found.values())


def _is_no_money(story: Story, match: Match, unit: int) -> bool:
    """Whether a number behind "Rp" is misprinted for a share or a weight ("Rp 101,23 persen"), or ends no range."""
    units = story.units
    if unit + 1 < len(units.words) and units.words[unit + 1] in _NO_MONEY:
        return True
    lower = units.quantities.get(match.slots["lower"][0]) if "lower" in match.slots else None
    return lower is not None and lower.value >= units.quantities[unit].value


def _is_grouped_twice(story: Story, quantity: Quantity) -> bool:
    """Whether a printed thousand has its "ribu" twice: "Rp16.800 ribu"."""
    return quantity.value >= 10**6 and "ribu" in story.units.reading.lowers[quantity.start + 1 : quantity.end]


def _start(match: Match, unit: int) -> int:
    """Where an amount begins: at its currency, unless that stands before another number."""
    currency = match.slots.get("currency")
    return currency[0] if currency and currency[1] == unit else unit


def _value(story: Story, match: Match, quantity: Quantity) -> int:
    """The value of an amount; the lower end of "Rp20 - Rp25 ribu" takes the multiplier of the upper."""
    value = round(quantity.value)
    upper = _upper(story, match)
    if upper is not None and value < 1000 <= upper.value:
        return next((value * scale for scale in _SCALES if value * scale < upper.value), value)
    return value


def _upper(story: Story, match: Match) -> Quantity | None:
    units = story.units
    unit = match.slots["number"][0]
    for at in range(unit + 2, min(unit + 4, len(units.words))):
        if units.words[unit + 1] in _RANGES and at in units.quantities:
            return units.quantities[at]
    return None


def _purpose(story: Story, match: Match, unit: int) -> str | None:
    """What an amount is for: a name before it, or else what stands behind "untuk", or else before it in the
    sentence.
    """
    first, last = sentence_round(story, unit)
    name, vague = _name_before(story, first, _start(match, unit))
    if name and not vague:
        return name + _rate(story, unit + 1, last)
    return _behind_for(story, unit + 1, last) or name or _name_of_sentence(story, first, _start(match, unit))


def _name_before(story: Story, first: int, unit: int) -> tuple[str | None, bool]:
    """The name that ends right before an amount, and whether it says little ("anggaran")."""
    units, fillers, heads = story.units, vocabulary("amount_fillers"), vocabulary("amount_heads")
    end = unit
    while end > max(first, unit - _FILLERS_BACK) and (units.words[end - 1] in fillers or units.words[end - 1] == ")"):
        end -= 1
    head = None
    for at in range(end - 1, max(first, end - _NAME) - 1, -1):
        if units.words[at] in heads:
            head = at
        elif not is_open_noun(story, at, names=True):
            break
    if head is None:
        return None, False
    name = _name(story, head, end)
    return name, heads[units.words[head]] == "vague" or name.lower() in _SAYS_LITTLE


def _name(story: Story, start: int, end: int) -> str:
    """A name from its head to the first function word or verb before `end`, without the ending -nya of its head."""
    behind = start + 1
    while behind < end and is_open_noun(story, behind, names=True):
        behind += 1
    head = vocabulary("amount_heads")[story.units.words[start]]
    said = " ".join(story.units.said(start, behind).split())
    if head in ("vague", story.units.words[start]):
        return said
    return " ".join([head, *said.split()[1:]])


def _rate(story: Story, unit: int, last: int) -> str:
    """The words "per bulan", where they stand right behind an amount."""
    words = story.units.words
    if unit < last and words[unit] in _PER:
        end = min(last, unit + (2 if words[unit] == "per" else 1))
        return " " + " ".join(story.units.said(unit, end).split())
    return ""


def _behind_for(story: Story, unit: int, last: int) -> str | None:
    """The noun phrase behind "untuk" after an amount: "Rp3,4 miliar dari APBD untuk membayar iuran pekerja rentan"."""
    units = story.units
    for at in range(unit, min(last, unit + _PURPOSE)):
        if units.words[at] in (".", ";") or at in units.quantities:
            return None
        if units.words[at] in _FOR:
            start = at + 1
            while start < last and (units.words[start] in _PAY or start in units.quantities):
                start += 1
            return _noun_phrase(story, start, last)
    return None


def _noun_phrase(story: Story, start: int, last: int) -> str | None:
    """The words from `start` to the first function word, mark, number or verb."""
    units, stops, joints = story.units, vocabulary("group_stops"), ("dan", "serta")
    end = start
    while end < min(last, start + _PURPOSE) and units.tags[end] != "mark" and end not in units.quantities:
        if units.words[end] in stops and not (units.words[end] in joints and end > start):
            break
        end += 1
    while end > start and units.words[end - 1] in joints:
        end -= 1
    return " ".join(units.said(start, end).split()) if end > start else None


def _name_of_sentence(story: Story, first: int, unit: int) -> str | None:
    """The last name of money before an amount in its sentence: "menyalurkan BSU kepada pekerja, masing-masing Rp600
    ribu".
    """
    heads, units = vocabulary("amount_heads"), story.units
    for at in range(unit - 1, first - 1, -1):
        if at in units.quantities:
            return None
        if units.words[at] in heads and heads[units.words[at]] != "vague":
            return _noun_phrase(story, at, unit)
    return None
