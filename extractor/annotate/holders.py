"""Holders: the persons in public posts that a story names, each once, with every place where it names them.

Two namings are one person where the words of one name are among the other's and their posts agree, or where the names
are equal. Two persons with the same first name stay two. Later mentions by one name ("Maulana", "Sonny") belong to the
only holder who bears it.
"""

from collections import Counter
from typing import NamedTuple

from extractor.annotate.names import Name, is_name_word
from extractor.annotate.posts import Post
from extractor.annotate.setting import Setting, is_degree
from extractor.patterns.vocabulary import vocabulary


class Naming(NamedTuple):
    """A place where the story puts a name and a post together: tokens [start, end)."""

    start: int
    end: int
    name: Name
    post: Post
    pattern: str


class Holder:
    """A person: namings in the order found, and the tokens of later mentions."""

    def __init__(self, naming: Naming) -> None:
        self.namings = [naming]
        self.mentions: list[tuple[int, int]] = []
        self.keys = keys(naming.name.words)

    def add(self, naming: Naming) -> None:
        """Take one more naming of the same person."""
        self.namings.append(naming)
        self.keys |= keys(naming.name.words)

    @property
    def name(self) -> str:
        """The fullest form of the name; the first of equals."""
        forms: list[tuple[str, ...]] = [naming.name.words for naming in self.namings]
        return " ".join(_longest(forms))

    def fullest(self, field: str) -> tuple[str, ...]:
        """The longest list of honorifics or degrees with which the story prints the name."""
        forms: list[tuple[str, ...]] = [getattr(naming.name, field) for naming in self.namings]
        return _longest(forms)


def _longest(forms: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The form with the most words, the first of equals."""
    return sorted(forms, key=len, reverse=True)[0]


def key(word: str) -> str:
    """A name's word as compared: lower case, without signs."""
    return "".join(letter for letter in word.lower() if letter.isalpha())


def keys(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a name as compared."""
    return frozenset(filter(None, map(key, words)))


def gather(namings: list[Naming]) -> list[Holder]:
    """The holders of namings, in text order."""
    holders: list[Holder] = []
    for naming in namings:
        same = [holder for holder in holders if _is_same(holder, naming)]
        if same:
            same[-1].add(naming)
        else:
            holders.append(Holder(naming))
    return holders


def _is_same(holder: Holder, naming: Naming) -> bool:
    new = keys(naming.name.words)
    if new == holder.keys:
        return True
    agreed = any(_agree(known.post, naming.post) for known in holder.namings)
    if new <= holder.keys or holder.keys <= new:
        return agreed and any(len(word) > 2 for word in new & holder.keys)
    return agreed and _misspelt(holder.namings[0].name.words, naming.name.words)


def _agree(one: Post, other: Post) -> bool:
    """Whether two posts can be one: the same words, and no two different regions or bodies."""
    if one.role != other.role and not _is_short_for(one.role, other.role):
        return False
    return not (one.code and other.code and one.code != other.code)


def _is_short_for(one: str, other: str) -> bool:
    return one.startswith(other + " ") or other.startswith(one + " ")


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of as many words differ by a letter or two of one word."""
    if len(one) != len(other) or len(one) < 2:
        return False
    different = [(key(a), key(b)) for a, b in zip(one, other, strict=True) if key(a) != key(b)]
    return len(different) == 1 and _close(*different[0])


def _close(one: str, other: str) -> bool:
    spare = Counter(one)
    spare.subtract(other)
    return min(len(one), len(other)) > 3 and one[0] == other[0] and sum(map(abs, spare.values())) <= 2


def find_mentions(setting: Setting, holders: list[Holder]) -> None:
    """Give each holder the places where words of the name stand alone that only this holder bears."""
    bearers = Counter(word for holder in holders for word in holder.keys)
    taken = {token for holder in holders for naming in holder.namings for token in range(naming.start, naming.end)}
    for holder in holders:
        words = {word for naming in holder.namings for word in naming.name.words if _can_stand_alone(word)}
        own = {word for word in words if bearers[key(word)] == 1}
        for word in sorted(own):
            _mentions_of(setting, holder, word, own, taken)


def _can_stand_alone(word: str) -> bool:
    return len(word) > 2 and "." not in word and not is_degree(word) and word not in vocabulary("fields")


def _mentions_of(setting: Setting, holder: Holder, word: str, own: set[str], taken: set[int]) -> None:
    text, reading = setting.reading.text, setting.reading
    at = text.find(word)
    while at >= 0:
        token = reading.token_at(at)
        if token < len(setting.words) and setting.words[token] == word and token not in taken:
            start, end = _run(setting, token, own, taken)
            if _is_alone(setting, start, end, holder.keys):
                holder.mentions.append((start, end))
                taken.update(range(start, end))
        at = text.find(word, at + len(word))


def _run(setting: Setting, token: int, own: set[str], taken: set[int]) -> tuple[int, int]:
    """The run of a name's words round a token, within its sentence and each word once."""
    first, last = setting.reading.sentences[setting.reading.sentence_of[token]]
    start, end = token, token + 1
    while start > first and setting.words[start - 1] in own - set(setting.words[start:end]) and start - 1 not in taken:
        start -= 1
    while end < last and setting.words[end] in own - set(setting.words[start:end]) and end not in taken:
        end += 1
    return start, end


def _is_alone(setting: Setting, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether no other name's words stand round tokens [start, end), and no region is read there."""
    if any(setting.placed(token) for token in range(start, end)):
        return False
    last = len(setting.words)
    if (
        end < last
        and is_name_word(setting, end, last)
        and key(setting.words[end]) not in known
        and not setting.in_headline(end)
    ):
        return False
    if start == 0 or start == setting.sentence_start(start) or setting.in_headline(start):
        return True
    before = start - 1
    foreign = is_name_word(setting, before, start) and key(setting.words[before]) not in known
    return not foreign or before == setting.sentence_start(before)
