"""Groups: how the press names those whom it counts, "pekerja rentan", "guru honorer SMA/SMK", "nelayan dan petani".

A group is a head of patterns/words/worker_groups.txt with its tail: words of patterns/vocabulary/group_tails.txt, up to two
open nouns ("buruh tani tembakau"), and what "dan", "serta" or a comma adds where another head or tail word follows.
It ends at a verb, a preposition (patterns/vocabulary/group_stops.txt), a number or a mark.
"""

from typing import NamedTuple

from extractor.annotate.story import Story
from extractor.patterns.vocabulary import vocabulary

LONGEST = 3
"""Units that a phrase of a vocabulary may span where its units are single words."""
_JOINTS = frozenset(("dan", "serta", "atau", "maupun", "&", "hingga", ",", "/", "dan/atau"))
_VERB_PREFIXES = ("mem", "men", "meng", "meny", "mel", "mer", "mew", "di", "ter", "ber", "ke")
_SHORTEST_VERB = 6
_OPEN_NOUNS = 2
_LONGEST_GROUP = 14


class Group(NamedTuple):
    """Units [start, end) that name a group, and its kind: trade, worker, member, candidate, workforce, people, segment, open."""

    start: int
    end: int
    kind: str


def phrase_in(story: Story, unit: int, name: str, end: int) -> tuple[str, int] | None:
    """The value of the longest phrase of the vocabulary `name` at a unit, before the unit `end`, and the unit behind it."""
    words, table = story.units.words, vocabulary(name)
    for length in range(min(LONGEST, end - unit), 0, -1):
        value = table.get(words[unit] if length == 1 else " ".join(words[unit : unit + length]))
        if value is not None:
            return value, unit + length
    return None


def head_at(story: Story, unit: int) -> Group | None:
    """The head that begins at a unit, in small letters or capitals."""
    units = story.units
    _, last = units.sentence(unit)
    heads = story.patterns.lexicon.values["worker_groups"]
    for length in range(min(LONGEST, last - unit), 0, -1):
        phrase = " ".join(units.words[unit : unit + length])
        kind = heads.get(phrase)
        if kind is not None:
            return Group(unit, unit + length, "trade" if kind == phrase else kind)
    return None


def group_at(story: Story, unit: int) -> Group | None:
    """The whole group whose head begins at a unit."""
    head = head_at(story, unit)
    if head is None:
        return None
    return head._replace(end=_tail(story, head.end))


def open_group_at(story: Story, unit: int) -> Group | None:
    """A group under a name that no list holds ("1.120 juru pelihara candi"): a plain noun with its tail."""
    _, last = story.units.sentence(unit)
    if unit >= last or not _is_open_noun(story, unit) or story.units.words[unit] in vocabulary("count_nouns"):
        return None
    return Group(unit, _tail(story, unit + 1), "open")


def _tail(story: Story, unit: int) -> int:
    """The unit behind the tail that begins at a unit."""
    _, last = story.units.sentence(unit - 1)
    last = min(last, unit + _LONGEST_GROUP)
    open_nouns = 0
    while unit < last:
        behind = _tail_word(story, unit, last)
        if behind is None and story.units.words[unit] in _JOINTS:
            behind = _joined(story, unit, last)
        if behind is None and open_nouns < _OPEN_NOUNS and _is_open_noun(story, unit):
            open_nouns, behind = open_nouns + 1, unit + 1
        if behind is None:
            return unit
        unit = behind
    return unit


def _tail_word(story: Story, unit: int, last: int) -> int | None:
    """The unit behind a tail word or head at a unit."""
    known = phrase_in(story, unit, "group_tails", last)
    if known:
        return known[1]
    head = head_at(story, unit)
    return head.end if head else None


def _joined(story: Story, joint: int, last: int) -> int | None:
    """The unit behind a joint and what it adds; a comma adds a head only, and only where a joint follows that."""
    unit = joint + 1
    if unit >= last or story.units.words[unit] in _JOINTS:
        return None
    head = head_at(story, unit)
    if story.units.words[joint] not in (",", "/"):
        tail = phrase_in(story, unit, "group_tails", last)
        return head.end if head else tail[1] if tail else None
    if head is None:
        return None
    end = _tail(story, head.end)
    listed = any(story.units.words[at] in _JOINTS for at in range(head.end, min(end, last)))
    return head.end if listed else None


def _is_open_noun(story: Story, unit: int) -> bool:
    """Whether a unit may be a noun of a group's name: a plain word, no verb, no function word, no word of coverage."""
    units = story.units
    word = units.words[unit]
    if units.tags[unit] != "word" or not word[0].isalpha() or not word.replace("-", "").isalpha():
        return False
    if word in vocabulary("group_stops") or word in vocabulary("count_cues") or word.endswith("nya"):
        return False
    return not (len(word) >= _SHORTEST_VERB and word.startswith(_VERB_PREFIXES))
