"""How near extracted facts come to gold, by the comparison rules of the annotation guideline.

Facts are the JSON objects that `extractor extract --format jsonl` prints and that gold files hold; nothing here knows
`extractor`. A found fact is a gold fact where the key of its kind agrees; each pairs with one other at most. Its other
fields are attributes, and count only on paired facts. A gold fact marked optional counts neither found nor missed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

Fact = dict[str, Any]

KINDS = (
    "regions",
    "officials",
    "regulations",
    "worker_counts",
    "ranks",
    "dates",
    "coverage",
    "amounts",
    "records",
)
STRICT = "records, strict"
"""Records of which edition, level, outcome and rank are right too, counted as a kind of their own."""

STRICT_FIELDS = ("edition", "level", "outcome", "rank")
ATTRIBUTES = {
    "regions": ("level", "name"),
    "officials": ("role", "status", "jurisdiction", "organization", "honorifics", "degrees"),
    "regulations": ("subject", "issuer", "status"),
    "worker_counts": ("bound", "status", "region"),
    "ranks": ("modality",),
    "dates": ("precision",),
    "coverage": ("status",),
    "amounts": ("suspect",),
    "records": (*STRICT_FIELDS, "scope", "category", "shortlist", "event_date"),
}
_KEYS = {
    "worker_counts": ("count",),
    "ranks": ("kind", "value", "of"),
    "dates": ("value",),
    "coverage": ("value",),
    "amounts": ("value",),
    "regulations": ("type", "year"),
}
_IN_WORDS = {"name", "role", "organization", "subject", "category"}
_LISTS = {"honorifics", "degrees"}
_COMPANIES_ALIKE = 0.6


class Share(NamedTuple):
    """Facts of one kind: how many gold has, how many were found, and how many of these are gold's."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of gold that was found; 1 where gold has nothing."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


class Scores(NamedTuple):
    """The scores of some articles: by kind (with STRICT and "all"), of attributes ("dates.precision"), of spans."""

    kinds: dict[str, Share]
    attributes: dict[str, float]
    spans: int
    spans_out: int
    spans_apart: int


def words(value: object) -> list[str]:
    """The lower-case words of a phrase or a list of phrases; a stop divides no word ("M.K.M."), Walikota is two."""
    text = " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
    return re.findall(r"\w+", text.casefold().replace(".", "").replace("walikota", "wali kota"))


def alike(one: object, other: object, share: float = 0.5) -> bool:
    """Whether two phrases have this share of their words in common, or all words of one stand in the other."""
    first, second = set(words(one)), set(words(other))
    if not first or not second:
        return first == second
    common = first & second
    return common in (first, second) or len(common) >= share * len(first | second)


def same(kind: str, gold: Fact, found: Fact) -> bool:
    """Whether a found fact is the gold fact: the key of its kind agrees."""
    if any(gold.get(name) != found.get(name) for name in _KEYS.get(kind, ())):
        return False
    match kind:
        case "regions" if gold.get("code"):
            return bool(gold["code"] == found.get("code"))
        case "regions":
            return gold.get("level") == found.get("level") and words(gold["name"]) == words(found.get("name"))
        case "officials":
            return words(found.get("name")) in [words(name) for name in (gold["name"], *gold.get("name_variants", ()))]
        case "regulations":
            return words(gold.get("number")) == words(found.get("number"))
        case "worker_counts":
            return alike(gold.get("group"), found.get("group"))
        case "records":
            return words(gold["award"]) == words(found.get("award")) and _same_recipient(gold, found)
    return True


def _same_recipient(gold: Fact, found: Fact) -> bool:
    one, other = gold["recipient"], found.get("recipient") or {}
    if one.get("code"):
        return bool(one["code"] == other.get("code"))
    return alike(one["name"], other.get("name"), _COMPANIES_ALIKE)


def right(name: str, gold: Fact, found: Fact) -> bool:
    """Whether an attribute of a found fact is gold's: names of things by their words, all else to the letter."""
    one, other = gold.get(name), found.get(name)
    if name in _LISTS:
        return words(one) == words(other)
    if name not in _IN_WORDS:
        return bool(one == other)
    if one is None or not other:
        return one is None and not other
    return alike(one, other)


def pairs(kind: str, golds: Sequence[Fact], founds: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Each gold fact with the found one that is it, those first that agree in most attributes, then in their order."""
    options = sorted(
        (-sum(right(name, gold, found) for name in ATTRIBUTES[kind]), i, j)
        for i, gold in enumerate(golds)
        for j, found in enumerate(founds)
        if same(kind, gold, found)
    )
    with_gold: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in options:
        if i not in with_gold and j not in taken:
            with_gold[i] = j
            taken.add(j)
    return [(golds[i], founds[j]) for i, j in with_gold.items()]


def score(articles: Sequence[tuple[Fact, Fact]]) -> Scores:
    """The scores of articles, each given as its gold and what was found in it."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in articles:
        for kind in KINDS:
            _count(kind, gold, found, counts)
    kinds = {kind: Share(*(counts[kind, of] for of in Share._fields)) for kind in KINDS}
    everything = Share(*(sum(column) for column in zip(*kinds.values(), strict=True)))
    strict = kinds["records"]._replace(right=counts[STRICT, "right"])
    attributes = {
        f"{kind}.{name}": counts[f"{kind}.{name}", "right"] / kinds[kind].right if kinds[kind].right else 1.0
        for kind in KINDS
        for name in ATTRIBUTES[kind]
    }
    spans = (counts["spans", of] for of in ("all", "out", "apart"))
    return Scores(kinds | {STRICT: strict, "all": everything}, attributes, *spans)


def _count(kind: str, gold: Fact, found: Fact, counts: Counter[tuple[str, str]]) -> None:
    """Count what one article has of one kind."""
    golds, founds, text = gold.get(kind, []), found.get(kind, []), found["article"]["text"]
    every = pairs(kind, golds, founds)
    asked = [(one, other) for one, other in every if not one.get("optional")]
    counts[kind, "gold"] += sum(not one.get("optional") for one in golds)
    counts[kind, "found"] += len(founds) - (len(every) - len(asked))
    counts[kind, "right"] += len(asked)
    for one, other in asked:
        for name in ATTRIBUTES[kind]:
            counts[f"{kind}.{name}", "right"] += right(name, one, other)
        counts["spans", "apart"] += _apart(one, other, text)
        if kind == "records":
            counts[STRICT, "right"] += all(right(name, one, other) for name in STRICT_FIELDS)
    spans = [span for fact in founds for span in fact.get("spans") or [(0, 0)]]
    counts["spans", "all"] += len(spans)
    counts["spans", "out"] += sum(not 0 <= start < end <= len(text) for start, end in spans)


def _apart(gold: Fact, found: Fact, text: str) -> bool:
    """Whether none of a fact's spans touches the words that carry it in gold."""
    said = [" ".join(text[start:end].split()) for start, end in found.get("spans") or ()]
    carried = [" ".join(evidence.split()) for evidence in gold["evidence"]]
    return not any(
        (one and (one in other or other in one)) or set(words(one)) & set(words(other))
        for one in said
        for other in carried
    )


def misses(gold: Fact, found: Fact) -> list[str]:
    """What of one article's gold was not found, found wrongly or described otherwise, a line each."""
    lines = []
    for kind in KINDS:
        golds, founds = gold.get(kind, []), found.get(kind, [])
        paired = pairs(kind, golds, founds)
        hit = {id(fact) for pair in paired for fact in pair}
        asked = [fact for fact in golds if not fact.get("optional")]
        lines += [f"{kind} missed: {_label(fact)}" for fact in asked if id(fact) not in hit]
        lines += [f"{kind} wrong: {_label(fact)}" for fact in founds if id(fact) not in hit]
        lines += [
            f"{kind} {_label(one)}: {name} {other.get(name)!r}, gold {one.get(name)!r}"
            for one, other in paired
            for name in ATTRIBUTES[kind]
            if not one.get("optional") and not right(name, one, other)
        ]
    return lines


def _label(fact: Fact) -> str:
    names = ("award", "edition", "name", "type", "number", "year", "count", "group", "kind", "value", "of")
    parts = [fact.get(name) for name in names] + [fact.get("recipient", {}).get("name")]
    return " ".join(str(part) for part in parts if part is not None)
