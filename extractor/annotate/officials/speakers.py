"""Speakers: whose words a sentence is, of the officials that a story names.

    "...", ujar Maulana.     kata Wali Kota Maulana     Menurut Maulana, ...        the verb, then the speaker
    Maulana mengatakan ...   Bupati X, Winarti, menyebut ...                        the speaker, then the verb
    "...", ujarnya.          Ia menambahkan ...         kata dia                    the one who spoke last
    "... . ..." ujar X.      a quotation over several sentences of a paragraph      whoever closes it

A speaker named by the post alone ("kata Bupati") is the official in that post, where only one is. None: what the paper
says itself, what somebody without a public post says.
"""

from collections import defaultdict
from collections.abc import Sequence

from extractor.annotate.story import Story
from extractor.facts import Official

_BACK = 15
"""How many sentences before its own a speaker is looked for: two paragraphs and more of one speech."""
_LONGEST = 300
_PRONOUNS = frozenset(("ia", "dia", "beliau", "pihaknya", "dirinya", "lagi", "lebih"))
_ASIDE = frozenset(("didampingi", "bersama", "diwakili", "disaksikan", "kepada", "mendampingi", "mewakili"))
_QUOTES = frozenset(('"', "“", "”", "„", "«", "»"))

_UNKNOWN = object()


class Speakers:
    """The officials of a story, asked whose words a sentence is."""

    def __init__(self, story: Story, officials: Sequence[Official]) -> None:
        self._story = story
        self._names = _names(story, officials)
        self._in_role = defaultdict[str, list[Official]](list)
        for official in officials:
            self._in_role[official.role].append(official)

    def of(self, unit: int) -> Official | None:
        """The official whose words the sentence at `unit` are; None where it is nobody's or not an official's."""
        if not self._names:
            return None
        sentence = self._story.units.reading.sentence_of[self._story.units.starts[unit]]
        said = self._attributed(sentence)
        if isinstance(said, Official):
            return said
        quoted = _is_quoted(self._story, unit)
        if said is None and not quoted:
            return None
        if said is None:
            closing = self._closing(sentence)
            if closing is not None:
                return closing if isinstance(closing, Official) else self._last(sentence)
        return self._last(sentence)

    def before(self, unit: int) -> Official | None:
        """The official whose words the sentence before the one at `unit` are, in its paragraph: the paper goes on."""
        reading = self._story.units.reading
        sentence = reading.sentence_of[self._story.units.starts[unit]]
        first, _ = reading.sentences[sentence]
        if not sentence or reading.paragraph_of[first - 1] != reading.paragraph_of[first]:
            return None
        return self.of(self._story.units.unit_of[first - 1])

    def _attributed(self, sentence: int) -> object:
        """To whom a sentence is attributed: an official, _UNKNOWN for the one who spoke last, None where to nobody."""
        first, last = _units(self._story, sentence)
        found: object = None
        for unit in range(first, last):
            if not self._story.units.has(unit, "speech"):
                continue
            side = self._story.value(unit, "speech")
            said: object = _UNKNOWN
            if side == "before":
                said = self._behind_verb(unit, last)
            elif side == "after":
                said = self._before_verb(unit, first)
            if isinstance(said, Official):
                return said
            found = found or said
        return found

    def _behind_verb(self, verb: int, last: int) -> object:
        for unit in range(verb + 1, min(verb + 4, last)):
            if unit in self._names:
                return self._names[unit]
            if self._story.units.has(unit, "roles"):
                return self._in_post(unit)
            if self._story.units.words[unit] in _PRONOUNS:
                return _UNKNOWN
            if self._story.units.words[unit] not in ("oleh", "langsung", "pak", "bu", "bapak", "ibu"):
                return None
        return None

    def _before_verb(self, verb: int, first: int) -> object:
        """The subject of a verb of speech: the nearest official before it who does not merely stand beside another."""
        for unit in range(verb - 1, first - 1, -1):
            if unit in self._names:
                beside = unit > first and self._story.units.words[unit - 1] in _ASIDE
                if not beside:
                    return self._names[unit]
            elif self._story.units.has(unit, "roles") and unit + 3 > verb:
                return self._in_post(unit)
            elif self._story.units.words[unit] in _PRONOUNS and unit + 4 > verb:
                return _UNKNOWN
        return _UNKNOWN if verb == first else None

    def _in_post(self, unit: int) -> Official | None:
        """The only official in the post that a unit names."""
        role = self._story.value(unit, "roles")
        found = self._in_role.get(role, [])
        return found[0] if len(found) == 1 else None

    def _closing(self, sentence: int) -> object:
        """To whom the sentences that follow in the paragraph attribute a quotation; None where to nobody."""
        reading = self._story.units.reading
        paragraph = reading.paragraph_of[reading.sentences[sentence][0]]
        for later in range(sentence + 1, min(sentence + 1 + _BACK, len(reading.sentences))):
            if reading.paragraph_of[reading.sentences[later][0]] != paragraph:
                return None
            said = self._attributed(later)
            if said is not None:
                return said
        return None

    def _last(self, sentence: int) -> Official | None:
        """The official who spoke last before a sentence."""
        for earlier in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
            said = self._attributed(earlier)
            if isinstance(said, Official):
                return said
        return None


def _names(story: Story, officials: Sequence[Official]) -> dict[int, Official]:
    """The officials by the unit at which the story begins to name them."""
    reading, unit_of = story.units.reading, story.units.unit_of
    return {unit_of[reading.token_at(start)]: one for one in officials for start, _ in one.spans}


def _units(story: Story, sentence: int) -> tuple[int, int]:
    """The units of a sentence, cut at a length that no sentence of the press has."""
    first, last = story.units.reading.sentences[sentence]
    start = story.units.unit_of[first]
    return start, min(story.units.unit_of[last - 1] + 1, start + _LONGEST)


def _is_quoted(story: Story, unit: int) -> bool:
    """Whether a unit stands inside a quotation that its paragraph opened."""
    reading = story.units.reading
    token = story.units.starts[unit]
    start = max(reading.paragraphs[reading.paragraph_of[token]][0], token - _LONGEST)
    is_open = False
    for word in reading.words[start:token]:
        if word in _QUOTES:
            is_open = word in "“„«" or (word == '"' and not is_open)
    return is_open
