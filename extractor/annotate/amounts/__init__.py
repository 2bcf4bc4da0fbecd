"""Amounts: the money in rupiah that a story names, in whole rupiah, and what it is for.

Shapes as printed: "Rp1,5 miliar", "Rp. 820 juta", "Rp.1.528.128.000,-", "42 juta rupiah", "IDR 5 juta", "Rp 38,7 M",
"Rp10.000 hingga Rp20.000" and "Rp30-35 ribu" (two each). What it is for: extractor/annotate/amounts/purposes.py.

Suspect, for it cannot be meant as printed: "Rp 7.699.476 Miliar", "Rp16.800 ribu", "Rp45.0000", "Rp35 per kilogram",
and the end of a pair that lost its "ribu": "dari Rp35.000 menjadi Rp40".

None: amounts without a figure ("ratusan juta rupiah"), other currencies.
"""

from itertools import pairwise

from extractor import facts
from extractor.annotate.amounts.mentions import Mention
from extractor.annotate.amounts.purposes import purposes
from extractor.annotate.story import Story
from extractor.language.figures import figure
from extractor.numbers import Quantity
from extractor.patterns import Match

_RANGES = frozenset(("-", "–", "—", "--", "hingga", "sampai", "s/d"))
_NO_MONEY = frozenset(("persen", "%", "kg", "kilogram"))
_CHANGES = frozenset("menjadi jadi baru kini sekarang sebelumnya semula awalnya tadinya".split())
_SCALES = (10**12, 10**9, 10**6, 10**3)
_SMALL_PRICES = frozenset("saham lembar unit kwh detik menit sms liter".split())
"""What may cost less than a hundred rupiah: shares, and what is metered."""
_SMALLEST = 100
_BETWEEN = 7
"""The most words between the ends of a pair."""
_LOST_SCALES = (10**3, 10**6, 10**9)
"""How many times one end of a pair is about the other where a "ribu", a "juta" or a "miliar" was lost."""
_NEVER_MEANT = 10**16
"""More than ten thousand trillion rupiah: four times what the state spends in a year."""
_LARGEST_SCALE = "kuadriliun"
"""A multiplier that nobody prints by mistake."""


def amounts(story: Story) -> tuple[facts.Amount, ...]:
    """The amounts of a story, each once with all its spans, in the order of the text."""
    mentions = _without_lost_scales(story, _mentions(story))
    found: dict[int, facts.Amount] = {}
    for mention, purpose in zip(mentions, purposes(story, mentions), strict=True):
        span = story.units.offsets(mention.start, mention.unit + 1)
        fact = facts.Amount(mention.value, purpose, mention.suspect, (span,), mention.pattern)
        same = found.get(mention.value)
        found[mention.value] = (
            same._replace(purpose=same.purpose or purpose, spans=(*same.spans, span)) if same else fact
        )
    return tuple(found.values())


def _mentions(story: Story) -> list[Mention]:
    """Every mention of an amount, in the order of the text."""
    found: dict[int, Mention] = {}
    for match in sorted(story.matches.get("amounts", []), key=lambda match: match.slots["number"][0]):
        unit = match.slots["number"][0]
        quantity = story.units.quantities.get(unit)
        if quantity is None or unit in found or _is_no_money(story, match, unit):
            continue
        value, scaled = _value(story, unit, quantity), _is_scaled(story, quantity)
        suspect = quantity.suspect or _is_never_meant(story, quantity) or _is_grouped_twice(story, quantity)
        if value < _SMALLEST and not scaled and not _may_be_small(story, unit):
            suspect = True
        found[unit] = Mention(_start(match, unit), unit, value, suspect, scaled, match.pattern.name)
    return list(found.values())


def _is_no_money(story: Story, match: Match, unit: int) -> bool:
    """Whether a number behind "Rp" is misprinted for a share or a weight ("Rp 101,23 persen"), or ends no range."""
    units = story.units
    if unit + 1 < len(units.words) and units.words[unit + 1] in _NO_MONEY:
        return True
    lower, higher = (
        units.quantities.get(match.slots[name][0]) if name in match.slots else None for name in ("lower", "higher")
    )
    value = units.quantities[unit].value
    return (lower is not None and lower.value >= value) or (higher is not None and higher.value <= value)


def _start(match: Match, unit: int) -> int:
    """Where an amount begins: at its currency, unless that stands before another number."""
    currency = match.slots.get("currency")
    return currency[0] if currency and currency[1] == unit else unit


def _value(story: Story, unit: int, quantity: Quantity) -> int:
    """The value of an amount; the lower end of "Rp20 - Rp25 ribu" takes the multiplier of the upper."""
    value = round(quantity.value)
    upper = _upper(story, unit)
    if upper is not None and value < 1000 <= upper.value:
        return next((value * scale for scale in _SCALES if value * scale < upper.value), value)
    return value


def _upper(story: Story, unit: int) -> Quantity | None:
    """The upper end of the range that an amount begins."""
    units = story.units
    for at in range(unit + 2, min(unit + 4, len(units.words))):
        if units.words[unit + 1] in _RANGES and at in units.quantities:
            return units.quantities[at]
    return None


def _is_scaled(story: Story, quantity: Quantity) -> bool:
    """Whether an amount has a multiplier, its own or that of its range."""
    printed = figure(story.units.reading.words[quantity.start], scaled=True, english=False)
    return printed is not None and printed.times(1) != quantity.value and not quantity.suspect


def _is_never_meant(story: Story, quantity: Quantity) -> bool:
    """Whether an amount is more than anybody has, and not printed in a word that says so: "Rp 15.000 triliun"."""
    printed = story.units.reading.lowers[quantity.start : quantity.end]
    return quantity.value > _NEVER_MEANT and _LARGEST_SCALE not in printed


def _is_grouped_twice(story: Story, quantity: Quantity) -> bool:
    """Whether a printed thousand has its "ribu" twice: "Rp16.800 ribu"."""
    return quantity.value >= 10**6 and "ribu" in story.units.reading.lowers[quantity.start + 1 : quantity.end]


def _may_be_small(story: Story, unit: int) -> bool:
    """Whether an amount is the price of a small measure: "Rp75 per lembar saham"."""
    return any(word in _SMALL_PRICES for word in story.units.words[unit + 1 : unit + 4])


def _without_lost_scales(story: Story, mentions: list[Mention]) -> list[Mention]:
    """The mentions, the end of a pair suspect that is a thousandth of the other: "dari Rp35.000 menjadi Rp40"."""
    sure = list(mentions)
    for at, (before, after) in enumerate(pairwise(mentions)):
        small, large = sorted((before.value, after.value))
        if not any(small * scale <= 2 * large <= 4 * small * scale for scale in _LOST_SCALES if small):
            continue
        between = story.units.words[before.unit + 1 : after.start]
        if len(between) > _BETWEEN or _CHANGES.isdisjoint(between):
            continue
        lost = at if before.value == small else at + 1
        sure[lost] = sure[lost]._replace(suspect=sure[lost].suspect or not sure[lost].scaled)
    return sure
