"""What `extractor review list` and `show` print; plain and 100 columns wide where it is no terminal."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.text import Text
from sqlalchemy import Connection, select

from extractor import folders
from extractor.cli import DONE, brief, printable, printable_piece
from extractor.cli.consoles import print_beside, print_indented, stdout_console
from extractor.cli.following import followed
from extractor.cli.stores import opened
from extractor.errors import ExtractorError
from extractor.gazetteer import official_name
from extractor.review.decisions import ENTRY, PAIR, Decision, standing
from extractor.review.effective import BY_HAND, Judged
from extractor.review.identity import FIELDS, digest, fact_name
from extractor.review.quoting import marked
from extractor.review.references import fact_reference, read_reference
from extractor.review.words import decision_in_words, in_words, value_in_words
from extractor.store.judging import Told, fact_of, judged_in, said
from extractor.store.looks import Look, Wanted, looks
from extractor.store.named import article_named, entry_named, fact_named
from extractor.store.tables import KINDS, added_claims, articles, claims, decisions, entries, records, texts

_COLUMN = 19
_SENTENCES = 3
"""Sentences of a record that an entry shows; `review show` of the record has them all."""
_TOLD = ("source", "published", "text")
_NOTE = 1_000
"""Letters of a note that are printed."""
_WHY = {
    "disputed": "disputed: articles disagree",
    "check": "a check fails",
    "stale": "stale: the article changed after a person decided",
    "suspect": "suspect values",
    "unnamed": "awards that no file of patterns/awards names",
    "near": "firms and institutions that may be one",
}


def listing(data: Path, store: str | None, form: str, asked: Mapping[str, Any]) -> int:
    """Print what needs a look, or every fact of an article."""
    if asked["first"]:
        return showing(data, store, None, asked)
    with opened(data, store) as into, followed(into).reading() as connection:
        if asked["article"]:
            return _list_article(connection, asked["article"], asked["kind"], form)
        found = [one for one in looks(connection, _wanted(asked), _awards()) if asked["kind"] in (None, one.kind)]
    shown = found[: asked["limit"]]
    if form == "json":
        print(json.dumps([one._asdict() for one in shown], ensure_ascii=False, indent=1))
        return DONE
    counts = Counter(one.why for one in found)
    console = stdout_console()
    for why, group in groupby(shown, key=lambda one: one.why):
        console.print(Text(f"{_WHY[why]} ({counts[why]})", style="bold"))
        for one in group:
            _row(
                console,
                "" if one.kind == PAIR else one.reference,
                Text(brief(one.what)),
                Text(brief(_beside(one)), style="dim"),
            )
    told = (
        f"{len(shown)} of {len(found)}; --limit shows more" if len(shown) < len(found) else f"{len(found)} to look at"
    )
    print(told if found else "Nothing needs a look.", file=sys.stderr)
    return DONE


def _beside(look: Look) -> str:
    return " · ".join(one for one in (look.told, look.outlet, (look.published or "")[:10]) if one)


def _list_article(connection: Connection, name: str, kind: str | None, form: str) -> int:
    about = article_named(connection, name)
    found = [(one, judged) for one in KINDS if kind in (None, one) for judged in judged_in(connection, one, about)]
    if form == "json":
        print(json.dumps([_as_json(about, *one) for one in found], ensure_ascii=False, indent=1))
        return DONE
    console = stdout_console()
    _head(console, about)
    for one, group in groupby(found, key=lambda pair: pair[0]):
        console.print(Text(f"\n{one}", style="bold"))
        for _, judged in group:
            state = "" if judged.standing == "machine" else f"  ({_state(judged)})"
            _row(console, fact_reference(about.key, judged.digest), Text(brief(in_words(one, judged.fact) + state)))
    if not found:
        print("Nothing was read in it.", file=sys.stderr)
    return DONE


def _as_json(about: Told, kind: str, one: Judged) -> dict[str, Any]:
    told = {"reference": fact_reference(about.key, one.digest), "kind": kind, "standing": one.standing}
    fact = {name: one.fact.get(name) for name in (*FIELDS[kind], "spans", "pattern")}
    quotes = [about.text[start:end] for start, end in one.fact["spans"]]
    return told | {"stale": one.stale, "fact": fact, "quotes": quotes, "decisions": list(one.decisions)}


def showing(data: Path, store: str | None, reference: str | None, asked: Mapping[str, Any]) -> int:
    """Print a fact or an entry in full; without a reference the one that needs a look first."""
    with opened(data, store) as into, followed(into).reading() as connection:
        if reference is None:
            first = next(looks(connection, _wanted(asked), _awards()), None)
            if first is None:
                print("Nothing needs a look.", file=sys.stderr)
                return DONE
            stdout_console().print(Text(brief(f"{_WHY[first.why]}: {first.told}"), style="bold yellow"))
            reference = first.reference
            if first.kind == PAIR:
                stdout_console().print(Text(brief(first.what)))
                return DONE
        parsed = read_reference(reference)
        if parsed is None or parsed.decision is not None:
            raise ExtractorError(f"{reference[:200]}: no reference; `extractor review list` prints them")
        if parsed.entry:
            _show_entry(connection, entry_named(connection, parsed.entry))
        else:
            _show_fact(connection, *fact_named(connection, parsed))
    return DONE


def _show_fact(connection: Connection, kind: str, about: Told, one: Judged) -> None:
    console = stdout_console()
    reference = fact_reference(about.key, one.digest)
    console.print(Text.assemble((reference, "bold cyan"), f"  {kind}  ", (_state(one), "bold")))
    _head(console, about)
    console.print()
    for line, spans in marked(about.text, one.fact["spans"]):
        print_indented(console, _with_marks(line, spans))
    if not one.fact["spans"]:
        quotes = " … ".join(one.quotes)
        print_indented(console, Text(printable(f"today's text does not say: {quotes}"), style="yellow"))
    console.print()
    for field in FIELDS[kind]:
        _row(console, field, _value(one.fact.get(field), one.machine, field))
    console.print()
    _row(console, "read by", Text(_pattern(one), style="dim"))
    name = fact_name(about.key, one.digest)
    _history(console, said(connection, decisions.c.target == kind, decisions.c.name == name))


def _value(value: object, machine: Mapping[str, Any] | None, field: str) -> Text:
    shown = Text(printable(value_in_words(value)))
    if machine is not None and machine.get(field) != value:
        shown.append("   the machine reads: ", style="dim")
        shown.append(printable(value_in_words(machine.get(field))), style="dim")
    return shown


def _pattern(one: Judged) -> str:
    """The pattern that read a fact, with its file and line."""
    name = (one.machine or {}).get("pattern")
    if not name or name == BY_HAND:
        return "nobody but people" if one.machine is None else "a rule of the reader"
    from extractor.patterns import patterns

    place = next((pattern for pattern in patterns().every if pattern.name == name), None)
    return f"{name} (patterns/{place.file}:{place.line})" if place else f"{name} (a rule of the reader)"


def _show_entry(connection: Connection, entry_id: str) -> None:
    row = connection.execute(select(*entries.c).where(entries.c.id == entry_id)).one()._mapping
    console = stdout_console()
    console.print(Text.assemble((entry_id, "bold cyan"), "  entry  ", (str(row["review"]), "bold")))
    told = in_words("records", {**row, "recipient": {"name": row["recipient"]}})
    console.print(Text(brief(told), style="bold"))
    console.print()
    for field in ("edition", "level", "scope", "category", "outcome", "rank", "shortlist", "event_date"):
        disputed = Text("   disputed", style="yellow") if field in row["disputed"] else Text("")
        value = f"{row[field]} {official_name(row[field])}" if field == "scope" and row[field] else row[field]
        _row(console, field, Text(printable(value_in_words(value))).append_text(disputed))
    for check in row["checks"]:
        style = "green" if check["ok"] else "red"
        _row(console, "check", Text(brief(f"{'ok' if check['ok'] else 'fails'}: {check['told']}"), style=style))
    count = row["articles"]
    told = f"\nsaid by {count} article{'s'[: count != 1]}, {row['support']} independent"
    console.print(Text(told, style="bold"))
    for one in _speaking(connection, entry_id):
        _row(console, one.reference, Text(brief(one.what)), Text(printable(one.where), style="dim"))
        for line, spans in marked(one.text, one.spans)[:_SENTENCES]:
            print_indented(console, _with_marks(line, spans), _COLUMN + 3)
    _history(console, said(connection, decisions.c.target == ENTRY, decisions.c.name == entry_id))


class _Speaker(NamedTuple):
    """A record that speaks of an entry: where it is printed, how it is named, what it says, and in which words."""

    where: str
    reference: str
    what: str
    text: str
    spans: list[list[int]]


def _speaking(connection: Connection, entry_id: str) -> Iterator[_Speaker]:
    """The records that speak of an entry, those that people added last."""
    asked = (
        select(*records.c, articles.c.key, articles.c.url, articles.c.outlet, *(texts.c[name] for name in _TOLD))
        .join(claims, claims.c.record_id == records.c.id)
        .join(articles, articles.c.id == claims.c.article_id)
        .join(texts, texts.c.id == records.c.text_id)
        .where(claims.c.entry_id == entry_id)
        .order_by(texts.c.published, articles.c.key, records.c.position)
    )
    for row in connection.execute(asked):
        fact = fact_of("records", row)
        reference = fact_reference(row.key, digest("records", fact))
        yield _Speaker(_where(row), reference, in_words("records", fact), row.text, row.spans)
    added = select(articles.c.key, added_claims.c.digest).join(articles, articles.c.id == added_claims.c.article_id)
    for key, name in connection.execute(added.where(added_claims.c.entry_id == entry_id).order_by(articles.c.key)):
        about = article_named(connection, key)
        for one in judged_in(connection, "records", about):
            if one.digest == name:
                what = f"{in_words('records', one.fact)}  ({_state(one)})"
                yield _Speaker(_where(about), fact_reference(key, name), what, about.text, one.fact["spans"])


def _history(console: Console, every: Iterable[Decision]) -> None:
    history = list(every)
    counting = {one.id for one in standing(history)}
    if history:
        console.print(Text("\nwhat people said", style="bold"))
    for one in history:
        undone = "" if one.id in counting or one.action == "undo" else " (undone)"
        told = f"{one.at[:16].replace('T', ' ')} {one.who}: {decision_in_words(one)}{undone}"
        lines = [Text(printable(told))]
        if one.why:
            why = one.why if len(one.why) <= _NOTE else f"{one.why[:_NOTE].rstrip()}… ({len(one.why):,} letters)"
            lines.append(Text(printable(f"“{why}”"), style="dim"))
        _row(console, f"#{one.id}", *lines)


def _state(one: Judged) -> str:
    return f"{one.standing}, stale" if one.stale and one.standing != "stale" else one.standing


def _head(console: Console, about: Told) -> None:
    console.print(Text(brief(about.title or "(no title)"), style="bold"))
    console.print(Text(printable(_where(about)), style="dim"))


def _where(told: Any) -> str:
    """Where an article is printed, and when: of what has its `outlet`, `published`, `url` and `source`."""
    return " · ".join(filter(None, (told.outlet, (told.published or "")[:10], told.url or told.source)))


def _with_marks(line: str, spans: list[tuple[int, int]]) -> Text:
    """A line with [brackets] round the words that prove something."""
    shown, at = Text(), 0
    for start, end in spans:
        shown.append(printable_piece(line[at:start]))
        shown.append(f"[{printable_piece(line[start:end])}]", style="bold green")
        at = end
    return shown.append(printable_piece(line[at:]))


def _row(console: Console, label: str, *lines: Text) -> None:
    """Lines, with a label to the left of the first."""
    print_beside(console, Text(f"  {label:<{_COLUMN}} ", style="cyan"), *lines)


def _wanted(asked: Mapping[str, Any]) -> Wanted:
    days = {name: _day(asked[name]) for name in ("since", "until")}
    return Wanted(tuple(asked["reasons"]), asked["award"], asked["outlet"], **days)


def _day(moment: datetime | None) -> str | None:
    return moment.date().isoformat() if moment else None


def _awards() -> frozenset[str]:
    """The names of the awards that patterns/awards knows."""
    from extractor.patterns.awardfiles import read_awards

    return frozenset(read_awards(folders.patterns() / "awards"))
