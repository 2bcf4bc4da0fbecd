"""What is no article: index, soft 404, paywall stub, login, media without text, another language, a text too short.

A calendar of events is an index, a page that asks for consent before it shows its story a paywall, one that holds
nothing but an embedded document media.

A real story set aside is lost, so each reason needs marks that agree, and little or no story on the page: a paywall's
call below a whole story, a password field in a menu, "video" in the address of a story with text are none. The shortest
real stories that were seen have two sentences, and 22 words. The words stand in patterns/no_article.toml.
"""

import datetime
import re
from collections.abc import Container, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extractor import folders
from extractor.article import Article, Page
from extractor.clean.addresses import read_address
from extractor.clean.languages import NAMES, language_of
from extractor.clean.listings import PER, as_it_stood, event_rows, leads_on, own_lines, post_rows
from extractor.clean.metadata.moments import find
from extractor.clean.wordcounts import words_in
from extractor.errors import SetAside
from extractor.outlets.addresses import address
from extractor.tomlfiles import read_toml
from extractor.urls import url_parts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from extractor.outlets import Outlet

_MESSAGE, _STUB, _FORM, _CAPTION, _SHORTEST = 100, 150, 80, 30, 20
"""Words: no message of a missing page, opening of a paid story, login or caption of a film has more; no story fewer."""
_CONSENTS, _WALL = 3, 400  # of the words of consent, and words of a page that asks for it at length
_FEW = 6  # words of a title that says nothing else
_START = 400  # characters in which a message of a missing page begins
_PROSE = 12  # words of a line that ends as a sentence does: a paragraph, no heading or teaser
_TEASERS = 4
_APOLOGY = 40  # words of the first line of a page that is not there, and characters before what it speaks of
_ROWS = 3  # posts or events of one kind that make a list
_ARCHIVES = "post-type-archive"  # how WordPress calls the body of a list of posts of one type, and of nothing else
_TEASER_END = 40  # characters of a line that its end is looked for in
_ENDS, _ENDING = re.compile(r"[.!?。！？][\"'”’)\]」』）]{0,3}$"), 4  # characters of the longest
_TITLE = re.compile(r"\s+[-–—|»·]\s+|\s*[|]\s*")


class _Kind(NamedTuple):
    """The words of one table of no_article.toml."""

    titles: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()
    paths: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    marks: tuple[bytes, ...] = ()
    title_starts: tuple[str, ...] = ()
    title_ends: tuple[str, ...] = ()
    teaser_ends: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


class _Seen(NamedTuple):
    """A page as it is judged: its article, the words that are its own story's, its paragraphs, and its source.

    `listed` is true where what was read is, for the most part, a list of links to stories.
    """

    article: Article
    page: Page
    tree: "HtmlElement | None"
    title: str
    lines: list[str]
    words: int
    paragraphs: int
    listed: bool
    classes: frozenset[str]
    outlet: "Outlet | None"

    @property
    def told(self) -> str:
        """The start of the story and what was cut out of it, in lower case."""
        removed = " ".join(piece.text for piece in self.article.removed[:40])
        return f"{self.article.text[:3000]} {removed[:3000]}".lower()

    def holds(self, marks: tuple[bytes, ...]) -> bool:
        """Whether the page's source holds one of the marks."""
        return any(mark in self.page.content for mark in marks)


def reason(
    article: Article,
    tree: "HtmlElement | None",
    page: Page,
    outlet: "Outlet | None" = None,
    languages: Container[str] | None = ("id",),
) -> SetAside | None:
    """Why a page is no article, with what was read of it; None where it is one. Pure.

    `languages` are the codes of those that are wanted, None for any. For a plain text it is not asked.
    """
    lines = [" ".join(line.split()) for line in article.text.split("\n") if line.strip()]
    prose = sum(map(_is_prose, lines))
    words = len(words_in(article.text))
    listed = tree is not None and (len(lines) - prose + len(article.removed)) * PER >= prose * (PER - 1)
    own = own_lines(article, tree, prose) if tree is not None and listed else None
    if own is not None:
        words = sum(len(words_in(line)) for line in own)
    listed = own is not None and words < _STUB
    body = tree.find("body") if tree is not None else None
    classes = frozenset((body.get("class") or "").lower().split()) if body is not None else frozenset[str]()
    title = " ".join((article.title or "").lower().split())
    seen = _Seen(article, page, tree, title, lines, words, prose, listed, classes, outlet)
    found = next(_reasons(seen, languages), None)
    return SetAside(page.source, found[1], found[0], article) if found else None


def _is_prose(line: str) -> bool:
    return bool(_ENDS.search(line[-_ENDING:])) and len(words_in(line)) >= _PROSE


def _reasons(seen: _Seen, languages: Container[str] | None) -> Iterator[tuple[str, str]]:
    """The reasons against a page, code and words, the most telling first."""
    if _is_missing(seen):
        yield "soft_404", "says that the page is not there, though the server gave one"
    if _is_login(seen):
        yield "login", "asks for a login and holds no story"
    if _is_paywall(seen):
        yield "paywall", "holds only the opening of a story that subscribers may read"
    if _asks_consent(seen):
        yield "paywall", "asks for cookies or a subscription and shows no story before that"
    if _is_index(seen):
        yield "index", "lists stories and is none itself"
    if _is_agenda(seen):
        yield "index", "lists events and is no story"
    if _is_media(seen):
        yield "media", "shows a video or photos and holds no story"
    if _is_document(seen):
        yield "media", "shows an embedded document and holds no story"
    language = language_of(seen.article.text) if languages is not None else None
    if language and languages is not None and language not in languages:
        yield "language", f"is written in {NAMES.get(language, language)}"
    if not seen.words:
        yield "too_short", "no story was found in the page; save its text as .txt"
    elif _is_too_short(seen):
        yield "too_short", f"its story has {seen.words} words; save it as .txt if it is one"


def _is_missing(seen: _Seen) -> bool:
    """A page that says in its title or first words that it is not there; real stories quote that further down."""
    words = kinds_of_page()["soft_404"]
    if seen.words < _STUB and (_is_titled(seen, words) or seen.classes & words.classes):
        return True
    if _apologises(seen, words):
        return True
    start = seen.article.text[:_START].lower()
    return seen.words < _MESSAGE and (seen.listed or seen.paragraphs < 3) and any(text in start for text in words.texts)


def _apologises(seen: _Seen, words: _Kind) -> bool:
    """Whether the first line speaks of what the reader asked for and says that it is gone; stories may follow it."""
    first = seen.lines[0].lower() if seen.lines else ""
    if first.count(" ") >= _APOLOGY or not any(one in first for one in words.says):
        return False
    return any(0 <= first.find(start) <= _APOLOGY for start in words.starts) and not _is_dated(seen)


def _is_titled(seen: _Seen, words: _Kind) -> bool:
    """Whether the title is one of the words, with the outlet's name behind it or a few words round it."""
    first = _TITLE.split(seen.title)[0].strip(" .!")
    if first in words.titles or seen.title in words.titles:
        return True
    return len(first.split()) <= _FEW and any(title in first for title in words.titles if title.count(" ") >= 2)


def _is_login(seen: _Seen) -> bool:
    words = kinds_of_page()["login"]
    if seen.words >= _FORM:
        return False
    if _TITLE.split(seen.title)[0] in words.titles:
        return True
    if seen.paragraphs >= 2 or b"password" not in seen.page.content:
        return False
    told = seen.told
    return sum(text in told for text in words.texts) > (seen.words > _CAPTION)


def _is_paywall(seen: _Seen) -> bool:
    """The opening of a story above a call to subscribe; a whole story with such a call is longer."""
    words = kinds_of_page()["paywall"]
    if seen.words >= _STUB:
        return False
    told = seen.told
    if any(text in _at_end(seen) for text in words.says):
        return True
    called = any(text in told for text in words.texts)
    broken = bool(seen.lines) and seen.lines[-1].rstrip().endswith(("...", "…"))
    return seen.holds(words.marks) or broken if called else seen.words < _MESSAGE and seen.holds(words.marks)


def _at_end(seen: _Seen) -> str:
    """The last lines of a story and what was cut out behind them, in lower case."""
    end = len(seen.article.text.rstrip())
    behind = [piece.text[:300] for piece in seen.article.removed if piece.at >= end and piece.reason == "paywall"]
    return " ".join([*seen.lines[-2:], *behind]).lower()[-1_000:]


def _asks_consent(seen: _Seen) -> bool:
    """A page of which nothing was read but what asks for consent, in several of the words that all of them use.

    Where no story was read, what was cut out tells it. Most of the lines must ask, for a bar of cookies stands on pages
    with a story too; and a long text must show no day, for stories tell of such walls.
    """
    if seen.words >= _WALL or (seen.words >= _STUB and _is_dated(seen)):
        return False
    whole = "\n".join(seen.lines).lower() if seen.words >= _SHORTEST else seen.told
    texts = [text for text in kinds_of_page()["consent"].texts if text in whole]
    if len(texts) < _CONSENTS:
        return False
    lines = whole.split("\n") if seen.words >= _SHORTEST else [whole]
    told = " ".join(line for line in lines if any(text in line for text in texts))
    return told.count(" ") * 3 >= seen.words * 2


def _is_agenda(seen: _Seen) -> bool:
    """A calendar of events: its title and address or its marks say so, and its lines are no story's."""
    words = kinds_of_page()["agenda"]
    titled = any(f"{seen.title} ".startswith(f"{start} ") for start in words.title_starts)
    marks = titled + _is_on_path(seen, words.paths)
    if not marks or _is_dated(seen):
        return False
    if (seen.tree is not None and event_rows(seen.tree) >= _ROWS) or _is_schedule(seen):
        return True
    if marks == 1 and not seen.holds(words.marks):
        return False
    told = sum(line.lower().startswith(words.starts) or line[:1].isdecimal() for line in seen.lines)
    return seen.words < _SHORTEST or seen.listed or told * 2 >= len(seen.lines)


def _is_schedule(seen: _Seen) -> bool:
    """Whether the lines are rows of several days, each with a paragraph behind it at most, and none before the first.

    A reader may have taken the rows for bylines, and cut them out.
    """
    days, rows, paragraphs = set[datetime.date](), 0, 0
    for line, _ in as_it_stood(seen.article):
        day = next((found.moment.day for found in find(line)), None) if not _is_prose(line) else None
        if day is not None:
            days.add(day)
            rows += 1
        paragraphs += _is_prose(line)
        if paragraphs > rows:
            return False
    return len(days) >= _ROWS


def _is_document(seen: _Seen) -> bool:
    """A page of an embedded document, with its name or a line about it."""
    if seen.tree is None or seen.words >= _CAPTION or (seen.paragraphs and seen.words >= _SHORTEST):
        return False
    files = kinds_of_page()["document"].files
    framed = seen.tree.xpath("//object/@data | //embed/@src | //iframe/@src | //iframe/@data-src")
    held = seen.tree.xpath("//*[contains(@class, 'wp-block-file') or contains(@class, 'pdf')]//a/@href")
    return any(file in str(address).lower() for address in (*framed, *held) for file in files)


def _is_index(seen: _Seen) -> bool:
    """Two marks of an index, and none of a story: the day it was published, the schema's own body of the article."""
    words = kinds_of_page()["index"]
    if seen.classes & words.single:
        return False
    marks = len(seen.classes & words.classes)  # WordPress: "home blog", "archive category"
    marks += 2 * any(name.startswith(_ARCHIVES) for name in seen.classes)
    marks += seen.title.startswith(words.title_starts) or seen.title.endswith(words.title_ends)
    marks += _is_addressed(seen, words)
    if marks < 2 and (listed := _is_list(seen, words)) + marks:  # the source is searched where that decides
        marks += seen.holds(words.marks)
        marks += listed and marks > 0
    if marks < 2 and seen.tree is not None and seen.title and not _is_dated(seen):
        asked = read_address(seen.page.url) if seen.page.url else None
        is_front = asked is not None and asked.is_front
        return leads_on(seen.tree, seen.title, words.teaser_ends, is_front=is_front)
    return marks >= 2 and not _is_dated(seen)


def _is_addressed(seen: _Seen, words: _Kind) -> bool:
    """Whether the path is an index's, or the page that was asked for is a front page."""
    asked = read_address(seen.page.url) if seen.page.url else None
    return bool(asked and asked.is_front) or _is_on_path(seen, words.paths)


def _is_on_path(seen: _Seen, names: frozenset[str]) -> bool:
    for url in (seen.page.url, seen.article.url):
        if not names.isdisjoint(url_parts(url).path.lower().strip("/").split("/")[:2]):
            return True
    return False


def _is_list(seen: _Seen, words: _Kind) -> bool:
    """Whether the lines are those of a list of stories: titles without a full stop, teasers that break off."""
    if seen.listed:
        return True
    if seen.words < _STUB and seen.tree is not None and post_rows(seen.tree, words.teaser_ends) >= _ROWS:
        return True
    teasers = sum(line[-_TEASER_END:].lower().endswith(words.teaser_ends) for line in seen.lines)
    return teasers >= _TEASERS or (len(seen.lines) >= _TEASERS and seen.paragraphs * 4 <= len(seen.lines))


def _is_dated(seen: _Seen) -> bool:
    """Whether the page says when it was published, or marks the body of its article, as no index does."""
    if b'itemprop="articleBody"' in seen.page.content or _is_at_a_story(seen):
        return True
    if b"article:published_time" not in seen.page.content or seen.tree is None:
        return False
    return any(node.get("property") == "article:published_time" for node in seen.tree.iter("meta"))


def _is_at_a_story(seen: _Seen) -> bool:
    """Whether the outlet numbers or dates its stories in addresses like this one."""
    url = seen.page.url or seen.article.url
    found = address(seen.outlet, url) if seen.outlet and url else None
    return found is not None and (found.published is not None or "{id}" in found.template)


def _is_media(seen: _Seen) -> bool:
    """A page of a video or of photos whose text is a caption."""
    words = kinds_of_page()["media"]
    if seen.words >= _CAPTION:
        return False
    return _is_on_path(seen, words.paths) or seen.title.startswith(words.title_starts) or seen.holds(words.marks)


def _is_too_short(seen: _Seen) -> bool:
    """Fewer words than a story has; the last page of several may have few."""
    if seen.article.pages is not None and seen.article.pages.of > 1:
        return False
    return seen.words < _SHORTEST


@cache
def kinds_of_page() -> dict[str, _Kind]:
    """The words of patterns/no_article.toml by their tables; `PatternError` where they cannot be meant."""
    file = read_toml(folders.patterns() / "no_article.toml", "no_article.toml")
    expected = ("soft_404", "login", "paywall", "consent", "agenda", "index", "document", "media")
    file.expect(file.content, dict.fromkeys(expected, dict), 0)
    kinds = {}
    for name in expected:
        if name not in file.content:
            file.refuse(0, f"[{name}] is missing")
        table, line = file.content[name], file.line_of(f"[{name}]")
        file.expect(table, dict.fromkeys(_Kind._fields, list), line)
        file.expect_words(table, _Kind._fields, line)
        words = {key: tuple(table.get(key, ())) for key in _Kind._fields}
        kinds[name] = _Kind(
            frozenset(words["titles"]),
            words["texts"],
            frozenset(words["paths"]),
            frozenset(words["classes"]),
            frozenset(words["single"]),
            tuple(mark.encode() for mark in words["marks"]),
            words["title_starts"],
            words["title_ends"],
            words["teaser_ends"],
            words["starts"],
            words["files"],
            words["says"],
        )
    return kinds
