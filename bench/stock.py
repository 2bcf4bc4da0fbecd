"""spaCy as it comes: `blank("id")` with sentencizer and a SpanRuler over the same names and patterns as ours."""

from collections import defaultdict
from itertools import product
from typing import Any, NamedTuple

import spacy
from spacy.language import Language

from extractor.gazetteer import gazetteer
from extractor.patterns import Patterns
from extractor.patterns.forms import SHAPES, Form, Part

Token = dict[str, Any]

_SHAPES: dict[str, Token] = {
    "number": {"LIKE_NUM": True},
    "year": {"TEXT": {"REGEX": r"^(19|20)\d\d$"}},
    "slashed": {"TEXT": {"REGEX": r"^\d+[/.]\d"}},
    "Name": {"IS_TITLE": True},
    "word": {"IS_ALPHA": True},
    "mark": {"IS_PUNCT": True},
}


class Stock(NamedTuple):
    """The pipeline, and how many rows its ruler has: phrases, and token patterns for how many forms."""

    nlp: Language
    phrases: int
    rows: int
    forms: int


def stock(book: Patterns) -> Stock:
    """Stock spaCy with every phrase of the word lists and every name of the gazetteer as a row of the ruler.

    A form is as many rows of token patterns as its lists have lengths: `{region_kinds} {region}` must find "Kabupaten
    Ende" and "Kabupaten Muaro Jambi". A form of one list alone is no row, as its phrases are.
    """
    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")
    ruler: Any = nlp.add_pipe("span_ruler", config={"phrase_matcher_attr": "LOWER"})
    phrases = [
        {"label": words.name, "pattern": entry.phrase}
        for words in book.lexicon.lists.values()
        for entry in words.entries
    ]
    phrases += [{"label": "region", "pattern": name} for name in _names_below()]
    forms = [(pattern, form) for pattern in book.every for form in pattern.forms if len(form.parts) > 1]
    rows = [{"label": pattern.name, "pattern": row} for pattern, form in forms for row in _rows(form, book)]
    ruler.add_patterns(phrases + rows)
    return Stock(nlp, len(phrases), len(rows), len(forms))


def _names_below() -> list[str]:
    """The names of all districts and villages."""
    places = gazetteer()
    provinces = [code for _, codes in places.phrases() for code in codes if "." not in code]
    names: dict[str, None] = {}
    above = list(dict.fromkeys(provinces))
    while above:
        below = [region for code in above for region in places.children(code)]
        names |= dict.fromkeys(region.name for region in below)
        above = [region.code for region in below if region.code.count(".") < 3]
    return list(names)


def _rows(form: Form, book: Patterns) -> list[list[Token]]:
    parts = [_spelt(part, book) for part in form.parts]
    return [[token for tokens in row for token in tokens] for row in product(*parts)]


def _spelt(part: Part, book: Patterns) -> list[list[Token]]:
    """The part in as many ways as its phrases have lengths."""
    if part.gap:
        return [[_repeated({}, part)]]
    if part.list in SHAPES:
        return [[_repeated(dict(_SHAPES[part.list]), part)]]
    if not part.list:
        return [[_repeated({"LOWER": {"IN": list(part.words)}}, part)]]
    lengths = defaultdict[int, list[list[str]]](list)
    for entry in book.lexicon.lists[part.list].entries:
        words = entry.phrase.lower().split()
        lengths[len(words)].append(words)
    return [
        [_repeated({"LOWER": {"IN": sorted(set(column))}}, part) for column in zip(*phrases, strict=True)]
        for _, phrases in sorted(lengths.items())
    ]


def _repeated(token: Token, part: Part) -> Token:
    if (part.least, part.most) != (1, 1):
        token["OP"] = f"{{{part.least},{part.most}}}" if part.most > 1 else "?"
    return token
