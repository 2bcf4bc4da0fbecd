"""Names: the noun phrases before and behind an amount that say what it is for."""

from typing import NamedTuple

from extractor.annotate.amounts.nouns import (
    FOR,
    JOINTS,
    filler_before,
    head_of,
    is_mark,
    is_noun,
    is_verb,
)
from extractor.annotate.story import Story
from extractor.patterns.vocabulary import vocabulary

_BEFORE_PURPOSE = frozenset(("pembayaran", "pembiayaan", "setiap", "para", "seluruh"))
_ITEM_OPENERS = FOR | frozenset(
    "yakni yaitu lain misalnya seperti termasuk antaranya ini lalu pun kalau dimana ada itu".split()
)
_SAYS_LITTLE = frozenset("dana anggaran uang biaya bantuan pembangunan belanja tarif modal pembelian".split())
"""Names that are not enough where "untuk" stands behind the amount."""
_SAYS_NOTHING = frozenset("nilai nilainya total totalnya jumlah jumlahnya besarnya besarannya target".split())
_RELATIVE = frozenset(
    "harga kenaikan penurunan peningkatan penambahan tambahan pengurangan selisih sisa realisasi penyaluran".split()
)
"""Names that are of something else, which the clause may have named before."""
_STATED = frozenset("sebesar senilai sejumlah seharga".split())
_DASHES = frozenset(("-", "–", "—", "--"))
_FILLERS = 14
_NAME = 7
_PURPOSE = 6
_RATE = 4
"""How far behind an amount, its rate and its share, a joint still adds an item to it."""


class Name(NamedTuple):
    """A name of what an amount is for; `little`: "anggaran" alone; `vague`: it says nothing ("nilai", "total")."""

    said: str
    little: bool
    vague: bool


def name_before(story: Story, first: int, unit: int) -> Name | None:
    """The name that ends before an amount, or before the fillers there."""
    end = unit
    while end > max(first, unit - _FILLERS):
        passed = filler_before(story, end, first)
        if passed == end:
            break
        end = passed
    words = story.units.words
    start, head = _run(story, first, end)
    if head is not None:
        return None if end - head == 1 and words[head] in _SAYS_NOTHING else _named(story, head, end)
    if start < end and _is_item(story, first, start, stated=not _STATED.isdisjoint(words[end:unit])):
        return _name_for(story, first, start) or Name(story.units.on_one_line(start, end), little=False, vague=False)
    return Name("harga", little=False, vague=True) if "harga" in words[end:unit] else None


def _name_for(story: Story, first: int, start: int) -> Name | None:
    """The name that an item only adds its receivers to: "dana hibah untuk instansi vertikal sebesar Rp1 miliar"."""
    if start - 1 <= first or story.units.words[start - 1] not in FOR:
        return None
    _, head = _run(story, first, start - 1)
    name = _named(story, head, start - 1) if head is not None else None
    return None if name is None or name.little or name.vague else name


def _run(story: Story, first: int, end: int) -> tuple[int, int | None]:
    """Where the nouns begin that end at `end`, and the first head among them: "bawang merah dan bawang putih"."""
    units = story.units
    head = None
    at = end
    while at > max(first, end - _NAME):
        if is_noun(story, at - 1):
            at -= 1
            said = head_of(story, at)
            head = at if said and (head is None or said != "vague") else head
        elif first + 2 <= at < end and units.words[at - 1] in JOINTS and _may_join(story, at - 2, head):
            at -= 1
        else:
            break
    return at, head


def _may_join(story: Story, unit: int, head: int | None) -> bool:
    """Whether a noun before "dan" belongs to the name behind it: "bawang merah dan putih", "pendapatan dan belanja"."""
    return is_noun(story, unit) and (head is None or head_of(story, unit) is not None)


def _is_item(story: Story, first: int, start: int, stated: bool) -> bool:
    """Whether nouns without a head are an item that has a price or a share.

    They open the clause, are joined to the amount before, follow a mark or the number of a list, or are the object of
    a verb where "senilai" states what they are worth.
    """
    units = story.units
    if units.has(start, "worker_groups") or units.has(start, "persons"):
        return False
    if start == first:
        return True
    before = units.words[start - 1]
    if before in JOINTS:
        return start - 1 <= first + _RATE or filler_before(story, start - 1, first) < start - 1
    if is_mark(story, start - 1):
        return before not in ")%" and (before not in _DASHES or start - 1 == first)
    if before[-1] in ".)" and before[:-1].isdigit():
        return True
    return before.split()[-1] in _ITEM_OPENERS or (stated and is_verb(before) and units.tags[start] != "Name")


def name_behind_for(story: Story, unit: int, last: int) -> str | None:
    """The noun phrase behind "untuk" after an amount: "Rp3,4 miliar dari APBD untuk membayar iuran pekerja rentan"."""
    units, turns = story.units, vocabulary("amount_turns")
    for at in range(unit, min(last, unit + _PURPOSE)):
        word = units.words[at]
        if word in FOR:
            name = _phrase(story, _behind_verbs(story, at + 1, last), last)
            return name.said if name else None
        if word in (".", ";") or word in JOINTS or word in turns or at in units.quantities:
            return None
        if word == "," and (at + 1 >= last or units.words[at + 1] not in FOR):
            return None
    return None


def _behind_verbs(story: Story, start: int, last: int) -> int:
    units = story.units
    while start < last and (
        units.words[start] in _BEFORE_PURPOSE or start in units.quantities or is_verb(units.words[start])
    ):
        start += 1
    return start


def name_in_clause(story: Story, first: int, unit: int) -> str | None:
    """The last name of money before an amount in its clause."""
    for at in range(unit - 1, first - 1, -1):
        if head_of(story, at) and is_noun(story, at):
            _, head = _run(story, first, at + 1)
            name = _phrase(story, at if head is None else head, unit)
            if name and not name.vague:
                return name.said
    return None


def _phrase(story: Story, start: int, last: int) -> Name | None:
    """The nouns from `start` on, and what "dan" adds to them, unless that has an amount of its own."""
    units = story.units
    end = start
    while end < min(last, start + _PURPOSE) and (
        is_noun(story, end) or (end > start and units.words[end] in JOINTS and units.words[end - 1] not in JOINTS)
    ):
        end += 1
    if any(units.has(at, "currency") for at in range(end, min(last, end + _RATE))):
        end = next((at for at in range(start, end) if units.words[at] in JOINTS), end)
    while end > start and units.words[end - 1] in JOINTS:
        end -= 1
    return _named(story, start, end) if end > start else None


def _named(story: Story, start: int, end: int) -> Name:
    """The name from its head on, without a verb before it and without the ending -nya of its heads."""
    words = story.units.on_one_line(start, end).split()
    head = head_of(story, start)
    if vocabulary("amount_heads").get(words[0].lower()) not in (None, "vague", words[0].lower()):
        words[0] = head or words[0]
    while len(words) > 1 and is_verb(words[0].lower()):
        del words[0]
    said = " ".join(_without_nya(word) for word in words)
    vague = (head == "vague" and len(words) <= 2) or said.lower() in _RELATIVE
    return Name(said, little=said.lower() in _SAYS_LITTLE, vague=vague)


def _without_nya(word: str) -> str:
    stem = word.lower().removesuffix("nya")
    return stem if stem != word.lower() and stem in vocabulary("amount_heads") else word
