"""Groups: how the press names those whom it counts, "pekerja rentan", "guru honorer SMA/SMK", "nelayan dan petani".

A group is a head of patterns/words/worker_groups.txt with its tail: words of patterns/vocabulary/group_tails.txt,
up to two open nouns ("buruh tani tembakau"), and what "dan", "serta" or a comma adds where another head or tail
word follows. It ends at a verb, a preposition (patterns/vocabulary/group_stops.txt), a number or a mark.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from extractor import folders
from extractor.annotate.story import Story
from extractor.language import positions
from extractor.patterns.vocabulary import vocabulary
from extractor.patterns.wordlists import read_word_list

_JOINTS = frozenset(("dan", "serta", "atau", "maupun", "&", "hingga", "dan/atau"))
_COMMAS = frozenset((",", "/"))
_VERB_PREFIXES = ("mem", "men", "meng", "meny", "mel", "mer", "mew", "di", "ter", "ber")
_SHORTEST_VERB = 6
_POSSESSIVE = "nya"
_RECEIVERS = ("member", "candidate")
_NO_HEADS = ("count_nouns", "group_tails")
_OPEN_NOUNS = 2
_LONGEST_GROUP = 14


class Group(NamedTuple):
    """Units [start, end) that name a group, and its kind: trade, worker, member, candidate, workforce, people,
    segment, open.
    """

    start: int
    end: int
    kind: str


class _Phrases(NamedTuple):
    """Phrases with what they stand for; by first word the numbers of words that phrases have, longest first, and the
    words that go on with it.
    """

    values: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]
    seconds: Mapping[str, frozenset[str]]
    firsts: frozenset[str]


@cache
def _heads() -> _Phrases:
    """The heads of groups, in small letters, with their kinds."""
    words = read_word_list(folders.patterns() / "words" / "worker_groups.txt")
    kinds = {entry.phrase.lower(): "trade" if entry.value == entry.phrase else entry.value for entry in words.entries}
    return _phrases(kinds)


@cache
def _vocabulary(name: str) -> _Phrases:
    return _phrases(vocabulary(name))


def _phrases(values: Mapping[str, str]) -> _Phrases:
    lengths, seconds = defaultdict[str, set[int]](set), defaultdict[str, set[str]](set)
    for phrase in values:
        words = phrase.split(" ")
        lengths[words[0]].add(len(words))
        seconds[words[0]].update(words[1:2])
    ordered = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
    return _Phrases(values, ordered, {word: frozenset(seconds[word]) for word in ordered}, frozenset(ordered))


def _longest(story: Story, unit: int, phrases: _Phrases, end: int) -> tuple[str, int] | None:
    """The value of the longest phrase at a unit, before the unit `end`, and the token behind it."""
    units = story.units
    lowers, first = units.reading.lowers, units.starts[unit]
    word = lowers[first]
    seconds = phrases.seconds.get(word)
    if seconds is None:
        return None
    if first + 1 == len(lowers) or lowers[first + 1] not in seconds:
        value = phrases.values.get(word)
        return (value, first + 1) if value is not None else None
    for length in phrases.lengths[word]:
        value = phrases.values.get(" ".join(lowers[first : first + length]))
        if value is not None and first + length <= units.ends[end - 1]:
            return value, first + length
    return None


def phrase_in(story: Story, unit: int, name: str, end: int) -> tuple[str, int] | None:
    """The value of the longest phrase of the vocabulary `name` at a unit, before the unit `end`, and the unit
    behind it.
    """
    found = _longest(story, unit, _vocabulary(name), end) if unit < end else None
    return (found[0], story.units.unit_of[found[1] - 1] + 1) if found else None


def phrases_in(story: Story, name: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The phrases of the vocabulary `name` in units [start, end): the value of each and the unit where it begins."""
    if start >= end:
        return
    units, phrases = story.units, _vocabulary(name)
    lowers, lengths, values = units.reading.lowers, phrases.lengths, phrases.values
    first, last = units.starts[start], units.ends[end - 1]
    behind = first
    for head in positions(lowers[first:last] if last - first < len(lowers) else lowers, phrases.firsts):
        token = first + head
        if token < behind:
            continue
        for length in lengths[lowers[token]]:
            value = values.get(" ".join(lowers[token : token + length]))
            if value is not None and token + length <= last:
                yield value, units.unit_of[token]
                behind = token + length
                break


def head_at(story: Story, unit: int) -> Group | None:
    """The head that begins at a unit, in small letters or capitals, and that no other phrase goes on from."""
    units, heads = story.units, _heads()
    if units.reading.lowers[units.starts[unit]] not in heads.firsts:
        return None
    _, last = units.sentence(unit)
    found = _longest(story, unit, heads, last)
    if found is None:
        return None
    end = units.unit_of[found[1] - 1] + 1
    return Group(unit, end, found[0]) if units.ends[end - 1] == found[1] else None


def group_at(story: Story, unit: int) -> Group | None:
    """The whole group whose head begins at a unit; None for those who receive prizes and compete."""
    head = head_at(story, unit)
    if head is None:
        return None
    units = story.units
    if head.kind in _RECEIVERS and head.end < len(units.words):
        behind = units.reading.lowers[units.starts[head.end]]
        if behind in vocabulary("not_receivers") or units.has(head.end, "award"):
            return None
    end = head.end
    if head.kind == "people" and end < len(units.words) and units.has(end, "region"):
        end += 1
    return head._replace(end=_tail(story, end))


def possessed_at(story: Story, unit: int) -> Group | None:
    """A head with "-nya" that no list holds: "89 persen penduduknya", "nelayannya"."""
    word = story.units.words[unit]
    kind = _heads().values.get(word.removesuffix(_POSSESSIVE)) if word.endswith(_POSSESSIVE) else None
    return Group(unit, unit + 1, kind) if kind else None


def open_group_at(story: Story, unit: int) -> Group | None:
    """A group under a name that no list holds ("1.120 juru pelihara candi"): a plain noun with its tail."""
    _, last = story.units.sentence(unit)
    word = story.units.words[unit] if unit < last else ""
    if not word or not is_open_noun(story, unit) or any(word in vocabulary(name) for name in _NO_HEADS):
        return None
    return Group(unit, _tail(story, unit + 1), "open")


def _tail(story: Story, unit: int) -> int:
    """The unit behind the tail that begins at a unit, with what joints and commas add to it."""
    _, last = story.units.sentence(unit - 1)
    last = min(last, unit + _LONGEST_GROUP)
    end = _item(story, unit, last)
    while end < last:
        behind = _joined(story, end, last)
        if behind == end:
            break
        end = behind
    return end


def _item(story: Story, unit: int, last: int) -> int:
    """The unit behind the tail words, heads and open nouns that begin at a unit, without joints."""
    open_nouns = 0
    while unit < last:
        behind = _tail_word(story, unit, last)
        if behind is None and open_nouns < _OPEN_NOUNS and is_open_noun(story, unit):
            open_nouns, behind = open_nouns + 1, unit + 1
        if behind is None:
            break
        unit = behind
    return unit


def _tail_word(story: Story, unit: int, last: int) -> int | None:
    """The unit behind a tail word or head at a unit."""
    known = phrase_in(story, unit, "group_tails", last)
    if known:
        return known[1]
    head = head_at(story, unit)
    return head.end if head else None


def _joined(story: Story, unit: int, last: int) -> int:
    """The unit behind what joints add from a unit on: "dan kemasyarakatan", ", petani dan guru ngaji", ", marbot, dan
    juru parkir"; a comma alone adds nothing. The unit itself where nothing is added.
    """
    words, end = story.units.words, unit
    while end + 1 < last and words[end] in _COMMAS and head_at(story, end + 1):
        end = _item(story, end + 1, last)
    if end + 1 < last and words[end] == "," and words[end + 1] in _JOINTS:
        end += 1
    if end + 1 >= last or words[end] not in _JOINTS:
        return unit
    behind = _tail_word(story, end + 1, last)
    return _item(story, behind, last) if behind is not None else unit


def is_open_noun(story: Story, unit: int, names: bool = False) -> bool:
    """Whether a unit may be a noun of a group's name: a plain word, no verb, no function word, no word of coverage;
    with `names`, one in capitals too.
    """
    units = story.units
    word = units.words[unit]
    if not (names or units.reading.words[units.starts[unit]].islower()) or not word.replace("-", "").isalpha():
        return False
    if word in vocabulary("group_stops") or word in vocabulary("count_cues") or word.endswith("nya"):
        return False
    return not (len(word) >= _SHORTEST_VERB and word.startswith(_VERB_PREFIXES))
