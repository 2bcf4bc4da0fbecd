"""The decisions of `extractor review`: accept, correct, reject, note, undo, add, same, different."""

import getpass
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import click
from sqlalchemy import Connection, or_, select

from extractor.cli import DONE, printable
from extractor.cli.clock import now
from extractor.cli.stores import opened
from extractor.errors import ExtractorError
from extractor.register.agreement import left_open
from extractor.register.identities import joined
from extractor.register.keys import name_key
from extractor.review.decisions import ENTRY, Decision
from extractor.review.identity import digest
from extractor.review.quoting import spans_of
from extractor.review.references import Reference, fact_reference, read_reference
from extractor.review.values import OF_ENTRIES, ValueRefused, corrections, value_of, whole
from extractor.review.words import decision_in_words, in_words
from extractor.store import decisions
from extractor.store.decisions import By, Seen, seen_entry, seen_fact
from extractor.store.judging import judged_in
from extractor.store.named import article_named, entry_named, fact_named
from extractor.store.tables import entries
from extractor.store.told import said_to_be_one

OF_NO_ARTICLE = "no fact or record was judged; what is said of an entry is of no article: `review show` has its records"
"""Said where a person may miss what they said of entries."""
_KEYS = ("at:", "in:", "as:")
"""How the keys of recipients begin."""


class Speaking(NamedTuple):
    """How a decision was given on the command line: into which store, by whom, why."""

    data: Path
    store: str | None
    who: str | None
    why: str | None = None

    def by(self) -> By:
        """Who speaks: as the command, the environment or the settings say, else the user of the system."""
        from extractor.settings import settings_of

        name = settings_of(self.data, os.environ, reviewer=self.who).reviewer or _user()
        if not name.strip():
            raise click.UsageError("say who decides: --who NAME, or EXTRACTOR_REVIEWER")
        return By(name.strip(), now(), self.why)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction on the store."""
        with opened(self.data, self.store) as into, into.writing() as connection:
            yield connection


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return ""


def deciding(action: str, references: Sequence[str], speaking: Speaking) -> int:
    """Accept, reject or note something of facts and entries, all of them or none."""
    speaker = speaking.by()
    with speaking.writing() as connection:
        each = (named(connection, text) for text in references)
        found = {(seen.target, seen.name): (seen, words) for seen, words in each}
        said = [(decisions.say(connection, action, seen, speaker), words) for seen, words in found.values()]
        left = {seen.name: _left_open(connection, seen.name) for seen, _ in found.values() if seen.target == ENTRY}
    done = _told(said)
    for name, fields in left.items():
        if fields and action == "accept":
            stay = "stay" if len(fields) > 1 else "stays"
            print(f"{name}: {', '.join(fields)} {stay} open; `extractor review correct` decides", file=sys.stderr)
    return done


def _left_open(connection: Connection, name: str) -> tuple[str, ...]:
    """The fields of an entry of which articles leave open what holds."""
    row = connection.execute(select(*entries.c).where(entries.c.id == name)).one()
    return left_open(dict(row._mapping))


def correcting(text: str, values: Sequence[str], words: Sequence[str], speaking: Speaking) -> int:
    """Correct fields of a fact or an entry, one decision each."""
    given, speaker = _given(values), speaking.by()
    with speaking.writing() as connection:
        reference = _reference(text)
        if reference.entry:
            seen, what = named(connection, text)
            changes = _news(connection, seen.name, _of_entry(given, words))
        else:
            kind, about, one = fact_named(connection, reference)
            changes = corrections(kind, one.fact, given)
            changes |= {"spans": spans_of(about.text, words)} if words else {}
            fact = one.fact | changes
            seen, what = seen_fact(kind, about, one._replace(fact=fact)), in_words(kind, fact)
        if not changes:
            raise ExtractorError(f"{text}: that is what holds already; `extractor review accept` says that it does")
        said = [
            (decisions.say(connection, "correct", seen, speaker, field=field, value=value), what)
            for field, value in changes.items()
        ]
        otherwise = decisions.records_saying_otherwise(connection, seen.name, changes) if reference.entry else []
    done = _told(said)
    if otherwise:
        print(_misread(otherwise), file=sys.stderr)
    return done


def _misread(references: Sequence[str]) -> str:
    """What a person may do where an entry is wrong because its records were misread."""
    more = f" and {len(references) - _NAMED} more" if len(references) > _NAMED else ""
    named = f"{', '.join(references[:_NAMED])}{more}"
    return f"the register holds that; if its articles were misread, correct them too, for gold and examples: {named}"


_NAMED = 3
"""Records that are named of those that say otherwise than an entry."""


def _news(connection: Connection, name: str, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What of changes says more than an entry: another value, one that articles dispute, one of an older text."""
    row = connection.execute(select(*entries.c).where(entries.c.id == name)).one()._mapping
    doubted = set(changes) if row["review"] == "stale" else set(row["disputed"])
    return {field: value for field, value in changes.items() if row[field] != value or field in doubted}


def _of_entry(given: dict[str, str], words: Sequence[str]) -> dict[str, Any]:
    if words:
        raise ValueRefused("an entry has no words of its own; `review show` names the records that speak of it")
    for field in given:
        if field not in OF_ENTRIES:
            reason = (
                f"an entry's {', '.join(OF_ENTRIES)} can be corrected; `review show` names its records for the rest"
            )
            raise ValueRefused(f"{field}: {reason}")
    return {field: value_of("records", field, value) for field, value in given.items()}


def adding(article: str, kind: str, values: Sequence[str], words: Sequence[str], speaking: Speaking) -> int:
    """Add a fact to an article."""
    fact, speaker = whole(kind, _given(values)), speaking.by()
    with speaking.writing() as connection:
        about = article_named(connection, article)
        for one in judged_in(connection, kind, about):
            if digest(kind, one.fact) == digest(kind, fact) and one.standing != "rejected":
                there = fact_reference(about.key, one.digest)
                raise ExtractorError(f"{there}: that is read already; `extractor review accept` says that it holds")
        said = decisions.add(connection, kind, about, fact | {"spans": spans_of(about.text, words)}, speaker)
    return _told([(said, in_words(kind, fact))])


def undoing(numbers: Sequence[str], speaking: Speaking) -> int:
    """Undo decisions, all of them or none."""
    if wrong := [number for number in numbers if not number.removeprefix("#").isdecimal()]:
        raise click.UsageError(f"{wrong[0]!r} is no number of a decision; `extractor review show` prints them")
    speaker = speaking.by()
    with speaking.writing() as connection:
        each = dict.fromkeys(int(number.removeprefix("#")[:9]) for number in numbers)
        said = [decisions.undo(connection, number, speaker) for number in each]
    return _told((one, "") for one in said)


def relating(action: str, one: str, other: str, speaking: Speaking) -> int:
    """Say that two recipients are the same, or different."""
    speaker = speaking.by()
    with speaking.writing() as connection:
        kept = joined(said_to_be_one(connection))
        keys = _recipient(connection, one, kept), _recipient(connection, other, kept)
        if action == "same":
            keys = kept.get(keys[0], keys[0]), kept.get(keys[1], keys[1])
        if keys[0] == keys[1]:
            raise ExtractorError(f"{one} and {other} are one recipient already: {keys[0]}")
        said = decisions.relate(connection, action, *keys, speaker)
    return _told([(said, " and ".join(keys))])


def _recipient(connection: Connection, text: str, kept: Mapping[str, str]) -> str:
    """The key of a recipient that is named by it, or by its name in the register, where it may be kept as another."""
    key = text if text.startswith(_KEYS) else f"as:{name_key(text)}"
    column = entries.c.recipient_key
    found = set(connection.scalars(select(column).where(or_(column == key, entries.c.recipient == text))))
    if len(found) == 1:
        return str(found.pop())
    if not found and key in kept:
        return key
    reason = f"several may be meant: {', '.join(sorted(found))}" if found else "the register has no such recipient"
    raise ExtractorError(f"{text[:200]}: {reason}")


def named(connection: Connection, text: str) -> tuple[Seen, str]:
    """What a reference names, as a person sees it, and in words."""
    reference = _reference(text)
    if reference.entry:
        found = seen_entry(connection, entry_named(connection, reference.entry))
        if found is None or found.was is None:
            raise ExtractorError(f"{text}: no entry is called so")
        entry = found.was["entry"]
        return found, in_words("records", {**entry, "recipient": {"name": entry["recipient"]}})
    kind, about, one = fact_named(connection, reference)
    return seen_fact(kind, about, one), in_words(kind, one.fact)


def _reference(text: str) -> Reference:
    reference = read_reference(text)
    if reference is None or reference.decision is not None:
        raise ExtractorError(f"{text[:200]}: no reference; `extractor review list` prints them: 1f3a9c02.5b7e01d2")
    return reference


def _given(values: Iterable[str]) -> dict[str, str]:
    given = {}
    for value in values:
        field, sign, said = value.partition("=")
        if not sign or not field.strip():
            raise click.UsageError(f"{value!r}: write FIELD=VALUE")
        if field.strip() in given:
            raise click.UsageError(f"{field.strip()} is given twice")
        given[field.strip()] = said
    return given


def _told(said: Iterable[tuple[Decision, str]]) -> int:
    """Say on standard error what was written."""
    for one, words in said:
        where = one.name if one.target == ENTRY else _short(one) if one.article_key else ""
        parts = (f"#{one.id}", decision_in_words(one), where, words)
        print("  ".join(printable(part) for part in parts if part), file=sys.stderr)
    return DONE


def _short(one: Decision) -> str:
    return fact_reference(str(one.article_key), one.name.rpartition(" ")[2])
