"""Forms: how the press writes a fact, as a line that reads like the press, compiled to spaCy's Matcher.

    form = "{type} {nomor?} {number} {tahun?} {year}"

A form is a row of parts with spaces between them:

    {list}        a word or phrase of patterns/words/list.txt, or a shape (see SHAPES)
    {slot:list}   the same, under another name
    kota|kabupaten  one of these words, as they stand (capitals do not count)
    ...           up to four units of any kind; `...8` up to eight

A `?` behind a part makes it optional (`{list?}`, `nomor?`), a `+` lets it repeat up to six times (`{Name+}`), a `*`
does both. A unit is a phrase of a list, a number with its multiplier, or else a token; a form never crosses the end of
a sentence.
"""

import re
from typing import Any, NamedTuple

from extractor.errors import PatternError

SHAPES = {
    "number": "a number in digits or words, with its multiplier: 1.316, 117 ribu, tiga",
    "year": "a year in four digits from 1900 to 2099",
    "slashed": "digits with slashes or several stops in them: 188.45/123/2024",
    "Name": "a word that starts with a capital letter",
    "word": "any other word",
    "mark": "a punctuation mark",
}
REPEATS, GAP = 6, 4
_PART = re.compile(
    r"\{(?:(?P<slot>[a-z_]{1,30}):)?(?P<list>[A-Za-z_]{1,30})(?P<many>[?+*]?)\}|\.\.\.(?P<gap>\d{0,2})|(?P<words>[^\s{}]{1,200})"
)


class Part(NamedTuple):
    """One part of a form; exactly one of `list`, `words`, `gap` is set. `least` and `most` count units."""

    slot: str | None
    list: str | None
    words: tuple[str, ...]
    gap: bool
    least: int
    most: int


class Form(NamedTuple):
    """A form as its file prints it, the line on which it stands there, and its parts."""

    printed: str
    line: int
    parts: tuple[Part, ...]


def parse_form(form: str, file: str, line: int) -> Form:
    """Read a form; refuses what it cannot read, with the place of the trouble."""
    parts = []
    for text in form.split():
        found = _PART.fullmatch(text)
        if not found:
            raise PatternError(file, line, f"cannot read {text!r} in the form {form!r}")
        parts.append(_part(found))
    if not any(part.least for part in parts):
        raise PatternError(file, line, f"the form {form!r} can match nothing at all")
    return Form(form, line, tuple(parts))


def _part(found: re.Match[str]) -> Part:
    if found["list"]:
        least, most = {"": (1, 1), "?": (0, 1), "+": (1, REPEATS), "*": (0, REPEATS)}[found["many"]]
        return Part(found["slot"] or found["list"], found["list"], (), False, least, most)
    if found["gap"] is not None:
        return Part(None, None, (), True, 0, int(found["gap"] or GAP))
    text = found["words"]
    optional = len(text) > 1 and text.endswith("?")
    words = tuple(word.lower() for word in (text[:-1] if optional else text).split("|"))
    return Part(None, None, words, False, 0 if optional else 1, 1)


def to_spacy(part: Part, tags: dict[str, list[str]]) -> dict[str, Any]:
    """The part as a token pattern of spaCy's Matcher; `tags` names the unit tags that hold each list or shape."""
    if part.gap:
        token: dict[str, Any] = {}
    elif part.list:
        token = {"TAG": _one_of(tags[part.list])}
    else:
        token = {"ORTH": _one_of(list(part.words))}
    if (part.least, part.most) != (1, 1):
        token["OP"] = f"{{{part.least},{part.most}}}" if part.most > 1 else "?"
    return token


def _one_of(values: list[str]) -> Any:
    """What a token's attribute must be; spaCy asks for a set in Python, for a single value in C."""
    return {"IN": values} if len(values) > 1 else values[0]
