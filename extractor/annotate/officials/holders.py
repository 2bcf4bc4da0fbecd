"""Holders: the persons in public posts that a story names, each once, with every place where it names them.

Two namings are one person where the words of one name are among the other's and their posts agree, or where the names
are equal. Two persons with the same first name stay two. Later mentions by one name ("Maulana", "Sonny") belong to the
only holder who bears it.
"""

from collections import Counter, defaultdict
from typing import NamedTuple

from extractor.annotate.officials.names import Name, is_name_word
from extractor.annotate.officials.posts import Post
from extractor.annotate.officials.setting import Setting, is_degree
from extractor.language import positions
from extractor.patterns.vocabulary import vocabulary

_MANY = 20
"""Holders with one word of a name in common that a naming is compared with, the last ones."""


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
        return " ".join(sorted(forms, key=_parts, reverse=True)[0])

    def fullest(self, field: str) -> tuple[str, ...]:
        """The longest list of honorifics or degrees with which the story prints the name."""
        forms: list[tuple[str, ...]] = [getattr(naming.name, field) for naming in self.namings]
        return _longest(forms)


def _longest(forms: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The form with the most words, the first of equals."""
    return sorted(forms, key=len, reverse=True)[0]


def _parts(words: tuple[str, ...]) -> int:
    """How many names a name's words print, double ones as two."""
    return sum(len(word.split("-")) for word in words)


def key(word: str) -> str:
    """A name's word as compared: lower case, without signs."""
    return "".join(filter(str.isalpha, word.lower()))


def keys(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a name as compared, the halves of double ones apart."""
    return frozenset(filter(None, map(key, "-".join(words).split("-"))))


def gather(namings: list[Naming]) -> list[Holder]:
    """The holders of namings, in text order."""
    holders: list[Holder] = []
    bearers = defaultdict[str, list[Holder]](list)
    posts = defaultdict[str, list[Holder]](list)
    for naming in namings:
        words = keys(naming.name.words)
        known = [holder for word in sorted(words) for holder in bearers[word] if _is_same(holder, naming)]
        known = known or _sounding_alike(posts[naming.post.role], naming)
        holder = known[-1] if known else Holder(naming)
        if known:
            holder.add(naming)
        else:
            holders.append(holder)
        if holder not in posts[naming.post.role][-_MANY:]:
            posts[naming.post.role].append(holder)
        for word in words:
            if holder not in bearers[word][-_MANY:]:
                bearers[word] = [*bearers[word][-_MANY:], holder]
    return holders


def _is_same(holder: Holder, naming: Naming) -> bool:
    new = keys(naming.name.words)
    if new == holder.keys:
        return True
    agreed = any(_agree(known.post, naming.post) for known in holder.namings)
    if new <= holder.keys or holder.keys <= new:
        return agreed and any(len(word) > 2 for word in new & holder.keys)
    return agreed and _misspelt(holder.namings[0].name.words, naming.name.words)


def _sounding_alike(holders: list[Holder], naming: Naming) -> list[Holder]:
    """The only holder of the same post whom one misspelt word means: "Bupati Hamza" of a Hamzah Yusuf."""
    found = [holder for holder in holders[-_MANY:] if _is_misspelt_mention(holder, naming)]
    return found if len(found) == 1 else []


def _is_misspelt_mention(holder: Holder, naming: Naming) -> bool:
    one, other = naming.name.words, max((known.name.words for known in holder.namings), key=len)
    if min(len(one), len(other)) > 1 or not all(_can_be_one(known.post, naming.post) for known in holder.namings):
        return False
    short, full = sorted((one, other), key=len)
    return any(_close(key(short[0]), key(word)) for word in full)


def _can_be_one(one: Post, other: Post) -> bool:
    """Whether two posts agree and name no two bodies: the heads of two offices may have names that sound alike."""
    bodies = one.organization and other.organization and one.organization != other.organization
    return not bodies and _agree(one, other)


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
    if not one or not other:
        return False
    spare = Counter(one)
    spare.subtract(other)
    return min(len(one), len(other)) > 3 and one[0] == other[0] and sum(map(abs, spare.values())) <= 2


def find_mentions(setting: Setting, holders: list[Holder]) -> None:
    """Give each holder the places where words of the name stand alone that only this holder bears."""
    bearers = Counter(word for holder in holders for word in holder.keys)
    taken = {token for holder in holders for naming in holder.namings for token in range(naming.start, naming.end)}
    owners = {
        word: holder
        for holder in holders
        for naming in holder.namings
        for word in naming.name.words
        if _can_stand_alone(word) and any(bearers[part] == 1 for part in keys((word,)))
    }
    for token in positions(setting.words, set(owners)):
        if token not in taken:
            _mention(setting, owners, token, taken)


def _can_stand_alone(word: str) -> bool:
    return len(word) > 2 and "." not in word and not is_degree(word) and word not in vocabulary("fields")


def _mention(setting: Setting, owners: dict[str, Holder], token: int, taken: set[int]) -> None:
    """Add the run of a name's words that starts at a token, within its sentence and each word once."""
    holder = owners[setting.words[token]]
    limit = setting.reading.sentences[setting.reading.sentence_of[token]][1]
    end = token + 1
    while (
        end < limit and owners.get(setting.words[end]) is holder and setting.words[end] not in setting.words[token:end]
    ):
        end += 1
    if _is_alone(setting, token, end, holder.keys):
        holder.mentions.append((token, end))
        taken.update(range(token, end))


def _is_alone(setting: Setting, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether no other name's words stand round tokens [start, end), and no region is read there."""
    if any(setting.placed(token) for token in range(start, end)):
        return False
    last = len(setting.words)
    if (
        end < last
        and is_name_word(setting, end, last)
        and not keys((setting.words[end],)) <= known
        and not setting.in_headline(end)
    ):
        return False
    if start == 0 or start == setting.sentence_start(start) or setting.in_headline(start):
        return True
    before = start - 1
    foreign = is_name_word(setting, before, start) and not keys((setting.words[before],)) <= known
    return not foreign or before == setting.sentence_start(before)
