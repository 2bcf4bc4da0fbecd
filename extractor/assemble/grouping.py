"""Grouping: a sentence falls into pieces at commas and conjunctions, and the pieces into groups that belong together.

A piece that names a recipient without a place, category or verb joins the neighbour that has one: "A, B dan C meraih
juara 1, 2 dan 3", "juara 1 diraih A, juara 2 B", "A (juara 1), B (juara 2)". A word that turns the sentence parts groups.
"""

from extractor.assemble.mentions import Mention, Sentence
from extractor.patterns import Units

_BREAKS = frozenset(", ; dan serta lalu kemudian sedangkan sementara disusul diikuti adapun".split())
_SETTING = ("place", "date", "edition", "level")
_TELLING = ("rank", "category", "trigger")
_LISTING = ("listed", "after", "around", "kepada")


def groups(units: Units, sentence: Sentence) -> list[list[Mention]]:
    """The mentions of a sentence in groups that belong together."""
    found: list[list[Mention]] = []
    waiting: list[Mention] = []
    for piece in _pieces(units, sentence):
        if waiting and _turns_between(units, waiting[-1].end, piece[0].start):
            found.append(waiting)
            waiting = []
        named = any(mention.sort == "recipient" for mention in piece)
        told = any(mention.sort in _TELLING for mention in piece)
        if named and told:
            found.append(waiting + piece)
            waiting = []
        elif found and not waiting and not _turns_between(units, found[-1][-1].end, piece[0].start) and _joins_back(found[-1], piece, named):
            found[-1] = found[-1] + piece
        else:
            waiting = waiting + piece
    if waiting and found and not any(mention.sort == "recipient" for mention in waiting):
        found[-1] = found[-1] + waiting
    elif waiting:
        found.append(waiting)
    return found


def _turns_between(units: Units, start: int, end: int) -> bool:
    return any(units.words[unit] == ";" or units.has(unit, "clause_turns") for unit in range(start, end))


def _joins_back(group: list[Mention], piece: list[Mention], named: bool) -> bool:
    """Whether a piece that is no group of its own goes on with the group before it."""
    last = next((mention for mention in reversed(group) if mention.sort not in _SETTING), group[-1])
    if named:
        return last.sort == "recipient" or (last.sort == "trigger" and last.value["place"] in _LISTING)
    first = next((mention for mention in piece if mention.sort not in _SETTING), piece[0])
    return last.sort in ("rank", "category", "award") and first.sort == "rank"


def _pieces(units: Units, sentence: Sentence) -> list[list[Mention]]:
    pieces: list[list[Mention]] = []
    at = sentence.start
    for mention in sentence.mentions:
        if not pieces or any(units.words[unit] in _BREAKS for unit in range(at, mention.start)):
            pieces.append([])
        if mention.start >= at or mention.sort == "category":
            pieces[-1].append(mention)
            at = max(at, mention.end)
        if mention.sort == "trigger" and units.words[mention.start].startswith(("disusul", "diikuti")) and len(pieces[-1]) > 1:
            pieces[-1].pop()
            pieces.append([mention])
    return [piece for piece in pieces if piece]
