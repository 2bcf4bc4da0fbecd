"""Compiled forms: what must stand round a unit for a form to rest on it, and spaCy's Matcher for the forms that vary.

A form whose parts are one unit each, may be missing or leave short gaps is some rows of units: these are compared one
by one, as most runs of a Matcher would be over a few units each and cost more than all else. Where parts repeat, the
Matcher reads a window round the anchor. Either only where each part that must be there does stand in reach.
"""

from collections.abc import Iterable
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple, cast

from extractor.language import vocab
from extractor.patterns.forms import Form, Part, to_spacy
from extractor.patterns.patternfiles import Pattern
from extractor.patterns.units import Units

if TYPE_CHECKING:
    from spacy.matcher import Matcher

_MOST_ROWS, _FEW_ROWS = 64, 4
_ELSE = "·"
"""What stands in a window for a word that no form asks for: so the vocabulary does not grow with the press."""

Slots = dict[str, tuple[int, int]]
Found = tuple[int, int, Slots]
"""Units [start, end) where a form stands, and the units [start, end) that each slot took."""


class Need(NamedTuple):
    """One of these tags or words must stand `low` to `high` units behind the anchor (before it: below 0)."""

    low: int
    high: int
    tags: frozenset[str]
    words: frozenset[str]


class Row(NamedTuple):
    """Units that follow each other, `start` to `end` counted from the anchor, and the slots among them."""

    start: int
    end: int
    needs: tuple[Need, ...]
    slots: tuple[tuple[str, int, int], ...]


class Window(NamedTuple):
    """The units `start` to `end`, counted from the anchor, in which a Matcher looks for a form; what it needs there."""

    start: int
    end: int
    needs: tuple[Need, ...]
    matcher: "Matcher"
    words: frozenset[str]


class Compiled(NamedTuple):
    """A form to be tried at its anchor: as rows, the longest first, or else in a window; `number` counts all forms.

    `reach` is what must stand near the anchor for any of many rows.
    """

    number: int
    pattern: Pattern
    form: Form
    reach: tuple[Need, ...]
    rows: tuple[Row, ...]
    window: Window | None

    @property
    def doors(self) -> tuple[Need, ...]:
        """Needs right beside the anchor one of which must hold; none where the form is to be tried in any case."""
        nearest = [one.needs[0] if one.needs else None for one in (*self.rows, self.window) if one]
        doors = tuple(need for need in nearest if need and need.low == need.high and abs(need.low) == 1)
        return doors if len(doors) == len(nearest) else ()


def compile_form(number: int, pattern: Pattern, form: Form, anchor: int, tags: dict[str, list[str]]) -> Compiled:
    """A form that rests on its part `anchor`; `tags` names the unit tags that hold each list or shape."""
    repeats = any(part.most > 1 and not part.gap for part in form.parts)
    if repeats or prod(part.most - part.least + 1 for part in form.parts) > _MOST_ROWS:
        return Compiled(number, pattern, form, (), (), _window(form, anchor, tags))
    choices = product(*[range(part.most, part.least - 1, -1) for part in form.parts])
    taken = ([at for at, units in enumerate(choice) for _ in range(units)] for choice in choices)
    rows = sorted((_row(form, parts, anchor, tags) for parts in taken), key=lambda row: row.start - row.end)
    reach = _reach(form, anchor, tags)[0] if len(rows) > _FEW_ROWS else ()
    return Compiled(number, pattern, form, reach, tuple(rows), None)


def compare(compiled: Compiled, units: Units, unit: int, sentence: tuple[int, int]) -> Iterable[Found]:
    """The longest row of a form that stands round a unit, within its sentence."""
    first, last = sentence
    tags, words = units.tags, units.words
    for need in compiled.reach:
        if not _stands(need, units, unit, sentence):
            return ()
    for start, end, needs, slots in compiled.rows:
        if unit + start < first or unit + end > last:
            continue
        for at, _, need_tags, need_words in needs:
            if tags[unit + at] not in need_tags and words[unit + at] not in need_words:
                break
        else:
            return [(unit + start, unit + end, {name: (unit + low, unit + high) for name, low, high in slots})]
    return ()


def look(compiled: Compiled, units: Units, unit: int, sentence: tuple[int, int]) -> Iterable[Found]:
    """What a form's Matcher finds in the window round a unit, within its sentence."""
    from spacy.tokens import Doc

    window = cast("Window", compiled.window)
    first, last = sentence
    for need in window.needs:
        if not _stands(need, units, unit, sentence):
            return ()
    low, high = max(first, unit + window.start), min(last, unit + window.end)
    words = [word if word in window.words else _ELSE for word in units.words[low:high]]
    matches = window.matcher(Doc(vocab(), words=words, tags=units.tags[low:high]), with_alignments=True)
    return [
        (low + start, low + end, _slots(compiled.form, low + start, parts))
        for _, start, end, parts in cast("list[tuple[int, int, int, list[int]]]", matches)
    ]


def _stands(need: Need, units: Units, unit: int, sentence: tuple[int, int]) -> bool:
    """Whether a part that a form needs stands in reach of its anchor."""
    low, high, tags, words = need
    for at in range(max(sentence[0], unit + low), min(sentence[1], unit + high + 1)):
        if units.tags[at] in tags or units.words[at] in words:
            return True
    return False


def _slots(form: Form, start: int, parts: Iterable[int]) -> Slots:
    """The units that each slot takes where the units from `start` on are these parts of a form."""
    slots: Slots = {}
    for at, part in enumerate(parts, start):
        if slot := form.parts[part].slot:
            slots[slot] = (slots[slot][0] if slot in slots else at, at + 1)
    return slots


def _row(form: Form, parts: list[int], anchor: int, tags: dict[str, list[str]]) -> Row:
    """The row of these parts of a form."""
    start = -parts.index(anchor)
    needed = [(at, form.parts[part]) for at, part in enumerate(parts, start) if part != anchor]
    needs = [_need(part, at, at, tags) for at, part in needed if not part.gap]
    slots = tuple((name, *span) for name, span in _slots(form, start, parts).items())
    return Row(start, start + len(parts), _nearest(needs), slots)


def _window(form: Form, anchor: int, tags: dict[str, list[str]]) -> Window:
    from spacy.matcher import Matcher

    matcher = Matcher(vocab())
    matcher.add("form", [[to_spacy(part, tags) for part in form.parts]], greedy="LONGEST")
    needs, left, right = _reach(form, anchor, tags)
    words = frozenset(word for part in form.parts for word in part.words)
    return Window(-left, right + 1, needs, matcher, words)


def _reach(form: Form, anchor: int, tags: dict[str, list[str]]) -> tuple[tuple[Need, ...], int, int]:
    """What a form needs round its anchor, and how far it reaches before and behind it."""
    more = form.parts[anchor].most - 1
    behind, right = _needs(form.parts[anchor + 1 :], more, tags)
    before, left = _needs(form.parts[:anchor][::-1], more, tags)
    needs = behind + [need._replace(low=-need.high, high=-need.low) for need in before]
    return _nearest(needs), left, right


def _needs(parts: Iterable[Part], more: int, tags: dict[str, list[str]]) -> tuple[list[Need], int]:
    """What parts need on one side of an anchor that may take `more` units itself, and how far away they reach."""
    needs, least, most = [], 0, more
    for part in parts:
        if part.least and not part.gap:
            needs.append(_need(part, least + 1, most + 1, tags))
        least, most = least + part.least, most + part.most
    return needs, most


def _need(part: Part, low: int, high: int, tags: dict[str, list[str]]) -> Need:
    return Need(low, high, frozenset(tags[part.list] if part.list else ()), frozenset(part.words))


def _nearest(needs: list[Need]) -> tuple[Need, ...]:
    """The needs, those first that name the fewest places."""
    return tuple(sorted(needs, key=lambda need: (need.high - need.low, abs(need.low))))
