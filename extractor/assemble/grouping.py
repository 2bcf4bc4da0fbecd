"""Grouping: a sentence falls into pieces at commas and conjunctions, and the pieces into groups that belong together.

A piece that names a recipient without a place, category or verb joins the neighbour that has one: "A, B dan C meraih
juara 1, 2 dan 3", "juara 1 diraih A, juara 2 B", "A (juara 1), B (juara 2)". A word that turns the sentence
parts groups.
"""

from itertools import pairwise

from extractor.assemble.mentions import Mention, Sentence, holds
from extractor.patterns import Units

_BREAKS = (",", ";", "dan", "serta", "lalu", "kemudian", "sedangkan", "sementara", "disusul", "diikuti", "adapun")
_OUTCOME_BREAKS = (*_BREAKS, "setelah", "usai", "lantaran", "karena")
_SETTING = ("place", "date", "edition", "level", "time")
_TELLING = ("rank", "category", "trigger")
_EACH = frozenset({"berturut-turut", "masing-masing"})
_LISTING = ("listed", "after", "around", "kepada")


def groups(units: Units, sentence: Sentence) -> list[list[Mention]]:
    """The mentions of a sentence in groups that belong together."""
    found: list[list[Mention]] = []
    waiting: list[Mention] = []
    for piece in _pieces(units, sentence):
        if found and not waiting and all(mention.sort in _SETTING for mention in piece):
            found[-1] += piece
            continue
        before = waiting or (found[-1] if found else [])
        turned = bool(before) and _turns(units, before[-1].end, piece)
        if waiting and (turned or _follows(units, waiting, piece)):
            found.append(waiting)
            waiting = []
        shared = found and not waiting and not turned and _is_shared_out(units, found[-1], piece)
        if shared or (found and not waiting and not turned and _belongs(units, found[-1], piece)):
            found[-1] += piece
        elif _names(piece) and _tells(piece):
            found.append(waiting + piece)
            waiting = []
        else:
            waiting = waiting + piece
    rest = _is_rest(units, found, waiting) if waiting and found else False
    if rest:
        found[-1] += waiting
    elif waiting:
        found.append(waiting)
    return found


def by_outcome(units: Units, group: list[Mention]) -> list[list[Mention]]:
    """A group in two where it makes one a winner and, behind a comma or conjunction, a nominee elsewhere: "menjadi
    juara pertama, dan lolos sampai tiga besar tingkat nasional"; else the group itself.
    """
    named = [mention for mention in group if mention.sort == "recipient"]
    told = [one for one in group if one.sort in ("rank", "shortlist") or (one.sort == "trigger" and _is_verb(one))]
    outcomes = [(one, _makes(one)) for one in told]
    turns = [(one, other) for (one, first), (other, then) in pairwise(outcomes) if first != then]
    if len(turns) != 1 or len(named) > 1 or sum(one.sort == "rank" for one in told) > 1:
        return [group]
    first, second = turns[0]
    turn = next((unit for unit in range(first.end, second.start) if units.words[unit] in _OUTCOME_BREAKS), None)
    if turn is None or (named and named[0].start > first.start):
        return [group]
    before = [mention for mention in group if mention.start < turn]
    return [before, [*named, *(mention for mention in group if mention.start > turn)]]


def _is_verb(trigger: Mention) -> bool:
    return not trigger.value.get("weak") and trigger.value["place"] in ("before", "around")


def _makes(mention: Mention) -> str:
    if mention.sort == "trigger":
        return str(mention.value["outcome"])
    return "winner" if mention.sort == "rank" else "nominee"


def _names(piece: list[Mention]) -> bool:
    return any(mention.sort == "recipient" for mention in piece)


def _tells(piece: list[Mention]) -> bool:
    return any(mention.sort in _TELLING for mention in piece)


def _turns(units: Units, start: int, piece: list[Mention]) -> bool:
    """Whether a piece begins a new thought: behind "sedangkan", and behind a semicolon where it has its own verb."""
    end = piece[0].start
    return holds(units, start, end, "clause_turns") or (_tells(piece) and ";" in units.words[start:end])


def _follows(units: Units, waiting: list[Mention], piece: list[Mention]) -> bool:
    """Whether a piece says who comes behind one whom the words before do not name: "menempati urutan pertama, diikuti
    Kabupaten A dan B".
    """
    placed = any(mention.sort == "rank" for mention in waiting) and not _names(waiting)
    return placed and piece[0].sort == "trigger" and units.has(piece[0].start, "followers")


def _belongs(units: Units, group: list[Mention], piece: list[Mention]) -> bool:
    """Whether a piece goes on with the group before it."""
    return _goes_on(units, group, piece) if _names(piece) and _tells(piece) else _joins_back(group, piece)


def _is_rest(units: Units, found: list[list[Mention]], waiting: list[Mention]) -> bool:
    """Whether what is left at the end belongs to the last group: what names nobody, and names that got no category of
    their own behind one ("diraih A untuk kategori Utama, B dan C").
    """
    group = found[-1]
    if _names(waiting):
        listed = any(map(_is_listing, found)) and _has_given_last(group)
        return listed and not _turns(units, group[-1].end, waiting)
    return not _is_apart(units, group, waiting)


def _has_given(group: list[Mention]) -> bool:
    """Whether a list has given its names their category, so that further names may have another: "diraih A dan B untuk
    kategori Utama, serta C dan D untuk kategori Madya".
    """
    return _is_listing(group) and _has_given_last(group)


def _has_given_last(group: list[Mention]) -> bool:
    """Whether the last that a group says is the category of its names."""
    told = [mention.sort for mention in group if mention.sort not in _SETTING]
    return told[-1:] == ["category"] and "recipient" in told and "rank" not in told


def _is_apart(units: Units, group: list[Mention], piece: list[Mention]) -> bool:
    """Whether a piece tells of a place that nobody of the group has: "; peringkat dua sengaja dikosongkan"."""
    return ";" in units.words[group[-1].end : piece[0].start] and all(mention.sort == "rank" for mention in piece)


def _is_shared_out(units: Units, group: list[Mention], piece: list[Mention]) -> bool:
    """Whether a piece gives the places of the names just before it: "A dan B, masing-masing peringkat satu dan dua"."""
    plain = not _names(piece) and not any(mention.sort == "rank" for mention in group)
    each = piece[0].start > 0 and units.words[piece[0].start - 1] == "masing-masing"
    return plain and each and piece[0].sort == "rank" and _last_told(group).sort == "recipient"


def _is_listing(group: list[Mention]) -> bool:
    """Whether a verb of a group opens a list: "diraih A, B dan C"."""
    return any(mention.sort == "trigger" and mention.value["place"] in _LISTING for mention in group)


def _last_told(group: list[Mention]) -> Mention:
    return next((mention for mention in reversed(group) if mention.sort not in _SETTING), group[-1])


def _goes_on(units: Units, group: list[Mention], piece: list[Mention]) -> bool:
    """Whether a piece is the end of a list that a verb opened: "diraih A dan B untuk kategori Utama", "ditempati A
    dan B berturut-turut di posisi 1 dan 2".
    """
    told = [mention.sort for mention in piece if mention.sort in _TELLING]
    placed = any(mention.sort == "rank" for mention in group)
    plain = not placed and all(mention.sort != "category" for mention in group)
    listed = piece[0].sort == "recipient" and _last_told(group).sort == "recipient"
    each = told == ["rank"] and not _EACH.isdisjoint(units.words[piece[0].end : piece[-1].start])
    return ((each and not placed) or (told == ["category"] and plain)) and listed and _is_listing(group)


def _joins_back(group: list[Mention], piece: list[Mention]) -> bool:
    """Whether a piece that is no group of its own goes on with the group before it: "juara 1, 2 dan 3"."""
    last = _last_told(group).sort
    if _names(piece):
        return last == "recipient" or (last in ("category", "trigger") and _is_listing(group) and not _has_given(group))
    first = next((mention for mention in piece if mention.sort not in _SETTING), piece[0])
    return last in ("rank", "category", "award") and first.sort == "rank"


def _pieces(units: Units, sentence: Sentence) -> list[list[Mention]]:
    """The mentions between commas and conjunctions; "disusul" begins a piece of its own."""
    pieces: list[list[Mention]] = []
    at = sentence.start
    for mention in sentence.mentions:
        follows = bool(pieces and pieces[-1]) and units.has(mention.start, "followers") and mention.sort == "trigger"
        if not pieces or follows or any(units.words[unit] in _BREAKS for unit in range(at, mention.start)):
            pieces.append([])
        if mention.start >= at or mention.sort == "category":
            pieces[-1].append(mention)
            at = max(at, mention.end)
    return [piece for piece in pieces if piece]
