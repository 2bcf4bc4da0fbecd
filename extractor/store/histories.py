"""The history of a region: its entries over all editions, its officials and its worker counts over time.

A fact that several articles state is one line with all their voices; copies of one release are one voice. What is told
of a fact is the words of the earliest article, its outlet and its day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from extractor.register.keys import folded, name_key
from extractor.review.effective import Judged
from extractor.review.words import stale_in_words
from extractor.store.judging import decided, effective_facts
from extractor.store.pages import SHOWN
from extractor.store.pieces import rows_with
from extractor.store.tables import KINDS, articles, clusters, dates, entries, texts

_COLUMNS = {"officials": "jurisdiction", "worker_counts": "region"}
_AROUND = 9
"""Words of a sentence on either side of those that prove a fact."""
_WORD = re.compile(r"\S+")


class Voice(NamedTuple):
    """One article that states a fact: when, where, and in which words.

    `day` is that of its publication; of an article without one the latest day that its story names, and `about` is
    then true; None where it names none. `stale` says what became of the words where people decided on a text that
    changed since.
    """

    day: str | None
    about: bool
    outlet: str | None
    key: str
    url: str | None
    cluster: int
    quote: str
    stale: str | None = None


class Stated(NamedTuple):
    """A fact of a region with the articles that state it, the earliest first; `support` counts their clusters."""

    fact: dict[str, Any]
    voices: tuple[Voice, ...]

    @property
    def support(self) -> int:
        """How many independent articles state it."""
        return len({voice.cluster for voice in self.voices})

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day on which it was stated."""
        known = [voice.day for voice in self.voices if voice.day]
        return (min(known), max(known)) if known else (None, None)


class History(NamedTuple):
    """What the store knows of a region."""

    entries: list[dict[str, Any]]
    officials: list[Stated]
    worker_counts: list[Stated]


def history(connection: Connection, code: str) -> History:
    """The history of the region of a code, of itself and not of what lies in it."""
    asked = select(*(entries.c[name] for name in SHOWN)).where(entries.c.recipient_code == code)
    asked = asked.where(entries.c.review != "rejected").order_by(entries.c.sorting)
    found = [dict(row) for row in connection.execute(asked).mappings()]
    return History(found, officials_of(connection, code), worker_counts_of(connection, code))


def officials_of(connection: Connection, code: str) -> list[Stated]:
    """The officials of a region, by the day on which each was first named in an office."""
    held = defaultdict[tuple[str, ...], list[tuple[dict[str, Any], Voice]]](list)
    for fact, voice in _stated(connection, "officials", code):
        name, role = name_key(fact["name"], is_person=True), folded(fact["role"])
        held[name, role, fact["status"] or "", folded(fact["organization"] or "")].append((fact, voice))
    return _ordered(held.values())


def worker_counts_of(connection: Connection, code: str) -> list[Stated]:
    """The worker counts of a region over time: a number of one status is one fact where its groups share a word."""
    held = defaultdict[tuple[Any, ...], list[tuple[dict[str, Any], Voice]]](list)
    for fact, voice in _stated(connection, "worker_counts", code):
        held[fact["count"], fact["bound"], fact["status"] or ""].append((fact, voice))
    return _ordered(some for alike in held.values() for some in _by_group(alike))


def _by_group(told: list[tuple[dict[str, Any], Voice]]) -> list[list[tuple[dict[str, Any], Voice]]]:
    """Counts of one number by what they count: groups that share a word are one ("pekerja rentan", "tenaga rentan")."""
    found: list[tuple[set[str], list[tuple[dict[str, Any], Voice]]]] = []
    for fact, voice in sorted(told, key=lambda one: (folded(one[0]["group"]), _order(one[1]))):
        words = set(folded(fact["group"]).split())
        alike = [one for one in found if one[0] & words]
        merged = (words.union(*(one[0] for one in alike)), [pair for one in alike for pair in one[1]])
        merged[1].append((fact, voice))
        found = [one for one in found if one not in alike] + [merged]
    return [some for _, some in found]


def _ordered(held: Iterable[Sequence[tuple[dict[str, Any], Voice]]]) -> list[Stated]:
    stated = []
    for some in held:
        ordered = sorted(some, key=lambda one: _order(one[1]))
        fullest = max(ordered, key=lambda one: len(str(one[0].get("name") or one[0].get("group"))))
        once = {voice.key: voice for _, voice in reversed(ordered)}
        stated.append(Stated(fullest[0], tuple(sorted(once.values(), key=_order))))
    return sorted(stated, key=_place)


def _place(one: Stated) -> tuple[str, str, Any, str, int]:
    """Where a fact stands among others: by its first day, then as its first article tells it."""
    fact = one.fact
    return one.days[0] or "9999", one.voices[0].key, fact["spans"], str(fact.get("name")), -fact.get("count", 0)


def _order(voice: Voice) -> tuple[str, str, str]:
    return voice.day or "9999", voice.key, voice.quote


def _stated(connection: Connection, kind: str, code: str) -> list[tuple[dict[str, Any], Voice]]:
    """The facts of a kind that hold of a region, each with the article that states it."""
    table, column = KINDS[kind], _COLUMNS[kind]
    asked = (
        select(table, *_ARTICLE)
        .join(texts, texts.c.id == table.c.text_id)
        .join(articles, articles.c.text_id == texts.c.id)
        .outerjoin(clusters, clusters.c.article_id == articles.c.id)
        .where(table.c[column] == code)
    )
    judged = decided(connection, kind)
    known = set(judged)
    rows = [dict(row) for row in connection.execute(asked).mappings() if row["article_key"] not in known]
    told = [(row, row) for row in rows]
    for article, facts in effective_facts(connection, kind, judged):
        holding = [one for one in facts if one.standing != "rejected" and one.fact[column] == code]
        if holding:
            named = connection.execute(
                select(*_ARTICLE)
                .join(articles, articles.c.text_id == texts.c.id)
                .outerjoin(clusters, clusters.c.article_id == articles.c.id)
                .where(articles.c.id == article.id)
            )
            told += _as_seen(connection, holding, dict(named.mappings().one()))
    days = _days(connection, {about["current"] for _, about in told if not about["published"]})
    return [(fact, _voice(fact, about, days)) for fact, about in told]


def _as_seen(
    connection: Connection, holding: Iterable[Judged], about: dict[str, Any]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Facts of an article on which people decided; where its text changed, with the words that they saw."""
    for one in holding:
        shown = about | {"stale": stale_in_words(one.says, is_read=one.machine is not None) if one.stale else None}
        if one.proof is None:
            yield dict(one.fact), shown
            continue
        kept = connection.scalar(select(texts.c.text).where(texts.c.hash == one.proof.text_hash).limit(1))
        story, spans = (kept, one.proof.spans) if kept is not None else (one.proof.quotes[0], None)
        yield one.fact | {"spans": spans or [[0, len(story)]]}, shown | {"story": story}


_ARTICLE = (
    texts.c.id.label("current"),
    articles.c.id.label("article_id"),
    articles.c.key.label("article_key"),
    articles.c.url,
    articles.c.outlet,
    texts.c.published,
    texts.c.text.label("story"),
    clusters.c.cluster,
)


def _voice(fact: dict[str, Any], about: dict[str, Any], days: dict[int, str]) -> Voice:
    day = about["published"][:10] if about["published"] else days.get(about["current"])
    return Voice(
        day=day,
        about=not about["published"] and day is not None,
        outlet=about["outlet"],
        key=about["article_key"],
        url=about["url"],
        cluster=about["cluster"] or about["article_id"],
        quote=quoted(about["story"], fact["spans"]),
        stale=about.get("stale"),
    )


def _days(connection: Connection, text_ids: Iterable[int]) -> dict[int, str]:
    """By text the latest day that its story names."""
    found: dict[int, str] = {}
    asked = select(dates.c.text_id, dates.c.value).where(dates.c.precision == "day", dates.c.suspect.is_(False))
    for row in rows_with(connection, asked, dates.c.text_id, text_ids):
        found[row.text_id] = max(found.get(row.text_id, ""), row.value)
    return found


def quoted(text: str, spans: Sequence[Sequence[int]], around: int = _AROUND) -> str:
    """The words of a fact's first span, with a few on either side out of the same line; cuts show as dots."""
    if not spans:
        return ""
    start, end = spans[0]
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = last if last >= 0 else len(text)
    before = [word.start() for word in _WORD.finditer(text, first, start)]
    after = [word.end() for word in _WORD.finditer(text, end, last)]
    left = before[-around] if len(before) > around else first
    right = after[around - 1] if len(after) > around else last
    shown = f"{'… ' * (left > first)}{text[left:right]}{' …' * (right < last)}"
    return " ".join(shown.split())
