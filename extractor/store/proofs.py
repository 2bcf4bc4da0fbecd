"""Proofs: an entry of the register with every claim behind it: what each article says, in which words, and when."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from extractor.export.publication import file_name
from extractor.register.claims import Entry
from extractor.register.keys import folded
from extractor.store.former import led_on
from extractor.store.histories import quoted
from extractor.store.judging import article, judged_in
from extractor.store.pages import SHOWN
from extractor.store.pieces import rows_with
from extractor.store.settlement import settlement
from extractor.store.tables import articles, entries, records, texts
from extractor.store.told import Told, claims_of, what_is_decided

_ID = re.compile("[0-9a-f]{4,16}")


class Proof(NamedTuple):
    """One claim with its article: `words` are those that prove it, `line` the story's words round the first of them.

    `file` is the name of the file that it came as. A claim that a person added has no pattern; where its article's text
    changed since, it has the words that the person saw, and no line.
    """

    told: Told
    url: str | None
    title: str | None
    words: str
    line: str
    pattern: str | None
    file: str


class Proven(NamedTuple):
    """An entry as it is listed, as its claims settle it (None where only a person's word keeps it), and its proofs."""

    row: dict[str, Any]
    entry: Entry | None
    proofs: tuple[Proof, ...]


def proven(connection: Connection, entry_id: str) -> Proven | None:
    """The entry of an id with its proofs, the earliest first; None where there is no such entry."""
    asked = select(*(entries.c[name] for name in SHOWN)).where(entries.c.id == entry_id)
    row = connection.execute(asked).mappings().first()
    if row is None:
        return None
    decided = what_is_decided(connection)
    claims = claims_of(connection, [row["group"]], decided).get(row["group"], ())
    settled = settlement(row["group"], claims, decided.on_entries.get(row["group"], ()))
    entry, told = next(((one, told) for one, told in settled if one.id == entry_id), (None, []))
    return Proven(dict(row), entry, tuple(_proofs(connection, told)))


def _proofs(connection: Connection, told: list[Told]) -> list[Proof]:
    asked = select(texts.c.id, texts.c.title, texts.c.text, texts.c.source, articles.c.url)
    asked = asked.join(articles, articles.c.text_id == texts.c.id)
    stories = {row.id: row for row in rows_with(connection, asked, texts.c.id, {one.text_id for one in told})}
    found = []
    for one in told:
        story = stories[one.text_id]
        read = select(records.c.spans, records.c.pattern).where(records.c.id.in_(one.records)).order_by(records.c.id)
        record = connection.execute(read).first() if one.records else None
        text, spans, said = (story.text, record.spans, ()) if record else _by_hand(connection, one)
        words = " … ".join(dict.fromkeys(" ".join(said_.split()) for said_ in said or [text[a:b] for a, b in spans]))
        line = quoted(text, _fullest(text, spans, naming(text, spans, one.claim.recipient)))
        pattern = record.pattern if record else None
        found.append(Proof(one, story.url, story.title, words, line, pattern, file_name(story.source)))
    return found


def _by_hand(connection: Connection, one: Told) -> tuple[str, list[list[int]], Sequence[str]]:
    """The words of a record that people alone know: a text, places in it; the words alone where they are of another."""
    held = article(connection, one.claim.article)
    judged = judged_in(connection, "records", held) if held else []
    found = next((each for each in judged if each.digest == one.claim.digest), None)
    if held is None or found is None:
        return "", [], ()
    return (held.text, found.fact["spans"], ()) if found.proof is None else ("", [], found.proof.quotes)


def naming(text: str, spans: Sequence[list[int]], recipient: str) -> Sequence[list[int]]:
    """The words of a record that name its recipient; the first of its words where none of them do."""
    last = folded(recipient).rpartition(" ")[2]
    return [span for span in spans if last in folded(text[span[0] : span[1]]).split()] or spans[:1]


def _fullest(text: str, spans: Sequence[list[int]], some: Sequence[list[int]]) -> Sequence[list[int]]:
    """Some of a record's words, those first whose line holds most of all its words: an item of a list says little."""

    def beside(span: list[int]) -> int:
        first, last = text.rfind("\n", 0, span[0]), text.find("\n", span[1])
        return sum(first < start and (end <= last or last < 0) for start, end in spans)

    return sorted(some, key=beside, reverse=True)


def entry_ids(connection: Connection, beginning: str) -> list[str]:
    """The ids of the entries that begin so, of four hexadecimal digits at least; else of those that did before."""
    if not _ID.fullmatch(beginning):
        return []
    asked = select(entries.c.id).where(entries.c.id.startswith(beginning)).order_by(entries.c.id)
    found = list(connection.scalars(asked.limit(10)))
    return found or sorted(set(led_on(connection, beginning).values()))
