"""The pages of one story joined in their order, each paragraph once.

A later page may repeat the title, the lead or the last paragraph of the page before; "?page=all" stands beside page 1,
and AMP beside the desktop's page. What is left out stays on record like all that is removed.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from extractor.article import Article, Pages, Removed
from extractor.clean.addresses import MOST_PAGES, read_address
from extractor.clean.several.words import titled_page

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_LONG = 10
"""Words: a paragraph of so many is not written twice in one story; a shorter one may be a row of two tables."""
_FEW = 200  # paragraphs
_SAME = 0.8
"""Of a page's long paragraphs: where another page holds so many of them, it holds that page."""
_FULLER = 1.25
"""Times the words of a page: an AMP page without a number that holds that page and so many words holds all pages."""
_GAP = "\n\n"
_REPEATED = "repeated"
_FIRST = ("url", "outlet", "title", "author", "published", "dateline", "section", "language", "charset", "reading")

_Value = TypeVar("_Value")


class _Paragraph(NamedTuple):
    start: int
    end: int
    words: tuple[str, ...]


class _Part(NamedTuple):
    """A page of the story: its article, its number where it is known, and whether it holds all pages."""

    article: Article
    number: int | None
    whole: bool
    paragraphs: tuple[_Paragraph, ...]

    @property
    def size(self) -> int:
        """Words in its paragraphs."""
        return sum(len(paragraph.words) for paragraph in self.paragraphs)


def join(articles: Sequence[Article]) -> Article:
    """One article of the pages of one story, given in any order; raises ValueError where there is none.

    Of two articles of the same page, and of a page beside one that holds all, the one with the fuller text stays. Pages
    go by their numbers, those without any as they were given. `pages` says how many are there, of how many.
    """
    if not articles:
        raise ValueError("no article to join")
    if len(articles) == 1:
        return articles[0]
    parts = [_part(article) for article in articles]
    kept = _kept(parts)
    in_order = [part.article for part in kept]
    text, removed = _text(kept)
    days = {article.published[:10] for article in articles if article.published}
    conflicts = [*chain.from_iterable(article.conflicts for article in articles), *["published"][: len(days) > 1]]
    said = {name: next(filter(None, (getattr(one, name) for one in in_order)), None) for name in _FIRST}
    return in_order[0]._replace(
        **said,
        text=text,
        source=articles[0].source,
        advertorial=any(article.advertorial for article in articles),
        tags=_once(tag for article in in_order for tag in article.tags),
        pages=_pages(parts, kept),
        removed=removed,
        told=_once(told for article in (*in_order, *articles) for told in article.told),
        conflicts=_once(conflicts),
        missed=tuple(field for field in in_order[0].missed if all(field in article.missed for article in articles)),
    )


def is_same_story(one: Article, other: Article) -> bool:
    """Whether two articles under one address can be pages of a story: they are numbered apart, or share paragraphs."""
    left, right = _part(one), _part(other)
    return (left.number or 1) != (right.number or 1) or _holds(left, right) or _holds(right, left)


def _part(article: Article) -> _Part:
    pages = article.pages
    addresses = [article.url, *(told.value for told in article.told if told.field == "url")]
    read = [address for url in addresses if url and (address := read_address(url))]
    titles = [titled_page(told.value) for told in article.told if told.field == "title"]
    whole = any(address.whole for address in read) or any(title.whole for title in titles)
    number = next((said for said in (*(one.page for one in read), *(one.number for one in titles)) if said), None)
    if pages is not None:
        whole = pages.have >= pages.of
        number = next((at for at in range(1, pages.of + 1) if at not in pages.missing), None)
    number = None if whole else number
    found = (_paragraph(match) for match in _PARAGRAPH.finditer(article.text))
    return _Part(article, number, whole, tuple(paragraph for paragraph in found if paragraph.words))


def _paragraph(match: re.Match[str]) -> _Paragraph:
    return _Paragraph(match.start(), match.end(), tuple(_WORD.findall(match[0].casefold())))


def _kept(parts: Sequence[_Part]) -> list[_Part]:
    """The pages that no other holds, in their order; what has no number is page 1 where no other is."""
    kept = list[_Part]()
    for part in sorted(parts, key=lambda part: -part.size):
        if not any(_is_spare(part, other) for other in kept):
            kept.append(part)
    if not kept:
        return list(parts[:1])
    unnumbered = MOST_PAGES + 1 if any(part.number == 1 for part in kept) else 1
    return sorted((part for part in parts if part in kept), key=lambda part: part.number or unnumbered)


def _is_spare(part: _Part, fuller: _Part) -> bool:
    """Whether a page is not needed beside a fuller one; of two numbers, each has paragraphs of its own."""
    if part.number and fuller.number:
        return part.number == fuller.number
    return _holds(fuller, part)


def _holds(fuller: _Part, part: _Part) -> bool:
    """Whether nearly all of a page's paragraphs stand in another too, whatever the line ends between them."""
    own = [paragraph.words for paragraph in part.paragraphs if len(paragraph.words) >= _LONG]
    own = own or [paragraph.words for paragraph in part.paragraphs]
    there = {paragraph.words for paragraph in fuller.paragraphs}
    held = sum(len(words) for words in own if words in there)
    if len(own) <= _FEW:  # line ends may stand elsewhere; a book is not searched so
        running = f" {' '.join(word for paragraph in fuller.paragraphs for word in paragraph.words)} "
        held = sum(len(words) for words in own if f" {' '.join(words)} " in running)
    return held >= _SAME * sum(map(len, own))


def _pages(parts: Sequence[_Part], kept: Sequence[_Part]) -> Pages | None:
    """How many pages of the story are here: those of all parts, for what was left out is held by what stayed."""
    numbers = {part.number for part in parts if part.number}
    of = max([*(part.article.pages.of for part in parts if part.article.pages), *numbers], default=0)
    if of < 2:
        return None
    only = kept[0] if len(kept) == 1 and kept[0].number is None else None
    longest = max((part.size for part in parts if part is not only), default=0)
    if any(part.whole for part in parts) or (only and only.size >= _FULLER * longest):
        return Pages(of, of)
    if any(part.number is None for part in kept):
        numbers.add(1)
    missing = tuple(number for number in range(1, of + 1) if number not in numbers)
    return Pages(of - len(missing), of, missing)


def _text(parts: Sequence[_Part]) -> tuple[str, tuple[Removed, ...]]:
    """The texts behind each other without doubled paragraphs, and what was removed, where it would stand."""
    text, removed, seen = "", list[Removed](), set[tuple[str, ...]]()
    for part in parts:
        doubled = _doubled(part, seen) if seen else []
        if seen and len(doubled) == len(part.paragraphs):
            own, pieces = "", [piece._replace(at=0) for piece in _with_doubled(part, doubled)]
        else:
            own, pieces = _without(part, doubled)
        text += _GAP if text and own else ""
        removed += [piece._replace(at=len(text) + piece.at) for piece in pieces]
        text += own
        seen |= {paragraph.words for paragraph in part.paragraphs}
    return text, tuple(piece._replace(at=min(piece.at, len(text))) for piece in removed)


def _doubled(part: _Part, seen: set[tuple[str, ...]]) -> list[_Paragraph]:
    """A page's paragraphs that stood before: long ones anywhere, short ones only at its head, with its title."""
    title = tuple(_WORD.findall((part.article.title or "").casefold()))
    at_head, doubled = True, list[_Paragraph]()
    for paragraph in part.paragraphs:
        known = paragraph.words in seen
        at_head = at_head and (known or paragraph.words == title)
        if at_head or (known and len(paragraph.words) >= _LONG):
            doubled.append(paragraph)
    return doubled


def _with_doubled(part: _Part, doubled: Sequence[_Paragraph]) -> list[Removed]:
    """All that was removed from a page, by its own offsets."""
    text = part.article.text
    told = [Removed(paragraph.start, text[paragraph.start : paragraph.end].strip(), _REPEATED) for paragraph in doubled]
    return sorted([*part.article.removed, *told], key=lambda piece: piece.at)


def _without(part: _Part, doubled: Sequence[_Paragraph]) -> tuple[str, list[Removed]]:
    """A page's text without doubled paragraphs, and all that was removed from it."""
    text = part.article.text
    starts = [paragraph.start for paragraph in part.paragraphs]
    cuts = [(each.start, next((at for at in starts if at > each.start), len(text))) for each in doubled]
    kept, at = list[str](), 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = end
    own = "".join([*kept, text[at:]]).rstrip()
    moved = list[Removed]()
    for piece in _with_doubled(part, doubled):
        gone = sum(min(end, piece.at) - start for start, end in cuts if start < piece.at)
        moved.append(piece._replace(at=min(piece.at - gone, len(own))))
    return own, moved


def _once(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values))
