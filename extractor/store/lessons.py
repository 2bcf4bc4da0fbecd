"""Lessons: what the machine should have read, or should not have, out of what people corrected, added and rejected."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from extractor.review.decisions import Decision, standing
from extractor.review.effective import Fact, seen
from extractor.review.references import fact_reference
from extractor.store.judging import said
from extractor.store.tables import KINDS, articles, decisions, texts


class Lesson(NamedTuple):
    """A fact that is to be found in a text, or is not (`finds`), as a person said who looked at that very text.

    `told` are the fields that they corrected; `pattern` is the one that read it then, None for one that was missed.
    """

    kind: str
    reference: str
    text: str
    spans: tuple[tuple[int, int], ...]
    fact: Fact
    told: frozenset[str]
    finds: bool
    pattern: str | None


def lessons(connection: Connection) -> Iterator[Lesson]:
    """What counts today of all corrections, additions and rejections, by kind and then by article."""
    chains: dict[tuple[str, str], list[Decision]] = {}
    for one in standing(said(connection, decisions.c.target.in_(KINDS))):
        if one.action in ("accept", "correct", "reject"):
            chains.setdefault((one.target, one.name), []).append(one)
    order = {kind: number for number, kind in enumerate(KINDS)}
    for (kind, name), chain in sorted(chains.items(), key=lambda item: (order[item[0][0]], item[0][1])):
        found = _lesson(connection, kind, name, chain)
        if found:
            yield found


def _lesson(connection: Connection, kind: str, name: str, chain: list[Decision]) -> Lesson | None:
    """What one fact teaches; None where a person only accepted it, or its text is not there any more."""
    rejected = chain[-1].action == "reject"
    corrected = [one for one in chain if one.action == "correct"]
    fact = seen(chain)
    if not (rejected or corrected) or not fact:
        return None
    told: set[str] = set()
    for one in () if rejected else corrected:
        fact |= one.value if one.field is None else {one.field: one.value}
        told |= {one.field} if one.field else set()
    last = corrected[-1] if corrected and not rejected else chain[-1]
    text = _text(connection, str(last.article_key), str(last.text_hash))
    spans = tuple((start, end) for start, end in fact.get("spans") or ())
    quotes = list((last.was or {}).get("quotes") or ())
    if text is None or [text[start:end] for start, end in spans] != quotes:
        return None
    reference = fact_reference(str(last.article_key), name.rpartition(" ")[2])
    pattern = fact.get("pattern") or None
    return Lesson(kind, reference, text, spans, fact, frozenset(told - {"spans"}), not rejected, pattern)


def _text(connection: Connection, key: str, text_hash: str) -> str | None:
    """The version of an article's text that has a hash."""
    asked = select(texts.c.text).join(articles, articles.c.id == texts.c.article_id)
    return connection.scalar(asked.where(articles.c.key == key, texts.c.hash == text_hash))
