"""A digest as text for 72 columns, and as HTML for mail programs and browsers.

Mail programs take away scripts, style sheets and what is laid over other things, and fetch no images before they are
asked to: the page is made of tables with styles of their own. Everything of the press is escaped, and only addresses
of the web are links.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from extractor.digest.contents import Award, Contents
from extractor.digest.entries import Voice
from extractor.digest.wording import words_of

if TYPE_CHECKING:
    from jinja2 import Template

WIDTH = 72
_HERE = Path(__file__).parent


def as_page(told: Contents) -> str:
    """The digest as HTML."""
    return _template().render(told=told, words=words_of(told.language)) + "\n"


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("digest.html.j2")


def as_text(told: Contents) -> str:
    """The digest as plain text; only addresses may be wider than 72 columns."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Contents) -> Iterator[str]:
    words = words_of(told.language)
    yield from _wrapped(f"{told.title}, {told.day}")
    yield ""
    for line in (told.summary, told.press, told.range):
        yield from _wrapped(f"{line[:1].upper()}{line[1:]}", "", "")
    if told.awards:
        yield from _head(words["awards"])
    for award in told.awards:
        yield from _award(award)
    if told.others:
        yield from ["", *_wrapped(told.others)]
    if told.changes:
        yield from _head(words["changes"])
        for change in told.changes:
            yield from _voice(change, "- ", "  ")
        yield from _more(told.more_changes)
    if told.disputes:
        yield from _disputes(told)
    if told.outlets:
        yield from _head(words["press"])
        named = "; ".join(f"{one.name} {one.told}" for one in told.outlets)
        yield from _wrapped(named if told.more_outlets is None else f"{named}; {told.more_outlets}")
    if told.notes:
        yield from _head(words["notes"])
        for note in told.notes:
            yield from _wrapped(note, "- ", "  ")
    yield from ["", "-- ", *_wrapped(words["foot"])]


def _head(name: str) -> Iterator[str]:
    yield from ["", name.upper(), "=" * len(name)]


def _award(award: Award) -> Iterator[str]:
    yield from ["", *_wrapped(award.name)]
    for contest in award.contests:
        if contest.name:
            yield from _wrapped(contest.name, "  ", "  ")
        for line in contest.lines:
            place = f" ({line.place})" if line.place else ""
            yield from _wrapped(f"{line.recipient}{place}: {line.outcome}", "  - ", "    ")
            if line.voice:
                yield from _voice(line.voice, "    ", "    ")
        if contest.voice:
            yield from _voice(contest.voice, "    ", "    ")
    yield from _more(award.more, "  ")


def _disputes(told: Contents) -> Iterator[str]:
    yield from _head(words_of(told.language)["disputed"])
    for dispute in told.disputes:
        yield from _wrapped(f"{dispute.entry} [{dispute.id}]", "- ", "  ")
        for field, voices in dispute.fields:
            yield from _wrapped(field, "  ", "  ")
            for voice in voices:
                yield from _voice(voice, "    ", "      ")
    yield from _more(told.more_disputes)
    if told.open:
        yield from _wrapped(f"({told.open})")


def _voice(voice: Voice, first: str, then: str) -> Iterator[str]:
    yield from _wrapped(voice.told, first, then)
    if voice.link:
        yield f"{then}{voice.link}"


def _more(told: str | None, indent: str = "") -> Iterator[str]:
    if told:
        yield f"{indent}… {told}"


def _wrapped(line: str, first: str = "", then: str = "") -> list[str]:
    return wrap(line, WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
