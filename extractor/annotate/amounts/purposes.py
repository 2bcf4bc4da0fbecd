"""Purposes: what an amount is for, as the nearest noun phrase says that the grammar allows.

In this order:
 - that of the amount before it, where only words of a pair, a range or a list stand between ("dari Rp5 ribu menjadi
   Rp6 ribu");
 - the name before it ("santunan kematian sebesar Rp42 juta", "pajak hotel mencapai 141 persen dari yang ditargetkan
   sebesar Rp198 juta", "telur Rp30 ribu");
 - what stands behind "untuk" after it in its clause ("Rp3,4 miliar untuk iuran pekerja rentan"), but not the parts that
   a whole is divided into ("Rp500 ribu yang terbagi untuk ...");
 - the last name of money before it in its clause ("menyalurkan BSU kepada pekerja, masing-masing Rp600 ribu").

The language of it: patterns/vocabulary/amount_heads.txt (first words of names), amount_fillers.txt (between a name and
its amount), amount_turns.txt (where something else begins), amount_nouns.txt and amount_verbs.txt.
"""

from collections.abc import Sequence

from extractor.annotate.amounts.mentions import Mention
from extractor.annotate.amounts.names import name_before, name_behind_for, name_in_clause
from extractor.annotate.amounts.nouns import JOINTS, filler_before, is_mark
from extractor.annotate.story import Story
from extractor.annotate.surroundings import sentence_round
from extractor.patterns.vocabulary import vocabulary

_PER = frozenset(("per", "sebulan", "setahun", "perbulan", "pertahun"))
_WHOLES = frozenset("pagu target anggaran alokasi harga".split())
"""What a part is held against: "Rp395 miliar dari pagu anggaran Rp412 miliar"."""
_SUMS = frozenset("total sisanya sisa".split())
_LINK = 12
_LABEL = 6
"""Units at the start of a row in which its year stands."""


def purposes(story: Story, mentions: Sequence[Mention]) -> list[str | None]:
    """What each amount is for, or None."""
    found: list[str | None] = []
    behind = 0
    for mention in mentions:
        first, last = sentence_round(story, mention.unit)
        if found and found[-1] and behind >= first and _is_linked(story, behind, mention.start):
            found.append(found[-1])
        else:
            purpose = _purpose(story, mention, _clause_start(story, max(first, behind), mention.start), last)
            found.append(purpose or _of_heading(story, first, mention.start, behind, found))
        behind = mention.unit + 1
    return found


def _is_linked(story: Story, behind: int, start: int) -> bool:
    """Whether only words of a pair, a range or a list stand between two amounts: "Rp5 ribu naik menjadi Rp6 ribu"."""
    if not behind <= start <= behind + _LINK:
        return False
    at = start
    words = story.units.words
    while at > behind and words[at - 1] not in _SUMS:
        passed = filler_before(story, at, behind)
        if passed == at and (is_mark(story, at - 1) or words[at - 1] in JOINTS or words[at - 1] in _WHOLES):
            passed = at - 1
        if passed == at:
            break
        at = passed
    return at == behind


def _of_heading(story: Story, first: int, unit: int, behind: int, found: list[str | None]) -> str | None:
    """What a row of years is headed by: "Anggaran iuran naik:", "2022: Rp1 miliar", "2023: Rp2 miliar"."""
    if first == 0 or not _is_year_row(story, first, unit):
        return None
    start, _ = sentence_round(story, first - 1)
    if behind > start:
        return found[-1] if found else None
    return name_in_clause(story, start, first - 1) if story.units.words[first - 1] == ":" else None


def _is_year_row(story: Story, first: int, unit: int) -> bool:
    """Whether nothing but a year stands before an amount in its line, with marks and words that only lead to it."""
    units, at = story.units, unit
    if not any(units.tags[token] == "year" for token in range(first, min(unit, first + _LABEL))):
        return False
    while at > first:
        passed = filler_before(story, at, first)
        word = units.words[at - 1]
        if passed == at and not (is_mark(story, at - 1) or word == "tahun" or word[:-1].isdigit()):
            return False
        at = min(passed, at - 1)
    return True


def _clause_start(story: Story, first: int, unit: int) -> int:
    """Where the clause of an amount begins: behind the last word that turns to something else."""
    units, turns = story.units, vocabulary("amount_turns")
    for at in range(unit - 1, first - 1, -1):
        if units.words[at] in turns or units.words[at] == ";":
            return at + 1
    return first


def _purpose(story: Story, mention: Mention, first: int, last: int) -> str | None:
    name = name_before(story, first, mention.start)
    if name and not name.little and not name.vague:
        return name.said + _rate(story, mention.unit + 1, last)
    behind = name_behind_for(story, mention.unit + 1, last)
    if behind or (name and not name.vague):
        return behind or (name.said + _rate(story, mention.unit + 1, last) if name else None)
    return name_in_clause(story, first, mention.start) or (name.said if name else None)


def _rate(story: Story, unit: int, last: int) -> str:
    """The words "per bulan", where they stand right behind an amount."""
    words = story.units.words
    if unit < last and words[unit] in _PER:
        end = min(last, unit + (2 if words[unit] == "per" else 1))
        return " " + story.units.on_one_line(unit, end).removesuffix("nya")
    return ""
