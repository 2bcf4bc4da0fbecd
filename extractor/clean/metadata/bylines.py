"""The lines that pages print below the heading: "Penulis: Ona Latupono | Selasa, 26 November 2024 16:42 WITA".

A byline is short, is no sentence, and holds a date or a labelled name. The date behind "Diperbarui" is that of a
change, not of publication.
"""

import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.clean.metadata.moments import Found, Moment, find
from extractor.clean.metadata.words import alternatives, words

if TYPE_CHECKING:
    from extractor.clean.metadata.lines import Line

BARE, FAR = 7, 10
"""The ranks of a byline that is a day and no more: elsewhere than in Indonesia htmldate is asked beside it.

Of one that stands far below its heading htmldate is believed first.
"""
_UNTIL = frozenset("- – — s/d s.d. sampai hingga to until till bis à au al".split())
_WORD = re.compile(r"[^\W\d_]\S*")
_HIJRI = re.compile(r"\b\d{1,2}\s[^\W\d_][^\d|]{2,24}\s1[345]\d\d\s?h\b")  # "5 Rabiul Awal 1445 H" beside a date
_DIGIT = re.compile(r"\d")
_LINE, _REST, _SHORT = 220, 9, 40  # characters of a line, words beside its dates, characters of a date and its label


def dates(lines: "Sequence[Line]", *, month_first: bool = False) -> tuple[list[Moment], list[Moment]]:
    """The dates of publication that bylines name, those first that a label calls so, and those of changes."""
    labelled, published, changed = list[Moment](), list[Moment](), list[Moment]()
    for number, line in enumerate(lines):
        text = line.text
        if not line.dated or len(text) > _LINE:
            continue
        found = list(find(text, month_first=month_first)) or _short(text, month_first)
        if not found or not _is_byline(text, found) or _is_span(text, found):
            continue
        before = lines[number - 1].text[-40:] if number else ""
        for date in found:
            label = text[: date.start] or before
            if not _of_something_else().search(label.lower()):
                kind = changed if is_changed(label) else labelled if is_published(label) else published
                kind.append(date.moment)
    return labelled + published, changed


def _short(text: str, month_first: bool) -> list[Found]:
    """The date "4.12.24" where it is, but for its label, all that a line holds: elsewhere it may be anything.

    A line may begin with "4/12/24", too, before the name of the author.
    """
    found = list(find(text, month_first=month_first, short=True)) if len(text) <= _SHORT else []
    if len(found) != 1:
        return []
    before, behind = (without_labels(part).strip(" ,:|") for part in (text[: found[0].start], text[found[0].end :]))
    is_alone = not before and (not behind or "/" in text[found[0].start : found[0].end])
    return found if is_alone else []


def is_published(before: str) -> bool:
    """Whether the words before a date are a label of publication and no more: "Ditayangkan:", "Posted on Monday,"."""
    return bool(_published().match(before.lower()))


def indonesian(lines: "Sequence[Line]") -> bool:
    """Whether a line with a date names its month, weekday or zone as only Indonesian does."""
    dated = (re.findall(r"[^\W\d_][\w'’]*", line.text.lower()) for line in lines if _DIGIT.search(line.text))
    return any(not words().indonesian_dates.isdisjoint(listed) for listed in dated)


def is_changed(before: str) -> bool:
    """Whether the words before a date say that it is that of a change: "Diperbarui:", "Last updated on Monday,"."""
    return bool(_changed().search(before.lower()))


def without_labels(text: str) -> str:
    """What stands beside a date, in lower case, without labels and weekdays."""
    return _labels().sub(" ", text.lower()).strip()


def _is_span(text: str, found: list[Found]) -> bool:
    """Whether a line says from when to when: "14 Oktober - 20 November 2019" of an exhibition, a series, a contest."""
    between = (text[one.end : other.start].strip().lower() for one, other in pairwise(found))
    return any(joint in _UNTIL for joint in between)


def _is_byline(text: str, found: list[Found]) -> bool:
    """Whether beside its dates a line holds no more than names and labels."""
    rest, at = list[str](), 0
    for date in found:
        rest.append(text[at : date.start])
        at = date.end
    rest.append(text[at:])
    beside = _HIJRI.sub(" ", without_labels(" ".join(rest)))
    if beside.endswith(".") and beside.count(" ") > 2:
        return False
    return len(_WORD.findall(beside)) <= _REST and not ("(" in rest[0] and ")" in rest[-1] and beside.count(" ") > 3)


@functools.cache
def _labels() -> re.Pattern[str]:
    listed = alternatives(
        (*words().published_labels, *words().day_labels, *words().changed_labels, *words().weekdays)
    )
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)\s?:?")


@functools.cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{_label(words().published_labels).pattern}")


@functools.cache
def _changed() -> re.Pattern[str]:
    return _label(words().changed_labels)


@functools.cache
def _of_something_else() -> re.Pattern[str]:
    return _label(words().other_day_labels)


def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    """A label as the last before a date, with a weekday between them perhaps: "Zuletzt geändert am Dienstag, den"."""
    listed, days, joints = map(alternatives, (labels, words().weekdays, words().label_joints))
    clock = r"(?:\s\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?"  # "Last updated at 3:20 PM on 10 March"
    joint, day = rf"(?:\s(?:{joints}){clock})?", rf"(?:(?:{days})\s?,?)?"
    short_day = r":\s?[^\W\d_]{2,3}[.,]{0,2}"  # "Aktuelle Zeit: Fr 3. Mai 2019"
    return re.compile(rf"(?<!\w)(?:{listed})(?:{short_day}|{joint}\s?[:\-–|]?\s?{day}{joint})[\s|,]*$")
