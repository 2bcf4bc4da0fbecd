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
        named = any(mention.sort == "recipient" for mention in piece)
        told = any(mention.sort in _TELLING for mention in piece)
        if found and not waiting and all(mention.sort in _SETTING for mention in piece):
            found[-1] = found[-1] + piece
            continue
        before = waiting or (found[-1] if found else [])
        turned = bool(before) and _turns_between(units, before[-1].end, piece[0].start, told)
        if waiting and turned:
            found.append(waiting)
            waiting = []
        if named and told and found and not waiting and not turned and _goes_on(found[-1], piece):
            found[-1] = found[-1] + piece
        elif named and told:
            found.append(waiting + piece)
            waiting = []
        elif found and not waiting and not turned and _joins_back(found[-1], piece, named):
            found[-1] = found[-1] + piece
        else:
            waiting = waiting + piece
    if waiting and found and not any(mention.sort == "recipient" for mention in waiting):
        found[-1] = found[-1] + waiting
    elif waiting:
        found.append(waiting)
    return found


def _turns_between(units: Units, start: int, end: int, told: bool) -> bool:
    """Whether a new thought begins between two pieces: behind "sedangkan", and behind a semicolon where it has its own verb."""
    return any((told and units.words[unit] == ";") or units.has(unit, "clause_turns") for unit in range(start, end))


def _goes_on(group: list[Mention], piece: list[Mention]) -> bool:
    """Whether a piece is the end of a list that a verb opened: "diraih A dan B untuk kategori Utama"."""
    told = [mention.sort for mention in piece if mention.sort in _TELLING]
    opened = any(mention.sort == "trigger" and mention.value["place"] in _LISTING for mention in group)
    plain = all(mention.sort not in ("rank", "category") for mention in group)
    last = next((mention for mention in reversed(group) if mention.sort not in _SETTING), group[-1])
    return told == ["category"] and piece[0].sort == "recipient" and opened and plain and last.sort == "recipient"


def _joins_back(group: list[Mention], piece: list[Mention], named: bool) -> bool:
    """Whether a piece that is no group of its own goes on with the group before it."""
    last = next((mention for mention in reversed(group) if mention.sort not in _SETTING), group[-1])
    if named:
        listing = any(mention.sort == "trigger" and mention.value["place"] in _LISTING for mention in group)
        return last.sort == "recipient" or (listing and last.sort in ("category", "trigger"))
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
        if (
            mention.sort == "trigger"
            and units.words[mention.start].startswith(("disusul", "diikuti"))
            and len(pieces[-1]) > 1
        ):
            pieces[-1].pop()
            pieces.append([mention])
    return [piece for piece in pieces if piece]
