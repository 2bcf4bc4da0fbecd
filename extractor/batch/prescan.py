"""Inputs of one command that are pages of one story: files told by the first bytes of each, addresses by themselves.

Two files are one story where they give the same story's address (canonical link or Open Graph, without page, device and
reader) and the same title. The address alone does not do: broken sites give one to all their pages. What is grouped
here is compared again when it is read, and read apart where the texts do not belong together.
"""

import html
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from extractor.batch.archived import place_of, read_archived
from extractor.batch.results import Input
from extractor.clean.addresses import MOST_PAGES, read_address
from extractor.clean.several.words import page_words
from extractor.errors import SetAside

_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
_SCANNED = 65_536  # bytes
_TAG = re.compile(rb"<(?:link|meta)\b[^<>]{1,2000}>", re.IGNORECASE)
_TITLE = re.compile(rb"<title\b[^<>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_VALUE = re.compile(
    rb"\s(?:href|content)\s{0,3}=\s{0,3}(?:\"([^\"<>]{1,2000})|'([^'<>]{1,2000})|([^\s\"'<>]{1,2000}))", re.IGNORECASE
)
_OUTLET = re.compile(r"\s+[-–—|»·]\s+(?=[^-–—|»·]*$)|\s*[|]\s*(?=[^|]*$)")
_TYPED = frozenset(("",))  # the title of what is not fetched yet, which no file has
_LONG = 5  # words of the title of an article whose address may be any: "/umkm", "/umkm/2"
_WORDS = 3  # of a title: a shorter one is that of a section or of the outlet


class Head(NamedTuple):
    """What a page says of itself before its story: the story's address, and its titles as words, in lower case."""

    story: str
    titles: frozenset[str]


def grouped(inputs: Iterable[Input]) -> list[Input]:
    """The inputs, those that are pages of one story as one, at the place of the first."""
    found: list[Input] = []
    by_story: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for given in inputs:
        head = _head(given)
        if head is None:
            found.append(given)
            continue
        stories = by_story.setdefault(head.story, [])
        at = next((at for at, titles in stories if titles & head.titles and len(found[at].names) < MOST_PAGES), None)
        if at is None:
            stories.append((len(found), head.titles))
            found.append(given)
        else:
            found[at] = found[at]._replace(others=(*found[at].others, given.name))
    return found


def _head(given: Input) -> Head | None:
    typed = read_address(given.name)
    if typed is not None:
        return Head(typed.story, _TYPED) if typed.is_slug and not typed.is_front else None
    place = place_of(given.name)
    if place and given.refused is None:
        with suppress(SetAside):  # said when it is read
            return head_of(read_archived(*place).content[:_SCANNED])
        return None
    path = Path(given.name)
    if given.refused is not None or path.suffix.lower() not in _SUFFIXES:
        return None
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return head_of(file.read(_SCANNED))
    except (OSError, ValueError):  # said when it is read
        return None


def head_of(content: bytes) -> Head | None:
    """The story's address and titles in the first bytes of a page; None where they do not tell a story."""
    said: dict[str, str] = {}
    for tag in _TAG.findall(content):
        name = _name(tag.lower())
        value = _VALUE.search(tag) if name else None
        if name and value:
            said.setdefault(name, _text(value[1] or value[2] or value[3]))
    title = _TITLE.search(content)
    titles = frozenset(
        words
        for printed in (said.get("title"), _text(title[1]) if title else None)
        if printed
        for words in _titles(printed)
        if words.count(" ") >= _WORDS - 1
    )
    read = (read_address(said[name]) for name in ("canonical", "url") if name in said)
    is_article = said.get("type") == "article" and any(words.count(" ") >= _LONG - 1 for words in titles)
    own = (address for address in read if address and not address.is_front and (is_article or address.is_slug))
    story = next((address.of({address.story.rpartition("/")[0]} if is_article else ()).story for address in own), None)
    return Head(story, titles) if story and titles else None


def _name(tag: bytes) -> str | None:
    if b"canonical" in tag and tag.startswith(b"<link"):
        return "canonical"
    if b"og:type" in tag:
        return "type"
    return "url" if b"og:url" in tag else "title" if b"og:title" in tag else None


def _text(value: bytes) -> str:
    return " ".join(html.unescape(value.decode("utf-8", "replace")).split())


def _titles(printed: str) -> tuple[str, str]:
    """A title as words, whole and without the outlet's name; the number of a page is left out."""
    return _plain(printed), _plain(_OUTLET.split(printed)[0])


def _plain(title: str) -> str:
    cut = page_words().titled.sub("", title)
    return " ".join(re.findall(r"\w+", cut.casefold()))
