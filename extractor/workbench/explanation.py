"""Explanation: what was read in a text and by which pattern; and where little was, how near the forms came.

Pure, as `extract` is. Its parts are plain tuples that the command prints for people or as JSON.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from extractor.annotate import Story, annotate
from extractor.article import Page, Span
from extractor.assemble import assemble, read_scene
from extractor.assemble.triggers import trigger_mentions
from extractor.clean import clean
from extractor.facts import KINDS, Extraction, Fact, Facts
from extractor.patterns import Patterns, Units
from extractor.patterns.attempts import Attempt, attempts
from extractor.patterns.forms import SHAPES, Part
from extractor.workbench.trials import facts_of, fields

_NEAR = 0.34
"""The share of a form from which on an attempt is worth telling."""
_PLACES = 6
"""Places in the text whose attempts are told."""


class Place(NamedTuple):
    """Where something stands in the patterns folder."""

    file: str
    line: int


class Found(NamedTuple):
    """A fact or record, the words that prove it, and its pattern with its place, where it was read by one of a file."""

    kind: str
    words: tuple[str, ...]
    fields: dict[str, Any]
    pattern: str
    place: Place | None


class Near(NamedTuple):
    """A form that was not read: the words it found, and the part it wanted behind them (`before`: before them) instead.

    `wanted` is None where the form was found whole and the reader of its kind still made no fact of it. `instead` is
    the word that stands there, None at the end of the sentence.
    """

    kind: str
    pattern: str
    place: Place
    form: str
    words: str
    wanted: str | None
    meaning: str | None
    before: bool
    instead: str | None
    nearness: float


class Known(NamedTuple):
    """Words that stand in word lists, or are a number: each list with what they stand for in it."""

    words: str
    lists: dict[str, str]
    number: float | int | None


class Heard(NamedTuple):
    """What matters to an award record: of which sort it is, and its words."""

    sort: str
    words: str


class Explanation(NamedTuple):
    """All that can be said of how a text was read; `awards` is what the records had to be made of."""

    text: str
    found: tuple[Found, ...]
    near: tuple[Near, ...]
    known: tuple[Known, ...]
    awards: tuple[Heard, ...]

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON prints it."""
        return {
            "text": self.text,
            "found": [one._asdict() | {"place": one.place and one.place._asdict()} for one in self.found],
            "near": [one._asdict() | {"place": one.place._asdict()} for one in self.near],
            "known": [one._asdict() for one in self.known],
            "awards": [one._asdict() for one in self.awards],
        }


def explain(source: str | Page, kind: str | None = None, book: Patterns | None = None) -> Explanation:
    """How a text was read: all kinds, or one; `near` then holds every attempt of it. Raises as `extract` does."""
    article = clean(source)
    story, facts = annotate(article, book)
    extraction = Extraction(article, facts, assemble(story, facts))
    kinds = [kind] if kind else [*KINDS, "records"]
    places = {pattern.name: Place(pattern.file, pattern.line) for pattern in story.patterns.every}
    found = [_found(one, fact, article.text, places) for one in kinds for fact in facts_of(extraction, one)]
    near = _near_one(story, kind, extraction) if kind else _near_all(story, extraction)
    awards = _heard(story, facts) if "records" in kinds else ()
    return Explanation(article.text, tuple(found), tuple(near), _known(story), awards)


def _found(kind: str, fact: Fact, text: str, places: dict[str, Place]) -> Found:
    words = tuple(" ".join(text[start:end].split()) for start, end in fact.spans)
    return Found(kind, words, fields(fact), fact.pattern, places.get(fact.pattern))


def _near_all(story: Story, extraction: Extraction) -> list[Near]:
    """The best attempts at words that no fact of any kind holds: one of each kind and place, at few places.

    An attempt within the words of a better one tells nothing more. Award records are told otherwise: their forms are
    single words, and it is their meeting that counts.
    """
    read = [span for kind in KINDS for fact in facts_of(extraction, kind) for span in fact.spans]
    units, places = story.units, dict[tuple[int, int], dict[str, Attempt]]()
    for attempt in _attempts(story, *KINDS):
        place = attempt.start, attempt.end
        within = _lies_in(_without_marks(units, *place), read) or _lies_in(place, places.keys() - {place})
        telling = attempt.nearness >= _NEAR and not _says_little(attempt, units)
        if telling and not within:
            places.setdefault(place, {}).setdefault(attempt.pattern.kind, attempt)
    return [_told(story, attempt) for kinds in list(places.values())[:_PLACES] for attempt in kinds.values()]


def _says_little(attempt: Attempt, units: Units) -> bool:
    """Whether a form found nothing but a year or a word of its own, or is whole and asks for no words at all."""
    if len(attempt.found) == 1 and attempt.missing:
        return attempt.found[0].list is None or units.has(attempt.start, "year")
    return attempt.wanted is None and not attempt.in_words


def _near_one(story: Story, kind: str, extraction: Extraction) -> list[Near]:
    """The best attempts of a kind at words that none of its facts holds, one of each pattern and place."""
    read = [span for fact in facts_of(extraction, kind) for span in fact.spans]
    told: dict[tuple[str, int], Attempt] = {}
    for attempt in _attempts(story, kind):
        if not _lies_in(story.units.offsets(attempt.start, attempt.end), read):
            told.setdefault((attempt.pattern.name, attempt.start), attempt)
    return [_told(story, attempt) for attempt in told.values()]


def _attempts(story: Story, *kinds: str) -> list[Attempt]:
    book = story.patterns
    patterns = [pattern for pattern in book.every if pattern.kind in kinds]
    return attempts(patterns, story.units, book.lexicon, book.anchors)


def _without_marks(units: Units, start: int, end: int) -> Span:
    """The characters of units without the punctuation at their ends."""
    while end > start + 1 and units.has(end - 1, "mark"):
        end -= 1
    while start < end - 1 and units.has(start, "mark"):
        start += 1
    return units.offsets(start, end)


def _lies_in(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _told(story: Story, attempt: Attempt) -> Near:
    units = story.units
    at = attempt.start - 1 if attempt.before else attempt.end
    first, last = units.sentence(attempt.start)
    instead = units.said(at, at + 1) if first <= at < last else None
    pattern, part = attempt.pattern, attempt.wanted
    return Near(
        kind=pattern.kind,
        pattern=pattern.name,
        place=Place(pattern.file, attempt.form.line),
        form=attempt.form.printed,
        words=units.on_one_line(attempt.start, attempt.end),
        wanted=_printed(part) if part else None,
        meaning=_meaning(story.patterns, part) if part else None,
        before=attempt.before,
        instead=instead if part else None,
        nearness=round(attempt.nearness, 2),
    )


def _printed(part: Part) -> str:
    return f"{{{part.list}}}" if part.list else "|".join(part.words)


def _meaning(book: Patterns, part: Part) -> str | None:
    """What a part asks for, in words for a person; None where it says so itself."""
    if part.list is None:
        return None
    if part.list in SHAPES:
        return SHAPES[part.list]
    words = book.lexicon.lists[part.list]
    few = ", ".join(entry.phrase for entry in words.entries[:3])
    return f"one of {f'patterns/{words.file}' if '/' in words.file else f'the {words.file}'}: {few} ..."


def _known(story: Story) -> tuple[Known, ...]:
    units, found = story.units, []
    for unit in units.tagged:
        quantity = units.quantities.get(unit)
        names = [name for name in units.tags[unit].split("|") if name not in SHAPES and not name.startswith("=")]
        if names or quantity:
            lists = {name: story.value(unit, name) for name in names}
            found.append(Known(units.said(unit, unit + 1), lists, quantity.value if quantity else None))
    return tuple(found)


def _heard(story: Story, facts: Facts) -> tuple[Heard, ...]:
    """What the story says of awards, in its order; where none is named, but one is spoken of, the words that win it."""
    units = story.units
    mentions = read_scene(story, facts).mentions
    if not mentions and any(units.has(unit, name) for unit in units.tagged for name in ("award_nouns", "award_heads")):
        mentions = trigger_mentions(story)
    if not mentions:
        return ()
    heard = [(mention.start, Heard(mention.sort, units.said(mention.start, mention.end))) for mention in mentions]
    for sort in ("hope", "denial", "refutation"):
        heard += [(unit, Heard(sort, units.said(unit, unit + 1))) for unit in units.tagged if units.has(unit, sort)]
    return tuple(one for _, one in sorted(heard, key=lambda placed: placed[0]))
