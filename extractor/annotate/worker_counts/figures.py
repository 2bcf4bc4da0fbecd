"""Figures: the numbers of a story that may count people at all, and how many they are.

People are whole: "9,860 nelayan" has grouped with a comma, whatever the rest of the story does.
"""

from extractor.annotate.story import Story
from extractor.numbers import Quantity

_CURRENCIES = frozenset(("rp", "rp.", "idr", "usd", "us$", "$", "rupiah"))
_RATIOS = frozenset(("setiap", "tiap", "per", "tiap-tiap"))
_NO_PEOPLE = frozenset(("persen", "%", "prosen", "rupiah", "poin", "-"))
_THOUSAND, _THOUSANDTHS = 1000, 3


def may_count(story: Story, unit: int, *, is_low: bool = False) -> bool:
    """Whether a number may count at all: no money, share, ratio ("setiap 1.000 peserta") or year; behind the lower end
    of a range (`is_low`) a hyphen may stand.
    """
    units = story.units
    if unit not in units.quantities:
        return False
    if units.has(unit, "year") and not (unit + 1 < len(units.words) and units.has(unit + 1, "persons")):
        return False
    before = units.words[unit - 1] if unit else ""
    after = units.words[unit + 1] if unit + 1 < len(units.words) else ""
    value = people(story, unit).value
    return (
        before not in _CURRENCIES
        and before not in _RATIOS
        and (after not in _NO_PEOPLE or (is_low and after == "-"))
        and value >= 1
        and value == int(value)
    )


def people(story: Story, unit: int) -> Quantity:
    """The quantity at a unit as a number of people, of whom there are no thousandths: "33,175" is 33175."""
    quantity = story.units.quantities[unit]
    whole, comma, part = story.units.reading.words[quantity.start].partition(",")
    if not comma or len(part) != _THOUSANDTHS or quantity.value >= _THOUSAND or whole == "0":
        return quantity
    return quantity._replace(value=int(whole + part)) if whole.isdigit() and part.isdigit() else quantity
