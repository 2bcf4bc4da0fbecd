"""Effective facts: what people said of an article's facts, laid over what the machine reads in it today.

A person's word stands above the machine's. It is kept by the digest of the fact that the person saw, so it holds where
the machine reads that fact again. Where the machine reads it no more, the fact is made from what the person saw; where
the machine reads something else at the same words, that reading gives way. A rejection gives way to nothing but the
same fact (`CORE`) read with other details: another code at the same words is another claim, which nobody has judged.
Of decisions that contradict each other the latest counts. A decision that was taken on another text is stale: its value
holds, and it is listed for a second look; what a changed text has in the place of the words that the person saw is told
beside it and is no second fact.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from extractor.review.alignment import carried
from extractor.review.decisions import Decision, standing
from extractor.review.identity import FIELDS, digest

Fact = dict[str, Any]
Standing = Literal["machine", "accepted", "corrected", "added", "rejected", "stale"]
BY_HAND = "review"
"""The pattern of a fact that the machine does not read."""
CORE: dict[str, tuple[str, ...]] = {
    "regions": ("code",),
    "officials": ("name",),
    "regulations": ("type", "number", "year"),
    "worker_counts": ("count",),
    "ranks": ("kind", "value"),
    "dates": ("value",),
    "coverage": ("value",),
    "amounts": ("value",),
    "records": ("award", "recipient"),
}
"""What a fact is about: two readings that agree on it are one fact with other details."""
_SHARED_WORDS = ("officials", "records")
"""Kinds of which several facts are read in mostly the same words: those of a post, of an award."""


class Proof(NamedTuple):
    """The words that a person saw: their places in the text of a hash, and themselves."""

    text_hash: str
    spans: list[list[int]]
    quotes: tuple[str, ...]


class Judged(NamedTuple):
    """A fact as it holds: its values, standing, the name that decisions have for it, and what the machine reads.

    `fact["spans"]` are offsets into the text of `text_hash`; they are empty where the words that the person saw are not
    found in the article's text of today, and `quotes` are those words. `decisions` are the ids that made it so. A
    rejection keeps its standing when it is stale. `base` is the fact of that name before people spoke; None where the
    machine missed it. `proof` are the words that the person saw where the text of today does not say them; `says` is
    what that text has instead, by field, where the machine reads it otherwise than the person saw or said.
    """

    fact: Fact
    standing: Standing
    digest: str
    machine: Fact | None
    decisions: tuple[int, ...] = ()
    stale: bool = False
    quotes: tuple[str, ...] = ()
    base: Fact | None = None
    proof: Proof | None = None
    says: Fact | None = None


def effective(
    kind: str, facts: Sequence[Fact], decisions: Iterable[Decision], text_hash: str, text: str | None = None
) -> list[tuple[Fact, Standing]]:
    """The facts of one kind of one article with what people said of them; those that were rejected are among them.

    `decisions` are all that were taken on the article, `text_hash` is that of its text of today. With the text itself,
    words that a person saw in an older text are looked for in it. Keys of a fact that are no field of its kind (a row's
    number) stay with it.
    """
    return [(one.fact, one.standing) for one in judged(kind, facts, decisions, text_hash, text)]


def judged(
    kind: str,
    facts: Sequence[Fact],
    decisions: Iterable[Decision],
    text_hash: str,
    text: str | None = None,
    older: Mapping[str, str] | None = None,
) -> list[Judged]:
    """As `effective`, with how each fact came to stand as it does; `older` are texts that people saw, by their hashes.

    Without them a fact that the text of today says otherwise, at the same place, is not known again.
    """
    today = _Text(text_hash, text, older or {})
    read: dict[str, Fact] = {}
    for fact in facts:
        name = digest(kind, fact)
        read[name] = _joined(read[name], fact) if name in read else fact
    said = _said(kind, decisions)
    if not said:
        return [Judged(fact, "machine", name, fact, base=fact) for name, fact in read.items()]
    again = _read_again(kind, read, said, today)
    covered = {name: told for told, name in again.items()}
    found = []
    for name, fact in read.items():
        told = covered.get(name, name)
        found.append(_judged(kind, told, fact, said.get(told, ()), today))
    for told, chain in said.items():
        if told not in read and told not in again and seen(chain):
            one = _judged(kind, told, None, chain, today)
            found += [] if one.standing == "rejected" else [one]
    return _once(kind, found)


class _Text(NamedTuple):
    """The article's text of today, and those of before that people saw."""

    hash: str
    text: str | None
    older: Mapping[str, str]

    def is_that_of(self, decision: Decision) -> bool:
        return decision.text_hash in (None, self.hash)

    def places(self, decision: Decision, spans: Iterable[Sequence[int]], quotes: Iterable[str]) -> list[list[int]]:
        """Where the words that a person saw stand today: nowhere, if a changed text does not say them as often."""
        if self.is_that_of(decision):
            return [list(span) for span in spans]
        wanted = Counter(quotes)
        found = [
            [at.start(), at.end()]
            for quote in filter(None, wanted)
            if self.text is not None and self.text.count(quote) == wanted[quote]
            for at in re.finditer(re.escape(quote), self.text)
        ]
        return sorted(found)

    def carried(self, proof: Proof | None) -> list[list[int]]:
        """Where today's text has what stands in the place of words of an older one."""
        older = self.older.get(proof.text_hash) if proof else None
        return carried(older, self.text, proof.spans) if proof and older is not None and self.text is not None else []

    def proof(self, chain: Sequence[Decision]) -> Proof | None:
        """The words that a person saw last, in the text in which they saw them."""
        for decision in reversed(chain):
            quotes = tuple((decision.was or {}).get("quotes") or ())
            spans = _spans_seen(decision)
            seen_in = self.older.get(str(decision.text_hash))
            fit = seen_in is None or sorted(quotes) == sorted(seen_in[start:end] for start, end in spans)
            if spans and quotes and fit and decision.text_hash not in (None, self.hash):
                return Proof(str(decision.text_hash), spans, quotes)
        return None


def _spans_seen(decision: Decision) -> list[list[int]]:
    """The places of a fact in the text in which a person saw it."""
    fact = (decision.was or {}).get("fact")
    if fact is None and decision.action == "correct" and decision.field is None:
        fact = decision.value
    return [list(span) for span in (fact or {}).get("spans") or ()]


def _said(kind: str, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """What counts of what people said of each fact of a kind, by its digest."""
    chains: dict[str, list[Decision]] = {}
    for decision in standing(decisions):
        if decision.target == kind and decision.action in ("accept", "correct", "reject"):
            chains.setdefault(decision.name.rpartition(" ")[2], []).append(decision)
    return chains


def _judged(kind: str, name: str, machine: Fact | None, chain: Sequence[Decision], text: _Text) -> Judged:
    """One fact with what people said of it."""
    if not chain:
        return Judged(machine or {}, "machine", name, machine, base=machine)
    last = chain[-1]
    quotes = tuple((last.was or {}).get("quotes") or ())
    saw = seen(chain)
    base = machine if machine is not None and name == digest(kind, machine) else saw
    fact = {key: value for key, value in (machine or {}).items() if key not in FIELDS[kind]} | _corrected(
        dict(base), chain
    )
    fact["pattern"] = (machine or {}).get("pattern") or BY_HAND
    spans = [one for one in chain if one.action == "correct" and (one.field == "spans" or one.field is None)]
    if spans:
        fact["spans"] = text.places(spans[-1], fact["spans"], (spans[-1].was or {}).get("quotes") or ())
    elif machine is not None:
        fact["spans"] = machine["spans"]
    else:
        fact["spans"] = text.places(last, _spans_seen(last) or fact.get("spans") or (), quotes)
    stale = not text.is_that_of(last)
    ids = tuple(one.id for one in chain)
    found = _standing(kind, fact, machine, chain, stale)
    says = _says(kind, fact, saw, machine) if stale else None
    proof = text.proof(chain) if says or not fact["spans"] else None
    before = None if base is saw and _is_missed(chain) else base
    return Judged(fact, found, name, machine, ids, stale, quotes, before, proof, says)


def _says(kind: str, fact: Fact, saw: Fact, machine: Fact | None) -> Fact | None:
    """What the text of today says otherwise than the person saw and said, by field."""
    read = {field: machine.get(field) for field in FIELDS[kind]} if machine is not None else {}
    return {name: value for name, value in read.items() if value not in (saw.get(name), fact.get(name))} or None


def seen(chain: Sequence[Decision]) -> Fact:
    """A fact as it was before people spoke: as the machine read it then, or as a person added it."""
    for decision in chain:
        if decision.was and decision.was.get("fact"):
            return dict(decision.was["fact"])
        if decision.action == "correct" and decision.field is None:
            return dict(decision.value)
    return {}


def _corrected(fact: Fact, chain: Sequence[Decision]) -> Fact:
    for decision in chain:
        if decision.action == "correct":
            fact |= decision.value if decision.field is None else {decision.field: decision.value}
    return fact


def _standing(kind: str, fact: Fact, machine: Fact | None, chain: Sequence[Decision], stale: bool) -> Standing:
    if chain[-1].action == "reject":
        return "rejected"
    if stale:
        return "stale"
    if machine is not None and digest(kind, fact) == digest(kind, machine):
        return "accepted"
    if not any(one.action == "correct" for one in chain):
        return "accepted"
    return "added" if _is_missed(chain) else "corrected"


def _is_missed(chain: Sequence[Decision]) -> bool:
    """Whether nobody saw the machine read the fact: a person added it."""
    return not any((one.was or {}).get("fact") for one in chain)


def _read_again(
    kind: str, read: Mapping[str, Fact], said: Mapping[str, Sequence[Decision]], text: _Text
) -> dict[str, str]:
    """The facts, by the digests that people know, that the machine reads otherwise now: each with that reading's."""
    open_to = {name: fact for name, fact in read.items() if name not in said}
    options = []
    for told, chain in said.items():
        if told not in read:
            for place, (name, fact) in enumerate(open_to.items()):
                likeness = _likeness(kind, chain, fact, text)
                if likeness > 0:
                    options.append((-likeness, chain[0].id, place, told, name))
    again: dict[str, str] = {}
    for _, _, _, told, name in sorted(options):
        if told not in again and name not in again.values():
            again[told] = name
    return again


def _likeness(kind: str, chain: Sequence[Decision], fact: Fact, text: _Text) -> float:
    """How surely a reading is one of the fact that people spoke of; 0 where it is another."""
    saw = seen(chain)
    held = _corrected(dict(saw), chain)
    rejected = chain[-1].action == "reject"
    if not rejected and digest(kind, held) == digest(kind, fact):
        return 4
    spans = _spans_seen(chain[-1]) or saw.get("spans") or ()
    places = text.places(chain[-1], spans, (chain[-1].was or {}).get("quotes") or ())
    carried_to = text.carried(text.proof(chain)) if not places else []
    mine, theirs = _characters(places), _characters(fact["spans"])
    shared = len(mine & theirs) / len(mine | theirs) if mine else 0.0
    about = _core(kind, fact)
    if (about == _core(kind, saw) or (about == _core(kind, held) and not rejected)) and (shared > 0 or not mine):
        return 2 + shared
    if rejected:
        return 0
    if carried_to and not mine:
        mine = _characters(carried_to)
        shared = len(mine & theirs) / len(mine | theirs)
    return shared if shared == 1 or (shared >= 0.5 and kind not in _SHARED_WORDS) else 0


def _core(kind: str, fact: Fact) -> tuple[object, ...]:
    values = []
    for field in CORE[kind]:
        value = fact.get(field)
        if isinstance(value, Mapping):
            value = value.get("code") or value.get("name")
        values.append(value.casefold() if isinstance(value, str) else value)
    return tuple(values)


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _joined(one: Fact, other: Fact) -> Fact:
    """Two facts of one digest: one fact with the words of both."""
    spans = sorted({tuple(span) for span in (*one["spans"], *other["spans"])})
    return one | {"spans": [list(span) for span in spans]}


def _once(kind: str, found: list[Judged]) -> list[Judged]:
    """Facts that came to have the same values are one: as the person said who spoke last."""
    kept: dict[str, Judged] = {}
    for one in found:
        values = digest(kind, one.fact)
        other = kept.get(values)
        if other is None:
            kept[values] = one
            continue
        last, first = (one, other) if max(one.decisions, default=0) > max(other.decisions, default=0) else (other, one)
        kept[values] = last._replace(fact=_joined(last.fact, first.fact), machine=last.machine or first.machine)
    return list(kept.values())
